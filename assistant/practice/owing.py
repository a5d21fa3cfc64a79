"""What a reply still owes after a model's part of it: nothing is left out that was staged, and nothing said twice. Pure."""

from collections.abc import Iterator, Sequence

from assistant.domain.roleplay import Move
from assistant.domain.scenario import Scenario
from assistant.domain.words import Language
from assistant.language.surface import letters_of, squeezed
from assistant.practice.embedded_voice import sentences
from assistant.practice.likeness import content

COVERED = 0.34
"""So much of a sentence's content in the words already said, and it has been said."""


def owed(move: Move, scenario: Scenario, language: Language, said: Sequence[str], gist: Sequence[str]) -> tuple[str, ...]:
    """The sentences of the gist that must still be said: all when nothing was; else those that carry the move and have not come up."""
    if not said:
        return tuple(gist)
    spoken = " ".join(said)
    rest = [line for line in gist if letters_of(line) in carrying(move, scenario, language) and not _covered(line, spoken, move, scenario, language)]
    return tuple(rest)


def carrying(move: Move, scenario: Scenario, language: Language) -> frozenset[str]:
    """The letters of every sentence that puts what was decided into words, rather than leading up to it."""
    return frozenset(letters_of(one) for line in _lines(move, scenario, language) for one in sentences(line))


def _lines(move: Move, scenario: Scenario, language: Language) -> Iterator[str]:
    own = scenario.lines
    for fact_id in (*move.tell, *move.volunteer):
        yield from scenario.fact(fact_id).lines.in_(language)
    if move.plain:
        yield from scenario.plain_answer(move.plain).lines.in_(language)
    if move.objection:
        yield from scenario.objection(move.objection).lines.in_(language)
    if move.settle:
        yield from scenario.objection(move.settle).settled.in_(language)
    if move.ask:
        yield from next((one.lines.in_(language) for one in scenario.buyer.curiosities if one.id == move.ask), ())
    body = {"agree": own.accept, "leave": own.leave, "not_now": own.not_now}.get(move.kind)
    if body:
        yield from body.in_(language)


def _covered(line: str, spoken: str, move: Move, scenario: Scenario, language: Language) -> bool:
    """A fact is told when every word of the line that gives it away was said; anything else when enough of its content was."""
    flat = squeezed(spoken)
    tells = [squeezed(tell) for fact_id in (*move.tell, *move.volunteer) for tell in scenario.fact(fact_id).tells.in_(language)]
    given = [tell for tell in tells if tell in squeezed(line)]
    if given:
        return all(tell in flat for tell in given)
    words = content(line, language)
    return len(words & content(spoken, language)) >= COVERED * len(words)
