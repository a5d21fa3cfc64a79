"""A buyer's objections: they come in their order, return when they are brushed off, get sharper, and rest once they are settled. Pure."""

import re
from collections.abc import Set
from dataclasses import dataclass, replace

from assistant.domain.buyer import Need, Objection, Trigger
from assistant.domain.heard import LISTENING, Act, Heard, Question
from assistant.domain.roleplay import Mind
from assistant.domain.scenario import Scenario
from assistant.domain.words import Language
from assistant.language.phrases import has
from assistant.practice import memory
from assistant.practice.levels import Demands

ANSWERS: frozenset[Need] = frozenset({"answer", "number", "reference"})
_BOASTS = re.compile(r"100|1위|(?:no\.?|number) ?1", re.IGNORECASE)
TURNS_TO_FORGET = 2
"""How long after `press_after` an objection that was talked about but not settled comes back."""


@dataclass(frozen=True, slots=True)
class Handling:
    """A turn as it is held against objections. `own`: it tells something of its own in these ways; `number`: a figure of the rep's own;
    `ties`: what is offered is tied to what the buyer told."""

    heard: Heard
    own: frozenset[Act]
    number: bool
    ties: bool
    language: Language


def handling(heard: Heard, mind: Mind, scenario: Scenario, language: Language) -> Handling:
    own = memory.own_words(heard, mind, scenario, language)
    acts = frozenset(
        act for act in memory.SUBSTANCE for span in own if memory.signed(heard, span, act) and not _only_guarantees(heard, span, language)
    )
    number = memory.own_number(heard, mind, scenario, language) and any(not _only_guarantees(heard, span, language) for span in own)
    return Handling(heard, acts, number, memory.ties_in(heard, mind, scenario, language), language)


def _only_guarantees(heard: Heard, span: tuple[int, int], language: Language) -> bool:
    """A promise or a boast, and nothing to hold on to."""
    said = heard.text[span[0] : span[1]]
    return (has("guarantee", said, language) or has("superlative", said, language)) and not any(map(str.isdigit, _BOASTS.sub("", said)))


def aimed_at(objection: Objection, turn: Handling, on_the_table: bool) -> bool:
    """Whether a turn is about an objection: it speaks of its topics, or goes on with what is on the table and speaks of nothing else."""
    if set(objection.topics) & set(turn.heard.topics):
        return True
    return on_the_table and (not turn.heard.topics or len(turn.heard.echoed) >= memory.ECHO_TAKES_IN)


def answers(objection: Objection, turn: Handling, on_the_table: bool) -> bool:
    """Something of substance about it: a figure, a case, a reason, a claim that is more than a guarantee; not the buyer's own words given back."""
    on_topic = bool(set(objection.topics) & set(turn.heard.topics))
    if turn.heard.did("evasion") or not aimed_at(objection, turn, on_the_table):
        return False
    return bool(turn.own - {"pitch", "claim"}) or (on_topic and bool(turn.own)) or turn.number


def needs_met(objection: Objection, turn: Handling, on_the_table: bool) -> set[Need]:
    """What this turn does about an objection."""
    heard = turn.heard
    about_it = aimed_at(objection, turn, on_the_table)
    dodges = heard.did("evasion")
    listened = heard.did(*LISTENING) or memory.echoes(heard)
    done: dict[Need, bool] = {
        "acknowledgement": about_it and listened and not dodges,
        "question": any(_asks_about(objection, one, on_the_table) for one in memory.questions(heard)),
        "answer": answers(objection, turn, on_the_table),
        "number": about_it and turn.number and not dodges,
        "reference": about_it and heard.did("reference"),
        "justification": turn.ties,
        "next_step": heard.next_step is not None,
    }
    return {need for need, met in done.items() if met}


def _asks_about(objection: Objection, question: Question, on_the_table: bool) -> bool:
    return bool(set(question.topics) & set(objection.topics)) or (on_the_table and not question.topics)


def engages(objection: Objection, turn: Handling, on_the_table: bool) -> bool:
    """Whether the turn goes into it at all, by listening, asking or answering."""
    return bool(needs_met(objection, turn, on_the_table) & {"acknowledgement", "question", "answer", "number"})


def with_needs(mind: Mind, scenario: Scenario, turn: Handling) -> Mind:
    """The mind after a turn has been held against every standing objection."""
    met = set(mind.met)
    for objection_id in mind.raised:
        met |= {(objection_id, need) for need in needs_met(scenario.objection(objection_id), turn, mind.discussing == objection_id)}
    return replace(mind, met=tuple(sorted(met)))


def is_settled(objection: Objection, mind: Mind, demands: Demands) -> bool:
    """All needs met, less those the level spares. A rep who knows what lies behind it needs only to answer; one who has listened, asked
    and answered with something in hand is forgiven the one thing that is missing. What asks for an answer is never settled without one."""
    met = {need for one, need in mind.met if one == objection.id}
    if demands.acknowledge_first and "acknowledgement" not in met:
        return False
    if ANSWERS & set(objection.settled_by) and not ANSWERS & met:
        return False
    if set(objection.opens) & set(mind.revealed) and "answer" in met:
        return True
    unmet = set(objection.settled_by) - met
    if len(met - {"next_step"}) >= demands.thorough and "answer" in met and len(unmet) <= 1:
        return True
    return bool(met) and len(unmet) <= min(demands.needs_spared, len(objection.settled_by) - 1)


def settled_now(mind: Mind, scenario: Scenario, demands: Demands, turn: Handling) -> str | None:
    """The oldest standing objection that this turn settled."""
    went_into = (one for one in mind.raised if engages(scenario.objection(one), turn, mind.discussing == one))
    if turn.heard.did("evasion"):
        return None
    return next((one for one in went_into if is_settled(scenario.objection(one), mind, demands)), None)


def due(mind: Mind, scenario: Scenario, triggers: set[Trigger]) -> list[Objection]:
    """Those never raised that one of the triggers brings out, in the scenario's order."""
    known = {*mind.raised, *mind.settled}
    return [one for one in scenario.objections if one.id not in known and one.raised_on in triggers]


def is_about(objection: Objection, topics: Set[str]) -> bool:
    return bool(set(objection.topics) & topics)


def to_press(mind: Mind, scenario: Scenario, turn: Handling, demands: Demands) -> str | None:
    """A standing objection that was brushed off long enough ago, as long as there is a sharper way to say it."""
    for objection_id in mind.raised:
        objection = scenario.objection(objection_id)
        waited = mind.turn - last_said(mind, objection_id)
        ignored = not engages(objection, turn, mind.discussing == objection_id)
        left = times_said(mind, objection_id) < len(objection.lines.ko)
        if left and waited >= demands.press_after and (ignored or waited >= demands.press_after + TURNS_TO_FORGET):
            return objection_id
    return None


def last_voiced(mind: Mind, scenario: Scenario) -> Objection | None:
    """The objection the buyer voiced in the turn before this one, if it still stands."""
    return next((scenario.objection(one) for one, _, turn in mind.pressed if turn == mind.turn - 1 and one in mind.raised), None)


def discussing(before: Mind, after: Mind, scenario: Scenario, turn: Handling) -> str | None:
    """The objection on the table after a turn: the one just voiced, or the one on the table before if the rep went into it."""
    voiced = next((one for one, _, said in after.pressed if said == after.turn and one in after.raised), None)
    kept = before.discussing if before.discussing in after.raised else None
    return voiced or (kept if kept and engages(scenario.objection(kept), turn, True) else None)


def times_said(mind: Mind, objection_id: str) -> int:
    return next((times for one, times, _ in mind.pressed if one == objection_id), 0)


def last_said(mind: Mind, objection_id: str) -> int:
    """The turn the objection was last said in; -1 when never."""
    return next((turn for one, _, turn in mind.pressed if one == objection_id), -1)


def having_said(mind: Mind, objection_id: str, lines: int = 1) -> Mind:
    """`lines`: how many of its lines that leaves behind; the last of them is the one that is said."""
    others = tuple(one for one in mind.pressed if one[0] != objection_id)
    raised = mind.raised if objection_id in mind.raised else (*mind.raised, objection_id)
    return replace(mind, raised=raised, pressed=(*others, (objection_id, times_said(mind, objection_id) + lines, mind.turn)))


def having_raised(mind: Mind, objection: Objection, turn: Handling) -> Mind:
    """Said for the first time; of what the rep has just answered of themselves, with more than praise, nobody asks the mildest line again."""
    more_than_praise = turn.number or bool(turn.own - {"pitch", "claim"})
    answered = more_than_praise and answers(objection, turn, on_the_table=False) and len(objection.lines.ko) > 1
    return having_said(mind, objection.id, 2 if answered else 1)


def having_settled(mind: Mind, objection_id: str) -> Mind:
    return replace(mind, raised=tuple(one for one in mind.raised if one != objection_id), settled=(*mind.settled, objection_id))
