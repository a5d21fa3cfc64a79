"""How warm a turn's wording is: a linear model over its named words and phrases."""

from dataclasses import dataclass
from functools import lru_cache

from assistant.domain.words import Language
from assistant.language.phrases import found, known
from assistant.language.sentences import sentences
from assistant.scoring.linear import read_model
from assistant.scoring.talk import quote
from assistant.scoring.wording import PHRASES, wording

MARKED = 0.12
"""How far from the middle the wording must be before its words are quoted."""


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
    """The sentence whose phrases weigh most in the direction of the whole."""
    model = read_model("tone", language)
    spans = sentences(text, language)
    if not spans:
        return None
    sign = 1.0 if warm else -1.0
    pulls = dict.fromkeys(spans, 0.0)
    for name in PHRASES:
        weight = sign * model.weights.get(f"list:{name}", 0.0)
        for start, _ in found(name, text, language) if weight > 0 and known(name, language) else ():
            holder = next((span for span in spans if span[0] <= start < span[1]), None)
            if holder:
                pulls[holder] += weight
    best = max(spans, key=lambda span: (pulls[span], -span[0]))
    return quote(text, best)
