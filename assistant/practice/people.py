"""Several people at a table: each with a mind of their own, all hear everything, one speaks a turn, and they disagree. Pure.

Every person takes the whole decision a buyer takes (`mind.decide`), on their own view of the scenario; `speaking` settles whose is spoken.
The others have listened: they have felt the turn too, only less, and a rep who never speaks to somebody loses them.
"""

from collections.abc import Sequence
from dataclasses import replace
from random import Random

from assistant.domain.heard import Heard
from assistant.domain.roleplay import BuyerRecord, Felt, Level, Mind, Move, PersonMind
from assistant.domain.scenario import Scenario
from assistant.domain.table import person_of, seen_by
from assistant.domain.words import Language
from assistant.language.anybody import stands_in
from assistant.language.phrases import has
from assistant.practice.feelings import moved
from assistant.practice.mind import at_first, decide, mood
from assistant.practice.plans import Plan
from assistant.practice.speaking import TURNS_UNHEARD, Seat, Who, whose_turn

HARMS_ALL = frozenset({"pressure", "contempt", "pushed", "sharp_word", "overpromised", "contradicted", "discount_early", "break_game", "formula"})
SHARE_OF_HARM = 0.8
"""How much of what is done to one is felt by those who look on."""
SHARE_OF_GOOD = 0.6
SHARE_OF_WEAR = 0.4
UNHEARD = Felt("unheard", -0.025, -0.07)


def sit_down(scenario: Scenario, level: Level) -> tuple[PersonMind, ...]:
    """The minds with which the others sit down."""
    return tuple(PersonMind(one.id, at_first(seen_by(scenario, one.id, ()), level)) for one in scenario.people())


def decide_together(last: BuyerRecord, spoke: Who, scenario: Scenario, level: Level, language: Language, heard: Heard, dice: Random) -> Plan:
    """One turn at the table. `last`: what everybody had in mind; `spoke`: who spoke last."""
    meant = addressed(heard, scenario, language)
    seats = _seats(last, scenario, level, language, heard, meant, dice)
    speaker, move, first, alone = whose_turn(seats, meant, spoke, last, scenario, heard, language, level)
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
) -> dict[Who, Seat]:
    seats: dict[Who, Seat] = {}
    for state in (PersonMind("", last.mind), *last.people):
        if state.gone:
            continue
        who = state.person or None
        view = seen_by(scenario, who, state.mind.revealed)
        decision = decide(state.mind, view, level, language, heard, Random(dice.random()))
        spoken_to = who in meant or has("all_of_you", heard.text, language) or (not meant and _is_theirs(view, who, scenario, state.mind, heard))
        seats[who] = Seat(who, state, view, decision, spoken_to)
    return seats


def _is_theirs(view: Scenario, who: Who, scenario: Scenario, mind: Mind, heard: Heard) -> bool:
    """Whether the rep asks about what is this person's to answer, or speaks of the worry they have just named."""
    person = person_of(scenario, who)
    others = {topic for one in scenario.people() for topic in one.topics}
    topics = {question.topics[0] for question in heard.questions if question.topics}
    own = topics & set(person.topics) if person else topics - others
    on_the_table = mind.discussing is not None and bool(set(view.objection(mind.discussing).topics) & set(heard.topics))
    return bool(own) or on_the_table


def _after(seat: Seat, speaks: bool, move: Move, told: Sequence[str]) -> PersonMind:
    before = seat.before
    unheard = 0 if seat.spoken_to else before.unheard + 1
    if speaks:
        spoke_up = before.spoke_up or move.because == "unheard"
        return PersonMind(before.person, _after_speaking(seat, move), seat.decision.felt, 0, spoke_up, move.kind == "excuse")
    mind, feelings = _after_listening(seat, unheard, told)
    return replace(before, mind=mind, felt=feelings, unheard=unheard)


def _after_speaking(seat: Seat, move: Move) -> Mind:
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
        talked_of=None,
    )


def _after_listening(seat: Seat, unheard: int, told: Sequence[str]) -> tuple[Mind, tuple[Felt, ...]]:
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
