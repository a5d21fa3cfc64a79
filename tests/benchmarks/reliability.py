"""How repeatable a score is: `python -m tests.benchmarks.reliability [--data DIR] [--write]`.

Long conversations are halved, every other exchange in each half, and both halves are scored by themselves. Printed for each dimension: how far the
halves agree over the conversations (Pearson's r, which is also that of two talks that long), by rep turns in a half; then k of the curve n / (n + k),
Spearman and Brown's formula with the variances of all lengths together; and how far true scores lie apart. `--write` puts the curve's table into the
rubric, where the band on the screen comes from.

The conversations are role-plays of ten manners of selling in eight deals with the real buyer; such reps differ more than those of one team do, so
their agreement flatters, but not the width of the band, which is made of how far halves of one conversation lie apart. In English lessons of real
teachers are printed beside it.
"""

import argparse
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import numpy as np

from assistant.domain.transcript import Transcript, Turn
from assistant.domain.words import DIMENSIONS, LANGUAGES, Dimension, Language
from assistant.scoring.combine import counted, observed
from assistant.scoring.talk import talk_of
from tests.benchmarks.conversations import played, rubric
from tests.benchmarks.figures import ROOT, SHARED, Vector, rows
from tests.benchmarks.reps.styles import STYLES

RUBRIC = ROOT / "knowledge" / "rubrics" / "default.yaml"
TABLE = (2, 4, 6, 8, 10, 12, 16, 20, 24, 30)
"""Rep turns in the rubric's table."""
HALVES = (3, 5, 8)
"""Rep turns in a half."""
LONG = 2 * HALVES[1]
FEWEST = 20
"""Conversations from which on a length counts."""
NEARLY_ALL = 0.8
ONCE = ("next_step",)
"""What happens once in a conversation lies in one half only and says nothing about how far halves agree."""
SEEDS = (1, 2)
LESSONS = "uptake_en"
Exchange = tuple[str, str]
"""(what the buyer said, what the rep answered)."""
Halves = dict[Dimension, tuple[Vector, Vector]]


@cache
def long_role_plays(language: Language, seeds: tuple[int, ...] = SEEDS) -> tuple[tuple[Exchange, ...], ...]:
    """The exchanges of every role-play that has enough of them."""
    talks = (played(style, language, seed) for style in STYLES for seed in seeds)
    every = (tuple(_exchanges(talk)) for together in talks for talk in together)
    return tuple(one for one in every if len(one) >= LONG)


def _exchanges(talk: Transcript) -> Iterator[Exchange]:
    buyer = ""
    for turn in talk.turns:
        if turn.speaker == "buyer":
            buyer = turn.text
        else:
            yield buyer, turn.text


def lessons(data: Path) -> tuple[tuple[Exchange, ...], ...]:
    """Exchanges of a pupil and a teacher, by lesson."""
    by_lesson: dict[str, list[Exchange]] = defaultdict(list)
    for row in rows(data / f"{LESSONS}.jsonl"):
        by_lesson[str(row["id"]).split("/")[1]].append((row["turns"][0]["text"], row["turns"][1]["text"]))
    return tuple(tuple(one) for one in by_lesson.values() if len(one) >= 2 * HALVES[0])


def halves(talks: Iterable[tuple[Exchange, ...]], turns: int, language: Language) -> Halves:
    """For each dimension the scores of both halves of the first 2 x `turns` exchanges, 0-100, before anything is drawn towards the middle."""
    pairs: dict[Dimension, list[tuple[float, float]]] = {one: [] for one in DIMENSIONS}
    for talk in talks:
        if len(talk) >= 2 * turns:
            first, second = (_observed(talk[start : 2 * turns : 2], language) for start in (0, 1))
            for dimension in DIMENSIONS:
                a, b = first[dimension], second[dimension]
                if a is not None and b is not None:
                    pairs[dimension].append((a, b))
    return {one: (np.array([a for a, _ in found]), np.array([b for _, b in found])) for one, found in pairs.items()}


def _observed(exchanges: Iterable[Exchange], language: Language) -> dict[Dimension, float | None]:
    turns: list[Turn] = []
    for buyer, rep in exchanges:
        turns += [Turn(len(turns), "buyer", buyer), Turn(len(turns) + 1, "rep", rep)]
    talk = talk_of(Transcript("half", tuple(turns), language=language), language)
    measures = tuple(one for one in counted(talk, rubric()) if one.row.name not in ONCE)
    return {dimension: observed(measures, dimension, rubric()) for dimension in DIMENSIONS}


def agreement(a: Vector, b: Vector) -> float:
    return float(np.corrcoef(a, b)[0, 1]) if len(a) > 2 and np.ptp(a) and np.ptp(b) else 0.0


def components(pairs: dict[int, tuple[Vector, Vector]]) -> tuple[float, float]:
    """(k, true spread): how far halves of one conversation lie apart against what they have in common. The first is taken from every length, the
    second from the lengths that nearly all conversations have, since the longest ones are alike."""
    most = max(len(a) for a, _ in pairs.values())
    error = sum(len(a) * turns * float(np.var(a - b)) / 2 for turns, (a, b) in pairs.items()) / sum(len(a) for a, _ in pairs.values())
    shared = [float(np.cov(a, b)[0, 1]) for a, b in pairs.values() if len(a) >= NEARLY_ALL * most]
    true = max(1.0, float(np.mean(shared)))
    return error / true, float(np.sqrt(true))


def measured(talks: tuple[tuple[Exchange, ...], ...], language: Language) -> dict[Dimension, tuple[float, float]]:
    """Prints the agreements and returns for each dimension (k, true spread)."""
    by_turns = {turns: halves(talks, turns, language) for turns in HALVES}
    found = {}
    for dimension in DIMENSIONS:
        pairs = {turns: by_turns[turns][dimension] for turns in HALVES if len(by_turns[turns][dimension][0]) >= FEWEST}
        if not pairs:
            print(f"{dimension:14}{language:4}   too few conversations")
            continue
        k, spread = found[dimension] = components(pairs)
        cells = "".join(f"{_cell(by_turns[turns][dimension]):>12}" for turns in HALVES)
        print(f"{dimension:14}{language:4}{cells}{k:8.1f}{10 / (10 + k):7.2f}{spread:8.1f}", flush=True)
    return found


def _cell(both: tuple[Vector, Vector]) -> str:
    return f"{agreement(*both):.2f} {len(both[0]):4}"


def table(found: dict[Language, dict[Dimension, tuple[float, float]]]) -> str:
    """The part of the rubric that holds them."""
    lines = [f"  turns: [{', '.join(map(str, TABLE))}]"]
    for language, dimensions in found.items():
        lines.append(f"  {language}:")
        for dimension, (k, spread) in dimensions.items():
            shares = ", ".join(f"{n / (n + k):.2f}" for n in TABLE)
            lines.append(f"    {dimension + ':':14}{{spread: {spread:.1f}, reliability: [{shares}]}}")
    return "\n".join(lines)


def written(text: str, part: str) -> str:
    """The rubric's text with another table."""
    made, times = re.subn(r"(?m)^  turns: \[.*\n(?:  (?:ko|en):\n(?:    .*\n)+)+", f"{part}\n", text)
    assert times == 1
    return made


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=SHARED)
    parser.add_argument("--write", action="store_true")
    given = parser.parse_args()
    print(f"{'':18}" + "".join(f"{f'r of {turns}, talks':>12}" for turns in HALVES) + f"{'k':>8}{'r(10)':>7}{'spread':>8}")
    found: dict[Language, dict[Dimension, tuple[float, float]]] = {language: measured(long_role_plays(language), language) for language in LANGUAGES}
    if (given.data / f"{LESSONS}.jsonl").exists():
        print("lessons of real teachers")
        measured(lessons(given.data), "en")
    if given.write:
        RUBRIC.write_text(written(RUBRIC.read_text(encoding="utf-8"), table(found)), encoding="utf-8")


if __name__ == "__main__":
    main()
