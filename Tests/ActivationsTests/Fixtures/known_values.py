"""Prints the known values of a function of x for its catalogue entry; needs mpmath 1.3.

    python3 known_values.py "x / (1 + abs(x))"

The argument is the definition in Python, with mpmath's functions (exp, log, tanh, erfc, sqrt, ...).
It is computed with 120 digits and its derivatives by central differences, and every figure is
rounded once to the nearest double. Write the definition from the paper, not from the Swift code.
"""

import sys

import mpmath
from mpmath import mp, mpf

mp.dps = 120
INPUTS = ["-37", "-6", "-1.5", "-0.5", "0.5", "1.5", "10"]


def literal(v):
    """The Swift literal of the double nearest to v."""
    text = repr(float(mpmath.nstr(v, 40)))
    return text.removesuffix(".0")


def derivative(f, h):
    return lambda x: (f(x + h) - f(x - h)) / (2 * h)


names = {name: getattr(mpmath, name) for name in dir(mpmath)}
definition = compile(sys.argv[1], "definition", "eval")


def f(x):
    return mpf(eval(definition, names, {"x": x}))


def rounded(v, scale):
    """Zero for what is only the rounding of the difference."""
    return v if abs(v) > abs(scale) * mpf(10) ** -60 else 0


first, second = derivative(f, mpf(10) ** -30), derivative(derivative(f, mpf(10) ** -20), mpf(10) ** -20)
print("      points: [")
for text in INPUTS:
    x = mpf(text)
    d1 = rounded(first(x), f(x))
    figures = [x, f(x), d1, rounded(second(x), d1 or f(x))]
    print(f"        .init({', '.join(map(literal, figures))}),")
print("      ],")
normal = lambda x: f(x) * mp.npdf(x)
mp.dps = 20
mean = mpmath.quad(normal, [-20, -6, -3, -1, 0, 1, 3, 6, 20])
print(f"meanOutput: {mpmath.nstr(mean, 10) if abs(mean) > 1e-15 else 0}")
