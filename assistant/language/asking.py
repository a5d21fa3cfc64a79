"""What a question asks for: a person, a time, an amount, a reason; and which of its words say about what. Pure.

The words for it stand in `knowledge/language/asking.yaml`, read once.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Any, Literal, get_args

from assistant.data_file import read_yaml
from assistant.domain.words import Language
from assistant.language.analysis import Token, analyse
from assistant.language.english import STOP_WORDS
from assistant.language.korean import CONTENT_TAGS
from assistant.language.surface import Span, Surface, surface

Kind = Literal[
    "how_often", "how_long", "when", "sum", "how_much", "how_many", "age", "attribute", "who", "why", "which", "which_noun", "where", "what",
    "how", "whether",
]  # fmt: skip
NOUNS = frozenset({"NNG", "NNP", "XR", "SL"})
_ADDRESS = re.compile(r"^\s*(?:[가-힣]+\s)?[가-힣]*님(?=[\s,.!~])")
"""Who a Korean question is put to, at its beginning."""
_FILE = Path(__file__).parents[2] / "knowledge" / "language" / "asking.yaml"


_ASKS_HERE = re.compile(
    r"(?:[,;:]| [-–—]) (?=(?:and |so |but |then )?(?:what|how|who|why|which|when|where|is|are|do|does|did|would|could|can|will|has|have|was|were"
    r"|tell me|walk me)(?![a-z']))"
)
"""Where in an English sentence the clause may begin that asks."""


@dataclass(frozen=True, slots=True)
class Sought:
    """`kind`: what would answer; `words`: those that say about what; `head`: the one of them that names what is wanted ('the rent' in 'what is
    the rent?'), the one next to the question word; None when there is none."""

    kind: Kind
    words: tuple[Token, ...]
    head: Token | None


@cache
def _lists() -> Any:
    return read_yaml(_FILE)


@cache
def _patterns(language: Language) -> tuple[tuple[Kind, re.Pattern[str]], ...]:
    begin = "" if language == "ko" else r"(?<![a-z])"
    named: dict[Kind, str] = _lists()["kinds"][language]
    assert set(named) <= set(get_args(Kind))
    return tuple((kind, re.compile(f"{begin}(?:{body})")) for kind, body in named.items())


@cache
def generic(language: Language) -> frozenset[str]:
    return frozenset(_lists()["generic"][language].split())


@cache
def persons(language: Language) -> tuple[str, ...]:
    """Words that name a person."""
    return tuple(_lists()["persons"][language])


@cache
def standing_for(language: Language) -> tuple[str, str]:
    """Regular expressions for words that stand for a person named before, and for what is theirs; empty where a language has none."""
    return _lists()["stands_for"][language], _lists()["own"][language]


@cache
def absent_words(language: Language) -> Mapping[str, str]:
    """Regular expressions for people who are not in the room, by how they are named."""
    read: dict[str, str] = _lists()["absent"][language]
    return read


def counted(question: str, language: Language) -> str:
    """A regular expression for what 'how many?' asks the number of, as a text counts it; empty when the question names nothing to count."""
    named = _lists()["counted"][language]
    found = re.search(named["noun"], question.lower())
    if not found:
        return ""
    people: str = named["people"]
    return people if re.fullmatch(named["person"], found[1]) else re.escape(found[1])


@cache
def kin(language: Language) -> str:
    """A regular expression for how the buyer's family is named."""
    read: str = _lists()["kin"][language]
    return read


@cache
def beside(language: Language) -> frozenset[str]:
    """Nouns that nobody takes up when there is no answer: 'a day' in 'how many a day?', and people."""
    return frozenset((*_lists()["beside"][language], *_lists()["others"][language]))


@cache
def explaining(language: Language) -> frozenset[str]:
    """Words (lemmas, stems) beside a word whose meaning is asked for that ask for nothing more."""
    return frozenset(_lists()["explaining"][language])


def others(question: str, language: Language) -> frozenset[str]:
    """The people a question names, by the words of the list `others`; not the one it is put to ('Director, …')."""
    said = surface(_ADDRESS.sub("", question), language).text
    begin = "" if language == "ko" else r"(?<![a-z])"
    return frozenset(word for word in _lists()["others"][language] if re.search(begin + re.escape(word), said))


@lru_cache(maxsize=4096)
def sought(question: str, language: Language) -> Sought:
    form = surface(question, language)
    kind, at = _question_word(form, language)
    words = tuple(token for token in analyse(question, language).tokens if _says_about_what(token, language))
    return Sought(kind, words, _head(question, words, at, language))


@lru_cache(maxsize=4096)
def says(name: str, text: str, language: Language) -> bool:
    """Whether a text holds one of the `phrases` of that name."""
    begin = "" if language == "ko" else r"(?<![a-z])"
    return re.search(f"{begin}(?:{_lists()['phrases'][name][language]})", surface(text, language).text) is not None


@lru_cache(maxsize=4096)
def refers_back(question: str, language: Language) -> bool:
    """Whether it says 'that', 'they', 'then': what it is about was said before."""
    begin = "" if language == "ko" else r"(?<![a-z])"
    return re.search(f"{begin}(?:{_lists()['back'][language]})", surface(question, language).text) is not None


def core(question: str, language: Language) -> str:
    """The clause of an English sentence that asks, where it says by itself about what: 'I meant it as a real question though, how many days does
    your close take?'. Korean asks at the end, of what it names at the beginning."""
    places = [match.end() for match in _ASKS_HERE.finditer(question.lower())] if language == "en" else []
    clauses = [(start, question[start:end]) for start, end in pairwise((*places, len(question)))]
    own = (start for start, words in reversed(clauses) if sought(words, "en").words and not refers_back(words, "en"))
    return question[next(own, 0) :]


def _question_word(form: Surface, language: Language) -> tuple[Kind, Span | None]:
    """The kind and where in the text the words for it stand."""
    found = [(match, kind) for kind, body in _patterns(language) for match in body.finditer(form.text)]
    if not found:
        return "whether", None
    match, kind = min(found, key=lambda one: one[0].start()) if language == "en" else max(found, key=lambda one: one[0].end())
    return kind, form.span(*match.span())


def _head(question: str, words: tuple[Token, ...], at: tuple[int, int] | None, language: Language) -> Token | None:
    """English: the noun right behind the question word ('how many seats'), unless that noun says nothing ('how much money'). Korean: the noun
    right behind it ('어느 업체가'), else the last one before it ('월세는 얼마'), which may stand in it ('나이가 어떻게')."""
    if at is None:
        return None
    if language == "en":
        nearest = next((token for token in analyse(question, "en").tokens if token.start > at[0] and token.form.lower() not in STOP_WORDS), None)
        return nearest if nearest in words else next((token for token in words if token.start >= at[1]), None) if nearest is None else None
    behind = next((token for token in words if 0 <= token.start - at[1] <= 1 and token.tag in NOUNS), None)
    return behind or next((token for token in reversed(words) if token.start < at[1] and token.tag in NOUNS), None)


def _says_about_what(token: Token, language: Language) -> bool:
    if language == "ko":
        return token.tag.split("-")[0] in CONTENT_TAGS and token.lemma not in generic("ko")
    return token.form.lower() not in STOP_WORDS and token.lemma not in generic("en")
