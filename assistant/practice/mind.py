"""The buyer's mind: from what was heard to what the buyer does next. Walking away, agreeing and revealing are decided here, never by a model.

Pure: the same mind, scenario, level, words and dice give the same decision.
"""

from dataclasses import dataclass, replace
from random import Random

from assistant.domain.buyer import Mood
from assistant.domain.heard import LISTENING, Heard
from assistant.domain.roleplay import Felt, Level, Mind, Move
from assistant.domain.scenario import Scenario
from assistant.domain.words import Language
from assistant.language.analysis import language_of
from assistant.language.anybody import asks
from assistant.language.asking import says, sought
from assistant.language.phrases import has
from assistant.language.short_turns import breaks_off, short_turn
from assistant.practice import asides, everyday, figures, memory, objections, telling
from assistant.practice.adding import Moment, added, returning
from assistant.practice.agreement import on_proposal
from assistant.practice.feelings import answers_buyer, felt, moved
from assistant.practice.levels import LEVELS, PATIENCE_TO_CHAT
from assistant.practice.neighbours import follows
from assistant.practice.pointed import pointed_at
from assistant.practice.proposing import with_proposal
from assistant.practice.putting_off import putting_off
from assistant.practice.reactions import reaction
from assistant.practice.temper import tempered
from assistant.practice.unmarked import with_unmarked

PATIENCE_TO_WARN = 0.25
TRUST_TO_PART_FRIENDS = 0.42
TURNS_TO_ASK_FOR_DOUBTS = 4
WORTH_THE_TIME = frozenset({"justified", "answered", "reference", "specific", "picked_up", "picked_up_signal"})
"""What keeps a buyer who is running out of time from saying so just now."""
PASSED_OVER = frozenset({"left_unanswered", "ignored", "passed_over", "evaded"})
"""What nobody holds against a rep who asks to hear it again."""
OPEN = frozenset({"which_part", "no_answer"})
"""What is said to a question that asks for no one thing."""
TRUST_HURT = 0.08
"""A loss of trust in one turn that shows in the face."""


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
    demands = tempered(LEVELS[level], scenario.buyer.manner)
    before_turn = mind
    heard = with_proposal(with_unmarked(heard, language), language)
    remarks = everyday.remarks_in(heard, mind, scenario, language)
    heard = everyday.plainly(heard, remarks)
    feelings = felt(heard, mind, scenario, language, demands.trust_gain, demands.patience_wear)
    asks_back = everyday.leading(remarks) == "did_not_hear"
    feelings = tuple(one for one in feelings if not (asks_back and one.why in PASSED_OVER))
    trust, patience = moved(mind, feelings)
    answered = mind.unanswered is not None and answers_buyer(heard, scenario, mind.unanswered, language)
    remembered = memory.remembering(mind, scenario, language, heard)
    hurt = frozenset(one.why for one in feelings)
    owed = mind.unanswered is not None and not (answered or asks_back)
    named = figures.named(heard, mind, scenario, language)
    changed = figures.change(mind, named, heard, language)
    mind = replace(
        remembered,
        acknowledged=mind.acknowledged,
        unanswered=None,
        turn=mind.turn + 1,
        trust=trust,
        patience=patience,
        mood=mood(trust, patience, mind.trust - trust),
        pressure=mind.pressure + ("pressure" in hurt),
        contempt=mind.contempt + ("contempt" in hurt),
        proposals=mind.proposals + memory.proposes(heard),
        figures=figures.remembered(mind, named),
        touched=_with(mind.touched, *(topic for question in heard.questions for topic in question.topics[:1])),
    )
    turn = objections.handling(heard, mind, scenario, language)
    pleased = sum(one.trust for one in feelings) >= 0
    now = Moment(scenario, level, demands, language, heard, turn, owed, pleased, hurt, dice, changed, remarks)
    before = mind
    mind, move = _act(before_turn, objections.with_needs(mind, scenario, turn), now)
    mind = replace(mind, discussing=objections.discussing(before, mind, scenario, turn))
    move = replace(move, react=move.react or reaction(now, mind, move, feelings, before_turn.unanswered if answered else None))
    told = (*move.tell, *move.volunteer)
    mind = replace(mind, acknowledged=remembered.acknowledged, topic=move.topic or mind.topic, lately=told, answered=move.plain)
    mind = replace(mind, talked_of=told[-1] if told else before_turn.fact_talked_of if _knows_nothing(move) else None)
    mind = replace(mind, put_off=before.put_off + 1 if move.kind == "deflect" else 0)
    return Decision(mind, move, feelings)


def mood(trust: float, patience: float, lost: float = 0.0) -> Mood:
    """`lost`: trust lost in this turn."""
    if patience < PATIENCE_TO_WARN:
        return "impatient"
    if trust < 0.18 or lost >= TRUST_HURT:
        return "guarded"
    if trust < 0.4:
        return "neutral"
    return "open" if trust < 0.62 else "warm"


def _act(before: Mind, mind: Mind, now: Moment) -> tuple[Mind, Move]:
    decided = _leaving(mind, now) or _after_agreement(mind, now.heard)
    if decided:
        return decided
    if now.heard.did("break_game"):
        return mind, Move("react", react="break_game", because="break_game")
    settled = objections.settled_now(mind, now.scenario, now.demands, now.turn)
    if settled:
        mind = objections.having_settled(mind, settled)
    mind, move = _on_step(mind, now) if memory.proposes(now.heard) else _on_talk(before, mind, now, settled)
    return mind, replace(move, settle=settled)


def _on_step(mind: Mind, now: Moment) -> tuple[Mind, Move]:
    """A proposal is answered before anything else; what was asked beside it, after that."""
    reply = telling.answer(now.heard, mind, now.scenario, now.demands, now.language)
    if not reply.told:
        return on_proposal(mind, now.scenario, now.demands, now.heard)
    told = reply.told[:1]
    before = replace(mind, revealed=_with(mind.revealed, *told))
    after, move = on_proposal(mind, now.scenario, now.demands, now.heard)
    if move.kind == "agree":
        return replace(after, revealed=before.revealed), replace(move, tell=told)
    if move.kind == "not_now" or move.react == "ask_date":
        return after, move
    return before, Move("stall", tell=told, topic=now.scenario.fact(told[0]).topics[0], because=move.because)


def _leaving(mind: Mind, now: Moment) -> tuple[Mind, Move] | None:
    if mind.contempt >= 2:
        return mind, Move("leave", because="contempt")
    if mind.pressure > now.demands.pressure_borne:
        return mind, Move("leave", because="pressure")
    if mind.patience <= 0.0 and not (now.heard.did("farewell") and not now.heard.questions):
        if mind.trust >= TRUST_TO_PART_FRIENDS and not mind.contempt:
            return mind, Move("not_now", because="out_of_patience")
        return mind, Move("leave", because="contempt" if mind.contempt else "out_of_patience")
    harm = next((one for one in ("contempt", "pressure") if one in now.hurt), None)
    return (replace(mind, warned=mind.warned + 1), Move("warn", react=harm, because=harm)) if harm else None


def _after_agreement(mind: Mind, heard: Heard) -> tuple[Mind, Move] | None:
    if heard.questions or heard.next_step:
        return None
    if mind.agreed and heard.did("farewell", "thanks"):
        return mind, Move("farewell", react="farewell", because="agreed")
    if heard.did("farewell") and not heard.did("greeting") and mind.turn > 1:
        return mind, Move("farewell", react="farewell", because="rep_leaves")
    return None


def _on_talk(before: Mind, mind: Mind, now: Moment, settled: str | None) -> tuple[Mind, Move]:
    first = _first(before, mind, now, settled)
    if first:
        return first
    heard = now.heard
    reply = telling.answer(heard, mind, now.scenario, now.demands, now.language)
    mind = replace(mind, revealed=_with(mind.revealed, *reply.told), refused=_with(mind.refused, *reply.refused))
    topic = _topic(heard)
    if reply.told:
        told = reply.told[:1] if settled else reply.told
        mind = replace(mind, revealed=tuple(one for one in mind.revealed if one not in reply.told or one in told))
        move = Move("tell", tell=told, topic=topic or now.scenario.fact(told[0]).topics[0], plain=reply.plain, because="asked")
    elif reply.plain:
        move = Move("tell", plain=reply.plain, topic=topic, because="anybody_may_ask")
        return returning(mind, move, now) or (mind, move)
    elif reply.unknown:
        move = Move("clarify", react=reply.unknown, topic=topic, because="nobody_foresaw")
    elif reply.more and reply.more not in mind.elaborated and (reply.behind or reply.sought not in asides.NO_ANSWER):
        mind = replace(mind, elaborated=_with(mind.elaborated, reply.more))
        instead = asides.nothing_to_say(_last_asked(heard), now.scenario, now.language, after_telling=True)
        move = replace(instead, kind="tell", tell=(reply.more,), topic=topic, react=reply.behind, instead=instead.react, because="says_more")
    elif reply.refused:
        in_a_word = "in_a_word" if reply.in_a_word else asides.puts_off(now.scenario.fact(reply.refused[0]))
        mind, move = putting_off(mind, now, Move("deflect", topic=topic, react=in_a_word, because="too_early_or_wrong_way"))
    elif reply.known:
        move = Move("tell", tell=reply.known[:1], react="recall", topic=topic, because="told_before")
    elif memory.questions(heard) and not settled:
        move = _of_what_was_told(
            replace(asides.nothing_to_say(_last_asked(heard), now.scenario, now.language, bool(reply.more)), topic=topic), before, now
        )
    else:
        mind, move = _told_something(mind, now, settled)
        if move.kind == "warn":
            return mind, move
    if _knows_nothing(move):
        move = asides.honestly(move, _last_asked(heard), heard, now.language)
    mind, move = added(mind, move, now, settled)
    return mind, asides.with_rest(move, bool(reply.told and reply.refused))


def _knows_nothing(move: Move) -> bool:
    return move.kind == "clarify" and move.because == "nobody_foresaw"


def _of_what_was_told(move: Move, before: Mind, now: Moment) -> Move:
    """An honest 'I don't know' to a question about what was told: whoever did not know the answer to one, and is asked another, says that there
    is no more to it; a yes or no is looked up rather than weighed."""
    told = before.fact_talked_of
    words = _last_asked(now.heard)
    if not (_knows_nothing(move) and told and follows(words, now.scenario.fact(told), now.scenario, now.language)):
        return move
    if not before.lately and move.react in OPEN and says("asks_more", words, now.language):
        return replace(move, react="no_more", about=())
    return replace(move, react="no_whether", about=()) if move.react == "neither" else move


def _first(before: Mind, mind: Mind, now: Moment, settled: str | None) -> tuple[Mind, Move] | None:
    """What is met before the turn's questions are."""
    small = None if settled or not everyday.says_only(now.heard, now.remarks) else everyday.answered(now.remarks, before, mind, now.scenario)
    if small:
        return (None if small[1].objection or small[1].ask else returning(*small, now)) or small
    if breaks_off(now.heard.text, now.language) and not (settled or now.remarks or memory.questions(now.heard)):
        return mind, Move("react", react="unfinished", because="told_something")
    aside = asides.first(mind, now, settled)
    if aside:
        return aside
    doubt = _asked_for_doubts(mind, now)
    if doubt:
        return objections.having_said(mind, doubt), Move("press" if doubt in mind.raised else "object", objection=doubt, because="asked_for_it")
    question = None if settled else _invited_to_ask(mind, now)
    if question:
        return replace(mind, asked=(*mind.asked, question), unanswered=question), Move("ask", ask=question, because="asked_for_it")
    return None


def _told_something(mind: Mind, now: Moment, settled: str | None) -> tuple[Mind, Move]:
    """A turn that asks for nothing: what it supposes is confirmed, a courtesy returned, anything else heard out while patience lasts. What
    still worries them comes before a word about the time."""
    topic = _topic(now.heard)
    if mind.agreed:
        return mind, Move("react", topic=topic, react="agreed" if short_turn(now.heard.text, now.language) else "", because="agreed")
    cares = bool(settled or now.hurt & WORTH_THE_TIME)
    if mind.patience < PATIENCE_TO_WARN and mind.warned == 0 and not (cares or now.remarks):
        worry = returning(mind, Move("react", topic=topic, because="told_something"), now)
        return worry or (replace(mind, warned=1), Move("warn", react="hurry", because="patience_short"))
    pool, supposed = everyday.guessing(now.heard, now.language)
    if supposed and not (settled or now.remarks):
        reply = telling.answer(replace(now.heard, questions=(supposed,)), mind, now.scenario, now.demands, now.language)
        if reply.plain and not (reply.told or reply.refused):
            return mind, Move("tell", plain=reply.plain, topic=topic, because="anybody_may_ask")
        return mind, Move("react", react=pool, topic=topic, because="told_something")
    listening = cares or bool(now.remarks) or now.heard.did(*LISTENING) or mind.turn <= 1
    bored = mind.patience < PATIENCE_TO_CHAT and not listening
    return mind, Move("bored" if bored else "react", topic=topic, because="told_something")


def _last_asked(heard: Heard) -> str:
    """The words of the last question; with those of the one before it where nothing stands between them ('창고입니까 공정입니까?') or it only names
    what could answer that ('What are you running today? SAP, spreadsheets?')."""
    asked = memory.questions(heard) or heard.questions
    last, before = asked[-1], asked[-2] if len(asked) > 1 else asked[-1]
    words = heard.text[last.start : last.end]
    if heard.text[before.start : last.start].strip()[-1:].isalnum():
        return heard.text[before.start : last.end]
    only_names = language_of(words) == "en" and not has("finite_verb", words, "en")
    return heard.text[before.start : before.end] if only_names else words


def _asked_for_doubts(mind: Mind, now: Moment) -> str | None:
    """The objection to name to a rep who asks what is in the way: one that stands, else the next one due; none at the very beginning,
    or when the question names what it is about."""
    if mind.turn < TURNS_TO_ASK_FOR_DOUBTS or not memory.asks_what_is_wrong(now.heard, now.language):
        return None
    words = _last_asked(now.heard)
    if sought(words, now.language).words and pointed_at(words, now.scenario, now.language):
        return None
    standing = [now.scenario.objection(one) for one in mind.raised] or objections.due(mind, now.scenario, {"pitch", "price", "any"})
    return next((one.id for one in standing if objections.times_said(mind, one.id) < len(one.lines.ko)), None)


def _invited_to_ask(mind: Mind, now: Moment) -> str | None:
    """The question of their own that a buyer puts to a rep who asks for one."""
    if not any(asks("questions_for_me", now.heard.text[one.start : one.end], now.language) for one in memory.questions(now.heard)):
        return None
    return next((one.id for one in now.scenario.buyer.curiosities if one.id not in mind.asked), None)


def _topic(heard: Heard) -> str | None:
    asked = next((question.topics[0] for question in heard.questions if question.topics), None)
    return asked or (heard.topics[0] if heard.topics else None)


def _with(known: tuple[str, ...], *more: str) -> tuple[str, ...]:
    return (*known, *dict.fromkeys(one for one in more if one not in known))
