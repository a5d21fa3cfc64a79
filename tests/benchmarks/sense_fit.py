"""Fits how strongly what a turn means speaks for the subjects of a sale, and prints how well that tells the topics of turns of authors left out.

    python -m tests.benchmarks.sense_fit [--write]

Learnt from the tuning half of tests/perception/data and its about.*.txt, both languages in one fit; the held half plays no part. Beside the
encoder's points the fit sees what the words' own (subject_fit) sees: cues, and what speaks for nothing. It is a conditional logistic regression
in which any labelled topic is right. `--write` replaces knowledge/language/subject_sense.json.
"""

import argparse
import json
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import yaml
from numpy.typing import NDArray

from assistant.domain.words import LANGUAGES, Language
from assistant.language.analysis import warm_up
from assistant.language.sense import sense
from assistant.language.subject_model import KNOWLEDGE
from assistant.language.subject_sense import FILE, NOTHING
from tests.benchmarks.subject_fit import FOLDS, accuracy, labelled
from tests.benchmarks.subject_learner import LINKS, Matrix, Row, off_target, train

SUBJECTS = tuple(sorted(yaml.safe_load((KNOWLEDGE / "subjects.yaml").read_text(encoding="utf-8"))))
SHARE = 0.6
"""How much the model counts beside the words': between .5 and .7 authors left out were told best."""
WIDE = 512
RIDGES = {"points": 0.32, "cues": 2.0, "leaning": 2.0, "nothing": 0.5}
"""How strongly each part is held to where it begins."""
SAME_MANNER = {
    "casual": "chatty", "wordy": "longwinded", "nopunct": "nospace", "others: rude, pushing, game": "others: rude or game",
    "others: small talk, manners": "others: small talk and manners", "others: blunt engineer": "others: engineer",
    "others: steps, reflections, claims": "others: closing steps and claims",
}  # fmt: skip
"""Manners that have another name in the other language: an author is left out of both."""


@dataclass(frozen=True, slots=True)
class Seen:
    """Rows as numbers: a row each. `points`: the rep's, then the buyer's."""

    points: Matrix
    said: Matrix
    before: Matrix
    link: Matrix
    nothing: Matrix
    possible: NDArray[np.bool_]
    right: NDArray[np.bool_]


def seen(rows: Sequence[tuple[Language, Row]], signs: Sequence[str]) -> Seen:
    none = np.zeros(WIDE)
    points = [np.concatenate([sense(text, language) if text else none for text in (row.seen.said, row.seen.told)]) for language, row in rows]
    said, before = (np.array([[row.cues[side].get(subject, 0.0) for subject in SUBJECTS] for _, row in rows]) for side in (0, 1))
    return Seen(
        np.array(points),
        said,
        before,
        np.array([[row.seen.link == name for name in LINKS] for _, row in rows], float),
        np.array([[row.seen.nothing[name] for name in signs] for _, row in rows]),
        np.array([[subject in row.possible for subject in SUBJECTS] + [True] for _, row in rows]),
        np.array([[subject in row.right for subject in SUBJECTS] + [not row.right] for _, row in rows]),
    )


def part(every: Seen, at: NDArray[np.bool_]) -> Seen:
    return Seen(*(getattr(every, name)[at] for name in Seen.__slots__))


class SenseFit:
    """The model while it is fitted."""

    def __init__(self, rows: Seen) -> None:
        self.free: dict[str, Matrix] = {
            "points": np.zeros((2 * WIDE, len(SUBJECTS) + 1)),
            "cues": np.array([1.0, *(0.8, 0.5, 0.3) * 2]),
            "leaning": np.zeros(len(SUBJECTS)),
            "nothing": np.zeros(rows.nothing.shape[1]),
        }
        train(self.free, lambda: self._slopes(rows), RIDGES, {"points": 5.0})

    def scores(self, rows: Seen) -> Matrix:
        free = self.free
        scores: Matrix = rows.points @ free["points"]
        scores[:, :-1] += free["cues"][0] * rows.said + (rows.link @ free["cues"][1:])[:, None] * rows.before + free["leaning"]
        scores[:, -1] += rows.nothing @ free["nothing"]
        return np.where(rows.possible, scores, -1e9)

    def _slopes(self, rows: Seen) -> dict[str, Matrix]:
        off = off_target(self.scores(rows), rows.right)
        about = off[:, :-1]
        return {
            "points": rows.points.T @ off,
            "cues": np.array([(about * rows.said).sum(), *(rows.link.T @ (about * rows.before).sum(1))]),
            "leaning": about.sum(0),
            "nothing": rows.nothing.T @ off[:, -1],
        }


def written(fit: SenseFit, signs: Sequence[str]) -> None:
    """Replaces the weights."""
    free = {name: np.round(value, 3) for name, value in fit.free.items()}
    read = {
        "about": "Fitted by tests/benchmarks/sense_fit.py from the tuning half of tests/perception/data. Not edited by hand.",
        "share": SHARE,
        "subjects": [*SUBJECTS, NOTHING],
        "mix": {"own cues": free["cues"][0]} | {f"cues {name}": value for name, value in zip(LINKS, free["cues"][1:], strict=True)},
        "leaning": dict(zip(SUBJECTS, free["leaning"], strict=True)),
        "nothing": dict(zip(signs, free["nothing"], strict=True)),
    }
    text = json.dumps(read, ensure_ascii=False, indent=1)[:-2]
    for side, rows in (("own", free["points"][:WIDE]), ("heard", free["points"][WIDE:])):
        text += f',\n "{side}": [\n' + ",\n".join(f"  {json.dumps([round(float(one), 2) for one in row])}" for row in rows) + "\n ]"
    FILE.write_text(text + "\n}\n", encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true")
    given = parser.parse_args()
    warm_up()
    rows = [(language, row) for language in LANGUAGES for row in labelled(language)]
    signs = sorted(rows[0][1].seen.nothing)
    every = seen(rows, signs)
    authors = [SAME_MANNER.get(row.author, row.author) for _, row in rows]
    fold = np.array([sorted(set(authors)).index(author) % FOLDS for author in authors])
    best = np.zeros(len(rows), int)
    for one in range(FOLDS):
        best[fold == one] = SenseFit(part(every, fold != one)).scores(part(every, fold == one)).argmax(1)
    for language in LANGUAGES:
        own = [at for at, (spoken, _) in enumerate(rows) if spoken == language]
        right = accuracy([rows[at][1] for at in own], [[*SUBJECTS, None][best[at]] for at in own])
        print(f"{language}: {len(own)} turns, topic right by what they mean and cues, authors left out: {right:.3f}", flush=True)
    if given.write:
        written(SenseFit(every), signs)


if __name__ == "__main__":
    main()
