"""Which quotes are marked in a transcript: few, the ones that matter most, and never both for and against the same words."""

from collections.abc import Iterable
from itertools import pairwise

from assistant.domain.scorecard import Effect, Evidence, Scorecard, Strength, TryNext

MATTERS = (
    "contradicted", "politeness_floor", "next_step", "acknowledgement", "answer_first", "justification", "overclaim", "grounded", "substance",
    "follow_up", "perspective", "depth", "objection_handling", "formula_share", "receptiveness", "uptake", "tell_share", "unanswered", "soothing",
    "tone", "sympathy", "goodwill", "ownership", "fact_reuse", "discovery", "coverage", "monologue", "talk_share", "deictic_share", "spoken",
    "phase_fit", "concreteness", "question_spread", "think_time_hard", "think_time",
)  # fmt: skip
"""Measures by what a rep gains from seeing the words; of two effects on the same words the earlier one stands."""
MARKED = MATTERS[: MATTERS.index("fact_reuse")]
MOST_MARKS = 8
MOST_OF_AN_EFFECT = 5


def settled(evidence: Iterable[Evidence], strength: Strength | None, tried: TryNext | None) -> tuple[Evidence, ...]:
    """Without quotes that are both for and against: what is praised only helped, what is to be tried only cost, elsewhere the measure that matters
    more decides."""
    every = tuple(evidence)
    decided: dict[tuple[int, str], Effect] = {}
    for one in sorted(every, key=_rank):
        decided.setdefault((one.turn, one.quote), one.effect)
    if tried:
        decided[tried.turn, tried.quote] = "-"
    if strength:
        decided[strength.turn, strength.quote] = "+"
    return tuple(one for one in every if decided[one.turn, one.quote] == one.effect)


def marks(card: Scorecard) -> tuple[Evidence, ...]:
    """At most eight quotes in the order of the turns, none overlapping another: the strength, the thing to try, then what matters most."""
    kept: list[Evidence] = []
    for one in (*_advised(card), *sorted((one for one in card.evidence if _shown(one)), key=_rank)):
        alike = sum(other.effect == one.effect for other in kept)
        if len(kept) < MOST_MARKS and alike < MOST_OF_AN_EFFECT and not any(_touch(one, other) for other in kept):
            kept.append(one)
    return tuple(sorted(kept, key=lambda one: one.turn))


def mattering(evidence: Iterable[Evidence], turn: int) -> list[Evidence]:
    """The quotes of one turn, what matters most first, the same words once."""
    found: dict[str, Evidence] = {}
    for one in sorted((one for one in evidence if one.turn == turn), key=_rank):
        found.setdefault(one.quote, one)
    return list(found.values())


def _advised(card: Scorecard) -> Iterable[Evidence]:
    for advice, effect in ((card.strength, "+"), (card.try_next, "-")):
        if advice and advice.quote:
            same = [one for one in card.evidence if (one.turn, one.quote, one.effect) == (advice.turn, advice.quote, effect)]
            found = next((one for one in same if one.measure == advice.measure), next(iter(same), None))
            if found:
                yield found


def _shown(one: Evidence) -> bool:
    return one.measure in MARKED or one.measure.startswith("judge:")


def _rank(one: Evidence) -> tuple[int, int]:
    return (MATTERS.index(one.measure) if one.measure in MATTERS else len(MATTERS), one.turn)


def _touch(one: Evidence, other: Evidence) -> bool:
    """In the same turn, where one mark is enough unless the other speaks for the opposite in other words."""
    if one.turn != other.turn:
        return False
    return one.effect == other.effect or one.quote in other.quote or other.quote in one.quote or _overlap(one.quote, other.quote)


def _overlap(one: str, other: str) -> bool:
    """One ends as the other begins."""
    return any(first.endswith(second[:length]) for first, second in pairwise((one, other, one)) for length in range(min(len(one), len(other)), 3, -1))
