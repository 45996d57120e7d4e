#!/usr/bin/env python3
"""Makes false copies of the certificates of a site, and fails where Tools/verify.py takes one for true.

    Tools/verify-doctored.py [site/verification.json]
"""
import copy
import json
import sys
from fractions import Fraction as Q

import verify

SHIFT = Q(1, 10**6)

def after(nodes, *more):
    """An expression with nodes added, in which −1 is the place of the last one."""
    result = copy.deepcopy(nodes)
    for node in more: result.append([len(result) + n if isinstance(n, int) and n < 0 else n for n in node])
    return result
def nowhere(nodes): return after(nodes, ["number", "-1"], ["log", -1], ["restricted", -3, -1])
def increased(nodes): return after(nodes, ["number", str(SHIFT)], ["add", -2, -1])
def undefined(nodes): return after(nodes, ["number", "0"], ["divide", -2, -1])
def opposite(nodes, signs):
    """−f, a little further from having one of the signs that f has."""
    return after(nodes, ["negate", -1], ["number", str(SHIFT if 1 not in signs else -SHIFT)], ["add", -2, -1])
def other_signs(signs): return sorted({-1, 0, 1} - set(signs)) or [0]
def changed(c, key, change): return {**c, key: change(c[key])}
def shifted(q): return str(Q(q) + SHIFT)

def in_tree(proof, path=()):
    """A proof and those in it, with their places."""
    yield path, proof
    for key in ("parts", "slope", "defined"):
        inner = proof.get(key, [])
        for k, part in enumerate(inner) if isinstance(inner, list) else [(None, inner)]:
            yield from in_tree(part, (*path, key) if k is None else (*path, key, k))
def replaced(tree, path, value):
    """A tree in which something else is at a place."""
    if not path: return value
    result = copy.copy(tree)
    result[path[0]] = replaced(tree[path[0]], path[1:], value)
    return result
FALSE = {  # what may stand in a proof, and what makes it false
    "parts": ("a part is missing", lambda parts: parts[:1]), "is": ("the function seen is another", increased),
    "in": ("the values are others", lambda _: "[1000000, 1000001]"),
    "crossing": ("the slope has the other sign", lambda s: -s),
    "from": ("it starts elsewhere", shifted), "signs": ("the slope has other signs", other_signs),
    "given": ("a part has other signs", lambda given: [[h, other_signs(s), p] for h, s, p in given]),
    "same": ("a part is the same as another", lambda pairs: [[h, increased(k)] for h, k in pairs])}
def doctored_proofs(proof):
    """False variants of a proof: up to three of each kind."""
    seen = {}
    for path, inner in in_tree(proof):
        for key in inner.keys() & FALSE.keys():
            seen[key] = seen.get(key, 0) + 1
            if seen[key] <= 3: yield FALSE[key][0], replaced(proof, path, changed(inner, key, FALSE[key][1]))

def doctored(c):
    """False variants of a true certificate, with what is wrong with them."""
    kind = c["kind"]
    if kind == "comparisons":
        for k in range(min(3, len(c["numbers"]))):
            for order in {"<", "=", ">"} - {c["numbers"][k][1]}:
                yield "an order is another", replaced(c, ("numbers", k, 1), order)
        return
    if kind in ("solution", "integral", "maximum", "minimum"):
        yield from doctored_number(c)
        return
    for key in ("proof", "defined"):
        for what, proof in doctored_proofs(c.get(key, {})): yield what, {**c, key: proof}
    for way in (undefined, nowhere):
        yield "it is undefined", changed(c, "left" if "left" in c else "function", way)
    if "right" in c: yield "a side is another", changed(c, "right", increased)
    if "slope" in c: yield "the slope is another", changed(c, "slope", increased)
    if "direction" in c: yield "the direction is the opposite", changed(c, "direction", lambda d: -d)
    if kind == "sign" and len(c["signs"]) < 3:
        signs = c["signs"] if set(c["signs"]) != {-1, 1} else [0]
        yield "the sign is the opposite", {**c, "signs": signs, "function": opposite(c["function"], signs)}
        yield "other signs are claimed", changed(c, "signs", other_signs)
    if c.get("points"):
        yield "a zero is missing", changed(c, "points", lambda points: points[1:])
        yield "a zero is another", changed(c, "points", lambda points: [increased(points[0]), *points[1:]])
        yield "a zero is there twice", changed(c, "points", lambda points: [points[0], *points])
    if "count" in c: yield "a zero is missing", changed(c, "count", lambda n: n + 1)
    if kind == "limit":
        other = {"inf": "-inf", "-inf": "inf"}.get(c["is"]) if isinstance(c["is"], str) else increased(c["is"])
        yield "the limit is another", {**c, "is": other}

def doctored_number(c):
    names = c.get("variables", [c.get("variable")])
    of = c["of"][0] if c["kind"] == "solution" else c["of"]
    yield "it is undefined", {**c, "of": [undefined(of), *c["of"][1:]] if c["kind"] == "solution" else undefined(of)}
    if "variables" in c: yield "its variables are others", {**c, "variables": [f"{v}?" for v in names]}
    else: yield "its variable is another", {**c, "variable": "?"}
    if "in" in c:
        yield "it is somewhere else", changed(c, "in", lambda d: ["[1000, 1001]", *d[1:]])
        yield "the number is another", changed(c, "index", lambda k: k + len(names))
    if "to" in c: yield "an end is undefined", changed(c, "to", undefined)

def nodes(f):
    """The nodes of an expression that is written as nested tuples: ("add", "x", 1)."""
    if not isinstance(f, tuple): return [["variable", f] if isinstance(f, str) else ["number", str(Q(f))]]
    result, places = [], []
    for part in f[1:]:
        result += [[n + len(result) if isinstance(n, int) else n for n in node] for node in nodes(part)]
        places.append(len(result) - 1)
    return [*result, [f[0], *places]]
def about(kind, domain="(-inf, inf)", **fields):
    """A claim about a function of x, whose expressions are written as tuples."""
    written = {k: nodes(f) if k in ("left", "right", "function", "slope") else f for k, f in fields.items()}
    return {"kind": kind, "variable": "x", "domain": {"x": domain}, "proof": {}, "defined": {}, **written}
TINY, CORNER, SQUARE = Q(1, 10**100), ("abs", ("subtract", "x", 5)), ("power", "x", 2)
FAR = ("exp", ("subtract", "x", 1000))
SLOPE, LEFT = ("restricted", ("divide", 1, "x"), ("log", "x")), "[-2, -1]"  # (ln x)′, where ln x has no value
HAND_MADE = [  # claims that hold on a part of the line only, or up to a tiny number
    about("equal", left=CORNER, right=("subtract", 5, "x")), about("equal", left=FAR, right=0),
    about("equal", left=("add", "x", TINY), right="x"),
    about("equal", left=("abs", ("subtract", "x", 10**7)), right=("subtract", 10**7, "x")),
    about("sign", function=("subtract", ("add", CORNER, "x"), 5), signs=[0], proof={"is": nodes(0)}),
    about("sign", function=FAR, signs=[0], proof={"is": nodes(0)}),
    about("sign", "[0, 1]", function=("subtract", "x", TINY), signs=[0, 1],
          proof={"from": "0", "signs": [1], "slope": {}, "defined": {}}),
    about("limit", function=("multiply", TINY, "x"), at="inf", **{"from": [], "is": nodes(0)}),
    about("limit", function=("multiply", TINY, ("exp", "x")), at="inf", **{"from": [], "is": nodes(0)}),
    about("zeros", function=("add", SQUARE, Q(1, 10**90)), count=1, proof={
        "split": "x", "at": "0", "parts": [{"split": "x", "at": "0", "left": False, "parts": [{}, {"zero": True}]}, {}]}),
    about("monotone", function=("add", ("power", "x", 3), ("power", SQUARE, Q(3, 2))), direction=1,
          proof={"split": "x", "at": "0", "parts": [{"is": nodes(0)}, {}]}),
    about("equal", LEFT, left=SLOPE, right=("divide", 1, "x")), about("sign", LEFT, function=SLOPE, signs=[-1]),
    about("derivative", LEFT, function=("log", "x"), slope=("divide", 1, "x")),
    about("monotone", LEFT, function=SLOPE, direction=-1), about("zeros", LEFT, function=SLOPE, count=0),
    about("limit", function=SLOPE, at=nodes(-1), **{"from": [-1, 1], "is": nodes(-1)}),
    about("integral", of=nodes(SLOPE), to=nodes(-1), **{"from": nodes(-2)}),
    about("maximum", of=nodes(SLOPE), to=nodes(-1), **{"from": nodes(-2)}),
    {"kind": "comparisons", "numbers": []}]

def is_taken(certificate):
    try: verify.claim(certificate)
    except Exception: return False  # refused, as it must be
    return True

def main(path="site/verification.json"):
    with open(path, encoding="utf-8") as file: site = json.load(file)
    places = site["claims"] + site["numbers"]
    given = {json.dumps(c): (f"{at.get('page', '')}#{at.get('label') or ''}", c)
             for at in places for c in at.get("certificates", [])}
    false = [(f"{at}: {c['kind']}: not seen that {what}", other)
             for at, c in given.values() for what, other in doctored(c)]
    false += [(f"made by hand: {json.dumps(c)}", c) for c in HAND_MADE]
    missed = [what for what, c in false if is_taken(c)]
    print("\n".join(missed + [f"verify-doctored: {len(false)} false certificates, {len(missed)} taken for true"]))
    return 1 if missed or not given else 0

if __name__ == "__main__": sys.exit(main(*sys.argv[1:]))
