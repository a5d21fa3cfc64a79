"""What any sale talks about, told from what a turn means rather than from its words: a small linear model on the encoder's points.

One model for both languages, as they share a space. `knowledge/language/subject_sense.json` holds the weights, written by
tests/benchmarks/sense_fit.py from the labelled turns. Pure, once read; two milliseconds a text that was not met before.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np

from assistant.domain.words import Language
from assistant.language.sense import Senses, sense

FILE = Path(__file__).parents[2] / "knowledge" / "language" / "subject_sense.json"
NOTHING = "nothing"
"""What speaks for no subject stands beside the subjects."""


@dataclass(frozen=True, slots=True)
class SubjectSense:
    """`own`, `heard`: a row for each number of a point, a column for each of `subjects` (NOTHING last), for the rep's words and for what of the
    buyer's counts; `leaning`, `mix`, `nothing`: as in `SubjectModel`; `share`: how much this model counts beside that of the words, 0-1."""

    subjects: tuple[str, ...]
    own: Senses
    heard: Senses
    leaning: Mapping[str, float]
    mix: Mapping[str, float]
    nothing: Mapping[str, float]
    share: float


@cache
def subject_sense() -> SubjectSense:
    """As fitted."""
    read = json.loads(FILE.read_text(encoding="utf-8"))
    own, heard = (np.array(read[side], np.float32) for side in ("own", "heard"))
    return SubjectSense(tuple(read["subjects"]), own, heard, read["leaning"], read["mix"], read["nothing"], read["share"])


def means(own: str, heard: str, language: Language) -> dict[str, float]:
    """How strongly a turn and what it goes on from (either may be empty) speak for each subject, and for none: NOTHING."""
    model = subject_sense()
    total = np.zeros(len(model.subjects), np.float32)
    if own:
        total += sense(own, language) @ model.own
    if heard:
        total += sense(heard, language) @ model.heard
    return dict(zip(model.subjects, map(float, total), strict=True))
