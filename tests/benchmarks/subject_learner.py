"""How strongly words speak for the subjects of a sale, learnt from labelled turns: conditional logistic regression, any labelled topic is right.

A word of knowledge/language/subjects.yaml begins with the weight of a known word, every other with none. The turns move single words, and whole
directions of the space that words lie in (tests/benchmarks/word_vectors.py), so that a word nobody wrote gets what its neighbours have.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import get_args

import numpy as np
import yaml
from numpy.typing import NDArray

from assistant.domain.words import Language
from assistant.language.subject_model import KNOWLEDGE, subject_words
from assistant.perception.subjects import Evidence, Weighed
from assistant.perception.topics import Cued
from tests.benchmarks.word_vectors import Vector

Matrix = NDArray[np.float64]
LINKS = get_args(Weighed)
KNOWN, PART = 1.0, 0.35
"""Where a word of the vocabulary, and a part of one, begin."""
RIDGES = {"scale": 1.0, "moved": 4.0, "near": 3.0, "cues": 2.0, "heard": 2.0, "leaning": 2.0, "nothing": 0.5}
"""How strongly each part is held to where it begins."""
ROUNDS, RATE = 200, 0.05


@dataclass(frozen=True, slots=True)
class Row:
    """A labelled turn. `cues`: letters of the deal's cues per subject, the rep's own and the buyer's."""

    author: str
    seen: Evidence
    cues: Cued
    right: frozenset[str]
    possible: frozenset[str]


def vocabulary(subjects: Sequence[str], language: Language) -> dict[str, Matrix]:
    """What every known word begins with."""
    known: dict[str, dict[Language, str]] = yaml.safe_load((KNOWLEDGE / "subjects.yaml").read_text(encoding="utf-8"))
    begin: dict[str, Matrix] = {}
    for at, subject in enumerate(subjects):
        for entry in known[subject][language].split():
            for word in subject_words(entry.replace("-", " "), language):
                begin.setdefault(word, np.zeros(len(subjects)))[at] = PART if word.startswith("~") else KNOWN
    return begin


class Marked:
    """Which words each row holds: a table of noughts and ones, kept as the places of the ones."""

    def __init__(self, held: Sequence[Sequence[int]], words: int) -> None:
        self.rows, self.words = len(held), words
        self._row = np.repeat(np.arange(len(held)), [len(one) for one in held])
        self._word = np.array([word for one in held for word in one], int)
        self._by_word = np.argsort(self._word, kind="stable")

    def of(self, weights: Matrix) -> Matrix:
        """The weights of each row's words, added up."""
        return _summed(weights[self._word], self._row, self.rows)

    def back(self, slopes: Matrix) -> Matrix:
        """What each word gets of the rows that hold it."""
        return _summed(slopes[self._row[self._by_word]], self._word[self._by_word], self.words)


def _summed(values: Matrix, places: NDArray[np.int_], count: int) -> Matrix:
    """Rows of the same place added up; `places` rise."""
    total = np.zeros((count, values.shape[1]))
    if len(places):
        first = np.flatnonzero(np.r_[True, places[1:] != places[:-1]])
        total[places[first]] = np.add.reduceat(values, first)
    return total


@dataclass(frozen=True, slots=True)
class Seen:
    """Rows as numbers."""

    own: Marked
    heard: Marked
    link: Matrix
    said: Matrix
    before: Matrix
    possible: NDArray[np.bool_]
    nothing: Matrix


def train(free: dict[str, Matrix], slopes: Callable[[], Mapping[str, Matrix]], ridges: Mapping[str, float], quicker: Mapping[str, float]) -> None:
    """Adam, its steps ever smaller, on `free` in place; `slopes` are those at what stands there. `quicker`: parts whose steps are so many times as
    long."""
    start = {name: value.copy() for name, value in free.items()}
    first, second = ({name: np.zeros_like(value) for name, value in free.items()} for _ in range(2))
    for turn in range(1, ROUNDS + 1):
        rate = RATE * (1.0 if turn < 0.6 * ROUNDS else 0.3 if turn < 0.85 * ROUNDS else 0.1)
        for name, slope in slopes().items():
            held_back = slope + ridges[name] * (free[name] - start[name])
            first[name] = 0.9 * first[name] + 0.1 * held_back
            second[name] = 0.99 * second[name] + 0.01 * held_back**2
            step = rate * quicker.get(name, 1.0)
            free[name] = free[name] - step * (first[name] / (1 - 0.9**turn)) / (np.sqrt(second[name] / (1 - 0.99**turn)) + 1e-8)


def off_target(scores: Matrix, right: NDArray[np.bool_]) -> Matrix:
    """By how much each is likelier than it should be, where any that is right will do."""
    chance = np.exp(scores - scores.max(1, keepdims=True))
    chance /= chance.sum(1, keepdims=True)
    target = np.where(right, chance, 0.0)
    target /= np.maximum(target.sum(1, keepdims=True), 1e-12)
    off: Matrix = chance - target
    return off


class Fit:
    """The model while it is fitted: `scale` what known words and parts are worth, `moved` what the turns changed of a word, `near` what they
    changed for all words that lie in a direction."""

    def __init__(self, rows: Sequence[Row], language: Language, vectors: Mapping[str, Vector], others: Iterable[Row] = ()) -> None:
        """`others`: rows it will be asked about, so that their words have a place."""
        self.subjects = sorted(yaml.safe_load((KNOWLEDGE / "subjects.yaml").read_text(encoding="utf-8")))
        self.vectors = vectors
        begin = vocabulary(self.subjects, language)
        counts = Counter(word for row in rows for word in row.seen.own | row.seen.heard)
        often = {word for word, count in counts.items() if count > 1}
        placed = (counts.keys() | {word for row in others for word in row.seen.own | row.seen.heard}) & vectors.keys()
        self.words = {word: at for at, word in enumerate(sorted(often | begin.keys() | placed))}
        self.whole, self.parts = (np.zeros((len(self.words), len(self.subjects))) for _ in range(2))
        for word, values in begin.items():
            (self.parts if word.startswith("~") else self.whole)[self.words[word]] = values
        none = np.zeros(len(next(iter(vectors.values()))))
        self.places = np.array([vectors.get(word, none) for word in self.words])
        self.free_words = np.array([[word in often or word in begin] for word in self.words], float)
        self.signs = sorted(rows[0].seen.nothing)
        self.free: dict[str, Matrix] = {
            "scale": np.array([2.0, 1.0]),
            "moved": np.zeros_like(self.whole),
            "near": np.zeros((self.places.shape[1], len(self.subjects))),
            "cues": np.array([1.0, *(0.8, 0.5, 0.3) * 2]),
            "heard": np.array([*(0.8, 0.5, 0.3) * 2]),
            "leaning": np.zeros(len(self.subjects)),
            "nothing": np.zeros(len(self.signs)),
        }
        self._train(rows)

    @property
    def weights(self) -> Matrix:
        free = self.free
        weights: Matrix = free["scale"][0] * self.whole + free["scale"][1] * self.parts + free["moved"] * self.free_words + self.places @ free["near"]
        return weights

    def _seen(self, rows: Sequence[Row]) -> Seen:
        own, heard = (
            Marked([[self.words[word] for word in words if word in self.words] for words in side], len(self.words))
            for side in ([row.seen.own for row in rows], [row.seen.heard for row in rows])
        )
        said, before = (np.array([[row.cues[side].get(subject, 0.0) for subject in self.subjects] for row in rows]) for side in (0, 1))
        link = np.array([[row.seen.link == name for name in LINKS] for row in rows], float)
        possible = np.array([[subject in row.possible for subject in self.subjects] for row in rows])
        return Seen(own, heard, link, said, before, possible, np.array([[row.seen.nothing[name] for name in self.signs] for row in rows]))

    def _scores(self, seen: Seen, heard: Matrix, weights: Matrix) -> Matrix:
        free = self.free
        words = seen.own.of(weights) + (seen.link @ free["heard"])[:, None] * heard + free["leaning"]
        words += free["cues"][0] * seen.said + (seen.link @ free["cues"][1:])[:, None] * seen.before
        scores: Matrix = np.concatenate([np.where(seen.possible, words, -1e9), (seen.nothing @ free["nothing"])[:, None]], 1)
        return scores

    def best(self, rows: Sequence[Row]) -> list[str | None]:
        names, seen, weights = [*self.subjects, None], self._seen(rows), self.weights
        return [names[at] for at in self._scores(seen, seen.heard.of(weights), weights).argmax(1)]

    def _train(self, rows: Sequence[Row]) -> None:
        seen = self._seen(rows)
        right = np.array([[subject in row.right for subject in self.subjects] + [not row.right] for row in rows])
        train(self.free, lambda: self._slopes(seen, right), RIDGES, {})

    def _slopes(self, seen: Seen, right: NDArray[np.bool_]) -> dict[str, Matrix]:
        values = self.weights
        before = seen.heard.of(values)
        off = off_target(self._scores(seen, before, values), right)
        about = off[:, :-1]
        weights = seen.own.back(about) + seen.heard.back(about * (seen.link @ self.free["heard"])[:, None])
        return {
            "scale": np.array([(weights * self.whole).sum(), (weights * self.parts).sum()]),
            "moved": weights * self.free_words,
            "near": self.places.T @ weights,
            "cues": np.array([(about * seen.said).sum(), *(seen.link.T @ (about * seen.before).sum(1))]),
            "heard": seen.link.T @ (about * before).sum(1),
            "leaning": about.sum(0),
            "nothing": seen.nothing.T @ off[:, -1],
        }

    def near(self, word: str) -> Matrix:
        """What the neighbours of a word say it speaks for; nothing when it lies nowhere."""
        weights: Matrix = self.vectors[word] @ self.free["near"] if word in self.vectors else np.zeros(len(self.subjects))
        return weights
