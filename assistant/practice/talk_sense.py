"""What a sentence means, for telling the buyer's own talk from a model's out of its role: a linear model on the encoder's points. Pure, once read.

One model for both languages, as they share a space. `knowledge/measures/buyer_sense.json` holds the weights, written by
tests/benchmarks/role_fit.py. Two milliseconds a sentence that was not met before.
"""

import json
from collections.abc import Sequence
from functools import cache

import numpy as np

from assistant.domain.words import Language
from assistant.language.linear import FOLDER
from assistant.language.sense import Senses, sense

FILE = FOLDER / "buyer_sense.json"


@cache
def model() -> tuple[Senses, float]:
    """A weight for each number of a point, and the constant."""
    read = json.loads(FILE.read_text(encoding="utf-8"))
    return np.array(read["weights"], np.float32), float(read["constant"])


def leaning(sentence: str, language: Language) -> float:
    """Log odds that a buyer would say what it means."""
    weights, constant = model()
    return float(sense(sentence, language) @ weights) + constant


def nearest(sentence: str, lines: Sequence[str], language: Language) -> float:
    """How near it comes to the line that means most nearly the same, 0-1; 0 without lines."""
    if not lines:
        return 0.0
    return max(0.0, float((np.stack([sense(line, language) for line in lines]) @ sense(sentence, language)).max()))
