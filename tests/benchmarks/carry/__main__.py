"""Does a score carry over to kinds of talk it was not fitted on? `python -m tests.benchmarks.carry [--wrong]`.

Small sets made by hand, a line an item: what was said before, then replies from better to worse. `strangers`, `peers`, `notices`, `chat` and
`android` are as short, rough and mixed as such talk is; the others are clearer than life. Every other line is kept apart and was never looked
at while the phrase lists were mended; its column is the honest one. `--wrong` prints what is ordered wrongly, of the open half only.
"""

import argparse
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, combinations
from pathlib import Path
from typing import Literal

import numpy as np

from assistant.domain.transcript import Transcript, Turn
from assistant.domain.words import LANGUAGES, Language, Speaker
from assistant.scoring import score
from tests.benchmarks.conversations import last, rubric, whole
from tests.benchmarks.figures import auc, rho

FOLDER = Path(__file__).parent
Read = Literal["warm", "human"]


@dataclass(frozen=True, slots=True)
class Kind:
    """`context`: the first column is what the other said. `whole`: the conversation's score counts, not that of its last turn."""

    name: str
    read: Read
    context: bool
    whole: bool = False


KINDS = (
    Kind("politeness", "warm", context=False),
    Kind("empathy", "warm", context=True),
    Kind("counselling", "warm", context=True, whole=True),
    Kind("negotiation", "warm", context=True, whole=True),
    Kind("support", "human", context=True),
    Kind("replies", "human", context=True),
    Kind("robot", "human", context=False),
    Kind("strangers", "warm", context=False),
    Kind("peers", "warm", context=True),
    Kind("notices", "human", context=False),
    Kind("chat", "human", context=True),
    Kind("android", "human", context=False),
)
Item = tuple[str, tuple[str, ...]]
"""What was said before (turns parted by ' / '), replies from better to worse."""


def items(kind: Kind, language: Language) -> list[Item]:
    path = FOLDER / f"{kind.name}.{language}.txt"
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    cells = [[cell.strip() for cell in line.split(" | ")] for line in lines if line and not line.startswith("#")]
    return [(one[0], tuple(one[1:])) if kind.context else ("", tuple(one)) for one in cells]


def value(kind: Kind, before: str, reply: str, language: Language) -> float:
    """The score; where there is none the middle."""
    said: list[tuple[Speaker, str]] = [("rep", text) for text in reply.split(" / ")]
    heard: list[tuple[Speaker, str]] = [("buyer", text) for text in before.split(" / ")] if before else []
    spoken = list(chain.from_iterable(zip(heard, said, strict=True))) if heard else said
    card = score(Transcript("carry", tuple(Turn(at, who, text) for at, (who, text) in enumerate(spoken)), language=language), rubric=rubric())
    return whole(card, kind.read) if kind.whole else last(card, kind.read)


def half(items: list[Item], values: list[tuple[float, ...]], at: int) -> tuple[float, float]:
    """(AUC or rho over all replies of the half, share of pairs of replies to the same that are ordered rightly)."""
    mine = values[at::2]
    flat = np.array([one for row in mine for one in row])
    level = np.array([float(len(row) - 1 - place) for row in mine for place in range(len(row))])
    figure = auc(level, flat) if level.max() == 1 else rho(level, flat)
    pairs = [better > worse for row in mine for better, worse in combinations(row, 2)]
    return figure, sum(pairs) / len(pairs)


def wrongly(items: list[Item], values: list[tuple[float, ...]]) -> Iterator[str]:
    for (before, replies), row in list(zip(items, values, strict=True))[::2]:
        for (one, better), (other, worse) in combinations(zip(replies, row, strict=True), 2):
            if better <= worse:
                yield f"  {better:5.1f} {worse:5.1f}  {before} | {one} | {other}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--wrong", action="store_true", help="print what is ordered wrongly in the open half")
    parser.add_argument("--only", help="one kind")
    arguments = parser.parse_args()
    print(f"{'kind':14}{'':4}{'score':8}{'items':>6}{'fig':>6}{'open':>7}{'apart':>7}{'pairs open':>12}{'apart':>7}")
    for kind in KINDS:
        for language in LANGUAGES:
            every = items(kind, language)
            if not every or arguments.only not in (None, kind.name):
                continue
            values = [tuple(value(kind, before, reply, language) for reply in replies) for before, replies in every]
            (seen, right), (apart, also) = half(every, values, 0), half(every, values, 1)
            name = "AUC" if len(every[0][1]) == 2 else "rho"
            print(
                f"{kind.name:14}{language:4}{kind.read:8}{len(every):6}{name:>6}{seen:7.3f}{apart:7.3f}{right:12.0%}{also:7.0%}",
                *(wrongly(every, values) if arguments.wrong else ()),
                sep="\n" if arguments.wrong else "",
                flush=True,
            )


if __name__ == "__main__":
    main()
