"""Expressions of certificates: how they are read, their derivatives, and intervals that hold their values."""
import json
from fractions import Fraction as Q
from functools import cache, reduce

from mpmath import iv, mp

iv.prec, mp.prec, INF, HALF, ANY = 120, 160, float("inf"), Q(1, 2), {-1, 0, 1}
REALS = (-INF, False, INF, False)  # an interval: its lower end, whether that belongs to it, its upper end, whether

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
            new.ops = {op}.union(*(a.ops for a in new.inner))
            new.variables = {args[0]} if op == "variable" else set().union(*(a.variables for a in new.inner))
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

ZERO, ONE, PI, MINUS, I = E("number", Q(0)), E("number", Q(1)), E("pi"), E("number", Q(-1)), E("power", -1, HALF)
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
NUMBERS = []  # what finds the number of a certificate
JUMPING = {"floor", "ceil", "trunc", "round", "fmod", "copysign", "atan2", "sign"}
COMPOSITE, ODD = ("add", "multiply", "power", "number"), ("asin", "atan", "asinh", "erf")
TURNS = {Q(0): ONE, Q(1, 6): (root(3) + I) / 2, Q(1, 4): root(2) * (1 + I) / 2, Q(1, 3): (1 + root(3) * I) / 2}

def expression(nodes):
    """From the list of nodes in a certificate."""
    made, leaves = [], {"number": Q, "variable": str, "defined": lambda c: json.dumps(c, sort_keys=True)}
    for op, *args in nodes:
        args = [leaves[op](args[0])] if op in leaves else [made[k] for k in args]
        made.append(WRITTEN[op](*args) if op in WRITTEN else E(op, *args))
    return made[-1]

@cache
def derivative(e, v):
    """Where there is one: that of |x| is undefined at 0."""
    if v not in e.variables or e.op == "variable": return ONE if v in e.variables else ZERO
    if e.op not in PARTIAL: refuse(f"no derivative of {e.op}")
    terms = [(derivative(a, v), p) for a, p in zip(e.inner, PARTIAL[e.op](e, *e.args)) if v in a.variables]
    return reduce(E.__add__, [p if d is ONE else d if p is ONE else p * d for d, p in terms])

def replaced(e, v, new):
    return new if e is E("variable", v) else E(e.op, *(replaced(a, v, new) if isinstance(a, E) else a for a in e.args))

# Intervals

def low(x): return mp.make_mpf(x._mpi_[0])
def high(x): return mp.make_mpf(x._mpi_[1])
def exact(q): return iv.mpf(q.numerator) / q.denominator if isinstance(q, Q) else iv.mpf(q)
def hull(*x): return iv.mpf([min(map(low, x)), max(map(high, x))])
def from_zero(x, f): return f(x) if low(x) >= 0 else refuse("a root or a logarithm of a negative number")
def rising(f, error=mp.mpf(2) ** -110):
    """Of an increasing function, over an interval: mpmath's own values, moved outward."""
    def over(x): return iv.mpf([(a := f(low(x))) - abs(a) * error, (b := f(high(x))) + abs(b) * error])
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
    "corner": lambda x: iv.mpf([-INF, INF]) if 0 in x else iv.mpf(0), "pi": lambda: iv.pi,
    "cbrt": rising(lambda t: mp.sign(t) * mp.cbrt(abs(t))),
    **{name: rising(getattr(mp, name)) for name in ("asin", "atan", "asinh", "acosh", "erf", "floor", "ceil")}}

def enclosure(e, box, known):
    """An interval that holds the values over a box."""
    if e not in known:
        known[e] = (exact(e.args[0]) if e.op == "number" else box.get(e.args[0], iv.mpf([-INF, INF])) if e.op == "variable"
                    else NUMBERS[0](e.args[0]) if e.op == "defined" else refuse(f"no values of {e.op}")
                    if e.op not in INTERVAL else INTERVAL[e.op](*(enclosure(a, box, known) for a in e.inner)))
    return known[e]

def interval_signs(e, box, known):
    """The signs that an interval evaluation leaves."""
    try: x = enclosure(e, box, known)
    except (Unproved, ValueError): return ANY
    return {s for s, there in ((-1, low(x) < 0), (0, low(x) <= 0 <= high(x)), (1, high(x) > 0)) if there}
