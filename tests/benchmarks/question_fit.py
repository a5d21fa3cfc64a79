"""Fits the weights of the question model and prints how well it tells questions, in five folds.

    python -m tests.benchmarks.question_fit act_3i4k_ko.jsonl uptake_en.jsonl [--write]

The labelled set is warnikchow/3i4k in the transcript form (label 1 = a genuine question). The dev half of tests/perception/data joins in with its
question marks removed: a sentence that had one asks. So do English lessons (ddemszky/conversational-uptake), of which only the marks are used.
`--write` replaces knowledge/language/question_weights.yaml.
"""

import argparse
import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import yaml
from numpy.typing import NDArray

from assistant.domain.words import LANGUAGES, Language
from assistant.language.analysis import analyse
from assistant.language.phrases import has
from assistant.language.question_features import MARK, features
from assistant.language.sentences import sentences
from tests.benchmarks.perception import DATA

WEIGHTS = Path(__file__).parents[2] / "knowledge" / "language" / "question_weights.yaml"
BY_HAND: dict[Language, dict[str, float]] = {
    "ko": {
        "ends 는지+요": 4.0,
        "curious": 6.0,
        "question mark": 6.0,
        "full stop": -3.0,
        "others": -2.5,
        "rhetorical": -6.0,
        "everybody": -2.5,
        "honours state, 지+요": 1.6,
        "honours subject, 지+요": 1.6,
        "honours 거, 어+요": 2.6,
        "ends topic+요": 5.6,
        "self, topic+요": -5.0,
        "ends 냐고+요": 4.5,
        "word, 어+요": 2.6,
    },
    "en": {
        "question mark": 6.0,
        "full stop": -5.0,
        "rhetorical": -6.0,
        "asks_politely": 3.5,
        "not inverted": -2.0,
        "wh, no verb": -4.0,
        "reason first": -2.0,
        "asks after a clause": 2.0,
    },
}
"""What the texts cannot teach: the labelled speech has no marks, and an English request to tell has none either."""
WRITTEN_WEIGHT = 3.0
"""How much a sentence of a rep counts against one of everyday speech."""
HEAD = """# Weights of the question model: log-odds of each feature (assistant/language/question_features.py).
# Fitted by tests/benchmarks/question_fit.py; those at the end are set by hand.
"""
Row = tuple[dict[str, float], int]
Vector = NDArray[np.float64]


def spoken(path: Path) -> list[Row]:
    """The likeliest sentence cannot be known before the fit, so a labelled text stands for its last sentence."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return [(features(analyse(_last(row["turns"][-1]["text"]), "ko")), int(row["label"])) for row in rows]


def _last(text: str) -> str:
    return text[slice(*sentences(text, "ko")[-1])] if sentences(text, "ko") else text


def unmarked(language: Language, held: bool) -> list[Row]:
    """Sentences of the labelled turns without their final marks, and whether there was a question mark. Only turns written with marks."""
    found = []
    for line in (DATA / f"{language}.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if row["held"] != held or row["manner"] == "nospace" or row["manner"] == "nopunct":
            continue
        spans = sentences(row["text"], language)
        said = [row["text"][start:end] for start, end in spans]
        if ("question" in row["acts"]) == any(MARK.search(one) for one in said):
            found += [_unmarked(one, language) for one in said if MARK.search(one) or not _asks_without(one, language)]
    return found


def lessons(path: Path) -> list[Row]:
    """Sentences of talk that was written down with its marks, without them; every third one, to weigh as much as the rest."""
    texts = [turn["text"] for line in path.read_text(encoding="utf-8").splitlines() for turn in json.loads(line)["turns"]]
    said = [text[start:end] for text in texts for start, end in sentences(text, "en")]
    return [_unmarked(one, "en") for one in said[::3] if one[-1] == "?" or (one[-1] in ".!" and not _asks_without(one, "en"))]


def _unmarked(sentence: str, language: Language) -> Row:
    return features(analyse(sentence.rstrip("?!.~ ㅎㅠ"), language)), int(MARK.search(sentence) is not None)


def _asks_without(sentence: str, language: Language) -> bool:
    """'Tell me …' asks and carries no mark: such a sentence teaches nothing."""
    return has("asks_politely", sentence, language)


def names_in(rows: Sequence[Row], at_least: int = 4) -> list[str]:
    counts: dict[str, int] = {}
    for one, _ in rows:
        for name in one:
            counts[name] = counts.get(name, 0) + 1
    return sorted(name for name, count in counts.items() if count >= at_least)


def matrix(rows: Sequence[Row], names: Sequence[str]) -> tuple[Vector, Vector]:
    place = {name: at for at, name in enumerate(names)}
    table = np.zeros((len(rows), len(names) + 1))
    table[:, -1] = 1.0
    for at, (one, _) in enumerate(rows):
        for name, value in one.items():
            if name in place:
                table[at, place[name]] = value
    return table, np.array([label for _, label in rows], dtype=float)


def fitted(table: Vector, labels: Vector, heavy: int = 0, ridge: float = 1.0) -> Vector:
    """Logistic regression by Newton steps, the constant not held back. The last `heavy` rows count WRITTEN_WEIGHT times."""
    count = np.ones(len(labels))
    count[len(labels) - heavy :] = WRITTEN_WEIGHT
    weights = np.zeros(table.shape[1])
    held_back = np.full(table.shape[1], ridge)
    held_back[-1] = 1e-6
    for _ in range(30):
        chance = 1 / (1 + np.exp(-np.clip(table @ weights, -30, 30)))
        slope = table.T @ (count * (labels - chance)) - held_back * weights
        curve = (table * (count * chance * (1 - chance))[:, None]).T @ table + np.diag(held_back)
        step = np.linalg.solve(curve, slope)
        weights += step
        if np.abs(step).max() < 1e-6:
            break
    return weights


def auc(scores: Vector, labels: Vector) -> float:
    """The chance that a question scores above what is none; ties count half."""
    order = np.argsort(scores, kind="stable")
    ranks = np.empty(len(scores))
    ranks[order] = np.arange(1, len(scores) + 1)
    for value in np.unique(scores):
        same = scores == value
        ranks[same] = ranks[same].mean()
    positive = labels == 1
    count = positive.sum()
    return float((ranks[positive].sum() - count * (count + 1) / 2) / (count * (len(labels) - count)))


def cross_validated(rows: Sequence[Row], extra: Sequence[Row] = (), heavy: bool = True, folds: int = 5) -> Vector:
    scores = np.zeros(len(rows))
    fold = np.random.default_rng(7).permutation(len(rows)) % folds
    for one in range(folds):
        train = [*(rows[at] for at in np.flatnonzero(fold != one).tolist()), *extra]
        names = names_in(train)
        test = np.flatnonzero(fold == one).tolist()
        scores[test] = matrix([rows[at] for at in test], names)[0] @ fitted(*matrix(train, names), heavy=len(extra) if heavy else 0)
    return scores


def model(rows: Sequence[Row], heavy: int = 0) -> dict[str, float]:
    names = names_in(rows)
    weights = fitted(*matrix(rows, names), heavy=heavy)
    return {name: round(float(weight), 2) for name, weight in sorted(zip([*names, "constant"], weights, strict=True), key=lambda one: -one[1])}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("labelled", type=Path)
    parser.add_argument("lessons", type=Path)
    parser.add_argument("--write", action="store_true")
    given = parser.parse_args()
    written: dict[Language, list[Row]] = {language: unmarked(language, held=False) for language in LANGUAGES}
    talk: dict[Language, list[Row]] = {"ko": spoken(given.labelled), "en": lessons(given.lessons)}
    for language in LANGUAGES:
        labels, marked = (np.array([label for _, label in rows]) for rows in (talk[language], written[language]))
        print(f"{language} talk, five folds: AUC {auc(cross_validated(talk[language], written[language]), labels):.3f} of {len(labels)}")
        scores = cross_validated(written[language], talk[language], heavy=False)
        print(f"{language} rep turns without marks, five folds: AUC {auc(scores, marked):.3f} of {len(marked)}")
    if given.write:
        weights = {language: model([*talk[language], *written[language]], heavy=len(written[language])) for language in LANGUAGES}
        for language in LANGUAGES:
            weights[language] |= BY_HAND[language]
        WEIGHTS.write_text(HEAD + yaml.safe_dump(weights, allow_unicode=True, sort_keys=False), encoding="utf-8")


if __name__ == "__main__":
    main()
