"""What a buyer adds to a move, at most one thing: an objection, something said in passing, or a question of their own. Pure.

Apart from the mind because it is a matter of tact: whatever is added belongs to what is being talked of, or is led up to, or waits a turn.
"""

from dataclasses import dataclass, replace
from random import Random

from assistant.domain.buyer import Curiosity, Fact, Trigger
from assistant.domain.heard import Heard
from assistant.domain.roleplay import Level, Mind, Move, MoveKind
from assistant.domain.scenario import Scenario
from assistant.domain.words import Language
from assistant.practice import memory, objections, passing
from assistant.practice.everyday import Said, leading, no_moment_for_business
from assistant.practice.figures import Change
from assistant.practice.levels import PATIENCE_TO_CHAT, Demands
from assistant.practice.temper import TEMPERS

CURIOSITY_CHANCE = 0.5
CURIOSITY_AFTER_TELLING = 0.3
TURNS_BEFORE_OBJECTING = 2
TURNS_BETWEEN_OBJECTIONS = 2
TURNS_WITHOUT_OBJECTION = 3
"""How long a buyer holds an objection back rather than hang it on an answer."""
OBJECTS_TO_AN_ANSWER = 0.9
TURNS_TO_WAIT = 1
"""How much longer a brushed-off objection waits while the rep is being answered."""
ADDED_TO = frozenset({"react", "bored", "tell"})


@dataclass(frozen=True, slots=True)
class Moment:
    """What a decision looks at besides the mind. `owed`: the buyer's question was passed over; `pleased`: the turn lost no trust;
    `changed`: a figure of the rep's that differs from what they said before."""

    scenario: Scenario
    level: Level
    demands: Demands
    language: Language
    heard: Heard
    turn: objections.Handling
    owed: bool
    pleased: bool
    hurt: frozenset[str]
    dice: Random
    changed: Change | None = None
    remarks: tuple[Said, ...] = ()


def added(mind: Mind, move: Move, now: Moment, settled: str | None) -> tuple[Mind, Move]:
    """The move, with at most one thing more."""
    if mind.agreed or move.ask:
        return mind, move
    returned = returning(mind, move, now)
    if returned:
        return returned
    raised = None if settled else _raised(mind, move, now)
    if raised:
        bridge = "" if objections.is_about(now.scenario.objection(raised), _talked_of(move, now)) and not move.tell else "but"
        objecting = objections.having_raised(mind, now.scenario.objection(raised), now.turn)
        return objecting, _with(move, "object", objection=raised, bridge=bridge)
    volunteered = _in_passing(mind, move, now, settled)
    if volunteered:
        mind = replace(mind, revealed=(*mind.revealed, volunteered), volunteered_at=mind.turn)
        return mind, _with(move, "volunteer", volunteer=(volunteered,), bridge=_lead_up(now.scenario.fact(volunteered), move, now))
    if now.owed and not no_moment_for_business(now.heard, now.remarks):
        return mind, replace(move, react="not_answered") if not now.heard.questions else move
    return _asking(mind, move, now)


def returning(mind: Mind, move: Move, now: Moment) -> tuple[Mind, Move] | None:
    """The move with a worry that was brushed off, when it has waited long enough; behind a kind word it waits a turn longer."""
    kind_word = leading(now.remarks) == "feels_with" and no_moment_for_business(now.heard, now.remarks)
    demands = replace(now.demands, press_after=now.demands.press_after + kind_word)
    pressed = None if mind.agreed else objections.to_press(mind, now.scenario, now.turn, demands)
    if not pressed or not _has_waited(mind, move, pressed, now.demands):
        return None
    bridge = "" if mind.discussing == pressed and move.kind in {"react", "bored"} else "back_to"
    return objections.having_said(mind, pressed), _with(move, "press", objection=pressed, bridge=bridge, because="brushed_off")


def _has_waited(mind: Mind, move: Move, objection: str, demands: Demands) -> bool:
    """Nobody returns to a worry in the same breath as an answer, unless it has waited too long already."""
    if move.kind in {"react", "bored"}:
        return True
    waited = mind.turn - objections.last_said(mind, objection) - demands.press_after
    return waited >= TURNS_TO_WAIT + len(move.tell)


def _raised(mind: Mind, move: Move, now: Moment) -> str | None:
    """A new objection: after a remark any that is due, what was talked of first; after an answer only one about the same thing, and seldom."""
    rested = mind.turn - max((turn for _, _, turn in mind.pressed), default=0)
    if mind.raised or mind.turn < TURNS_BEFORE_OBJECTING or rested < TURNS_BETWEEN_OBJECTIONS or _chats(now) or move.kind not in ADDED_TO:
        return None
    due = objections.due(mind, now.scenario, _triggers(mind, now))
    near = [one for one in due if objections.is_about(one, _talked_of(move, now))]
    hangs_on = move.kind == "tell"
    if hangs_on and (rested < TURNS_WITHOUT_OBJECTION or len(move.tell) > 1 or now.dice.random() > OBJECTS_TO_AN_ANSWER):
        return None
    return next((one.id for one in (near if hangs_on else (*near, *due))), None)


def _chats(now: Moment) -> bool:
    """A turn of courtesies: no moment for business."""
    if no_moment_for_business(now.heard, now.remarks):
        return True
    return now.heard.did("small_talk", "greeting") and not now.heard.did("pitch", "claim", "price") and not memory.questions(now.heard)


def _triggers(mind: Mind, now: Moment) -> set[Trigger]:
    triggers: set[Trigger] = set()
    if now.heard.did("pitch", "claim", "reference", "justification"):
        triggers |= {"pitch", "any"}
    if now.heard.did("price", "discount"):
        triggers |= {"price", "any"}
    if mind.turn >= 3 and now.dice.random() < now.demands.object_chance:
        triggers |= {"pitch", "any"} if mind.turn < 6 else {"pitch", "any", "price"}
    return triggers


def _talked_of(move: Move, now: Moment) -> frozenset[str]:
    """The topics of the turn and of its answer."""
    return frozenset((*now.heard.topics, *(topic for fact_id in move.tell for topic in now.scenario.fact(fact_id).topics)))


def _in_passing(mind: Mind, move: Move, now: Moment, settled: str | None) -> str | None:
    """Said to a rep who has not just spoilt the mood, and not on top of an answer; nothing of something else behind a kind word, a guess
    or what the rep has to tell."""
    if not now.pleased or move.kind != "react" or settled:
        return None
    found = passing.in_passing(mind, now.scenario, now.level, now.demands, now.heard, _talked_of(move, now), now.language, now.dice)
    changes_subject = found is not None and _lead_up(now.scenario.fact(found), move, now) == "by_the_way"
    deserves_a_word = (
        leading(now.remarks) == "feels_with" or move.react in {"hearsay", "guessed", "figure_mended"} or now.heard.did(*memory.SUBSTANCE)
    )
    return None if changes_subject and deserves_a_word else found


def _lead_up(fact: Fact, move: Move, now: Moment) -> str:
    """Nothing leads up to what the rep has just brought up; small talk leads to other talk."""
    if memory.names(now.heard.text, fact, now.language):
        return ""
    if no_moment_for_business(now.heard, now.remarks):
        return "by_the_way"
    return "speaking_of" if set(fact.topics) & _talked_of(move, now) else "by_the_way"


def _asking(mind: Mind, move: Move, now: Moment) -> tuple[Mind, Move]:
    willing = move.kind in {"react", "tell"} and len(move.tell) < 2 and mind.patience >= PATIENCE_TO_CHAT and not _chats(now)
    asked = _curious(mind, move, now) if willing else None
    if not asked:
        return mind, move
    near = set(asked.topics) & _talked_of(move, now) and not move.tell
    mind = replace(mind, asked=(*mind.asked, asked.id), unanswered=asked.id)
    return mind, _with(move, "ask", ask=asked.id, bridge="" if near else "ask_lead")


def _curious(mind: Mind, move: Move, now: Moment) -> Curiosity | None:
    """A question of the buyer's own, never one asked before: about what is being talked of, or any when they were told something."""
    left = [one for one in now.scenario.buyer.curiosities if one.id not in mind.asked]
    near = [one for one in left if set(one.topics) & _talked_of(move, now)]
    if not left or mind.turn < 2:
        return None
    asks = TEMPERS[now.scenario.buyer.manner].asks
    if near:
        return near[0] if now.dice.random() < asks * (CURIOSITY_AFTER_TELLING if move.tell else CURIOSITY_CHANCE + 0.2) else None
    return left[0] if move.kind == "react" and now.dice.random() < asks * CURIOSITY_CHANCE else None


def _with(move: Move, kind: MoveKind, **more: str | tuple[str, ...]) -> Move:
    """A move that already tells keeps its name; a bare reaction takes the name of what was added to it."""
    return replace(move, kind=kind if move.kind in {"react", "bored"} else move.kind, **more)  # type: ignore[arg-type]
