"""A few named steps of a talk, and in which of the rep's turns each was reached. Pure, from the minds on the buyer's turns."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, get_args

from assistant.domain.buyer import FactKind
from assistant.domain.roleplay import Mind, RolePlay
from assistant.domain.scenario import Scenario

Step = Literal["worry", "decision", "money", "settled", "next_step"]
STEPS: tuple[Step, ...] = get_args(Step)


@dataclass(frozen=True, slots=True)
class Milestone:
    """`reached`: after how many of the rep's turns, None while it is not."""

    step: Step
    reached: int | None


def milestones(scenario: Scenario, role_play: RolePlay) -> tuple[Milestone, ...]:
    """In the order of a talk; only those that this buyer has anything for."""
    return tuple(Milestone(step, _reached(step, scenario, role_play)) for step in STEPS if _possible(step, scenario))


def _reached(step: Step, scenario: Scenario, role_play: RolePlay) -> int | None:
    said = 0
    for turn in role_play.turns:
        said += turn.speaker == "rep"
        if turn.record and _IS_REACHED[step](turn.record.mind, scenario):
            return said
    return None


def _possible(step: Step, scenario: Scenario) -> bool:
    if step == "decision" or step == "money":
        return any(fact.kind == step for fact in scenario.facts)
    return bool(scenario.objections) if step == "settled" else True


def _told(kind: FactKind) -> Callable[[Mind, Scenario], bool]:
    return lambda mind, scenario: any(fact.kind == kind and fact.id in mind.revealed for fact in scenario.facts)


def _worried(mind: Mind, scenario: Scenario) -> bool:
    return bool(mind.raised or mind.settled) or _told("pain")(mind, scenario)


_IS_REACHED: dict[Step, Callable[[Mind, Scenario], bool]] = {
    "worry": _worried,
    "decision": _told("decision"),
    "money": _told("money"),
    "settled": lambda mind, _: bool(mind.settled),
    "next_step": lambda mind, _: mind.agreed,
}
