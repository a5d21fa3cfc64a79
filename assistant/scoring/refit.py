"""Refitting one dimension of the rubric to trainers' scores, for one language: a few whole steps away from today's, each of which costs something.

What may move: where a score starts (`prior`), how much a judge counts (`judge`), how strict all shapes of the dimension are (`all`), and one shape
alone (a measure's name). A step that does not save more squared points than its price is not made, so that noise moves nothing.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from assistant.domain.items import verdict_of
from assistant.domain.scorecard import Scorecard
from assistant.domain.words import Dimension, Language
from assistant.scoring.combine import competent
from assistant.scoring.measures import MEASURES
from assistant.scoring.rubric import Rubric
from assistant.scoring.shapes import Shape, stretched

Floats = NDArray[np.float64]
Steps = Mapping[str, int]
"""'prior', 'judge', 'all' or a measure's name -> whole steps, none of them 0."""
MOST_STEPS = 6
PRIOR_STEP, JUDGE_STEP = 3.0, 0.1
PRICES = (2.0, 4.0, 8.0, 16.0, 32.0, 64.0)
"""Squared points that a step must save in the mean of all talks."""
FOLDS = 5
LEAST = 1e-9
"""In place of no weight at all: such a talk has no score to be moved."""


@dataclass(frozen=True, slots=True)
class Taught:
    """A scored talk and what trainers together gave it, 0-100."""

    card: Scorecard
    points: float


class Dimensioned:
    """The talks of one language seen through one dimension, ready to be scored under many rubrics at once."""

    def __init__(self, talks: Sequence[Taught], dimension: Dimension, language: Language, rubric: Rubric) -> None:
        file = rubric.file
        self.names = [row.name for row in MEASURES if row.dimension == dimension and file.measures[row.name].weight > 0]
        self.points = np.array([one.points for one in talks])
        values = [{each.name: each.value for each in one.card.measures} for one in talks]
        weights = np.array([file.measures[name].weight for name in self.names])
        self._present = np.array([[name in one for name in self.names] for one in values]).reshape(len(talks), -1) * weights
        self._credits = {
            (name, steps): _credits(stretched(file.measures[name].shape_in(language), steps), name, values)
            for name in self.names
            for steps in range(-2 * MOST_STEPS, 2 * MOST_STEPS + 1)
        }
        turns = [len(one.card.turns) for one in talks]
        self._reliability = np.array([file.sureness.reliability(language, dimension, one) for one in turns])
        self._half = np.array([file.sureness.half_band(language, dimension, one) for one in turns])
        self._gated = np.array([dimension in file.gate.dimensions and not competent(one, rubric) for one in values], dtype=bool)
        self._above = file.gate.above
        judged = [verdict_of(one.card, dimension) for one in talks]
        self.judged = np.array([one is not None for one in judged], dtype=bool)
        self._verdicts = np.array([100 * one if one is not None else 0.0 for one in judged])
        self._prior, self._judge = file.prior_in(language, dimension), file.judge_in(language, dimension)

    def scores(self, steps: Steps) -> Floats:
        """0-100 of every talk under the rubric moved by these steps."""
        every = steps.get("all", 0)
        earned = np.stack([self._credits[name, steps.get(name, 0) + every] for name in self.names], axis=1)
        found = 100 * (earned * self._present).sum(axis=1) / np.maximum(self._present.sum(axis=1), LEAST)
        value = self._reliability * found + (1 - self._reliability) * (self._prior + PRIOR_STEP * steps.get("prior", 0))
        held = self._gated & (value > self._above)
        value = np.where(held, self._above, value)
        low, high = np.maximum(0.0, value - self._half), np.minimum(100.0, value + self._half)
        share = min(1.0, max(0.0, self._judge + JUDGE_STEP * steps.get("judge", 0)))
        blended = np.clip(share * self._verdicts + (1 - share) * value, low, high)
        blended = np.where(held, np.minimum(blended, self._above), blended)
        return np.where(self.judged, blended, value)

    def error(self, steps: Steps, which: NDArray[np.bool_]) -> float:
        """Mean squared points on these talks."""
        return float(np.mean((self.scores(steps) - self.points)[which] ** 2))


def refitted(talks: Dimensioned) -> Steps:
    """The steps that trainers' scores ask for; none where they ask for nothing that holds. The price of a step is chosen by cross-validation, the
    highest within one standard error of the best, standing still included."""
    many = len(talks.points)
    fold = np.arange(many) % FOLDS
    squared: dict[float, Floats] = {}
    for price in (*PRICES, float("inf")):
        errors = np.zeros(many)
        for number in range(FOLDS):
            steps = walked(talks, price, fold != number)
            errors[fold == number] = ((talks.scores(steps) - talks.points) ** 2)[fold == number]
        squared[price] = errors
    best = min(squared.values(), key=lambda one: float(one.mean()))
    for price in sorted(squared, reverse=True):
        apart = squared[price] - best
        if apart.mean() <= apart.std(ddof=1) / np.sqrt(many):
            return walked(talks, price, np.ones(many, dtype=bool))
    raise AssertionError("the best is within its own error")


def walked(talks: Dimensioned, price: float, which: NDArray[np.bool_]) -> Steps:
    """From today's, always the one step that saves most, until none saves more than its price."""
    steps: dict[str, int] = {}
    if price == float("inf"):
        return steps
    names = ["prior", "all", *talks.names, *(["judge"] if talks.judged.any() else [])]
    cost = talks.error(steps, which)
    while True:
        tried = [(name, steps.get(name, 0) + way) for name in names for way in (-1, 1) if abs(steps.get(name, 0) + way) <= MOST_STEPS]
        found = [(talks.error({**steps, name: to}, which) + price * _walked({**steps, name: to}), name, to) for name, to in tried]
        least, name, to = min(found)
        if least >= cost - 1e-9:
            return {one: count for one, count in steps.items() if count}
        cost, steps[name] = least, to


def _credits(shape: Shape, name: str, values: Sequence[Mapping[str, float]]) -> Floats:
    return np.array([shape.credit(one[name]) if name in one else 0.0 for one in values])


def _walked(steps: Steps) -> int:
    return sum(abs(one) for one in steps.values())
