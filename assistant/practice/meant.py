"""What a question asks this buyer for: how likely each fact and each plain answer is meant, or nothing that the buyer has an answer to. Pure.

What it means (beside examples of whole questions), the words it is put in and what kind of thing it asks for are weighed together; the weights
are fitted to labelled questions by `python -m tests.benchmarks.meant_fit`.
"""

from collections.abc import Collection
from dataclasses import dataclass
from functools import cache, lru_cache
from math import log
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from assistant.data_file import read_yaml
from assistant.domain.buyer import Fact, PlainAnswer
from assistant.domain.scenario import Scenario
from assistant.domain.words import Language
from assistant.language.anybody import questions_like
from assistant.language.asking import others, sought
from assistant.language.fact_questions import questions_for
from assistant.language.sense import sense, senses
from assistant.practice.plain import MEANING, is_about, taken_in
from assistant.practice.pointed import Fit, fits, worth
from assistant.practice.ways import takes_in

FEATURES = ("like", "words in lines", "way", "share", "named", "topic", "kind", "plain", "after", "holds no such thing")
"""like: to the nearest example, -1 to 1; words in lines: share of what the question is about that the lines say; way, share, named: what
`ways` and `pointed` make of it; topic: the question's first topic is the fact's first, or another of its; kind: likeness to the nearest example
that asks for the same kind of thing; plain, after: a plain answer, one that says more about a fact; the last: 0-1."""
LIKE_A_WAY = 0.8
"""How like an example a way of asking is that takes in all of the question, where there are no examples."""
LETTERS = 8
"""Letters of `answers` from which on more of them say nothing more."""
_WEIGHTS = Path(__file__).parents[2] / "knowledge" / "language" / "meant_weights.yaml"


@dataclass(frozen=True, slots=True)
class Meant:
    """A fact or a plain answer, log-odds that it is meant rather than nothing the buyer knows of, and how like its nearest example the
    question is, -1 to 1."""

    one: Fact | PlainAnswer
    sure: float
    like: float


def meant(question: str, topics: tuple[str, ...], scenario: Scenario, language: Language, told: Collection[str] = ()) -> tuple[Meant, ...]:
    """Every answer there is, the likeliest first; what says more about a fact only once it is `told`."""
    named = others(question, language)
    found = [
        Meant(one, sure, like)
        for one, sure, like in _sure(question, topics[:1], scenario, language)
        if isinstance(one, Fact) or ((not one.after or any(fact in told for fact in one.after)) and is_about(one, named, scenario, language))
    ]
    return tuple(sorted(found, key=lambda one: -one.sure))


def read_ahead(scenario: Scenario, language: Language) -> None:
    """Reads all that every later question is held against."""
    features("?", (), scenario, language)


@lru_cache(maxsize=4096)
def _sure(question: str, topics: tuple[str, ...], scenario: Scenario, language: Language) -> tuple[tuple[Fact | PlainAnswer, float, float], ...]:
    weights, nothing = _weights(language)
    rows = features(question, topics, scenario, language)
    return tuple(zip(answers(scenario), map(float, rows @ weights - nothing), map(float, rows[:, 0]), strict=True))


def answers(scenario: Scenario) -> tuple[Fact | PlainAnswer, ...]:
    """All that the buyer can be asked for but what a word means, in the order of the rows of `features`."""
    return (*scenario.facts, *(one for one in scenario.plain_answers if MEANING not in one.intents))


def features(question: str, topics: tuple[str, ...], scenario: Scenario, language: Language) -> NDArray[np.float64]:
    """A row for every one of `answers`, a column for every one of FEATURES."""
    asked = sought(question, language)
    words = [token.lemma for token in asked.words]
    rare = [_rarity(scenario, language).get(word, log(len(answers(scenario)) + 1)) for word in words]
    knows = {fit.fact: fit for fit in fits(question, scenario, language)}
    own, points, kinds = _every_example(scenario, language)
    like = points @ sense(question, language)
    rows = []
    for at, one in enumerate(answers(scenario)):
        here = own == at
        nearest = float(like[here].max(initial=0.0))
        alike = float(like[here & (kinds == asked.kind)].max(initial=0.0))
        said = _words(one, language)
        share = sum(weight for word, weight in zip(words, rare, strict=True) if word in said) / (sum(rare) or 1.0)
        way = _way(one, question, scenario, language)
        if not here.any():
            nearest = alike = LIKE_A_WAY * way
        fit = knows.get(one.id, Fit(one.id, 0.0, 0))
        own_topics = one.topics if isinstance(one, Fact) else ()
        about = float(bool(topics) and own_topics[:1] == topics) + 0.5 * float(any(topic in own_topics[1:] for topic in topics))
        plain, further = float(isinstance(one, PlainAnswer)), float(isinstance(one, PlainAnswer) and bool(one.after))
        lacks = 1 - worth(one, asked.kind, language) if isinstance(one, Fact) else 0.0
        rows.append((nearest, share, way, fit.share, min(fit.named, LETTERS) / LETTERS, about, alike, plain, further, lacks))
    return np.array(rows)


def _way(one: Fact | PlainAnswer, question: str, scenario: Scenario, language: Language) -> float:
    if isinstance(one, PlainAnswer):
        return taken_in(one, question, scenario, language)
    return max((takes_in(way, question, scenario, language) for way in one.asks.in_(language)), default=0.0)


@lru_cache(maxsize=64)
def _every_example(scenario: Scenario, language: Language) -> tuple[NDArray[np.int64], NDArray[np.float32], NDArray[np.str_]]:
    """Every example question: whose it is, its sense, what kind of thing it asks for."""
    asked = [(at, question) for at, one in enumerate(answers(scenario)) for question in examples(one, language)]
    kinds = np.array([sought(question, language).kind for _, question in asked], dtype=np.str_)
    return np.array([at for at, _ in asked], dtype=np.int64), senses(tuple(question for _, question in asked)), kinds


def examples(one: Fact | PlainAnswer, language: Language) -> tuple[str, ...]:
    """Its example questions. A fact without examples has those of its kind; what anybody may ask has those of its intents as well."""
    own = one.questions.in_(language)
    if isinstance(one, Fact):
        return own or questions_for(one.kind, language)
    return tuple(dict.fromkeys((*own, *(question for intent in one.intents for question in questions_like(intent, language)))))


@lru_cache(maxsize=4096)
def _words(one: Fact | PlainAnswer, language: Language) -> frozenset[str]:
    texts = (*one.lines.in_(language), *((one.summary.in_(language),) if isinstance(one, Fact) else ()))
    return frozenset(token.lemma for text in texts for token in sought(text, language).words)


@lru_cache(maxsize=4096)
def vocabulary(one: PlainAnswer, language: Language) -> frozenset[str]:
    """What a plain answer knows: the words (lemmas) of its lines and of the questions it answers."""
    return _words(one, language).union(token.lemma for question in examples(one, language) for token in sought(question, language).words)


@lru_cache(maxsize=64)
def _rarity(scenario: Scenario, language: Language) -> dict[str, float]:
    """How much a word tells of which answer is meant: in how few of their examples it stands."""
    stand = [{token.lemma for question in examples(one, language) for token in sought(question, language).words} for one in answers(scenario)]
    return {word: log((len(stand) + 1) / (sum(word in one for one in stand) + 1)) for word in set().union(*stand)}


@cache
def _weights(language: Language) -> tuple[NDArray[np.float64], float]:
    read: dict[str, dict[str, float]] = read_yaml(_WEIGHTS)
    return np.array([read[language][name] for name in FEATURES]), read[language]["nothing"]
