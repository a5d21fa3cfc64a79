"""What a measure returns: its value, and every opportunity it looked at with the words that were there."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from math import fsum
from typing import Literal

from assistant.domain.scorecard import Effect
from assistant.domain.words import Dimension
from assistant.scoring.talk import Talk

Grade = Literal["A", "B", "C", "D"]
"""Of the published support: A randomised or field evidence, B validated elsewhere, C correlation only, D doctrine."""


@dataclass(frozen=True, slots=True)
class Seen:
    """One opportunity in turn `turn`. `value` is in the measure's unit; `quote` stands verbatim in that turn.
    `weight`: how much there was to see, 0-1 (a turn of three words says little about how concrete somebody is)."""

    turn: int
    value: float
    quote: str | None = None
    effect: Effect | None = None
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Measured:
    """A measure of a whole conversation."""

    value: float
    seen: tuple[Seen, ...]


Count = Callable[[Talk], Measured | None]
"""None: there was no opportunity, so there is nothing to score."""


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table of measures. `per_turn`: one turn's value says something about that turn."""

    name: str
    dimension: Dimension
    unit: str
    grade: Grade
    count: Count
    per_turn: bool = False


def mean_of(seen: Iterable[Seen], at_least: int = 1) -> Measured | None:
    """The weighted mean over opportunities; None when there are fewer than `at_least`."""
    every = tuple(seen)
    weight = fsum(one.weight for one in every)
    return Measured(fsum(one.weight * one.value for one in every) / weight, every) if len(every) >= at_least and weight > 0 else None
