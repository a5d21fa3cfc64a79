"""The phrase lists of `knowledge/language`, compiled. The only module that knows where they are and what form they have.

Each file holds named lists, one regular expression a line, over a surface (lower case; Korean without spaces). English ones begin at a word.
A list called X_word belongs to the list X and counts only where a word begins.
`ko.yaml` holds what perception hears, `scoring.ko.yaml` what only the scorer counts, `guard.ko.yaml` what a model must not say in the buyer's
place, `people.ko.yaml` what gatekeepers, tables and later calls listen for; no name stands in two of them.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path

import yaml

from assistant.domain.words import Language
from assistant.language.surface import Span, surface

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
    body = "|".join(f"(?:{line})" for line in lines(name, language))
    return re.compile(body if language == "ko" else rf"(?<![a-z])(?:{body})")


@cache
def words(name: str, language: Language) -> frozenset[str]:
    """The list `name` read as single words."""
    return frozenset(_lists(language)[name].split())


def lines(name: str, language: Language) -> tuple[str, ...]:
    """The list `name`, a line each."""
    return tuple(line.strip() for line in _lists(language)[name].splitlines() if line.strip())


@cache
def _patterns(name: str, language: Language) -> tuple[re.Pattern[str], re.Pattern[str] | None]:
    """Of the list, and of the one that counts only where a word begins, if there is one."""
    return pattern(name, language), pattern(f"{name}_word", language) if known(f"{name}_word", language) else None


def found(name: str, text: str, language: Language) -> Iterator[Span]:
    """Where phrases of the list `name` stand in the text as written; those of `name`_word only where a word begins."""
    anywhere, at_a_word = _patterns(name, language)
    form = surface(text, language)
    for match in anywhere.finditer(form.text):
        if match.end() > match.start():
            yield form.span(match.start(), match.end())
    for match in at_a_word.finditer(form.text) if at_a_word else ():
        start, end = form.span(match.start(), match.end())
        if start == 0 or not text[start - 1].isalnum():
            yield start, end


@lru_cache(maxsize=65536)
def has(name: str, text: str, language: Language) -> bool:
    """True when any phrase of the list stands in the text."""
    anywhere, at_a_word = _patterns(name, language)
    if at_a_word is None and not anywhere.search(surface(text, language).text):
        return False
    return next(found(name, text, language), None) is not None


def known(name: str, language: Language) -> bool:
    """True when the language has such a list; some ways of saying things exist in one language only."""
    return name in _lists(language)
