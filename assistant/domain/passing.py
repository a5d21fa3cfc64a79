"""Whether an attempt passes its assignment's rule. Pure: a scorecard and an ending in, a verdict out, with what it rests on.

A score is known up to its band only, so a bar inside the band decides nothing: that is said, and left to a person.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from assistant.domain.assignment import KnockOut, PassRule
from assistant.domain.roleplay import Ending
from assistant.domain.scorecard import Score, Scorecard
from assistant.domain.words import Dimension

Held = Literal["held", "missed", "close", "unseen"]
"""Surely; surely not; too close to tell; nothing to tell it by."""
Result = Literal["passed", "not_passed", "close", "unscored"]


@dataclass(frozen=True, slots=True)
class Limit:
    """A measure's value that must be reached, or not be passed."""

    measure: str
    least: float | None = None
    most: float | None = None


LIMITS: Mapping[KnockOut, Limit] = {
    "no_contradiction": Limit("contradicted", most=0),
    "no_overclaim": Limit("overclaim", most=0),
    "half_answered": Limit("unanswered", most=0.5),
    "next_step": Limit("next_step", least=3),
    "stays_polite": Limit("politeness_floor", least=0.9),
}
"""By the scorecard's measures; what is not here is seen by how the role-play ended."""


@dataclass(frozen=True, slots=True)
class OnABar:
    dimension: Dimension
    at_least: int
    score: Score
    held: Held


@dataclass(frozen=True, slots=True)
class Verdict:
    """`knock_outs`: `unseen` where nothing called for it (no claim, no question), which knocks nobody out."""

    result: Result
    bars: tuple[OnABar, ...]
    knock_outs: tuple[tuple[KnockOut, Held], ...]


def verdict(rule: PassRule, card: Scorecard, ending: Ending) -> Verdict:
    """Not passed when anything is surely missed; passed when every bar is surely reached; else too close, or not scored."""
    bars = tuple(OnABar(dimension, bar, card.scores[dimension], _on_bar(card.scores[dimension], bar)) for dimension, bar in rule.bars)
    values = {one.name: one.value for one in card.measures}
    knock_outs = tuple((one, _not_missed(one, values, ending)) for one in rule.knock_outs)
    return Verdict(_result(bars, knock_outs), bars, knock_outs)


def _on_bar(score: Score, bar: int) -> Held:
    if score.value is None or score.low is None or score.high is None:
        return "unseen"
    if score.low >= bar:
        return "held"
    return "missed" if score.high < bar else "close"


def _not_missed(item: KnockOut, values: Mapping[str, float], ending: Ending) -> Held:
    if item == "buyer_stays":
        return "missed" if ending.outcome == "walked_away" else "held"
    limit = LIMITS[item]
    value = values.get(limit.measure)
    if value is None:
        return "unseen"
    within = (limit.least is None or value >= limit.least) and (limit.most is None or value <= limit.most)
    return "held" if within else "missed"


def _result(bars: tuple[OnABar, ...], knock_outs: tuple[tuple[KnockOut, Held], ...]) -> Result:
    held = [one.held for one in bars]
    if "missed" in held or any(one == "missed" for _, one in knock_outs):
        return "not_passed"
    if "unseen" in held:
        return "unscored"
    return "close" if "close" in held else "passed"
