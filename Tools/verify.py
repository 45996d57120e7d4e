#!/usr/bin/env python3
"""Checks the certificates of a site, with no code of Lemma's: Tools/verify.py [site/verification.json]

What they mean is said in Sources/MathCore: Certificate+Expressions.swift, Certificate+Claims.swift, Certificate+Steps.swift
(algebra) and EnclosureProof+Certificate.swift (boxes). Nothing in them is believed: every normal form is compared with
what its operation gives, every sign follows anew, every box is enclosed again. Exit status: 0 all hold, 1 one does not.
"""
import json
import sys
from fractions import Fraction as Q
from functools import cache, reduce
from itertools import product
from math import factorial, lcm

from mpmath import iv, mp

iv.prec, mp.prec, INF, ANY = 120, 160, float("inf"), {-1, 0, 1}
REALS = (-INF, False, INF, False)  # an interval: its lower end, whether that belongs to it, its upper end, whether
ONE = {(): Q(1)}

class Unproved(Exception):
    """A claim, or something that it needs, is not found to be true."""
def refuse(reason): raise Unproved(reason)
def need(fact, reason): return fact or refuse(reason)

# 1. Intervals, and the values and slopes of expressions over boxes: dictionaries from variables to intervals

def low(x): return mp.make_mpf(x._mpi_[0])
def high(x): return mp.make_mpf(x._mpi_[1])
def exact(q): return iv.mpf(q.numerator) / q.denominator if isinstance(q, Q) else iv.mpf(q)
def hull(*x): return iv.mpf([min(map(low, x)), max(map(high, x))])
def middle_of(x): return iv.mpf(x.mid)
def halves(x): return [iv.mpf([low(x), x.mid]), iv.mpf([x.mid, high(x)])]
def sides(x): return {s for s, there in ((-1, low(x) < 0), (0, low(x) <= 0 <= high(x)), (1, high(x) > 0)) if there}
def above(x, bound): return x if low(x) >= bound else refuse("an argument outside of the function's domain")
def apart(x): return x if 0 not in sides(x) else refuse("a division by 0")
def rising(f, error=mp.mpf(2) ** -110):
    """An increasing function over an interval: mpmath's own values, moved outward."""
    return lambda x: iv.mpf([(a := f(low(x))) - abs(a) * error, (b := f(high(x))) + abs(b) * error])
def power(x, q):
    if q.denominator > 1: return iv.exp(exact(q) * iv.log(above(x, 0)))
    return x ** q.numerator if q >= 0 else 1 / apart(x) ** -q.numerator
FUNCTIONS = {  # each with its derivative
    "exp": (iv.exp, iv.exp), "sin": (iv.sin, iv.cos), "cos": (iv.cos, lambda x: -iv.sin(x)),
    "log": (lambda x: iv.log(above(x, 0)), lambda x: 1 / apart(x)),
    "abs": (abs, lambda x: iv.mpf([min(sides(x)), max(sides(x))])),
    "erf": (rising(mp.erf), lambda x: 2 / iv.sqrt(iv.pi) * iv.exp(-x**2)),
    "atan": (rising(mp.atan), lambda x: 1 / (1 + x**2)), "asinh": (rising(mp.asinh), lambda x: 1 / iv.sqrt(x**2 + 1)),
    "asin": (rising(mp.asin), lambda x: 1 / iv.sqrt(apart(above(1 - x**2, 0)))),
    "acosh": (lambda x: rising(mp.acosh)(above(x, 1)), lambda x: 1 / iv.sqrt(apart(above(x**2 - 1, 0)))),
    "cbrt": (CBRT := rising(lambda t: mp.sign(t) * mp.cbrt(abs(t))), lambda x: 1 / (3 * apart(CBRT(x)) ** 2)),
    "tgamma": (lambda x: iv.gamma(above(x, 0)), None), "lgamma": (lambda x: iv.loggamma(above(x, 0)), None),
    "floor": (rising(mp.floor), None), "ceil": (rising(mp.ceil), None)}

def jet(nodes, box):
    """An interval that holds the values over a box, and one for the slope in each variable."""
    made = []
    for op, *args in nodes:
        (x, dx), (y, dy) = ([made[k] for k in args if isinstance(k, int)] + [(None, {})] * 2)[:2]
        def both(f): return {v: f(dx.get(v, 0), dy.get(v, 0)) for v in {**dx, **dy}}
        if op == "number": new = exact(Q(args[0])), {}
        elif op == "pi": new = iv.pi, {}
        elif op == "variable": new = box[args[0]], {args[0]: iv.mpf(1)}
        elif op == "defined": new = defined(json.dumps(args[0], sort_keys=True)), {}
        elif op == "negate": new = -x, both(lambda a, b: -a)
        elif op == "add": new = x + y, both(lambda a, b: a + b)
        elif op == "subtract": new = x - y, both(lambda a, b: a - b)
        elif op == "multiply": new = (x * y if x is not y else x**2), both(lambda a, b: a * y + x * b)
        elif op == "divide": new = x / apart(y), both(lambda a, b: (a - x / y * b) / y)
        elif op == "power":
            q = Q(nodes[args[1]][1])
            new = power(x, q), both(lambda a, b: a * exact(q) * power(x, q - 1))
        else:
            f, slope = FUNCTIONS[op]
            new = f(x), {v: d * need(slope, f"no derivative of {op}")(x) for v, d in dx.items()}
        made.append(new)
    return made[-1]
def enclosure(nodes, box): return jet(nodes, box)[0]
def mean_value(nodes, box):
    """The values over a box, by those at its middle and the slopes."""
    centre, slopes = {v: middle_of(x) for v, x in box.items()}, jet(nodes, box)[1]
    return enclosure(nodes, centre) + sum(d * (box[v] - centre[v]) for v, d in slopes.items())

def series(nodes, x, n):
    """The first n + 1 Taylor coefficients of an expression in one variable, at every point of an interval."""
    made, zeros = [], [iv.mpf(0)] * n
    def times(a, b): return [sum(a[i] * b[k - i] for i in range(k + 1)) for k in range(n + 1)]
    for op, *args in nodes:
        a, b = ([made[k] for k in args if isinstance(k, int)] + [None, None])[:2]
        if op == "variable": new = [x, iv.mpf(1), *zeros[1:]]
        elif a is None: new = [jet([[op, *args]], {})[0], *zeros]
        elif op == "negate": new = [-c for c in a]
        elif op in ("add", "subtract"): new = [c + d if op == "add" else c - d for c, d in zip(a, b)]
        elif op == "multiply": new = times(a, b)
        elif op == "divide":
            new = []
            for k in range(n + 1): new.append((a[k] - sum(b[k - i] * new[i] for i in range(k))) / apart(b[0]))
        elif op == "exp":
            new = [iv.exp(a[0])]
            for k in range(1, n + 1): new.append(sum(i * a[i] * new[k - i] for i in range(1, k + 1)) / k)
        elif op == "power" and (q := Q(nodes[args[1]][1])).denominator == 1 and q >= 0:
            new = reduce(times, [a] * int(q), [iv.mpf(1), *zeros])
        else: refuse(f"no series of {op}")
        made.append(new)
    return made[-1]
def taylor(nodes, box, n=4):
    """The values over an interval by the Taylor polynomial at its middle, whose last coefficient is one over all of it."""
    (x,) = box.values()
    terms = zip(series(nodes, middle_of(x), n - 1) + [series(nodes, x, n)[n]], range(n + 1))
    return sum(c * (x - middle_of(x)) ** k for c, k in terms)

# 2. Polynomials in one quantity: lists of coefficients, constant first

def sign(q): return (q > 0) - (q < 0)
def remainder(a, b):
    while len(a) >= len(b):
        a = [c - a[-1] / b[-1] * b[k - len(a) + len(b)] if k >= len(a) - len(b) else c for k, c in enumerate(a[:-1])]
        while a and not a[-1]: a = a[:-1]
    return a
def division(a, x):
    """The quotient by (the quantity − x), and the value at x (Horner)."""
    values = reduce(lambda done, c: done + [done[-1] * x + c], a[-2::-1], [a[-1]])
    return values[-2::-1], values[-1]
def at(a, x): return sign(division(a, x)[1]) if abs(x) < INF else sign(a[-1]) * (1 if x > 0 or len(a) % 2 else -1)
def middle(a, b): return Q(0) if -a == b else 2 * abs(a) + 1 if b == INF else -2 * abs(b) - 1 if a == -INF else (a + b) / 2
def inside(a, lower, upper):
    """The signs strictly between two points, and the number of zeros (Sturm 1829)."""
    while len(a) > 1 and not at(a, lower): a = division(a, lower)[0]
    while len(a) > 1 and not at(a, upper): a = [-c for c in division(a, upper)[0]]
    chain = [a, [k * c for k, c in enumerate(a)][1:]]
    while chain[-1]: chain.append([-c for c in remainder(*chain[-2:])])
    rows = [[s for p in chain[:-1] if (s := at(p, x))] for x in (lower, upper)]
    zeros = int.__sub__(*(sum(s != t for s, t in zip(row, row[1:])) for row in rows))
    if zeros < 2: return {at(a, lower), at(a, upper), *[0] * zeros}, zeros
    c = middle(lower, upper)
    return inside(a, lower, c)[0] | {at(a, c)} | inside(a, c, upper)[0], zeros
def signs_and_zeros(a, span):
    lower, closed, upper, shut = span
    ends = [at(a, x) for x, there in ((lower, closed), (upper, shut and lower < upper)) if there]
    between, zeros = inside(a, lower, upper) if lower < upper else (set(), 0)
    return between | set(ends), zeros + ends.count(0)

# 3. Algebra: polynomials are dictionaries from monomials, tuples of generators and their powers, to coefficients

def plus(p, q, c=1): return {m: a for m in {**p, **q} if (a := p.get(m, 0) + c * q.get(m, 0))}
def scaled(p, c): return {m: a * c for m, a in p.items()}
def joined(m, n, c=1):
    return tuple((g, k) for g in sorted({g for g, _ in m + n}) if (k := dict(m).get(g, 0) + c * dict(n).get(g, 0)))
def atoms(p): return sorted({g for m in p for g, _ in m})
def powered(signs, k): return {s ** int(k) for s in signs} if k == int(k) else signs & {0, 1}
def multiplied(s, t): return {a * b for a in s for b in t}
def summed(s, t): return {c for a in s for b in t for c in ({a or b} if a * b >= 0 else ANY)}

class Algebra:
    """Normal forms on a part of the domain: pairs of a numerator and a denominator in the generators of a step."""
    def __init__(self, domain, step):
        self.domain, self.box, self.kinds, self.args, self.found = domain, {v: interval(d) for v, d in domain.items()}, [], [], {}
        self.reasons = {}
        for kind, *args in step["generators"]:
            self.args.append(args if kind in ("variable", "defined") else [(self.poly(a), ONE) if kind in POLYNOMIAL else self.fraction(a) for a in args])
            self.kinds.append(kind)
            if kind == "log": need(self.signs(self.args[-1][0][0]) == {1}, "a logarithm that may be undefined")
            if kind == "root": need(self.signs(self.args[-1][0][0]) <= {0, 1}, "a root that may be undefined")
            if kind not in ("root", "log"): self.values(len(self.kinds) - 1)
        for p, *reason in step.get("signs", []): self.reasons[self.key(self.poly(p))] = [self.poly(q) for q in reason]
        for p, n, form in step.get("logarithms", []): self.reasons[self.key(self.poly(p))] = [Q(n), self.fraction(form)]
    def poly(self, rows):
        p = reduce(plus, [{joined(tuple(zip(ks[::2], map(Q, ks[1::2]))), ()): Q(c)} for c, *ks in rows], {})
        return p if all(g in range(len(self.kinds)) for g in atoms(p)) else refuse("a generator that is not there")
    def fraction(self, rows):
        """A normal form; its denominator must be 0 nowhere."""
        top, *below = rows
        bottom = reduce(self.times, [self.raised(self.poly(p), Q(k)) for p, k in below], ONE)
        return self.poly(top), need(0 not in self.signs(bottom) and bottom, "a denominator that may be 0")
    def relation(self, g):
        """A power of a generator that is written as a polynomial in those before it."""
        p = self.args[g][0][0] if self.kinds[g] in POLYNOMIAL else {}
        if self.kinds[g] == "cos":
            sine = [h for h in range(g) if self.kinds[h] == "sin" and self.same(self.args[h][0], self.args[g][0])]
            return (2, plus(ONE, {((sine[0], Q(2)),): Q(1)}, -1)) if sine else (INF, p)
        return {"root": (1, p), "abs": (2, p and self.times(p, p)), "cbrt": (3, p)}.get(self.kinds[g], (INF, p))
    def times(self, p, q):
        total = {}
        for (m, a), (n, b) in product(p.items(), q.items()):
            mn, term = joined(m, n), None
            for g, k in mn:
                limit, other = self.relation(g)
                if k >= limit:
                    rest = {joined(mn, ((g, limit * (k // limit)),), -1): a * b}
                    term = reduce(self.times, [other] * int(k // limit), rest)
                    break
            total = plus(total, term if term is not None else {mn: a * b})
        return total
    def raised(self, p, k):
        """p^k: of one generator any power; of others a root must be a generator, unless k is a whole number."""
        if k.denominator == 1 and k >= 0: return reduce(self.times, [p] * int(k), ONE)
        if len(p) == 1 and list(p.values()) == [1]: return self.times({tuple((g, n * k) for g, n in next(iter(p))): Q(1)}, ONE)
        return next({((g, k),): Q(1)} for g, kind in enumerate(self.kinds) if kind == "root" and self.args[g][0][0] == p)
    def same(self, f, g): return self.times(f[0], g[1]) == self.times(g[0], f[1])
    def sum(self, f, g, c=1):
        if f[1] == g[1]: return plus(f[0], g[0], c), f[1]
        return plus(self.times(f[0], g[1]), self.times(g[0], f[1]), c), self.times(f[1], g[1])
    def product(self, f, g): return self.times(f[0], g[0]), self.times(f[1], g[1])
    def over(self, f, g): return self.product(f, (g[1], need(g[0] and 0 not in self.signs(g[0]) and g[0], "a divisor that may be 0")))
    def power(self, f, k): return (self.raised(f[0], k), self.raised(f[1], k)) if k >= 0 else self.over((ONE, ONE), self.power(f, -k))
    def exponential(self, f):
        """e to a form: of a term c·ln p it is p^c, of another the generator e^term to a power."""
        result = (ONE, ONE)
        for m, c in f[0].items():
            if f[1] == ONE and len(m) == 1 and m[0][1] == 1 and self.kinds[m[0][0]] == "log":
                part = self.raised(self.args[m[0][0]][0][0], abs(c)), ONE
                part = part if c > 0 else part[::-1]
            else: part = {((next(g for g, kind in enumerate(self.kinds) if kind == "exp" and self.same(self.args[g][0], ({m: Q(1)}, f[1]))), c),): Q(1)}, ONE
            result = self.product(result, part)
        return result
    def check(self, nodes, forms):
        """The form of an expression, after that of each of its parts was compared with what its operation gives."""
        forms = [self.fraction(f) for f in forms]
        need(len(forms) == len(nodes), "a form is missing")
        for (op, *args), form in zip(nodes, forms): need(self.follows(op, args, form, [forms[k] for k in args if isinstance(k, int)], nodes), f"the form of {op}")
        return forms[-1]
    def follows(self, op, args, form, parts, nodes):
        x, y = (parts + [None] * 2)[:2]
        if op == "number": return self.same(form, ({(): Q(args[0])} if Q(args[0]) else {}, ONE))
        if op == "negate": return self.same(form, (scaled(x[0], -1), x[1]))
        if op in ("add", "subtract"): return self.same(form, self.sum(x, y, 1 if op == "add" else -1))
        if op == "multiply": return self.same(form, self.product(x, y))
        if op == "divide": return self.same(form, self.over(x, y))
        if op == "exp": return self.same(form, self.exponential(x))
        if op == "log": return self.fraction_signs(x) == {1} and self.same(self.exponential(form), x)
        if op == "abs": return self.fraction_signs(form) <= {0, 1} and self.same(self.product(form, form), self.product(x, x))
        if op == "power":
            k = Q(nodes[args[1]][1])
            if k.denominator == 1: return self.same(form, self.power(x, k))
            return self.fraction_signs(x) <= ({0, 1} if k > 0 else {1}) and self.fraction_signs(form) <= {0, 1} and (
                self.same(self.power(form, Q(k.denominator)), self.power(x, Q(k.numerator))))
        if op == "cbrt": return self.same(self.power(form, Q(3)), x)
        d = self.domain.get(args[0], REALS) if op == "variable" else REALS
        if d[0] == d[2]: return self.same(form, ({(): d[0]}, ONE))
        (m, c), = form[0].items()
        (g, k), = m
        return form[1] == ONE and k == 1 and self.kinds[g] == op and (
            c == 1 and (args == self.args[g] if not parts else all(map(self.same, parts, self.args[g])))
            or c == -1 and op in ODD and self.same(x, (scaled(self.args[g][0][0], -1), self.args[g][0][1])))
    def derivative(self, f, v):
        """Of a form, by the quotient rule and the chain rule; where a generator has none, it is refused."""
        (n, d), (dn, db), (dd, de) = f, self.slope(f[0], v), self.slope(f[1], v)
        return self.over(self.sum(self.product((dn, db), (d, ONE)), self.product((dd, de), (n, ONE)), -1), (self.times(d, d), ONE))
    def slope(self, p, v):
        total = ({}, ONE)
        for m, c in p.items():
            for g, k in m:
                kind, args = self.kinds[g], self.args[g]
                if kind in ("pi", "defined") or kind == "variable" and args[0] != v: continue
                inner = self.derivative(args[0], v) if kind != "variable" else (ONE, ONE)
                if not inner[0]: continue
                whole, rest = {m: c * k}, {joined(m, ((g, Q(1)),), -1): c * k}
                if kind == "exp": part = whole, ONE
                elif kind == "variable": part = rest, ONE
                elif kind in ("root", "abs"): part = self.over((whole, ONE), args[0])
                elif kind == "log": part = self.over((rest, ONE), args[0])
                elif kind == "erf":  # its derivative is 2/√π · e^(−x²)
                    square, pi = self.product(args[0], args[0]), {((self.kinds.index("pi"), Q(1)),): Q(1)}
                    bell = self.exponential((scaled(square[0], -1), square[1]))
                    part = self.over(self.product((scaled(rest, 2), ONE), bell), (self.raised(pi, Q(1, 2)), ONE))
                else: refuse(f"no derivative of {kind}")
                total = self.sum(total, self.product(part, inner))
        return total
    def key(self, p): return frozenset(scaled(q := self.parted(p)[1], 1 / abs(q[max(q)])).items())
    def parted(self, p):
        """A monomial that divides every term, and the quotient."""
        content = tuple((g, k) for g in atoms(p) if (k := min(dict(m).get(g, Q(0)) for m in p)))
        return content, {joined(m, content, -1): a for m, a in p.items()}
    def fraction_signs(self, f): return multiplied(self.signs(f[0]), self.signs(f[1]))
    def signs(self, p):
        """Those that a polynomial may have on the domain."""
        if not p: return {0}
        if (key := frozenset(p.items())) not in self.found:
            self.found[key] = ANY
            content, rest = self.parted(p)
            self.found[key] = reduce(multiplied, [powered(self.generator_signs(g), k) for g, k in content], self.rest_signs(rest))
        return self.found[key]
    def generator_signs(self, g):
        kind, args = self.kinds[g], self.args[g]
        if kind == "variable": return signs_and_zeros([Q(0), Q(1)], self.domain.get(args[0], REALS))[0]
        if kind in ("root", "erf", "atan", "asinh", "asin", "cbrt"): return self.fraction_signs(args[0])
        if kind == "abs": return powered(self.fraction_signs(args[0]), 2)
        return {1} if kind == "exp" else sides(self.values(g)) & (self.signs(plus(args[0][0], ONE, -1)) if kind == "log" else ANY)
    def rest_signs(self, p):
        """By the signs of the terms, Sturm's theorem, intervals, or the reason that the certificate gives."""
        found = reduce(summed, [reduce(multiplied, [powered(self.generator_signs(g), k) for g, k in m], {sign(a)}) for m, a in p.items()])
        if len(found) == 1: return found
        if one := self.univariate(p): return found & signs_and_zeros(*one)[0]
        found &= self.interval_signs(p)
        reason = self.reasons.get(self.key(p), [])
        if len(reason) == 3 and self.times(reason[0], p) == plus(self.times(reason[1], reason[1]), reason[2]):
            s = self.signs(reason[0])  # m · p = s² + r
            if s in ({1}, {-1}): found &= multiplied(s, summed(powered(self.signs(reason[1]), 2), self.signs(reason[2])))
        if len(reason) == 2 and reason[0] > 0 and self.same(self.exponential((scaled(p, reason[0]), ONE)), self.sum(reason[1], (ONE, ONE))):
            found &= self.fraction_signs(reason[1])
        return found
    def interval_signs(self, p):
        try: return sides(self.enclose(p))
        except (Unproved, ValueError): return ANY
    def enclose(self, p):
        return sum((reduce(iv.mpf.__mul__, [power(self.values(g), k) for g, k in m], exact(a)) for m, a in p.items()), iv.mpf(0))
    def values(self, g):
        """An interval that holds all values of a generator."""
        kind, args = self.kinds[g], self.args[g]
        if kind == "variable": return self.box.get(args[0], iv.mpf([-INF, INF]))
        if kind == "pi": return iv.pi
        if kind == "defined": return defined(json.dumps(args[0], sort_keys=True))
        (n, d), = args
        x = self.enclose(n) if d == ONE else self.enclose(n) / apart(self.enclose(d))
        return x if kind == "root" else FUNCTIONS[kind][0](x)
    def univariate(self, p):
        """The coefficients in one quantity, and the interval of its values."""
        if len(atoms(p)) != 1: return None
        g, n = atoms(p)[0], lcm(*[k.denominator for m in p for _, k in m])
        a = [Q(0)] * (1 + int(n * max(k for m in p for _, k in m)))
        for m, q in p.items(): a[int(n * sum(k for _, k in m))] = q
        kind, args = self.kinds[g], self.args[g]
        if kind == "variable" and n == 1: return a, self.domain.get(args[0], REALS)
        x, ends = power(self.values(g), Q(1, n)), REALS
        m = max(args[0][0], default=()) if kind == "exp" else ()
        if kind == "exp" and args[0] == ({m: Q(1)}, ONE) and len(m) == 1 and m[0][1] == 1 and self.kinds[m[0][0]] == "variable":
            ends = self.domain.get(self.args[m[0][0]][0], REALS)  # ends of x at which e^x is known exactly: 0, ±∞
        is_power = kind == "exp"
        lower = (Q(1), ends[1]) if ends[0] == 0 else (Q(0), False) if is_power and not mp.isnormal(low(x)) else (rational(low(x)), True)
        return a, (*lower, *((Q(1), ends[3]) if ends[2] == 0 else (rational(high(x)), not mp.isinf(high(x)))))
def rational(x): return (INF if x > 0 else -INF) if mp.isinf(x) else Q(x.man_exp[0]) * Q(2) ** x.man_exp[1]
POLYNOMIAL, ODD = ("log", "abs", "root", "cbrt"), ("erf", "atan", "asinh", "asin")

# 4. Claims on a domain: a dictionary from variables to intervals

def span(text):
    lower, upper = text[1:-1].split(", ")
    return (-INF if lower == "-inf" else Q(lower), text[0] == "[", INF if upper == "inf" else Q(upper), text[-1] == "]")
def domain_of(c): return {v: span(t) for v, t in c["domain"].items()}
def interval(d): return hull(exact(d[0]), exact(d[2]))
def opened(domain, v): return {**domain, v: (domain.get(v, REALS)[0], False, domain.get(v, REALS)[2], False)}
def contains(d, x): return d[0] < x < d[2] or x == d[0] and d[1] or x == d[2] and d[3]
def covers(cells, domain):
    """Whether every point of a domain lies in a cell: at all their ends, and between them."""
    points = []
    for v in sorted({v for d in (domain, *cells) for v in d}):
        d = domain.get(v, REALS)
        ends = sorted({x for cell in (domain, *cells) for x in cell.get(v, REALS)[::2] if d[0] <= x <= d[2]})
        points.append([(v, x) for x in [x for x in ends if contains(d, x)] + [middle(a, b) for a, b in zip(ends, ends[1:])]])
    return all(any(all(contains(cell.get(v, REALS), x) for v, x in point) for cell in cells) for point in product(*points))
def steps(domain, given, *functions):
    """The algebra of each step of a proof, and the normal forms of functions in it."""
    need(covers([{**domain, **domain_of(s)} for s in given], domain), "the steps do not cover the domain")
    for s in given:
        algebra = Algebra({**domain, **domain_of(s)}, s)
        yield algebra, [algebra.check(f, forms) for f, forms in zip(functions, s["forms"], strict=True)]
def are_equal(algebra, f, g): need(algebra.signs(algebra.sum(f, g, -1)[0]) == {0}, "the sides are not equal")

def algebraic(c):
    kind, domain = c["kind"], domain_of(c)
    if kind == "defined": return list(steps(domain, c["steps"], c["function"]))
    if kind == "equal": return [are_equal(algebra, f, g) for algebra, (f, g) in steps(domain, c["steps"], c["left"], c["right"])]
    if kind == "derivative":
        return [are_equal(a, a.derivative(f, c["variable"]), g) for a, (f, g) in steps(domain, c["steps"], c["function"], c["slope"])]
    if kind == "sign":
        return [need(a.fraction_signs(f) <= set(c["signs"]), "its sign") for a, (f,) in steps(domain, c["steps"], c["function"])]
    if kind == "monotone":
        v, ways = c["variable"], c["direction"]
        list(steps(domain, c["defined"], c["function"]))
        for a, (f, g) in steps(opened(domain, v), c["steps"], c["function"], c["slope"]):
            d = a.derivative(f, v)
            are_equal(a, (scaled(d[0], ways), d[1]), g)
            need(a.fraction_signs(g) <= ({0, 1} if a.univariate(g[0]) else {1}), "the sign of its slope")
    elif kind == "zeros": has_zeros(c, domain)
    elif kind == "definition":
        numbers = {json.dumps(n[1], sort_keys=True) for side in ("left", "right") for n in c[side] if n[0] == "defined"}
        for n in numbers: defined(n)
        systems = [json.loads(n) for n in numbers]
        need(len({json.dumps([s["of"], s["in"]]) for s in systems}) == 1, "the numbers of one system")
        names = {json.dumps(s, sort_keys=True): {("variable", s.get("variables", [s.get("variable")])[s.get("index", 0)]): Q(1)} for s in systems}
        f = plus(combination(c["left"], names), combination(c["right"], names), -1)
        equations = systems[0]["of"] if systems[0]["kind"] == "solution" else [systems[0]["of"]]
        need(any(f.keys() == g.keys() and len({f[k] / g[k] for k in f}) == 1 for g in (combination(e) for e in equations)), "no equation says so")
    else: refuse("an unknown kind")
def combination(nodes, names={}):
    """An expression as a sum of multiples of expressions that are no sums."""
    made = []
    for op, *args in nodes:
        x, y = ([made[k] for k in args if isinstance(k, int)] + [{}, {}])[:2]
        if op == "number": new = {(): Q(args[0])} if Q(args[0]) else {}
        elif op in ("add", "subtract", "negate"): new = scaled(x, -1) if op == "negate" else plus(x, y, 1 if op == "add" else -1)
        elif op in ("multiply", "divide") and y.keys() == {()}: new = scaled(x, y[()] if op == "multiply" else 1 / y[()])
        elif op == "multiply" and x.keys() == {()}: new = scaled(y, x[()])
        elif op in ("variable", "defined") and (name := json.dumps(args[0], sort_keys=True) if op == "defined" else args[0]) in names: new = names[name]
        elif op == "defined": new = {(op, name): Q(1)}
        else: new = {(op, *(frozenset(made[k].items()) if isinstance(k, int) else k for k in args)): Q(1)}
        made.append(new)
    return made[-1]
def has_zeros(c, domain):
    """At the points that are given, or so many."""
    v, points = c["variable"], c.get("points", [])
    lower, closed, upper, shut = domain.get(v, REALS)
    places = [enclosure(p, {}) for p in points]
    for k, (point, x) in enumerate(zip(points, places)):
        there = c["at"][k]
        need(there["kind"] == "equal" and combination(there["left"]) == combination(c["function"], {v: combination(point)}), "f(c)")
        algebraic(there), need(not combination(there["right"]) and not there["domain"], "0")
        if len(point) == 1 and point[0][0] == "number": need(contains((lower, closed, upper, shut), Q(point[0][1])), "a zero outside")
        else: need(lower < low(x) and high(x) < upper, "a zero outside")
        need(all(high(x) < low(y) or high(y) < low(x) for y in places[:k]), "a zero that is given twice")
    if "monotone" in c:
        need(len(points) == 1 and all(c["monotone"][k] == c[k] for k in ("function", "variable", "domain")), "another function")
        return algebraic(c["monotone"])
    (algebra, (f,)), = steps(domain, c["steps"], c["function"])
    content, rest = algebra.parted(need(f[0], "it is 0 everywhere"))
    rest = algebra.times(rest, {tuple((g, Q(1)) for g, k in content if 0 in algebra.generator_signs(g)): Q(1)})
    count, known = 0, len(points)
    if atoms(rest):
        a, ends = need(algebra.univariate(rest), "its zeros are not counted")
        count, kind = signs_and_zeros(a, ends)[1], algebra.kinds[atoms(rest)[0]]
        is_exact = kind in ("variable", "exp") and {*ends[::2]} <= {0, 1, INF} or kind == "variable"
        need(is_exact or count == known, "its zeros are not counted")
    need(count == c.get("count", known), f"{count} zeros")
# 5. Numbers that certificates define

@cache
def defined(text):
    """The number of a certificate: an integral, an extreme value, or a zero of a function or system (Krawczyk 1969)."""
    c = json.loads(text)
    if c["kind"] in ("integral", "maximum", "minimum"):
        a, b = (enclosure(c[key], {}) for key in ("from", "to"))
        if c["kind"] == "integral": return integral(c["of"], c["variable"], a, b)
        f = c["of"] if c["kind"] == "maximum" else c["of"] + [["negate", len(c["of"]) - 1]]
        return maximum(f, c["variable"], a, b) * (1 if c["kind"] == "maximum" else -1)
    names, texts, boxes = ([c["variable"]], [c["of"]], [c["in"]]) if c["kind"] == "root" else (c["variables"], c["of"], c["in"])
    x, rows, is_unique = [interval(span(t)) for t in boxes], range(len(texts)), False
    for _ in range(12):
        centre = {v: middle_of(y) for v, y in zip(names, x)}
        jets = [[[d.get(v, iv.mpf(0)) for v in names] for _, d in [jet(f, box)]][0] for box in (centre, dict(zip(names, x))) for f in texts]
        inverse = mp.inverse(mp.matrix([[d.mid for d in row] for row in jets[:len(texts)]]))
        y, slopes, values = [[iv.mpf(inverse[i, j]) for j in rows] for i in rows], jets[len(texts):], [enclosure(f, centre) for f in texts]
        new = [centre[v] - sum(y[i][k] * values[k] for k in rows) + sum(
            ((i == j) - sum(y[i][k] * slopes[k][j] for k in rows)) * (x[j] - centre[w]) for j, w in enumerate(names))
            for i, v in enumerate(names)]
        is_unique |= all(low(a) < low(b) and high(b) < high(a) for a, b in zip(x, new))
        x = [iv.mpf([max(low(a), low(b)), min(high(a), high(b))]) for a, b in zip(x, new)]
    return x[c.get("index", 0)] if is_unique else refuse("a number that is not isolated")
def integral(f, v, a, b, pieces=2000):
    """By midpoints: over a piece of length h it is h·f(c), but for h²/4 times the half width of the slopes' interval."""
    h, total = (b - a) / pieces, iv.mpf(0)
    for k in range(pieces):
        slopes = jet(f, {v: hull(a + k * h, a + (k + 1) * h)})[1][v]
        total += h * enclosure(f, {v: a + (k + iv.mpf(0.5)) * h}) + h**2 / 8 * (slopes - slopes)
    return total
def maximum(f, v, a, b, rounds=40):
    """By halving intervals, and leaving those where the values are less than one that is known."""
    parts, best = [hull(a, b)], -INF
    for _ in range(rounds):
        parts = [half for x in parts for half in halves(x)]
        best = max([best, *(low(enclosure(f, {v: middle_of(x)})) for x in parts)])
        tops = [(x, high(mean_value(f, {v: x}))) for x in parts]
        parts = [x for x, top in tops if top >= best]
        need(len(parts) < 500, "an extreme value that is not isolated")
    return iv.mpf([best, max(top for _, top in tops)])

# 6. Boxes

def within(x, target):
    (a, b), (lower, closed, upper, shut) = (low(x), high(x)), target
    return (a >= high(exact(lower)) if closed else a > high(exact(lower)) or lower == -INF) and (
        b <= low(exact(upper)) if shut else b < low(exact(upper)) or upper == INF)
def all_in(f, box, target, depth=7):
    """The values on a box, or on its parts, are in a target: by intervals, slopes, or at the ends if the slopes have signs."""
    for way in (enclosure, mean_value, taylor, lambda f, box: hull(*at_ends(f, box)[0])):
        try:
            if within(way(f, box), target): return
        except (Unproved, ValueError): pass
    v = max(box, key=lambda v: high(box[v].delta)) if depth and box else refuse("the values on a box")
    for half in halves(box[v]): all_in(f, {**box, v: half}, target, depth - 1)
def at_ends(f, box):
    """The values at the lowest and at the highest corner, and the signs of the slopes, one each."""
    rising = {v: sides(d) for v, d in jet(f, box)[1].items()}
    need(not any(s >= {-1, 1} for s in rising.values()), "a slope of no certain sign")
    corners = [{v: iv.mpf((low if (1 in rising.get(v, ())) == lowest else high)(x)) for v, x in box.items()} for lowest in (True, False)]
    return [enclosure(f, corner) for corner in corners], rising
def leaf(f, domain, targets, node, zeros):
    """The zeros on a box, where else all values of f lie in a target; the node says how."""
    box = {v: interval(d) for v, d in domain.items()}
    if "crossing" in node and zeros is not None:
        (a, b), rising = at_ends(f, box)
        return need(high(a) < 0 < low(b) and all(s in ({1}, {-1}) for s in rising.values()), "no zero") and 1
    for target in targets:
        try:
            if "in" in node:
                given = [x + s * (abs(x) + 1) / 2**40 if s and abs(x) < INF else x for x, s in zip(span(node["in"]), (-1, 0, 1, 0))]
                all_in(f, box, given)
                if not within(interval(span(node["in"])), target): refuse("no target")
                if not within(interval(given), target): all_in(f, box, target)
            else:
                is_sign = {abs(end) for t in targets for end in t[::2]} <= {0, INF}
                bounds = [(Q(0), {s for s in ANY if any(contains(t, s) for t in targets)})] if is_sign else [
                    (end, {s, 0} if closed else {s}) for end, closed, s in ((*target[:2], 1), (*target[2:], -1)) if abs(end) < INF]
                for end, allowed in bounds:
                    need(any(proves(c, f, end, domain, allowed) for c in node["proofs"]) or grows(node["proofs"], f, end, domain, allowed), "no proof")
            return 0
        except Unproved: pass
    refuse("the values on a box")
def proves(c, f, end, domain, allowed):
    """Whether a certificate says that f − end has allowed signs on the domain, or is defined there."""
    shift = {(): end} if end else {}
    return (c["kind"] == ("sign" if allowed else "defined") and set(c.get("signs", ())) <= allowed
            and combination(c["function"]) == plus(combination(f), shift, -1)
            and all(covers([{v: domain_of(c).get(v, REALS)}], {v: d}) for v, d in domain.items()) and (algebraic(c), True)[1])
def grows(proofs, f, end, domain, allowed):
    """Whether f − end has an allowed sign at a finite end of the domain, and from there on a slope that keeps it."""
    ((v, (lower, closed, upper, shut)),) = domain.items()
    for c, outward in ((lower, 1), (upper, -1)):
        whole = {v: (lower, closed or c == lower, upper, shut or c == upper)}
        for d in proofs if abs(c) < INF else ():
            if d["kind"] != "derivative" or combination(d["function"]) != plus(combination(f), {(): end} if end else {}, -1): continue
            start = sides(enclosure(f, {v: exact(c)}) - exact(end))
            kept = {outward * s for s in start} | {0}
            if d["variable"] == v and covers([{v: domain_of(d).get(v, REALS)}], opened(domain, v)) and start in ({1}, {-1}) and start <= allowed and any(
                    proves(p, d["slope"], 0, opened(domain, v), kept) or proves(p, d["slope"] + [["negate", len(d["slope"]) - 1]], 0, opened(domain, v), {-s for s in kept})
                    for p in proofs if p["kind"] == "sign") and any(proves(p, f, end, whole, set()) for p in proofs if p["kind"] == "defined"):
                return (algebraic(d), True)[1]
    return False
def tree(nodes, domain, names, check):
    """Goes through boxes in pre-order, and adds up what is counted on them."""
    node = next(nodes)
    if isinstance(node, list): return check(domain, node)
    v, point = names[node["split"]], Q(node["at"])
    lower, closed, upper, shut = domain[v]
    need(lower < point < upper, "a split outside")
    parts = (lower, closed, point, True), (point, True, upper, shut)
    return sum(tree(nodes, {**domain, v: part}, names, check) for part in parts)
def possible(conditions, box):
    """Whether conditions may hold somewhere on a box."""
    allowed = {"<": {-1}, "≤": {-1, 0}, "=": {0}, "≠": {-1, 1}}
    def signs(a, b):
        try: return sides(enclosure(a, box) - enclosure(b, box))
        except (Unproved, ValueError): return ANY
    return all(signs(a, b) & allowed[r] for a, r, b in conditions)
def enclosed(c):
    names, targets, zeros, total = c["variables"], [span(t) for t in c["targets"]], c.get("zeros"), 0
    def domain(d): return dict(zip(names, map(span, d["domain"])))
    def check(part, node):
        box, counted = {v: interval(d) for v, d in part.items()}, [0]
        for case in c["function"]:
            hint = node[0] if len(c["function"]) == len(node) == 1 else next((n for n in node if "absent" not in n), {})
            if possible(case["conditions"], box): counted.append(leaf(case["value"], part, targets, hint, zeros))
        return max(counted)
    need(covers([domain(cell) for cell in c["cells"]], domain(c)), "the cells do not cover the domain")
    for cell in c["cells"]:
        nodes = iter(cell.get("nodes", [[{"proofs": cell.get("proofs")}]]))
        total += tree(nodes, domain(cell), names, check)
        need(next(nodes, None) is None, "boxes are left over")
    need(zeros in (None, "any", total), f"{total} zeros")

# 7. Limits: functions as X → ∞, by the powers of e^X, X and log X in them (Hardy, Orders of Infinity, 1910)

# Constants are polynomials in numbers, whose exponents are fractions, in π, and in functions of constants
def atom(g):
    op, x = g
    return exact(x) if op == "number" else iv.pi if op == "pi" else defined(x) if op == "defined" else (
        value(dict(x)) if op == "sum" else FUNCTIONS[op][0](value(dict(x))))
def value(p): return sum((reduce(iv.mpf.__mul__, [power(atom(g), k) for g, k in m], exact(a)) for m, a in p.items()), iv.mpf(0))
def sign_of(p): return 0 if not p else next(iter(s)) if len(s := sides(value(p))) == 1 else refuse("a constant that may be 0")
def key(p): return tuple(sorted(p.items()))
def times(p, q):
    total = {}
    for (m, a), (n, b) in product(p.items(), q.items()):
        mn = joined(m, n)
        for g, k in mn:  # whole powers of numbers are numbers
            if g[0] == "number" and k // 1: mn, a = joined(mn, ((g, -(k // 1)),)), a * g[1] ** int(k // 1)
        total = plus(total, {mn: a * b})
    return total
def raised(p, k):
    if len(p) != 1: return {((("sum", key(p)), k),): Q(1)}
    (m, a), = p.items()
    front = {(): Q(sign(a)) ** int(k)} if k == int(k) else ONE if a > 0 else refuse("a root of a negative number")
    for prime, n in primes(abs(a)): front = times(front, {((("number", prime), n * k),): Q(1)})
    return times(front, {tuple((g, c * k) for g, c in m): Q(1)})
def primes(q):
    """Small primes, and what is left, whose powers multiply to a positive number."""
    for n, s in ((q.numerator, 1), (q.denominator, -1)):
        for f in (*range(2, 1000), n):
            while n > 1 and n % f == 0: n, _ = n // f, (yield Q(f), s)
def applied(op, p):
    """A function of a constant, which must be defined there."""
    x, turns = FUNCTIONS[op][0](value(p)), p.get(((("pi", ()), Q(1)),), Q(0)) * 2
    if op == "exp" and p.keys() <= {()}: return {((E, p[()]),): Q(1)} if p else ONE
    if op == "log" and p.keys() == {()}:
        return reduce(plus, [{((("log", key({(): f})), Q(1)),): Q(s)} for f, s in primes(p[()])], {})
    if op in ("sin", "cos") and p.keys() == {((("pi", ()), Q(1)),)}:
        turn = (turns + (op == "cos")) % 4  # in quarters, of a sine
        side, turn = (1, turn) if turn < 2 else (-1, turn - 2)
        square = {Q(0): Q(0), Q(1, 3): Q(1, 4), Q(1, 2): Q(1, 2), Q(2, 3): Q(3, 4), Q(1): Q(1)}.get(min(turn, 2 - turn))
        if square is not None: return scaled(raised({(): square}, Q(1, 2)), side) if square else {}
    if low(x) == high(x): return scaled(ONE, sign(x.mid) * rational(abs(low(x)))) if low(x) else {}
    return {(((op, key(p)), Q(1)),): Q(1)}
E, UNIT, LINEAR, LOGARITHM, ORDER = ("exp", key(ONE)), (Q(0),) * 3, (Q(0), Q(1), Q(0)), (Q(0), Q(0), Q(1)), 10

def grown(g, h, k=1): return tuple(a + k * b for a, b in zip(g, h))
def number(q): return Series({UNIT: {(): Q(q)} if q else {}})
class Series:
    """Constants by the growth (a, b, c) of e^aX·X^b·(log X)^c that they stand at, and that of all that is left out, or ()."""
    def __init__(self, terms, rest=()):
        kept = sorted((g for g in terms if terms[g] and g > rest), reverse=True)
        self.terms, self.rest, self.bound = {g: terms[g] for g in kept[:24]}, max(kept[24:25] + [rest]), max(kept[:1] + [rest])
    def __add__(self, other):
        total = {g: plus(self.terms.get(g, {}), other.terms.get(g, {})) for g in {**self.terms, **other.terms}}
        return Series(total, max(self.rest, other.rest))
    def __sub__(self, other): return self + number(-1) * other
    def __mul__(self, other):
        total = {}
        for (g, a), (h, b) in product(self.terms.items(), other.terms.items()):
            total[k] = plus(total.get(k := grown(g, h), {}), times(a, b))
        return Series(total, max(grown(self.rest, other.bound), grown(other.rest, self.bound)))
    def lead(self):
        """The sign of the first term c·g, its g and c, and d where all of it is c·g·(1 + d)."""
        g, c = next(iter(self.terms.items()), None) or refuse("no term outgrows the rest")
        return need(sign_of(c), "a sign"), g, c, (self - Series({g: c})) * Series({grown(UNIT, g, -1): raised(c, Q(-1))})
    def parts(self):
        """The terms that grow, the constant one, and what tends to 0."""
        need(self.rest < UNIT, "no limit")
        small = Series({g: c for g, c in self.terms.items() if g < UNIT}, self.rest)
        return [t for t in self.terms.items() if t[0] > UNIT], self.terms.get(UNIT, {}), small
    def into(self, coefficients):
        """The power series with these coefficients of what tends to 0."""
        need(self.bound < UNIT, "no limit")
        total = reduce(lambda s, c: s * self + (c if isinstance(c, Series) else number(c)), reversed(coefficients), number(0))
        return total + Series({}, grown(UNIT, self.bound, len(coefficients)))
    def power(self, k):
        if k.denominator == 1 and 0 <= k < 17: return reduce(Series.__mul__, [self] * int(k), number(1))
        s, g, c, d = self.lead()
        need(s > 0 or k.denominator == 1, "a root of a negative number")
        binomials = reduce(lambda b, n: b + [b[-1] * (k - n) / (n + 1)], range(ORDER - 1), [Q(1)])
        return Series({grown(UNIT, g, k): raised(c, k)}) * d.into(binomials)
    def exp(self):
        growing, c, d = self.parts()
        if all(g in (LINEAR, LOGARITHM) and a.keys() == {()} for g, a in growing):
            a, b = (self.terms.get(g, {}).get((), Q(0)) for g in (LINEAR, LOGARITHM))
            return Series({(a, b, Q(0)): applied("exp", c)}) * d.into([Q(1, factorial(k)) for k in range(ORDER)])
        s, (a, b, n), *_ = self.lead()  # e to another power is smaller than all powers of something
        place = 0 if a > 0 or b > 1 else 1 if b > 0 or n > 1 else 2
        return Series({}, tuple(Q(-ORDER * (k == place)) for k in range(3))) if s < 0 else refuse("another growth")
    def log(self):
        s, g, c, d = self.lead()
        need(s > 0 and not g[2], "a logarithm")
        front = Series({UNIT: applied("log", c), LINEAR: scaled(ONE, g[0]) if g[0] else {}, LOGARITHM: scaled(ONE, g[1]) if g[1] else {}})
        return front + d.into([Q((-1) ** (k + 1), k) if k else Q(0) for k in range(ORDER)])
    def sin(self, quarters=0):
        if self.bound > UNIT: return Series({}, UNIT)
        _, c, d = self.parts()
        s, c = (Series({UNIT: applied(op, c)}) for op in ("sin", "cos"))
        sine, cosine = (d.into([Q((-1) ** (k // 2), factorial(k)) if k % 2 == odd else Q(0) for k in range(ORDER)]) for odd in (1, 0))
        return c * cosine - s * sine if quarters else s * cosine + c * sine
    def cos(self): return self.sin(1)
    def atan(self):
        odd = [Q((-1) ** (k // 2), k) if k % 2 else Q(0) for k in range(ORDER)]
        if self.bound > UNIT:
            return Series({UNIT: {((("pi", ()), Q(1)),): Q(self.lead()[0], 2)}}) - self.power(Q(-1)).into(odd)
        _, c, d = self.parts()
        return Series({UNIT: applied("atan", c)}) + (d * (number(1) + Series({UNIT: c}) * self).power(Q(-1))).into(odd)
    def asin(self): return (self * (number(1) - self * self).power(Q(-1, 2))).atan()
    def asinh(self, one=1): return (self + (self * self + number(one)).power(Q(1, 2))).log()
    def acosh(self): return self.asinh(-1)
    def abs(self): return self if self.lead()[0] > 0 else number(-1) * self
    def cbrt(self): return self.abs().power(Q(1, 3)) * number(self.lead()[0])
    def erf(self):
        if self.bound > UNIT: return number(self.lead()[0]) + Series({}, (number(-1) * self * self).exp().bound)
        _, c, d = self.parts()
        a = [Series({UNIT: times(raised({((("pi", ()), Q(1)),): Q(1)}, Q(-1, 2)), scaled(applied("exp", scaled(times(c, c), -1)), 2))})]
        for k in range(1, ORDER): a.append((Series({UNIT: c}) * a[-1] + (a[-2] if k > 1 else number(0))) * number(Q(-2, k)))
        return d.into([Series({UNIT: applied("erf", c)}), *(x * number(Q(1, k + 1)) for k, x in enumerate(a))])

def expansion(nodes, v, path):
    """A function of v as one of X, of which v is another."""
    made = []
    for op, *args in nodes:
        x, y = ([made[k] for k in args if isinstance(k, int)] + [None] * 2)[:2]
        if op == "number": new = number(Q(args[0]))
        elif op in ("pi", "defined"): new = Series({UNIT: {(((op, json.dumps(args[0], sort_keys=True) if args else ()), Q(1)),): Q(1)}})
        elif op == "variable": new = path if args[0] == v else refuse("another variable")
        elif op in ("add", "subtract"): new = x + y if op == "add" else x - y
        elif op in ("multiply", "divide"): new = x * (y if op == "multiply" else y.power(Q(-1)))
        elif op == "negate": new = number(-1) * x
        elif op == "power": new = x.power(Q(nodes[args[1]][1])) if nodes[args[1]][0] == "number" else (y * x.log()).exp()
        elif op in ("max", "min"): new = x if ((x - y).lead()[0] > 0) == (op == "max") else y
        else: new = getattr(x, op)()
        made.append(new)
    return made[-1]
def tends(c):
    """f tends to a value at ±∞, or at a point from some sides of it."""
    point, places = c["at"], [(s, grown(UNIT, LINEAR, -1)) for s in c["from"]] or [({"inf": 1, "-inf": -1}[c["at"]], LINEAR)]
    for s, g in places:
        path = Series({g: scaled(ONE, s)}) + (expansion(point, None, None) if c["from"] else number(0))
        x = expansion(c["function"], c["variable"], path)
        if x.rest < UNIT and x.bound <= UNIT: same = (x - expansion(c["is"], None, None)).terms.get(UNIT, {})
        else: same = c["is"] != {1: "inf", -1: "-inf"}[x.lead()[0]]
        need(not same or same is not True and not sign_of(same), "another limit")

def claim(c): {"enclosure": enclosed, "limit": tends}.get(c["kind"], algebraic)(c)

def main(path="site/verification.json"):
    with open(path, encoding="utf-8") as file: site = json.load(file)
    failures, total = 0, 0
    for place in site["claims"] + site["numbers"]:
        for c in place.get("certificates", []):
            total += 1
            try: claim(c) if c["kind"] not in NUMBERS else defined(json.dumps(c, sort_keys=True))
            except Exception as error:  # whatever is wrong with a certificate, it is not confirmed
                failures += 1
                print(f"{place.get('page', '')}#{place.get('label') or ''}: {c.get('kind')}: {error or type(error).__name__}")
    print(f"verify: {total} certificates, {failures} not confirmed")
    return 1 if failures or not total else 0
NUMBERS = ("root", "solution", "integral", "maximum", "minimum")

if __name__ == "__main__": sys.exit(main(*sys.argv[1:]))
