"""How a buyer puts off what they will not tell, when they have just put something off: nobody turns the third question down like the first. Pure.

They ask something back, say what may be asked instead, say plainly why they keep it to themselves, and only then simply decline again.
"""

from collections.abc import Iterator
from dataclasses import replace

from assistant.domain.buyer import Curiosity
from assistant.domain.roleplay import Mind, Move
from assistant.practice.adding import Moment
from assistant.practice.unlocking import trust_needed

WAYS = ("back_first", "rather_this", "why_not", "")
"""The ways in their order; the last is the buyer's ordinary words for it."""


def putting_off(mind: Mind, now: Moment, move: Move) -> tuple[Mind, Move]:
    """The move in another way than the one before, when the turn before was put off too."""
    if not mind.put_off:
        return mind, move
    first = (mind.put_off - 1) % len(WAYS)
    for way in (*WAYS[first:], *WAYS[:first]):
        if way == "back_first" and (question := next(_own_questions(mind, now, move), None)):
            mind = replace(mind, asked=(*mind.asked, question.id), unanswered=question.id)
            return mind, replace(move, react=way, ask=question.id, because="asks_back")
        if way == "why_not" or (way == "rather_this" and may_be_asked_instead(mind, now)):
            return mind, replace(move, react=way)
        if not way:
            break
    return mind, move


def _own_questions(mind: Mind, now: Moment, move: Move) -> Iterator[Curiosity]:
    """Questions of the buyer's own not asked yet, those about what is being talked of first; none for a rep who owes an answer
    already, or has not dealt with a worry of the buyer's."""
    left = [] if now.owed or mind.raised else [one for one in now.scenario.buyer.curiosities if one.id not in mind.asked]
    yield from sorted(left, key=lambda one: move.topic not in one.topics)


def may_be_asked_instead(mind: Mind, now: Moment) -> bool:
    """Whether the buyer would speak of how things are done and what goes wrong, asked openly."""
    daily = (one for one in now.scenario.facts if one.kind in {"pain", "operation"} and one.id not in mind.revealed and one.ask != "acknowledged")
    return any(mind.trust >= trust_needed(one, now.demands) for one in daily)
