"""A scenario as each person at the table sees it, and as a whole. Pure.

Whoever decides or speaks is given a scenario of their own: their facts, objections and lines as those of its buyer. So one mind and one voice
serve everybody, and nobody can tell what is another's to tell. What others have told is known to all by the words that give it away, and by
nothing else.
"""

from collections.abc import Collection
from dataclasses import replace

from assistant.domain.buyer import Buyer, BuyerLines, Fact, Objection
from assistant.domain.meetings import Committee, Gatekeeper, Person
from assistant.domain.roleplay import GATEKEEPER, Setting
from assistant.domain.scenario import Agreement, Scenario
from assistant.domain.words import Lines, Text

_NOTHING = Lines((), ())


def settings_of(scenario: Scenario) -> tuple[Setting, ...]:
    """What a first meeting can be practised as."""
    there = {"alone": True, "gatekeeper": scenario.gatekeeper is not None, "committee": scenario.committee is not None}
    every: tuple[Setting, ...] = ("alone", "gatekeeper", "committee")
    return tuple(one for one in every if there[one])


def as_played(scenario: Scenario, setting: Setting) -> Scenario:
    """The whole of what can be found out and agreed on in this setting."""
    if setting != "committee" or scenario.committee is None:
        return scenario
    people = scenario.people()
    return replace(
        scenario,
        facts=(*scenario.facts, *(fact for one in people for fact in one.facts)),
        objections=(*scenario.objections, *(objection for one in people for objection in one.objections)),
        discovery=(*scenario.discovery, *scenario.committee.discovery),
        agreement=replace(
            scenario.agreement,
            facts_found=scenario.committee.facts_found + sum(one.agreement.facts_found for one in people),
            settled=(*_said_in_company(scenario, scenario.agreement.settled), *(settled for one in people for settled in one.agreement.settled)),
        ),
        committee=None,
    )


def seen_by(scenario: Scenario, person: str | None, told: Collection[str]) -> Scenario:
    """The scenario with this person (None: the buyer) as its buyer, in company. `told`: facts told so far, by anybody."""
    one = person_of(scenario, person)
    own = one.facts if one else tuple(fact for fact in scenario.facts if fact.id in _said_in_company(scenario, [fact.id]))
    known = {fact.id for fact in own}
    heard = tuple(_only_known(scenario.fact(fact_id)) for fact_id in told if fact_id not in known)
    seen = _of_person(scenario, one) if one else _of_buyer(scenario)
    return replace(
        seen,
        facts=(*own, *heard),
        agreement=replace(seen.agreement, facts_found=seen.agreement.facts_found + len(heard)),
        committee=None,
        gatekeeper=None,
        follow_up=None,
    )


def person_of(scenario: Scenario, person: str | None) -> Person | None:
    return next((one for one in scenario.people() if one.id == person), None)


def face_of(scenario: Scenario, person: str | None) -> Buyer:
    """Who spoke a turn, as people see them: the buyer, somebody else at the table, the gatekeeper."""
    other: Person | Gatekeeper | None = scenario.gatekeeper if person == GATEKEEPER else person_of(scenario, person)
    return replace(scenario.buyer, name=other.name, role=other.role, colour=other.colour) if other else scenario.buyer


def at_the_gate(scenario: Scenario, gatekeeper: Gatekeeper) -> Scenario:
    """The scenario with the gatekeeper as its buyer: somebody who knows none of its facts."""
    buyer = replace(
        face_of(scenario, GATEKEEPER),
        character=gatekeeper.character,
        manner=gatekeeper.manner,
        speech_level=gatekeeper.speech_level,
        knows=_NOTHING,
        does_not_know=_NOTHING,
        curiosities=(),
    )
    lines = replace(scenario.lines, unforeseen=gatekeeper.lines.unforeseen)
    return replace(scenario, buyer=buyer, lines=lines, plain_answers=gatekeeper.plain_answers, committee=None, follow_up=None)


def _of_buyer(scenario: Scenario) -> Scenario:
    committee = scenario.committee
    assert committee is not None
    return replace(
        scenario,
        buyer=replace(scenario.buyer, curiosities=tuple(one for one in scenario.buyer.curiosities if one.id not in committee.unsaid)),
        objections=tuple(_opening_said(one, committee) for one in scenario.objections if one.id not in committee.unsaid),
        plain_answers=tuple(one for one in scenario.plain_answers if one.id not in committee.unsaid),
        lines=replace(scenario.lines, opening=committee.opening, accept=committee.accept),
        agreement=replace(scenario.agreement, facts_found=committee.facts_found, settled=_said_in_company(scenario, scenario.agreement.settled)),
    )


def _of_person(scenario: Scenario, one: Person) -> Scenario:
    buyer = Buyer(
        name=one.name,
        role=one.role,
        company=scenario.buyer.company,
        character=one.character,
        manner=one.manner,
        speech_level=one.speech_level,
        knows=one.knows,
        does_not_know=one.does_not_know,
        mood=one.mood,
        trust=one.trust,
        patience=one.patience,
        colour=one.colour,
        curiosities=one.curiosities,
    )
    lines = BuyerLines(
        opening=_NOTHING,
        deflect=one.lines.deflect,
        unforeseen=one.lines.unforeseen,
        bored=one.lines.bored,
        stall=one.lines.stall,
        accept=_NOTHING,
        not_now=one.lines.stall,
        leave=one.lines.leave,
    )
    agreement = Agreement(scenario.agreement.next_step, one.agreement.trust, one.agreement.facts_found, one.agreement.settled)
    return replace(scenario, buyer=buyer, objections=one.objections, lines=lines, agreement=agreement, plain_answers=one.plain_answers)


def _opening_said(objection: Objection, committee: Committee) -> Objection:
    return replace(objection, opens=tuple(one for one in objection.opens if one not in committee.unsaid))


def _said_in_company(scenario: Scenario, ids: Collection[str]) -> tuple[str, ...]:
    unsaid = scenario.committee.unsaid if scenario.committee else ()
    return tuple(one for one in ids if one not in unsaid)


def _only_known(fact: Fact) -> Fact:
    """Another's fact once it is told: whoever names it has listened, but only its owner answers for it."""
    return replace(fact, topics=(), summary=Text("", ""), lines=_NOTHING)
