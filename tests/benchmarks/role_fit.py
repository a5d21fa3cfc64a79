"""Fits the weights of `knowledge/measures/buyer_talk.*.json` (assistant/practice/likeness.py) on the examples of `role_examples`.

    python -m tests.benchmarks.role_fit [--check] [--language ko|en]

`--check`: fits on three quarters of the talks, shows the last, writes nothing.
"""

import argparse
import json
from collections import Counter
from collections.abc import Sequence
from typing import get_args
from unittest.mock import patch

import numpy as np

from assistant.domain.words import Language
from assistant.language.linear import FOLDER, LinearModel, Weights
from assistant.practice.likeness import features
from tests.benchmarks.figures import Vector
from tests.benchmarks.role_examples import Example, examples
from tests.benchmarks.role_replies import Outcome, cases, listed, outcomes, table

PARTS = 4
PENALTY = 0.6
LEAST = 3
"""Examples a run of words must stand in to be a feature."""
KEPT = 0.02
"""Weights nearer to nothing are left out."""


class Fit:
    """Logistic regression, every weight held to 0, by Adam over all examples at once."""

    def __init__(self, given: Sequence[Example], rows: Sequence[dict[str, float]]) -> None:
        counts = Counter(name for row in rows for name in row)
        self.names = [name for name, count in counts.items() if count >= LEAST or name[0] not in "123"]
        self._index = {name: at for at, name in enumerate(self.names)}
        self.weights = self._fitted(rows, np.array([float(one.good) for one in given]), np.array([one.weight for one in given]))

    def _fitted(self, rows: Sequence[dict[str, float]], good: Vector, weight: Vector) -> Vector:
        at = [(row, self._index[name], value) for row, named in enumerate(rows) for name, value in named.items() if name in self._index]
        row, column = np.array([one[0] for one in at]), np.array([one[1] for one in at])
        value = np.array([one[2] for one in at])
        weights, first, second = (np.zeros(len(self.names)) for _ in range(3))
        held = np.full(len(self.names), PENALTY)
        held[self._index["constant"]] = 0.0
        dense = np.array([name[0] not in "123" for name in self.names])
        held[dense] *= 0.2
        for step in range(1, 401):
            odds = np.bincount(row, value * weights[column], len(rows))
            error = weight * (1 / (1 + np.exp(-odds)) - good)
            slope = np.bincount(column, value * error[row], len(self.names)) + held * weights
            first, second = 0.9 * first + 0.1 * slope, 0.99 * second + 0.01 * slope**2
            weights = weights - 0.05 * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.99**step)) + 1e-8)
        return weights


def check(language: Language, given: Sequence[Example], rows: Sequence[dict[str, float]]) -> None:
    """What fits on three quarters make of the dev replies of the other quarter, through the whole guard."""
    found: list[Outcome] = []
    count = len(cases("dev", language))
    for part in range(PARTS):
        left_out = [case for case in range(count) if case % PARTS == part]
        kept = [at for at, one in enumerate(given) if one.group not in {f"dev {case}" for case in left_out}]
        model = as_model(language, Fit([given[at] for at in kept], [rows[at] for at in kept]))
        with patch("assistant.practice.likeness.read_model", lambda name, of, model=model: model):
            found += outcomes("dev", language, left_out)
    table(found)
    listed(found)


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("--check", action="store_true")
    options.add_argument("--language", choices=get_args(Language))
    chosen = options.parse_args()
    for language in [chosen.language] if chosen.language else get_args(Language):
        given = examples(language)
        rows = [features(one.sentence, one.talk, one.whole) for one in given]
        print(language, len(given), "examples,", sum(one.good for one in given), "good")
        if chosen.check:
            check(language, given, rows)
        else:
            write(as_model(language, Fit(given, rows)))


def as_model(language: Language, fit: Fit) -> LinearModel:
    weights = {name: round(float(weight), 2) for name, weight in zip(fit.names, fit.weights, strict=True) if abs(weight) >= KEPT}
    about = "How likely a sentence is a buyer's answer to what was staged. Written by tests/benchmarks/role_fit.py."
    return LinearModel(f"buyer_talk.{language}", about, 0.0, 1.0, Weights(sorted(weights.items())))


def write(model: LinearModel) -> None:
    raw = {"about": model.about, "middle": model.middle, "spread": model.spread, "weights": model.weights}
    (FOLDER / f"{model.name}.json").write_text(json.dumps(raw, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
