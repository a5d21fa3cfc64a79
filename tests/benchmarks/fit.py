"""Fits the weights of `knowledge/measures` on public labelled text: `python -m tests.benchmarks.fit --data DIR`.

Only weights of named words and phrases come out, no text. What is fitted on what: `TONE` and `fit_uptake` below. Fits are joint over all files of a
language, each file centred on its own, so that no weight can say which file it came from.
"""

import argparse
import json
import math
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

from assistant.domain.words import LANGUAGES, Language
from assistant.language.analysis import analyse
from assistant.language.linear import FOLDER
from assistant.language.phrases import has, known
from assistant.scoring.measures.warm import SOCIAL
from assistant.scoring.uptake import uptake_features
from assistant.scoring.wording import wording
from tests.benchmarks.figures import SHARED, Vector, ridge, rows

TONE: dict[Language, dict[str, float]] = {
    "en": {"offers_warm_tough_en": 3.0, "receptiveness_en": 1.0},
    "ko": {"tydip_politeness_ko": 6.0, "kote_warm_cold_ko": 1.0, "kocohub_respect_ko": 0.7},
}
"""File -> weight of one of its rows, so that small files are heard beside large ones."""
UPTAKE = "uptake_en"
KOREAN_UPTAKE = {
    "recall": 0.15, "words back": 0.1, "rare words back": 0.25, "asks": 0.3, "reacts": 0.45, "here and now": 0.2, "a view of it": 0.35,
    "nobody in it": -0.35, "true of everybody": -0.5, "says it again": -0.7, "explains what everybody knows": -0.7,
}  # fmt: skip
"""Argued: Korean has no rated uptake, says little back in the same words, and shows by interjections, by endings that carry a view (-네요,
-거든요) and by its own day that somebody was listening; what would be true without either of the two says that nobody was (Liebrecht et al. 2021)."""
PENALTY = {"word": 10.0, "pair": 4.0, "list": 250.0}
"""How strongly a weight is held: words and pairs of words to 0, phrase lists to `ARGUED`. Looser, English files are ordered worse when they are left
out; tighter, the files themselves are."""
ARGUED: dict[Language, dict[str, float]] = {
    "en": {
        "greeting": 0.6, "thanks": 0.4, "apology": 0.3, "farewell": 0.3, "small_talk": 0.3, "empathy": 0.5, "reflection": 0.3, "agreement": 0.6,
        "acknowledges": 0.5, "subjective": 0.05, "hedge": 0.25, "softener": 0.25, "asks_politely": 0.3, "affect": 0.15, "praise": 0.3, "care": 0.3,
        "request_soft": 0.5, "checks_back": 0.2, "asks_payoff": 0.2, "disclosure": 0.1, "admits": 0.1, "balance": 0.3, "concedes": 0.3,
        "your_view": 0.2, "wants_to_know": 0.3, "first_person": 0.1, "could_would": 0.2, "please_later": 0.2, "doubts_self": 0.1, "feels_with": 0.4,
        "limiter": -0.12, "negation": -0.3, "contrast_first": -0.1, "blame_wh": -0.6, "imperative": -0.3, "rhetorical": -0.2,
        "leading_words": -0.2, "contempt": -0.6, "pressure": -0.4, "guarantee": -0.2, "cold": -0.3, "insult": -0.7, "firm": -0.45,
        "request_hard": -0.4, "mind_reading": -0.3, "evasion": -0.1, "advice": -0.15, "absolute": -0.2, "waves_away": -0.4, "swears": -0.25,
    },
    "ko": {
        "greeting": 0.5, "thanks": 0.5, "apology": 0.4, "farewell": 0.4, "small_talk": 0.1, "empathy": 0.4, "reflection": 0.3, "agreement": 0.35,
        "acknowledges": 0.4, "subjective": 0.05, "hedge": 0.35, "softener": 0.5, "asks_politely": 0.2, "affect": 0.3, "praise": 0.7,
        "polite_form": 0.6, "admits": 0.2, "disclosure": 0.1, "agrees": 0.2, "asks_softly": 0.6, "honours_asking": 0.2, "asks_if_can": 0.5,
        "asks_how": 0.45,
        "humble": 0.1, "opens_gently": 0.5, "gives_credit": 0.5, "smiles": 0.4, "weeps": 0.4, "wishes": 0.4, "fond": 0.7, "pities": 0.2,
        "feels_with": 0.4,
        "limiter": -0.1, "negation": -0.15, "contrast_first": -0.1, "blame_wh": -0.6, "imperative": -0.4, "rhetorical": -0.3, "contempt": -0.6,
        "pressure": -0.3, "guarantee": -0.1, "cold": -0.4, "insult": -1.2, "mind_reading": -0.2, "evasion": -0.1, "rhetorical_no": -0.6,
        "why_challenge": -0.7, "you_bluntly": -0.8, "orders": -0.5, "reproaches": -0.4, "condemns": -0.6,
    },
}  # fmt: skip
"""Weights of phrase lists argued from the literature (design: measurement 2.4, 2.5): what labels of one kind of talk pull away from them
counts little, so
that the weights carry over to talk nobody has labelled."""
PLAIN: dict[Language, tuple[str, ...]] = {
    "en": (
        "The contract runs for twelve months.", "We can start on the first of next month.", "Setup takes about three weeks in total.",
        "The monthly fee covers maintenance and updates.", "I have the comparison here.", "That depends on the number of seats.",
        "The price for forty users is on page two.", "Delivery is in the second half of March.", "How many people use it every day?",
        "Which of the two options are you looking at?", "There are two ways to do that.", "The report goes out every Monday.",
    ),
    "ko": (
        "계약 기간은 12개월이에요.", "다음 달 1일부터 시작할 수 있어요.", "설치는 3주 정도 걸립니다.", "월 이용료에 유지보수가 포함됩니다.",
        "비교표는 여기 있어요.", "좌석 수에 따라 달라져요.", "40명 기준 금액은 2쪽에 있습니다.", "납품은 3월 하순이에요.", "하루에 몇 명이 쓰나요?",
        "두 가지 가운데 어느 쪽을 보고 계세요?", "방법은 두 가지가 있습니다.", "보고서는 매주 월요일에 나가요.",
    ),
}  # fmt: skip
"""Plain lines of a rep, neither warm nor cold: what is as warm as these stands in the middle of the scale."""
SELDOM = 8
"""Words and pairs in fewer texts get no weight."""
SHARED_FROM = 2
"""Nor do pairs that any file has fewer times: they say what its people spoke of."""
Features = list[dict[str, float]]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=SHARED)
    data: Path = parser.parse_args().data
    missing = [name for name in (*TONE["en"], *TONE["ko"], UPTAKE) if not (data / f"{name}.jsonl").exists()]
    if missing:
        parser.error(f"not in {data}: {', '.join(missing)}")
    for language in LANGUAGES:
        write("rarity", language, *rarities(data, language))
    for language in LANGUAGES:
        texts = {name: wordings(data / f"{name}.jsonl", language) for name in TONE[language]}
        weights = fit_tone(texts, language)
        write(
            "tone",
            language,
            "How warm the wording is; list weights argued and fitted, word weights fitted.",
            *scale(texts, weights, language),
            weights,
        )
    about, middle, spread, weights = fit_uptake(data)
    write("uptake", "en", about, middle, spread, weights)
    write("uptake", "ko", about, middle, spread, weights | KOREAN_UPTAKE)


def wordings(path: Path, language: Language) -> tuple[Features, Vector]:
    every = list(rows(path))
    return [wording(row["turns"][-1]["text"], language) for row in every], np.array([float(row["label"]) for row in every])


def fit_tone(texts: Mapping[str, tuple[Features, Vector]], language: Language) -> dict[str, float]:
    """Weights by feature."""
    names = feature_names((features for features, _ in texts.values()), language)
    blocks, labels, weights = [], [], []
    for file, (features, wanted) in texts.items():
        block = matrix(features, names)
        blocks.append(block - block.mean(axis=0))
        labels.append((wanted - wanted.mean()) / wanted.std())
        weights.append(np.full(len(wanted), TONE[language][file]))
    penalty = np.array([PENALTY[name.split(":")[0]] for name in names])
    argued = np.array([ARGUED[language].get(name.removeprefix("list:"), 0.0) if name.startswith("list:") else 0.0 for name in names])
    found = ridge(np.concatenate(blocks), np.concatenate(labels), penalty, np.concatenate(weights), argued)
    return {name: round(float(weight), 3) for name, weight in zip(names, found, strict=True) if abs(weight) >= 0.0005}


def feature_names(files: Iterable[Features], language: Language) -> list[str]:
    counts = [Counter(name for one in features for name in one) for features in files]
    total = sum(counts, Counter[str]())

    def kept(name: str) -> bool:
        if name.startswith("list:"):
            return True
        shared = not name.startswith("pair:") or all(count[name] >= SHARED_FROM for count in counts)
        return total[name] >= SELDOM and shared and not in_a_list(name, language)

    return sorted(filter(kept, total))


@cache
def in_a_list(name: str, language: Language) -> bool:
    """A word that an argued list counts already, or a pair that is one of its phrases: with a weight of its own it would only undo the list's. Also a
    pair with a kind word in it, as those count the first few times only."""
    kind, words = name.split(":", 1)
    lists = [one for one in ARGUED[language] if known(one, language)]
    if kind == "pair":
        return any(has(one, words, language) and (one in SOCIAL or not any(has(one, word, language) for word in words.split())) for one in lists)
    word = words.split("/")[0]
    return not word.startswith("-") and any(has(one, word, language) for one in lists)


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


def scale(texts: Mapping[str, tuple[Features, Vector]], weights: Mapping[str, float], language: Language) -> tuple[float, float]:
    """(the total of a plain line, the spread of totals over the labelled texts)."""
    plain = totals([wording(line, language) for line in PLAIN[language]], weights)
    every = [totals(features, weights) for features, _ in texts.values()]
    return round(float(plain.mean()), 3), round(float(np.mean([one.std() for one in every])), 3)


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
    """On rated classroom exchanges in English; Korean has no rated uptake and takes the same weights but two (design: measurement 3.5)."""
    every = list(rows(data / f"{UPTAKE}.jsonl"))
    features = uptake_rows(every)
    weights = fit_linear(features, np.array([float(row["label"]) for row in every]))
    sums = totals(features, weights)
    return "How far a reply builds on what was said.", round(float(sums.mean()), 3), round(float(sums.std()), 3), weights


def uptake_rows(every: list[dict[str, Any]]) -> Features:
    return [uptake_features(row["turns"][0]["text"], row["turns"][1]["text"], "en") for row in every]


def fit_linear(features: Features, labels: Vector) -> dict[str, float]:
    names = sorted(features[0])
    table = matrix(features, names)
    found = ridge(table - table.mean(axis=0), labels - labels.mean(), np.full(len(names), 5.0), np.ones(len(labels)))
    return {name: round(float(weight), 3) for name, weight in zip(names, found, strict=True)}


def write(name: str, language: Language, about: str, middle: float, spread: float, weights: Mapping[str, float]) -> None:
    lines = json.dumps(dict(sorted(weights.items())), ensure_ascii=False, indent=1)
    head = json.dumps({"about": about, "middle": middle, "spread": spread}, ensure_ascii=False)
    (FOLDER / f"{name}.{language}.json").write_text(f'{head[:-1]}, "weights": {lines}}}\n', encoding="utf-8")


if __name__ == "__main__":
    main()
