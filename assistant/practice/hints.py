"""The coach's choice: which question would help this rep now. Pure, from how the role-play stands; it asks, and never tells.

What it looks at is only what the rep could have noticed: what was said, and which areas of the discovery map are still open. A locked fact
plays no part in the choice but through those.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.domain.buyer import Area
from assistant.domain.heard import Heard
from assistant.domain.hint import Hint, HintKind
from assistant.domain.roleplay import BuyerRecord, Mind, RolePlay
from assistant.domain.scenario import Scenario
from assistant.perception import hear
from assistant.practice.discovery import Finding, discovered

TURNS_OF_TELLING = 2
CLOSED_IN_A_ROW = 2
PATIENCE_RUNS_OUT = 0.35
ENOUGH_FOUND = 0.5
"""Share of the discovery map that is enough to speak of a next step."""

AREAS: tuple[Area, ...] = ("customer", "operation", "price", "references", "partners", "regulation", "personal")
"""From what is easy to ask a stranger about to what comes up late in a talk."""


@dataclass(frozen=True, slots=True)
class Choice:
    kind: HintKind
    about: Area | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """How the role-play stands. `heard`: the rep's last turns, the last one last; `map`: what is found out and what is not."""

    mind: Mind
    record: BuyerRecord
    heard: tuple[Heard, ...]
    map: tuple[Finding, ...]
    scenario: Scenario


def chosen(scenario: Scenario, role_play: RolePlay, given: Sequence[Hint]) -> Choice:
    """What fits best, never of the kind given last; what was already asked at this very turn comes after what was not,
    and of several areas the one asked about least."""
    last = given[-1].kind if given else None
    turn = role_play.turns[-1].index if role_play.turns else 0
    now = {(hint.kind, hint.about) for hint in given if hint.turn == turn}
    fitting = [one for one in choices(scenario, role_play) if one.kind != last]
    fresh = [one for one in fitting if (one.kind, one.about) not in now] or fitting
    alike = [one for one in fresh if one.kind == fresh[0].kind]
    return min(alike, key=lambda one: sum((hint.kind, hint.about) == (one.kind, one.about) for hint in given))


def choices(scenario: Scenario, role_play: RolePlay) -> tuple[Choice, ...]:
    """Everything that fits, the most pressing first; at least two of different kinds."""
    standing = _standing(scenario, role_play)
    if standing is None:
        return (Choice("opening"), Choice("aim"))
    found = (*_hurt_or_owed(standing), *_in_the_way(standing), *_listening(standing), *_onwards(standing), *_unexplored(standing))
    return (*dict.fromkeys(found), Choice("word"), Choice("aim"))


def _standing(scenario: Scenario, role_play: RolePlay) -> Standing | None:
    """None before the rep has said anything and been answered."""
    record = next((turn.record for turn in reversed(role_play.turns) if turn.record), None)
    said = [turn for turn in role_play.turns if turn.speaker == "rep"][-TURNS_OF_TELLING:]
    if record is None or not said:
        return None
    before = {turn.index + 1: turn.text for turn in role_play.turns if turn.speaker == "buyer"}
    heard = tuple(hear(turn.text, before.get(turn.index), scenario.topics, role_play.language) for turn in said)
    return Standing(record.mind, record, heard, discovered(scenario, record.mind), scenario)


def _hurt_or_owed(now: Standing) -> Iterator[Choice]:
    """What was just broken, and what the buyer waits for."""
    if any(felt.why in {"pressure", "contempt"} for felt in now.record.felt):
        yield Choice("harm")
    if now.mind.unanswered:
        yield Choice("unanswered")
    if now.record.move.kind == "warn":
        yield Choice("time")


def _in_the_way(now: Standing) -> Iterator[Choice]:
    """Objections that stand, and a proposal that was not taken up."""
    if now.mind.raised:
        yield Choice("objection" if now.mind.acknowledged and not now.record.move.objection else "acknowledge")
    if now.mind.discounts and not now.mind.agreed and now.heard[-1].did("discount"):
        yield Choice("discount")
    if now.record.move.kind in {"stall", "not_now"} and now.mind.proposals and not now.mind.agreed:
        yield Choice("proposal")


def _listening(now: Standing) -> Iterator[Choice]:
    """What was said in passing, and how the rep asks."""
    if {*now.record.move.volunteer, *_signals(now)} - set(now.mind.picked_up):
        yield Choice("signal")
    if len(now.heard) == TURNS_OF_TELLING and not any(one.questions for one in now.heard):
        yield Choice("telling")
    if now.mind.closed_run >= CLOSED_IN_A_ROW:
        yield Choice("closed")
    if now.record.move.kind == "deflect" and now.mind.refused:
        yield Choice("too_early")


def _signals(now: Standing) -> tuple[str, ...]:
    """What was told in the last turn about the person, not the purchase."""
    return tuple(fact.id for fact in now.scenario.facts if fact.id in now.mind.lately and fact.kind in {"signal", "personal"})


def _onwards(now: Standing) -> Iterator[Choice]:
    """Towards the end of the meeting."""
    if now.mind.agreed:
        yield Choice("agreed")
        return
    if now.mind.patience < PATIENCE_RUNS_OUT:
        yield Choice("time")
    found = sum(one.found == "covered" for one in now.map)
    if not now.mind.raised and found >= ENOUGH_FOUND * len(now.map):
        yield Choice("next_step")


def _unexplored(now: Standing) -> Iterator[Choice]:
    """What was just told comes before another area."""
    if now.record.move.tell:
        yield Choice("word")
    nearest_first = sorted(now.map, key=lambda one: AREAS.index(one.item.area))
    yield from (Choice("area", one.item.area) for one in nearest_first if one.found == "missed")
    yield from (Choice("deeper", one.item.area) for one in nearest_first if one.found == "touched")
