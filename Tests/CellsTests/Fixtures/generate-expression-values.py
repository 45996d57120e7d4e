#!/usr/bin/env python3
"""Writes expression-values.tsv: expressions of Swift, and their values by MPFR at 2,000 bits.

Needs gmpy2, whose numbers are MPFR's; shares no code with Lemma. Each line has an expression, and
its value rounded to a random number of significant digits (to nearest, by MPFR's own conversion).
The values at 2,000 and at 2,600 bits must agree to those digits, and be no tie, which binary numbers
do not see.

    python3 -m pip install gmpy2 && ./generate-expression-values.py > expression-values.tsv
"""

import random

import gmpy2
from gmpy2 import mpfr

COUNT = 2_000
SEED = 1838

UNARY = {
    "exp": gmpy2.exp, "expm1": gmpy2.expm1, "log": gmpy2.log, "log1p": gmpy2.log1p,
    "log2": gmpy2.log2, "log10": gmpy2.log10, "sqrt": gmpy2.sqrt, "cbrt": gmpy2.cbrt,
    "sin": gmpy2.sin, "cos": gmpy2.cos, "tan": gmpy2.tan, "asin": gmpy2.asin,
    "acos": gmpy2.acos, "atan": gmpy2.atan, "sinh": gmpy2.sinh, "cosh": gmpy2.cosh,
    "tanh": gmpy2.tanh, "asinh": gmpy2.asinh, "acosh": gmpy2.acosh, "atanh": gmpy2.atanh,
    "erf": gmpy2.erf, "erfc": gmpy2.erfc, "tgamma": gmpy2.gamma, "abs": abs,
    "sigmoid": lambda x: 1 / (1 + gmpy2.exp(-x)), "-": lambda x: -x,
}
BINARY = {
    "+": lambda x, y: x + y, "-": lambda x, y: x - y, "*": lambda x, y: x * y,
    "/": lambda x, y: x / y, "pow": lambda x, y: x ** y,
    "hypot": gmpy2.hypot, "atan2": gmpy2.atan2,
}


def literal(source):
    """A decimal literal of a random size."""
    digits = source.randint(1, 7)
    number = source.randint(1, 10 ** digits - 1)
    text = f"{number}.{source.randint(0, 999)}" if source.random() < 0.5 else f"{number}.0"
    if source.random() < 0.6:
        text = f"{source.randint(0, 9)}.{number}"
    if source.random() < 0.15:
        text += f"e{source.randint(-12, 12)}"
    return text


def tree(source, depth):
    """An expression as nested tuples."""
    if depth == 0 or source.random() < 0.1:
        return "pi" if source.random() < 0.05 else literal(source)
    kind = source.random()
    if kind < 0.45:
        return source.choice(list(UNARY)), tree(source, depth - 1)
    if kind < 0.55:
        # A small change of an argument, and the difference that it makes: cancellation.
        function = source.choice(["exp", "sin", "sqrt", "log", "sigmoid", "atan", "tanh"])
        inner = tree(source, depth - 1)
        moved = ("+", inner, f"{source.randint(1, 9)}e-{source.randint(3, 25)}")
        return "-", (function, moved), (function, inner)
    name = source.choice(["+", "-", "*", "/", "+", "-", "*", "/", "pow", "hypot", "atan2"])
    if name == "pow":
        return name, tree(source, depth - 1), f"{source.randint(-9, 9)}.0"
    return name, tree(source, depth - 1), tree(source, depth - 1)


def swift(node):
    if node == "pi":
        return "Double.pi"
    if isinstance(node, str):
        return f"({node})" if node.startswith("-") else node
    name, *parts = node
    texts = [swift(part) for part in parts]
    if name in "+-*/":
        return f"({f' {name} '.join(texts)})" if len(texts) == 2 else f"(-{texts[0]})"
    return f"{name}({', '.join(texts)})"


def size(node):
    return 1 if isinstance(node, str) else 1 + sum(size(part) for part in node[1:])


def value(node):
    """Raises where a part is undefined, or so large or small that its exponent is the question."""
    if node == "pi":
        return gmpy2.const_pi()
    if isinstance(node, str):
        return mpfr(node)
    name, *parts = node
    values = [value(part) for part in parts]
    result = (UNARY if len(values) == 1 else BINARY)[name](*values)
    if not gmpy2.is_finite(result) or abs(result) > mpfr("1e250"):
        raise ArithmeticError
    if abs(result) < mpfr("1e-250"):
        raise ArithmeticError
    return result


def rounded(node, bits, digits):
    with gmpy2.context(gmpy2.get_context(), precision=bits, emin=-10 ** 8, emax=10 ** 8):
        result = value(node)
        text, exponent, _ = result.digits(10, digits)
        rest = result.digits(10, digits + 100)[0].lstrip("-")[digits:]
    if rest[0] in "45" and len(set(rest[1:])) == 1:
        raise ArithmeticError("a tie")
    sign = "-" if text.startswith("-") else ""
    text = text.lstrip("-")
    mantissa = text[0] + ("." + text[1:] if len(text) > 1 else "")
    return f"{sign}{mantissa}e{exponent - 1}"


def main():
    source = random.Random(SEED)
    seen = set()
    while len(seen) < COUNT:
        node = tree(source, source.randint(1, 5))
        digits = source.randint(2, 30)
        text = swift(node)
        if isinstance(node, str) or size(node) > 30 or text in seen:
            continue
        try:
            shown = rounded(node, 2_000, digits)
            again = rounded(node, 2_600, digits)
        except (ArithmeticError, ValueError):
            continue
        if shown == again:
            seen.add(text)
            print(f"{text}\t{shown}")


main()
