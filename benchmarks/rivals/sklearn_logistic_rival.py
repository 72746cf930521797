"""L2 logistic regression by one solver of scikit-learn, to within 1e-10 of the least mean loss.

The objective is the mean logistic loss + ‖w‖² / 2N, without an intercept: C = 1. A solver's own tolerance means
something else for each solver, so that the greatest power of ten that is near enough is looked for before the
clock runs: no solver does more than it must.
"""

import sys
import warnings

import numpy as np
import sklearn
from sklearn.exceptions import ConvergenceWarning
from sklearn.linear_model import LogisticRegression

from rival import Workload, log_loss, serve

NEAR_ENOUGH = 1e-10
SOLVER = sys.argv[2]


def fit(tolerance, X, y):
    model = LogisticRegression(
        solver=SOLVER, C=1.0, fit_intercept=False, tol=tolerance, max_iter=10_000, random_state=7
    )
    return model.fit(X, y).coef_[0]


def objective(w, X, y):
    return log_loss(X, y, w) + w @ w / (2 * len(y))


def least(X, y):
    """The least objective, by Newton's method."""
    w = np.zeros(X.shape[1])
    for _ in range(20):
        p = 1 / (1 + np.exp(-(X @ w)))
        hessian = (X.T * (p * (1 - p))) @ X + np.eye(len(w))
        w = w - np.linalg.solve(hessian, X.T @ (p - y) + w)
    return objective(w, X, y)


def calibrated(X, y):
    best = least(X, y)
    tolerance = 1e-1
    while tolerance > 1e-16 and not objective(fit(tolerance, X, y), X, y) <= best + NEAR_ENOUGH:
        tolerance /= 10
    return X, y, tolerance


warnings.simplefilter("ignore", ConvergenceWarning)
judge = lambda w, X, y, _: objective(w, X, y)
work = lambda count, X, y, tolerance: fit(tolerance, X, y)
serve(
    "scikit-learn " + sklearn.__version__,
    W8=Workload("logistic-200000x100", work, judge, calibrated),
    W8b=Workload("logistic-2000x50", work, judge, calibrated),
)
