"""What of the buyer's words came back in the rep's: content words, their everyday synonyms, names, and numbers however they are written."""

from functools import cache, lru_cache
from typing import NamedTuple

from assistant.domain.words import Language
from assistant.language.analysis import Analysis, analyse
from assistant.language.numbers import quantities
from assistant.language.phrases import lines, words
from assistant.language.surface import squeezed

LEAST_INSIDE = 2
"""Letters from which on a stem is found inside a longer word."""
_ENDS = ("하다", "되다", "스럽다", "다")


@lru_cache(maxsize=4096)
def meaning(text: str, language: Language) -> frozenset[str]:
    """The words of a text that tell it from others."""
    return meaning_of(analyse(text, language))


def meaning_of(said: Analysis) -> frozenset[str]:
    """The same of what has been analysed."""
    empty = words("empty_words", said.language)
    content = (word for word in said.content if word not in empty)
    return frozenset(word for word in content if len(word) > 1 or not word.isascii() or not word.isalpha())


@lru_cache(maxsize=4096)
def echoes(text: str, before: str, language: Language) -> tuple[str, ...]:
    """Which of the words of `before` came back in `text`, in its order: Korean ones also inside a longer word, synonyms as the buyer's own word."""
    return echoes_of(analyse(text, language), before)


def echoes_of(analysis: Analysis, before: str) -> tuple[str, ...]:
    """The same of what has been analysed."""
    text, language = analysis.text, analysis.language
    heard = _heard(before, language)
    synonyms = _synonyms(language)
    said = [synonyms.get(word, word) for word in analysis.content]
    back = [heard.words[word] for word in said if word in heard.words]
    if heard.stems:
        flat = squeezed(text).replace("아드님", "아들").replace("따님", "딸")
        back += [word for stem, word in heard.stems if stem in flat]
    if heard.counted:
        back += [heard.counted[one.value] for one in quantities(text, language) if one.value in heard.counted]
    return tuple(dict.fromkeys(back))


class _Heard(NamedTuple):
    """What of the buyer's turn can come back. `words`: by the first of their synonyms; `stems`: what a Korean word is found by inside a longer one,
    with the word, in their order; `counted`: how a number was written, by what it comes to."""

    words: dict[str, str]
    stems: tuple[tuple[str, str], ...]
    counted: dict[float, str]


@lru_cache(maxsize=1024)
def _heard(before: str, language: Language) -> _Heard:
    heard = meaning(before, language)
    synonyms = _synonyms(language)
    stems = ((_stem(word), word) for word in sorted(heard)) if language == "ko" else ()
    return _Heard(
        {synonyms.get(word, word): word for word in sorted(heard)},
        tuple((stem, word) for stem, word in stems if len(stem) >= LEAST_INSIDE),
        {one.value: before[one.start : one.end] for one in quantities(before, language) if one.value != 1},
    )


def _stem(word: str) -> str:
    return next((word.removesuffix(end) for end in _ENDS if word.endswith(end)), word)


@cache
def _synonyms(language: Language) -> dict[str, str]:
    """The first word of those that a word means the same as."""
    return {word: group.split()[0] for group in lines("same_words", language) for word in group.split()}
