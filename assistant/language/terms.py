"""What a text is searched by: its content words in their base form, and the pairs of syllables they are written with.

Syllable pairs find what spacing and compounding hide ('번호 이동' and '번호이동', '콜백서비스'), base forms what endings hide.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import import_module

from assistant.domain.words import Language
from assistant.language.analysis import Analysis, language_of

_NAME = re.compile(r"[a-z0-9]+(?:[._+/@:-]+[a-z0-9]+)+\+*")
_LATIN = re.compile(r"[a-z]+")
_HANGUL = re.compile(r"[가-힣]+")
_WRITTEN = frozenset({"NNG", "NNP", "XR", "VV", "VA", "XPN", "XSN", "NR", "MAG", "UN"})
_ASKING = frozenset(
    """
    무엇 무슨 어떤 어떻다 어떻게 어디 언제 누구 얼마 얼마나 왜 몇 뭐 뭘 하다 되다 있다 없다 알다 싶다 좋다
    보다 주다 이다 아니다 같다 말 경우 때 것 수 등 더 좀 꼭 잘 혹시 방법 있 하 되 필요 가능
    what how when where which who why much many do need on
    """.split()
)
"""Words that make a question, not its subject; 'on' is what is left of 'only'."""
_ASKED_FOR = {"얼마": ("가격", "요금"), "how much": ("price", "cost")}
"""Question words that do name a subject."""


@dataclass(frozen=True, slots=True)
class Terms:
    """`words`: base forms and names, repeats kept; `pairs`: syllable pairs, repeats kept."""

    words: tuple[str, ...]
    pairs: tuple[str, ...]


@lru_cache(maxsize=2048)
def words_of(text: str) -> tuple[str, ...]:
    """The words of a passage. About 5 ms for 500 Korean characters; cached, since the lexical index and the embedder both ask."""
    return tuple(_words(normal(text)))


def pairs_of(text: str) -> tuple[str, ...]:
    """All syllable pairs of a passage, across its spaces but not across other marks."""
    return tuple(pair for run in re.split(r"[^가-힣\s]+", normal(text)) for pair in _pairs("".join(_HANGUL.findall(run))))


def question_terms(text: str) -> Terms:
    """Of a question: without the words that only make it a question, and pairs only of what its content words are written with."""
    text = normal(text)
    words = [word for word in _words(text) if word not in _ASKING]
    for asked, subjects in _ASKED_FOR.items():
        if re.search(rf"{asked}(?!나)", text):
            words += subjects
    return Terms(tuple(words), tuple(pair for run in _written(_analysis(text)) for pair in _pairs(run)))


def normal(text: str) -> str:
    """Compatibility forms unified (also NFD from a Mac), lower case."""
    return unicodedata.normalize("NFKC", text).lower()


def _analysis(text: str) -> Analysis:
    """Not the cached one: passages would push a conversation's turns out of the cache."""
    language: Language = language_of(text)
    module = import_module("assistant.language.korean" if language == "ko" else "assistant.language.english")
    analysis: Analysis = module.analysis(text)
    return analysis


def _words(text: str) -> Iterator[str]:
    """Names such as 'sources.list' or 'apt-get' are words of their own, and so are their parts."""
    stem = import_module("assistant.language.english").stem
    for name in _NAME.findall(text):
        yield name
        for part in re.split(r"[^a-z0-9]+", name):
            yield stem(part)
    for word in _analysis(_NAME.sub(" , ", text)).content:
        yield stem(word) if _LATIN.fullmatch(word) else word


def _written(analysis: Analysis) -> Iterator[str]:
    """Runs of syllables that content words cover; words next to each other, with or without a space, are one run."""
    run, end = "", -1
    for token in analysis.tokens:
        surface = analysis.text[token.start : token.end]
        if token.tag.split("-")[0] not in _WRITTEN or token.lemma in _ASKING or not _HANGUL.fullmatch(surface):
            continue
        if end >= 0 and analysis.text[end : token.start].strip():
            yield run
            run = ""
        run, end = run + surface, token.end
    yield run


def _pairs(run: str) -> Sequence[str]:
    return [run[i : i + 2] for i in range(len(run) - 1)]
