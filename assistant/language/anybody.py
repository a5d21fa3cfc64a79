"""How people ask what anybody may ask: `knowledge/language/anybody.yaml`, by intent. Pure, once read."""

import re
from functools import cache, lru_cache
from pathlib import Path

import yaml

from assistant.domain.words import Language
from assistant.language.surface import surface

SHORT = 3
"""Letters up to which an English word is no stem of longer ones: 'you' is not in 'your'."""
_FILE = Path(__file__).parents[2] / "knowledge" / "language" / "anybody.yaml"


@cache
def _intents() -> dict[str, dict[Language, list[str]]]:
    read: dict[str, dict[Language, list[str]]] = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    return read


def intents() -> frozenset[str]:
    """Their names."""
    return frozenset(_intents())


def ways_of_asking(intent: str, language: Language) -> tuple[str, ...]:
    """Each: words that must all stand in one question. Raises KeyError when there is no such intent."""
    return tuple(_intents()[intent][language])


def asks(intent: str, question: str, language: Language) -> bool:
    """Whether a question is one of this intent."""
    return any(stands_in(way, question, language) for way in ways_of_asking(intent, language))


def stands_in(way: str, question: str, language: Language) -> bool:
    """Whether all words of a way of asking stand in the question: an English word where one begins, a short one as a whole; a Korean one
    anywhere, as spaces say little there."""
    said = surface(question, language).text
    return all(word.search(said) for word in _stems(way, language))


@lru_cache(maxsize=16384)
def _stems(way: str, language: Language) -> tuple[re.Pattern[str], ...]:
    return tuple(_stem(word, language) for word in way.lower().split())


def _stem(word: str, language: Language) -> re.Pattern[str]:
    if language == "ko":
        return re.compile(re.escape(word))
    return re.compile(rf"(?<![a-z]){re.escape(word)}" + (r"(?![a-z])" if len(word) <= SHORT else ""))
