"""What this rep can use now: which of the things that could be better is said, and how much stands on the page. Pure decisions.

Not the lowest number. What the next turn can change, what the rep has done at least once already, what happened often enough and cost something with
this buyer. One thing at a time and some tries at it (Rackham); what was followed is not said again, and what was not tried is not nagged about.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from assistant.domain.scorecard import Scorecard

LEARNT = 0.75
"""Credit from which on an advice was followed."""
FORGOTTEN = 0.4
"""Credit up to which something learnt is not done any more; twice in a row, and it may be said again."""
SLIPS = 2
RISE = 0.1
"""Credit by which a measure has to rise since it was advised: then it is being tried."""
MOST_TRIES = 3
"""Times in a row that one thing is said while it is being tried ('at least three tries')."""
MOST_UNTRIED = 2
"""Times in a row that it is said when nothing came of it."""
REST = 3
"""Scorecards for which it is then left alone."""
MOST_IN_ALL = 4
"""Times that it is said before it is let go, until it was followed."""
LITTLE_BELOW = 48.0
"""Mean of the scores below which a page says less: feedback beyond what the weakest can use lowers what they do (Luo et al. 2021)."""

CAN_DO_IT = 1.2
READY = 1.5
GOING_ON = 1.5
COST_WHOLE = 0.15
"""Trust and patience (shares) whose loss doubles what a moment weighs."""
OFTEN = 2
"""Moments from which on something is no accident."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """One thing that could be better. `urgent`: before everything else, whatever was said earlier, the smaller first; None = not.
    `moments`: how often it was missing; `did`: the rep did it at least once; `cost`: trust and patience the buyer lost at those
    moments (shares); `ready`: the very next turn can change it."""

    measure: str
    credit: float
    weight: float
    moments: int
    did: bool
    cost: float
    ready: bool
    urgent: int | None = None


@dataclass(frozen=True, slots=True)
class Earlier:
    """What an earlier scorecard of this rep says: the measure it advised on, and the credit (0-1) of every measure that had an occasion."""

    advised: str | None
    credits: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Known:
    """What is known beside the words of a talk. `earlier`: oldest first, same language; `cost`: trust and patience (shares) lost at each rep turn."""

    earlier: tuple[Earlier, ...] = ()
    cost: Mapping[int, float] = field(default_factory=dict)


NOTHING = Known()


@dataclass(slots=True)
class _Past:
    """How it stands with one advice. `base`: the credit when it was last given, None while it is not being worked on; `since`: scorecards since."""

    in_row: int = 0
    in_all: int = 0
    since: int = 0
    base: float | None = None
    followed: bool = False
    slips: int = 0


def in_order(candidates: Iterable[Candidate], earlier: Sequence[Earlier]) -> tuple[Candidate, ...]:
    """Those that may be said now, the most useful first."""
    rated = []
    for one in candidates:
        past = _past(one, earlier)
        if one.urgent is not None:
            rated.append((one.urgent, 0.0, one.measure, one))
        elif _may_be_said(one.credit, past):
            going_on = past.in_row > 0 and past.base is not None
            rated.append((9, -usefulness(one) * (GOING_ON if going_on else 1.0), one.measure, one))
    return tuple(one for *_, one in sorted(rated, key=lambda each: each[:3]))


def usefulness(one: Candidate) -> float:
    """What there is to gain, times how likely this rep is to gain it now."""
    gain = one.weight * (1 - one.credit)
    often = min(1.0, (1 + one.moments) / (1 + OFTEN))
    reach = (READY if one.ready else 1.0) * (CAN_DO_IT if one.did else 1.0)
    return gain * often * reach * (1 + min(1.0, one.cost / COST_WHOLE))


def shows_little(card: Scorecard) -> bool:
    """Whether a page shows the two pieces of advice at first and nothing else; the rest is one click away."""
    values = [score.value for score in card.scores.values() if score.value is not None]
    return bool(values) and sum(values) / len(values) < LITTLE_BELOW


def _past(one: Candidate, earlier: Sequence[Earlier]) -> _Past:
    """How it stands once this talk is heard too."""
    past, measure = _Past(), one.measure
    for card in earlier:
        _heard(past, card.credits.get(measure))
        if card.advised == measure:
            rested = past.since > REST
            past.in_row = 1 if past.base is None or rested else past.in_row + 1
            past.in_all = 1 if past.base is None else past.in_all + 1
            past.base, past.since, past.followed, past.slips = card.credits.get(measure, 0.0), 0, False, 0
        past.since += 1
    _heard(past, one.credit)
    return past


def _heard(past: _Past, credit: float | None) -> None:
    """What a later talk shows of it; one without an occasion shows nothing."""
    if credit is None:
        return
    if past.base is not None and credit >= LEARNT:
        past.followed, past.base, past.in_row = True, None, 0
    elif past.followed:
        past.slips = past.slips + 1 if credit <= FORGOTTEN else 0
        past.followed = past.slips < SLIPS


def _may_be_said(credit: float, past: _Past) -> bool:
    if past.followed:
        return False
    if past.base is None:
        return True
    if past.in_all >= MOST_IN_ALL:
        return False
    return past.in_row < (MOST_TRIES if credit - past.base >= RISE else MOST_UNTRIED) or past.since > REST
