"""Whom a question asks about who is not in the room, and what of them: their view, why they are as they are, what kind of person, and what
one knows of somebody (age, work, how long they have been there). Pure.

The words for it stand in `knowledge/language/asking.yaml`, read once.
"""

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from assistant.domain.words import Language
from assistant.language.asking import absent_words, says, sought, standing_for
from assistant.language.personal import SURNAMES
from assistant.language.surface import squeezed

Wanted = Literal["view", "why", "like", "life"]
Who = Literal["one", "several", "anybody"]
VIEWED = frozenset({"what", "how", "how_much", "whether"})
"""Kinds of question that may ask for somebody's view."""
_SUBJECT = r"(?:님|분|씨)?+들?+(?!에게|한테(?!서)|한텐|께(?!서|선)|을|를|이?랑|하고|의)"


@dataclass(frozen=True, slots=True)
class Absent:
    """`name`: the word by which the question names them, empty for "she"; `who`: one person, several of a kind, people of no kind in particular."""

    name: str
    who: Who
    wants: Wanted


@lru_cache(maxsize=4096)
def asked_of_absent(question: str, language: Language, present: str) -> Absent | None:
    """None when it asks for no such thing, or about nobody but whom it is put to. `present`: their name, then their role."""
    kind = sought(question, language).kind
    for who, pattern in _patterns(language):
        for match in pattern.finditer(question):
            behind = question[match.end() :]
            if _is_present(match, present, language):
                continue
            name = "" if pattern is _pronoun(language) else match["name"].lower()
            if says("asks_what_like", question if language == "en" else behind, language):
                return Absent(name, who, "like")
            if kind == "why":
                return Absent(name, who, "why")
            if who == "one" and says("asks_life", question if language == "en" else behind, language):
                return Absent(name, who, "life")
            if kind in VIEWED and says("asks_view", behind, language):
                return Absent(name, who, "view")
    return None


def _is_present(match: "re.Match[str]", present: str, language: Language) -> bool:
    """An English name that is the buyer's; a Korean title of theirs without a family name, or with their own."""
    if language == "en":
        return match["name"].lower() in present.lower().split()
    family = match.groupdict().get("family")
    return squeezed(match["name"]) in squeezed(present) and family in {None, present[:1]}


@cache
def _pronoun(language: Language) -> "re.Pattern[str]":
    """Whoever 'she' is when nobody was named before."""
    stands = standing_for(language)[0]
    return re.compile(rf"(?<![가-힣])(?P<name>{stands}){_SUBJECT}" if language == "ko" else r"\b(?P<name>he|she)\b", re.IGNORECASE)


@cache
def _patterns(language: Language) -> tuple[tuple[Who, "re.Pattern[str]"], ...]:
    words = absent_words(language)
    if language == "ko":
        return (
            ("one", re.compile(rf"(?<![가-힣])(?P<family>[{SURNAMES}]) ?(?P<name>{words['ranks']})(?:님|은|는|이|가|께서){_SUBJECT}")),
            ("one", re.compile(rf"(?<![가-힣])(?:큰|작은|[{SURNAMES}] ?)?(?P<name>{words['one']}){_SUBJECT}")),
            ("several", re.compile(rf"(?P<name>{words['several']}){_SUBJECT}")),
            ("anybody", re.compile(rf"(?<![가-힣])(?P<name>{words['anybody']}){_SUBJECT}")),
            ("one", _pronoun(language)),
        )
    whose = r"(?:your|the|his|her|their|our)"
    return (
        ("one", re.compile(r"\b(?:mr|ms|mrs|dr)\.? (?P<name>[a-z]+)", re.IGNORECASE)),
        ("one", re.compile(rf"\b{whose} (?:[a-z]+ ){{0,2}}?(?P<name>{words['one']})\b(?!')", re.IGNORECASE)),
        ("several", re.compile(rf"\b(?P<name>{words['several']})\b(?!')", re.IGNORECASE)),
        ("anybody", re.compile(rf"\b(?P<name>{words['anybody']})\b(?!')", re.IGNORECASE)),
        ("one", _pronoun(language)),
    )
