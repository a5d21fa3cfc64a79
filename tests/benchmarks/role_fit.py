"""Fits the weights of `knowledge/measures/buyer_talk.*.json` (assistant/practice/likeness.py) and, before them and for both languages at once,
of `buyer_sense.json` (assistant/practice/talk_sense.py) on the examples of `role_examples`.

    python -m tests.benchmarks.role_fit [--check] [--language ko|en]

What a sentence means is weighed by a model that has not seen it, so that its word counts no more than it is worth. `--check`: fits on three
quarters of the talks, shows the last, writes nothing.
"""

import argparse
import json
import zlib
from collections import Counter
from collections.abc import Callable, Sequence
from unittest.mock import patch

import numpy as np

from assistant.domain.words import LANGUAGES, Language
from assistant.language.linear import FOLDER, LinearModel, Weights
from assistant.language.sense import Senses, senses
from assistant.practice.likeness import SENSE, SENSE_SPREAD, features
from assistant.practice.talk_sense import FILE
from tests.benchmarks.figures import Vector
from tests.benchmarks.role_examples import Example, examples
from tests.benchmarks.role_replies import Outcome, cases, listed, outcomes, table

PARTS = 4
PENALTY = 0.6
LEAST = 3
"""Examples a run of words must stand in to be a feature."""
KEPT = 0.02
"""Weights nearer to nothing are left out."""
OF_MEANING = 3.0
"""What holds the weights of meaning to 0."""
AT_ONCE = 200
"""Sentences encoded at a time."""
Meaning = tuple[Senses, float]
"""A weight for each number of a point, and the constant."""


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


def points(given: Sequence[Example]) -> Senses:
    """A row an example."""
    texts = sorted({one.sentence for one in given})
    rows = np.vstack([senses(tuple(texts[at : at + AT_ONCE])) for at in range(0, len(texts), AT_ONCE)])
    at = {text: number for number, text in enumerate(texts)}
    return rows[[at[one.sentence] for one in given]]


def meaning(given: Sequence[Example], rows: Senses) -> Meaning:
    """Logistic regression on points, by Adam over all examples at once."""
    held = np.append(np.full(rows.shape[1], OF_MEANING), 0.0)
    rows = np.hstack([rows, np.ones((len(rows), 1))])
    good, weight = np.array([float(one.good) for one in given]), np.array([one.weight for one in given])
    weights, first, second = (np.zeros(len(held)) for _ in range(3))
    for step in range(1, 301):
        slope = rows.T @ (weight * (1 / (1 + np.exp(-(rows @ weights))) - good)) + held * weights
        first, second = 0.9 * first + 0.1 * slope, 0.99 * second + 0.01 * slope**2
        weights = weights - 0.1 * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.99**step)) + 1e-8)
    return weights[:-1].astype(np.float32), float(weights[-1])


def unseen(given: Sequence[Example], rows: Senses) -> list[float]:
    """The log odds of each, by what was fitted without its group and its sentence."""
    part = np.array([zlib.crc32((one.group or one.sentence).encode()) % PARTS for one in given])
    odds = np.zeros(len(given))
    for number in range(PARTS):
        weights, constant = meaning([one for one, of in zip(given, part, strict=True) if of != number], rows[part != number])
        odds[part == number] = rows[part == number] @ weights + constant
    return odds.tolist()


def check(language: Language, given: Sequence[Example], rows: Sequence[dict[str, float]], meant: Callable[[set[str]], Meaning]) -> None:
    """What fits on three quarters make of the dev replies of the other quarter, through the whole guard."""
    found: list[Outcome] = []
    count = len(cases("dev", language))
    for part in range(PARTS):
        left_out = [case for case in range(count) if case % PARTS == part]
        groups = {f"dev {case}" for case in left_out}
        kept = [at for at, one in enumerate(given) if one.group not in groups]
        model, meaning_of = as_model(language, Fit([given[at] for at in kept], [rows[at] for at in kept])), meant(groups)
        with (
            patch("assistant.practice.likeness.read_model", lambda name, of, model=model: model),
            patch("assistant.practice.talk_sense.model", lambda model=meaning_of: model),
        ):
            found += outcomes("dev", language, left_out)
    table(found)
    listed(found)


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("--check", action="store_true")
    options.add_argument("--language", choices=LANGUAGES)
    chosen = options.parse_args()
    given = {language: examples(language) for language in LANGUAGES}
    every = [one for language in LANGUAGES for one in given[language]]
    encoded = points(every)
    if not chosen.check:
        write_meaning(meaning(every, encoded))
    odds = iter(unseen(every, encoded))
    rows = {language: [with_odds(features(one.sentence, one.talk, one.whole), next(odds)) for one in given[language]] for language in LANGUAGES}

    def meant(groups: set[str]) -> Meaning:
        kept = [at for at, one in enumerate(every) if one.group not in groups]
        return meaning([every[at] for at in kept], encoded[kept])

    for language in [chosen.language] if chosen.language else LANGUAGES:
        print(language, len(given[language]), "examples,", sum(one.good for one in given[language]), "good")
        if chosen.check:
            check(language, given[language], rows[language], meant)
        else:
            write(as_model(language, Fit(given[language], rows[language])))


def with_odds(row: dict[str, float], odds: float) -> dict[str, float]:
    """With what its meaning is worth to who has not seen it."""
    return {name: odds / SENSE_SPREAD if name in {SENSE, f"after, {SENSE}"} else value for name, value in row.items()}


def as_model(language: Language, fit: Fit) -> LinearModel:
    weights = {name: round(float(weight), 2) for name, weight in zip(fit.names, fit.weights, strict=True) if abs(weight) >= KEPT}
    about = "How likely a sentence is a buyer's answer to what was staged. Written by tests/benchmarks/role_fit.py."
    return LinearModel(f"buyer_talk.{language}", about, 0.0, 1.0, Weights(sorted(weights.items())))


def write(model: LinearModel) -> None:
    raw = {"about": model.about, "middle": model.middle, "spread": model.spread, "weights": model.weights}
    (FOLDER / f"{model.name}.json").write_text(json.dumps(raw, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")


def write_meaning(found: Meaning) -> None:
    weights, constant = found
    raw = {
        "about": "How likely a buyer would say what a sentence means. Written by tests/benchmarks/role_fit.py.",
        "constant": round(constant, 3),
        "weights": [round(float(one), 3) for one in weights],
    }
    FILE.write_text(json.dumps(raw, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
