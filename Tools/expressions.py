"""The values of expressions in certificates: on boxes by interval arithmetic, and as X → ∞. For verify.py.

How expressions are written is said in Sources/MathCore/Certificate+Expressions.swift. A ValueError says that a value is not
certain: an expression may be undefined somewhere, or its behaviour is not decided.
"""
import json
from fractions import Fraction as Q
from functools import cache, reduce
from itertools import count, product
from math import comb, factorial
from operator import add, mul, neg, sub

from mpmath import iv, mp

iv.prec, mp.prec, INF, ANY = 320, 400, float("inf"), {-1, 0, 1}

def refuse(reason): raise ValueError(reason)
def need(fact, reason): return fact or refuse(reason)

# 1. Intervals, and the values and slopes of expressions over boxes: dictionaries from variables to intervals

def low(x): return mp.make_mpf(x._mpi_[0])
def high(x): return mp.make_mpf(x._mpi_[1])
def exact(q): return iv.mpf(q.numerator) / q.denominator if isinstance(q, Q) else iv.mpf(q)
def rational(x): return (INF if x > 0 else -INF) if mp.isinf(x) else sign(x) * Q(x.man_exp[0]) * Q(2) ** x.man_exp[1]
def hull(*x): return iv.mpf([min(map(low, x)), max(map(high, x))])
def halves(x): return [iv.mpf([low(x), x.mid]), iv.mpf([x.mid, high(x)])]
def sides(x): return {s for s, there in ((-1, low(x) < 0), (0, low(x) <= 0 <= high(x)), (1, high(x) > 0)) if there}
def above(x, bound): return x if low(x) >= bound else refuse("an argument outside of the function's domain")
def apart(x): return x if 0 not in sides(x) else refuse("a division by 0")
def agree(x, y): return high(abs(x - y)) < mp.mpf(2) ** -250 * max(low(abs(y)), 1)
def rising(f, least=-INF):
    """An increasing function over an interval: mpmath's own values, moved outward."""
    def outward(y, way): return y + way * abs(y) * mp.mpf(2) ** -380
    return lambda x: iv.mpf([outward(f(low(above(x, least))), -1), outward(f(high(x)), 1)])
def power(x, q):
    if q.denominator > 1: return iv.exp(exact(q) * iv.log(above(x, 0)))
    return x ** q.numerator if q >= 0 else 1 / apart(x) ** -q.numerator
FUNCTIONS = {  # each with its derivative in each argument
    "negate": (lambda x: -x, lambda x: -1), "add": (add, lambda x, y: 1, lambda x, y: 1),
    "subtract": (sub, lambda x, y: 1, lambda x, y: -1), "power": (power, lambda x, q: exact(q) * power(x, q - 1)),
    "multiply": (lambda x, y: x * y if x is not y else x**2, lambda x, y: y, lambda x, y: x),
    "divide": (lambda x, y: x / apart(y), lambda x, y: 1 / y, lambda x, y: -x / y**2),
    "exp": (iv.exp, iv.exp), "sin": (iv.sin, iv.cos), "cos": (iv.cos, lambda x: -iv.sin(x)),
    "log": (lambda x: iv.log(above(x, 0)), lambda x: 1 / apart(x)),
    "abs": (abs, lambda x: iv.mpf([min(sides(x)), max(sides(x))])),
    "erf": (rising(mp.erf), lambda x: 2 / iv.sqrt(iv.pi) * iv.exp(-x**2)),
    "atan": (rising(mp.atan), lambda x: 1 / (1 + x**2)), "asinh": (rising(mp.asinh), lambda x: 1 / iv.sqrt(x**2 + 1)),
    "asin": (rising(mp.asin), lambda x: 1 / iv.sqrt(apart(above(1 - x**2, 0)))),
    "acosh": (rising(mp.acosh, 1), lambda x: 1 / iv.sqrt(apart(above(x**2 - 1, 0)))),
    "cbrt": (CBRT := rising(lambda t: mp.sign(t) * mp.cbrt(abs(t))), lambda x: 1 / (3 * apart(CBRT(x)) ** 2)),
    "tgamma": (lambda x: iv.gamma(above(x, 0)),), "lgamma": (lambda x: iv.loggamma(above(x, 0)),),
    "floor": (rising(mp.floor),), "ceil": (rising(mp.ceil),)}
def atom(op, name, box):
    if op == "variable": return box[name]
    return exact(Q(name)) if op == "number" else iv.pi + 0 if op == "pi" else defined(json.dumps(name, sort_keys=True))
def jets(nodes, box, with_slopes=True):
    """Of each part of an expression an interval of its values over a box, and of its slopes in each variable."""
    made = []
    for op, *args in nodes:
        parts, slope = [made[k] for k in args if isinstance(k, int)], {}
        x = [part[0] for part in parts]
        if op == "power": x[1] = Q(nodes[args[1]][1])
        if op == "variable" and with_slopes: slope[args[0]] = iv.mpf(1)
        for (_, inner), k in zip(parts, count(1)):
            for v, d in inner.items(): slope[v] = slope.get(v, 0) + d * FUNCTIONS[op][k](*x)
        made.append((FUNCTIONS[op][0](*x) if parts else atom(op, args[0] if args else None, box), slope))
    return made
def enclosure(nodes, box): return jets(nodes, box, False)[-1][0]
def slopes(nodes, box): return {v: d.get(v, iv.mpf(0)) for d in [jets(nodes, box)[-1][1]] for v in box}
def middle_of(box): return {v: iv.mpf(x.mid) for v, x in box.items()}
def mean_value(nodes, box):
    """The values over a box, by those at its middle and the slopes."""
    c = middle_of(box)
    return enclosure(nodes, c) + sum(d * (box[v] - c[v]) for v, d in slopes(nodes, box).items())

# 2. Numbers that certificates define

def span(text):
    lower, upper = text[1:-1].split(", ")
    return (-INF if lower == "-inf" else Q(lower), text[0] == "[", INF if upper == "inf" else Q(upper), text[-1] == "]")
def interval(d): return hull(exact(d[0]), exact(d[2]))
@cache
def defined(text):
    """The number of a certificate: an integral, an extreme value, or a zero of a function or system (Krawczyk 1969)."""
    c = json.loads(text)
    if "from" in c: return bounded(c["kind"], c["of"], c["variable"], *(enclosure(c[end], {}) for end in ("from", "to")))
    x, is_unique = dict(zip(c["variables"], map(interval, map(span, c["in"])))), False
    for _ in range(10):
        centre = middle_of(x)
        near, over = (iv.matrix([list(slopes(f, box).values()) for f in c["of"]]) for box in (centre, x))
        y = iv.matrix(mp.inverse(near.apply(lambda d: mp.mpf(d.mid))))
        new = iv.matrix(list(centre.values())) - y * iv.matrix([enclosure(f, centre) for f in c["of"]]) + (
            iv.eye(len(x)) - y * over) * iv.matrix([x[v] - centre[v] for v in x])
        is_unique |= all(low(a) < low(b) and high(b) < high(a) for a, b in zip(x.values(), new))
        x = {v: iv.mpf([max(low(a), low(b)), min(high(a), high(b))]) for (v, a), b in zip(x.items(), new)}
    return need(is_unique and list(x.values()), "a number that is not isolated")[c["index"]]
def bounded(kind, f, v, a, b):
    h, parts = (b - a) / 1024, [hull(a + (b - a) * k / 1024, a + (b - a) * (k + 1) / 1024) for k in range(1024)]
    if kind == "integral":  # on each part h·f(c), but for h²/4 times the half width of the slopes' interval
        widths = [d - d for x in parts for d in slopes(f, {v: x}).values()]
        return sum(h * enclosure(f, middle_of({v: x})) + h**2 / 8 * width for x, width in zip(parts, widths))
    way, best = 1 if kind == "maximum" else -1, -INF
    for _ in range(30):  # parts are left where the values are less than one that is known, and others halved
        best = max([best, *(low(way * enclosure(f, middle_of({v: x}))) for x in parts)])
        tops = [(x, high(way * mean_value(f, {v: x}))) for x in parts]
        parts = [half for x, top in tops if top >= best for half in halves(x)]
        need(len(parts) < 2000, "an extreme value that is not isolated")
    return way * iv.mpf([best, max(top for _, top in tops)])

# 3. The signs of a polynomial in one quantity: a list of coefficients, constant first

def sign(q): return (q > 0) - (q < 0)
def at(a, x): return sign(reduce(lambda total, c: total * x + c, reversed(a), 0))
def moved(a, x): return [sum(comb(n, k) * a[n] * x ** (n - k) for n in range(k, len(a))) for k in range(len(a))]
def middle(a, b): return Q(0) if -a == b else 2 * abs(a) + 1 if b == INF else -2 * abs(b) - 1 if a == -INF else (a + b) / 2
def inside(a, lower, upper, depth=60):
    """The signs between two points, and the number of zeros: where signs change at most once this is certain (Descartes)."""
    if lower == -INF and upper < INF: return inside([c * (-1) ** k for k, c in enumerate(a)], -upper, INF, depth)
    if lower > -INF:
        b = moved(a, lower) if upper == INF else [c * (upper - lower) ** k for k, c in enumerate(moved(a, lower))]
        s = [sign(c) for c in (b if upper == INF else moved(b[::-1], Q(1))) if c]
        if (changes := sum(t != u for t, u in zip(s, s[1:]))) < 2: return (ANY if changes else {s[0]}), changes
    c = middle(lower, upper) if depth else refuse("zeros that are too close")
    (s, m), (t, n) = inside(a, lower, c, depth - 1), inside(a, c, upper, depth - 1)
    return s | {at(a, c)} | t, m + n + (at(a, c) == 0)
def signs_and_zeros(a, span):
    ends = [at(a, x) for x, there in (span[:2], (span[2], span[3] and span[0] < span[2])) if there]
    between, zeros = inside(a, span[0], span[2]) if span[0] < span[2] else (set(), 0)
    return between | set(ends), zeros + ends.count(0)


# 4. Functions as X → ∞, by the powers of e^X, X and log X in them (Hardy, Orders of Infinity, 1910)

UNIT, LINEAR, LOGARITHM, ORDER = (Q(0),) * 3, (Q(0), Q(1), Q(0)), (Q(0), Q(0), Q(1)), 10
def grown(g, h, k=1): return tuple(a + k * b for a, b in zip(g, h))
def fraction(x): return q if agree(exact(q := rational(mp.mpf(x.mid)).limit_denominator(10**6)), x) else None
def constant(x): return Expansion({UNIT: exact(Q(x)) if isinstance(x, (int, Q)) else x})
class Expansion:
    """Constants by the growth (a, b, c) of e^aX·X^b·(log X)^c that they stand at, and that of all that is left out, or ()."""
    def __init__(self, terms, rest=()):
        kept = sorted((g for g in terms if g > rest and not agree(terms[g], iv.mpf(0))), reverse=True)
        self.terms, self.rest, self.bound = {g: terms[g] for g in kept[:24]}, max(kept[24:25] + [rest]), max(kept[:1] + [rest])
    def __add__(self, other):
        both = {g: self.terms.get(g, 0) + other.terms.get(g, 0) for g in {**self.terms, **other.terms}}
        return Expansion(both, max(self.rest, other.rest))
    def __neg__(self): return self * constant(-1)
    def __sub__(self, other): return self + -other
    def __mul__(self, other):
        total = {}
        for (g, a), (h, b) in product(self.terms.items(), other.terms.items()):
            k = grown(g, h)
            total[k] = total.get(k, 0) + a * b
        return Expansion(total, max(grown(self.rest, other.bound), grown(other.rest, self.bound)))
    def lead(self):
        """The sign of the first term c·g, its g and c, and d where all of it is c·g·(1 + d)."""
        g, c = next(iter(self.terms.items()), None) or refuse("no term outgrows the rest")
        (s,) = sides(c)
        return s, g, c, (self - Expansion({g: c})) * Expansion({grown(UNIT, g, -1): 1 / c})
    def parts(self):
        """The terms that grow, the constant one, and what tends to 0."""
        need(self.rest < UNIT, "no limit")
        small = Expansion({g: c for g, c in self.terms.items() if g < UNIT}, self.rest)
        return {g: c for g, c in self.terms.items() if g > UNIT}, self.terms.get(UNIT, iv.mpf(0)), small
    def into(self, coefficients):
        """The power series with these coefficients of what tends to 0."""
        need(self.bound < UNIT, "no limit")
        total = reduce(lambda s, c: s * self + constant(c), reversed(coefficients), constant(0))
        return total + Expansion({}, grown(UNIT, self.bound, len(coefficients)))
    def power(self, k):
        if k.denominator == 1 and 0 <= k < 17: return reduce(mul, [self] * int(k), constant(1))
        s, g, c, d = self.lead()
        need(s > 0 or k.denominator == 1, "a root of a negative number")
        binomials = reduce(lambda b, n: b + [b[-1] * (k - n) / (n + 1)], range(ORDER - 1), [Q(1)])
        return Expansion({grown(UNIT, g, k): power(c, k)}) * d.into(binomials)
    def exp(self):
        growing, c, d = self.parts()
        if growing.keys() <= {LINEAR, LOGARITHM} and None not in (k := {g: fraction(c) for g, c in growing.items()}).values():
            front = Expansion({(k.get(LINEAR, Q(0)), k.get(LOGARITHM, Q(0)), Q(0)): iv.exp(c)})
            return front * d.into([Q(1, factorial(n)) for n in range(ORDER)])
        s, (a, b, n), *_ = self.lead()  # e to another power is smaller than all powers of something
        place = 0 if a > 0 or b > 1 else 1 if b > 0 or n > 1 else 2
        return Expansion({}, tuple(Q(-ORDER * (k == place)) for k in range(3))) if s < 0 else refuse("another growth")
    def log(self):
        s, g, c, d = self.lead()
        need(s > 0 and not g[2], "a logarithm")
        front = Expansion({UNIT: iv.log(c), LINEAR: exact(g[0]), LOGARITHM: exact(g[1])})
        return front + d.into([Q((-1) ** (n + 1), n) if n else Q(0) for n in range(ORDER)])
    def sin(self, is_cosine=False):
        if self.bound > UNIT: return Expansion({}, UNIT)
        _, c, d = self.parts()
        s, c = constant(iv.sin(c)), constant(iv.cos(c))
        sine, cosine = (d.into([Q((-1) ** (n // 2) * (n % 2 == odd), factorial(n)) for n in range(ORDER)]) for odd in (1, 0))
        return c * cosine - s * sine if is_cosine else s * cosine + c * sine
    def cos(self): return self.sin(True)
    def atan(self):
        odd = [Q((-1) ** (n // 2) * (n % 2), max(n, 1)) for n in range(ORDER)]
        if self.bound > UNIT: return constant(iv.pi / 2 * self.lead()[0]) - self.power(Q(-1)).into(odd)
        _, c, d = self.parts()
        return constant(FUNCTIONS["atan"][0](c)) + (d * (constant(1) + constant(c) * self).power(Q(-1))).into(odd)
    def asin(self): return (self * (constant(1) - self * self).power(Q(-1, 2))).atan()
    def asinh(self, one=1): return (self + (self * self + constant(one)).power(Q(1, 2))).log()
    def acosh(self): return self.asinh(-1)
    def abs(self): return self if self.lead()[0] > 0 else -self
    def cbrt(self): return self.abs().power(Q(1, 3)) * constant(self.lead()[0])
    def erf(self):
        if self.bound > UNIT: return constant(self.lead()[0]) + Expansion({}, (-(self * self)).exp().bound)
        _, c, d = self.parts()
        a = [2 / iv.sqrt(iv.pi) * iv.exp(-c * c)]
        for n in range(1, ORDER): a.append((c * a[-1] + (a[-2] if n > 1 else 0)) * -2 / n)
        return d.into([FUNCTIONS["erf"][0](c), *(x / (n + 1) for n, x in enumerate(a))])
def expansion(nodes, path):
    """A function of a variable as one of X, of which the variable is another."""
    made = []
    for op, *args in nodes:
        x = [made[k] for k in args if isinstance(k, int)]
        if op == "variable": new = path
        elif not x: new = constant(atom(op, args[0] if args else None, {}))
        elif op == "power": new = x[0].power(Q(nodes[args[1]][1]))
        elif op == "divide": new = x[0] * x[1].power(Q(-1))
        else: new = {"negate": neg, "add": add, "subtract": sub, "multiply": mul}.get(op, lambda x: getattr(x, op)())(*x)
        made.append(new)
    return made[-1]
