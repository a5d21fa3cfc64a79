"""What role-plays show: every row of the buyer's table, counted from what was said and decided."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from statistics import median

from assistant.domain.buyer import Fact
from assistant.domain.roleplay import Level
from assistant.language.surface import letters_of
from assistant.practice.levels import LEVELS
from assistant.practice.sentences import sentences
from assistant.practice.telling import answer
from assistant.practice.temper import tempered
from assistant.practice.unlocking import trust_needed
from tests.benchmarks.reps.playing import Exchange, Played

RESISTING = frozenset({"object", "press", "deflect", "stall", "bored", "warn", "not_now", "leave"})
TURNS_TO_RETURN = 5
"""Rep turns within which a brushed-off objection must have come back."""
Plays = Sequence[Played]


@dataclass(frozen=True, slots=True)
class Row:
    name: str
    figure: str
    goal: str
    holds: bool


def rows(plays: Plays) -> Iterator[Row]:
    yield from _steps(plays)
    yield from _endings(plays)
    yield _facts_told(plays)
    yield from _secrets(plays)
    yield from _objections(plays)
    yield from _words(plays)
    yield _resistance(plays)


def share(plays: Plays, holds: Callable[[Played], bool]) -> float:
    return sum(map(holds, plays)) / len(plays) if plays else float("nan")


def next_step(plays: Plays) -> float:
    return share(plays, lambda one: one.outcome == "committed")


def of(plays: Plays, *styles: str, levels: Iterable[Level] = (1, 2, 3)) -> Plays:
    return [one for one in plays if one.style in styles and one.level in levels]


def _steps(plays: Plays) -> Iterator[Row]:
    for level, least in zip(LEVELS, (0.9, 0.9, 0.65), strict=True):
        figure = next_step(of(plays, "excellent", levels=(level,)))
        yield Row(f"excellent: next step, level {level}", f"{figure:.0%}", f">= {least:.0%}", figure >= least)
    by_level = [next_step(of(plays, "decent", levels=(level,))) for level in LEVELS]
    figure = next_step(of(plays, "decent"))
    yield Row("decent: next step (levels 1 2 3)", f"{figure:.0%} ({' '.join(f'{one:.0%}' for one in by_level)})", "25-60%", 0.25 <= figure <= 0.6)
    for style in ("product-pusher", "script-reader", "one-word"):
        figure = next_step(of(plays, style))
        yield Row(f"{style}: next step", f"{figure:.0%}", "<= 10%", figure <= 0.1)
    better, pairs = _better(plays, "early-discounter", "decent")
    yield Row("early-discounter better than decent, of equal talks", f"{better} of {pairs}", "0", better == 0)
    for style in ("hesitant", "over-promiser", "early-discounter"):
        yield Row(f"{style}: next step", f"{next_step(of(plays, style)):.0%}", "", True)


def _better(plays: Plays, style: str, than: str) -> tuple[int, int]:
    """Groups of the same scenario, level and language in which one style reached the next step more often than the other."""
    groups = sorted({(one.scenario.id, one.level, one.language) for one in plays})

    def rate(name: str, group: tuple[str, int, str]) -> float:
        return next_step([one for one in of(plays, name) if (one.scenario.id, one.level, one.language) == group])

    return sum(rate(style, group) > rate(than, group) for group in groups), len(groups)


def _endings(plays: Plays) -> Iterator[Row]:
    for style in ("pressure-closer", "rude"):
        figure = share(of(plays, style), lambda one: one.outcome == "walked_away")
        yield Row(f"{style}: buyer leaves", f"{figure:.0%}", ">= 85%", figure >= 0.85)
    figure = share(of(plays, "rude"), lambda one: one.outcome == "walked_away" and len(one.exchanges) <= 3)
    yield Row("rude: buyer leaves within three turns", f"{figure:.0%}", "100%", figure == 1)


def due(one: Exchange, played: Played) -> list[Fact]:
    """Facts that were asked for well, with the trust they need: an open question meant for their topic, acknowledged where they want it."""
    mind, demands = one.decision.mind, LEVELS[played.level]
    asked = next((part.asks for part in one.parts if part.form == "open" and part.asks), None)
    if not asked or one.decision.move.kind in {"leave", "warn", "not_now", "agree", "farewell"}:
        return []
    gave_back = one.before.acknowledged or any("acknowledgement" in part.acts for part in one.parts)
    if _puts_off(one, played, asked, gave_back):
        return []
    return [
        fact
        for fact in played.scenario.facts
        if fact.id not in one.before.revealed
        and asked in fact.topics
        and mind.trust >= trust_needed(fact, demands)
        and (fact.ask != "acknowledged" or gave_back)
    ]


def _puts_off(one: Exchange, played: Played, topic: str, gave_back: bool) -> bool:
    """Whether the very thing asked for in this turn is one the buyer keeps back: a neighbour of it would be beside the point."""
    demands = LEVELS[played.level]
    mind = replace(one.decision.mind, acknowledged=one.before.acknowledged)
    if one.decision.move.kind != "deflect":
        return False
    reply = answer(one.heard, mind, played.scenario, tempered(demands, played.scenario.buyer.manner), played.language)
    put_off = [played.scenario.fact(fact_id) for fact_id in reply.refused]
    kept = (fact for fact in put_off if mind.trust < trust_needed(fact, demands) or (fact.ask == "acknowledged" and not gave_back))
    return any(topic in fact.topics for fact in kept)


def _facts_told(plays: Plays) -> Row:
    asked = told = 0
    for played, one in _exchanges(plays):
        facts = due(one, played)
        asked += bool(facts)
        told += any(fact.id in (*one.decision.move.tell, *one.decision.move.volunteer) for fact in facts)
    figure = told / asked if asked else 0.0
    return Row("facts asked for well, trust allowing, are told", f"{figure:.1%} of {asked}", ">= 95%", figure >= 0.95)


def _secrets(plays: Plays) -> Iterator[Row]:
    wrong = sum(len(_untimely(one, played)) for played, one in _exchanges(plays))
    yield Row("facts told while locked or unasked", str(wrong), "0", wrong == 0)
    leaks = sum(len(leaked(played)) for played in plays)
    yield Row("words of a fact said before it was told", str(leaks), "0", leaks == 0)


def _untimely(one: Exchange, played: Played) -> list[str]:
    mind, move, demands = one.decision.mind, one.decision.move, LEVELS[played.level]
    fresh = [played.scenario.fact(fact_id) for fact_id in (*move.tell, *move.volunteer) if fact_id not in one.before.revealed]
    locked = [fact.id for fact in fresh if mind.trust < trust_needed(fact, demands)]
    unasked = [fact.id for fact in fresh if fact.id in move.tell] if not one.heard.questions else []
    return [*locked, *unasked, *(fact for fact in move.volunteer if played.level > played.scenario.fact(fact).volunteered_to)]


def leaked(played: Played) -> list[tuple[str, str]]:
    """(fact, the buyer's turn) where a locked fact's telling words were said though the rep had not said them."""
    found, rep_said = [], ""
    for one in played.exchanges:
        rep_said += one.line.casefold()
        for fact in played.scenario.facts:
            tells = [tell for tell in fact.tells.in_(played.language) if _says(one.reply, tell) and tell.casefold() not in rep_said]
            if fact.id not in one.decision.mind.revealed and tells:
                found.append((fact.id, one.reply))
    return found


def _says(text: str, tell: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(tell)}", text, re.IGNORECASE) is not None


def _objections(plays: Plays) -> Iterator[Row]:
    returned = sum(one.decision.move.objection in one.before.settled for _, one in _exchanges(plays) if one.decision.move.objection)
    yield Row("a settled objection returns", str(returned), "0", returned == 0)
    never = sum(len(forgotten(played)) for played in plays)
    yield Row("a brushed-off objection never returns", str(never), "0", never == 0)


def forgotten(played: Played) -> list[str]:
    """Objections that nothing was done about and that did not come back within a few turns."""
    lost = []
    for at, one in enumerate(played.exchanges):
        objection = one.decision.move.objection
        later = played.exchanges[at + 1 : at + 1 + TURNS_TO_RETURN]
        if not objection or len(later) < TURNS_TO_RETURN:
            continue
        met = any((objection, need) in later[-1].decision.mind.met for need in played.scenario.objection(objection).settled_by)
        gone = objection in later[-1].decision.mind.settled or any(other.decision.move.objection == objection for other in later)
        said = next(times for name, times, _ in one.decision.mind.pressed if name == objection)
        if not gone and not met and said < len(played.scenario.objection(objection).lines.in_(played.language)):
            lost.append(objection)
    return lost


def _words(plays: Plays) -> Iterator[Row]:
    twice = sum(len(said_twice(played)) for played in plays)
    yield Row("same sentence twice in a role-play", str(twice), "0", twice == 0)
    lengths = [len(one.spoken) for _, one in _exchanges(plays)]
    under = sum(length < 5 for length in lengths) / len(lengths)
    middle = median(lengths)
    yield Row("sentences a buyer's turn: median, share under 5", f"{middle:g}, {under:.1%}", "1-3, >= 95%", 1 <= middle <= 3 and under >= 0.95)
    silent = lengths.count(0)
    yield Row("buyer's turns without a word", str(silent), "0", silent == 0)


def said_twice(played: Played) -> list[str]:
    counted = Counter(letters_of(sentence) for turn in played.buyer_turns for sentence in sentences(turn))
    return [sentence for sentence, count in counted.items() if count > 1]


def _resistance(plays: Plays) -> Row:
    ordinary = [one for one in plays if one.style not in {"rude", "pressure-closer"}]
    figure, excellent = resisting(ordinary), resisting(of(plays, "excellent"))
    return Row(
        "resisting turns before trust is earned (excellent)", f"{figure:.0%} ({excellent:.0%})", ">= 25%", figure >= 0.25 and excellent >= 0.25
    )


def resisting(plays: Plays) -> float:
    turns = [
        one.decision.move.kind in RESISTING or one.decision.move.objection is not None
        for played, one in _exchanges(plays)
        if one.decision.mind.trust < played.scenario.agreement.trust + LEVELS[played.level].agree_more
    ]
    return sum(turns) / len(turns) if turns else 0.0


def _exchanges(plays: Plays) -> Iterator[tuple[Played, Exchange]]:
    return ((played, one) for played in plays for one in played.exchanges)
