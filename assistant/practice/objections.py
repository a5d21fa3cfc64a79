"""A buyer's objections: they come in their order, return when they are brushed off, get sharper, and rest once they are settled. Pure."""

from dataclasses import replace

from assistant.domain.heard import Heard
from assistant.domain.roleplay import Mind
from assistant.domain.scenario import Need, Objection, Scenario, Trigger
from assistant.domain.words import Language
from assistant.language.phrases import has
from assistant.practice import memory
from assistant.practice.levels import Demands

TURNS_TO_FORGET = 2
"""How long after `press_after` an objection that was talked about but not settled comes back."""


def answers(objection: Objection, heard: Heard, language: Language, said_last_turn: bool) -> bool:
    """Something of substance about it: a figure, a case, a reason, a claim that is more than a guarantee; not the buyer's own words given back."""
    on_topic = bool(set(objection.topics) & set(heard.topics))
    if heard.did("evasion") or not (said_last_turn or on_topic):
        return False
    claims = any(not has("guarantee", quote, language) for quote in heard.quotes("claim"))
    if claims or heard.did("reference", "price", "justification") or (heard.did("pitch") and on_topic):
        return True
    given_back = [(sign.start, sign.end) for sign in heard.signs if sign.act in memory.TAKING_IN]
    answered = [(sign.start, sign.end) for sign in heard.signs if sign.act == "answer"]
    told = any(not any(start < b and a < end for a, b in given_back) for start, end in answered)
    return not memory.guarantees(heard, language) and (told or (said_last_turn and memory.own_number(heard, language)))


def needs_met(objection: Objection, heard: Heard, language: Language, said_last_turn: bool, ties: bool = False) -> set[Need]:
    """The needs of an objection that this turn meets. Right after it was said, what the rep says is taken as being about it.
    `ties`: the turn ties what is offered to what the buyer told."""
    about_it = said_last_turn or bool(set(objection.topics) & set(heard.topics))
    listened = heard.did("acknowledgement", "reflection") or (heard.did("empathy") and about_it)
    done: dict[Need, bool] = {
        "acknowledgement": listened or (said_last_turn and len(heard.echoed) >= memory.ECHO_TAKES_IN),
        "question": any(said_last_turn or set(one.topics) & set(objection.topics) for one in memory.questions(heard)),
        "answer": answers(objection, heard, language, said_last_turn),
        "number": about_it and not heard.did("evasion") and memory.own_number(heard, language),
        "reference": heard.did("reference"),
        "justification": ties or heard.did("justification"),
        "next_step": heard.next_step is not None,
    }
    return {need for need, met in done.items() if met}


def engages(objection: Objection, heard: Heard, language: Language, said_last_turn: bool) -> bool:
    """Whether the turn goes into it at all, by listening, asking or answering."""
    asked = bool(memory.questions(heard)) and (said_last_turn or bool(set(objection.topics) & set(heard.topics)))
    return asked or bool(needs_met(objection, heard, language, said_last_turn)) or answers(objection, heard, language, said_last_turn)


def with_needs(mind: Mind, scenario: Scenario, heard: Heard, language: Language) -> Mind:
    """The mind after a turn has been held against every standing objection."""
    met = set(mind.met)
    ties = memory.ties_in(heard, mind, scenario, language)
    for objection_id in mind.raised:
        fresh = needs_met(scenario.objection(objection_id), heard, language, last_said(mind, objection_id) == mind.turn - 1, ties)
        met |= {(objection_id, need) for need in fresh}
    return replace(mind, met=tuple(sorted(met)))


def is_settled(objection: Objection, mind: Mind, demands: Demands) -> bool:
    """All needs met, less those the level spares. A rep who knows what lies behind it needs only to answer; one who has listened, asked
    and answered with something in hand is forgiven the one thing that is missing."""
    met = {need for one, need in mind.met if one == objection.id}
    if demands.acknowledge_first and "acknowledgement" not in met:
        return False
    if set(objection.opens) & set(mind.revealed) and "answer" in met:
        return True
    unmet = set(objection.settled_by) - met
    if len(met) >= demands.thorough and "answer" in met and len(unmet) <= 1:
        return True
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


def to_press(mind: Mind, scenario: Scenario, heard: Heard, demands: Demands, language: Language) -> str | None:
    """A standing objection that was brushed off long enough ago, as long as there is a sharper way to say it."""
    for objection_id in mind.raised:
        objection = scenario.objection(objection_id)
        waited = mind.turn - last_said(mind, objection_id)
        ignored = not engages(objection, heard, language, waited == 1)
        left = times_said(mind, objection_id) < len(objection.lines.ko)
        if left and waited >= demands.press_after and (ignored or waited >= demands.press_after + TURNS_TO_FORGET):
            return objection_id
    return None


def last_voiced(mind: Mind, scenario: Scenario) -> Objection | None:
    """The objection the buyer voiced in the turn before this one, if it still stands."""
    return next((scenario.objection(one) for one, _, turn in mind.pressed if turn == mind.turn - 1 and one in mind.raised), None)


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
