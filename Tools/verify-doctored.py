#!/usr/bin/env python3
"""Makes false copies of the certificates of a site, and fails where Tools/verify.py takes one for true.

    Tools/verify-doctored.py [site/verification.json]
"""
import copy
import json
import sys

import verify

def after(nodes, *more):
    """An expression with nodes added, in which −1 is the place of the last one."""
    result = copy.deepcopy(nodes)
    for node in more: result.append([len(result) + n if isinstance(n, int) and n < 0 else n for n in node])
    return result

def increased(nodes): return after(nodes, ["number", "1/1000000"], ["add", -2, -1])
def opposite(nodes): return after(nodes, ["negate", -1])
def undefined(nodes): return after(nodes, ["number", "0"], ["divide", -2, -1])

def changed(c, key, change):
    return {**c, key: change(c[key])}

def wider(text):
    """An interval that reaches further than it did, or begins further to the left."""
    lower, upper = text[1:-1].split(", ")
    if upper != "inf": return f"{text[0]}{lower}, {verify.Q(upper) + 1}{text[-1]}"
    return f"{text[0]}{verify.Q(lower) - 1}, {upper}{text[-1]}" if lower != "-inf" else None

def numbers(tree, path=()):
    """The places of the coefficients and powers in a step."""
    for k, item in tree.items() if isinstance(tree, dict) else enumerate(tree):
        if isinstance(item, (list, dict)): yield from numbers(item, (*path, k))
        elif isinstance(item, int) or item.lstrip("-").replace("/", "").isdigit(): yield (*path, k)

def with_other_number(tree, path):
    if not path: return tree + 1 if isinstance(tree, int) else str(verify.Q(tree) + verify.Q(1, 10**6))
    result = copy.copy(tree)
    result[path[0]] = with_other_number(tree[path[0]], path[1:])
    return result

def with_other_steps(c, key="steps"):
    for path in numbers([{k: s[k] for k in ("forms", "generators")} for s in c.get(key, [])]):
        yield f"a number in the {path[1]} is another", {**c, key: with_other_number(c[key], path)}
    if c.get(key): yield "a step is missing", {**c, key: c[key][1:]}

def doctored(c):
    """False variants of a true certificate, with what is wrong with them."""
    kind = c["kind"]
    for key in ("steps", "defined"): yield from with_other_steps(c, key)
    if kind in ("equal", "definition"): yield "a side is another", changed(c, "right", increased)
    if kind == "derivative": yield "the slope is another", changed(c, "slope", increased)
    if kind in ("defined", "equal", "derivative", "sign", "monotone", "zeros", "definition"):
        key = "left" if "left" in c else "function"
        yield "it is undefined", changed(c, key, undefined)
    if kind == "sign" and set(c["signs"]) != {-1, 1}:
        shift = "-1/1000000" if 1 in c["signs"] else "1/1000000"
        yield "the sign is the opposite", changed(c, "function", lambda f: after(opposite(f), ["number", shift], ["add", -2, -1]))
        yield "other signs are claimed", changed(c, "signs", lambda signs: sorted({-1, 0, 1} - set(signs)))
    if kind == "monotone": yield "the direction is the opposite", changed(c, "direction", lambda d: -d)
    if kind == "zeros" and c.get("points"): yield "a zero is missing", changed(c, "points", lambda points: points[1:])
    if kind == "zeros" and c.get("points"): yield "a zero is another", changed(c, "points", lambda p: [increased(p[0]), *p[1:]])
    if kind == "zeros" and "count" in c: yield "a zero is missing", changed(c, "count", lambda n: n + 1)
    if kind == "limit" and not isinstance(c["is"], str): yield "the limit is another", changed(c, "is", increased)
    if kind == "enclosure":
        yield "a cell is missing", changed(c, "cells", lambda cells: cells[1:])
        if c["cells"][0].get("nodes"):
            yield "a box is missing", changed(c, "cells", lambda cells: [changed(cells[0], "nodes", lambda n: n[:-1]), *cells[1:]])
        for place, text in enumerate(c["domain"]):
            if wide := wider(text):
                yield "the domain is wider", changed(c, "domain", lambda d: [wide if k == place else t for k, t in enumerate(d)])
        if "zeros" not in c: yield "no value is allowed", changed(c, "targets", lambda targets: ["(1000000, 1000001)"])
        elif c["zeros"] != "any": yield "a zero is missing", changed(c, "zeros", lambda n: n + 1)

def main(path="site/verification.json"):
    with open(path, encoding="utf-8") as file: claims = json.load(file)["claims"]
    tried, missed = 0, []
    for place in claims:
        for c in place["certificates"]:
            for what, false in doctored(c):
                tried += 1
                try: verify.claim(false)
                except Exception: continue  # refused, as it must be
                missed.append(f"{place.get('page', '')}#{place.get('label') or ''}: {c['kind']}: not seen that {what}")
    print("\n".join(missed + [f"verify-doctored: {tried} false certificates, {len(missed)} taken for true"]))
    return 1 if missed or not tried else 0

if __name__ == "__main__": sys.exit(main(*sys.argv[1:]))
