#!/usr/bin/env python3
"""Checks the certificates of a site, with no code of Lemma's: Tools/verify.py [site/verification.json]
What they mean is said in Sources/MathCore: Certificate+Expressions, Certificate+Claims and Certificate+Proofs.swift.
Nothing in them is believed. That functions are the same is seen to 75 digits or more at random points, in each eighth
of a range and on both sides of corners: where analytic functions differ, they do almost everywhere.
"""
import json, re, sys
from fractions import Fraction as Q
from functools import cache, partial, reduce
from math import comb, factorial
from operator import add, mul
from random import SystemRandom
from mpmath import iv, mp
INF, ANY = float("inf"), {-1, 0, 1}
def refuse(reason): raise ValueError(reason)
def need(fact, reason): return fact or refuse(reason)
def tried(make, otherwise):  # what it makes, or something else where that is refused
    try: return make()
    except (ValueError, IndexError): return otherwise
# 1. Expressions, made by fewer operations than certificates use; equal ones are one object
class Expression:
    def __init__(self, op, args):
        self.op, self.args, self.parts = op, args, [x for x in args if isinstance(x, Expression)]
        self.variables = frozenset(args if op == "variable" else ()).union(*(x.variables for x in self.parts))
        is_cornered = op == "abs" or op == "power" and args[1] != int(args[1])  # where this part is 0: not analytic
        self.corners = frozenset(self.parts[:is_cornered]).union(*(x.corners for x in self.parts))
    def __add__(self, other): return made("add", self, lifted(other))
    def __mul__(self, other):
        if lifted(1) in (self, lifted(other)): return lifted(other) if self is lifted(1) else self
        return self**2 if self is other else made("multiply", self, lifted(other))
    def __pow__(self, q): return made("power", self, Q(q))
@cache
def made(op, *args): return Expression(op, args)
def lifted(x): return x if isinstance(x, Expression) else made("number", Q(x))
READ = {"number": lifted, "negate": lambda x: x * -1, "subtract": lambda x, y: x + y * -1, "multiply": mul,
        "divide": lambda x, y: x * y**-1, "power": lambda x, q: x ** q.args[0],
        "defined": lambda c: made("defined", json.dumps(c)),
        "polynomial": lambda x, *a: made("polynomial", x, *map(Q, a))}
def parsed(nodes):
    out = []
    for op, *a in nodes: out.append(READ.get(op, partial(made, op))(*(out[x] if isinstance(x, int) else x for x in a)))
    return out[-1]
def evaluated(f, apply, known):  # what `apply` makes of each operation on what became of its parts
    if f not in known: known[f] = apply(f.op, *(evaluated(x, apply, known) if x in f.parts else x for x in f.args))
    return known[f]
@cache
def derivative(f, v):
    if f.op == "variable": return lifted(int(f.args == (v,)))
    inner = [(k, derivative(x, v)) for k, x in enumerate(f.parts) if v in x.variables]
    return reduce(add, [FUNCTIONS[f.op][1](*f.args)[k] * d for k, d in inner]) if inner else lifted(0)
# 2. Their values on boxes: dictionaries from variables to intervals
low, high = (lambda x, k=k: mp.make_mpf(x._mpi_[k]) for k in (0, 1))
def exact(q): return iv.mpf(q.numerator) / q.denominator if isinstance(q, Q) else iv.mpf(q)
def rational(x): return int(mp.sign(x)) * (INF if mp.isinf(x) else Q(x.man_exp[0]) * Q(2) ** x.man_exp[1])
def ends_of(x): return rational(low(x)), rational(high(x))
def sides(x):
    lower, upper = need(low(x) <= high(x), "no value") and (low(x), high(x))
    return {s for s, there in ((-1, lower < 0), (0, lower <= 0 <= upper), (1, upper > 0)) if there}
def apart(x): return need(0 not in sides(x), "a division by 0") and x
def agree(x, y): return 0 in sides(x - y) and high(abs(x - y)) < mp.mpf(2) ** (70 - iv.prec) * max(low(abs(y)), 1)
def positive(x): return need(low(x) > 0, "no positive number") and x
def power(x, q):
    if q < 0: return 1 / apart(power(x, -q))
    return x ** int(q) if q == int(q) else iv.exp(exact(q) * iv.log(x))
def rising(f):  # an increasing function over an interval: mpmath's own values, moved outward
    return lambda x: iv.mpf([f(low(x)), f(high(x))]) * (1 + iv.mpf([-1, 1]) * mp.mpf(2) ** (20 - mp.prec))
FUNCTIONS = {  # over intervals, and the derivatives in each argument
    "number": (exact,), "pi": (lambda: iv.pi + 0,), "defined": (lambda text: defined(text, iv.prec),),
    "add": (add, lambda x, y: [lifted(1)] * 2), "multiply": (mul, lambda x, y: [y, x]),
    "power": (power, lambda x, q: [x ** (q - 1) * q if q else lifted(0)]), "exp": (iv.exp, lambda x: [made("exp", x)]),
    "log": (lambda x: iv.log(positive(x)), lambda x: [x**-1]), "abs": (abs, lambda x: [made("abs", x) ** -1 * x]),
    "sin": (iv.sin, lambda x: [made("cos", x)]), "cos": (iv.cos, lambda x: [made("sin", x) * -1]),
    "erf": (rising(mp.erf), lambda x: [made("exp", x**2 * -1) * made("pi") ** Q(-1, 2) * 2]),
    "atan": (rising(mp.atan), lambda x: [(x**2 + 1) ** -1]), "tgamma": (lambda x: iv.gamma(positive(x)),),
    "restricted": (lambda x, y: x, lambda x, y: [made("restricted", lifted(k), y) for k in (1, 0)]),
    "polynomial": (lambda x, *a: reduce(lambda y, c: y * x + exact(c), reversed(a), iv.mpf(0)),
                   lambda x, *a: [made("polynomial", x, *(n * c for n, c in enumerate(a) if n))])}
def values_of(op, *x): return FUNCTIONS[op][0](*x)
def enclosure(f, box): return evaluated(f, lambda op, *x: box[x[0]] if op == "variable" else values_of(op, *x), {})
def slopes(f, box): return {v: enclosure(derivative(f, v), box) for v in box}
def mean_value(f, box):  # the values on a box, by those at its middle and the slopes
    c = {v: iv.mpf(x.mid) for v, x in box.items()}
    return enclosure(f, c) + sum(d * (box[v] - c[v]) for v, d in slopes(f, box).items())
def span(text):  # an interval: its lower end, whether that belongs to it, its upper end, whether that does
    lower, upper = text[1:-1].split(", ")
    return -INF if lower == "-inf" else Q(lower), text[0] == "[", INF if upper == "inf" else Q(upper), text[-1] == "]"
def interval(d): return iv.mpf([low(exact(d[0])), high(exact(d[len(d) // 2]))])
REALS = span("(-inf, inf)")
@cache
def defined(text, _):  # a zero of a function or a system (Krawczyk 1969), an integral, or an extreme value
    c = json.loads(text)
    if "from" in c: return by_parts(c["kind"], c["variable"], *(parsed(c[key]) for key in ("of", "from", "to")))
    x, of, is_unique = dict(zip(c["variables"], map(interval, map(span, c["in"])))), [*map(parsed, c["of"])], False
    for _ in range(10):
        centre = {v: iv.mpf(a.mid) for v, a in x.items()}
        near, over = (iv.matrix([list(slopes(f, box).values()) for f in of]) for box in (centre, x))
        y = iv.matrix(mp.inverse(near.apply(lambda d: mp.mpf(d.mid))))
        new = iv.matrix(list(centre.values())) - y * iv.matrix([enclosure(f, centre) for f in of]) + (
            iv.eye(len(x)) - y * over) * iv.matrix([x[v] - centre[v] for v in x])
        is_unique |= all(low(a) < low(b) and high(b) < high(a) for a, b in zip(x.values(), new))
        x = {v: iv.mpf([max(low(a), low(b)), min(high(a), high(b))]) for (v, a), b in zip(x.items(), new)}
    return need(is_unique and list(x.values()), "a number that is not isolated")[c["index"]]
def by_parts(kind, v, f, start, end):  # an integral is h·f(c) + h³/24·f″ on each, with a value of f″ from there
    n, way = {"integral": (2048, 0), "maximum": (256, 1), "minimum": (256, -1)}[kind]
    a, h = enclosure(start, {}), enclosure((end + start * -1) * Q(1, n), {})
    parts = [{v: iv.mpf([low(a + h * k), high(a + h * (k + 1))])} for k in range(n)]
    values = [enclosure(f, {v: a + h * (k + 0.5)}) for k in range(n)]
    if not way: return sum(h * y + h**3 / 24 * slopes(derivative(f, v), x)[v] for x, y in zip(parts, values))
    return way * iv.mpf([max(low(way * y) for y in values), max(high(way * mean_value(f, x)) for x in parts)])
# 3. Functions as X → ∞, by the powers of e^X, X and log X in them (Hardy, Orders of Infinity, 1910)
UNIT, LINEAR, LOGARITHM, ORDER = (Q(0),) * 3, (Q(0), Q(1), Q(0)), (Q(0), Q(0), Q(1)), 10
def grown(g, h, k=1): return tuple(a + k * b for a, b in zip(g, h))
class Expansion:  # constants, by the growth (a, b, c) of e^aX·X^b·(log X)^c beside them; and that of the rest, or ()
    def __init__(self, terms, rest=()):
        self.terms = {g: c for g, c in sorted(terms.items(), reverse=True) if g > rest and not agree(c, iv.mpf(0))}
        self.rest, self.bound = rest, max([*self.terms, rest])
    def __add__(self, other):
        both = {g: self.terms.get(g, 0) + other.terms.get(g, 0) for g in {**self.terms, **other.terms}}
        return Expansion(both, max(self.rest, other.rest))
    def __mul__(self, other):
        products = [Expansion({grown(g, h): a * b}) for g, a in self.terms.items() for h, b in other.terms.items()]
        return reduce(add, products, Expansion({}, max(grown(self.rest, other.bound), grown(other.rest, self.bound))))
    def lead(self):  # the first term c·g, the sign of c, and d where all is c·g·(1 + d)
        g, c = need([*self.terms.items()], "no term outgrows the rest")[0]
        return g, c, max(sides(c)), (self + Expansion({g: -c})) * Expansion({grown(UNIT, g, -1): 1 / apart(c)})
def constant(x): return Expansion({UNIT: iv.mpf(x)})
def taylor_series(op, c, d, *q):
    term, total = constant(1), Expansion({}, need(d.bound < UNIT, "no limit") and grown(UNIT, d.bound, ORDER))
    f = made(op, made("variable", "x"), *q)
    for n in range(ORDER):
        total, term, f = total + term * constant(enclosure(f, {"x": c}) / factorial(n)), term * d, derivative(f, "x")
    return total
def expanded(op, *x):  # by the first term, or as far as it grows
    if op in ("add", "multiply", "restricted"): return values_of(op, *x)
    if op in ("number", "pi", "defined"): return constant(values_of(op, *x))
    x, *q = x
    if op in ("power", "log"):
        g, c, s, d = x.lead()
        need(s > 0 or op == "power" and q[0] == int(q[0]), "the sign of an argument")
        rest = taylor_series(op, iv.mpf(1), d, *q)
        if op == "power": return Expansion({grown(UNIT, g, q[0]): power(c, q[0])}) * rest
        return Expansion({UNIT: iv.log(c), LINEAR: exact(g[0]), LOGARITHM: exact(g[1])}) + rest
    if x.bound > UNIT and op == "erf":
        return constant(x.lead()[2]) + Expansion({}, expanded("exp", x * x * constant(-1)).bound)
    if x.bound > LINEAR and op == "exp" and x.lead()[2] < 0: return Expansion({}, (Q(-ORDER), Q(0), Q(0)))
    k = {g: rational(mp.mpf(a.mid)).limit_denominator(10**6) for g, a in x.terms.items() if g > UNIT}
    need(all(op == "exp" and g in (LINEAR, LOGARITHM) and agree(exact(k[g]), x.terms[g]) for g in k), "another growth")
    front = Expansion({(k.get(LINEAR, Q(0)), k.get(LOGARITHM, Q(0)), Q(0)): iv.mpf(1)})
    small = Expansion({g: a for g, a in x.terms.items() if g < UNIT}, x.rest)
    return front * taylor_series(op, x.terms.get(UNIT, iv.mpf(0)), small)
def tends(f, c):
    value = c["is"] if isinstance(c["is"], str) else enclosure(parsed(c["is"]), {})
    for s, g in [(s, (Q(0), Q(-1), Q(0))) for s in c["from"]] or [({"inf": 1, "-inf": -1}[c["at"]], LINEAR)]:
        path = Expansion({g: iv.mpf(s)}) + constant(enclosure(parsed(c["at"]), {}) if c["from"] else 0)
        x = evaluated(f, lambda op, *x: path if op == "variable" else expanded(op, *x), {})
        if x.rest < UNIT and x.bound <= UNIT: need(agree(x.terms.get(UNIT, iv.mpf(0)), value), "another limit")
        else: need(value == {1: "inf", -1: "-inf"}[x.lead()[2]], "another limit")
# 4. The signs of expressions on a domain: a dictionary from variables to intervals
def sign(q): return (q > 0) - (q < 0)
def at(a, x): return sign(sum(c * x**k for k, c in enumerate(a)))
def moved(a, x): return [sum(comb(n, k) * a[n] * x ** (n - k) for n in range(k, len(a))) for k in range(len(a))]
def middle(a, b): return (max(a, min(2 * b, 0) - Q(1)) + min(b, max(2 * a, 0) + Q(1))) / 2
def between(a, lower, upper, depth=60):  # the signs of a polynomial: it has one if all coefficients do after a move
    if lower == -INF and upper < INF: return between([c * (-1) ** k for k, c in enumerate(a)], -upper, INF, depth)
    if lower > -INF:
        b = moved(a, lower) if upper == INF else [c * (upper - lower) ** k for k, c in enumerate(moved(a, lower))]
        s = {sign(c) for c in (b if upper == INF else moved(b[::-1], Q(1))) if c}
        if len(s) < 2 or not depth: return s if len(s) < 2 else ANY
    c = middle(lower, upper)
    return between(a, lower, c, depth - 1) | {at(a, c)} | between(a, c, upper, depth - 1)
def signs_on(a, d): return between(a, d[0], d[2]) | {at(a, x) for x, belongs in (d[:2], d[2:]) if belongs}
def powered(s, k):
    if k != int(k): return need(s <= ({0, 1} if k > 0 else {1}), "a root") and s
    return need(k >= 0 or 0 not in s, "a division by 0") and {a ** int(k) for a in s}
def summed(s, t): return {c for a in s for b in t for c in ({a or b} if a * b >= 0 else ANY)}
SIGNS = {"add": summed, "multiply": lambda s, t: {a * b for a in s for b in t}, "power": powered, "exp": lambda s: {1},
         "abs": lambda s: powered(s, 2), "erf": lambda s: s, "atan": lambda s: s, "restricted": lambda s, _: s}
class Seen:  # what the parts of an expression show: its values, their range, their signs, and the signs of them less 1
    def __init__(self, domain, op, *x):
        is_rising = op == "exp" or op == "power" and x[1] > 0 and x[0].range[0] >= 0
        need(op not in ("log", "tgamma") or x[0].signs <= {1}, f"an argument of {op}")
        d = domain.get(x[0], REALS) if op == "variable" else REALS
        given = [p.values if isinstance(p, Seen) else p for p in x]
        self.values = interval(d) if op == "variable" else tried(lambda: values_of(op, *given), interval(REALS))
        (lower, upper), belong = ends_of(self.values), x[0].range[1::2] if is_rising else (True, True)
        self.range = (lower, belong[0] and lower > -INF, upper, belong[1] and upper < INF) if op != "variable" else d
        if op == "erf": self.range = max(lower, -1), lower > -1, min(upper, 1), upper < 1
        signs = SIGNS[op](*(p.signs if isinstance(p, Seen) else p for p in x)) if op in SIGNS else ANY
        if op == "log": signs = x[0].excess
        if op in ("polynomial", "variable"): signs = signs_on(x[1:] or (0, 1), d if op == "variable" else x[0].range)
        is_open = (0, False) in (self.range[:2], self.range[2:])
        self.signs = need(signs & sides(self.values) - ({0} if is_open else set()), "no value")
        self.excess = x[1].signs if op == "add" and x[0].range[::2] == (1, 1) else sides(self.values - 1)
class Proof:  # what is seen of functions on a domain, if those of their parts that a proof names are the same as others
    def __init__(self, domain, how):
        self.domain, self.how, self.known = domain, how, {}
        for h, signs, p in how.get("given", []):
            has_signs(parsed(h), domain, p, set(signs))
            self.seen(parsed(h)).signs &= set(signs)
        for h, k in how.get("same", []): self.known[parsed(h)] = self.same(parsed(h), parsed(k))
    def seen(self, f): return evaluated(f, lambda op, *x: Seen(self.domain, op, *x), self.known)
    def same(self, f, g):
        points = points_in(self.domain, sorted(f.variables | g.variables), f.corners | g.corners)
        return need(all(agree(enclosure(f, p), enclosure(g, p)) for p in points), "another function") and self.seen(g)
    def signs(self, f):
        return self.seen(f).signs & (self.same(f, parsed(self.how["is"])).signs if "is" in self.how else ANY)
    def zeros(self, g):  # at least their number: of a polynomial its degree, or its changes of sign (Descartes)
        if g.op in ("multiply", "power"): return sum(map(self.zeros, g.parts))
        if g.op != "polynomial": return int(0 in self.seen(g).signs and need(g.op == "variable", "a zero"))
        ((v,), u), s = (g.variables, g.parts[0]), [c > 0 for c in g.args[1:] if c]
        need(self.seen(derivative(u, v)).signs in ({-1}, {1}), "a quantity that takes a value twice")
        return sum(map(bool.__ne__, s, s[1:])) if self.seen(u).signs == {1} else len(g.args) - 2
def at_random(d, part=0, parts=1):
    lower, upper = max(d[0], min(d[2], 4) - 8), min(d[2], max(d[0], -4) + 8)
    return exact(lower + (upper - lower) * (part + Q(SystemRandom().randrange(1, 2**60), 2**60)) / parts)
def points_in(domain, names, corners):  # in each eighth of a range, and on both sides of corners
    d = {v: domain.get(v, REALS) for v in names}
    points = [{v: at_random(d[v], k * (2 * n + 1) % 8, 8) for n, v in enumerate(names)} for k in range(8)]
    for v, u in {(v, h) for u in corners for v in u.variables for h in (u, derivative(u, v))}:
        def sides_at(x): return tried(lambda: sides(enclosure(u, {**points[0], v: exact(x)})), ANY)
        far = sorted({s * Q(2) ** k for s in (-1, 1) for k in range(-32, 64, 4)} | {ends_of(p[v])[0] for p in points})
        for a, b in zip(far, far[1:]):
            if (there := sides_at(a)) == sides_at(b): continue
            for _ in range(64): a, b = (c, b) if sides_at(c := (a + b) / 2) == there else (a, c)
            points += [{**points[0], v: exact(x)} for x in (a, b) if within(exact(x), d[v])]
    return points
def parts_of(domain, proof):  # the parts of a domain into which a proof splits it, and what it says of each
    if "split" not in proof: return [(domain, proof)]
    v, x, left = proof["split"], Q(proof["at"]), proof.get("left", True)
    lower, first, upper, last = domain.get(v, REALS)
    halves = need(lower <= x <= upper, "a split outside") and ((lower, first, x, left), (x, not left, upper, last))
    return [part for d, p in zip(halves, proof["parts"], strict=True) for part in parts_of({**domain, v: d}, p)]
def within(x, d): return all(d[0] < end < d[2] or (end, True) in (d[:2], d[2:]) for end in ends_of(x))
def on_boxes(f, box, claimed, depth=8):  # the values on a box, or on its parts, must have claimed signs
    if any(tried(lambda: sides(way(f, box)), {2}) <= claimed for way in (enclosure, mean_value)): return
    widest = need(depth and box, "the values on a box") and max(box, key=lambda v: high(box[v].delta))
    lower, upper = ends_of(box[widest])
    for half in ((lower, middle(lower, upper)), (middle(lower, upper), upper)):
        on_boxes(f, {**box, widest: interval(half)}, claimed, depth - 1)
def from_end(f, domain, how, claimed):  # from an end where f has a sign or is 0, its slope keeps it from having others
    (v,), c, signs = f.variables, Q(how["from"]), set(how["signs"])
    (lower, first, upper, last), way = (d := domain.get(v, REALS)), {d[2]: -1, d[0]: 1}[c]
    has_signs(f, {v: (lower, first or way > 0, upper, last or way < 0)}, how["defined"], ANY)
    has_signs(derivative(f, v), {v: (lower, False, upper, False)}, how["slope"], signs)
    start = {0} if agree(value := enclosure(f, {v: exact(c)}), iv.mpf(0)) else sides(value)
    found = summed(start, {way * s for s in signs}) | (start if (first if way > 0 else last) else set())
    need(len(start) == 1 and found <= claimed, "the sign at an end")
def has_signs(f, domain, proof, claimed):
    for part, how in parts_of(domain, proof):
        try: is_seen = "from" not in how and Proof(part, how).signs(f) <= claimed
        except ValueError: is_seen = {"is", "same", "given"} & how.keys() and refuse("another function")
        if "from" in how: from_end(f, part, how, claimed)
        elif not is_seen: on_boxes(f, {v: interval(part.get(v, REALS)) for v in f.variables}, claimed)
        there = {v: at_random(part.get(v, REALS)) for v in f.variables}
        need("in" not in how or within(enclosure(f, there), span(how["in"])), "other values")
def has_zeros(f, c, domain):
    v, zero, count, points = c["variable"], iv.mpf(0), 0, [enclosure(parsed(p), {}) for p in c.get("points", [])]
    need(all(agree(enclosure(f, {v: p}), zero) and within(p, domain.get(v, REALS)) for p in points), "a zero")
    need(all(0 not in sides(p - q) for k, p in enumerate(points) for q in points[:k]), "two zeros")
    for part, how in parts_of(domain, c["proof"]):
        lower, _, upper, _ = part.get(v, REALS)
        if "zero" in how: count += need(lower == upper and agree(enclosure(f, {v: exact(lower)}), zero), "a zero")
        elif s := how.get("crossing"):
            ends = [sides(enclosure(f, {v: exact(x)})) for x in (lower, upper)]
            count += need(ends == [{-s}, {s}] and sides(slopes(f, {v: interval(part[v])})[v]) == {s}, "a zero")
        elif points and "is" in how:
            count += need(Proof(part, how).signs(f), "no signs") and Proof(part, how).zeros(parsed(how["is"]))
        else: has_signs(f, part, how, {-1, 1})
    need(count == c["count"] if "count" in c else count <= len(points), f"{count} zeros")
def claim(c):  # with more bits than its numerals have, so that none is lost beside 1
    iv.prec = mp.prec = 320 + 4 * max(map(len, re.findall(r"\d+", json.dumps(c))), default=0) + c.get("bits", 0)
    kind, domain, v = need(c, "empty")["kind"], {v: span(t) for v, t in c.get("domain", {}).items()}, c.get("variable")
    f, *g = [parsed(c[k]) for k in ("left", "right", "function", "slope") if k in c] or [None]
    if kind in ("equal", "derivative", "definition"):
        for proof in (Proof(*part) for part in parts_of(domain, c.get("proof", {}))):
            h = derivative(f, v) if kind == "derivative" else f
            need(proof.seen(f) and proof.seen(h) and proof.same(h, *g), "sides")
    elif kind == "monotone":
        lower, _, upper, _ = domain.get(v, REALS)
        inside, g, way = {**domain, v: (lower, False, upper, False)}, derivative(f, v), c["direction"]
        has_signs(f, domain, c["defined"], ANY)
        is_analytic = all(Proof(inside, {}).seen(u).signs in ({-1}, {1}) for u in f.corners)
        has_signs(g, inside, c["proof"], {0, way} if is_analytic else {way})
        apart(enclosure(g, {v: at_random(inside[v])}))  # so an analytic slope is 0 at single points at most
    elif kind == "sign": has_signs(f, domain, c["proof"], set(c["signs"]))
    elif kind == "zeros": has_zeros(f, c, domain)
    elif kind == "limit": tends(f, c)
    elif kind == "comparisons": need({"<=>"[sign(Q(a) - Q(b)) + 1] == r for a, r, b in c["numbers"]} == {1}, "an order")
    else: defined(json.dumps(c), iv.prec)
def main(path="site/verification.json"):
    with open(path, encoding="utf-8") as file: site = json.load(file)
    given, missed = [(at, c) for at in site["claims"] + site["numbers"] for c in
                     at.get("certificates") or [{}] * (at.get("verdict") in ("proved", "enclosed"))], []
    for at, c in given:
        try: claim(c)
        except Exception as error:  # whatever is wrong with a certificate, it is not confirmed
            missed.append(f"{at.get('page')}#{at.get('label', '')}: {c.get('kind')}: {error or type(error).__name__}")
    print(*missed, f"verify: {len(given)} certificates, {len(missed)} not confirmed", sep="\n")
    return 1 if missed or not given else 0
if __name__ == "__main__": sys.exit(sys.setrecursionlimit(10_000) or main(*sys.argv[1:]))  # for long sums
