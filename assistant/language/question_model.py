"""How likely one sentence asks something: its features, weighted by a small logistic model kept as readable data."""

import math
from functools import cache, lru_cache
from pathlib import Path

from assistant.data_file import read_yaml
from assistant.domain.words import Language
from assistant.language.analysis import analysed_part
from assistant.language.question_features import features

_WEIGHTS = Path(__file__).parents[2] / "knowledge" / "language" / "question_weights.yaml"


@cache
def _weights(language: Language) -> dict[str, float]:
    weights: dict[str, dict[str, float]] = read_yaml(_WEIGHTS)
    return weights[language]


@lru_cache(maxsize=8192)
def sentence_probability(text: str, start: int, end: int, language: Language) -> float:
    """0-1 for the sentence `text[start:end]`. An insult or a rhetorical question scores low in spite of its mark."""
    weights = _weights(language)
    odds = weights["constant"] + sum(weights.get(name, 0.0) * value for name, value in features(analysed_part(text, start, end, language)).items())
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, odds))))
