"""What a reply still owes after a model's part of it: nothing is left out that was staged, and nothing said twice. Pure."""

from collections.abc import Iterator, Sequence

from assistant.domain.roleplay import Move
from assistant.domain.scenario import Scenario
from assistant.domain.words import Language
from assistant.language.surface import letters_of, squeezed
from assistant.practice.likeness import content
from assistant.practice.rules import ENDS, RESISTS
from assistant.practice.sentences import sentences
from assistant.practice.talk_sense import nearest

SAID_LAST = frozenset({"refuse", "put_through", "excuse"})
"""Moves of somebody else than the buyer that are not made until they are said."""
COVERED = 0.2
"""So much of what a part of the reply is about in the words already said, and the part has been said, in whatever words."""

MOSTLY = 0.5
"""So much of another line for it, and it has been said in that line's words."""
MEANS_IT = 0.6
"""So near in meaning to another line for it, and it has been said."""
SHORT = 3
"""Letters of a sentence that is no line of anybody's own ('네.')."""
A_WORD = 2
"""With so few content words ('Yes.', 'That's fair.') nobody has refused or left yet."""


def owed(move: Move, scenario: Scenario, language: Language, said: Sequence[str], gist: Sequence[str], cut: bool = True) -> tuple[str, ...]:
    """The sentences of the gist that must still be said, a part wholly or not at all: everything when nothing was said; else what has not come up.
    A model that was not `cut` short owes only the facts it did not tell."""
    if not said:
        return tuple(gist)
    spoken = " ".join(said)
    rest: list[str] = []
    for lines, tells in _parts(move, scenario, language, cut):
        letters = {letters_of(one) for line in lines for one in sentences(line)}
        part = [line for line in gist if letters_of(line) in letters]
        if part and not _covered(" ".join(part), spoken, tells, language) and not (not tells and _said_otherwise(lines, spoken, language)):
            rest += part
    if cut and not rest and move.kind in (*RESISTS, *ENDS) and _has_only_nodded(spoken, gist, language):
        return tuple(gist)
    if cut and move.kind in SAID_LAST and not _covered(gist[-1], spoken, (), language):
        rest.append(gist[-1])
    return tuple(rest)


def _has_only_nodded(spoken: str, gist: Sequence[str], language: Language) -> bool:
    words = content(spoken, language)
    return len(words) <= A_WORD and not words & content(" ".join(gist), language)


def _parts(move: Move, scenario: Scenario, language: Language, cut: bool) -> Iterator[tuple[Sequence[str], Sequence[str]]]:
    """Each part's possible lines, and the words that give it away where it is a fact."""
    if move.settle and cut:
        yield scenario.objection(move.settle).settled.in_(language), ()
    for fact_id in (*move.tell, *move.volunteer):
        fact = scenario.fact(fact_id)
        yield fact.lines.in_(language), fact.tells.in_(language)
    if not cut:
        return
    if move.plain:
        yield scenario.plain_answer(move.plain).lines.in_(language), ()
    body = {"agree": scenario.lines.accept, "leave": scenario.lines.leave, "not_now": scenario.lines.not_now}.get(move.kind)
    if body:
        yield body.in_(language), ()
    if move.objection:
        yield scenario.objection(move.objection).lines.in_(language), ()
    if move.ask:
        yield next((one.lines.in_(language) for one in scenario.buyer.curiosities if one.id == move.ask), ()), ()


def _said_otherwise(lines: Sequence[str], spoken: str, language: Language) -> bool:
    """Whether another line for the same thing has been said, more or less."""
    words, letters = content(spoken, language), letters_of(spoken)
    if any(len(one) > SHORT and one in letters for line in lines for one in map(letters_of, sentences(line))):
        return True
    if any(nearest(one, lines, language) >= MEANS_IT for one in sentences(spoken)):
        return True
    return any(len(words & of_line) >= MOSTLY * len(of_line) > 0 for of_line in (content(line, language) for line in lines))


def _covered(part: str, spoken: str, tells: Sequence[str], language: Language) -> bool:
    """A fact is told once a word that gives it away was said: half of it again would be heard as a repeat."""
    flat = squeezed(spoken)
    if any(squeezed(tell) in flat for tell in tells if squeezed(tell) in squeezed(part)):
        return True
    words = content(part, language)
    return len(words & content(spoken, language)) >= COVERED * len(words)
