#!/usr/bin/env python3
"""Checks the certificates of a site again, with no code of Lemma's: Tools/verify.py [site/verification.json]

Sources/MathCore says what certificates mean: Certificate+Expressions.swift, Certificate+Claims.swift (algebra) and
EnclosureProof+Certificate.swift (boxes). A claim is proved anew from its expressions and its domain. Exit status: 0 all
claims hold, 1 one does not, or a certificate is not understood.
"""
import json
import sys
from fractions import Fraction as Q
from functools import reduce
from itertools import product
from math import lcm

from mpmath import iv, mp

iv.prec, mp.prec, INF, HALF = 120, 160, float("inf"), Q(1, 2)
ANY, REALS = {-1, 0, 1}, (-INF, False, INF, False)

class Unproved(Exception):
    """A claim, or something that it needs, is not found to be true."""

class Split(Exception):
    """The formula changes at a point (a variable, a rational): prove both sides."""

def refuse(reason): raise Unproved(reason)

class E:
    """An expression; equal ones are one object."""
    pool = {}

    def __new__(cls, op, *args):
        args = tuple(E("number", Q(a)) if op != "number" and isinstance(a, (int, Q)) else a for a in args)
        key = op, *(id(a) if isinstance(a, E) else a for a in args)
        if key not in cls.pool:
            cls.pool[key] = new = object.__new__(cls)
            new.op, new.args, new.inner, new.order = op, args, [a for a in args if isinstance(a, E)], len(cls.pool)
        return cls.pool[key]

    def __add__(a, b): return E("add", a, b)
    def __radd__(a, b): return E("add", b, a)
    def __neg__(a): return E("multiply", -1, a)
    def __sub__(a, b): return E("add", a, -b)
    def __rsub__(a, b): return E("add", b, -a)
    def __mul__(a, b): return E("multiply", a, b)
    def __rmul__(a, b): return E("multiply", b, a)
    def __truediv__(a, b): return E("multiply", a, E("power", b, -1))
    def __rtruediv__(a, b): return E("multiply", b, E("power", a, -1))
    def __pow__(a, b): return E("power", a, b)
    def __call__(a, *args): return E(a.op, *args)
    def __lt__(a, b): return a.order < b.order

ZERO, ONE, PI, I, MINUS = E("number", Q(0)), E("number", Q(1)), E("pi"), E("power", -1, HALF), E("number", Q(-1))
exp, log, sin, cos, size, side = (E(name) for name in ("exp", "log", "sin", "cos", "abs", "sign"))
def root(x): return E("power", x, HALF)

WRITTEN = {  # other functions by those that are known below
    "negate": lambda x: -x, "subtract": lambda x, y: x - y, "divide": lambda x, y: x / y, "sqrt": root,
    "expm1": lambda x: exp(x) - 1, "exp2": lambda x: exp(x * log(2)), "log1p": lambda x: log(1 + x),
    "log2": lambda x: log(x) / log(2), "log10": lambda x: log(x) / log(10), "tan": lambda x: sin(x) / cos(x),
    "sinh": lambda x: (exp(x) - exp(-x)) / 2, "cosh": lambda x: (exp(x) + exp(-x)) / 2,
    "tanh": lambda x: 1 - 2 / (exp(2 * x) + 1), "atanh": lambda x: log((1 + x) / (1 - x)) / 2,
    "acos": lambda x: PI / 2 - E("asin", x), "erfc": lambda x: 1 - E("erf", x), "hypot": lambda x, y: root(x**2 + y**2)}
ALGEBRAIC = {  # for algebra only
    "sin": lambda x: (exp(I * x) - exp(-I * x)) / (2 * I), "cos": lambda x: (exp(I * x) + exp(-I * x)) / 2,
    "max": lambda x, y: (x + y + size(x - y)) / 2, "min": lambda x, y: (x + y - size(x - y)) / 2,
    "sign": lambda x: x / size(x), "corner": lambda x: 0 / x, "cbrt": lambda x: side(x) * size(x) ** Q(1, 3)}
PARTIAL = {  # the derivatives of e by its arguments
    "add": lambda e, x, y: (ONE, ONE), "multiply": lambda e, x, y: (y, x),
    "power": lambda e, x, y: (y * x ** (y.args[0] - 1 if y.op == "number" else y - 1), e * log(x)),
    "max": lambda e, x, y: ((1 + side(x - y)) / 2, (1 + side(y - x)) / 2),
    "min": lambda e, x, y: ((1 + side(y - x)) / 2, (1 + side(x - y)) / 2),
    "exp": lambda e, x: [e], "log": lambda e, x: [1 / x], "sin": lambda e, x: [cos(x)], "cos": lambda e, x: [-sin(x)],
    "asin": lambda e, x: [1 / root(1 - x**2)], "atan": lambda e, x: [1 / (1 + x**2)],
    "asinh": lambda e, x: [1 / root(x**2 + 1)], "acosh": lambda e, x: [1 / (root(x - 1) * root(x + 1))],
    "erf": lambda e, x: [2 / root(PI) * exp(-(x**2))], "cbrt": lambda e, x: [1 / (3 * e**2)],
    "abs": lambda e, x: [side(x)], "sign": lambda e, x: [E("corner", x)]}
JUMPING = {"floor", "ceil", "trunc", "round", "fmod", "copysign", "atan2", "sign"}

def expression(nodes):
    """From the list of nodes in a certificate."""
    made, leaves = [], {"number": Q, "variable": str, "defined": lambda c: json.dumps(c, sort_keys=True)}
    for op, *args in nodes:
        args = [leaves[op](args[0])] if op in leaves else [made[k] for k in args]
        made.append(WRITTEN[op](*args) if op in WRITTEN else E(op, *args))
    return made[-1]

def derivative(e, variable, known):
    """Where there is one: that of |x| is undefined at 0."""
    if e not in known:
        inner = [derivative(a, variable, known) for a in e.inner]
        moving = any(d is not ZERO for d in inner)
        partial = (PARTIAL[e.op](e, *e.args) if e.op in PARTIAL else refuse(f"no derivative of {e.op}")) if moving else ()
        terms = [p if d is ONE else p * d for d, p in zip(inner, partial) if d is not ZERO]
        known[e] = reduce(E.__add__, terms) if terms else ONE if e is E("variable", variable) else ZERO
    return known[e]

def replaced(e, old, new):
    return new if e is old else E(e.op, *(replaced(a, old, new) if isinstance(a, E) else a for a in e.args))

def ops(e): return {e.op}.union(*map(ops, e.inner))

# Intervals

def low(x): return mp.make_mpf(x._mpi_[0])
def high(x): return mp.make_mpf(x._mpi_[1])
def exact(q): return iv.mpf(q.numerator) / q.denominator if isinstance(q, Q) else iv.mpf(q)
def hull(*x): return iv.mpf([min(map(low, x)), max(map(high, x))])
def from_zero(x, f): return f(x) if low(x) >= 0 else refuse("a root or a logarithm of a negative number")

def rising(f):
    """Of an increasing function, over an interval: mpmath's own values, moved outward."""
    def over(x):
        a, b = f(low(x)), f(high(x))
        return iv.mpf([a - abs(a) * mp.mpf(2) ** -110, b + abs(b) * mp.mpf(2) ** -110])
    return over

def power(x, y):
    n = low(y)
    if n != high(y) or n != mp.floor(n): return from_zero(x, lambda x: iv.exp(y * iv.log(x)))
    return refuse("a division by 0") if n < 0 and low(x) <= 0 <= high(x) else x ** int(n)

INTERVAL = {
    "add": lambda x, y: x + y, "multiply": lambda x, y: x * y, "power": power, "exp": iv.exp, "abs": abs,
    "log": lambda x: from_zero(x, iv.log), "sin": iv.sin, "cos": iv.cos, "tgamma": iv.gamma, "lgamma": iv.loggamma,
    "max": lambda x, y: iv.mpf([max(low(x), low(y)), max(high(x), high(y))]), "sign": rising(mp.sign),
    "min": lambda x, y: iv.mpf([min(low(x), low(y)), min(high(x), high(y))]),
    "corner": lambda x: iv.mpf([-INF, INF]) if 0 in x else iv.mpf(0),
    "cbrt": rising(lambda t: mp.sign(t) * mp.cbrt(abs(t))),
    **{name: rising(getattr(mp, name)) for name in ("asin", "atan", "asinh", "acosh", "erf", "floor", "ceil")}}

def enclosure(e, box, known):
    """An interval that holds the values over a box."""
    if e not in known:
        x = [enclosure(a, box, known) for a in e.inner]
        known[e] = (exact(e.args[0]) if e.op == "number" else iv.pi if e is PI
                    else defined(json.loads(e.args[0])) if e.op == "defined"
                    else box.get(e.args[0], iv.mpf([-INF, INF])) if e.op == "variable"
                    else INTERVAL[e.op](*x) if e.op in INTERVAL else refuse(f"no values of {e.op}"))
    return known[e]

def interval_signs(e, box, known):
    """The signs that an interval evaluation leaves."""
    try: x = enclosure(e, box, known)
    except (Unproved, mp.ComplexResult if hasattr(mp, "ComplexResult") else Unproved): return ANY
    return {s for s, there in ((-1, low(x) < 0), (0, low(x) <= 0 <= high(x)), (1, high(x) > 0)) if there}

# Polynomials: dictionaries from monomials to coefficients; monomials: tuples of expressions and their powers

def sign(q): return (q > 0) - (q < 0)
def plus(p, q, c=1): return {m: a for m in {**p, **q} if (a := p.get(m, 0) + c * q.get(m, 0))}
def scaled(p, c): return {m: a * c for m, a in p.items()}
def alone(g, k=1): return {((g, Q(k)),): Q(1)}
def atoms(p): return sorted({g for m in p for g, _ in m})
def powered(signs, k): return {s ** int(k) for s in signs} if k == int(k) else signs & {0, 1}
def multiplied(s, t): return {a * b for a in s for b in t}
def summed(s, t): return {c for a in s for b in t for c in ({a or b} if a * b >= 0 else ANY)}

def joined(m, n, c=1):
    powers = dict(m)
    for g, k in n: powers[g] = powers.get(g, 0) + c * k
    return tuple((g, powers[g]) for g in sorted(powers) if powers[g])

def times(p, q):
    total = {}
    for m, a in p.items():
        for n, b in q.items():
            whole, c = joined(m, n), a * b
            for g, k in whole:  # of a number, less than a whole power is kept
                if g.op == "number" and k // 1: whole, c = joined(whole, ((g, -(k // 1)),)), c * g.args[0] ** int(k // 1)
            total[whole] = total.get(whole, 0) + c
    return {m: a for m, a in total.items() if a}

def primes(q):
    """Small primes, and what is left, whose powers multiply to a positive number."""
    for n, c in ((q.numerator, 1), (q.denominator, -1)):
        for f in (*range(2, 1000), n):
            while n > 1 and n % f == 0:
                n //= f
                yield Q(f), c

# Polynomials in one quantity: lists of coefficients, constant first

def remainder(a, b):
    while len(a) >= len(b):
        a = [c - a[-1] / b[-1] * b[k - len(a) + len(b)] if k >= len(a) - len(b) else c for k, c in enumerate(a[:-1])]
        while a and not a[-1]: a = a[:-1]
    return a

def division(a, x):
    """The quotient by (the quantity − x), and the value at x."""
    values = [a[-1]]
    for c in a[-2::-1]: values.append(values[-1] * x + c)
    return values[-2::-1], values[-1]

def at(a, x):
    """The sign at a point, or far out."""
    return sign(division(a, x)[1]) if abs(x) < INF else sign(a[-1]) * (1 if x > 0 or len(a) % 2 else -1)

def inside(a, lower, upper):
    """The signs strictly between two points, and the number of zeros (Sturm 1829)."""
    while len(a) > 1 and not at(a, lower): a = division(a, lower)[0]
    while len(a) > 1 and not at(a, upper): a = [-c for c in division(a, upper)[0]]
    chain = [a, [k * c for k, c in enumerate(a)][1:]]
    while chain[-1]: chain.append([-c for c in remainder(*chain[-2:])])
    found = [[s for s in (at(p, x) for p in chain[:-1]) if s] for x in (lower, upper)]
    zeros = sum((s != t) for s, t in zip(found[0], found[0][1:])) - sum(s != t for s, t in zip(found[1], found[1][1:]))
    if zeros < 2: return {at(a, lower), at(a, upper), *[0] * zeros}, zeros
    middle = (Q(0) if lower == -upper else (lower + upper) / 2 if INF not in (-lower, upper)
              else 2 * abs(lower) + 1 if upper == INF else -2 * abs(upper) - 1)
    return inside(a, lower, middle)[0] | {at(a, middle)} | inside(a, middle, upper)[0], zeros

def signs_and_zeros(a, span):
    lower, closed, upper, shut = span
    ends = [at(a, x) for x, there in ((lower, closed), (upper, shut and lower < upper)) if there]
    between, zeros = inside(a, lower, upper) if lower < upper else (set(), 0)
    return between | set(ends), zeros + ends.count(0)

def rational(x, outward):
    """An end of an interval."""
    if mp.isinf(x): return INF * int(mp.sign(x))
    if abs(mp.mag(x)) > 5000 and x: return (Q(0) if x < 1 else INF) if outward > 0 and x > 1 or outward < 0 else Q(1, 2**5000)
    man, power = x.man_exp
    return Q(man) * Q(2) ** power

# Algebra

COMPOSITE, ODD = ("add", "multiply", "power", "number"), ("asin", "atan", "asinh", "erf")
TURNS = {Q(0): ONE, Q(1, 6): (root(3) + I) / 2, Q(1, 4): root(2) * (1 + I) / 2, Q(1, 3): (1 + root(3) * I) / 2}

class Algebra:
    """Expressions over a domain as polynomials in some of them, with powers that may be negative or fractional."""

    def __init__(self, domain):
        self.domain, self.forms, self.known, self.found = domain, {}, {}, {}
        self.box = {v: hull(exact(d[0]), exact(d[2])) for v, d in domain.items()}

    def form(self, e):
        if e not in self.forms: self.forms[e] = self.made(e, *e.args)
        return self.forms[e]

    def made(self, e, x=None, y=None):
        if e.op in ALGEBRAIC: return self.form(ALGEBRAIC[e.op](*e.args))
        if e.op == "number": return {(): x} if x else {}
        if e.op == "variable" and self.domain.get(x, REALS)[0] == self.domain.get(x, REALS)[2]: return self.form(E("number", self.domain[x][0]))
        if e.op in ("pi", "variable", "defined"): return alone(e)
        if e.op == "add": return plus(self.form(x), self.form(y))
        if e.op == "multiply": return times(self.form(x), self.form(y))
        if e.op == "exp": return reduce(times, [self.exponential(m, k) for m, k in self.expanded(self.form(x)).items()], {(): Q(1)})
        if e.op == "log": return self.logarithm(self.need(x, {1}))
        if e.op == "abs": return self.size(self.form(x))
        if e is I: return alone(MINUS, HALF)
        if e.op == "power" and y.op != "number": return self.form(exp(y * log(x)))
        if e.op == "power":
            k = y.args[0]
            if k == 0:
                self.form(x)  # refuses where the base is undefined
                return {(): Q(1)}
            return self.raised(self.need(x, ({-1, 1} if k == int(k) else {1}) | ({0} if k > 0 else set())), k)
        if e.op in ("asin", "acosh", "tgamma", "lgamma"): enclosure(e, self.box, self.known)
        inner = [self.written(self.expanded(self.form(a))) for a in e.inner]
        if e.op in ODD and inner[0] is not ZERO and (p := self.form(inner[0]))[max(p)] < 0:
            return {((E(e.op, self.written(scaled(p, -1))), Q(1)),): Q(-1)}
        return alone(E(e.op, *inner))

    def need(self, e, allowed):
        """The form of an expression, which must have one of some signs."""
        p = self.form(e)
        imaginary = any(g is MINUS for g in atoms(p))
        ok = self.signs(p) & interval_signs(e, self.box, self.known) <= allowed or imaginary and p and allowed >= {-1, 1} and len(p) == 1
        return p if ok else refuse("a side condition is not proved")

    def written(self, p):
        """The expression of a polynomial."""
        terms = [reduce(E.__mul__, [E("number", p[m])] * (p[m] != 1 or not m) + [g if k == 1 else g**k for g, k in m])
                 for m in sorted(p)]
        e = reduce(E.__add__, terms) if terms else ZERO
        self.forms.setdefault(e, p)
        return e

    def cleared(self, p):
        """A monomial and a polynomial: their product, with whole powers of sums and numbers multiplied out."""
        content = tuple((g, k) for g in atoms(p) if (k := min(dict(m).get(g, Q(0)) for m in p)))
        p = {joined(m, content, -1): a for m, a in p.items()}
        for m in list(p):
            for g, k in m:
                if k >= 1 and g.op in COMPOSITE:
                    whole = reduce(times, [self.form(g)] * int(k), {joined(m, ((g, Q(int(k))),), -1): p.pop(m)})
                    p = plus(p, whole)
                    rest, p = self.cleared(p) if p else ((), p)
                    return joined(content, rest), p
        return content, p

    def expanded(self, p):
        """With positive powers of sums multiplied out."""
        content, rest = self.cleared(p) if p else ((), p)
        factors = [(g, int(k) if g.op in COMPOSITE and k >= 1 else 0) for g, k in content]
        return reduce(times, [self.form(g) for g, n in factors for _ in range(n)],
                      times(rest, {joined(content, tuple((g, Q(-n)) for g, n in factors)): Q(1)}))

    def factored(self, p):
        """A number and a monomial: their product."""
        content, rest = self.cleared(p)
        if not rest: return Q(0), ()
        lead = rest[max(rest)]
        last = ((self.written(scaled(rest, 1 / lead)), Q(1)),) if len(rest) > 1 else max(rest)
        return lead, joined(content, last)

    def unsigned(self, p, absolute=False):
        """The same of a quantity that is not negative (or of its absolute value), with no part negative."""
        a, m = self.factored(p)
        s, odd, result = sign(a), {(): Q(1)}, ()
        for g, k in m:
            signs = self.signs(alone(g)) if k == int(k) else {1}
            if signs <= {0, -1}: g, s = self.written(scaled(self.form(g), Q(-1))), s * (-1) ** int(k)
            elif not signs <= {0, 1}:
                if k % 2: self.split(self.form(g))
                if k % 2 and not absolute: odd, k = times(odd, self.form(g)), k - 1
                g, k = self.written(times(self.form(g), self.form(g))), k / 2
            result = joined(result, ((g, k),))
        rest = ((self.written(scaled(odd, Q(s))), Q(1)),) if len(odd) > 1 or () not in odd else ()
        return abs(a), joined(result, rest)

    def split(self, p):
        """Where a polynomial that is linear in x, or in eˣ with a zero at 0, changes its sign: prove both sides."""
        linear = [(m[0][0], a) for m, a in p.items() if len(m) == 1 and m[0][1] == 1]
        if len(linear) != 1 or len(p) != 1 + (() in p): return
        (g, a), = linear
        zero = -p.get((), Q(0)) / a
        if g.op == "variable": raise Split(g.args[0], zero)
        if g.op == "exp" and g.args[0].op == "variable" and zero == 1: raise Split(g.args[0].args[0], Q(0))

    def raised(self, p, k):
        if not p: return p
        a, m = self.factored(p) if k == int(k) else self.unsigned(p)
        result = times({tuple((g, n * k) for g, n in m): Q(1)}, {(): Q(1)})
        if k == int(k): return scaled(result, a ** int(k)) if a else refuse("a division by 0")
        for n, c in primes(a): result = times(result, {joined((), ((E("number", n), c * k % 1),)): n ** int(c * k // 1)})
        return result

    def size(self, p):
        signs = self.signs(p)
        if signs <= {0, 1} or signs <= {0, -1}: return p if signs <= {0, 1} else scaled(p, Q(-1))
        a, m = self.unsigned(p, True)
        return {m: a}

    def logarithm(self, p):
        a, m = self.unsigned(p)
        parts = [(E("number", n), Q(c)) for n, c in primes(a)] + list(m)
        return reduce(plus, [scaled(self.form(g.args[0]) if g.op == "exp" else alone(log(g)), k) for g, k in parts], {})

    def exponential(self, m, k):
        if len(m) == 1 and m[0][0].op == "log" and m[0][1] == 1: return self.raised(self.form(m[0][0].args[0]), k)
        if m == joined(((MINUS, HALF),), ((PI, Q(1)),)):
            rest = k % HALF
            return times(self.form(TURNS[rest]) if rest in TURNS else alone(exp(I * PI), rest), alone(MINUS, k // HALF % 4 / 2) if k // HALF % 4 else {(): Q(1)})
        return alone(exp(self.written({m: Q(1)})), k)

    def signs(self, p):
        """Those that a polynomial may have."""
        key = tuple(sorted(p.items()))
        if key not in self.found:
            self.found[key] = ANY
            content, rest = self.cleared(p) if p else ((), {})
            self.found[key] = reduce(multiplied, [powered(self.atom_signs(g), k) for g, k in content], self.rest_signs(rest))
        return self.found[key]

    def atom_signs(self, g):
        if g is MINUS or g.op == "exp": return {1} if g is not MINUS and MINUS not in atoms(self.form(g.args[0])) else ANY
        if g.op == "number": return {sign(g.args[0])}
        if g.op in COMPOSITE: return self.signs(self.form(g))
        if g.op == "variable": return signs_and_zeros([Q(0), Q(1)], self.domain.get(g.args[0], REALS))[0]
        found = interval_signs(g, self.box, self.known)
        if g.op == "log": found &= self.signs(plus(self.form(g.args[0]), {(): Q(-1)}))
        return found & self.signs(self.form(g.args[0])) if g.op in ODD else found

    def rest_signs(self, p):
        """Of a polynomial of several terms: by their signs, by Sturm, by an interval, a square, a norm, or its exponential."""
        terms = [reduce(multiplied, [powered(self.atom_signs(g), k) for g, k in m], {sign(a)}) for m, a in p.items()]
        found = reduce(summed, terms, {0})
        if len(found) == 1 or MINUS in atoms(p): return found
        if one := self.univariate(p): return found & signs_and_zeros(*one)[0]
        found &= interval_signs(self.written(p), self.box, self.known)
        for g in atoms(p) if len(found) > 1 else ():
            by = {k: {joined(m, ((g, k),), -1): a for m, a in p.items() if dict(m).get(g, 0) == k} for m in p for k in [dict(m).get(g, Q(0))]}
            c, b, h, a = (by.get(k, {}) for k in (Q(0), Q(1), HALF, Q(2)))
            if a and set(by) <= {0, 1, 2} and self.signs(a) in ({1}, {-1}):
                rest = self.signs(plus(times(b, b), times(a, c), -4))
                if rest <= {-1, 0}: found = found & (self.signs(a) | rest & {0})
            if g.op == "number" and set(by) == {0, HALF}:
                for x, y, n in ((c, h, g.args[0]), (h, c, 1 / g.args[0])):
                    rest = self.signs(plus(times(x, x), times(y, y), -n))
                    if self.signs(x) in ({1}, {-1}) and rest <= {0, 1}: found = found & (self.signs(x) | rest & {0})
        logs = [g for g in atoms(p) if g.op == "log"]
        n = lcm(*[a.denominator for a in p.values()])
        if logs and len(found) > 1 and all(abs(a * n) < 25 and (len(m) == 1 and m[0][1] == 1 or not set(logs) & set(dict(m))) for m, a in p.items()):
            found = found & self.signs(plus(self.form(exp(self.written(scaled(p, n)))), {(): Q(-1)}))
        return found

    def core(self, p):
        """A polynomial with the same zeros."""
        content, rest = self.cleared(p)
        return reduce(times, [self.form(g) for g, _ in content if 0 in self.atom_signs(g)], rest)

    def univariate(self, p):
        """The coefficients in one quantity, and the interval of its values."""
        if len(atoms(p)) != 1 or any(k < 0 for m in p for _, k in m): return None
        g, n = atoms(p)[0], lcm(*[k.denominator for m in p for _, k in m])
        coefficients = [Q(0)] * int(1 + n * max(k for m in p for _, k in m))
        for m, a in p.items(): coefficients[int(dict(m).get(g, 0) * n)] = a
        if g.op == "variable" and n == 1: return coefficients, self.domain.get(g.args[0], REALS)
        known = g.op == "exp" and g.args[0].op == "variable"
        lower, closed, upper, shut = self.domain.get(g.args[0].args[0], REALS) if known else (None,) * 4
        value = power(enclosure(g, self.box, self.known), exact(Q(1, n)))
        start = (Q(0), False) if lower == -INF else (Q(1), closed) if lower == 0 else (rational(low(value), -1), abs(low(value)) < INF)
        end = (INF, False) if upper == INF else (Q(1), shut) if upper == 0 else (rational(high(value), 1), high(value) < INF)
        return coefficients, (*start, *end)

# Claims, each on a domain: a dictionary from variables to intervals

def span(text):
    lower, upper = text[1:-1].split(", ")
    return (-INF if lower == "-inf" else Q(lower), text[0] == "[", INF if upper == "inf" else Q(upper), text[-1] == "]")

def halves(domain, variable, point):
    """The parts on both sides of a point, which belongs to both."""
    lower, closed, upper, shut = domain.get(variable, REALS)
    if not lower < point < upper: refuse(f"no formula at {point}")
    return {**domain, variable: (lower, closed, point, True)}, {**domain, variable: (point, True, upper, shut)}

def open_in(domain, variable):
    lower, _, upper, _ = domain.get(variable, REALS)
    return {**domain, variable: (lower, False, upper, False)}

def everywhere(claim, domain, *arguments):
    """A claim, by parts where the formula changes."""
    try: claim(domain, *arguments)
    except Split as s:
        for half in halves(domain, *s.args): everywhere(claim, half, *arguments)

def is_defined(domain, f): Algebra(domain).form(f)

def are_equal(domain, f, g):
    algebra = Algebra(domain)
    if algebra.signs(plus(algebra.form(f), algebra.form(g), -1)) != {0}: refuse("the sides are not equal")

def is_derivative(domain, f, g, variable):
    is_defined(domain, f)
    are_equal(domain, derivative(f, variable, {}), g)

def signs_directly(domain, f, allowed):
    algebra = Algebra(domain)
    if not algebra.signs(algebra.form(f)) & interval_signs(f, algebra.box, algebra.known) <= allowed: refuse("its sign is not clear")

def has_signs(domain, f, allowed, depth=4):
    """Directly, or from the sign at an end, and that of the slope from there on."""
    try: return everywhere(signs_directly, domain, f, allowed)
    except Unproved:
        names = variables(f)
        if depth == 0 or len(names) != 1 or {-1, 1} <= allowed or ops(f) & JUMPING: raise
    (v,) = names
    lower, closed, upper, shut = domain.get(v, REALS)
    if lower == -upper == -INF: return [has_signs(half, f, allowed, depth) for half in halves(domain, v, Q(0))]
    for end, there, outward in ((lower, closed, 1), (upper, shut, -1)):
        try:
            if abs(end) == INF: continue
            everywhere(is_defined, {v: (lower, closed or outward > 0, upper, shut or outward < 0)}, f)
            algebra = Algebra({v: (end, True, end, True)})
            start = algebra.signs(algebra.form(f))
            if not start <= (allowed if there else allowed | {0}): continue
            slope = derivative(f, v, {}) * outward
            return has_signs(open_in(domain, v), slope, allowed - {0} if 0 in start and 0 not in allowed else allowed | {0}, depth - 1)
        except Unproved: pass
    refuse("its sign is not clear")

def is_monotone(domain, f, variable, direction):
    def isolated(domain, slope):
        algebra = Algebra(domain)
        p = algebra.form(slope)
        if not algebra.signs(p) <= {0, 1} or not algebra.univariate(algebra.core(p)): refuse("its slope has no certain sign")
    try:
        Algebra(domain).form(f)
        if ops(f) & JUMPING: refuse("it jumps")
        slope = derivative(f, variable, {}) * direction
        try: isolated(open_in(domain, variable), slope)
        except Unproved: has_signs(open_in(domain, variable), slope, {1})
    except Split as s:
        for half in halves(domain, *s.args): is_monotone(half, f, variable, direction)

def variables(e): return {e.args[0]} if e.op == "variable" else set().union(*map(variables, e.inner))

def zero_count(domain, f):
    """At most so many, and whether it is exact."""
    algebra = Algebra(domain)
    rest = algebra.core(algebra.form(f))
    coefficients, interval = algebra.univariate(rest) if len(rest) > 1 or () not in rest else ([Q(1)], REALS)
    exact_ends = atoms(rest) == [] or atoms(rest)[0].op == "variable" or all(x in (0, 1) or x == INF for x in interval[::2])
    return signs_and_zeros(coefficients, interval)[1], exact_ends

def has_zeros(domain, f, variable, points, count):
    for k, point in enumerate(points or []):
        are_equal({}, replaced(f, E("variable", variable), point), ZERO)
        for other in points[:k]: signs_directly({}, point - other, {-1, 1})
        lower, closed, upper, shut = domain.get(variable, REALS)
        if lower > -INF: signs_directly({}, point - E("number", lower), {0, 1} if closed else {1})
        if upper < INF: signs_directly({}, E("number", upper) - point, {0, 1} if shut else {1})
    try:
        most, is_exact = zero_count(domain, f)
        if most == (count if points is None else len(points)) and (points is not None or is_exact or most == 0): return
    except (Unproved, TypeError): pass
    if points is None or len(points) > 1: refuse("its zeros are not counted")
    try: is_monotone(domain, f, variable, 1)
    except Unproved: is_monotone(domain, f, variable, -1)

def dominating(algebra, p, t):
    """As t falls to 0, the powers of 1/t and of |log t| that outgrow the rest, and the constant in front."""
    content, rest = algebra.cleared(p)
    def of(m):
        key, constant = (Q(0), Q(0)), {(): Q(1)}
        for g, k in m:
            own, c = (((Q(-1), Q(0)), {(): Q(1)}) if g is t else ((Q(0), Q(1)), {(): Q(-1)}) if g is log(t)
                      else ((Q(0), Q(0)), alone(g)) if not variables(g)
                      else dominating(algebra, algebra.form(g), t) if g.op in COMPOSITE else refuse("its growth is not clear"))
            key, constant = (key[0] + k * own[0], key[1] + k * own[1]), times(constant, algebra.raised(c, k))
        return key, constant
    groups = {}
    for m, a in rest.items():
        key, constant = of(m)
        groups[key] = plus(groups.get(key, {}), constant, a)
    top, (key, constant) = max(groups), of(content)
    return (key[0] + top[0], key[1] + top[1]), times(constant, groups[top] or refuse("its growth is not clear"))

def tends_at(f, variable, c, end, value):
    """From one side, by L'Hôpital's rule."""
    near = {variable: (min(c, end), c < end, max(c, end), c > end)}
    algebra = Algebra(open_in(near, variable))
    a, m = algebra.factored(algebra.form(f))
    top = reduce(E.__mul__, [g**k for g, k in m if k > 0], E("number", a))
    bottom = reduce(E.__mul__, [g**-k for g, k in m if k < 0], ONE)
    for _ in range(8):
        for part in (top, bottom): is_defined(near, part) if not ops(part) & JUMPING | {"abs"} & ops(part) else refuse("it jumps")
        here = Algebra({variable: (c, True, c, True)})
        if 0 not in here.signs(here.form(bottom)): return are_equal(here.domain, top, value * bottom)
        for part in (top, bottom): are_equal(here.domain, part, ZERO)
        top, bottom = derivative(top, variable, {}), derivative(bottom, variable, {})
    refuse("the limit is not clear")

def tends(domain, f, variable, point, value):
    x, t = E("variable", variable), E("variable", "t")
    small = {"t": (Q(0), False, Q(1, 2**20), False)}
    if isinstance(point, E):
        for end in (-1, 1): tends_at(f, variable, point.args[0], point.args[0] + Q(end, 2**20), value)
        return
    for far in ((1 / t, -log(t)) if point == "inf" else (-1 / t, log(t))):
        try:
            algebra = Algebra(small)
            p = algebra.form(replaced(f, x, far))
            key, constant = dominating(algebra, p, t) if p else ((Q(0), Q(0)), {})
            signs = Algebra({}).signs(constant)
            if key > (0, 0): ok = signs == ({1} if value == "inf" else {-1}) and not isinstance(value, E)
            else: ok = isinstance(value, E) and not are_equal({}, algebra.written(constant) if key == (0, 0) else ZERO, value)
            if ok: return
        except Unproved: pass
    refuse("the limit is not clear")

# Boxes: lists of intervals, one for each variable

def possible(conditions, box):
    """Whether conditions on a box may hold."""
    for left, relation, right in conditions:
        signs = interval_signs(expression(left) - expression(right), box, {})
        if not signs & {"<": {-1}, "≤": {-1, 0}, "=": {0}, "≠": {-1, 1}}[relation]: return False
    return True

def interval(d): return hull(exact(d[0]), exact(d[2]))

def within(x, target):
    lower, closed, upper, shut = target
    a, b = exact(lower), exact(upper)
    return (low(x) >= high(a) if closed else low(x) > high(a)) and (high(x) <= low(b) if shut else high(x) < low(b))

def values(f, box, order):
    """The values of f over a box: by intervals, or by its Taylor polynomial at the middle."""
    names = [v for v in sorted(box) if v in variables(f)]
    if order == 0 or not names or any(mp.isinf(box[v].delta) for v in names): return enclosure(f, box, {})
    middle = {v: iv.mpf(box[v].mid) for v in box}
    if len(names) > 1: return enclosure(f, middle, {}) + sum(enclosure(derivative(f, v, {}), box, {}) * (box[v] - middle[v]) for v in names)
    total, factor, h = iv.mpf(0), iv.mpf(1), box[names[0]] - middle[names[0]]
    for k in range(order):
        total, factor, f = total + enclosure(f, middle, {}) * factor, factor * h / (k + 1), derivative(f, names[0], {})
    return total + enclosure(f, box, {}) * factor

def endpoints(f, box, order):
    """The values of a function of one variable whose slope has one sign, from those at the ends."""
    (v,) = box
    slope = interval_signs(derivative(f, v, {}), box, {})
    if not (slope <= {0, 1} or slope <= {-1, 0}): refuse("its slope has no certain sign")
    return hull(*(enclosure(f, {v: iv.mpf(x)}, {}) for x in (low(box[v]), high(box[v]))))

def vanishes(f, domain, node, targets, isolated):
    """f − a and its first derivatives are 0 at c, and the next one has one sign on the box and at c."""
    (v,) = domain
    c, a, order, s = expression(node["vanishes"]), Q(node["from"]), node["order"], node["sign"]
    for _ in range(order):
        are_equal({}, replaced(f, E("variable", v), c), E("number", a))
        f, a = derivative(f, v, {}), Q(0)
    x = hull(interval(domain[v]), enclosure(c, {}, {}))
    if interval_signs(f, {v: x}, {}) != {s}: refuse("a derivative has no certain sign")
    a, side = Q(node["from"]), s if order % 2 == 0 else 0
    ...

def leaf(f, domain, targets, node, zeros):
    """The zeros counted on a box where all values of f are in a target."""
    box = {v: interval(d) for v, d in domain.items()}
    if node.get("crossing") and zeros is not None:
        (v,) = domain
        ends = [interval_signs(f, {v: iv.mpf(x)}, {}) for x in (low(box[v]), high(box[v]))]
        slope = interval_signs(derivative(f, v, {}), box, {})
        if slope in ({1}, {-1}) and sorted(map(list, ends)) == [[-1], [1]]: return 1
    for way, order in ((values, 0), (values, 1), (values, 2), (endpoints, 0), (values, 4)):
        try:
            if any(within(way(f, box, order), t) for t in targets): return 0
        except (Unproved, ValueError): pass
    if "vanishes" in node: return vanishes(f, domain, node, targets, zeros)
    for lower, closed, upper, shut in targets:
        try:
            if lower > -INF: has_signs(domain, f - E("number", lower), {0, 1} if closed else {1})
            if upper < INF: has_signs(domain, E("number", upper) - f, {0, 1} if shut else {1})
            return 0
        except Unproved: pass
    refuse(f"the values on {domain} are not as claimed")

def tree(nodes, domain, names, check):
    """Goes through the boxes in pre-order; gives the sum of what is counted on them."""
    node = next(nodes)
    if isinstance(node, list): return check(domain, node)
    v, point = names[node["split"]], Q(node["at"])
    return sum(tree(nodes, half, names, check) for half in halves(domain, v, point))

def covers(cells, domain):
    """Whether every point of a domain lies in a cell: looked up at all ends, and between them."""
    points = []
    for v, (lower, closed, upper, shut) in domain.items():
        ends = sorted({x for cell in (domain, *cells) for x in cell[v][::2] if abs(x) < INF and lower <= x <= upper})
        grid = [lower] * (lower == -INF) + ends + [upper] * (upper == INF) or [lower, upper]
        between = [middle(a, b) for a, b in zip(grid, grid[1:])]
        points.append([x for x in ends if contains(domain[v], x)] + between)
    return all(any(all(contains(cell[v], x) for v, x in zip(domain, point)) for cell in cells) for point in product(*points))

def middle(a, b): return Q(0) if -a == b == INF else b - 1 if a == -INF else a + 1 if b == INF else (a + b) / 2
def contains(d, x): return d[0] < x < d[2] or x == d[0] and d[1] or x == d[2] and d[3]

def enclosed(c):
    names, targets, zeros = c["variables"], [span(t) for t in c["targets"]], c.get("zeros")
    def domain_of(d): return dict(zip(names, map(span, d["domain"])))
    def check(domain, node):
        counted, boxes = [], {v: interval(d) for v, d in domain.items()}
        for case in c["function"]:
            if not possible(case["conditions"], boxes): continue
            f = expression(case["value"])
            f = derivative(f, c["slope"], {}) if "slope" in c else f
            hint = next((n for n in node if "vanishes" in n or "crossing" in n), {})
            counted.append(leaf(f, domain, targets, hint, zeros))
        return max(counted, default=0)
    if not covers([domain_of(cell) for cell in c["cells"]], domain_of(c)): refuse("the cells do not cover the domain")
    total = 0
    for cell in c["cells"]:
        nodes = iter(cell.get("nodes", [[]]))
        total += tree(nodes, domain_of(cell), names, check)
        if next(nodes, None) is not None: refuse("boxes are left over")
    if zeros not in (None, "any", total): refuse(f"{total} zeros, not {zeros}")

def defined(c): refuse("a defined number")

CLAIMS = {
    "defined": lambda c, d, f: everywhere(is_defined, d, f("function")),
    "equal": lambda c, d, f: everywhere(are_equal, d, f("left"), f("right")),
    "derivative": lambda c, d, f: everywhere(is_derivative, d, f("function"), f("slope"), c["variable"]),
    "sign": lambda c, d, f: has_signs(d, f("function"), set(c["signs"])),
    "monotone": lambda c, d, f: is_monotone(d, f("function"), c["variable"], c["direction"]),
    "zeros": lambda c, d, f: has_zeros(d, f("function"), c["variable"], [expression(p) for p in c["points"]] if "points" in c else None, c.get("count")),
    "limit": lambda c, d, f: tends(d, f("function"), c["variable"], c["at"] if isinstance(c["at"], str) else f("at"), c["is"] if isinstance(c["is"], str) else f("is")),
}

def check(c):
    if c["kind"] == "enclosure": return enclosed(c)
    CLAIMS[c["kind"]](c, {v: span(t) for v, t in c["domain"].items()}, lambda key: expression(c[key]))

def main(path="site/verification.json"):
    failures, total = 0, 0
    for claim in json.load(open(path))["claims"]:
        for c in claim["certificates"]:
            total += 1
            try: check(c)
            except Exception as error:
                failures += 1
                print(f"{claim.get('page', '')} {claim.get('label', '')}: {c.get('kind')}: {type(error).__name__} {error}")
    print(f"{total} certificates, {failures} not confirmed")
    return 1 if failures or not total else 0

if __name__ == "__main__": sys.exit(main(*sys.argv[1:]))
