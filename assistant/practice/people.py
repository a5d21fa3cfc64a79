"""Several people at a table: each with a mind of their own, all hear everything, one speaks a turn, and they disagree. Pure.

Every person takes the whole decision a buyer takes (`mind.decide`), on their own view of the scenario; here it is settled whose is spoken.
The others have listened: they have felt the turn too, only less, and a rep who never speaks to somebody loses them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from random import Random

from assistant.domain.heard import Heard
from assistant.domain.roleplay import BuyerRecord, Felt, Level, Mind, Move, PersonMind
from assistant.domain.scenario import Difference, PersonLines, Scenario
from assistant.domain.table import person_of, seen_by
from assistant.domain.words import Language
from assistant.language.anybody import stands_in
from assistant.language.phrases import has
from assistant.practice import memory
from assistant.practice.agreement import unmet_conditions
from assistant.practice.feelings import moved
from assistant.practice.levels import LEVELS
from assistant.practice.mind import Decision, at_first, decide, mood
from assistant.practice.plans import Plan

Who = str | None
"""A person's id; None is the buyer."""

HARMS_ALL = frozenset({"pressure", "contempt", "pushed", "sharp_word", "overpromised", "contradicted", "discount_early", "break_game", "formula"})
SHARE_OF_HARM = 0.8
"""How much of what is done to one is felt by those who look on."""
SHARE_OF_GOOD = 0.6
SHARE_OF_WEAR = 0.4
TURNS_UNHEARD = 3
"""So many turns past somebody, and they speak up, once; so many more, and they go."""
UNHEARD = Felt("unheard", -0.025, -0.07)
TURNS_BEFORE_DIFFERING = 2


@dataclass(frozen=True, slots=True)
class _Seat:
    """One person before a turn and what they would do about it."""

    who: Who
    before: PersonMind
    view: Scenario
    decision: Decision
    spoken_to: bool


def sit_down(scenario: Scenario, level: Level) -> tuple[PersonMind, ...]:
    """The minds with which the others sit down."""
    return tuple(PersonMind(one.id, at_first(seen_by(scenario, one.id, ()), level)) for one in scenario.people())


def decide_together(last: BuyerRecord, spoke: Who, scenario: Scenario, level: Level, language: Language, heard: Heard, dice: Random) -> Plan:
    """One turn at the table. `last`: what everybody had in mind; `spoke`: who spoke last."""
    meant = addressed(heard, scenario, language)
    seats = _seats(last, scenario, level, language, heard, meant, dice)
    speaker, move, first, alone = _turn(seats, meant, spoke, last, scenario, heard, language, level)
    move = replace(move, because=move.because or "at_the_table")
    told = (*move.tell, *move.volunteer)
    minds = {seat.who: _after(seat, seat.who == speaker, move, told) for seat in seats.values()}
    gone = tuple(one for one in last.people if one.gone)
    people = tuple(minds[one.id] for one in scenario.people() if one.id in minds)
    buyer, own = minds[None], minds[speaker]
    if move.kind == "agree":
        buyer, people = _agreed(buyer), tuple(map(_agreed, people))
    view = seen_by(scenario, speaker, own.mind.revealed)
    return Plan(view, buyer.mind, minds[speaker].mind, move, buyer.felt, speaker, (*people, *gone), first=first, alone=alone)


def addressed(heard: Heard, scenario: Scenario, language: Language) -> tuple[Who, ...]:
    """Those the rep speaks to or of, by name or role: of the last question first, then of the whole turn."""
    committee = scenario.committee
    if committee is None:
        return ()
    called: list[tuple[Who, tuple[str, ...]]] = [(one.id, one.called.in_(language)) for one in committee.people]
    called.append((None, committee.called.in_(language)))
    texts = [heard.text[one.start : one.end] for one in reversed(heard.questions)]
    found = [who for text in (*texts, heard.text) for who, names in called if any(stands_in(name, text, language) for name in names)]
    return tuple(dict.fromkeys(found))


def _seats(
    last: BuyerRecord, scenario: Scenario, level: Level, language: Language, heard: Heard, meant: Sequence[Who], dice: Random
) -> dict[Who, _Seat]:
    seats: dict[Who, _Seat] = {}
    for state in (PersonMind("", last.mind), *last.people):
        if state.gone:
            continue
        who = state.person or None
        view = seen_by(scenario, who, state.mind.revealed)
        decision = decide(state.mind, view, level, language, heard, Random(dice.random()))
        spoken_to = who in meant or has("all_of_you", heard.text, language) or (not meant and _is_theirs(view, who, scenario, state.mind, heard))
        seats[who] = _Seat(who, state, view, decision, spoken_to)
    return seats


def _is_theirs(view: Scenario, who: Who, scenario: Scenario, mind: Mind, heard: Heard) -> bool:
    """Whether the rep asks about what is this person's to answer, or speaks of the worry they have just named."""
    person = person_of(scenario, who)
    others = {topic for one in scenario.people() for topic in one.topics}
    topics = {question.topics[0] for question in heard.questions if question.topics}
    own = topics & set(person.topics) if person else topics - others
    on_the_table = mind.discussing is not None and bool(set(view.objection(mind.discussing).topics) & set(heard.topics))
    return bool(own) or on_the_table


def _turn(
    seats: Mapping[Who, _Seat],
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


def _leaving(seat: _Seat, scenario: Scenario, language: Language) -> tuple[Who, Move, tuple[tuple[str, ...], ...], bool]:
    """The buyer's going ends the talk, and so does anybody's who was insulted or pushed; another who is merely tired goes alone."""
    if seat.who is None or seat.decision.move.because != "out_of_patience":
        return seat.who, seat.decision.move, (), False
    return seat.who, Move("excuse", because="out_of_patience"), (_lines(seat.who, scenario).excuse.in_(language),), True


def _on_step(
    seats: Mapping[Who, _Seat], last: BuyerRecord, scenario: Scenario, level: Level, language: Language
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


def _difference(seats: Mapping[Who, _Seat], spoke: Who, last: BuyerRecord, scenario: Scenario, heard: Heard) -> tuple[Who, Difference] | None:
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


def _whose_question(seats: Mapping[Who, _Seat], scenario: Scenario, heard: Heard) -> _Seat | None:
    """Who answers: the one whose topic it is and who has an answer; any who has one; the one whose topic it is."""
    if not memory.questions(heard):
        return None
    topics = [topic for question in reversed(heard.questions) for topic in question.topics[:1]]
    owners = [seats[one.id] for topic in topics for one in scenario.people() if topic in one.topics and one.id in seats]
    tells = [seat for seat in seats.values() if seat.decision.move.kind == "tell"]
    fresh = [seat for seat in tells if seat.decision.move.because == "asked"]
    return next((seat for seat in (*[one for one in owners if one in fresh], *fresh, *tells, *owners)), None) or seats[None]


def _whose_worry(seats: Mapping[Who, _Seat]) -> _Seat | None:
    """Whose objection was met, then whose is on the table, then who has something to ask or object."""
    in_order = sorted(seats.values(), key=lambda seat: -seat.before.unheard)
    for test in (_is_settled, _is_on_the_table, _adds):
        found = next((seat for seat in in_order if test(seat)), None)
        if found:
            return found
    return None


def _is_settled(seat: _Seat) -> bool:
    return seat.decision.move.settle is not None


def _is_on_the_table(seat: _Seat) -> bool:
    return seat.before.mind.discussing is not None


def _adds(seat: _Seat) -> bool:
    return bool(seat.decision.move.objection or seat.decision.move.ask)


def _speaks_up(seat: _Seat, others_turn: bool) -> bool:
    """Nobody breaks in on another's answer at once, but not for ever holds back either."""
    return _is_passed_over(seat) and not seat.before.spoke_up and seat.before.unheard >= TURNS_UNHEARD + others_turn


def _has_waited_too_long(seat: _Seat) -> bool:
    return _is_passed_over(seat) and seat.before.spoke_up and seat.before.unheard >= TURNS_UNHEARD


def _is_passed_over(seat: _Seat) -> bool:
    return seat.who is not None and not seat.spoken_to


def _lines(who: Who, scenario: Scenario) -> PersonLines:
    person = person_of(scenario, who)
    assert person is not None
    return person.lines


def _after(seat: _Seat, speaks: bool, move: Move, told: Sequence[str]) -> PersonMind:
    before = seat.before
    unheard = 0 if seat.spoken_to else before.unheard + 1
    if speaks:
        spoke_up = before.spoke_up or move.because == "unheard"
        return PersonMind(before.person, _after_speaking(seat, move), seat.decision.felt, 0, spoke_up, move.kind == "excuse")
    mind, feelings = _after_listening(seat, unheard, told)
    return replace(before, mind=mind, felt=feelings, unheard=unheard)


def _after_speaking(seat: _Seat, move: Move) -> Mind:
    """The mind that goes with what was really said: a decision not taken has revealed, raised and asked nothing."""
    decided, before = seat.decision.mind, seat.before.mind
    if move.differ:
        return replace(_unsaid(decided, before), differed=(*before.differed, move.differ))
    return decided if replace(move, because="") == replace(seat.decision.move, because="") else _unsaid(decided, before)


def _unsaid(decided: Mind, before: Mind) -> Mind:
    """The mind after hearing a turn, without what only speaking changes."""
    return replace(
        decided,
        revealed=before.revealed,
        raised=before.raised,
        pressed=before.pressed,
        settled=before.settled,
        discussing=before.discussing,
        asked=before.asked,
        unanswered=before.unanswered,
        refused=before.refused,
        warned=before.warned,
        agreed=before.agreed,
        volunteered_at=before.volunteered_at,
        elaborated=before.elaborated,
        lately=(),
    )


def _after_listening(seat: _Seat, unheard: int, told: Sequence[str]) -> tuple[Mind, tuple[Felt, ...]]:
    before = seat.before.mind
    feelings = tuple(_felt_beside(one, seat.spoken_to) for one in seat.decision.felt)
    if seat.who is not None and unheard >= TURNS_UNHEARD:
        feelings = (*feelings, UNHEARD)
    trust, patience = moved(before, feelings)
    mind = _unsaid(seat.decision.mind, before)
    revealed = (*mind.revealed, *(one for one in told if one not in mind.revealed))
    return replace(mind, trust=trust, patience=patience, mood=mood(trust, patience, before.trust - trust), revealed=revealed), feelings


def _felt_beside(one: Felt, spoken_to: bool) -> Felt:
    if one.why in HARMS_ALL:
        return Felt(one.why, round(one.trust * SHARE_OF_HARM, 4), round(one.patience * SHARE_OF_HARM, 4))
    share = SHARE_OF_WEAR if one.trust < 0 or one.patience < 0 else 1.0 if spoken_to else SHARE_OF_GOOD
    return Felt(one.why, round(one.trust * share, 4), round(one.patience * share, 4))


def _agreed(one: PersonMind) -> PersonMind:
    return replace(one, mind=replace(one.mind, agreed=True))
