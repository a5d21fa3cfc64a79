"""What a scenario's other settings must be beyond well typed: people who can be practised with, and secrets that stay secret at the table too."""

from collections.abc import Iterator

from assistant.domain.buyer import Fact, Objection
from assistant.domain.draft import Problem
from assistant.domain.meetings import Committee, Gatekeeper, Person
from assistant.domain.roleplay import GATEKEEPER
from assistant.domain.scenario import Scenario
from assistant.domain.words import LANGUAGES, Language, Lines
from assistant.scenarios import expected

LINES_OF_A_PERSON = {"deflect": 3, "unforeseen": 3, "bored": 2, "stall": 2, "leave": 2, "neglected": 2, "excuse": 2}
LINES_OF_A_GATEKEEPER = {
    "opening": 2, "who": 3, "why": 3, "mail": 3, "unforeseen": 3, "pitched": 3, "pressed": 2, "caught": 2, "put_through": 2, "refuse": 3,
    "picks_up": 2,
}  # fmt: skip
LEAST_FACTS = 3
MOST_DAYS = 60
MOST_PEOPLE = 4


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
        if not 1 <= scenario.follow_up.days_later <= MOST_DAYS:
            yield expected.between("follow_up.days_later", 1, MOST_DAYS, scenario.follow_up.days_later)


def _of_committee(scenario: Scenario, committee: Committee) -> Iterator[Problem]:
    ids = [one.id for one in committee.people]
    if not 1 <= len(ids) <= MOST_PEOPLE or len(set(ids)) < len(ids) or GATEKEEPER in ids:
        yield expected.different_people("committee.people", GATEKEEPER)
    facts = [*scenario.facts, *(fact for one in committee.people for fact in one.facts)]
    yield from _twice("committee.people", [fact.id for fact in facts])
    objections = [*scenario.objections, *(objection for one in committee.people for objection in one.objections)]
    yield from _twice("committee.people", [objection.id for objection in objections])
    buyers = {one.id for one in scenario.facts} | {one.id for one in scenario.objections}
    buyers |= {one.id for one in scenario.buyer.curiosities} | {one.id for one in scenario.plain_answers}
    yield from _known("committee.unsaid", committee.unsaid, buyers, "thing the buyer says")
    for name in ("opening", "accept", "left_alone"):
        yield from _enough(f"committee.{name}", getattr(committee, name), 2)
        yield from _secret(f"committee.{name}", getattr(committee, name), facts)
    if not 1 <= committee.facts_found <= len(scenario.facts):
        yield expected.between("committee.facts_found", 1, len(scenario.facts), committee.facts_found)
    for i, item in enumerate(committee.discovery):
        yield from _known(f"committee.discovery.{i}.facts", item.facts, {fact.id for fact in facts}, "fact")
    for i, person in enumerate(committee.people):
        yield from _of_person(f"committee.people.{i}", person, scenario, facts)


def _of_person(where: str, person: Person, scenario: Scenario, facts: list[Fact]) -> Iterator[Problem]:
    topics = {topic.id for topic in scenario.topics}
    own = {fact.id for fact in person.facts}
    for name, share in (("trust", person.trust), ("patience", person.patience), ("agreement.trust", person.agreement.trust)):
        if not 0 <= share <= 1:
            yield expected.between(f"{where}.{name}", 0, 1, share)
    yield from _known(f"{where}.topics", person.topics, topics, "topic")
    for i, fact in enumerate(person.facts):
        yield from _known(f"{where}.facts.{i}.topics", fact.topics, topics, "topic")
        yield from _enough(f"{where}.facts.{i}.lines", fact.lines, 3)
        yield from _tells(f"{where}.facts.{i}", fact, facts)
    for i, objection in enumerate(person.objections):
        yield from _of_objection(f"{where}.objections.{i}", objection, topics, own)
        yield from _secret(f"{where}.objections.{i}.lines", objection.lines, facts)
    said = [(f"{where}.curiosities.{i}", one.topics, one.lines) for i, one in enumerate(person.curiosities)]
    said += [(f"{where}.differs.{i}", one.topics, one.lines) for i, one in enumerate(person.differs)]
    for place, about, lines in said:
        yield from _known(f"{place}.topics", about, topics, "topic")
        yield from _enough(f"{place}.lines", lines, 1)
        yield from _secret(f"{place}.lines", lines, facts)
    for i, answer in enumerate(person.plain_answers):
        yield from _known(f"{where}.plain_answers.{i}.after", answer.after, own, "fact of theirs")
        yield from _enough(f"{where}.plain_answers.{i}.lines", answer.lines, 2)
        yield from _secret(f"{where}.plain_answers.{i}.lines", answer.lines, [fact for fact in facts if fact.id not in answer.after])
    yield from _known(f"{where}.agreement.settled", person.agreement.settled, {one.id for one in person.objections}, "objection of theirs")
    if not 1 <= person.agreement.facts_found <= len(person.facts):
        yield expected.between(f"{where}.agreement.facts_found", 1, len(person.facts), person.agreement.facts_found)
    if len(person.facts) < LEAST_FACTS or not any(fact.kind == "pain" for fact in person.facts):
        yield expected.facts_of_a_person(f"{where}.facts", LEAST_FACTS)
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
        yield expected.not_at_the_door(f"{where}.raised_on")


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
        yield expected.between("gatekeeper.patience", 0, 1, gatekeeper.patience)


def _tells(where: str, fact: Fact, facts: list[Fact]) -> Iterator[Problem]:
    for language in LANGUAGES:
        own = " ".join(fact.lines.in_(language)).casefold()
        if not fact.tells.in_(language):
            yield expected.a_tell(f"{where}.tells.{language}")
        for tell in fact.tells.in_(language):
            if tell.casefold() not in own:
                yield expected.own_words(f"{where}.tells.{language}", tell)
            for other in facts:
                if other.id != fact.id and tell.casefold() in " ".join(other.lines.in_(language)).casefold():
                    yield expected.only_here(f"{where}.tells.{language}", tell, other.id)


def _secret(where: str, lines: Lines, facts: tuple[Fact, ...] | list[Fact]) -> Iterator[Problem]:
    for language in LANGUAGES:
        yield from _given_away(f"{where}.{language}", " ".join(lines.in_(language)), facts, language)


def _given_away(where: str, text: str, facts: tuple[Fact, ...] | list[Fact], language: Language) -> Iterator[Problem]:
    for fact in facts:
        for tell in fact.tells.in_(language):
            if tell.casefold() in text.casefold():
                yield expected.gives_nothing_away(where, tell, fact.id)


def _known(where: str, used: tuple[str, ...], known: set[str], kind: expected.Kind) -> Iterator[Problem]:
    for unknown in sorted(set(used) - known):
        yield expected.known(where, kind, unknown)


def _enough(where: str, lines: Lines, least: int) -> Iterator[Problem]:
    for language in LANGUAGES:
        if len(lines.in_(language)) < least:
            yield expected.lines(f"{where}.{language}", least, len(lines.in_(language)))


def _twice(where: str, ids: list[str]) -> Iterator[Problem]:
    for twice in sorted({one for one in ids if ids.count(one) > 1}):
        yield expected.different_ids(where, twice)
