"""The buyer's mind: from what was heard to what the buyer does next. Walking away, agreeing and revealing are decided here, never by a model.

Pure: the same mind, scenario, level, words and dice give the same decision.
"""

from dataclasses import dataclass, replace
from random import Random

from assistant.domain.heard import Heard
from assistant.domain.roleplay import Felt, Level, Mind, Move, MoveKind
from assistant.domain.scenario import Curiosity, Mood, Scenario, Trigger
from assistant.domain.words import Language
from assistant.practice import objections, telling
from assistant.practice.feelings import answers_buyer, felt, moved
from assistant.practice.levels import LEVELS, Demands

PATIENCE_TO_WARN = 0.25
TRUST_TO_PART_FRIENDS = 0.42
CURIOSITY_CHANCE = 0.5


@dataclass(frozen=True, slots=True)
class Decision:
    """What the buyer has in mind now, what they do, and what moved them."""

    mind: Mind
    move: Move
    felt: tuple[Felt, ...]


def at_first(scenario: Scenario, level: Level) -> Mind:
    """The mind a buyer sits down with."""
    patience = min(1.0, scenario.buyer.patience - (level - 2) * 0.08)
    return Mind(trust=scenario.buyer.trust, patience=patience, mood=scenario.buyer.mood)


def decide(mind: Mind, scenario: Scenario, level: Level, language: Language, heard: Heard, dice: Random) -> Decision:
    """The buyer's answer to a turn."""
    demands = LEVELS[level]
    feelings = felt(heard, mind, scenario, language, demands.trust_gain, demands.patience_wear)
    trust, patience = moved(mind, feelings)
    answered = mind.unanswered is not None and answers_buyer(heard, scenario, mind.unanswered)
    mind = replace(
        mind,
        turn=mind.turn + 1,
        trust=trust,
        patience=patience,
        mood=mood(trust, patience),
        pressure=mind.pressure + heard.did("pressure"),
        contempt=mind.contempt + heard.did("contempt"),
        proposals=mind.proposals + (heard.next_step is not None),
        touched=_with(mind.touched, *(topic for question in heard.questions for topic in question.topics[:1])),
    )
    mind = objections.with_needs(mind, scenario, heard)
    mind, move = _act(mind, scenario, level, demands, heard, answered, dice)
    move = replace(move, react=move.react or reaction(heard, mind, move, feelings, answered))
    remembered = replace(mind, acknowledged=heard.did("acknowledgement", "empathy", "reflection"), topic=move.topic or mind.topic)
    return Decision(remembered, move, feelings)


def mood(trust: float, patience: float) -> Mood:
    if patience < PATIENCE_TO_WARN:
        return "impatient"
    if trust < 0.18:
        return "guarded"
    if trust < 0.4:
        return "neutral"
    return "open" if trust < 0.62 else "warm"


def _act(mind: Mind, scenario: Scenario, level: Level, demands: Demands, heard: Heard, answered: bool, dice: Random) -> tuple[Mind, Move]:
    for step in (_leaving, _after_agreement):
        decided = step(mind, demands, heard)
        if decided:
            return decided
    if heard.did("break_game"):
        return mind, Move("react", react="break_game", because="break_game")
    settled = objections.settled_now(mind, scenario, demands)
    if settled:
        mind = objections.having_settled(mind, settled)
    if heard.next_step and not telling.answer(heard, mind, scenario, demands).told:
        mind, move = _on_proposal(mind, scenario, demands, heard)
    else:
        mind, move = _on_talk(mind, scenario, level, demands, heard, answered, dice)
    return mind, replace(move, settle=settled)


def _leaving(mind: Mind, demands: Demands, heard: Heard) -> tuple[Mind, Move] | None:
    if mind.contempt >= 2:
        return mind, Move("leave", because="contempt")
    if mind.pressure > demands.pressure_borne:
        return mind, Move("leave", because="pressure")
    if mind.patience <= 0.0:
        if mind.trust >= TRUST_TO_PART_FRIENDS and not mind.contempt:
            return mind, Move("not_now", because="out_of_patience")
        return mind, Move("leave", because="contempt" if mind.contempt else "out_of_patience")
    if heard.did("contempt"):
        return replace(mind, warned=mind.warned + 1), Move("warn", react="contempt", because="contempt")
    if heard.did("pressure"):
        return replace(mind, warned=mind.warned + 1), Move("warn", react="pressure", because="pressure")
    return None


def _after_agreement(mind: Mind, demands: Demands, heard: Heard) -> tuple[Mind, Move] | None:
    if mind.agreed:
        return mind, Move("farewell", react="farewell", because="agreed")
    if heard.did("farewell") and not heard.questions and not heard.next_step:
        return mind, Move("farewell", react="farewell", because="rep_leaves")
    return None


def _on_proposal(mind: Mind, scenario: Scenario, demands: Demands, heard: Heard) -> tuple[Mind, Move]:
    """A next step was proposed: agree when the conditions hold, else say honestly what stands in the way."""
    unmet = unmet_conditions(mind, scenario, demands)
    if not unmet:
        if heard.next_step and heard.next_step.date:
            return replace(mind, agreed=True), Move("agree", because="conditions_met")
        return mind, Move("stall", react="ask_date", because="no_date")
    if "objection" in unmet or (mind.raised and "settled" in unmet):
        raised = mind.raised[0] if mind.raised else objections.next_to_raise(mind, scenario, {"next_step", "any", "price", "pitch"})
        if raised and objections.times_said(mind, raised) < len(scenario.objection(raised).lines.ko):
            kind: MoveKind = "press" if raised in mind.raised else "object"
            return objections.having_said(mind, raised), Move(kind, objection=raised, because="next_step_too_early")
    waiting = "stall" if mind.proposals <= 2 or mind.patience > 0.4 else "not_now"
    if waiting == "not_now":
        return mind, Move("not_now", because=unmet[0])
    return mind, Move("stall", because=unmet[0])


def unmet_conditions(mind: Mind, scenario: Scenario, demands: Demands) -> tuple[str, ...]:
    """What keeps the buyer from agreeing: 'trust', 'facts' (they feel not understood yet), 'settled', 'objection' (one never voiced)."""
    agreement = scenario.agreement
    never_voiced = [one for one in agreement.settled if one not in mind.raised and one not in mind.settled]
    checks = {
        "trust": mind.trust >= agreement.trust + demands.trust_more,
        "facts": len(mind.revealed) >= agreement.facts_found,
        "settled": not any(one in agreement.settled for one in mind.raised),
        "objection": not never_voiced,
    }
    return tuple(name for name, holds in checks.items() if not holds)


def _on_talk(mind: Mind, scenario: Scenario, level: Level, demands: Demands, heard: Heard, answered: bool, dice: Random) -> tuple[Mind, Move]:
    reply = telling.answer(heard, mind, scenario, demands)
    mind = replace(mind, revealed=_with(mind.revealed, *reply.told), refused=_with(mind.refused, *reply.refused))
    if reply.told:
        move = Move("tell", tell=reply.told, topic=_topic(heard), because="asked")
    elif reply.refused:
        move = Move("deflect", topic=_topic(heard), because="too_early_or_wrong_way")
    elif reply.known:
        move = Move("react", react="told_before", topic=_topic(heard), because="told_before")
    elif heard.questions:
        move = Move("clarify", topic=_topic(heard), because="nobody_foresaw")
    elif mind.patience < PATIENCE_TO_WARN and mind.warned == 0:
        return replace(mind, warned=1), Move("warn", react="hurry", because="patience_short")
    else:
        move = Move("bored" if mind.patience < telling.PATIENCE_TO_CHAT else "react", topic=_topic(heard), because="told_something")
    return _followed_by(mind, move, scenario, level, demands, heard, answered, dice)


def _followed_by(
    mind: Mind, move: Move, scenario: Scenario, level: Level, demands: Demands, heard: Heard, answered: bool, dice: Random
) -> tuple[Mind, Move]:
    """The move, with at most one thing added: an objection, something said in passing, or a question of the buyer's own."""
    if mind.unanswered and answered:
        mind = replace(mind, unanswered=None)
    pressed = objections.to_press(mind, scenario, heard, demands)
    if pressed:
        return objections.having_said(mind, pressed), replace(move, kind=_kind(move, "press"), objection=pressed, because="brushed_off")
    raised = objections.next_to_raise(mind, scenario, _triggers(mind, heard, demands, dice)) if not mind.raised and mind.turn >= 2 else None
    if raised:
        return objections.having_said(mind, raised), replace(move, kind=_kind(move, "object"), objection=raised)
    volunteered = telling.in_passing(mind, scenario, level, demands, heard, dice) if move.kind in {"react", "tell"} and len(move.tell) < 2 else None
    if volunteered:
        mind = replace(mind, revealed=_with(mind.revealed, volunteered), volunteered_at=mind.turn)
        return mind, replace(move, kind=_kind(move, "volunteer"), volunteer=(volunteered,))
    if mind.unanswered and not answered:
        return replace(mind, unanswered=None), replace(move, react="not_answered") if not heard.questions else move
    asked = _curious(mind, scenario, heard, dice) if move.kind != "bored" and mind.patience >= telling.PATIENCE_TO_CHAT else None
    if asked:
        mind = replace(mind, asked=(*mind.asked, asked.id), unanswered=asked.id)
        return mind, replace(move, kind=_kind(move, "ask"), ask=asked.id)
    return mind, move


def _kind(move: Move, added: MoveKind) -> MoveKind:
    """A move that already tells or refuses keeps its name; a bare reaction takes the name of what was added to it."""
    return added if move.kind in {"react", "bored"} else move.kind


def _triggers(mind: Mind, heard: Heard, demands: Demands, dice: Random) -> set[Trigger]:
    triggers: set[Trigger] = set()
    if heard.did("pitch", "claim", "reference", "justification"):
        triggers |= {"pitch", "any"}
    if heard.did("price", "discount"):
        triggers |= {"price", "any"}
    if mind.turn >= 3 and dice.random() < demands.object_chance:
        triggers |= {"pitch", "any"} if mind.turn < 6 else {"pitch", "any", "price"}
    return triggers


def _curious(mind: Mind, scenario: Scenario, heard: Heard, dice: Random) -> Curiosity | None:
    """A question of the buyer's own: sooner about what is being talked of, never one asked before."""
    left = [one for one in scenario.buyer.curiosities if one.id not in mind.asked]
    near = [one for one in left if set(one.topics) & set(heard.topics)]
    if not left or mind.turn < 2:
        return None
    if near:
        return near[0] if dice.random() < CURIOSITY_CHANCE + 0.2 else None
    return left[0] if dice.random() < CURIOSITY_CHANCE * (0.5 if heard.questions else 1.0) else None


def reaction(heard: Heard, mind: Mind, move: Move, feelings: tuple[Felt, ...], answered: bool) -> str:
    """How the turn is taken, by what weighed most: the id of a pool of reactions, empty when the move says enough."""
    why = {one.why for one in feelings}
    harm = ("discount_early", "evaded", "monologue", "fired_questions", "formula", "off_topic", "one_word", "pitched_again")
    for id_ in harm:
        if id_ in why:
            return id_
    if answered and not heard.questions:
        return "answered"
    for act in ("justified", "acknowledged", "reflection", "empathy", "reference", "specific"):
        if act in why:
            return act
    if heard.did("greeting") and mind.turn <= 1:
        return "greeted"
    if heard.did("disclosure"):
        return "disclosed"
    if heard.did("small_talk"):
        return "small_talk"
    if heard.questions:
        return "asked" if move.kind == "tell" else ""
    return "pitched" if heard.did("pitch", "claim", "price") else "heard"


def _topic(heard: Heard) -> str | None:
    asked = next((question.topics[0] for question in heard.questions if question.topics), None)
    return asked or (heard.topics[0] if heard.topics else None)


def _with(known: tuple[str, ...], *more: str) -> tuple[str, ...]:
    return (*known, *dict.fromkeys(one for one in more if one not in known))
