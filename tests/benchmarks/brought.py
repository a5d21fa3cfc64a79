"""Do the scores carry over to public text that is not in this repository? `python -m tests.benchmarks.brought FILE.jsonl…`

A row is a conversation in the transcript form with a `label`, higher for better: {"id", "language", "turns": [{"speaker", "text"}], "label"}. Of each
file: how far warm and human agree with the labels, of the last rep turn and of the whole conversation, on all of it, on one half
(`open`, which may be looked at when something is mended) and on the other (`apart`). Rows whose ids are the same up to the last `/` stay together;
such groups take turns. Spearman's rho, and the AUC of the upper against the lower quarter, of two labels of the one against the other; – in a half
that has but one. Beside it the length of the last rep turn.
"""

import argparse
from pathlib import Path
from typing import Literal, get_args

import numpy as np
from numpy.typing import NDArray

from assistant.scoring import score
from assistant.scoring.transcripts.checked import transcript_of
from tests.benchmarks.conversations import last, rubric, whole
from tests.benchmarks.figures import Vector, auc, rho, rows

Read = Literal["warm", "human"]
READS: tuple[Read, ...] = get_args(Read)


def agreement(labels: Vector, values: Vector) -> tuple[float, float] | None:
    """(rho, AUC of the upper against the lower quarter of labels); None where all labels are the same."""
    if np.ptp(labels) == 0:
        return None
    low, high = np.quantile(labels, 0.25), np.quantile(labels, 0.75)
    if low == high:
        low, high = labels.min(), labels[labels > labels.min()].min()
    ends = (labels <= low) | (labels >= high)
    return rho(labels, values), auc((labels[ends] >= high).astype(float), values[ends])


def halves(ids: list[str]) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Which rows are open and which are kept apart."""
    groups = [one.rpartition("/")[0] or one for one in ids]
    place = {group: at for at, group in enumerate(dict.fromkeys(groups))}
    is_open = np.array([place[group] % 2 == 0 for group in groups])
    return is_open, ~is_open


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", type=Path)
    files: list[Path] = parser.parse_args().files
    print(f"{'file':20}{'':14}{'all: rows, rho, AUC':>20}{'open':>20}{'apart':>20}")
    for file in files:
        every = list(rows(file))
        said = [[turn["text"] for turn in row["turns"] if turn["speaker"] == "rep"] for row in every]
        if [] in said:
            parser.error(f"{file}: {every[said.index([])]['id']} has no turn of the rep")
        labels = np.array([float(row["label"]) for row in every])
        parts = (np.ones(len(every), bool), *halves([str(row["id"]) for row in every]))
        cards = [score(transcript_of(row), rubric=rubric()) for row in every]
        found = {f"{read}, last": np.array([last(card, read) for card in cards]) for read in READS}
        found |= {f"{read}, whole": np.array([whole(card, read) for card in cards]) for read in READS}
        found["length"] = np.array([float(len(texts[-1])) for texts in said])
        for name, values in found.items():
            shown = [f"{part.sum():6}" + _shown(agreement(labels[part], values[part])) for part in parts]
            print(f"{file.stem:20}{name:14}" + "".join(shown), flush=True)


def _shown(found: tuple[float, float] | None) -> str:
    return f"{'–':>8}{'–':>6}" if found is None else f"{found[0]:8.2f}{found[1]:6.2f}"


if __name__ == "__main__":
    main()
