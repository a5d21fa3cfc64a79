"""How people ask what anybody may ask: `knowledge/language/anybody.yaml`, by intent. Pure, once read."""

import re
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from assistant.data_file import read_yaml
from assistant.domain.words import Language
from assistant.language.analysis import analyse
from assistant.language.surface import Span, surface

SHORT = 3
"""Letters up to which an English word is no stem of longer ones: 'you' is not in 'your'."""
_FILE = Path(__file__).parents[2] / "knowledge" / "language" / "anybody.yaml"


@cache
def _intents() -> Any:
    return read_yaml(_FILE)


def intents() -> frozenset[str]:
    """Their names."""
    return frozenset(_intents())


def ways_of_asking(intent: str, language: Language) -> tuple[str, ...]:
    """Each: words that must all stand in one question. Raises KeyError when there is no such intent."""
    return tuple(_intents()[intent][language])


def questions_like(intent: str, language: Language) -> tuple[str, ...]:
    """Examples of whole questions of this intent; none for those that are about what was just told. Raises KeyError when there is no such intent."""
    return tuple(_intents()[intent].get("questions", {}).get(language, ()))


def asks(intent: str, question: str, language: Language) -> bool:
    """Whether a question is one of this intent."""
    return any(stands_in(way, question, language) for way in ways_of_asking(intent, language))


def stands_in(way: str, question: str, language: Language) -> bool:
    """Whether all words of a way of asking stand in the question: an English word where one begins, a short one as a whole; a Korean one
    anywhere, a single syllable, or one with a space in it, where a morpheme begins. Of words joined by a bar one will do ('boss|manager')."""
    return bool(places(way, question, language))


@lru_cache(maxsize=65536)
def places(way: str, question: str, language: Language) -> tuple[Span, ...]:
    """Where the words of a way of asking stand in the question as written; empty unless all of them do."""
    form = surface(question, language)
    found: list[Span] = []
    for word in _stems(way, language):
        here = [form.span(*match.span()) for match in word.finditer(form.text)]
        if language == "ko":
            here = [span for span in here if _is_whole(question[slice(*span)]) or span[0] in _beginnings(question)]
        if not here:
            return ()
        found += here
    return tuple(found)


def _is_whole(word: str) -> bool:
    """Two syllables or more and no space within: '기사' is in '기사님', not in '전기 사정'."""
    return len(word) > 1 and not any(map(str.isspace, word))


@lru_cache(maxsize=4096)
def _beginnings(question: str) -> frozenset[int]:
    """Where morphemes begin in a Korean question."""
    return frozenset(token.start for token in analyse(question, "ko").tokens)


@lru_cache(maxsize=16384)
def _stems(way: str, language: Language) -> tuple[re.Pattern[str], ...]:
    return tuple(_stem(word, language) for word in way.lower().split())


def _stem(word: str, language: Language) -> re.Pattern[str]:
    either = (re.escape(one) if language == "ko" else _begins(one) for one in word.split("|"))
    return re.compile("|".join(either))


def _begins(word: str) -> str:
    return rf"(?<![a-z]){re.escape(word)}" + (r"(?![a-z])" if len(word) <= SHORT else "")
