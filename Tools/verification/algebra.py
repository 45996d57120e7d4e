"""Expressions over a domain as polynomials, with exact coefficients, in exponentials, logarithms and roots; signs by Sturm."""
from math import lcm

from expressions import *

# Polynomials: dictionaries from monomials to coefficients; monomials: tuples of expressions and their powers

def sign(q): return (q > 0) - (q < 0)
def plus(p, q, c=1): return {m: a for m in {**p, **q} if (a := p.get(m, 0) + c * q.get(m, 0))}
def scaled(p, c): return {m: a * c for m, a in p.items()}
def alone(g, k=1): return {((g, Q(k)),): Q(1)}
def atoms(p): return sorted({g for m in p for g, _ in m})
def joined(m, n, c=1):
    return tuple((g, k) for g in sorted({g for g, _ in m + n}) if (k := dict(m).get(g, 0) + c * dict(n).get(g, 0)))
def times(p, q):
    total = {}
    for m, a in p.items():
        for n, b in q.items():
            mn, c = joined(m, n), a * b
            for g, k in mn:  # of a number, less than a whole power is kept
                if g.op == "number" and k // 1: mn, c = joined(mn, ((g, -(k // 1)),)), c * g.args[0] ** int(k // 1)
            total[mn] = total.get(mn, 0) + c
    return {m: a for m, a in total.items() if a}
def primes(q):
    """Small primes, and what is left, whose powers multiply to a positive number."""
    for n, c in ((q.numerator, 1), (q.denominator, -1)):
        for f in (*range(2, 1000), n):
            while n > 1 and n % f == 0: n, _ = n // f, (yield Q(f), c)

# Polynomials in one quantity: lists of coefficients, constant first

def remainder(a, b):
    while len(a) >= len(b):
        a = [c - a[-1] / b[-1] * b[k - len(a) + len(b)] if k >= len(a) - len(b) else c for k, c in enumerate(a[:-1])]
        while a and not a[-1]: a = a[:-1]
    return a
def division(a, x):
    """The quotient by (the quantity − x), and the value at x."""
    values = reduce(lambda done, c: done + [done[-1] * x + c], a[-2::-1], [a[-1]])
    return values[-2::-1], values[-1]
def at(a, x):
    """The sign at a point, or far out."""
    return sign(division(a, x)[1]) if abs(x) < INF else sign(a[-1]) * (1 if x > 0 or len(a) % 2 else -1)
def middle(a, b): return Q(0) if -a == b else 2 * abs(a) + 1 if b == INF else -2 * abs(b) - 1 if a == -INF else (a + b) / 2
def inside(a, lower, upper):
    """The signs strictly between two points, and the number of zeros (Sturm 1829)."""
    while len(a) > 1 and not at(a, lower): a = division(a, lower)[0]
    while len(a) > 1 and not at(a, upper): a = [-c for c in division(a, upper)[0]]
    chain = [a, [k * c for k, c in enumerate(a)][1:]]
    while chain[-1]: chain.append([-c for c in remainder(*chain[-2:])])
    found = [[s for p in chain[:-1] for s in [at(p, x)] if s] for x in (lower, upper)]
    zeros, _ = reduce(lambda n, row: (sum(map(int.__ne__, row, row[1:])) - n[0], 0), found[::-1], (0, 0))
    if zeros < 2: return {at(a, lower), at(a, upper), *[0] * zeros}, zeros
    c = middle(lower, upper)
    return inside(a, lower, c)[0] | {at(a, c)} | inside(a, c, upper)[0], zeros
def signs_and_zeros(a, span):
    lower, closed, upper, shut = span
    ends = [at(a, x) for x, there in ((lower, closed), (upper, shut and lower < upper)) if there]
    between, zeros = inside(a, lower, upper) if lower < upper else (set(), 0)
    return between | set(ends), zeros + ends.count(0)

def powered(signs, k): return {s ** int(k) for s in signs} if k == int(k) else signs & {0, 1}
def multiplied(s, t): return {a * b for a in s for b in t}
def summed(s, t): return {c for a in s for b in t for c in ({a or b} if a * b >= 0 else ANY)}

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
        if e.op == "variable" and len(set((d := self.domain.get(x, REALS))[::2])) == 1: return {(): d[0]} if d[0] else {}
        if e.op in ("pi", "variable", "defined") or e is I: return alone(e) if e is not I else alone(MINUS, HALF)
        if e.op in ("add", "multiply"): return {"add": plus, "multiply": times}[e.op](self.form(x), self.form(y))
        if e.op == "exp": return reduce(times, [self.power_of_e(m, k) for m, k in self.expanded(self.form(x)).items()], {(): Q(1)})
        if e.op == "log":
            a, m = self.unsigned(self.need(x, {1}))
            parts = [(E("number", n), Q(c)) for n, c in primes(a)] + list(m)
            return reduce(plus, [scaled(self.form(g.args[0]) if g.op == "exp" else alone(log(g)), k) for g, k in parts], {})
        if e.op == "abs":
            signs = self.signs(p := self.form(x))
            return p if signs <= {0, 1} else scaled(p, -1) if signs <= {0, -1} else dict([self.unsigned(p, True)[::-1]])
        if e.op == "power" and y.op != "number": return self.form(exp(y * log(x)))
        if e.op == "power":
            allowed = ({-1, 1} if y.args[0].denominator == 1 else {1}) | ({0} if y.args[0] > 0 else set())
            return self.raised(self.need(x, allowed), y.args[0])
        if e.op in ("asin", "acosh", "tgamma", "lgamma"): enclosure(e, self.box, self.known)
        inner = [self.written(self.expanded(self.form(a))) for a in e.inner]
        if e.op in ODD and (p := self.form(inner[0])) and p[max(p)] < 0: return scaled(alone(E(e.op, self.written(scaled(p, -1)))), -1)
        return alone(E(e.op, *inner))
    def need(self, e, allowed):
        """The form of an expression, which must have one of some signs (a power of i is never 0)."""
        p = self.form(e)
        is_unit = len(p) == 1 and MINUS in atoms(p) and {-1, 1} <= allowed
        return p if is_unit or self.signs_of(e) <= allowed else refuse("a side condition is not proved")
    def signs_of(self, e): return self.signs(self.form(e)) & interval_signs(e, self.box, self.known)
    def written(self, p):
        """The expression of a polynomial."""
        terms = [reduce(E.__mul__, [E("number", p[m])] * (p[m] != 1 or not m) + [g if k == 1 else g**k for g, k in m]) for m in sorted(p)]
        self.forms.setdefault(e := reduce(E.__add__, terms) if terms else ZERO, p)
        return e
    def cleared(self, p):
        """A monomial and a polynomial: their product, with whole powers of sums multiplied out."""
        content = tuple((g, k) for g in atoms(p) if (k := min(dict(m).get(g, Q(0)) for m in p)))
        p = {joined(m, content, -1): a for m, a in p.items()}
        for m, g, k in [(m, g, k) for m in p for g, k in m if k >= 1 and g.op in COMPOSITE]:
            rest = {n: a for n, a in p.items() if n != m}
            rest = plus(rest, reduce(times, [self.form(g)] * int(k), {joined(m, ((g, k // 1),), -1): p[m]}))
            content, p = (joined(content, found[0]), found[1]) if (found := self.cleared(rest)) else (content, rest)
            break
        return content, p
    def expanded(self, p, core=False):
        """With positive powers of sums multiplied out (or: a polynomial with the same zeros)."""
        content, p = self.cleared(p)
        for g, k in content:
            n = (0 in self.atom_signs(g)) if core else int(k) if g.op in COMPOSITE and k >= 1 else 0
            p = times(reduce(times, [self.form(g)] * n, p), {((g, k - n),) if k - n and not core else (): Q(1)})
        return p
    def unsigned(self, p, absolute=False, whole=False):
        """A number and a monomial, with no part negative, whose product is p (or |p|); with `whole`, of any sign."""
        content, rest = self.cleared(p)
        lead = rest[max(rest)] if rest else Q(0)
        last = ((self.written(scaled(rest, 1 / lead)), Q(1)),) if len(rest) > 1 else max(rest, default=())
        if whole: return lead, joined(content, last)
        result = ()
        for g, k in joined(content, last):
            signs = self.signs(alone(g)) if k == int(k) else {1}
            if not signs <= {0, 1} and k % 2 and not signs <= {0, -1}: absolute or refuse("a sign") if not self.split(self.form(g)) else 0
            if signs <= {0, -1}: g = self.written(scaled(self.form(g), -1))
            elif not signs <= {0, 1}: g, k = self.written(times(self.form(g), self.form(g))), k / 2
            result = joined(result, ((g, k),))
        return abs(lead), result
    def split(self, p):
        """Where a polynomial that is linear in x, or in eˣ with a zero at 0, changes its sign: prove both sides."""
        linear = [(m[0][0], -p.get((), Q(0)) / a) for m, a in p.items() if len(m) == 1 and m[0][1] == 1 and len(p) == 1 + (() in p)]
        for g, zero in linear:
            if g.op == "variable": raise Split(g.args[0], zero)
            if g.op == "exp" and g.args[0].op == "variable" and zero == 1: raise Split(g.args[0].args[0], Q(0))
    def raised(self, p, k):
        if not p: return p
        a, m = self.unsigned(p, whole=k == int(k))
        result = times({tuple((g, n * k) for g, n in m): Q(1)}, {(): Q(1)})
        if k == int(k): return scaled(result, a ** int(k))
        return reduce(times, [{joined((), ((E("number", n), c * k % 1),)): n ** int(c * k // 1)} for n, c in primes(a)], result)
    def power_of_e(self, m, k):
        if len(m) == 1 and m[0][0].op == "log" and m[0][1] == 1: return self.raised(self.form(m[0][0].args[0]), k)
        return self.form(TURNS[k % HALF] * I ** (k // HALF % 4)) if m == joined(((MINUS, HALF),), ((PI, Q(1)),)) and k % HALF in TURNS \
            else alone(exp(self.written({m: Q(1)})), k)
    def signs(self, p):
        """Those that a polynomial may have."""
        if (key := tuple(sorted(p.items()))) not in self.found:
            self.found[key] = ANY
            content, rest = self.cleared(p)
            self.found[key] = reduce(multiplied, [powered(self.atom_signs(g), k) for g, k in content], self.rest_signs(rest))
        return self.found[key]
    def atom_signs(self, g):
        if g is MINUS or g.op == "exp": return {1} if g is not MINUS and MINUS not in atoms(self.form(g.args[0])) else ANY
        if g.op in COMPOSITE: return self.signs(self.form(g))
        if g.op == "variable": return signs_and_zeros([Q(0), Q(1)], self.domain.get(g.args[0], REALS))[0]
        found = interval_signs(g, self.box, self.known)
        if g.op == "log": found &= self.signs(plus(self.form(g.args[0]), {(): Q(-1)}))
        return found & self.signs(self.form(g.args[0])) if g.op in ODD else found
    def rest_signs(self, p):
        """Of several terms: by their signs, by Sturm's theorem, intervals, discriminants, norms (of a + b√n), or e to it."""
        found = reduce(summed, [reduce(multiplied, [powered(self.atom_signs(g), k) for g, k in m], {sign(a)}) for m, a in p.items()], {0})
        if len(found) == 1 or MINUS in atoms(p): return found
        if one := self.univariate(p): return found & signs_and_zeros(*one)[0]
        found &= interval_signs(self.written(p), self.box, self.known)
        for g in atoms(p) if len(found) > 1 else ():
            a, h, b, c = ({joined(m, ((g, k),), -1): q for m, q in p.items() if dict(m).get(g, 0) == k} for k in (2, HALF, Q(1), 0))
            tries = [(a, plus(times(a, scaled(c, 4)), times(b, b), -1))] if len(a) + len(b) + len(c) == len(p) else []
            if g.op == "number" and len(h) + len(c) == len(p):
                norm = plus(times(c, c), times(h, h), -g.args[0])
                tries = [(c, norm), (h, scaled(norm, -1))]
            for leading, rest in tries:
                if self.signs(leading) in ({1}, {-1}) and (s := self.signs(rest)) <= {0, 1}: found &= self.signs(leading) | s & {0}
        n, logs = lcm(*[a.denominator for a in p.values()]), [((g, 1),) for g in atoms(p) if g.op == "log"]
        if logs and len(found) > 1 and all(abs(a * n) < 25 and (m in logs or not any(l[0][0] in dict(m) for l in logs)) for m, a in p.items()):
            found &= self.signs(plus(self.form(exp(self.written(scaled(p, n)))), {(): Q(-1)}))
        return found
    def univariate(self, p):
        """The coefficients in one quantity, and the interval of its values."""
        if len(atoms(p)) != 1 or any(k < 0 for m in p for _, k in m): return None
        g, n = atoms(p)[0], lcm(*[k.denominator for m in p for _, k in m])
        a = [sum(q for m, q in p.items() if sum(k for _, k in m) * n == d) for d in range(1 + int(n * max(k for m in p for _, k in m)))]
        if g.op == "variable" and n == 1: return a, self.domain.get(g.args[0], REALS)
        lower, closed, upper, shut = self.domain.get(g.args[0].args[0], REALS) if g.op == "exp" and g.args[0].op == "variable" else (None,) * 4
        x = power(enclosure(g, self.box, self.known), exact(Q(1, n)))
        start = (Q(0), False) if lower == -INF else (Q(1), closed) if lower == 0 else (rational(low(x)), True)
        return a, (*start, *((INF, False) if upper == INF or mp.isinf(high(x)) else (Q(1), shut) if upper == 0 else (rational(high(x)), True)))

def rational(x): return Q(x.man_exp[0]) * Q(2) ** x.man_exp[1] if abs(mp.mag(x)) < 9999 or not x else refuse("a number too large")
