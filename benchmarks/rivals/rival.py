"""What the rivals in Python share: reading problems, and answering the harness line by line.

The harness writes "run W1 50" and reads "milliseconds loss"; the last thing it does is to close the pipe.
"""

import os
import sys
import time

import numpy as np


def load(name):
    """The features and targets of a problem: two 64-bit sizes, the rows, the targets, all little-endian."""
    path = os.path.join(sys.argv[1], name + ".bin")
    rows, columns = np.fromfile(path, dtype="<i8", count=2)
    numbers = np.fromfile(path, dtype="<f8", offset=16)
    features = numbers[: rows * columns].reshape(rows, columns)
    return features, numbers[rows * columns :].copy()


def log_loss(features, targets, weights):
    """The mean logistic loss, by which the rivals that do not compute it are judged after the clock stops."""
    scores = features @ weights
    return np.mean(np.logaddexp(0, scores) - targets * scores)


class Workload:
    """Work on one problem, which is read when it is first asked for."""

    def __init__(self, problem, work, judge=lambda result, *data: result, prepare=lambda *data: data):
        self.problem, self.work, self.judge, self.prepare = problem, work, judge, prepare
        self.data = None

    def run(self, count):
        if self.data is None:
            self.data = self.prepare(*load(self.problem))
        start = time.perf_counter()
        result = self.work(count, *self.data)
        elapsed = time.perf_counter() - start
        return 1000 * elapsed, float(self.judge(result, *self.data))


def serve(version, **workloads):
    """Says which version this is, then runs what is asked for until there is no more."""
    print(version, flush=True)
    for line in sys.stdin:
        _, name, count = line.split()
        milliseconds, loss = workloads[name].run(int(count))
        print(repr(milliseconds), repr(loss), flush=True)
