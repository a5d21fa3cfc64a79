"""What a scenario's other settings must be beyond well typed: people who can be practised with, and secrets that stay secret at the table too."""

from collections.abc import Iterator

from assistant.domain.roleplay import GATEKEEPER
from assistant.domain.scenario import Committee, Fact, Gatekeeper, Objection, Person, Scenario
from assistant.domain.words import LANGUAGES, Language, Lines

Problem = tuple[str, str]
LINES_OF_A_PERSON = {"deflect": 3, "unforeseen": 3, "bored": 2, "stall": 2, "leave": 2, "neglected": 2, "excuse": 2}
LINES_OF_A_GATEKEEPER = {
    "opening": 2, "who": 3, "why": 3, "mail": 3, "unforeseen": 3, "pitched": 3, "pressed": 2, "caught": 2, "put_through": 2, "refuse": 3,
    "picks_up": 2,
}  # fmt: skip
LEAST_FACTS = 3


def problems_of_settings(scenario: Scenario) -> Iterator[Problem]:
    if scenario.committee:
        yield from _of_committee(scenario, scenario.committee)
    if scenario.gatekeeper:
        yield from _of_gatekeeper(scenario, scenario.gatekeeper)
    if scenario.follow_up:
        topics = {topic.id for topic in scenario.topics}
        for i, event in enumerate(scenario.follow_up.meanwhile):
            yield from _known(f"follow_up.meanwhile.{i}.topics", event.topics, topics, "topic")
            yield from _enough(f"follow_up.meanwhile.{i}.lines", event.lines, 2)
            yield from _secret(f"follow_up.meanwhile.{i}.lines", event.lines, scenario.facts)
        if not 1 <= scenario.follow_up.days_later <= 60:
            yield "follow_up.days_later", f"1 to 60, found {scenario.follow_up.days_later}"


def _of_committee(scenario: Scenario, committee: Committee) -> Iterator[Problem]:
    ids = [one.id for one in committee.people]
    if not ids or len(set(ids)) < len(ids) or GATEKEEPER in ids:
        yield "committee.people", f"one to four people with ids that differ, none of them {GATEKEEPER!r}"
    facts = [*scenario.facts, *(fact for one in committee.people for fact in one.facts)]
    yield from _twice("committee.people.facts", [fact.id for fact in facts])
    objections = [*scenario.objections, *(objection for one in committee.people for objection in one.objections)]
    yield from _twice("committee.people.objections", [objection.id for objection in objections])
    buyers = {one.id for one in scenario.facts} | {one.id for one in scenario.objections}
    buyers |= {one.id for one in scenario.buyer.curiosities} | {one.id for one in scenario.plain_answers}
    yield from _known("committee.unsaid", committee.unsaid, buyers, "fact, objection, curiosity or plain answer of the buyer's")
    for name in ("opening", "accept", "left_alone"):
        yield from _enough(f"committee.{name}", getattr(committee, name), 2)
        yield from _secret(f"committee.{name}", getattr(committee, name), facts)
    if not 1 <= committee.facts_found <= len(scenario.facts):
        yield "committee.facts_found", f"1 to {len(scenario.facts)}, found {committee.facts_found}"
    for i, item in enumerate(committee.discovery):
        yield from _known(f"committee.discovery.{i}.facts", item.facts, {fact.id for fact in facts}, "fact")
    for i, person in enumerate(committee.people):
        yield from _of_person(f"committee.people.{i}", person, scenario, facts)


def _of_person(where: str, person: Person, scenario: Scenario, facts: list[Fact]) -> Iterator[Problem]:
    topics = {topic.id for topic in scenario.topics}
    own = {fact.id for fact in person.facts}
    yield from _known(f"{where}.topics", person.topics, topics, "topic")
    for i, fact in enumerate(person.facts):
        yield from _known(f"{where}.facts.{i}.topics", fact.topics, topics, "topic")
        yield from _enough(f"{where}.facts.{i}.lines", fact.lines, 3)
        yield from _tells(f"{where}.facts.{i}", fact, facts)
    for i, objection in enumerate(person.objections):
        yield from _of_objection(f"{where}.objections.{i}", objection, topics, own)
        yield from _secret(f"{where}.objections.{i}.lines", objection.lines, facts)
    said = [(one.id, one.topics, one.lines) for one in person.curiosities] + [(one.id, one.topics, one.lines) for one in person.differs]
    for name, about, lines in said:
        yield from _known(f"{where}: {name}.topics", about, topics, "topic")
        yield from _enough(f"{where}: {name}.lines", lines, 1)
        yield from _secret(f"{where}: {name}.lines", lines, facts)
    yield from _known(f"{where}.agreement.settled", person.agreement.settled, {one.id for one in person.objections}, "objection of theirs")
    if not 1 <= person.agreement.facts_found <= len(person.facts):
        yield f"{where}.agreement.facts_found", f"1 to {len(person.facts)}, found {person.agreement.facts_found}"
    if len(person.facts) < LEAST_FACTS or not any(fact.kind == "pain" for fact in person.facts):
        yield f"{where}.facts", f"at least {LEAST_FACTS}, one of them of kind pain"
    for name, least in LINES_OF_A_PERSON.items():
        yield from _enough(f"{where}.lines.{name}", getattr(person.lines, name), least)
        yield from _secret(f"{where}.lines.{name}", getattr(person.lines, name), facts)
    for language in LANGUAGES:
        yield from _given_away(f"{where}.character.{language}", person.character.in_(language), facts, language)
        yield from _given_away(f"{where}.knows.{language}", " ".join(person.knows.in_(language)), facts, language)


def _of_objection(where: str, objection: Objection, topics: set[str], own: set[str]) -> Iterator[Problem]:
    yield from _known(f"{where}.topics", objection.topics, topics, "topic")
    yield from _known(f"{where}.opens", objection.opens, own, "fact of theirs")
    yield from _enough(f"{where}.lines", objection.lines, 3)
    yield from _enough(f"{where}.settled", objection.settled, 2)
    if objection.raised_on == "next_step":
        yield f"{where}.raised_on", "pitch, price or any: at the door only the buyer hesitates"


def _of_gatekeeper(scenario: Scenario, gatekeeper: Gatekeeper) -> Iterator[Problem]:
    for name, least in LINES_OF_A_GATEKEEPER.items():
        lines = getattr(gatekeeper.lines, name)
        yield from _enough(f"gatekeeper.lines.{name}", lines, least)
        yield from _secret(f"gatekeeper.lines.{name}", lines, scenario.facts)
    for name in ("worth", "untrue"):
        yield from _enough(f"gatekeeper.{name}", getattr(gatekeeper, name), 3)
    for i, answer in enumerate(gatekeeper.plain_answers):
        yield from _secret(f"gatekeeper.plain_answers.{i}.lines", answer.lines, scenario.facts)
    if not 0 < gatekeeper.patience <= 1:
        yield "gatekeeper.patience", f"a number from 0 to 1, found {gatekeeper.patience}"


def _tells(where: str, fact: Fact, facts: list[Fact]) -> Iterator[Problem]:
    for language in LANGUAGES:
        own = " ".join(fact.lines.in_(language)).casefold()
        if not fact.tells.in_(language):
            yield f"{where}.tells.{language}", "at least one word that gives the fact away"
        for tell in fact.tells.in_(language):
            if tell.casefold() not in own:
                yield f"{where}.tells.{language}", f"words of the fact's own lines, {tell!r} is in none"
            for other in facts:
                if other.id != fact.id and tell.casefold() in " ".join(other.lines.in_(language)).casefold():
                    yield f"{where}.tells.{language}", f"words found in no other fact, but {tell!r} stands in {other.id}"


def _secret(where: str, lines: Lines, facts: tuple[Fact, ...] | list[Fact]) -> Iterator[Problem]:
    for language in LANGUAGES:
        yield from _given_away(f"{where}.{language}", " ".join(lines.in_(language)), facts, language)


def _given_away(where: str, text: str, facts: tuple[Fact, ...] | list[Fact], language: Language) -> Iterator[Problem]:
    for fact in facts:
        for tell in fact.tells.in_(language):
            if tell.casefold() in text.casefold():
                yield where, f"nothing that gives a fact away, but {tell!r} does ({fact.id})"


def _known(where: str, used: tuple[str, ...], known: set[str], kind: str) -> Iterator[Problem]:
    for unknown in sorted(set(used) - known):
        yield where, f"the id of a known {kind}, found {unknown!r}"


def _enough(where: str, lines: Lines, least: int) -> Iterator[Problem]:
    for language in LANGUAGES:
        if len(lines.in_(language)) < least:
            yield f"{where}.{language}", f"at least {least} lines, found {len(lines.in_(language))}"


def _twice(where: str, ids: list[str]) -> Iterator[Problem]:
    for twice in sorted({one for one in ids if ids.count(one) > 1}):
        yield where, f"ids that differ, found {twice!r} twice"
