"""What of the buyer's words came back in the rep's: content words, their everyday synonyms, names, and numbers however they are written."""

from functools import cache, lru_cache

from assistant.domain.words import Language
from assistant.language.analysis import Analysis, analyse
from assistant.language.numbers import quantities
from assistant.language.phrases import lines, words
from assistant.language.surface import squeezed

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
    heard = meaning(before, language)
    known = {_same(word, language): word for word in heard}
    said = (_same(word, language) for word in analysis.content)
    back = [known[word] for word in said if word in known]
    if language == "ko":
        flat = squeezed(text).replace("아드님", "아들").replace("따님", "딸")
        back += [word for word in sorted(heard) if len(_stem(word)) >= 2 and _stem(word) in flat]
    counted = {one.value: before[one.start : one.end] for one in quantities(before, language) if one.value != 1}
    back += [counted[one.value] for one in quantities(text, language) if one.value in counted]
    return tuple(dict.fromkeys(back))


def _stem(word: str) -> str:
    return next((word.removesuffix(end) for end in _ENDS if word.endswith(end)), word)


def _same(word: str, language: Language) -> str:
    """The first word of the synonyms a word belongs to, or itself."""
    return _synonyms(language).get(word, word)


@cache
def _synonyms(language: Language) -> dict[str, str]:
    return {word: group.split()[0] for group in lines("same_words", language) for word in group.split()}
