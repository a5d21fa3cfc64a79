"""What a buyer says to a proposed next step: yes when the conditions hold, else honestly what stands in the way. Pure."""

from dataclasses import replace

from assistant.domain.heard import Heard
from assistant.domain.roleplay import Mind, Move, MoveKind
from assistant.domain.scenario import Scenario
from assistant.practice import objections
from assistant.practice.levels import Demands
from assistant.practice.temper import TEMPERS

PATIENCE_TO_STALL = 0.4


def on_proposal(mind: Mind, scenario: Scenario, demands: Demands, heard: Heard) -> tuple[Mind, Move]:
    unmet = unmet_conditions(mind, scenario, demands)
    if not unmet:
        if heard.next_step and heard.next_step.date:
            return replace(mind, agreed=True), Move("agree", proposal=heard.next_step.action, because="conditions_met")
        return mind, Move("stall", react="ask_date", because="no_date")
    objection = _in_the_way(mind, scenario, demands)
    just_said = objection is not None and objections.last_said(mind, objection) == mind.turn - 1 and mind.proposals > 1
    if objection and not just_said and objections.times_said(mind, objection) < len(scenario.objection(objection).lines.ko):
        kind: MoveKind = "press" if objection in mind.raised else "object"
        return objections.having_said(mind, objection), Move(kind, objection=objection, bridge="first_this", because="next_step_too_early")
    if mind.proposals <= TEMPERS[scenario.buyer.manner].stalls or mind.patience > PATIENCE_TO_STALL:
        return mind, Move("stall", because=unmet[0])
    return mind, Move("not_now", because=unmet[0])


def unmet_conditions(mind: Mind, scenario: Scenario, demands: Demands) -> tuple[str, ...]:
    """What keeps the buyer from agreeing: 'trust', 'facts' (they feel not understood yet), 'settled', 'objection' (one never voiced)."""
    agreement = scenario.agreement
    required = required_objections(scenario, demands)
    checks = {
        "trust": mind.trust >= agreement.trust + demands.agree_more,
        "facts": len(mind.revealed) >= agreement.facts_found,
        "settled": not any(one in required for one in mind.raised),
        "objection": all(one in mind.raised or one in mind.settled for one in required),
    }
    return tuple(name for name, holds in checks.items() if not holds)


def required_objections(scenario: Scenario, demands: Demands) -> tuple[str, ...]:
    """Those that must be out of the way: the scenario's own, and at the door the one that only a next step brings out."""
    at_the_door = [one.id for one in scenario.objections if one.raised_on == "next_step"][:1] if demands.hesitates else []
    return tuple(dict.fromkeys((*scenario.agreement.settled, *at_the_door)))


def _in_the_way(mind: Mind, scenario: Scenario, demands: Demands) -> str | None:
    """The objection to name: one that stands, else the first required one that was never voiced, the last at the door."""
    if mind.raised:
        return mind.raised[0]
    return next((one for one in required_objections(scenario, demands) if one not in mind.settled), None)
