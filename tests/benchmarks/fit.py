"""Fits the weights of `knowledge/measures` on public labelled text: `python -m tests.benchmarks.fit --data DIR`.

Only weights of named words and phrases come out, no text. What is fitted on what: `TONE` and `fit_uptake` below. Fits are joint over all files of a
language, each file centred on its own, so that no weight can say which file it came from.
"""

import argparse
import json
import math
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path

import numpy as np

from assistant.domain.words import LANGUAGES, Language
from assistant.language.analysis import analyse
from assistant.scoring.linear import FOLDER
from assistant.scoring.uptake import uptake_features
from assistant.scoring.wording import wording
from tests.benchmarks.figures import SHARED, Vector, ridge, rows

TONE: dict[Language, dict[str, float]] = {
    "en": {"offers_warm_tough_en": 2.0, "receptiveness_en": 1.0},
    "ko": {"tydip_politeness_ko": 6.0, "kote_warm_cold_ko": 1.0, "kocohub_respect_ko": 0.7},
}
"""File -> weight of one of its rows, so that small files are heard beside large ones."""
PENALTY = {"word": 3.0, "list": 1.0}
SELDOM = 4
"""Words in fewer texts get no weight."""
Features = list[dict[str, float]]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=SHARED)
    data: Path = parser.parse_args().data
    for language in LANGUAGES:
        write("rarity", language, *rarities(data, language))
    for language in LANGUAGES:
        texts = {name: wordings(data / f"{name}.jsonl", language) for name in TONE[language]}
        weights = fit_tone(texts, TONE[language])
        write("tone", language, "Warmth of wording.", *middle_and_spread(texts, weights), weights)
    for language in LANGUAGES:
        write("uptake", language, *fit_uptake(data))


def wordings(path: Path, language: Language) -> tuple[Features, Vector]:
    every = list(rows(path))
    return [wording(row["turns"][-1]["text"], language) for row in every], np.array([float(row["label"]) for row in every])


def fit_tone(texts: Mapping[str, tuple[Features, Vector]], importance: Mapping[str, float]) -> dict[str, float]:
    """Weights by feature."""
    names = feature_names(features for features, _ in texts.values())
    blocks, labels, weights = [], [], []
    for file, (features, wanted) in texts.items():
        block = matrix(features, names)
        blocks.append(block - block.mean(axis=0))
        labels.append((wanted - wanted.mean()) / wanted.std())
        weights.append(np.full(len(wanted), importance[file]))
    penalty = np.array([PENALTY[name.split(":")[0]] for name in names])
    found = ridge(np.concatenate(blocks), np.concatenate(labels), penalty, np.concatenate(weights))
    return {name: round(float(weight), 3) for name, weight in zip(names, found, strict=True) if abs(weight) >= 0.0005}


def feature_names(files: Iterable[Features]) -> list[str]:
    counts = Counter(name for features in files for one in features for name in one)
    return sorted(name for name, count in counts.items() if count >= SELDOM)


def matrix(features: Features, names: list[str]) -> Vector:
    place = {name: at for at, name in enumerate(names)}
    table = np.zeros((len(features), len(names)))
    for row, one in enumerate(features):
        for name, value in one.items():
            if name in place:
                table[row, place[name]] = value
    return table


def totals(features: Features, weights: Mapping[str, float]) -> Vector:
    return np.array([sum(weights.get(name, 0.0) * value for name, value in one.items()) for one in features])


def middle_and_spread(texts: Mapping[str, tuple[Features, Vector]], weights: Mapping[str, float]) -> tuple[float, float]:
    every = [totals(features, weights) for features, _ in texts.values()]
    return round(float(np.mean([one.mean() for one in every])), 3), round(float(np.mean([one.std() for one in every])), 3)


def rarities(data: Path, language: Language) -> tuple[str, float, float, dict[str, float]]:
    """1 - log document frequency, as a share; words in fewer than five texts are not listed, their rarity is 1."""
    counts: Counter[str] = Counter()
    texts = 0
    for path in sorted(data.glob(f"*_{language}.jsonl")):
        for row in rows(path):
            for turn in row["turns"]:
                texts += 1
                counts.update(set(analyse(turn["text"], language).content))
    scale = math.log(texts + 1)
    listed = {word: round(1 - math.log(count + 1) / scale, 2) for word, count in sorted(counts.items()) if count >= 5}
    return "How rare a word is in public talk, 0-1.", 0.0, 1.0, listed


def fit_uptake(data: Path) -> tuple[str, float, float, dict[str, float]]:
    """On rated classroom exchanges in English; Korean has no rated uptake and takes the same weights (design: measurement 3.5)."""
    every = list(rows(data / "uptake_en.jsonl"))
    features = [uptake_features(row["turns"][0]["text"], row["turns"][1]["text"], "en") for row in every]
    names = sorted(features[0])
    table, labels = matrix(features, names), np.array([float(row["label"]) for row in every])
    found = ridge(table - table.mean(axis=0), labels - labels.mean(), np.full(len(names), 5.0), np.ones(len(labels)))
    weights = {name: round(float(weight), 3) for name, weight in zip(names, found, strict=True)}
    sums = totals(features, weights)
    return "How far a reply builds on what was said.", round(float(sums.mean()), 3), round(float(sums.std()), 3), weights


def write(name: str, language: Language, about: str, middle: float, spread: float, weights: Mapping[str, float]) -> None:
    lines = json.dumps(dict(sorted(weights.items())), ensure_ascii=False, indent=1)
    head = json.dumps({"about": about, "middle": middle, "spread": spread}, ensure_ascii=False)
    (FOLDER / f"{name}.{language}.json").write_text(f'{head[:-1]}, "weights": {lines}}}\n', encoding="utf-8")


if __name__ == "__main__":
    main()
