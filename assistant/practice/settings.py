"""The settings a role-play can take place in, and how a turn is decided in each: alone with the buyer, before a gatekeeper, at a table, on a
later call. Pure.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from random import Random

from assistant.domain.heard import Heard
from assistant.domain.meetings import Person
from assistant.domain.roleplay import GATEKEEPER, BuyerRecord, Move, PlayedTurn, RolePlay
from assistant.domain.scenario import Scenario
from assistant.domain.table import as_played, at_the_gate, seen_by
from assistant.domain.words import Language
from assistant.language.surface import squeezed
from assistant.practice import following_up, gatekeeping, people
from assistant.practice.following_up import Earlier
from assistant.practice.mind import at_first, decide
from assistant.practice.plans import Plan


@dataclass(frozen=True, slots=True)
class Scene:
    """A role-play with what its setting needs: the scenario whole, and on a later call the one before."""

    role_play: RolePlay
    scenario: Scenario
    first: RolePlay | None = None
    earlier: Earlier | None = None

    def turns(self) -> tuple[PlayedTurn, ...]:
        """All that was said, the earlier call included."""
        return (*(self.earlier.turns if self.earlier else ()), *self.role_play.turns)


def opening(scene: Scene) -> Plan:
    """The first words on the buyer's side."""
    role_play, scenario = scene.role_play, scene.scenario
    level, language = role_play.level, role_play.language
    mind = at_first(scenario, level)
    if scene.first and scene.earlier:
        later = following_up.mind_later(scene.first, scenario, level, language)
        return following_up.opening(later, scene.earlier, scenario, language)
    if role_play.setting == "committee":
        sitting = people.sit_down(scenario, level)
        return Plan(seen_by(scenario, None, ()), mind, mind, Move("greet"), people=sitting)
    if role_play.setting == "gatekeeper" and scenario.gatekeeper:
        keeper = scenario.gatekeeper
        gate, first = gatekeeping.at_first(keeper, level), (keeper.lines.opening.in_(language),)
        return Plan(at_the_gate(scenario, keeper), mind, mind, Move("greet"), person=GATEKEEPER, gate=gate, first=first, alone=True)
    return Plan(scenario, mind, mind, Move("greet"))


def planned(scene: Scene, heard: Heard, dice: Random) -> Plan:
    """The answer to the rep's last turn, not yet in words."""
    role_play, scenario = scene.role_play, scene.scenario
    level, language = role_play.level, role_play.language
    last = _last(role_play.turns)
    record = last.record if last and last.record else _nothing_yet(scene)
    if role_play.setting == "committee":
        return people.decide_together(record, last.person if last else None, scenario, level, language, heard, dice)
    if scene.earlier:
        return following_up.decide_later(record.mind, scene.earlier, scenario, level, language, heard, dice)
    if record.gate and scenario.gatekeeper and not record.gate.through:
        gate, move, first = gatekeeping.decide_at_the_gate(record.gate, scenario.gatekeeper, scenario, level, language, heard)
        view = at_the_gate(scenario, scenario.gatekeeper)
        return Plan(view, record.mind, record.mind, move, person=GATEKEEPER, gate=gate, first=first, alone=bool(first))
    decision = decide(record.mind, scenario, level, language, heard, dice)
    plan = Plan(scenario, decision.mind, decision.mind, decision.move, decision.felt, gate=record.gate)
    picks_up = record.gate is not None and last is not None and last.person == GATEKEEPER
    return replace(plan, first=(scenario.gatekeeper.lines.picks_up.in_(language),)) if picks_up and scenario.gatekeeper else plan


def whole(scene: Scene) -> Scenario:
    """All that there is to give away in this setting. What people at the table are called, and what they tell themselves, is no secret for being
    a word of something nobody says before them."""
    played = as_played(scene.scenario, scene.role_play.setting)
    committee = scene.scenario.committee
    if played is scene.scenario or committee is None:
        return played
    language = scene.role_play.language
    said = squeezed(" ".join(text for one in committee.people for text in _heard_of(one, language)))
    facts = tuple(fact for fact in played.facts if fact.id not in committee.unsaid or not _stands_in(fact.tells.in_(language), said))
    return replace(played, facts=facts)


def _heard_of(person: Person, language: Language) -> tuple[str, ...]:
    return (person.name.in_(language), *person.called.in_(language), *(line for fact in person.facts for line in fact.lines.in_(language)))


def _stands_in(tells: Sequence[str], said: str) -> bool:
    return any(squeezed(tell) in said for tell in tells)


def _last(turns: Sequence[PlayedTurn]) -> PlayedTurn | None:
    return next((turn for turn in reversed(turns) if turn.record), None)


def _nothing_yet(scene: Scene) -> BuyerRecord:
    """For a role-play whose first turn is the rep's: a mind as it was at first."""
    plan = opening(scene)
    return BuyerRecord(plan.mind, plan.move, (), "embedded", people=plan.people, gate=plan.gate)
