"""A later call: the buyer remembers what was told, promised, agreed and left open, and something has happened meanwhile. Pure.

The mind of the first call carries over; what is added to a turn here is what only somebody with a memory says.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from random import Random

from assistant.domain.buyer import Curiosity
from assistant.domain.heard import Heard
from assistant.domain.roleplay import Felt, Level, Mind, Move, Outcome, PlayedTurn, RolePlay
from assistant.domain.scenario import Scenario
from assistant.domain.words import Language, Lines
from assistant.language.phrases import has
from assistant.practice.feelings import moved
from assistant.practice.later_wordings import Pools
from assistant.practice.mind import at_first, decide, mood
from assistant.practice.plans import Plan
from assistant.practice.promises import contradicted, kept, promised, short

DAYS_LATER = 7
WHAT_LASTS = 0.8
"""Share of what a call did to trust that is left of it days later."""
LESS_PATIENT: dict[Outcome, float] = {"committed": 0.0, "open": 0.05, "walked_away": 0.2}
WARY = 0.12
"""Trust below where they began, from whoever was driven away."""
PROMISES_REMEMBERED = 2
TURNS_TO_WAIT = 2
"""Rep turns after which a promise not come back to is asked for again, once."""
TURNS_BETWEEN_NEWS = 4
BEFORE_THE_FIRST_TURN = -1
GIVE_WAY = frozenset({"react", "bored", "ask", "object", "press"})
"""Moves that wait a turn when a promise is still owed."""
FREE_FOR_MORE = frozenset({"react", "tell"})

KEPT = Felt("kept_word", 0.05, 0.03)
LEFT = Felt("left_promise", -0.05, -0.05)
ASKED_AGAIN = Felt("asked_again", -0.015, -0.04)
CONTRADICTED = Felt("contradicted", -0.1, -0.05)


@dataclass(frozen=True, slots=True)
class Earlier:
    """The call before: its turns and how it ended. `pools`: what this buyer says on a later call."""

    turns: tuple[PlayedTurn, ...]
    outcome: Outcome
    pools: Pools


def earlier_call(first: RolePlay, pools: Pools) -> Earlier:
    return Earlier(first.turns, first.ended.outcome if first.ended else "open", pools)


def mind_later(first: RolePlay, scenario: Scenario, level: Level, language: Language) -> Mind:
    """What the buyer has in mind when the rep calls again. Worries left standing are as fresh as two turns ago."""
    start, end = at_first(scenario, level), first.mind() or at_first(scenario, level)
    outcome: Outcome = first.ended.outcome if first.ended else "open"
    trust = start.trust + WHAT_LASTS * (end.trust - start.trust)
    patience = max(0.2, start.patience - LESS_PATIENT[outcome])
    if outcome == "walked_away":
        trust = min(trust, start.trust - WARY)
    trust = round(max(0.02, trust), 4)
    return replace(
        start,
        trust=trust,
        patience=patience,
        mood="guarded" if outcome == "walked_away" else mood(trust, patience),
        revealed=end.revealed,
        raised=end.raised,
        pressed=tuple((one, times, -2) for one, times, _ in end.pressed),
        met=end.met,
        settled=end.settled,
        asked=tuple(one for one in end.asked if one != end.unanswered),
        touched=end.touched,
        elaborated=end.elaborated,
        promised=end.promised,
        discounts=end.discounts,
        doubted=end.doubted,
        rep_said=end.rep_said,
        told_earlier=end.revealed,
        owed=(*promised(first.turns, language), *end.owed)[:PROMISES_REMEMBERED],
    )


def opening(mind: Mind, earlier: Earlier, scenario: Scenario, language: Language) -> Plan:
    """How the buyer takes the call: that they remember, then what was promised or agreed, else what has happened since."""
    pools = earlier.pools
    first = [pools[f"back_{earlier.outcome}"]]
    agreed = _agreed_step(earlier, language)
    if mind.owed:
        return Plan(
            scenario, mind, mind, Move("greet", quote=mind.owed[0]), first=(*first, _quoting(pools["asks_promise"], mind.owed[0])), alone=True
        )
    if agreed:
        return Plan(scenario, mind, mind, Move("greet", quote=agreed), first=(*first, _quoting(pools["recalls_step"], agreed)), alone=True)
    event = next(iter(scenario.follow_up.meanwhile), None) if scenario.follow_up else None
    if event:
        mind = replace(mind, asked=(*mind.asked, event.id), unanswered=event.id, volunteered_at=BEFORE_THE_FIRST_TURN)
        first += [pools["meanwhile"], event.lines.in_(language)]
        return Plan(_with_events(scenario), mind, mind, Move("greet", ask=event.id), first=tuple(first), alone=True)
    return Plan(scenario, mind, mind, Move("greet"), first=tuple(first), alone=True)


def _agreed_step(earlier: Earlier, language: Language) -> str:
    """In the rep's words, when it can be quoted."""
    steps = [turn.record.move.proposal for turn in earlier.turns if turn.record and turn.record.move.proposal]
    return short(steps[-1], language) if steps and earlier.outcome == "committed" else ""


def decide_later(mind: Mind, earlier: Earlier, scenario: Scenario, level: Level, language: Language, heard: Heard, dice: Random) -> Plan:
    """The buyer's decision, and what they remember on top of it: at most one thing."""
    events = scenario.follow_up.meanwhile if scenario.follow_up else ()
    scenario = _met_before(_with_events(scenario), language)
    decision = decide(mind, scenario, level, language, heard, dice)
    now, move, felt = decision.mind, decision.move, decision.felt
    if move.kind in {"leave", "warn", "not_now", "farewell"}:
        return Plan(scenario, now, now, move, felt)
    moved_by: tuple[Felt, ...] = ()
    first: tuple[str, ...] = ()
    now, felt, was_kept = _word_kept(now, felt, heard, language)
    quote = contradicted(heard.text, earlier.turns, language)
    if asked_before := _asked_before(move, heard, mind, scenario):
        moved_by, first = (ASKED_AGAIN,), earlier.pools["told_last_time"]
        now = replace(_unsaid(now, mind) if move.objection else now, refused=mind.refused)
        move = Move("tell", tell=(asked_before,), topic=move.topic, because="told_last_time")
    elif quote and quote not in now.held_up:
        moved_by, first = (CONTRADICTED,), _quoting(earlier.pools["contradicts"], quote)
        now, move = replace(now, held_up=(*now.held_up, quote)), replace(move, react="", quote=quote)
    elif was_kept:
        first = earlier.pools["promise_kept"]
        move = replace(move, react="")
    elif now.owed and now.turn > TURNS_TO_WAIT and move.kind in GIVE_WAY and not (move.tell or move.settle):
        moved_by, first = (LEFT,), _quoting(earlier.pools["promise_again"], now.owed[0])
        move, now = Move("react", quote=now.owed[0], because="left_promise"), replace(_unsaid(now, mind), owed=now.owed[1:])
        return Plan(scenario, _felt(now, moved_by), _felt(now, moved_by), move, (*felt, *moved_by), first=(first,), alone=True)
    else:
        now, move = _meanwhile(now, move, events)
    now = _felt(now, moved_by)
    return Plan(scenario, now, now, move, (*felt, *moved_by), first=(first,) if first else ())


def _asked_before(move: Move, heard: Heard, mind: Mind, scenario: Scenario) -> str | None:
    """The fact of last time that is asked for once more: it would be told again, or its subject is asked about and nothing new is told."""
    again = next((one for one in move.tell if one in mind.told_earlier), None)
    if again and move.because != "says_more":
        return again
    subjects = [question.topics[0] for question in heard.questions if question.topics]
    if move.kind != "deflect" or not subjects:
        return None
    return next((one for one in mind.told_earlier if scenario.fact(one).topics[0] == subjects[-1]), None)


def _with_events(scenario: Scenario) -> Scenario:
    """What has happened since is asked about like anything else the buyer wants to know, and before it."""
    if scenario.follow_up is None:
        return scenario
    buyer = replace(scenario.buyer, curiosities=(*scenario.follow_up.meanwhile, *scenario.buyer.curiosities))
    return replace(scenario, buyer=buyer, follow_up=None)


def _met_before(scenario: Scenario, language: Language) -> Scenario:
    """Nobody says 'we have only just met' to somebody they have met."""
    said = tuple(line for line in scenario.lines.deflect.in_(language) if not has("first_meeting", line, language))
    return replace(scenario, lines=replace(scenario.lines, deflect=Lines(said, said)))


def _meanwhile(mind: Mind, move: Move, events: Sequence[Curiosity]) -> tuple[Mind, Move]:
    """Brought up as soon as there is room for it."""
    news = next((one for one in events if one.id not in mind.asked), None)
    if news is None or move.kind not in FREE_FOR_MORE or move.objection or move.ask or move.volunteer or len(move.tell) > 1:
        return mind, move
    if mind.volunteered_at and mind.turn - mind.volunteered_at < TURNS_BETWEEN_NEWS:
        return mind, move
    mind = replace(mind, asked=(*mind.asked, news.id), unanswered=news.id, volunteered_at=mind.turn)
    return mind, replace(move, kind="ask" if move.kind == "react" else move.kind, ask=news.id, bridge="by_the_way")


def _word_kept(mind: Mind, felt: tuple[Felt, ...], heard: Heard, language: Language) -> tuple[Mind, tuple[Felt, ...], bool]:
    """A promise the rep comes back to is owed no more; it is worth something unless they talk their way out of it."""
    done = tuple(one for one in mind.owed if kept(heard.text, one, language))
    if not done:
        return mind, felt, False
    mind = replace(mind, owed=tuple(one for one in mind.owed if one not in done))
    if heard.did("evasion") or (heard.questions and not heard.did("claim", "answer", "reference", "price", "apology")):
        return mind, felt, False
    return _felt(mind, (KEPT,)), (*felt, KEPT), True


def _felt(mind: Mind, feelings: Sequence[Felt]) -> Mind:
    trust, patience = moved(mind, tuple(feelings))
    return replace(mind, trust=trust, patience=patience)


def _unsaid(decided: Mind, before: Mind) -> Mind:
    """The mind after hearing a turn whose answer was put off: nothing was raised or asked."""
    return replace(
        decided, raised=before.raised, pressed=before.pressed, asked=before.asked, unanswered=before.unanswered, discussing=before.discussing
    )


def _quoting(pool: Sequence[str], quote: str) -> tuple[str, ...]:
    return tuple(line.format(quote=quote) for line in pool)
