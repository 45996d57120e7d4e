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
def increased(nodes): return after(nodes, ["number", str(SHIFT)], ["add", -2, -1])
def undefined(nodes): return after(nodes, ["number", "0"], ["divide", -2, -1])
def opposite(nodes): return after(nodes, ["negate", -1])
def changed(c, key, change): return {**c, key: change(c[key])}
def some(items): return items[::max(1, len(items) // 3)]
def wider(text):
    """An interval that reaches further than it did, or begins further to the left; None for all numbers."""
    lower, upper = text[1:-1].split(", ")
    if upper != "inf": return f"{text[0]}{lower}, {Q(upper) + 1}{text[-1]}"
    return f"{text[0]}{Q(lower) - 1}, {upper}{text[-1]}" if lower != "-inf" else None

def places(tree, path=()):
    """The places of the coefficients and powers in steps."""
    for k, item in tree.items() if isinstance(tree, dict) else enumerate(tree):
        if isinstance(item, (list, dict)): yield from places(item, (*path, k))
        elif isinstance(item, int) or item.lstrip("-").replace("/", "").isdigit(): yield (*path, k)
def with_other_number(tree, path):
    if not path: return tree + 1 if isinstance(tree, int) else str(Q(tree) + SHIFT)
    result = copy.copy(tree)
    result[path[0]] = with_other_number(tree[path[0]], path[1:])
    return result
def with_other_steps(c, key):
    """A number in the normal forms or generators is another."""
    fields = ("forms", "generators")
    for path in some(list(places([{k: s[k] for k in fields} for s in c.get(key, [])]))):
        yield f"a number in {path[1]} is another", {**c, key: with_other_number(c[key], path)}
    if c.get(key): yield "a step is missing", {**c, key: c[key][1:]}

def doctored(c):
    """False variants of a true certificate, with what is wrong with them."""
    kind, function = c["kind"], "left" if "left" in c else "function"
    for key in ("steps", "defined"): yield from with_other_steps(c, key)
    if kind in ("equal", "definition"): yield "a side is another", changed(c, "right", increased)
    if kind in ("derivative", "monotone"): yield "the slope is another", changed(c, "slope", increased)
    if kind in ("solution", "integral", "maximum", "minimum"): yield from doctored_number(c)
    elif kind == "enclosure": yield from doctored_enclosure(c)
    else: yield "it is undefined", changed(c, function, undefined)
    if kind == "sign":
        yield "the sign is the opposite", changed(changed(c, "function", opposite), "signs", lambda s: s if set(s) != {-1, 1} else [0])
        yield "other signs are claimed", changed(c, "signs", lambda s: sorted({-1, 0, 1} - set(s)))
    if kind == "monotone": yield "the direction is the opposite", changed(c, "direction", lambda d: -d)
    if kind == "zeros" and c.get("points"):
        yield "a zero is missing", changed(c, "points", lambda points: points[1:])
        yield "a zero is another", changed(c, "points", lambda points: [increased(points[0]), *points[1:]])
    if kind == "zeros" and "count" in c: yield "a zero is missing", changed(c, "count", lambda n: n + 1)
    if kind == "limit" and isinstance(c["is"], str): yield "the limit is another", changed(c, "is", lambda p: "inf" if p == "-inf" else "-inf")
    if kind == "limit" and not isinstance(c["is"], str): yield "the limit is another", changed(c, "is", increased)
    if "from" in c and kind == "sign":
        for k in (0, 1): yield "a part of the proof is missing", changed(c, "proofs", lambda p: [p[k]])
        yield "it starts elsewhere", changed(c, "from", lambda q: str(Q(q) + SHIFT))

def doctored_number(c):
    names = c.get("variables", [c.get("variable")])
    of = c["of"][0] if c["kind"] == "solution" else c["of"]
    def put(f): return {**c, "of": [f, *c["of"][1:]] if c["kind"] == "solution" else f}
    yield "it is undefined", put(undefined(of))
    yield "its variable is another", {**c, "variables": [f"{v}?" for v in names]} if "variables" in c else {**c, "variable": "?"}
    if "in" in c:
        yield "it is somewhere else", changed(c, "in", lambda d: ["[1000, 1001]", *d[1:]])
        yield "the number is another", changed(c, "index", lambda k: k + len(names))
    if "to" in c: yield "an end is undefined", changed(c, "to", undefined)

def doctored_enclosure(c):
    yield "a cell is missing", changed(c, "cells", lambda cells: cells[1:])
    for place, cell in enumerate(c["cells"]):
        def put(key, value): return changed(c, "cells", lambda cells: [{**cell, key: value} if k == place else d for k, d in enumerate(cells)])
        if "proofs" in cell: yield "a proof is missing", put("proofs", [])
        nodes = cell.get("nodes", [])
        if nodes: yield "a box is missing", put("nodes", nodes[:-1])
        leaves = {str([*n[0]]): (k, n) for k, n in enumerate(nodes) if isinstance(n, list) and len(n) == 1 and n[0]}
        for k, node in leaves.values():
            if node[0]:
                false = {"in": "[1000000, 1000001]", "crossing": -node[0].get("crossing", 0), "sign": -node[0].get("sign", 0), "proofs": [], "from": "1000000"}
                for key in node[0].keys() & false.keys():
                    yield f"{key} of a box is another", put("nodes", [*nodes[:k], [{**node[0], key: false[key]}], *nodes[k + 1:]])
    for place, text in enumerate(c["domain"]):
        if wide := wider(text):
            yield "the domain is wider", changed(c, "domain", lambda d: [wide if k == place else t for k, t in enumerate(d)])
    if "zeros" not in c: yield "no value is allowed", changed(c, "targets", lambda targets: ["(1000000, 1000001)"])
    elif c["zeros"] != "any": yield "a zero is missing", changed(c, "zeros", lambda n: n + 1)
    yield "it is undefined", changed(c, "function", lambda cases: [changed(cases[0], "value", undefined), *cases[1:]])

def main(path="site/verification.json"):
    with open(path, encoding="utf-8") as file: site = json.load(file)
    tried, missed, seen = 0, [], set()
    for place in site["claims"] + site["numbers"]:
        for c in place.get("certificates", []):
            if (text := json.dumps(c)) in seen: continue
            seen.add(text)
            for what, false in doctored(c):
                tried += 1
                try: verify.claim(false)
                except Exception: continue  # refused, as it must be
                missed.append(f"{place.get('page', '')}#{place.get('label') or ''}: {c['kind']}: not seen that {what}")
    print("\n".join(missed + [f"verify-doctored: {tried} false certificates, {len(missed)} taken for true"]))
    return 1 if missed or not tried else 0

if __name__ == "__main__": sys.exit(main(*sys.argv[1:]))
