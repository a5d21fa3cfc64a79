"""Fits how strongly words speak for the subjects of a sale, and prints how well that tells the topics of turns of authors left out.

    python -m tests.benchmarks.subject_fit [--write]

A word of knowledge/language/subjects.yaml begins with the weight of a known word, every other with none; the tuning half of tests/perception/data
moves them (conditional logistic regression; any labelled topic is right). The held half plays no part.
`--write` replaces knowledge/language/subject_weights.*.yaml.
"""

import argparse
import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, get_args

import numpy as np
import yaml
from numpy.typing import NDArray

from assistant.domain.words import LANGUAGES, Language
from assistant.language.analysis import warm_up
from assistant.language.subject_model import KNOWLEDGE, subject_words
from assistant.perception.hear import turn_of
from assistant.perception.subjects import Evidence, Weighed
from assistant.perception.topics import Cued, cued_and_seen
from tests.benchmarks.perception import DATA, topics_by_deal

Matrix = NDArray[np.float64]
LINKS = get_args(Weighed)
KNOWN, PART = 1.0, 0.35
"""Where a word of the vocabulary, and a part of one, begin."""
RIDGE, ROUNDS, RATE, FOLDS = 4.0, 80, 0.08, 5
LEAST = 0.03
"""Weights nearer to nothing than this are left out of the file."""
HEAD = "# Fitted by tests/benchmarks/subject_fit.py from subjects.yaml and the tuning half of tests/perception/data. Not edited by hand.\n"


@dataclass(frozen=True, slots=True)
class Row:
    """A labelled turn. `cues`: letters of the deal's cues per subject, the rep's own and the buyer's."""

    author: str
    seen: Evidence
    cues: Cued
    right: frozenset[str]
    possible: frozenset[str]


def labelled(language: Language) -> list[Row]:
    about = topics_by_deal()
    rows = []
    for line in (DATA / f"{language}.jsonl").read_text(encoding="utf-8").splitlines():
        read: dict[str, Any] = json.loads(line)
        if read["held"] or "contempt" in read["acts"]:
            continue
        turn = turn_of(read["text"], read["before"], language)
        cues, seen = cued_and_seen(turn, about[read["deal"]])
        rows.append(Row(read["manner"], seen, cues, frozenset(read["topics"]), frozenset(topic.id for topic in about[read["deal"]])))
    return rows


def vocabulary(subjects: Sequence[str], language: Language) -> dict[str, Matrix]:
    """What every known word begins with."""
    known: dict[str, dict[Language, str]] = yaml.safe_load((KNOWLEDGE / "subjects.yaml").read_text(encoding="utf-8"))
    begin: dict[str, Matrix] = {}
    for at, subject in enumerate(subjects):
        for entry in known[subject][language].split():
            for word in subject_words(entry.replace("-", " "), language):
                begin.setdefault(word, np.zeros(len(subjects)))[at] = PART if word.startswith("~") else KNOWN
    return begin


class Fit:
    """The model while it is fitted: `scale` what known words and parts are worth, `moved` what the turns changed."""

    def __init__(self, rows: Sequence[Row], language: Language) -> None:
        self.subjects = sorted(yaml.safe_load((KNOWLEDGE / "subjects.yaml").read_text(encoding="utf-8")))
        begin = vocabulary(self.subjects, language)
        counts = Counter(word for row in rows for word in row.seen.own | row.seen.heard)
        self.words = {word: at for at, word in enumerate(sorted({word for word, count in counts.items() if count > 1} | begin.keys()))}
        self.whole, self.parts = (np.zeros((len(self.words), len(self.subjects))) for _ in range(2))
        for word, values in begin.items():
            (self.parts if word.startswith("~") else self.whole)[self.words[word]] = values
        self.signs = sorted(rows[0].seen.nothing)
        self.free: dict[str, Matrix] = {
            "scale": np.array([2.0, 1.0]),
            "moved": np.zeros_like(self.whole),
            "cues": np.array([1.0, *(0.8, 0.5, 0.3) * 2]),
            "heard": np.array([*(0.8, 0.5, 0.3) * 2]),
            "leaning": np.zeros(len(self.subjects)),
            "nothing": np.zeros(len(self.signs)),
        }
        self._train(rows)

    @property
    def weights(self) -> Matrix:
        weights: Matrix = self.free["scale"][0] * self.whole + self.free["scale"][1] * self.parts + self.free["moved"]
        return weights

    def _seen(self, rows: Sequence[Row]) -> dict[str, Matrix]:
        own, heard = (np.zeros((len(rows), len(self.words))) for _ in range(2))
        for at, row in enumerate(rows):
            own[at, [self.words[word] for word in row.seen.own if word in self.words]] = 1
            heard[at, [self.words[word] for word in row.seen.heard if word in self.words]] = 1
        link = np.array([[row.seen.link == name for name in LINKS] for row in rows], float)
        said, before = (np.array([[row.cues[side].get(subject, 0.0) for subject in self.subjects] for row in rows]) for side in (0, 1))
        possible = np.array([[subject in row.possible for subject in self.subjects] for row in rows])
        nothing = np.array([[row.seen.nothing[name] for name in self.signs] for row in rows])
        return {"own": own, "heard": heard, "link": link, "own cues": said, "heard cues": before, "possible": possible, "nothing": nothing}

    def _scores(self, seen: dict[str, Matrix]) -> Matrix:
        free = self.free
        words = seen["own"] @ self.weights + (seen["link"] @ free["heard"])[:, None] * (seen["heard"] @ self.weights) + free["leaning"]
        words += free["cues"][0] * seen["own cues"] + (seen["link"] @ free["cues"][1:])[:, None] * seen["heard cues"]
        scores: Matrix = np.concatenate([np.where(seen["possible"], words, -1e9), (seen["nothing"] @ free["nothing"])[:, None]], 1)
        return scores

    def best(self, rows: Sequence[Row]) -> list[str | None]:
        names = [*self.subjects, None]
        return [names[at] for at in self._scores(self._seen(rows)).argmax(1)]

    def _train(self, rows: Sequence[Row]) -> None:
        seen = self._seen(rows)
        right = np.array([[subject in row.right for subject in self.subjects] + [not row.right] for row in rows])
        first, second = ({name: np.zeros_like(value) for name, value in self.free.items()} for _ in range(2))
        for turn in range(1, ROUNDS + 1):
            for name, slope in self._slopes(seen, right).items():
                first[name] = 0.9 * first[name] + 0.1 * slope
                second[name] = 0.999 * second[name] + 0.001 * slope**2
                self.free[name] -= RATE * (first[name] / (1 - 0.9**turn)) / (np.sqrt(second[name] / (1 - 0.999**turn)) + 1e-8)

    def _slopes(self, seen: dict[str, Matrix], right: NDArray[np.bool_]) -> dict[str, Matrix]:
        scores = self._scores(seen)
        chance = np.exp(scores - scores.max(1, keepdims=True))
        chance /= chance.sum(1, keepdims=True)
        target = np.where(right, chance, 0.0)
        target /= np.maximum(target.sum(1, keepdims=True), 1e-12)
        off = chance - target
        about = off[:, :-1]
        linked = seen["link"] @ self.free["heard"]
        weights = seen["own"].T @ about + (seen["heard"] * linked[:, None]).T @ about
        heard = (about * (seen["heard"] @ self.weights)).sum(1)
        return {
            "scale": np.array([(weights * self.whole).sum(), (weights * self.parts).sum()]),
            "moved": weights + RIDGE * self.free["moved"],
            "cues": np.array([(about * seen["own cues"]).sum(), *(seen["link"].T @ (about * seen["heard cues"]).sum(1))]),
            "heard": seen["link"].T @ heard,
            "leaning": about.sum(0) + self.free["leaning"],
            "nothing": seen["nothing"].T @ off[:, -1] + 0.1 * self.free["nothing"],
        }

    def write(self, language: Language) -> None:
        weights = self.weights
        blocks = {
            subject: "\n".join(f"{word} {weights[at, column]:.2f}" for word, at in self.words.items() if abs(weights[at, column]) >= LEAST)
            for column, subject in enumerate(self.subjects)
        }
        free = {name: [round(float(value), 3) for value in values] for name, values in self.free.items() if values.ndim == 1}
        read = {
            "mix": {"own cues": free["cues"][0]}
            | {f"cues {name}": value for name, value in zip(LINKS, free["cues"][1:], strict=True)}
            | {f"words {name}": value for name, value in zip(LINKS, free["heard"], strict=True)},
            "leaning": dict(zip(self.subjects, free["leaning"], strict=True)),
            "nothing": dict(zip(self.signs, free["nothing"], strict=True)),
        }
        text = HEAD + yaml.safe_dump(read, allow_unicode=True, sort_keys=False) + "words:\n"
        for subject, block in blocks.items():
            text += f"  {subject}: |\n" + "".join(f"    {line}\n" for line in block.splitlines())
        (KNOWLEDGE / f"subject_weights.{language}.yaml").write_text(text, encoding="utf-8")


def accuracy(rows: Sequence[Row], best: Sequence[str | None]) -> float:
    return sum(one in row.right if one else not row.right for row, one in zip(rows, best, strict=True)) / len(rows)


def left_out(rows: Sequence[Row], language: Language) -> float:
    """Accuracy on authors the fit has not seen."""
    authors = {author: at % FOLDS for at, author in enumerate(sorted({row.author for row in rows}))}
    hits = 0.0
    for fold in range(FOLDS):
        test = [row for row in rows if authors[row.author] == fold]
        fit = Fit([row for row in rows if authors[row.author] != fold], language)
        hits += accuracy(test, fit.best(test)) * len(test)
    return hits / len(rows)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true")
    given = parser.parse_args()
    warm_up()
    for language in LANGUAGES:
        rows = labelled(language)
        print(f"{language}: {len(rows)} turns, topic right for authors left out {left_out(rows, language):.3f}", flush=True)
        if given.write:
            Fit(rows, language).write(language)


if __name__ == "__main__":
    main()
