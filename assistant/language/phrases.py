"""The phrase lists of `knowledge/language`, compiled. The only module that knows where they are and what form they have.

Each file holds named lists, one regular expression a line, over a surface (lower case; Korean without spaces). English ones begin at a word.
A list called X_word belongs to the list X and counts only where a word begins.
`ko.yaml` holds what perception hears, `scoring.ko.yaml` what only the scorer counts, `guard.ko.yaml` what a model must not say in the buyer's
place, `people.ko.yaml` what gatekeepers, tables and later calls listen for; no name stands in two of them.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import NoReturn

import yaml

from assistant.domain.words import Language
from assistant.language.glimpse import Glimpse, alternatives
from assistant.language.surface import Span, surface

_GLIMPSED: dict[Language, int] = {"ko": 3, "en": 6}
"""Characters of a phrase by which it is ruled out at a glance."""
_FOLDER = Path(__file__).parents[2] / "knowledge" / "language"


@cache
def _lists(language: Language) -> dict[str, str]:
    lists: dict[str, str] = {}
    for name in (f"{language}.yaml", f"scoring.{language}.yaml", f"guard.{language}.yaml", f"people.{language}.yaml"):
        lists |= yaml.safe_load((_FOLDER / name).read_text(encoding="utf-8"))
    return lists


@cache
def pattern(name: str, language: Language) -> re.Pattern[str]:
    """One expression for the list `name`. Raises KeyError when the language has no such list."""
    return _compiled("|".join(f"(?:{line})" for line in lines(name, language)), language)


def _compiled(body: str, language: Language) -> re.Pattern[str]:
    return re.compile(body if language == "ko" else rf"(?<![a-z])(?:{body})")


@cache
def words(name: str, language: Language) -> frozenset[str]:
    """The list `name` read as single words."""
    return frozenset(_lists(language)[name].split())


def lines(name: str, language: Language) -> tuple[str, ...]:
    """The list `name`, a line each."""
    return tuple(line.strip() for line in _lists(language)[name].splitlines() if line.strip())


@cache
def _pieces(language: Language) -> dict[str, tuple[str, ...]]:
    """The lists cut into their alternatives: a text is searched only for those that may stand in it."""
    return {name: tuple(one for line in lines(name, language) for one in alternatives(line)) for name in _lists(language)}


@cache
def _piece(name: str, place: int, language: Language) -> re.Pattern[str]:
    return _compiled(_pieces(language)[name][place], language)


@cache
def _glimpse(language: Language) -> Glimpse:
    return Glimpse(_pieces(language), _GLIMPSED[language], at_words=language == "en")


@lru_cache(maxsize=8192)
def _possible(text: str, language: Language) -> Mapping[str, tuple[int, ...]]:
    return _glimpse(language).possible(surface(text, language).text)


def _expressions(name: str, text: str, language: Language) -> Sequence[re.Pattern[str]]:
    """Those alternatives of the list that may stand in the text. Raises KeyError when the language has no such list."""
    places = _possible(text, language).get(name)
    if places is None:
        return () if known(name, language) else _unknown(name)
    return [_piece(name, place, language) for place in places]


def _unknown(name: str) -> NoReturn:
    raise KeyError(name)


def spans(name: str, text: str, language: Language) -> Iterator[Span]:
    """Where phrases of the list itself stand in the surface of the text, in order, not overlapping."""
    expressions = _expressions(name, text, language)
    if not expressions:
        return
    whole = expressions[0] if len(expressions) == 1 else pattern(name, language)
    for match in whole.finditer(surface(text, language).text):
        if match.end() > match.start():
            yield match.span()


def found(name: str, text: str, language: Language) -> Iterator[Span]:
    """Where phrases of the list `name` stand in the text as written; those of `name`_word only where a word begins."""
    form = surface(text, language)
    for start, end in spans(name, text, language):
        yield form.span(start, end)
    for start, end in spans(f"{name}_word", text, language) if known(f"{name}_word", language) else ():
        at, until = form.span(start, end)
        if at == 0 or not text[at - 1].isalnum():
            yield at, until


@lru_cache(maxsize=65536)
def has(name: str, text: str, language: Language) -> bool:
    """True when any phrase of the list stands in the text."""
    form = surface(text, language).text
    for expression in _expressions(name, text, language):
        match = expression.search(form)
        if match and match.end() > match.start():
            return True
    return known(f"{name}_word", language) and next(found(name, text, language), None) is not None


def covers(name: str, text: str, language: Language) -> bool:
    """True when a phrase of the list is the whole text."""
    return pattern(name, language).fullmatch(surface(text, language).text.strip()) is not None


def known(name: str, language: Language) -> bool:
    """True when the language has such a list; some ways of saying things exist in one language only."""
    return name in _lists(language)
