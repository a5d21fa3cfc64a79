"""What the measures of a dimension would weigh by the graded talks: `python -m tests.benchmarks.weight_fit`.

The open talks of `levels/` alone, pairs a grade apart or more within a language. A weight is the rubric's times a factor that is held near 1 (ridge
on its logarithm), so a measure that these talks say nothing about keeps what published support gives it. Printed for four strengths of that hold:
how many pairs two grades apart are ordered rightly, each talk's by weights fitted without it, and the weights. Nothing is written: the rubric takes
rounded values where they gain in both languages, and says so.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from assistant.domain.words import DIMENSIONS, LANGUAGES, Dimension
from assistant.scoring.combine import Counted, counted
from assistant.scoring.talk import talk_of
from tests.benchmarks.conversations import rubric
from tests.benchmarks.levels import APART, talks

HOLDS = (0.3, 0.1, 0.03, 0.01)
FOLDS = 8
SOFT = 0.06
"""Difference of two shares of the whole credit at which one is fairly sure which talk is better."""
STEPS, RATE = 400, 0.03
Numbers = NDArray[np.float64]
Pair = tuple[int, int, int]
"""(the better talk, the worse one, grades between them)"""


@dataclass(frozen=True, slots=True)
class Sheet:
    """Talks by measures of one dimension: `credit` 0-1 where `seen` is 1. `weights`: the rubric's."""

    names: tuple[str, ...]
    weights: Numbers
    credit: Numbers
    seen: Numbers
    pairs: tuple[Pair, ...]

    def scores(self, weights: Numbers) -> Numbers:
        return np.asarray((self.credit * weights).sum(1) / (self.seen * weights).sum(1))

    def right(self, weights: Numbers, pairs: Iterator[Pair]) -> tuple[int, int]:
        found = self.scores(weights)
        apart = [(better, worse) for better, worse, grades in pairs if grades >= APART]
        return sum(bool(found[better] > found[worse]) for better, worse in apart), len(apart)


def sheet(dimension: Dimension) -> Sheet:
    graded = [(language, one) for language in LANGUAGES for one in talks(language, held=False)]
    seen = [_credits(counted(talk_of(one.transcript, language), rubric()), dimension) for language, one in graded]
    names = tuple(sorted({name for one in seen for name in one}))
    grades = [(language, one.grades[dimension]) for language, one in graded]
    pairs = [(one, other) for one, other in combinations(range(len(graded)), 2) if grades[one][0] == grades[other][0]]
    ordered = ((one, other) if grades[one][1] > grades[other][1] else (other, one) for one, other in pairs)
    return Sheet(
        names,
        np.array([rubric().file.measures[name].weight for name in names]),
        np.array([[one.get(name, 0.0) for name in names] for one in seen]),
        np.array([[float(name in one) for name in names] for one in seen]),
        tuple((better, worse, apart) for better, worse in ordered if (apart := grades[better][1] - grades[worse][1])),
    )


def fitted(given: Sheet, hold: float, without: frozenset[int] = frozenset()) -> Numbers:
    """Weights under which the better talk of a pair scores higher, the surer the more grades lie between; by Adam, without the talks named."""
    used = [pair for pair in given.pairs if not without & set(pair[:2])]
    better, worse, grades = (np.array(column) for column in zip(*used, strict=True))
    logs, mean, square = (np.zeros(len(given.names)) for _ in range(3))
    for step in range(1, STEPS + 1):
        weights = given.weights * np.exp(logs)
        found = given.scores(weights)
        slope = given.seen * (given.credit - found[:, None]) / (given.seen * weights).sum(1)[:, None] * weights
        pull = -grades / (1 + np.exp((found[better] - found[worse]) / SOFT)) / SOFT / len(used)
        down = (pull[:, None] * (slope[better] - slope[worse])).sum(0) + 2 * hold * logs
        mean, square = 0.9 * mean + 0.1 * down, 0.99 * square + 0.01 * down**2
        logs = logs - RATE * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.99**step)) + 1e-8)
    return np.asarray(given.weights * np.exp(logs))


def left_out(given: Sheet, hold: float) -> tuple[int, int]:
    """(ordered rightly, pairs) of each talk's pairs by weights that were fitted without it."""
    shuffled = np.random.default_rng(0).permutation(len(given.credit))
    right = total = 0
    for fold in np.array_split(shuffled, FOLDS):
        out = frozenset(int(place) for place in fold)
        found = given.right(fitted(given, hold, out), (pair for pair in given.pairs if out & set(pair[:2])))
        right, total = right + found[0], total + found[1]
    return right, total


def _credits(measures: tuple[Counted, ...], dimension: Dimension) -> dict[str, float]:
    return {one.row.name: one.credit for one in measures if one.row.dimension == dimension and one.weight}


def main() -> None:
    for dimension in DIMENSIONS:
        given = sheet(dimension)
        print(f"{dimension}: {' of '.join(map(str, given.right(given.weights, iter(given.pairs))))} as the rubric has it")
        for hold in HOLDS:
            right, total = left_out(given, hold)
            weights = "  ".join(f"{name} {weight:.2f}" for name, weight in zip(given.names, fitted(given, hold), strict=True))
            print(f"  hold {hold:<5} {right / total:.1%} of {total}, each talk's pairs without it:  {weights}")


if __name__ == "__main__":
    main()
