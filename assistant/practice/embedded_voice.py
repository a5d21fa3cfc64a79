"""The embedded voice: puts a move into words without a model, from the scenario's own lines and the buyer's general wordings. Pure.

No sentence is said twice in a role-play; when a pool runs dry, the next more general one is asked, and at last a lead and a tail are joined.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from random import Random

from assistant.domain.roleplay import Mind, Move
from assistant.domain.scenario import Scenario
from assistant.domain.words import Language
from assistant.language.dates import concrete_dates
from assistant.language.surface import letters_of
from assistant.practice.following import BEHIND, adds, newest_first
from assistant.practice.levels import PATIENCE_TO_CHAT
from assistant.practice.nearest import from_the_answer, nearest_first
from assistant.practice.objections import times_said
from assistant.practice.sentences import sentences
from assistant.practice.taking_up import taking_up
from assistant.practice.temper import TEMPERS
from assistant.practice.wordings import Wordings

MOST_SENTENCES = 4
SELDOM = {
    "asked": 0.25, "heard": 0.8, "acknowledged": 0.5, "reflection": 0.6, "empathy": 1.0, "specific": 0.5, "reference": 0.7, "answered": 0.7,
    "pitched": 0.7, "greeted": 0.6,
}  # fmt: skip
"""How often a reaction is put into words when something else is said as well; always, where it is not named here."""
SAYS_IT_ALL = frozenset(
    {"ask_date", "in_a_word", "no_figure", "no_person", "no_time", "no_which", "no_reason", "no_more", "no_answer", "neither", "which_part",
     "back_first", "rather_this", "why_not", "ask_me_this", "their_view", "their_views", "why_they", "what_like", "long_ago", "guessed", "hearsay",
     "not_yet", "no_since", "no_place", "where_now", "no_meaning", "what_about", "unfinished", "own_life", "own_name", "of_theirs", "no_how",
     "no_whether", "no_writing", "no_span", "it_varies", "if_you", "either", "no_age", "back_when"}
)  # fmt: skip
"""Reactions that need no other words."""
REACTION_IS_ALL = frozenset({"warn", "farewell"})
ANSWERS_A_STEP = frozenset({"agree", "stall", "not_now"})
"""What is said to a proposal comes before whatever else is said."""
CURIOUS_AFTER = frozenset({"acknowledged", "reflection", "justified", "reference", "specific", "answered", "heard", "pitched"})
"""A buyer who is annoyed, or making small talk, asks about no document."""


@dataclass(frozen=True, slots=True)
class Part:
    """Candidates for one part of a reply, best first. An optional part may be left out, though others make room for one that leads up to
    something; one whose order matters is not swapped for a shorter one. `spare`: what is said when all of the lines were said before."""

    lines: tuple[str, ...]
    optional: bool = False
    ordered: bool = False
    leads_up: bool = False
    spare: tuple[str, ...] = ()


def speak(
    move: Move,
    mind: Mind,
    scenario: Scenario,
    language: Language,
    wordings: Wordings,
    said: Iterable[str],
    dice: Random,
    heading: str | None = None,
    asked: Sequence[str] = (),
) -> tuple[str, ...]:
    """The move as sentences nobody has said yet. `said`: the buyer's earlier turns; `heading`: a playbook section the buyer may ask about;
    `asked`: the questions the rep has put."""
    said = tuple(said)
    used = {letters_of(sentence) for text in said for sentence in sentences(text)}
    spoken: list[str] = []
    parts = list(_parts(move, mind, scenario, language, wordings, dice, heading, " ".join(said), asked))
    for at, part in enumerate(parts):
        room = MOST_SENTENCES + part.leads_up - len(spoken) - sum(_least(later) for later in parts[at + 1 :])
        line = _fitting(part, used, room)
        if line is None and not part.optional:
            line = _unsaid(_last_resort(scenario, language, wordings, dice), used)
        if line is not None:
            spoken += sentences(line)
            used |= {letters_of(sentence) for sentence in sentences(line)}
    return tuple(spoken)


def first_words(pools: Iterable[tuple[str, ...]], said: Iterable[str], dice: Random, alone: bool) -> tuple[str, ...]:
    """What comes before a move: a line of each pool that was not said yet. `alone`: nothing follows, so something must be said."""
    used = {letters_of(sentence) for text in said for sentence in sentences(text)}
    spoken: list[str] = []
    for pool in pools:
        lines = _shuffled(pool, dice)
        spoken += sentences(_unsaid(lines, used) or (lines[0] if alone else ""))
    return tuple(spoken)


def _least(part: Part) -> int:
    """Sentences a part needs."""
    lines = part.lines or part.spare
    if not lines or (part.optional and not part.leads_up):
        return 0
    return len(sentences(lines[0])) if part.ordered else min(len(sentences(line)) for line in lines)


def _fitting(part: Part, used: set[str], room: int) -> str | None:
    """The best line not said yet that leaves room for what must follow; else, when something must be said, the shortest."""
    fresh = _fresh(part.lines, used) or _fresh(part.spare, used)
    short = [line for line in fresh if len(sentences(line)) <= room]
    if part.ordered or (short and short[0] == fresh[0]):
        return fresh[0] if fresh else None
    return short[0] if short else None if part.optional or not fresh else min(fresh, key=lambda line: len(sentences(line)))


def _fresh(lines: Iterable[str], used: set[str]) -> list[str]:
    return [line for line in lines if not any(letters_of(sentence) in used for sentence in sentences(line))]


def _unsaid(lines: Iterable[str], used: set[str]) -> str | None:
    return next(iter(_fresh(lines, used)), None)


def _parts(
    move: Move,
    mind: Mind,
    scenario: Scenario,
    language: Language,
    wordings: Wordings,
    dice: Random,
    heading: str | None,
    said: str,
    asked: Sequence[str],
) -> Iterator[Part]:
    if heading and not _asks_about_heading(move):
        heading = None
    if move.because == "out_of_patience":
        yield Part(_of(wordings, "time_up", scenario, dice))
        if not mind.proposals:
            return
    settled = [Part(_shuffled(scenario.objection(move.settle).settled.in_(language), dice))] if move.settle else []
    reaction = [*_reaction(move, scenario, language, wordings, dice, bool(heading))]
    yield from (*settled, *reaction) if move.react in SAYS_IT_ALL else (*reaction, *settled)
    body = _body(move, mind, scenario, language, wordings, dice)
    if move.kind in ANSWERS_A_STEP:
        yield from body
    if move.because == "says_more":
        yield from _more_told(move, scenario, language, wordings, said, dice, asked)
    else:
        yield from _told(move, mind, scenario, language, wordings, dice, asked)
    if move.kind not in ANSWERS_A_STEP:
        yield from body
    yield from _added(move, mind, scenario, language, wordings, dice)
    if heading and not (move.objection or move.ask):
        yield Part(tuple(line.format(heading=heading) for line in _of(wordings, "curious_heading", scenario, dice)), optional=True)


def _told(move: Move, mind: Mind, scenario: Scenario, language: Language, wordings: Wordings, dice: Random, asked: Sequence[str]) -> Iterator[Part]:
    """What was asked for, one thing after the other, in the line nearest to the question. A bored buyer, or one with more to say, says it as
    shortly as it can be said."""
    short = mind.patience < PATIENCE_TO_CHAT or move.objection or move.ask
    again = _of(wordings, "told_before", scenario, dice) if move.react in {"recall", "say_again"} else ()
    if move.plain:
        plain = scenario.plain_answer(move.plain)
        answers = nearest_first(_shuffled(plain.lines.in_(language), dice), asked, language)
        answers = tuple(from_the_answer(line, asked, language) for line in answers) if plain.after else answers
        yield Part(answers, optional=bool(move.tell), spare=() if move.tell else _of(wordings, "told_before", scenario, dice))
    for place, fact_id in enumerate(move.tell):
        if place or move.plain:
            yield Part(_of(wordings, "besides", scenario, dice), optional=True)
        lines = nearest_first(_as_long_as(_shuffled(scenario.fact(fact_id).lines.in_(language), dice), scenario), asked, language)
        as_long = tuple(sorted(lines, key=lambda line: (len(sentences(line)), len(line)))) if short else lines
        yield Part(as_long, spare=again)


def _as_long_as(lines: tuple[str, ...], scenario: Scenario) -> tuple[str, ...]:
    """Those first that are as short or as long as this buyer speaks; which of them is a matter of chance."""
    says = TEMPERS[scenario.buyer.manner].says
    if says == "any":
        return lines
    middle = sorted(map(len, lines))[len(lines) // 2]
    return tuple(sorted(lines, key=lambda line: (len(line) >= middle) == (says == "short")))


def _more_told(
    move: Move, scenario: Scenario, language: Language, wordings: Wordings, said: str, dice: Random, asked: Sequence[str]
) -> Iterator[Part]:
    """What there is to add to a fact told before. Asked what is behind it, nobody says over again what they have just said."""
    if move.react in BEHIND.values():
        return
    lines = newest_first(_shuffled(scenario.fact(move.tell[0]).lines.in_(language), dice), said, language)
    adding = nearest_first((line for line in lines if adds(line, said, language)), asked, language)
    yield Part(adding, spare=_of(wordings, move.instead, scenario, dice, move.about, language))


def _added(move: Move, mind: Mind, scenario: Scenario, language: Language, wordings: Wordings, dice: Random) -> Iterator[Part]:
    """What nobody asked for, led up to when it does not follow by itself."""
    if move.bridge:
        yield Part(_of(wordings, move.bridge, scenario, dice), optional=True, leads_up=True)
    for fact_id in move.volunteer:
        yield Part(_shuffled(scenario.fact(fact_id).lines.in_(language), dice))
    if move.objection:
        sharper = scenario.objection(move.objection).lines.in_(language)
        said_before = times_said(mind, move.objection) - 1
        yield Part((*sharper[said_before:], *reversed(sharper[:said_before])), ordered=True)
    elif move.ask:
        curiosity = next(one for one in scenario.buyer.curiosities if one.id == move.ask)
        yield Part(_shuffled(curiosity.lines.in_(language), dice))


def _asks_about_heading(move: Move) -> bool:
    return move.kind == "react" and not move.settle and move.react in CURIOUS_AFTER


def _reaction(move: Move, scenario: Scenario, language: Language, wordings: Wordings, dice: Random, asks_too: bool) -> Iterator[Part]:
    """What is made of the turn. With more to say, statements come first: nobody asks and talks on without waiting."""
    if not move.react:
        return
    alone = move.kind in REACTION_IS_ALL or move.react in SAYS_IT_ALL or not (_says_more(move) or move.settle)
    if alone or (_fits(move.react, move) and dice.random() < SELDOM.get(move.react, 1.0)):
        lines = _of(wordings, move.react, scenario, dice, move.about, language)
        must = alone or move.react in BEHIND.values()
        yield Part(lines if alone and not asks_too else tuple(sorted(lines, key=_is_question)), optional=not must)


def _fits(reaction: str, move: Move) -> bool:
    """Whether the reaction goes with what follows it: the scenario's own last words stand alone, what leads up to an answer stands right
    before it, and a bored buyer skips the courtesies."""
    if (reaction == "asked" and move.settle) or (move.volunteer and not move.bridge):
        return False
    courtesy = reaction in SELDOM
    return move.kind not in {"agree", "leave", "not_now", "stall"} and not (courtesy and (move.kind == "bored" or move.bridge == "first_this"))


def _is_question(line: str) -> bool:
    return line.endswith("?")


def _says_more(move: Move) -> bool:
    return move.kind != "react" or bool(move.objection or move.ask)


def _body(move: Move, mind: Mind, scenario: Scenario, language: Language, wordings: Wordings, dice: Random) -> Iterator[Part]:
    """The part that carries a move without facts: the scenario's lines, then the general ones."""
    own = {
        "greet": scenario.lines.opening,
        "deflect": scenario.lines.deflect,
        "clarify": scenario.lines.unforeseen,
        "bored": scenario.lines.bored,
        "stall": scenario.lines.stall,
        "agree": scenario.lines.accept,
        "not_now": scenario.lines.not_now,
        "leave": scenario.lines.not_now if move.because == "out_of_patience" and not (mind.contempt or mind.pressure) else scenario.lines.leave,
    }.get(move.kind)
    if own is None or move.react in SAYS_IT_ALL:
        return
    if move.kind == "agree":
        yield Part((*_of_that_day(own.in_(language), move.proposal, language, dice), *_of(wordings, "agreed", scenario, dice)))
        return
    general = {"deflect": "deflect", "clarify": "unforeseen", "bored": "bored", "stall": "stall"}.get(move.kind)
    spare = _of(wordings, general, scenario, dice) if general else ()
    if move.kind == "bored" and TEMPERS[scenario.buyer.manner].silent:
        yield Part((*_of(wordings, "silent", scenario, dice), *_of(wordings, "bored", scenario, dice)), ordered=True)
        return
    yield Part((*_shuffled(own.in_(language), dice), *spare))


def _of_that_day(lines: Iterable[str], proposal: str | None, language: Language, dice: Random) -> tuple[str, ...]:
    """Those that name no other day or hour than the rep proposed: nobody says 'see you on Wednesday' to a Thursday."""
    proposed = letters_of(proposal or "")

    def fits(line: str) -> bool:
        return all(letters_of(line[start:end]) in proposed for start, end in concrete_dates(line, language))

    return tuple(line for line in _shuffled(lines, dice) if fits(line))


def _of(wordings: Wordings, slot: str, scenario: Scenario, dice: Random, about: tuple[str, ...] = (), language: Language = "ko") -> tuple[str, ...]:
    """A slot's lines with the words they take up in them: about half the time the manner's own come first."""
    lines = wordings.of(slot, scenario.buyer.manner)
    own = len(lines) - len(wordings.slots[slot]["any"])
    first = own if own and dice.random() < 0.5 else 0
    lines = (*_shuffled(lines[:first], dice), *_shuffled(lines[first:], dice))
    return taking_up(lines, about, language)


def _last_resort(scenario: Scenario, language: Language, wordings: Wordings, dice: Random) -> tuple[str, ...]:
    manner = scenario.buyer.manner
    joined = tuple(f"{lead} {tail}" for lead in wordings.of("lead", manner) for tail in wordings.of("tail", manner))
    return (*_shuffled(scenario.lines.unforeseen.in_(language), dice), *_shuffled(joined, dice))


def _shuffled(lines: Iterable[str], dice: Random) -> tuple[str, ...]:
    shuffled = list(lines)
    dice.shuffle(shuffled)
    return tuple(shuffled)
