"""Whole talks in trades that no scenario has, each graded 1 to 5 by hand before it was scored: do the scores stand as a trainer would put them?

`python -m tests.benchmarks.levels [--each]`. Of any two talks of a language that are two grades apart or more the better one should have the higher
score: a score has a band of some eight points, so one grade may drown in it. The scorer was mended on `levels/{ko,en}.txt`; those of `levels/held.*`
were never read when they failed. The first ten and eight open ones and six put away a language are by the hand that mended the scorer, the others by
hands that saw nothing of it; the last ten of each file by one that was asked for grades which differ within a talk. `--each` prints every talk of
the open files.
"""

import argparse
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from io import BytesIO
from itertools import combinations
from pathlib import Path
from statistics import fmean

from assistant.domain.transcript import Transcript
from assistant.domain.words import DIMENSIONS, Dimension, Language
from assistant.scoring import score
from assistant.scoring.transcripts import read_stream
from tests.benchmarks.conversations import rubric

FOLDER = Path(__file__).parent / "levels"
GRADES = (1, 2, 3, 4, 5)
APART = 2


@dataclass(frozen=True, eq=False)
class Graded:
    """A talk and what a trainer gave it, 1 to 5 by dimension."""

    title: str
    grades: dict[Dimension, int]
    transcript: Transcript


@cache
def talks(language: Language, held: bool) -> tuple[Graded, ...]:
    """Those of one file, where a line '# title · human 3 · …' begins a talk and every other line is 'rep: …' or 'buyer: …'."""
    text = (FOLDER / f"{'held.' if held else ''}{language}.txt").read_text(encoding="utf-8")
    return tuple(_talk(part, language) for part in text.split("# ")[1:])


@cache
def scored(talk: Graded) -> dict[Dimension, float]:
    """Its scores without a judge, of those dimensions of which enough was to be seen."""
    card = score(talk.transcript, rubric=rubric())
    return {dimension: value for dimension in DIMENSIONS if (value := card.scores[dimension].value) is not None}


def ordered(every: tuple[Graded, ...], dimension: Dimension) -> tuple[int, int]:
    """(pairs at least two grades apart whose scores stand in the same order, such pairs)"""
    points = [(talk.grades[dimension], found[dimension]) for talk in every if dimension in (found := scored(talk))]
    pairs = [(one, other) for one, other in combinations(points, 2) if abs(one[0] - other[0]) >= APART]
    return sum((one[0] < other[0]) == (one[1] < other[1]) for one, other in pairs), len(pairs)


def _talk(part: str, language: Language) -> Graded:
    head, *lines = part.strip().splitlines()
    title, *given = head.split(" · ")
    (read,) = read_stream(BytesIO("\n".join(lines).encode()))
    assert isinstance(read, Transcript), read
    grades: dict[str, int] = {name: int(grade) for name, grade in (one.split() for one in given)}
    return Graded(title, {dimension: grades[dimension] for dimension in DIMENSIONS}, replace(read, language=language))


def _by_grade(every: tuple[Graded, ...], dimension: Dimension) -> Iterator[str]:
    for grade in GRADES:
        found = [value for talk in every if talk.grades[dimension] == grade and (value := scored(talk).get(dimension)) is not None]
        yield f"{fmean(found):5.0f}" if found else "    –"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--each", action="store_true", help="print every talk of the open files")
    each = parser.parse_args().each
    print(f"{'':31}{'ordered rightly':>16}   mean score of grade {'    '.join(map(str, GRADES))}")
    for held in (False, True):
        for language in ("ko", "en"):
            every = talks(language, held)
            for dimension in DIMENSIONS:
                right, pairs = ordered(every, dimension)
                name = f"{'kept apart' if held else 'open'} {language} {dimension}"
                print(f"{name:31}{right:>5} of {pairs:<3} {right / pairs:>4.0%}  {'':20}{''.join(_by_grade(every, dimension))}")
            if each and not held:
                for talk in every:
                    points = scored(talk)
                    print(f"   {talk.title:50}", *(f"{one} {talk.grades[one]} {points.get(one, float('nan')):.0f} " for one in DIMENSIONS))


if __name__ == "__main__":
    main()
