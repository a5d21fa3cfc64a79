"""Small linear models over named features, as data: every weight is a line anybody can read. `tests/benchmarks/fit.py` writes them."""

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from assistant.domain.words import Language

FOLDER = Path(__file__).parents[2] / "knowledge" / "measures"


class Weights(dict[str, float]):
    """By feature name; one it does not hold weighs nothing."""

    def __missing__(self, name: str) -> float:
        return 0.0


@dataclass(frozen=True, slots=True)
class LinearModel:
    """`weights` by feature name; `middle` is the sum that gives one half, `spread` how far from it 0.73 is."""

    name: str
    about: str
    middle: float
    spread: float
    weights: Weights

    def total(self, features: Mapping[str, float]) -> float:
        return math.fsum([self.weights[name] * value for name, value in features.items()])

    def share(self, features: Mapping[str, float]) -> float:
        """0-1, rising with the total."""
        return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, (self.total(features) - self.middle) / self.spread))))


@cache
def read_model(name: str, language: Language) -> LinearModel:
    """The model in `knowledge/measures/<name>.<language>.json`."""
    raw = json.loads((FOLDER / f"{name}.{language}.json").read_text(encoding="utf-8"))
    return LinearModel(f"{name}.{language}", raw["about"], raw["middle"], raw["spread"], Weights(raw["weights"]))
