"""Per-sample descent by scikit-learn: no penalty, a constant rate, no early stop."""

import sklearn
from sklearn.linear_model import SGDClassifier

from rival import Workload, log_loss, serve


def per_sample(count, X, y):
    model = SGDClassifier(
        loss="log_loss",
        penalty=None,
        fit_intercept=False,
        learning_rate="constant",
        eta0=0.001,
        max_iter=count,
        tol=None,
        shuffle=True,
        random_state=7,
    )
    return model.fit(X, y).coef_[0]


serve(
    "scikit-learn " + sklearn.__version__,
    W3=Workload("logistic-100000x50", per_sample, judge=lambda w, X, y: log_loss(X, y, w)),
)
