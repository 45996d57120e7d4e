#!/usr/bin/env python3
"""Checks the certificates of a site, with no code of Lemma's: Tools/verify.py [site/verification.json]

What they mean is said in Sources/MathCore: Certificate+Expressions.swift, Certificate+Claims.swift, Certificate+Steps.swift
(algebra) and EnclosureProof+Certificate.swift (boxes). Nothing in them is believed: every sign follows anew, and every box
is enclosed again. That two expressions, or one and its normal form, are the same is seen to 75 digits at points taken at
random: analytic functions that differ do so at almost all points. Exit status: 0 all certificates hold, 1 one does not.
"""
import json
import sys
from fractions import Fraction as Q
from functools import reduce
from itertools import combinations, product
from math import lcm
from operator import mul
from random import SystemRandom

from mpmath import iv, mp

from expressions import (
    ANY, FUNCTIONS, INF, LINEAR, UNIT, Expansion, agree, apart, atom, constant, defined, enclosure, exact, expansion,
    halves, high, hull, interval, jets, low, mean_value, middle, need, power, rational, refuse, sides, sign,
    signs_and_zeros, slopes, span)

REALS = (-INF, False, INF, False)  # an interval: its lower end, whether that belongs to it, its upper end, whether

# 1. Algebra: quotients of polynomials, which are dictionaries from monomials in generators to coefficients

ATOMS, NEEDED = ("variable", "pi", "defined"), {"log": {1}, "root": {0, 1}, "tgamma": {1}, "lgamma": {1}}
def generators(p): return sorted({g for m in p for g, _ in m})
def joined(m, n): return tuple((g, k) for g, k in ((g, k - dict(n).get(g, 0)) for g, k in m) if k)
def polynomial(rows): return {tuple(sorted(zip(ks[::2], map(Q, ks[1::2])))): Q(c) for c, *ks in rows}
def parsed(rows): return polynomial(rows[0]), [(polynomial(p), Q(k)) for p, k in rows[1:]]
def powered(signs, k): return {s ** int(k) for s in signs} if k == int(k) else signs & {0, 1}
def multiplied(s, t): return {a * b for a in s for b in t}
def summed(s, t): return {c for a in s for b in t for c in ({a or b} if a * b >= 0 else ANY)}
def key(p): return frozenset((m, c / abs(p[max(p)])) for m, c in p.items())
def total(p, x): return sum((reduce(mul, [power(x[g], k) for g, k in m], exact(a)) for m, a in p.items()), iv.mpf(0))
def quotient(form, x):
    return reduce(lambda f, factor: f / apart(power(total(factor[0], x), factor[1])), form[1], total(form[0], x))
def at_random(d):
    lower, upper = max(d[0], min(d[2], 4) - 8), min(d[2], max(d[0], -4) + 8)
    return exact(lower + (upper - lower) * Q(SystemRandom().randrange(1, 2**60), 2**60))

class Algebra:
    """Functions on a part of their domain, with the generators of a step and the normal forms of all their parts."""
    def __init__(self, domain, step, functions):
        self.domain = {**{n[1]: REALS for f in functions for n in f if n[0] == "variable"}, **domain}
        self.functions, self.forms, self.known = functions, [list(map(parsed, forms)) for forms in step["forms"]], {}
        self.generators = [(kind, *(args if kind in ATOMS else map(parsed, args))) for kind, *args in step["generators"]]
        self.points = [{v: at_random(d) for v, d in self.domain.items()} for _ in range(4)]
        self.ranges, *self.values = map(self.numbers, [{v: interval(d) for v, d in self.domain.items()}, *self.points])
        self.reasons = {key(polynomial(p)): reason for p, *reason in step.get("signs", []) + step.get("logarithms", [])}
        for kind, *args in self.generators: kind in NEEDED and self.need_signs(args[0], NEEDED[kind], kind)
        for nodes, forms in zip(functions, self.forms, strict=True):
            for point, x in zip(self.points, self.values):
                pairs = zip(forms, jets(nodes, point, False), strict=True)
                need(all(agree(quotient(form, x), value) for form, (value, _) in pairs), "a normal form")
            for p, _ in (factor for _, below in forms for factor in below): self.need_signs((p, []), {-1, 1}, "division")
            self.need_defined(nodes, forms)
    def numbers(self, box):
        """The values of the generators on a box or at a point."""
        x = []
        for kind, *args in self.generators:
            y = atom(kind, args[0] if args else None, box) if kind in ATOMS else quotient(args[0], x)
            x.append(y if kind in (*ATOMS, "root") else FUNCTIONS[kind][0](y))
        return x
    def need_signs(self, form, allowed, op): need(self.form_signs(form) <= allowed, f"an argument of {op}")
    def need_defined(self, nodes, forms):
        """Divisors must not be 0, what is under a root not negative, and so on."""
        for op, *args in nodes:
            k = Q(nodes[args[1]][1]) if op == "power" else Q(1)
            allowed = {-1, 1} if op == "divide" or k < 0 else NEEDED.get(op, ANY)
            if k != int(k): allowed = {0, 1} if k > 0 else {1}
            if allowed != ANY: self.need_signs(forms[args[op == "divide"]], allowed, op)
    def form_signs(self, form): return reduce(multiplied, [powered(self.signs(p), k) for p, k in form[1]], self.signs(form[0]))
    def signs(self, p):
        """Those that a polynomial may have on the domain."""
        if (name := frozenset(p.items())) not in self.known:
            self.known[name] = ANY
            content, rest = self.parted(p, ANY)
            factors = [powered(self.generator_signs(g), k) for g, k in content]
            self.known[name] = reduce(multiplied, factors, self.rest_signs(rest))
        return self.known[name]
    def parted(self, p, allowed):
        """The powers of generators with some signs that divide every term, and the quotient."""
        powers = {g: min(dict(m).get(g, Q(0)) for m in p) for g in generators(p) if self.generator_signs(g) <= allowed}
        return powers.items(), {joined(m, powers.items()): c for m, c in p.items()}
    def generator_signs(self, g):
        kind, *args = self.generators[g]
        if kind == "variable": return signs_and_zeros([Q(0), Q(1)], self.domain[args[0]])[0]
        if kind == "abs": return powered(self.form_signs(args[0]), 2)
        if kind in ("root", "cbrt", "erf", "atan", "asinh", "asin"): return self.form_signs(args[0])
        less = {m: c for m, c in {**args[0][0], (): args[0][0].get((), 0) - 1}.items() if c} if kind == "log" else {}
        return {1} if kind == "exp" else sides(self.ranges[g]) & (self.signs(less) if kind == "log" else ANY)
    def rest_signs(self, p):
        """By the signs of the terms, a reason that the certificate gives, intervals, or as a polynomial in one quantity."""
        terms = [reduce(multiplied, [powered(self.generator_signs(g), k) for g, k in m], {sign(a)}) for m, a in p.items()]
        found, reason = reduce(summed, terms, {0}), self.reasons.get(key(p), []) if p else []
        if len(reason) == 3:  # m · p = s² + r
            m, s, r = map(polynomial, reason)
            is_true = all(agree(total(m, x) * total(p, x), total(s, x) ** 2 + total(r, x)) for x in self.values)
            right = summed(powered(self.signs(s), 2), self.signs(r))
            if is_true and len(left := self.signs(m)) == 1: found &= multiplied(left, right)
        if len(reason) == 2 and Q(reason[0]) > 0:  # e^(n · p) = 1 + f
            n, f = exact(Q(reason[0])), parsed(reason[1])
            if all(agree(iv.exp(n * total(p, x)), quotient(f, x) + 1) for x in self.values): found &= self.form_signs(f)
        for way in (lambda: sides(total(p, self.ranges)), lambda: signs_and_zeros(*self.univariate(p))[0]):
            try: found = found & way() if len(found) > 1 else found
            except (ValueError, TypeError): pass  # too wide an interval, or several quantities
        return found
    def univariate(self, p):
        """The coefficients in one quantity, and the interval of its values."""
        (g,), n = generators(p), lcm(*[k.denominator for m in p for _, k in m])
        a = [p.get(((g, Q(k, n)),) if k else (), Q(0)) for k in range(1 + int(n * max(dict(m).get(g, 0) for m in p)))]
        (kind, x), values, d = self.generators[g][:2], power(self.ranges[g], Q(1, n)), REALS
        if kind == "variable" and n == 1: return a, self.domain[x]
        for h, (atom, *v) in enumerate(self.generators):  # e^x is known exactly at the ends 0 and ±∞ of x
            if kind == "exp" and atom == "variable" and x == ({((h, 1),): 1}, []): d = self.domain[v[0]]
        lower, upper = rational(low(values)), rational(high(values))
        return a, (lower, kind != "exp" or lower != 0 and (d[1] or d[0] != 0), upper, upper != INF and (d[3] or d[2] != 0))

# 2. Claims on a domain: a dictionary from variables to intervals

def domain_of(c): return {v: span(t) for v, t in c["domain"].items()}
def contains(d, x): return d[0] < x < d[2] or x == d[0] and d[1] or x == d[2] and d[3]
def within(x, d): return all(contains(d, rational(end)) or end in (d[0], d[2]) and abs(end) == INF for end in (low(x), high(x)))
def covers(cells, domain):
    """Whether every point of a domain lies in a cell: at all their ends, and between them."""
    points = []
    for v in sorted({v for d in (domain, *cells) for v in d}):
        d = domain.get(v, REALS)
        ends = sorted({x for cell in (domain, *cells) for x in cell.get(v, REALS)[::2] if d[0] <= x <= d[2]})
        points.append([(v, x) for x in [x for x in ends if contains(d, x)] + [middle(a, b) for a, b in zip(ends, ends[1:])]])
    return all(any(all(contains(cell.get(v, REALS), x) for v, x in point) for cell in cells) for point in product(*points))
def opened(domain, v): return {**domain, v: (domain.get(v, REALS)[0], False, domain.get(v, REALS)[2], False)}
def steps(domain, given, *functions):
    """The algebra of each step of a proof."""
    need(covers([{**domain, **domain_of(s)} for s in given], domain), "the steps do not cover the domain")
    for s in given: yield Algebra({**domain, **domain_of(s)}, s, functions)

def algebraic(c):
    kind, domain, v, f = c["kind"], domain_of(c), c.get("variable"), c.get("function")
    if kind == "definition": return need(agree(enclosure(c["left"], {}), enclosure(c["right"], {})), "the sides are not equal")
    if "from" in c: return by_slope(c, f, v, domain[v])
    for x in (places := [enclosure(point, {}) for point in c.get("points", ())]):
        need(agree(enclosure(f, {v: x}), iv.mpf(0)) and within(x, domain.get(v, REALS)), "a zero")
    for x, y in combinations(places, 2): apart(x - y)
    if kind == "zeros" and "monotone" in c:
        only = c["monotone"]
        is_same = only["kind"] == "monotone" and all(only[k] == c[k] for k in ("function", "variable", "domain"))
        return need(is_same and len(places) == 1, "another function") and algebraic(only)
    if kind == "monotone": list(steps(domain, c["defined"], f))
    functions = [c[k] for k in ("function", "left", "right", "slope") if k in c]
    for a in steps(opened(domain, v) if kind == "monotone" else domain, c["steps"], *functions):
        if kind == "equal": need(all(agree(*(enclosure(f, p) for f in functions)) for p in a.points), "the sides are not equal")
        elif kind == "sign": a.need_signs(a.forms[0][-1], set(c["signs"]), "a sign")
        elif kind == "monotone":  # its slope has one sign, and is 0 at single points at most
            need(all(agree(slopes(f, p)[v] * c["direction"], enclosure(c["slope"], p)) for p in a.points), "its slope")
            try: a.need_signs(a.forms[1][-1], {0, 1} if a.univariate(a.forms[1][-1][0]) else {1}, "its slope")
            except ValueError: a.need_signs(a.forms[1][-1], {1}, "its slope")
        elif kind == "derivative":  # if so almost everywhere, then by the mean value theorem wherever both are continuous
            need(all(agree(slopes(f, p)[v], enclosure(c["slope"], p)) for p in a.points), "its slope")
        elif kind == "zeros":
            p = a.parted(a.forms[0][-1][0], {-1, 1})[1]
            values, n = a.univariate(p) if generators(p) else ([1], REALS), c.get("count", len(c.get("points", ())))
            is_exact = {*map(abs, values[1][::2])} <= {0, 1, INF} or a.generators[generators(p)[0]][0] == "variable"
            need(n == signs_and_zeros(*values)[1] and (is_exact or "points" in c), "the number of zeros")
        else: need(kind == "defined", "an unknown kind")
def by_slope(c, f, v, d):
    """A function with a sign at a finite end of an interval, and a slope that keeps it from there on."""
    (derivative, *signs), start, way = c["proofs"], Q(c["from"]), 1 if Q(c["from"]) == d[0] else -1
    need(start in d[::2] and derivative["kind"] == "derivative" and derivative["function"] == f, "another function")
    need(all(p["kind"] == "sign" and p["function"] == derivative["slope"] for p in signs), "another slope")
    list(steps({v: (d[0], d[1] or way > 0, d[2], d[3] or way < 0)}, c["steps"], f))
    for p in c["proofs"]: algebraic(p)
    for proofs in ([derivative], signs): need(covers(list(map(domain_of, proofs)), opened({v: d}, v)), "another domain")
    value = enclosure(f, {v: exact(start)})
    first = {0} if agree(value, iv.mpf(0)) else sides(value)
    found = summed(first, {way * s for p in signs for s in p["signs"]}) | (first if contains(d, start) else set())
    need(len(first) == 1 and found <= set(c["signs"]), "its sign")
def tends(c):
    """f tends to a value at ±∞, or at a point from some sides of it."""
    point, places = c["at"], [(s, (Q(0), Q(-1), Q(0))) for s in c["from"]] or [({"inf": 1, "-inf": -1}[c["at"]], LINEAR)]
    for s, g in places:
        path = Expansion({g: exact(s)}) + (constant(enclosure(point, {})) if c["from"] else constant(0))
        x = expansion(c["function"], path)
        if x.rest < UNIT and x.bound <= UNIT:
            need(agree(x.terms.get(UNIT, iv.mpf(0)), enclosure(c["is"], {})), "another limit")
        else: need(c["is"] == {1: "inf", -1: "-inf"}[x.lead()[0]], "another limit")

# 3. Boxes

def at_ends(f, box):
    """The values at the lowest and at the highest corner, where the slopes have signs."""
    rising = {v: sides(d) for v, d in slopes(f, box).items()}
    need(not any(s >= {-1, 1} for s in rising.values()), "a slope of no certain sign")
    def end(v, x, lowest): return x if mp.isinf(e := (low if (1 in rising[v]) == lowest else high)(x)) else iv.mpf(e)
    return [enclosure(f, {v: end(v, x, lowest) for v, x in box.items()}) for lowest in (True, False)]
def all_in(f, box, target, v=None, depth=8):
    """The values on a box, or on its parts, must be in a target, or those of the slope in v."""
    ways = (enclosure, mean_value, lambda f, box: iv.mpf([low((ends := at_ends(f, box))[0]), high(ends[1])]))
    for way in ways if v is None else (lambda f, box: slopes(f, box)[v],):
        try:
            if within(way(f, box), target): return
        except ValueError: pass
    widest = max(box, key=lambda v: high(box[v].delta)) if depth and box else refuse("the values on a box")
    for half in halves(box[widest]): all_in(f, {**box, widest: half}, target, v, depth - 1)
def proves(c, f, end, part, allowed):
    """Whether a certificate says that f − end has allowed signs where it holds."""
    points = [{v: at_random(domain_of(c).get(v, d)) for v, d in part.items()} for _ in range(4)]
    if c["kind"] != "sign" or not set(c["signs"]) <= allowed: return False
    algebraic(c)
    return all(agree(enclosure(c["function"], p), enclosure(f, p) - exact(end)) for p in points)
def vanishing(f, box, targets, node, is_counted):
    """Near a point where f and some derivatives of f are known, f is there as the last of these says (Taylor)."""
    ((v, x),), c, end, s = box.items(), enclosure(node["vanishes"], {}), Q(node["from"]), node["sign"]
    chain, there = [f, *node["derivatives"]], hull(x, c)
    for g, slope in zip(chain, chain[1:]):
        need(agree(enclosure(g, {v: c}), exact(end if g is f else 0)), "another value")
        points = [at_random((rational(low(there)), True, rational(high(there)), True)) for _ in range(4)]
        need(all(agree(slopes(g, {v: p})[v], enclosure(slope, {v: p})) for p in points), "another slope")
    need(sides(enclosure(chain[-1], {v: there})) == {s}, "the sign of a derivative")
    signs = {s * (-1) ** len(node["derivatives"])} if low(x) < high(c) else set()
    signs |= {s} if high(x) > low(c) else set()
    is_there = low(x) <= high(c) and low(c) <= high(x)
    def is_in(t, s):
        other = (-INF if t[0] == end else t[0], t[1], INF if t[2] == end else t[2], t[3])
        return (contains(t, end) if s == 0 else t[s + 1] != end and t[0] <= end <= t[2]) and within(enclosure(f, box), other)
    if is_there and not is_counted: signs.add(0)
    need(all(any(is_in(t, s) for t in targets) for s in signs), "the values on a box")
    return [json.dumps(node["vanishes"])] if is_there else []
def leaf(f, part, targets, node, is_counted, v):
    """The zeros on a box, each by some text, where else all values of f lie in a target; the node says how."""
    box = {v: interval(d) for v, d in part.items()}
    if "crossing" in node and is_counted and v is None:
        a, b = at_ends(f, box)
        is_monotone = all(sides(d) == {node["crossing"]} for d in slopes(f, box).values())
        return need(high(a) < 0 < low(b) and is_monotone, "no zero") and [str(part)]
    if "vanishes" in node and v is None: return vanishing(f, box, targets, node, is_counted)
    if "proofs" in node and v is None:
        (lower, closed, upper, shut), *others = targets
        ends = [(lower, {0, 1} if closed else {1}), (upper, {0, -1} if shut else {-1})] if not others else [(Q(0), {-1, 1})]
        need(not others or targets == [span("(-inf, 0)"), span("(0, inf)")], "such targets")
        for end, allowed in ends:
            found = [domain_of(c) for c in node["proofs"] if abs(end) < INF and proves(c, f, end, part, allowed)]
            need(abs(end) == INF or covers(found, part), "no proof")
        return []
    given = [span(node["in"])] if "in" in node else targets
    need("in" not in node or any(within(interval(given[0]), t) for t in targets), "values outside")
    for target in given:
        try: return all_in(f, box, target, v) or []
        except ValueError: pass
    refuse("the values on a box")
def tree(nodes, domain, names, check):
    """Goes through boxes in pre-order, and collects what is found on them."""
    if isinstance(node := next(nodes), list): return check(domain, node)
    v, point, (lower, closed, upper, shut) = names[node["split"]], Q(node["at"]), domain[names[node["split"]]]
    need(lower < point < upper, "a split outside")
    halves = (lower, closed, point, True), (point, True, upper, shut)
    return [zero for part in halves for zero in tree(nodes, {**domain, v: part}, names, check)]
def possible(conditions, box):
    """Whether conditions may hold somewhere on a box."""
    allowed = {"<": {-1}, "≤": {-1, 0}, "=": {0}, "≠": {-1, 1}}
    return all(sides(enclosure(a, box) - enclosure(b, box)) & allowed[r] for a, r, b in conditions)
def enclosed(c):
    names, targets, zeros = c["variables"], [span(t) for t in c["targets"]], set()
    def domain(d): return dict(zip(names, map(span, d["domain"])))
    def check(part, node):
        box, is_single = {v: interval(d) for v, d in part.items()}, len(c["function"]) == len(node) == 1
        cases = [case["value"] for case in c["function"] if possible(case["conditions"], box)]
        found = [leaf(f, part, targets, node[0] if is_single else {}, "zeros" in c, c.get("slope")) for f in cases]
        return found[0] if len(found) == 1 else []
    need(covers([domain(cell) for cell in c["cells"]], domain(c)), "the cells do not cover the domain")
    for cell in c["cells"]:
        nodes = iter(cell.get("nodes", [[{"proofs": cell.get("proofs")}]]))
        zeros |= set(tree(nodes, domain(cell), names, check))
        need(next(nodes, None) is None, "boxes are left over")
    need(c.get("zeros", "any") in ("any", len(zeros)), f"{len(zeros)} zeros")

def claim(c):
    if c["kind"] == "enclosure": enclosed(c)
    elif c["kind"] == "limit": tends(c)
    elif c["kind"] in ("solution", "integral", "maximum", "minimum"): defined(json.dumps(c, sort_keys=True))
    else: algebraic(c)
def main(path="site/verification.json"):
    with open(path, encoding="utf-8") as file: site = json.load(file)
    failures, total = 0, 0
    for place in site["claims"] + site["numbers"]:
        for c in place.get("certificates", []):
            total += 1
            try: claim(c)
            except Exception as error:  # whatever is wrong with a certificate, it is not confirmed
                failures += 1
                print(f"{place.get('page', '')}#{place.get('label') or ''}: {c.get('kind')}: {error or type(error).__name__}")
    print(f"verify: {total} certificates, {failures} not confirmed")
    return 1 if failures or not total else 0

if __name__ == "__main__": sys.exit(main(*sys.argv[1:]))
