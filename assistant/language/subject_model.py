"""What any sale talks about (price, people, timing …): how strongly each word speaks for each subject.

`knowledge/language/subjects.yaml` holds the words one would think of, `subject_weights.*.yaml` the weights that tests/benchmarks/subject_fit.py
fitted from them and the labelled turns. Pure, once read.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from assistant.data_file import read_yaml
from assistant.domain.words import Language
from assistant.language.analysis import Token, analyse
from assistant.language.english import STOP_WORDS

KNOWLEDGE = Path(__file__).parents[2] / "knowledge" / "language"
_MEANING = frozenset({"NNG", "NNP", "NNB", "VV", "VA", "XR", "SL", "MAG", "NR"})
_COMPOUNDS = frozenset({"NNG", "NNP", "XR", "XSN", "NR", "UN"})
_EMPTY = STOP_WORDS - {"when", "who", "how", "where", "why"}
_BEGINNING = 5
"""Letters of an English word that survive many a typo and ending."""


@dataclass(frozen=True, slots=True)
class SubjectModel:
    """`words`: word -> subject -> weight; `mix`: how much the other evidence counts; `nothing`: what speaks for no subject at all."""

    words: Mapping[str, Mapping[str, float]]
    leaning: Mapping[str, float]
    mix: Mapping[str, float]
    nothing: Mapping[str, float]


@cache
def subject_model(language: Language) -> SubjectModel:
    """As fitted."""
    read = read_yaml(KNOWLEDGE / f"subject_weights.{language}.yaml")
    words: dict[str, dict[str, float]] = {}
    for subject, body in read["words"].items():
        for line in body.splitlines():
            word, _, weight = line.rpartition(" ")
            words.setdefault(word, {})[subject] = float(weight)
    return SubjectModel(words, read["leaning"], read["mix"], read["nothing"])


@lru_cache(maxsize=4096)
def subject_words(text: str, language: Language) -> frozenset[str]:
    """Base forms, and parts that typos, compounds and missing spaces leave whole ('~보증')."""
    tokens = analyse(text, language).tokens
    return frozenset(_korean(text, tokens) if language == "ko" else _english(tokens))


def speaks_for(words: frozenset[str], language: Language) -> dict[str, float]:
    """How strongly some words speak for each subject."""
    model = subject_model(language)
    total: dict[str, float] = {}
    for word in words:
        for subject, weight in model.words.get(word, {}).items():
            total[subject] = total.get(subject, 0.0) + weight
    return total


def _korean(text: str, tokens: tuple[Token, ...]) -> Iterator[str]:
    before, end = "", -1
    for token in tokens:
        tag = token.tag.split("-")[0]
        if tag in _MEANING:
            yield token.lemma.lower()
        if tag in _COMPOUNDS or (tag == "VV" and len(token.form) > 1):
            written = text[token.start : token.end]
            run = (before if token.start == end else "") + written
            yield from (f"~{run[at : at + 2]}" for at in range(len(run) - 1))
            before, end = written[-1:], token.end


def _english(tokens: tuple[Token, ...]) -> Iterator[str]:
    for token in tokens:
        if token.tag != "W":
            continue
        if token.lemma not in _EMPTY:
            yield token.lemma
        if len(token.form) > _BEGINNING:
            yield f"~{token.form.lower()[:_BEGINNING]}"
