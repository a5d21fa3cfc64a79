"""The weights by which a buyer tells what a question asks for, fitted to labelled questions (the half `fresh` of `tests/benchmarks/asked/`).

    python -m tests.benchmarks.meant_fit [--write]

Prints what questions of deals left out of the fit bring; with --write, fits to all deals and writes `knowledge/language/meant_weights.yaml`.
"""

import argparse
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import yaml
from numpy.typing import NDArray

from assistant.domain.words import LANGUAGES, Language
from assistant.perception import hear
from assistant.practice.meant import FEATURES, answers, features
from assistant.scenarios import read_scenario
from assistant.settings import HOME
from tests.benchmarks.to_the_point import BEFORE, deals, labelled

FILE = HOME / "knowledge" / "language" / "meant_weights.yaml"
HEAD = """\
# How much speaks for it that a question asks for this fact or plain answer (see assistant/practice/meant.py), in log-odds for each whole step,
# and what must be outweighed before anything is meant at all. Written by `python -m tests.benchmarks.meant_fit --write`.
"""
FOLDS = 4
SMALL = 0.003
"""How much a weight's square costs."""
STEPS = 400
RATE = 0.2


@dataclass(frozen=True, slots=True)
class Case:
    """A labelled question. `rows`: a row of features for every answer, and one, last, for nothing; `right`: places of rows that are right."""

    deal: str
    rows: NDArray[np.float64]
    right: tuple[int, ...]


def cases(language: Language, half: str) -> Iterator[Case]:
    for deal in deals():
        scenario = read_scenario(HOME / "knowledge" / "scenarios" / f"{deal}.yaml")
        for question, expected in labelled(deal, language, half):
            heard = hear(question, BEFORE[language], scenario.topics, language)
            topics = heard.questions[-1].topics if heard.questions else ()
            every = answers(scenario)
            rows = features(question, topics[:1], scenario, language)
            kept = [at for at, one in enumerate(every) if not getattr(one, "after", ()) or one.id in expected]
            right = tuple(place for place, at in enumerate(kept) if every[at].id in expected)
            width = len(FEATURES)
            table = np.zeros((len(kept) + 1, width + 1))
            table[:-1, :width], table[-1, width] = rows[kept], 1.0
            yield Case(deal, table, right + ((len(kept),) if "none" in expected else ()))


def fitted(some: list[Case]) -> NDArray[np.float64]:
    """The weights of FEATURES and of nothing: the likeliest under a softmax over what might be meant, by Adam."""
    weights = np.zeros(len(FEATURES) + 1)
    first, second = np.zeros_like(weights), np.zeros_like(weights)
    for step in range(1, STEPS + 1):
        slope = np.mean([_slope(case, weights) for case in some], 0) - SMALL * weights
        first, second = 0.9 * first + 0.1 * slope, 0.99 * second + 0.01 * slope**2
        rate = RATE if step < 0.6 * STEPS else 0.3 * RATE
        weights += rate * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.99**step)) + 1e-6)
    return weights


def _slope(case: Case, weights: NDArray[np.float64]) -> NDArray[np.float64]:
    likely = np.exp(case.rows @ weights - (case.rows @ weights).max())
    likely /= likely.sum()
    wanted = np.zeros_like(likely)
    right = list(case.right)
    wanted[right] = likely[right] / likely[right].sum()
    slope: NDArray[np.float64] = case.rows.T @ (wanted - likely)
    return slope


def left_out(some: list[Case]) -> str:
    """What a fit without their own deal makes of the questions."""
    names = sorted({case.deal for case in some})
    said = []
    for fold in range(FOLDS):
        without = set(names[fold::FOLDS])
        weights = fitted([case for case in some if case.deal not in without])
        for case in (case for case in some if case.deal in without):
            best, nothing = int((case.rows @ weights).argmax()), len(case.rows) - 1
            said.append("right" if best in case.right else "missed" if best == nothing else "beside")
    return ", ".join(f"{one} {said.count(one) / len(said):.0%}" for one in ("right", "beside", "missed"))


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    weights: dict[str, dict[str, float]] = {}
    for language in LANGUAGES:
        every = list(cases(language, "fresh"))
        print(f"{language}  {len(every)} questions, their deal left out: {left_out(every)}")
        if options.write:
            weights[language] = dict(zip((*FEATURES, "nothing"), (round(float(one), 2) for one in fitted(every)), strict=True))
    if options.write:
        FILE.write_text(HEAD + yaml.safe_dump(weights, allow_unicode=True, sort_keys=False), encoding="utf-8")


if __name__ == "__main__":
    main()
