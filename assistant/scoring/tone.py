"""How warm a turn's wording is: a linear model over its named words and phrases."""

from dataclasses import dataclass
from functools import lru_cache

from assistant.domain.words import Language
from assistant.language.linear import read_model
from assistant.language.phrases import found, known
from assistant.language.sentences import sentences
from assistant.scoring.talk import quote
from assistant.scoring.wording import wording

MARKED = 0.12
"""How far from the middle the wording must be before its words are quoted."""
LEAST_PULL = 0.01
KIND = ("thanks", "empathy", "care", "praise", "affect", "agreement", "acknowledges", "reflection")
UNKIND = ("blame_wh", "contempt")
"""Phrases that anybody would call warm or cold. The model weighs many more, but a plain sentence is never shown as either."""


@dataclass(frozen=True, slots=True)
class Tone:
    """`share` 0-1; `quote`: the sentence that did most, None when nothing stands out."""

    share: float
    quote: str | None


@lru_cache(maxsize=4096)
def tone_of(text: str, language: Language, spent: frozenset[str] = frozenset()) -> Tone:
    """`spent`: phrase lists that have been used so often in the conversation that they say nothing any more."""
    model = read_model("tone", language)
    share = model.share({name: value for name, value in wording(text, language).items() if name.removeprefix("list:") not in spent})
    if abs(share - 0.5) < MARKED:
        return Tone(share, None)
    return Tone(share, _most(text, language, warm=share > 0.5))


def _most(text: str, language: Language, *, warm: bool) -> str | None:
    """The sentence whose phrases weigh most in the direction of the whole; None when no sentence holds a phrase that anybody would call so."""
    model = read_model("tone", language)
    spans = sentences(text, language)
    pulls = dict.fromkeys(spans, 0.0)
    for name in KIND if warm else UNKIND:
        weight = abs(model.weights.get(f"list:{name}", 0.0)) + LEAST_PULL
        for start, _ in found(name, text, language) if known(name, language) else ():
            holder = next((span for span in spans if span[0] <= start < span[1]), None)
            if holder:
                pulls[holder] += weight
    best = max(spans, key=lambda span: (pulls[span], -span[0]), default=None)
    return quote(text, best) if best and pulls[best] > 0 else None
