"""The lasso by scikit-learn, from rows (C), columns (F), or columns with its Gram matrix (G).

Its tolerance is the largest power of ten at which the bound that all contenders are judged by is met. It may keep
and change the data's array, and has no intercept to find.
"""

import sys

import numpy as np
import sklearn
from sklearn.linear_model import Lasso

from rival import Workload, serve

SHARE, GAP = 0.05, 1e-6
ORDER = sys.argv[2]


def certificate(w, X, y, strength):
    """The objective, and how far it is above the minimum at most, as a share of it."""
    residuals = X @ w - y
    v = X.T @ residuals / len(y)
    scale = min(1, strength / np.max(np.abs(v)))
    primal = 0.5 * np.mean(residuals**2) + strength * np.sum(np.abs(w))
    gap = 0.5 * (1 - scale) ** 2 * np.mean(residuals**2)
    gap += np.sum(strength * np.abs(w) + scale * v * w)
    return primal, gap / primal


def solve(X, y, strength, tolerance):
    model = Lasso(
        alpha=strength,
        fit_intercept=False,
        precompute=ORDER == "G",
        copy_X=False,
        tol=tolerance,
        max_iter=100000,
    )
    return model.fit(X, y).coef_


def prepare(X, y):
    X = np.array(X, order="C" if ORDER == "C" else "F")
    strength = SHARE * np.max(np.abs(X.T @ y)) / len(y)
    tolerance = 1e-2
    while certificate(solve(X, y, strength, tolerance), X, y, strength)[1] > GAP:
        tolerance /= 10
    return X, y, strength, tolerance


def judge(w, X, y, strength, _):
    primal, gap = certificate(w, X, y, strength)
    return primal if gap <= GAP else float("nan")


serve(
    "scikit-learn " + sklearn.__version__,
    W7=Workload("lasso-20000x500", lambda count, *data: solve(*data), judge=judge, prepare=prepare),
)
