"""Counts how often people say things in general, for reps who practise without a team (`assistant/habits/background.py`).

    python -m tests.benchmarks.habit_background [--data ../shared/data]

From the labelled rep turns' open half (`tests/perception/data`), the good reps (`knowledge/good_reps`), the buyer benchmark's reps at work in four
manners, and those public files whose licence is MIT or CC BY: rates only, no text. A phrase has the highest of its rates in any one source, so that
what is usual anywhere is no habit.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from assistant.domain.words import LANGUAGES, Language
from assistant.habits.background import FOLDER
from assistant.habits.endings import endings
from assistant.habits.spoken import LONGEST, SpokenTurn, runs
from tests.benchmarks.conversations import conversations
from tests.benchmarks.figures import ROOT, SHARED, rows

PUBLIC: dict[Language, tuple[str, ...]] = {
    "ko": ("kote_warm_cold_ko", "tydip_politeness_ko"),
    "en": ("offers_warm_tough_en", "receptiveness_en", "uptake_en", "feedback_specificity_en"),
}
MANNERS = ("excellent", "decent", "hesitant", "product-pusher")
SEED = 99
"""Not one that anything is measured with."""
SPEAK_LIKE_REPS = ("turns", "good reps", "reps at work")
LEAST = 3
"""Times a phrase must stand in a source to be listed."""
UNLISTED = 0.5
"""Times that an unlisted phrase is taken to stand in the largest of the sources that speak like reps."""


def sources(language: Language, data: Path) -> Iterator[tuple[str, list[str]]]:
    turns = rows(ROOT / "tests" / "perception" / "data" / f"{language}.jsonl")
    yield "turns", [row["text"] for row in turns if not row["held"]]
    yield (
        "good reps",
        [
            line
            for path in sorted((ROOT / "knowledge" / "good_reps").glob("*.yaml"))
            for line in _lines(yaml.safe_load(path.read_text(encoding="utf-8")), language)
        ],
    )
    yield "reps at work", [turn.text for one in conversations(language, MANNERS, SEED) for turn in one.rep_turns()]
    for name in PUBLIC[language]:
        yield name, [turn["text"] for row in rows(data / f"{name}.jsonl") for turn in row["turns"] if turn["speaker"] == "rep"]


def _lines(tree: Any, language: Language, inside: bool = False) -> Iterator[str]:
    """Every text under a key of that language."""
    if isinstance(tree, str):
        yield from [tree] if inside else []
    elif isinstance(tree, list):
        for one in tree:
            yield from _lines(one, language, inside)
    elif isinstance(tree, dict):
        for key, one in tree.items():
            if inside or key not in LANGUAGES or key == language:
                yield from _lines(one, language, inside or key == language)


def rates(texts: list[str], language: Language) -> tuple[dict[str, float], int]:
    """Times in a hundred thousand words, and how many words there were."""
    counted: Counter[str] = Counter()
    words = 0
    for text in texts:
        turn = SpokenTurn(0, text, "", language)
        for piece in turn.pieces:
            words += len(piece.words)
            counted.update(runs(piece.words, LONGEST[language]))
        counted.update(name for name, pattern in endings(language) for _ in pattern.finditer(turn.plain))
    return {phrase: 100_000 * count / words for phrase, count in counted.items() if count >= LEAST}, words


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", type=Path, default=SHARED)
    data = parser.parse_args().data
    for language in LANGUAGES:
        highest: dict[str, float] = {}
        spoken = 0
        for name, texts in sources(language, data):
            found, words = rates(texts, language)
            print(f"{language} {name}: {len(texts)} texts, {words} words, {len(found)} phrases")
            spoken = max(spoken, words) if name in SPEAK_LIKE_REPS else spoken
            for phrase, rate in found.items():
                highest[phrase] = max(rate, highest.get(phrase, 0.0))
        least = round(UNLISTED * 100_000 / spoken, 2)
        held: dict[str, Any] = {"least": least, "rates": {phrase: round(rate, 1) for phrase, rate in sorted(highest.items()) if rate > least}}
        path = FOLDER / f"background.{language}.json"
        path.write_text(json.dumps(held, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")
        print(f"{path.name}: {len(held['rates'])} phrases, {path.stat().st_size // 1024} KB")


if __name__ == "__main__":
    main()
