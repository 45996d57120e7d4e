"""What certificates of Certificate+Claims.swift claim, proved anew by algebra."""
from algebra import *

# Claims, each on a domain: a dictionary from variables to intervals

def span(text):
    lower, upper = text[1:-1].split(", ")
    return (-INF if lower == "-inf" else Q(lower), text[0] == "[", INF if upper == "inf" else Q(upper), text[-1] == "]")
def halves(domain, v, point):
    """The parts on both sides of a point, which belongs to both."""
    lower, closed, upper, shut = domain.get(v, REALS)
    if not lower < point < upper: refuse(f"no formula at {point}")
    return {**domain, v: (lower, closed, point, True)}, {**domain, v: (point, True, upper, shut)}
def opened(domain, v): return {**domain, v: (domain.get(v, REALS)[0], False, domain.get(v, REALS)[2], False)}
def everywhere(claim, domain, *arguments):
    """A claim, by parts where the formula changes."""
    try: claim(Algebra(domain), *arguments)
    except Split as s: return [everywhere(claim, half, *arguments) for half in halves(domain, *s.args)]
def are_equal(algebra, f, g):
    if algebra.signs(plus(algebra.form(f), algebra.form(g), -1)) != {0}: refuse("the sides are not equal")
def is_derivative(algebra, f, g, v): return algebra.form(f), are_equal(algebra, derivative(f, v), g)
def signs_directly(algebra, f, allowed): return algebra.signs_of(f) <= allowed or refuse("its sign is not clear")
def has_signs(domain, f, allowed, depth=4):
    """Directly, or from the sign at an end, and that of the slope from there on."""
    try: return everywhere(signs_directly, domain, f, allowed)
    except Unproved:
        if depth == 0 or len(f.variables) != 1 or {-1, 1} <= allowed or f.ops & JUMPING: raise
    (v,), want = f.variables, allowed - {0}
    lower, closed, upper, shut = domain.get(v, REALS)
    if lower == -upper == -INF: return [has_signs(half, f, allowed, depth) for half in halves(domain, v, Q(0))]
    for end, there, outward in ((lower, closed, 1), (upper, shut, -1)):
        try:
            if abs(end) == INF: continue
            everywhere(Algebra.form, {v: (lower, closed or outward > 0, upper, shut or outward < 0)}, f)
            start = Algebra({v: (end, True, end, True)}).signs_of(f)
            if not start <= (allowed if there else allowed | {0}): continue
            return has_signs(opened(domain, v), derivative(f, v) * outward, want if 0 in start and 0 not in allowed else want | {0}, depth - 1)
        except Unproved: pass
    refuse("its sign is not clear")
def is_monotone(domain, f, v, direction):
    def rises(algebra, slope):
        if not algebra.signs_of(slope) <= {0, 1} or not algebra.univariate(algebra.expanded(algebra.form(slope), True)): refuse("its slope's sign")
    try:
        Algebra(domain).form(f) if not f.ops & JUMPING else refuse("it jumps")
        slope = derivative(f, v) * direction
        try: rises(Algebra(opened(domain, v)), slope)
        except Unproved: has_signs(opened(domain, v), slope, {1})
    except Split as s: return [is_monotone(half, f, v, direction) for half in halves(domain, *s.args)]
def has_zeros(domain, f, v, points, count):
    lower, closed, upper, shut = domain.get(v, REALS)
    for k, point in enumerate(points or ()):
        are_equal(Algebra({}), replaced(f, v, point), ZERO)
        bounds = [(point - other, {-1, 1}) for other in points[:k]] + [(point - lower, {0, 1} if closed else {1})] * (lower > -INF)
        for gap, allowed in bounds + [(upper - point, {0, 1} if shut else {1})] * (upper < INF): signs_directly(Algebra({}), gap, allowed)
    algebra = Algebra(domain)
    core = algebra.expanded(algebra.form(f), True)
    if core and (one := algebra.univariate(core) if atoms(core) else ([Q(1)], REALS)):
        is_exact = not atoms(core) or atoms(core)[0].op == "variable" or all(x in (0, 1, INF) for x in one[1][::2])
        if signs_and_zeros(*one)[1] == (len(points) if points is not None else count if is_exact or not count else -1): return
    if points is None or len(points) != 1: refuse("its zeros are not counted")
    try: is_monotone(domain, f, v, 1)
    except Unproved: is_monotone(domain, f, v, -1)
def dominating(algebra, p, t):
    """As t falls to 0, the powers of 1/t and of |log t| that outgrow the rest, and the constant in front."""
    content, rest = algebra.cleared(p)
    def of(m):
        key, constant = (Q(0), Q(0)), {(): Q(1)}
        for g, k in m:
            own, c = (((Q(-1), Q(0)), {(): Q(1)}) if g is t else ((Q(0), Q(1)), {(): Q(-1)}) if g is log(t)
                      else ((Q(0), Q(0)), alone(g)) if not g.variables
                      else dominating(algebra, algebra.form(g), t) if g.op in COMPOSITE else refuse("its growth is not clear"))
            key, constant = (key[0] + k * own[0], key[1] + k * own[1]), times(constant, algebra.raised(c, k))
        return key, constant
    groups = {}
    for m, a in rest.items(): groups[of(m)[0]] = plus(groups.get(of(m)[0], {}), of(m)[1], a)
    top, (key, constant) = max(groups), of(content)
    return (key[0] + top[0], key[1] + top[1]), times(constant, groups[top] or refuse("its growth is not clear"))
def tends_far_out(f, v, positive, value):
    """With x = ±1/t, or ∓log t: a function of eˣ becomes one of t."""
    t = E("variable", "t")
    for far in ((1 / t, -log(t)) if positive else (-1 / t, log(t))):
        try:
            algebra = Algebra({"t": (Q(0), False, Q(1, 2**20), False)})
            p = algebra.form(replaced(f, v, far))
            key, constant = dominating(algebra, p, t) if p else ((Q(0), Q(0)), {})
            if key > (0, 0): return Algebra({}).signs(constant) == {{"inf": 1, "-inf": -1}.get(value)} or refuse("no limit")
            return are_equal(Algebra({}), algebra.written(constant) if key == (0, 0) else ZERO, value)
        except (Unproved, AttributeError): pass
    refuse("the limit is not clear")
def tends_at(f, v, c, end, value):
    """From one side of a point, by L'Hôpital's rule."""
    near = {v: (min(c, end), c < end, max(c, end), c > end)}
    algebra = Algebra(opened(near, v))
    a, m = algebra.unsigned(algebra.form(f), whole=True)
    top, bottom = (reduce(E.__mul__, [g ** abs(k) for g, k in m if k * s > 0], E("number", b)) for s, b in ((1, a), (-1, Q(1))))
    here = Algebra({v: (c, True, c, True)})
    for _ in range(8):
        for part in (top, bottom): Algebra(near).form(part) if not part.ops & (JUMPING | {"abs"}) else refuse("it jumps")
        if 0 not in here.signs(here.form(bottom)): return are_equal(here, top, value * bottom)
        for part in (top, bottom): are_equal(here, part, ZERO)
        top, bottom = derivative(top, v), derivative(bottom, v)
    refuse("the limit is not clear")
