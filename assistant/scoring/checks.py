"""Everything the playbooks say of what the rep said: claims held against their text, and the points that managers have marked in it.

A point that must be said counts where its subject came up: said or left out. One that must not be said counts where it was said. What did not come
up is absent, not zero.
"""

from collections.abc import Iterator
from functools import lru_cache

from assistant.domain.memory import Mark
from assistant.domain.words import Language
from assistant.language.analysis import language_of
from assistant.language.numbers import quantities
from assistant.language.phrases import found as phrases_found
from assistant.language.rarity import telling, weight
from assistant.language.sentences import sentences
from assistant.language.surface import Span, letters_of
from assistant.scoring.claims import Check, checked_claims
from assistant.scoring.talk import Exchange, Talk, quote

CAME_UP = 0.35
"""Share of a point's words, the rarer the weightier, that buyer and rep must have used for its subject to have come up; and at least two of them."""
SAID = 0.7
"""Share that must stand in one turn of the rep's, with all its numbers, for the point to have been said."""
FORBIDDEN = 0.8
"""Share that must stand in one sentence, which denies as much as the point does, for words that must not be said to have been said otherwise."""
WORDS = 2


@lru_cache(maxsize=2)
def checks_of(talk: Talk) -> tuple[Check, ...]:
    """In the order of the talk."""
    marked = [check for mark in talk.marks for check in _of_mark(mark, talk)]
    return tuple(sorted((*checked_claims(talk), *marked), key=lambda one: one.turn))


def _of_mark(mark: Mark, talk: Talk) -> Iterator[Check]:
    if language_of(mark.words) != talk.language:
        return
    if mark.kind == "must_not_say":
        yield from _forbidden(mark, talk)
    elif mark.kind == "must_say":
        yield from _owed(mark, talk)


def _forbidden(mark: Mark, talk: Talk) -> Iterator[Check]:
    for one in talk.exchanges:
        for span in one.said:
            if _says_forbidden(mark.words, one.own[slice(*span)], talk.language):
                yield Check(one.rep.index, quote(one.text, span), "contradicted", mark.words, mark.playbook)


def _says_forbidden(words: str, sentence: str, language: Language) -> bool:
    if letters_of(words) in letters_of(sentence):
        return _denies(sentence, language) <= _denies(words, language)
    return (
        len(telling(words, language)) >= WORDS
        and _share(words, sentence, language) >= FORBIDDEN
        and _numbers(words, language) <= _numbers(sentence, language)
        and _denies(sentence, language) == _denies(words, language)
    )


def _owed(mark: Mark, talk: Talk) -> Iterator[Check]:
    came_up = [one for one in talk.exchanges if _came_up(mark.words, one, talk.language)]
    if not came_up:
        return
    said = next((one for one in talk.exchanges if _says(mark.words, one.own, talk.language)), None)
    if said is not None:
        yield Check(said.rep.index, quote(said.text, _nearest(mark.words, said, talk.language)), "supported", mark.words, mark.playbook)
        return
    last = came_up[-1]
    yield Check(last.rep.index, quote(last.text, _nearest(mark.words, last, talk.language)), "left_out", mark.words, mark.playbook, mark.words)


def _came_up(words: str, one: Exchange, language: Language) -> bool:
    talked = f"{one.before.text if one.before else ''}\n{one.own}"
    shared = telling(words, language) & telling(talked, language)
    return len(shared) >= min(WORDS, len(telling(words, language)) or 1) and _share(words, talked, language) >= CAME_UP


def _says(words: str, said: str, language: Language) -> bool:
    if letters_of(words) in letters_of(said):
        return True
    return _share(words, said, language) >= SAID and _numbers(words, language) <= _numbers(said, language)


def _nearest(words: str, one: Exchange, language: Language) -> Span:
    """The sentence of the rep's that has most to do with it."""
    return max(one.said, key=lambda span: _share(words, one.text[slice(*span)], language), default=(0, len(one.text)))


def _share(words: str, other: str, language: Language) -> float:
    wanted = telling(words, language)
    return weight(wanted & telling(other, language), language) / (weight(wanted, language) or 1.0)


def _numbers(text: str, language: Language) -> frozenset[tuple[float, str]]:
    return frozenset((one.value, one.unit) for one in quantities(text, language))


def _denies(text: str, language: Language) -> bool:
    return sum(1 for _ in phrases_found("negation", text, language)) % 2 == 1


def required_spans(text: str, marks: tuple[Mark, ...], language: Language) -> tuple[Span, ...]:
    """Sentences that are wording the law wants just so, or hold it: nobody is to say that in their own words."""
    wanted = [letters_of(mark.words) for mark in marks if mark.kind == "required"]
    spans = sentences(text, language)
    return tuple((start, end) for start, end in spans if (said := letters_of(text[start:end])) and any(said in one or one in said for one in wanted))
