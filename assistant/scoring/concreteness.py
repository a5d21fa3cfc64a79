"""How specific and concrete English wording is: things one can see and name, against 'it', 'things' and general verdicts."""

import math
from functools import lru_cache

from assistant.domain.words import Language
from assistant.language.analysis import analyse
from assistant.language.dates import time_expressions
from assistant.language.linear import read_model
from assistant.language.numbers import quantities
from assistant.language.phrases import found
from assistant.language.rarity import rarity


@lru_cache(maxsize=4096)
def specificity_of(text: str, language: Language) -> float:
    """0-1. A text without content words is the middle."""
    return read_model("specificity", language).share(specificity_features(text, language))


def specificity_features(text: str, language: Language) -> dict[str, float]:
    """Named shares and means over the words of the text, so that length itself earns nothing."""
    analysis = analyse(text, language)
    words, content = analysis.tokens, analysis.content
    if not words or not content:
        return {}
    per_word = 1 / len(words)
    return {
        "rare words": math.fsum(rarity(word, language) for word in content) / len(content),
        "pointing words": sum(1 for _ in found("deictic", text, language)) * per_word,
        "general words": sum(1 for _ in found("general", text, language)) * per_word,
        "things and people": sum(1 for _ in found("concrete", text, language)) * per_word,
        "abstract words": sum(1 for _ in found("abstract", text, language)) * per_word,
        "numbers and times": math.log1p(len(quantities(text, language)) + len(time_expressions(text, language))),
    }
