"""The phrase lists of `knowledge/language`, compiled. The only module that knows where they are and what form they have.

Each file holds named lists, one regular expression a line, over a surface (lower case; Korean without spaces). English ones begin at a word.
A list called X_word belongs to the list X and counts only where a word begins.
`ko.yaml` holds what perception hears, `scoring.ko.yaml` what only the scorer counts, `guard.ko.yaml` what a model must not say in the buyer's
place, `people.ko.yaml` what gatekeepers, tables and later calls listen for; no name stands in two of them.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from pathlib import Path

from assistant.data_file import read_yaml
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
        lists |= read_yaml(_FOLDER / name)
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
        self.language = language
        lists = _lists(language)
        self.at_words = {name: f"{name}_word" for name in lists if f"{name}_word" in lists}
        """Lists that another one belongs to, and that one."""
        self.asked_as = {name: name for name in lists} | {word: name for name, word in self.at_words.items()}
        """Every list, and under which name a phrase of it is asked for."""
        names, written = zip(*numbered, strict=True)
        self.glimpse = Glimpse(written, names, _GLIMPSED[language], at_words=language == "en")
        self.alternative = _Alternatives(written, language)


class _Alternatives(dict[int, re.Pattern[str]]):
    """By number, compiled when it is first asked for: most never are."""

    def __init__(self, written: Sequence[str], language: Language) -> None:
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

    __slots__ = ("_anywhere", "_begun", "_lexicon", "_possible", "_shown", "_spans", "_text", "candidates")

    def __init__(self, text: str, language: Language) -> None:
        super().__init__()
        self._text = text
        self._lexicon = lexicon = _lexicon(language)
        self._shown = surface(text, language).text
        self._begun, self._anywhere = lexicon.glimpse.begun(self._shown), lexicon.glimpse.anywhere(self._shown)
        self._possible = set(self._anywhere).union(*(lists for _, lists in self._begun))
        self.candidates = {*map(lexicon.asked_as.__getitem__, self._possible)}
        """The lists that may have a phrase in it; no other has."""
        self._spans: dict[str, tuple[Span, ...]] = {}

    def __missing__(self, name: str) -> bool:
        found = self[name] = name in self.candidates and bool(self.spans(name) or next(self._at_words(name), None))
        if not found and name not in self._lexicon.asked_as:
            raise KeyError(name)
        return found

    def may_have(self, name: str) -> bool:
        """False when no phrase of the list even begins in it, so that none stands in a part of it either."""
        return name in self._possible or name in self._lexicon.at_words

    def found(self, name: str) -> Iterator[Span]:
        """Where phrases of the list stand in the text as written; those of its list for words only where a word begins."""
        if name in self.candidates:
            form = surface(self._text, self._lexicon.language)
            yield from (form.span(*span) for span in self.spans(name))
            yield from self._at_words(name)
        elif name not in self._lexicon.asked_as:
            raise KeyError(name)

    def _at_words(self, name: str) -> Iterator[Span]:
        word = self._lexicon.at_words.get(name, "")
        if word in self._possible:
            form, text = surface(self._text, self._lexicon.language), self._text
            for start, end in (form.span(*span) for span in self.spans(word)):
                if start == 0 or not text[start - 1].isalnum():
                    yield start, end

    def spans(self, name: str) -> tuple[Span, ...]:
        """Where phrases of the list itself stand in the surface, in order, not overlapping. No empty ones."""
        known = self._spans.get(name)
        if known is None:
            known = self._spans[name] = tuple(self._matched(name))
        return known

    def _matched(self, name: str) -> Iterator[Span]:
        """As one expression of the list's alternatives would be found: the leftmost, of several there the first; then on from its end."""
        shown, alternative = self._shown, self._lexicon.alternative
        begun = [(at, number) for at, lists in self._begun if name in lists for number in lists[name]]
        anywhere, on = self._anywhere.get(name, ()), 0
        while True:
            here = ((match, number) for at, number in begun if at >= on and (match := alternative[number].match(shown, at)))
            found = [first] if (first := next(here, None)) else []
            found += [(match, number) for number in anywhere if (match := alternative[number].search(shown, on))]
            if not found:
                return
            match, _ = min(found, key=lambda one: (one[0].start(), one[1]))
            start, end = match.span()
            if end > start:
                yield start, end
            on = max(end, start + 1)


@lru_cache(maxsize=4096)
def phrases(text: str, language: Language) -> Phrases:
    """Cached, so a text is looked through once whoever asks."""
    return Phrases(text, language)


def has(name: str, text: str, language: Language) -> bool:
    """True when any phrase of the list stands in the text. Raises KeyError when the language has no such list."""
    return phrases(text, language)[name]


def found(name: str, text: str, language: Language) -> Iterator[Span]:
    """Where phrases of the list `name` stand in the text as written; those of `name`_word only where a word begins."""
    return phrases(text, language).found(name)


def covers(name: str, text: str, language: Language) -> bool:
    """True when a phrase of the list is the whole text."""
    return pattern(name, language).fullmatch(surface(text, language).text.strip()) is not None


@cache
def with_cancelling(names: tuple[str, ...], language: Language) -> tuple[tuple[str, str | None], ...]:
    """Lists, each with the one that takes it back: X with no_X. Raises KeyError when the language has no such list."""
    every = _lists(language)
    for name in names:
        if name not in every:
            raise KeyError(name)
    return tuple((name, no_name if (no_name := f"no_{name}") in every else None) for name in names)


def known(name: str, language: Language) -> bool:
    """True when the language has such a list; some ways of saying things exist in one language only."""
    return name in _lists(language)
