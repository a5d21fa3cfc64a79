"""Do the scores carry over to public text that is not in this repository? `python -m tests.benchmarks.brought FILE.jsonl…`

A row is a conversation in the transcript form with a `label`, higher for better: {"id", "language", "turns": [{"speaker", "text"}], "label"}. Of each
file: how far warm and human agree with the labels, of the last rep turn and of the whole conversation, on every other row (`open`, which may be
looked at when something is mended) and on the rest (`apart`). Spearman's rho, and the AUC of the upper against the lower quarter; with two labels the
AUC of the two. Beside it the length of the last turn.
"""

import argparse
from pathlib import Path
from typing import Literal, get_args

import numpy as np

from assistant.domain.scorecard import Scorecard
from assistant.scoring import score
from assistant.scoring.transcripts.checked import transcript_of
from tests.benchmarks.conversations import rubric
from tests.benchmarks.figures import Vector, auc, rho, rows

Read = Literal["warm", "human"]
READS: tuple[Read, ...] = get_args(Read)
MIDDLE = 50.0
"""Where there is no score."""


def last(card: Scorecard, read: Read) -> float:
    found = getattr(card.turns[-1], read)
    return MIDDLE if found is None else float(found)


def whole(card: Scorecard, read: Read) -> float:
    found = card.scores[read].value
    return MIDDLE if found is None else float(found)


def agreement(labels: Vector, values: Vector) -> tuple[float, float]:
    """(rho, AUC of the upper against the lower quarter of labels)."""
    low, high = np.quantile(labels, 0.25), np.quantile(labels, 0.75)
    if low == high:
        low, high = labels.min(), labels[labels > labels.min()].min()
    ends = (labels <= low) | (labels >= high)
    return rho(labels, values), auc((labels[ends] >= high).astype(float), values[ends])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", type=Path)
    files: list[Path] = parser.parse_args().files
    print(f"{'file':20}{'rows':>6}{'':14}{'open: rho, AUC':>18}{'apart: rho, AUC':>18}")
    for file in files:
        every = list(rows(file))
        labels = np.array([float(row["label"]) for row in every])
        cards = [score(transcript_of(row), rubric=rubric()) for row in every]
        found = {f"{read}, last": np.array([last(card, read) for card in cards]) for read in READS}
        found |= {f"{read}, whole": np.array([whole(card, read) for card in cards]) for read in READS}
        found["length"] = np.array([float(len(row["turns"][-1]["text"])) for row in every])
        for name, values in found.items():
            halves = [agreement(labels[at::2], values[at::2]) for at in (0, 1)]
            print(f"{file.stem:20}{len(every):6}  {name:12}" + "".join(f"{r:12.2f}{a:6.2f}" for r, a in halves), flush=True)


if __name__ == "__main__":
    main()
