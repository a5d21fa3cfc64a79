"""The phrase lists of `knowledge/language`, compiled. The only module that knows where they are and what form they have.

Each file holds named lists, one regular expression a line, over a surface (lower case; Korean without spaces). English ones begin at a word.
A list called X_word belongs to the list X and counts only where a word begins.
`ko.yaml` holds what perception hears, `scoring.ko.yaml` what only the scorer counts, `guard.ko.yaml` what a model must not say in the buyer's
place, `people.ko.yaml` what gatekeepers, tables and later calls listen for; no name stands in two of them.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from pathlib import Path

import yaml

from assistant.domain.words import Language
from assistant.language.glimpse import Glimpse, alternatives
from assistant.language.surface import Span, surface

_GLIMPSED: dict[Language, int] = {"ko": 3, "en": 8}
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


class _Lexicon:
    """The lists of a language cut into their alternatives, which are numbered: a text is searched only for those that may stand in it."""

    def __init__(self, language: Language) -> None:
        numbered = [(name, one) for name in _lists(language) for line in lines(name, language) for one in alternatives(line)]
        numbers: dict[str, set[int]] = {name: set() for name in _lists(language)}
        for number, (name, _) in enumerate(numbered):
            numbers[name].add(number)
        self.language = language
        self.of = [name.removesuffix("_word") if name.removesuffix("_word") in numbers else name for name, _ in numbered]
        self.numbers = {name: frozenset(those) for name, those in numbers.items()}
        self.glimpse = Glimpse([one for _, one in numbered], _GLIMPSED[language], at_words=language == "en")
        self.alternative = _Alternatives([one for _, one in numbered], language)


class _Alternatives(dict[int, re.Pattern[str]]):
    """By number, compiled when it is first asked for: most never are."""

    def __init__(self, written: list[str], language: Language) -> None:
        super().__init__()
        self._written, self._language = written, language

    def __missing__(self, number: int) -> re.Pattern[str]:
        found = self[number] = _compiled(self._written[number], self._language)
        return found


@cache
def _lexicon(language: Language) -> _Lexicon:
    return _Lexicon(language)


class Phrases(dict[str, bool]):
    """Which lists have a phrase in one text, each found out when it is first asked for. Raises KeyError when the language has no such list."""

    __slots__ = ("_lexicon", "_possible", "_shown", "_text", "candidates")

    def __init__(self, text: str, language: Language) -> None:
        super().__init__()
        self._text = text
        self._lexicon = _lexicon(language)
        self._shown = surface(text, language).text
        self._possible = self._lexicon.glimpse.possible(self._shown)
        of = self._lexicon.of
        self.candidates = {of[number] for number in self._possible}
        """The lists that may have a phrase in it; no other has."""

    def __missing__(self, name: str) -> bool:
        found = self[name] = name in self.candidates and self._stands(name)
        if not found and name not in self._lexicon.numbers:
            raise KeyError(name)
        return found

    def may(self, name: str) -> frozenset[int]:
        """Those alternatives of the list that may stand in the text."""
        return self._possible & self._lexicon.numbers[name]

    def _stands(self, name: str) -> bool:
        shown, alternative = self._shown, self._lexicon.alternative
        for number in self.may(name):
            match = alternative[number].search(shown)
            if match and match.end() > match.start():
                return True
        return f"{name}_word" in self._lexicon.numbers and next(found(name, self._text, self._lexicon.language), None) is not None


@lru_cache(maxsize=4096)
def phrases(text: str, language: Language) -> Phrases:
    """Cached, so a text is looked through once whoever asks."""
    return Phrases(text, language)


def has(name: str, text: str, language: Language) -> bool:
    """True when any phrase of the list stands in the text. Raises KeyError when the language has no such list."""
    return phrases(text, language)[name]


def may_have(name: str, text: str, language: Language) -> bool:
    """False when no phrase of the list even begins in the text, so that none stands in a part of it either."""
    stands = phrases(text, language)
    return bool(stands.may(name)) or known(f"{name}_word", language)


def spans(name: str, text: str, language: Language) -> Iterator[Span]:
    """Where phrases of the list itself stand in the surface of the text, in order, not overlapping."""
    may = phrases(text, language).may(name)
    if may:
        expressions = [_lexicon(language).alternative[number] for number in sorted(may)]
        yield from _leftmost(expressions, surface(text, language).text)


def _leftmost(expressions: list[re.Pattern[str]], shown: str) -> Iterator[Span]:
    """As one expression of these alternatives would be found: the leftmost, of several there the first; then on from its end. No empty ones."""
    coming = [(one, one.search(shown)) for one in expressions]
    while found := [(one, match) for one, match in coming if match]:
        first = min((match for _, match in found), key=lambda match: match.start())
        if first.end() > first.start():
            yield first.span()
        on = max(first.end(), first.start() + 1)
        coming = [(one, match if match.start() >= on else one.search(shown, on)) for one, match in found]


def found(name: str, text: str, language: Language) -> Iterator[Span]:
    """Where phrases of the list `name` stand in the text as written; those of `name`_word only where a word begins."""
    form = surface(text, language)
    for start, end in spans(name, text, language):
        yield form.span(start, end)
    for start, end in spans(f"{name}_word", text, language) if known(f"{name}_word", language) else ():
        at, until = form.span(start, end)
        if at == 0 or not text[at - 1].isalnum():
            yield at, until


def covers(name: str, text: str, language: Language) -> bool:
    """True when a phrase of the list is the whole text."""
    return pattern(name, language).fullmatch(surface(text, language).text.strip()) is not None


@cache
def cancelled(language: Language) -> Mapping[str, str]:
    """Lists that another one takes back: X by no_X."""
    return {name: f"no_{name}" for name in _lists(language) if f"no_{name}" in _lists(language)}


def known(name: str, language: Language) -> bool:
    """True when the language has such a list; some ways of saying things exist in one language only."""
    return name in _lists(language)
