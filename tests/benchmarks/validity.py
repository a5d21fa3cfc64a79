"""How far the scores agree with people's labels: `python -m tests.benchmarks.validity --data DIR`.

For each file, the figure of the last rep turn's score, three ways: as shipped (its weights were fitted on these very files, so it
flatters), cross-validated
by conversation, and with its whole file left out of the fit, which is the honest one for talk never seen. Beside it what cheap baselines reach.
"""

import argparse
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np

from assistant.domain.words import Language
from assistant.language.analysis import analyse
from assistant.language.linear import LinearModel, Weights, read_model
from assistant.scoring import Rubric, read_rubric, score
from assistant.scoring import tone as tone_module
from assistant.scoring import uptake as uptake_module
from assistant.scoring.transcripts.checked import transcript_of
from assistant.scoring.wording import wording
from tests.benchmarks import fit
from tests.benchmarks.conversations import last
from tests.benchmarks.figures import GOALS, ROOT, SHARED, Vector, figure, folds, rows

FOLDS = 5
RUBRIC = ROOT / "knowledge" / "rubrics" / "default.yaml"
POSITIVE: dict[Language, frozenset[str]] = {
    "en": frozenset("good great thank thanks love happy glad appreciate nice best wonderful pleased hope please agree understand".split()),
    "ko": frozenset("좋 감사 고맙 사랑 행복 기쁘 예쁘 멋지 재밌 최고 응원 다행 즐겁 축하".split()),
}
NEGATIVE: dict[Language, frozenset[str]] = {
    "en": frozenset("bad hate awful terrible wrong stupid never no not worst angry problem fail poor ugly".split()),
    "ko": frozenset("싫 나쁘 최악 쓰레기 짜증 화나 못 안 없 미치 더럽 망하 역겹".split()),
}


class Texts:
    """One labelled file: its conversations, labels and, for files that weights are fitted on, their features."""

    def __init__(self, name: str, path: Path) -> None:
        self.name = name
        self.language: Language = "ko" if name.endswith("_ko") else "en"
        self.rows = list(rows(path))
        self.labels = np.array([float(row["label"]) for row in self.rows])
        self.folds = folds([_conversation(row) for row in self.rows], FOLDS)

    @cached_property
    def features(self) -> fit.Features:
        if self.name in fit.TONE[self.language]:
            return [wording(row["turns"][-1]["text"], self.language) for row in self.rows]
        return fit.uptake_rows(self.rows) if self.name == fit.UPTAKE else []


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=SHARED)
    parser.add_argument("--quick", action="store_true", help="only as shipped")
    parser.add_argument("--only", nargs="+", choices=list(GOALS), help="only these files")
    arguments = parser.parse_args()
    rubric = read_rubric(RUBRIC)
    files = {name: Texts(name, arguments.data / f"{name}.jsonl") for name in GOALS if (arguments.data / f"{name}.jsonl").exists()}
    print(f"{'file':26}{'score':9}{'fig':5}{'shipped':>8}{'cv':>7}{'left out':>9}{'goal':>6}{'floor':>6}   baselines")
    for name, texts in ((name, texts) for name, texts in files.items() if arguments.only is None or name in arguments.only):
        read, kind, goal, floor = GOALS[name]
        shipped = figure(kind, texts.labels, values(texts, rubric, read))
        crossed = left = None
        if not arguments.quick:
            crossed, left = validated(texts, files, rubric, read)
        others = "  ".join(f"{label} {figure(kind, texts.labels, found):.2f}" for label, found in baselines(texts).items())
        print(f"{name:26}{read:9}{kind:5}{shipped:8.3f}{_shown(crossed):>7}{_shown(left):>9}{goal:6.2f}{floor:6.2f}   {others}", flush=True)


def values(texts: Texts, rubric: Rubric, read: str, only: Vector | None = None) -> Vector:
    """The score of the last rep turn of every conversation (or of those chosen); one that has none counts as the middle."""
    chosen = texts.rows if only is None else [row for row, keep in zip(texts.rows, only, strict=True) if keep]
    cards = (score(transcript_of(row), rubric=rubric) for row in chosen)
    return np.array([last(card, read) for card in cards])


def validated(texts: Texts, files: Mapping[str, Texts], rubric: Rubric, read: str) -> tuple[float | None, float | None]:
    """(cross-validated by conversation, with the file left out); None where nothing is fitted."""
    kind = GOALS[texts.name][1]
    tone = texts.name in fit.TONE[texts.language]
    if not tone and texts.name != fit.UPTAKE:
        return None, None
    together = [one for one in files.values() if one.name in (fit.TONE[texts.language] if tone else {fit.UPTAKE: 1})]
    crossed = np.zeros(len(texts.labels))
    for fold in range(FOLDS):
        with fitted(together, tone, texts.language, leave_fold=fold):
            crossed[texts.folds == fold] = values(texts, rubric, read, texts.folds == fold)
    left = None
    if tone and len(together) > 1:
        with fitted([one for one in together if one is not texts], tone, texts.language):
            left = figure(kind, texts.labels, values(texts, rubric, read))
    return figure(kind, texts.labels, crossed), left


@contextmanager
def fitted(together: list[Texts], tone: bool, language: Language, leave_fold: int | None = None) -> Iterator[None]:
    """The scorer with weights fitted on these files only, without one fold of each."""
    parts = {}
    for one in together:
        keep = np.ones(len(one.labels), dtype=bool) if leave_fold is None else one.folds != leave_fold
        parts[one.name] = ([found for found, kept in zip(one.features, keep, strict=True) if kept], one.labels[keep])
    weights = fit.fit_tone(parts, language) if tone else fit.fit_linear(*parts[fit.UPTAKE])
    module: Any = tone_module if tone else uptake_module
    model = replace(read_model("tone" if tone else "uptake", language), weights=Weights(weights))

    def instead(name: str, _language: Language) -> LinearModel:
        return model

    _forget()
    module.read_model = instead
    try:
        yield
    finally:
        module.read_model = read_model
        _forget()


def _forget() -> None:
    tone_module.tone_of.cache_clear()
    uptake_module.uptake_of.cache_clear()


def baselines(texts: Texts) -> dict[str, Vector]:
    """Length in characters, a small sentiment word list, and in Korean polite endings."""
    said = [row["turns"][-1]["text"] for row in texts.rows]
    found = {"length": np.array([float(len(text)) for text in said]), "sentiment": np.array([_sentiment(text, texts.language) for text in said])}
    if texts.language == "ko":
        found["endings"] = np.array([float(text.rstrip(" .!?~ㅎㅋㅠ").endswith(("요", "니다", "니까", "죠"))) for text in said])
    return found


def _sentiment(text: str, language: Language) -> float:
    words = [token.form if language == "ko" else token.form.lower() for token in analyse(text, language).tokens]
    return float(sum(word in POSITIVE[language] for word in words) - sum(word in NEGATIVE[language] for word in words))


def _conversation(row: dict[str, Any]) -> str:
    """The conversation a row comes from, as far as its id says."""
    parts = str(row["id"]).split("/")
    return "/".join(parts[:-1]) if row["id"].startswith("uptake_en") else str(row["id"])


def _shown(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}"


if __name__ == "__main__":
    main()
