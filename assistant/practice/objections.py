"""A buyer's objections: they come in their order, return when they are brushed off, get sharper, and rest once they are settled. Pure."""

from dataclasses import replace

from assistant.domain.heard import Act, Heard
from assistant.domain.roleplay import Mind
from assistant.domain.scenario import Need, Objection, Scenario, Trigger
from assistant.practice.levels import Demands

SUBSTANCE: tuple[Act, ...] = ("claim", "reference", "price", "justification", "answer", "pitch")


def needs_met(objection: Objection, heard: Heard, said_last_turn: bool) -> set[Need]:
    """The needs of an objection that this turn meets. Right after it was said, what the rep says is taken as being about it."""
    about_it = said_last_turn or bool(set(objection.topics) & set(heard.topics))
    done: dict[Need, bool] = {
        "acknowledgement": heard.did("acknowledgement", "reflection") or (heard.did("empathy") and about_it),
        "question": bool(heard.questions) and (said_last_turn or any(set(one.topics) & set(objection.topics) for one in heard.questions)),
        "answer": about_it and heard.did(*SUBSTANCE) and not heard.did("evasion"),
        "number": about_it and any(char.isdigit() for quote in (*heard.quotes("claim"), *heard.quotes("price")) for char in quote),
        "reference": heard.did("reference"),
        "justification": heard.did("justification"),
        "next_step": heard.next_step is not None,
    }
    return {need for need in (*objection.settled_by, "acknowledgement") if done[need]}


def with_needs(mind: Mind, scenario: Scenario, heard: Heard) -> Mind:
    """The mind after a turn has been held against every standing objection."""
    met = set(mind.met)
    for objection_id in mind.raised:
        fresh = needs_met(scenario.objection(objection_id), heard, last_said(mind, objection_id) == mind.turn - 1)
        met |= {(objection_id, need) for need in fresh}
    return replace(mind, met=tuple(sorted(met)))


def is_settled(objection: Objection, mind: Mind, demands: Demands) -> bool:
    """All needs met, less those the level spares; a rep who knows what lies behind it needs only to answer."""
    met = {need for one, need in mind.met if one == objection.id}
    if demands.acknowledge_first and "acknowledgement" not in met:
        return False
    if set(objection.opens) & set(mind.revealed) and "answer" in met:
        return True
    unmet = set(objection.settled_by) - met
    return bool(met) and len(unmet) <= min(demands.needs_spared, len(objection.settled_by) - 1)


def settled_now(mind: Mind, scenario: Scenario, demands: Demands) -> str | None:
    """The oldest standing objection that this turn settled."""
    return next((one for one in mind.raised if is_settled(scenario.objection(one), mind, demands)), None)


def next_to_raise(mind: Mind, scenario: Scenario, triggers: set[Trigger]) -> str | None:
    """The first objection in the scenario's order that was never raised and that one of the triggers brings out."""
    for objection in scenario.objections:
        if objection.id not in mind.raised and objection.id not in mind.settled and objection.raised_on in triggers:
            return objection.id
    return None


def to_press(mind: Mind, scenario: Scenario, heard: Heard, demands: Demands) -> str | None:
    """A standing objection that was brushed off long enough ago, as long as there is a sharper way to say it."""
    for objection_id in mind.raised:
        objection = scenario.objection(objection_id)
        times, last = times_said(mind, objection_id), last_said(mind, objection_id)
        ignored = not needs_met(objection, heard, False) and not set(objection.topics) & set(heard.topics)
        waited = mind.turn - last >= demands.press_after
        if times < len(objection.lines.ko) and waited and (ignored or mind.turn - last >= demands.press_after + 2):
            return objection_id
    return None


def times_said(mind: Mind, objection_id: str) -> int:
    return next((times for one, times, _ in mind.pressed if one == objection_id), 0)


def last_said(mind: Mind, objection_id: str) -> int:
    """The turn the objection was last said in; -1 when never."""
    return next((turn for one, _, turn in mind.pressed if one == objection_id), -1)


def having_said(mind: Mind, objection_id: str) -> Mind:
    others = tuple(one for one in mind.pressed if one[0] != objection_id)
    raised = mind.raised if objection_id in mind.raised else (*mind.raised, objection_id)
    return replace(mind, raised=raised, pressed=(*others, (objection_id, times_said(mind, objection_id) + 1, mind.turn)))


def having_settled(mind: Mind, objection_id: str) -> Mind:
    return replace(mind, raised=tuple(one for one in mind.raised if one != objection_id), settled=(*mind.settled, objection_id))
