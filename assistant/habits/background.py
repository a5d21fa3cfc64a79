"""How often people say things in general: counts from `knowledge/habits/background.*.json`, made by `python -m tests.benchmarks.habit_background`."""

import json
import math
from functools import cache
from pathlib import Path

from assistant.domain.words import Language

FOLDER = Path(__file__).parents[2] / "knowledge" / "habits"


class Background:
    """Rates of one language: times in a hundred thousand words, and `least`, the rate of whatever is too rare to be listed."""

    def __init__(self, rates: dict[str, float], least: float) -> None:
        self._rates = rates
        self._least = least

    def share(self, phrase: str, words: float) -> float:
        """Share (0-1) of role-plays of `words` rep words that would hold the phrase."""
        return 1 - math.exp(-self._rates.get(phrase, self._least) * words / 100_000)


@cache
def background(language: Language) -> Background:
    held = json.loads((FOLDER / f"background.{language}.json").read_text(encoding="utf-8"))
    return Background(held["rates"], held["least"])
