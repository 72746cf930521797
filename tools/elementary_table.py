#!/usr/bin/env python3
"""Writes tests/Descent.Properties/Numerics/elementary.csv: true values of the elementary functions.

Each row is: function, argument, the double nearest to the true value, and what is left of the true value in
units in the last place (ulp) of that double. So truth = nearest + rest * ulp(nearest), to about 28 digits,
and the error of a computed y is |(y - nearest) / ulp(nearest) - rest| ulp.

Needs mpmath (Debian: python3-mpmath). Usage: elementary_table.py [output [draws per range]]
"""
import math
import random
import sys
from pathlib import Path

from mpmath import cospi, exp, expm1, log, log1p, mp, mpf

mp.prec = 2400  # enough for 1 + e^x with x down to -745, and for cos(pi x) of any double
SMALLEST = 5e-324


def softplus(x):
    return log1p(exp(x)) if x < 0 else x + log1p(exp(-x))


def sigmoid(x):
    return exp(x) / (1 + exp(x)) if x < 0 else 1 / (1 + exp(-x))


def uniform(low, high):
    return lambda rng: rng.uniform(low, high)


def magnitude(low, high, sign=1):
    """Spread evenly over the exponents from 2^low to 2^high."""
    return lambda rng: sign * math.ldexp(rng.uniform(1, 2), rng.randint(low, high - 1))


def either(low, high):
    return lambda rng: rng.choice((-1, 1)) * magnitude(low, high)(rng)


NEAR_ZERO = [uniform(-1, 1), either(-60, 0), uniform(-30, 30)]
EXP_RANGES = [uniform(-745.1, 709.78), uniform(-745.13, -700), *NEAR_ZERO]
LOGISTIC_RANGES = [uniform(-745.1, 60), uniform(-745.13, -700), *NEAR_ZERO]
LOGISTIC_EDGES = [1.0, -1.0, -745.1332191019411, -708.3964185322641, 36.7, 40.0, math.log(math.sqrt(2) - 1)]

# Of each function: how to compute it, the ranges that arguments are drawn from, and arguments at its edges.
FUNCTIONS = {
    "exp": (
        exp, EXP_RANGES,
        [1.0, -1.0, 709.782712893384, -745.1332191019411, -708.3964185322641, SMALLEST, math.log(2) / 2]),
    "log": (
        log,
        [magnitude(-1022, 1024), uniform(0.5, 2), uniform(0.99, 1.01), magnitude(-4, 4),
         lambda rng: SMALLEST * rng.randint(1, 2**52)],
        [1.0, 2.0, SMALLEST, sys.float_info.max, math.sqrt(0.5), math.sqrt(2), math.nextafter(1, 0),
         math.nextafter(1, 2)]),
    "log1p": (
        log1p,
        [uniform(-1, 1), either(-60, 0), magnitude(0, 1024), uniform(-0.5, 2), magnitude(-56, -50)],
        [1.0, sys.float_info.max, math.nextafter(-1, 0), SMALLEST, -SMALLEST, math.sqrt(2) - 1]),
    "sigmoid": (sigmoid, LOGISTIC_RANGES, LOGISTIC_EDGES),
    "softplus": (softplus, LOGISTIC_RANGES, LOGISTIC_EDGES),
    "cospi": (
        cospi,
        [uniform(0, 1), uniform(-2, 2), either(-30, 0), uniform(0.49, 0.51), magnitude(0, 53)],
        [1 / 3, 0.25, math.nextafter(0.5, 0), math.nextafter(0.5, 1), 1e15 + 0.25]),
}
DRAWS_PER_RANGE = 120


def ulp(value):
    return mpf(math.ulp(value))


def row(name, function, x):
    truth = function(mpf(x))
    nearest = float(truth)
    rest = (truth - mpf(nearest)) / ulp(nearest)
    return f"{name},{x!r},{nearest!r},{float(rest):.12f}"


def main():
    root = Path(__file__).resolve().parent.parent
    table = root / "tests/Descent.Properties/Numerics/elementary.csv"
    output = Path(sys.argv[1]) if len(sys.argv) > 1 else table
    rng = random.Random(20110101)
    rows = ["function,x,nearest,rest"]
    count = int(sys.argv[2]) if len(sys.argv) > 2 else DRAWS_PER_RANGE
    for name, (function, ranges, edges) in FUNCTIONS.items():
        xs = edges + [draw(rng) for draw in ranges for _ in range(count)]
        rows += [row(name, function, x) for x in xs]
    output.write_text("\n".join(rows) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
