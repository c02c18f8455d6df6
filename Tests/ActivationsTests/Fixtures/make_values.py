"""Writes more_values.json and losses.json beside this file; needs mpmath 1.3.

more_values.json: values and slopes at points of our own, from definitions in 120 digits, rounded
once to the nearest double (subnormals too). losses.json: the loss rows of the project's reference,
whose path is the first argument.
"""

import json
import random
import sys
from fractions import Fraction
from pathlib import Path

from mpmath import mp, mpf

mp.dps = 120
HERE = Path(__file__).parent
CUBIC = mpf(0.044715)


def double(v):
    """The double nearest to v."""
    v = mpf(v)
    if v == 0 or mp.mag(v) < -1100:
        return 0.0
    sign, mantissa, exponent, _ = v._mpf_
    n = Fraction(int(mantissa)) * Fraction(2) ** int(exponent)
    return float(-n if sign else n)


def logistic(x):
    return 1 / (1 + mp.exp(-x)) if x > 0 else mp.exp(x) / (1 + mp.exp(x))


def gate(x, w, growth):
    s, o = logistic(w), logistic(-w)
    return x * s, s * (1 + growth * o)


def sigmoid(x):
    return logistic(x), logistic(x) * logistic(-x)


def tanh(x):
    e = mp.exp(-2 * abs(x))
    return -mp.expm1(-2 * abs(x)) / (1 + e) * (-1 if x < 0 else 1), 4 * e / (1 + e) ** 2


def relu(x):
    return (x, 1) if x > 0 else (0, 0)


def leaky(x, alpha):
    return (x, 1) if x > 0 else (alpha * x, alpha)


def elu(x, alpha):
    return (x, 1) if x > 0 else (alpha * mp.expm1(x), alpha * mp.exp(x))


def swish(x, beta):
    return gate(x, beta * x, beta * x)


def gelu(x):
    if abs(x) > 60:
        return (x, 1) if x > 0 else (0, 0)
    phi, density = mp.erfc(-x / mp.sqrt(2)) / 2, mp.exp(-x * x / 2) / mp.sqrt(2 * mp.pi)
    return x * phi, phi + x * density


def gelu_tanh(x):
    if abs(x) > 60:
        return (x, 1) if x > 0 else (0, 0)
    c = 2 * mp.sqrt(2 / mp.pi)
    return gate(x, c * (x + CUBIC * x**3), c * (x + 3 * CUBIC * x**3))


def linear(x):
    return x, 1


def softmax(x, temperature, classes):
    y = x / temperature - mp.log(classes - 1)
    return logistic(y), logistic(y) * logistic(-y) / temperature


def softplus(x, beta):
    w = beta * x
    return mp.log1p(mp.exp(-abs(w))) / beta + max(x, 0), logistic(w)


def selu(x):
    a, scale = mpf(1.6732632423543772), mpf(1.0507009873554805)
    return (scale * x, scale) if x > 0 else (scale * a * mp.expm1(x), scale * a * mp.exp(x))


def mish(x):
    n, w = mp.exp(-abs(x)), mp.exp(-abs(x))
    if x > 0:
        e = 1 + 2 * w + 2 * w * w
        return x * (1 + 2 * w) / e, (1 + 2 * w) / e + x * 4 * w * w * (1 + w) / e**2
    d = n * n + 2 * n + 2
    return x * n * (n + 2) / d, n * (n + 2) / d + x * 4 * n * (n + 1) / d**2


def relu6(x):
    return min(max(x, 0), 6), 1 if 0 < x < 6 else 0


def hard_sigmoid(x):
    return min(max(x + 3, 0), 6) / 6, mpf(1) / 6 if abs(x) < 3 else 0


def hard_swish(x):
    return (0, 0) if x <= -3 else (x, 1) if x >= 3 else (x * (x + 3) / 6, (2 * x + 3) / 6)


def softsign(x):
    return x / (1 + abs(x)), 1 / (1 + abs(x)) ** 2


def step(x, zero):
    return 1 if x > 0 else 0 if x < 0 else zero, 0


def log_softmax(x, temperature, classes):
    y = x / temperature - mp.log(classes - 1)
    return -mp.log1p(mp.exp(-y)) if y > 0 else y - mp.log1p(mp.exp(y)), logistic(-y) / temperature


def log_sigmoid(x):
    return (-mp.log1p(mp.exp(-x)) if x > 0 else x - mp.log1p(mp.exp(x))), logistic(-x)


def swiglu(x, b):
    f, df = gate(x, x, x)
    return b * f, b * df


GROUPS = [
    ("sigmoid", sigmoid, [{}], 110),
    ("tanh", tanh, [{}], 110),
    ("relu", relu, [{}], 12),
    ("linear", linear, [{}], 12),
    ("leaky-relu", leaky, [{"alpha": a} for a in (0, 0.07, 1, 3.5)], 14),
    ("elu", elu, [{"alpha": a} for a in (0, 0.003, 0.3, 1, 1.7, 10)], 50),
    ("swish", swish, [{"beta": b} for b in (0, 0.013, 0.7, 1, 2, 3.3, 25, 100)], 65),
    ("gelu", gelu, [{}], 170),
    ("gelu-tanh", gelu_tanh, [{}], 170),
    (
        "softmax",
        softmax,
        [{"temperature": t, "classes": k} for t, k in
         [(1, 2), (1, 3), (0.05, 10), (0.3, 5), (2.7, 3), (20, 7)]],
        45,
    ),
    ("prelu", leaky, [{"alpha": a} for a in (0, 0.25, 1)], 14),
    ("selu", selu, [{}], 60),
    ("softplus", softplus, [{"beta": b} for b in (0.1, 0.7, 1, 5, 100)], 60),
    ("mish", mish, [{}], 150),
    ("relu6", relu6, [{}], 30),
    ("hard-sigmoid", hard_sigmoid, [{}], 40),
    ("hard-swish", hard_swish, [{}], 40),
    ("softsign", softsign, [{}], 60),
    ("step", step, [{"zero": z} for z in (0, 0.5, 1)], 14),
    (
        "log-softmax",
        log_softmax,
        [{"temperature": t, "classes": k} for t, k in [(1, 2), (1, 3), (0.05, 10), (2.7, 3)]],
        60,
    ),
    ("swiglu", swiglu, [{"b": b} for b in (-2.5, 0, 1, 3)], 40),
    ("log-sigmoid", log_sigmoid, [{}], 110),
    # Every alias, from a definition under that name.
    ("logistic", lambda x: (logistic(x), logistic(x) * (1 - logistic(x))), [{}], 40),
    ("silu", lambda x: gate(x, x, x), [{}], 40),
    ("identity", lambda x: (x, 1), [{}], 40),
    ("heaviside", lambda x: (1 if x >= 0 else 0, 0), [{}], 40),
    ("threshold", lambda x: (1 if x >= 0 else 0, 0), [{}], 40),
]

# Functions whose exponential tail is to the right.
MIRRORED = {"log-sigmoid"}


def points(rng, count, spread):
    """Zero, both ends of the doubles, small numbers, the curve, and the exponential tail."""
    fixed = [0.0, 5e-324, -5e-324, 3e-310, -3e-310, -1e-8, 1e-8, 1e308, -1e308, -1.7e308, -37.0]
    chosen = list(fixed)
    while len(chosen) < count:
        kind = rng.randrange(4)
        sign = rng.choice([-1, 1])
        chosen.append(
            sign * 10 ** rng.uniform(-300, 300) if kind == 0 and rng.random() < 0.3
            else sign * 10 ** rng.uniform(-12, 1) * spread if kind == 0
            else rng.uniform(-4, 4) * spread if kind == 1
            else rng.uniform(-12, 8) * spread if kind == 2
            else -rng.uniform(5, TAIL) * spread
        )
    return chosen


rng = random.Random(20261124)
groups = []
for name, function, settings, count in GROUPS:
    for parameters in settings:
        spread = 1.0 / (parameters.get("beta") or 1) * parameters.get("temperature", 1)
        TAIL = {"gelu": 39.0, "gelu-tanh": 22.5, "tanh": 373.0}.get(name, 747.0)
        rows = []
        for x in points(rng, count, spread):
            x = -x if name in MIRRORED else x
            f, df = function(mpf(x), **{k: mpf(v) for k, v in parameters.items()})
            if mp.mag(f) <= 1023:
                rows.append([x, double(f), double(df)])
        groups.append({"function": name, "parameters": parameters, "rows": rows})
(HERE / "more_values.json").write_text(json.dumps(groups, separators=(",", ":")) + "\n")
print(sum(len(g["rows"]) for g in groups), "rows")

if len(sys.argv) > 1:
    reference = json.loads(Path(sys.argv[1]).read_text())
    keys = ("bce_with_logits", "cross_entropy_logits")
    losses = {key: reference[key] for key in keys}
    (HERE / "losses.json").write_text(json.dumps(losses, separators=(",", ":")) + "\n")
