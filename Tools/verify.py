#!/usr/bin/env python3
"""Checks the certificates of a site again, with no code of Lemma's: Tools/verify.py [site/verification.json]

Sources/MathCore says what they mean: Certificate+Expressions.swift, Certificate+Claims.swift (algebra, in verification/) and
EnclosureProof+Certificate.swift (boxes, here). Each claim is proved anew from its expressions and its domain. Exit status:
0 all claims hold, 1 one does not, or a certificate is not understood.
"""
import json
import os
import sys
from itertools import product

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "verification"))

from claims import *

def integral(f, v, a, b, pieces=256):
    """By midpoints: over a piece of length h around c it is h·f(c) + h³/24·f″ at some point."""
    h, bend, total = (b - a) / pieces, derivative(derivative(f, v), v), iv.mpf(0)
    for k in range(pieces):
        x = hull(a + k * h, a + (k + 1) * h)
        total += h * enclosure(f, {v: a + (k + iv.mpf(0.5)) * h}, {}) + h**3 / 24 * enclosure(bend, {v: x}, {})
    return total

def maximum(f, v, a, b, rounds=40):
    """By halving intervals, and leaving those where the values are less than one that is known."""
    parts, best = [hull(a, b)], -INF
    for _ in range(rounds):
        parts = [iv.mpf(half) for x in parts for half in ([low(x), x.mid], [x.mid, high(x)])]
        best = max([best, *(low(enclosure(f, {v: middle_of(x)}, {})) for x in parts)])
        values = [(x, high(taylor(f, {v: x}, 1))) for x in parts]
        parts = [x for x, top in values if top >= best]
        if len(parts) > 500: refuse("an extreme value that is not isolated")
    return iv.mpf([best, max(top for _, top in values)])

@cache
def defined(text):
    """The number of a certificate: an integral, an extreme value, or a zero of a function or system (Krawczyk 1969)."""
    c = json.loads(text)
    if c["kind"] in ("integral", "maximum", "minimum"):
        a, b = (enclosure(expression(c[key]), {}, {}) for key in ("from", "to"))
        if c["kind"] == "integral": return integral(expression(c["of"]), c["variable"], a, b)
        return maximum(expression(c["of"]), c["variable"], a, b) if c["kind"] == "maximum" else -maximum(-expression(c["of"]), c["variable"], a, b)
    if c["kind"] not in ("root", "solution"): refuse(f"a number by its {c['kind']}")
    one = c["kind"] == "root"
    names, texts, boxes = ([c["variable"]], [c["of"]], [c["in"]]) if one else (c["variables"], c["of"], c["in"])
    equations, x, is_unique = [expression(t) for t in texts], [interval(span(t)) for t in boxes], False
    for _ in range(12):
        box, centre = dict(zip(names, x)), {v: middle_of(y) for v, y in zip(names, x)}
        slopes = [[enclosure(derivative(f, v), box, {}) for v in names] for f in equations]
        inverse = mp.inverse(mp.matrix([[enclosure(derivative(f, v), centre, {}).mid for v in names] for f in equations]))
        y = [[iv.mpf(inverse[i, j]) for j in range(len(x))] for i in range(len(x))]
        values, rows = [enclosure(f, centre, {}) for f in equations], range(len(x))
        new = [centre[v] - sum(y[i][k] * values[k] for k in rows) + sum(
            ((i == j) - sum(y[i][k] * slopes[k][j] for k in rows)) * (x[j] - centre[w]) for j, w in enumerate(names))
            for i, v in enumerate(names)]
        is_unique |= all(low(a) < low(b) and high(b) < high(a) for a, b in zip(x, new))
        x = [iv.mpf([max(low(a), low(b)), min(high(a), high(b))]) for a, b in zip(x, new)]
    return x[0 if one else c["index"]] if is_unique else refuse("a number that is not isolated")

NUMBERS.append(defined)

def interval(d): return hull(exact(d[0]), exact(d[2]))
def middle_of(x): return iv.mpf(x.mid)

def within(x, target):
    (a, b), (lower, closed, upper, shut) = (low(x), high(x)), target
    return (a >= high(exact(lower)) if closed else a > high(exact(lower)) or lower == -INF) and (
        b <= low(exact(upper)) if shut else b < low(exact(upper)) or upper == INF)

def possible(conditions, box):
    """Whether conditions may hold somewhere on a box."""
    allowed = {"<": {-1}, "≤": {-1, 0}, "=": {0}, "≠": {-1, 1}}
    return all(interval_signs(expression(a) - expression(b), box, {}) & allowed[r] for a, r, b in conditions)

def taylor(f, box, order):
    """The values of f over a box by its Taylor polynomial at the middle; of order 0, by intervals."""
    names = sorted(f.variables)
    if order == 0 or not names: return enclosure(f, box, {})
    centre = {v: middle_of(x) for v, x in box.items()}
    if len(names) > 1:
        return enclosure(f, centre, {}) + sum(enclosure(derivative(f, v), box, {}) * (box[v] - centre[v]) for v in names)
    total, factor, step, known = iv.mpf(0), iv.mpf(1), box[names[0]] - centre[names[0]], {}
    for k in range(order):
        total, factor, f = total + enclosure(f, centre, known) * factor, factor * step / (k + 1), derivative(f, names[0])
    return total + enclosure(f, box, {}) * factor

def at_ends(f, box):
    """The values of a function whose slopes have one sign each, from those at the corners."""
    rising = {v: interval_signs(derivative(f, v), box, {}) for v in box}
    if any(s >= {-1, 1} for s in rising.values()): refuse("a slope of no certain sign")
    corners = [{v: iv.mpf(end(box[v])) if rising[v] != {0} else box[v] for v, end in zip(box, ends)}
               for ends in product((low, high), repeat=len(box))]
    return hull(*(enclosure(f, corner, {}) for corner in corners))

def crosses(f, box):
    """Whether a function of one variable is monotone on a box, and 0 once inside."""
    (v,), slope = box, interval_signs(derivative(f, *box), box, {})
    ends = [interval_signs(f, {v: iv.mpf(end(box[v]))}, {}) for end in (low, high)]
    return slope in ({1}, {-1}) and ends in ([{1}, {-1}], [{-1}, {1}])

def touches(f, domain, node, targets, zeros):
    """f − a and its first derivatives are 0 at c, and the next one has one sign on the box and at c."""
    (v,), c, a, n, s = domain, expression(node["vanishes"]), Q(node["from"]), node["order"], node["sign"]
    box, g = {v: hull(interval(domain[v]), enclosure(c, {}, {}))}, f - E("number", a)
    for k in range(n): are_equal(Algebra({}), replaced(g, v, c), ZERO), (g := derivative(g, v))
    if interval_signs(g, box, {}) != {s}: refuse("a derivative of no certain sign")
    if n % 2: refuse("a function that crosses")
    return 0 if any((a, s) in ((t[0], 1), (t[2], -1)) and (t[1 if s > 0 else 3] or zeros == "any") for t in targets) else refuse("no target")

def leaf(f, domain, targets, node, zeros):
    """The zeros counted on a box, where else all values of f lie in a target; the node says how."""
    box = {v: interval(d) for v, d in domain.items()}
    if "in" in node and not within(enclosure(f, {v: middle_of(x) for v, x in box.items()}, {}), outer(span(node["in"]))):
        refuse("the values on a box are others")
    if node.get("crossing") and zeros is not None and crosses(f, box): return 1
    if "vanishes" in node: return touches(f, domain, node, targets, zeros)
    if "proofs" not in node: return all_in(f, box, targets, "monotone" in node, 6) or 0
    for lower, closed, upper, shut in targets:
        try:
            if lower > -INF: has_signs(domain, f - E("number", lower), {0, 1} if closed else {1})
            if upper < INF: has_signs(domain, E("number", upper) - f, {0, 1} if shut else {1})
            return 0
        except Unproved: pass
    refuse("the values on a cell")

def all_in(f, box, targets, is_monotone, depth):
    """The values on a box, or on its parts, are in a target."""
    for way in [lambda: at_ends(f, box)] * is_monotone + [lambda n=n: taylor(f, box, n) for n in range(3)]:
        try:
            if any(within(way(), t) for t in targets): return
        except (Unproved, ValueError): pass
    if depth == 0: refuse("the values on a box")
    v = max(box, key=lambda v: high(box[v].delta))
    for half in ([low(box[v]), box[v].mid], [box[v].mid, high(box[v])]):
        all_in(f, {**box, v: iv.mpf(half)}, targets, is_monotone, depth - 1)

def outer(d):
    """A little wider than an interval of a certificate."""
    return tuple(x if isinstance(x, bool) else x + s * (abs(x) + 1) / 2**40 if abs(x) < INF else x for x, s in zip(d, (-1, 0, 1, 0)))

def tree(nodes, domain, names, check):
    """Goes through boxes in pre-order, and adds up what is counted on them."""
    node = next(nodes)
    if isinstance(node, list): return check(domain, node)
    return sum(tree(nodes, half, names, check) for half in halves(domain, names[node["split"]], Q(node["at"])))

def contains(d, x): return d[0] < x < d[2] or x == d[0] and d[1] or x == d[2] and d[3]

def covers(cells, domain):
    """Whether every point of a domain lies in a cell: at all their ends, and between them."""
    points = []
    for v, d in domain.items():
        ends = sorted({x for cell in (domain, *cells) for x in cell[v][::2] if d[0] <= x <= d[2]})
        points.append([x for x in ends if contains(d, x)] + [middle(a, b) for a, b in zip(ends, ends[1:])])
    return all(any(all(contains(cell[v], x) for v, x in zip(domain, point)) for cell in cells) for point in product(*points))

def enclosed(c):
    names, targets, zeros = c["variables"], [span(t) for t in c["targets"]], c.get("zeros")
    def domain(d): return dict(zip(names, map(span, d["domain"])))
    def check(part, node):
        box, counted = {v: interval(d) for v, d in part.items()}, [0]
        for case in c["function"]:
            f = expression(case["value"])
            f = derivative(f, c["slope"]) if "slope" in c else f
            hint = node[0] if len(c["function"]) == len(node) == 1 else next((n for n in node if "in" not in n and "absent" not in n), {})
            if possible(case["conditions"], box): counted.append(leaf(f, part, targets, hint, zeros))
        return max(counted)
    if not covers([domain(cell) for cell in c["cells"]], domain(c)): refuse("the cells do not cover the domain")
    total = 0
    for cell in c["cells"]:
        nodes = iter(cell.get("nodes", [[{"proofs": []}]]))
        total += tree(nodes, domain(cell), names, check)
        if next(nodes, None) is not None: refuse("boxes are left over")
    if zeros not in (None, "any", total): refuse(f"{total} zeros")

def claim(c):
    """Proves what a certificate claims."""
    def f(key): return expression(c[key]) if isinstance(c[key], list) else c[key]
    kind, domain = c["kind"], {v: span(t) for v, t in c["domain"].items()} if isinstance(c["domain"], dict) else {}
    if kind == "enclosure": enclosed(c)
    elif kind == "defined": everywhere(Algebra.form, domain, f("function"))
    elif kind == "equal": everywhere(are_equal, domain, f("left"), f("right"))
    elif kind == "derivative": everywhere(is_derivative, domain, f("function"), f("slope"), c["variable"])
    elif kind == "sign": has_signs(domain, f("function"), set(c["signs"]))
    elif kind == "monotone": is_monotone(domain, f("function"), c["variable"], c["direction"])
    elif kind == "zeros":
        points = [expression(p) for p in c["points"]] if "points" in c else None
        has_zeros(domain, f("function"), c["variable"], points, c.get("count"))
    elif kind == "limit" and isinstance(f("at"), E):
        at = f("at").args[0]
        for step in (-1, 1): tends_at(f("function"), c["variable"], at, at + Q(step, 2**20), f("is"))
    elif kind == "limit": tends_far_out(f("function"), c["variable"], c["at"] == "inf", f("is"))
    else: refuse("an unknown kind")

def main(path="site/verification.json"):
    failures, total = 0, 0
    with open(path, encoding="utf-8") as file: claims = json.load(file)["claims"]
    for place in claims:
        for c in place["certificates"]:
            total += 1
            try: claim(c)
            except Exception as error:  # whatever is wrong with a certificate, it is not confirmed
                failures += 1
                print(f"{place.get('page', '')}#{place.get('label') or ''}: {c.get('kind')}: {error or type(error).__name__}")
    print(f"verify: {total} certificates, {failures} not confirmed")
    return 1 if failures or not total else 0

if __name__ == "__main__": sys.exit(main(*sys.argv[1:]))
