"""Who speaks at a table, once everybody has decided what they would do: whoever is meant, has an answer, a worry or another view. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assistant.domain.heard import Heard
from assistant.domain.meetings import Difference, PersonLines
from assistant.domain.roleplay import BuyerRecord, Level, Move, PersonMind
from assistant.domain.scenario import Scenario
from assistant.domain.table import person_of
from assistant.domain.words import Language
from assistant.practice import memory
from assistant.practice.agreement import unmet_conditions
from assistant.practice.levels import LEVELS
from assistant.practice.mind import Decision

Who = str | None
"""A person's id; None is the buyer."""

TURNS_UNHEARD = 3
"""So many turns past somebody, and they speak up, once; so many more, and they go."""
TURNS_BEFORE_DIFFERING = 2


@dataclass(frozen=True, slots=True)
class Seat:
    """One person before a turn and what they would do about it."""

    who: Who
    before: PersonMind
    view: Scenario
    decision: Decision
    spoken_to: bool


def whose_turn(
    seats: Mapping[Who, Seat],
    meant: Sequence[Who],
    spoke: Who,
    last: BuyerRecord,
    scenario: Scenario,
    heard: Heard,
    language: Language,
    level: Level,
) -> tuple[Who, Move, tuple[tuple[str, ...], ...], bool]:
    """Who speaks, what they do, what they say first, and whether that is all."""
    leaves = next((seat for seat in seats.values() if seat.decision.move.kind == "leave"), None)
    if leaves:
        return _leaving(leaves, scenario, language)
    going = next((seat for seat in seats.values() if _has_waited_too_long(seat)), None)
    if going:
        return going.who, Move("excuse", because="unheard"), (_lines(going.who, scenario).excuse.in_(language),), True
    if memory.proposes(heard):
        return _on_step(seats, last, scenario, level, language)
    warned = next((seat for seat in seats.values() if seat.decision.move.kind == "warn"), None)
    if warned and warned.decision.move.because in {"contempt", "pressure"}:
        return warned.who, warned.decision.move, (), False
    named = next((seats[who] for who in meant if who in seats), None)
    asked = _whose_question(seats, scenario, heard)
    unheard = next((seat for seat in seats.values() if _speaks_up(seat, bool(named or asked))), None)
    if unheard:
        return unheard.who, Move("react", because="unheard"), (_lines(unheard.who, scenario).neglected.in_(language),), True
    if named:
        return named.who, named.decision.move, (), False
    differing = _difference(seats, spoke, last, scenario, heard)
    if differing:
        who, one = differing
        return who, Move("differ", differ=one.id, because="sees_it_otherwise"), (one.lines.in_(language),), True
    seat = asked or _whose_worry(seats) or seats.get(spoke) or seats[None]
    return seat.who, seat.decision.move, (), False


def _leaving(seat: Seat, scenario: Scenario, language: Language) -> tuple[Who, Move, tuple[tuple[str, ...], ...], bool]:
    """The buyer's going ends the talk, and so does anybody's who was insulted or pushed; another who is merely tired goes alone."""
    if seat.who is None or seat.decision.move.because != "out_of_patience":
        return seat.who, seat.decision.move, (), False
    return seat.who, Move("excuse", because="out_of_patience"), (_lines(seat.who, scenario).excuse.in_(language),), True


def _on_step(
    seats: Mapping[Who, Seat], last: BuyerRecord, scenario: Scenario, level: Level, language: Language
) -> tuple[Who, Move, tuple[tuple[str, ...], ...], bool]:
    """A proposal is answered by whoever is not ready for it, the buyer before others; when all are, the buyer agrees for them."""
    buyer = seats[None]
    committee = scenario.committee
    if committee and any(one.gone for one in last.people):
        return None, Move("stall", because="somebody_left"), (committee.left_alone.in_(language),), False
    unready = [seat for seat in seats.values() if unmet_conditions(seat.decision.mind, seat.view, LEVELS[level])]
    if not unready or buyer in unready:
        return None, buyer.decision.move, (), False
    seat = max(unready, key=lambda one: one.before.unheard)
    return seat.who, seat.decision.move, (), False


def _difference(seats: Mapping[Who, Seat], spoke: Who, last: BuyerRecord, scenario: Scenario, heard: Heard) -> tuple[Who, Difference] | None:
    """Somebody who sees it otherwise than who has just spoken: about what they spoke of, when the rep asks about nothing else."""
    if last.mind.turn < TURNS_BEFORE_DIFFERING or last.move.kind not in {"tell", "volunteer", "object", "press", "settle"}:
        return None
    spoken_of = _spoken_of(last.move, scenario)
    asked = {question.topics[0] for question in heard.questions if question.topics}
    if (asked and not asked & spoken_of) or (heard.questions and last.move.objection):
        return None
    committee = scenario.committee
    for seat in seats.values():
        person = person_of(scenario, seat.who)
        differs = person.differs if person else committee.differs if committee else ()
        found = next((one for one in differs if set(one.topics) & spoken_of and one.id not in seat.before.mind.differed), None)
        if found and seat.who != spoke:
            return seat.who, found
    return None


def _spoken_of(move: Move, scenario: Scenario) -> set[str]:
    facts = {topic for fact_id in (*move.tell, *move.volunteer) for topic in scenario.fact(fact_id).topics[:1]}
    one = move.objection or move.settle
    return facts | (set(scenario.objection(one).topics) if one else set())


def _whose_question(seats: Mapping[Who, Seat], scenario: Scenario, heard: Heard) -> Seat | None:
    """Who answers: the one whose topic it is and who has an answer; any who has one; the one whose topic it is."""
    if not memory.questions(heard):
        return None
    topics = [topic for question in reversed(heard.questions) for topic in question.topics[:1]]
    owners = [seats[one.id] for topic in topics for one in scenario.people() if topic in one.topics and one.id in seats]
    tells = [seat for seat in seats.values() if seat.decision.move.kind == "tell"]
    fresh = [seat for seat in tells if seat.decision.move.because == "asked"]
    return next((seat for seat in (*[one for one in owners if one in fresh], *fresh, *tells, *owners)), None) or seats[None]


def _whose_worry(seats: Mapping[Who, Seat]) -> Seat | None:
    """Whose objection was met, then whose is on the table, then who has something to ask or object."""
    in_order = sorted(seats.values(), key=lambda seat: -seat.before.unheard)
    for test in (_is_settled, _is_on_the_table, _adds):
        found = next((seat for seat in in_order if test(seat)), None)
        if found:
            return found
    return None


def _is_settled(seat: Seat) -> bool:
    return seat.decision.move.settle is not None


def _is_on_the_table(seat: Seat) -> bool:
    return seat.before.mind.discussing is not None


def _adds(seat: Seat) -> bool:
    return bool(seat.decision.move.objection or seat.decision.move.ask)


def _speaks_up(seat: Seat, others_turn: bool) -> bool:
    """Nobody breaks in on another's answer at once, but not for ever holds back either."""
    return _is_passed_over(seat) and not seat.before.spoke_up and seat.before.unheard >= TURNS_UNHEARD + others_turn


def _has_waited_too_long(seat: Seat) -> bool:
    return _is_passed_over(seat) and seat.before.spoke_up and seat.before.unheard >= TURNS_UNHEARD


def _is_passed_over(seat: Seat) -> bool:
    return seat.who is not None and not seat.spoken_to


def _lines(who: Who, scenario: Scenario) -> PersonLines:
    person = person_of(scenario, who)
    assert person is not None
    return person.lines
