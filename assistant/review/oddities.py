"""What makes a scored role-play worth a trainer's look: the machine is unsure, contradicts itself, or sees what is too good to be true. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean, stdev

from assistant.domain.items import verdict_of
from assistant.domain.review import Odd
from assistant.domain.roleplay import RolePlay
from assistant.domain.scorecard import Scorecard
from assistant.domain.words import DIMENSIONS, Dimension, Language

WIDE = 34.0
"""Points from end to end of a band that says little."""
APART = 10.0
"""Points that a judge lies outside the measured band."""
FAR = 2.0
"""Standard deviations from where trainers usually are."""
FEWEST_USUAL = 10
"""Reviews from which on there is a usual."""
TOO_GOOD = 88.0
"""Of three dimensions at once."""
PASTED = 0.5
"""Share of what the rep wrote that was not typed."""


@dataclass(frozen=True, slots=True)
class Usual:
    """Where trainers' blind scores of one language and dimension lie, in points."""

    mean: float
    spread: float


def usual(scores: Iterable[tuple[Language, Mapping[Dimension, int]]]) -> dict[tuple[Language, Dimension], Usual]:
    """Of languages and dimensions with enough blind scores."""
    found: dict[tuple[Language, Dimension], list[int]] = {}
    for language, by_dimension in scores:
        for dimension, points in by_dimension.items():
            found.setdefault((language, dimension), []).append(points)
    return {key: Usual(fmean(points), stdev(points)) for key, points in found.items() if len(points) >= FEWEST_USUAL}


def oddities(role_play: RolePlay, card: Scorecard, trainers: Mapping[tuple[Language, Dimension], Usual]) -> tuple[Odd, ...]:
    """Everything odd about it, the gravest first."""
    checks: Sequence[tuple[Odd, bool]] = (
        ("too_good", sum(_value(card, one) >= TOO_GOOD for one in DIMENSIONS) >= 3),
        ("pasted", _pasted(role_play) > PASTED),
        ("judge_disagrees", any(_judge_is_apart(card, one) for one in DIMENSIONS)),
        ("far_from_trainers", any(_is_far(card, one, trainers.get((role_play.language, one))) for one in DIMENSIONS)),
        ("wide_band", any(_width(card, one) > WIDE for one in DIMENSIONS)),
    )
    return tuple(name for name, found in checks if found)


def _value(card: Scorecard, dimension: Dimension) -> float:
    value = card.scores[dimension].value
    return -1.0 if value is None else value


def _width(card: Scorecard, dimension: Dimension) -> float:
    score = card.scores[dimension]
    return 0.0 if score.low is None or score.high is None else score.high - score.low


def _judge_is_apart(card: Scorecard, dimension: Dimension) -> bool:
    score, verdict = card.scores[dimension], verdict_of(card, dimension)
    if verdict is None or score.low is None or score.high is None:
        return False
    return max(score.low - 100 * verdict, 100 * verdict - score.high) > APART


def _is_far(card: Scorecard, dimension: Dimension, trainers: Usual | None) -> bool:
    value = card.scores[dimension].value
    return trainers is not None and value is not None and abs(value - trainers.mean) > FAR * max(trainers.spread, 1.0)


def _pasted(role_play: RolePlay) -> float:
    turns = [one for one in role_play.turns if one.speaker == "rep"]
    written = sum(len(one.text) for one in turns)
    return sum(one.typing.pasted_chars for one in turns if one.typing) / written if written else 0.0
