"""How far a reply builds on what was just said: a linear model over overlaps, weighted by how rare the words are."""

import math
from collections.abc import Iterator
from functools import lru_cache

from assistant.domain.words import Language
from assistant.language.analysis import analyse
from assistant.language.phrases import has
from assistant.language.questions import question_probability
from assistant.scoring.linear import read_model
from assistant.scoring.rarity import rarity
from assistant.scoring.talk import content_of

UPTAKE_FROM = 3
"""Words of the buyer's turn from which on there is something to take up (Demszky et al. 2021 take five tokens, marks included)."""
PARROTED = 0.6
"""Share of the buyer's words said back, with next to nothing new, from which on it is an echo and no answer."""
LONG_TURN = 30


@lru_cache(maxsize=4096)
def uptake_of(before: str, reply: str, language: Language) -> float:
    """0-1."""
    return read_model("uptake", language).share(uptake_features(before, reply, language))


def uptake_features(before: str, reply: str, language: Language) -> dict[str, float]:
    """Named overlaps. `new`: 0 when the reply only says the buyer's words back, 1 from three words of its own on."""
    heard, said = set(_words(before, language)), set(_words(reply, language))
    back = heard & said
    rare = math.fsum(rarity(word, language) for word in back)
    recall = len(back) / len(heard) if heard else 0.0
    own = min(1.0, len(said - heard) / 3)
    counted = 1.0 if recall < PARROTED or len(heard) < UPTAKE_FROM else 0.5 + 0.5 * own
    every = set(_all_words(before, language)) & set(_all_words(reply, language))
    return {
        "recall": recall * counted,
        "rare words back": math.log1p(rare) * counted,
        "words back": math.log1p(len(every)) * counted,
        "asks": question_probability(reply, language),
        "points at it": float(has("deictic", reply, language)),
        "reflects": float(has("reflection", reply, language)),
        "takes it in": float(has("acknowledges", reply, language) or has("agreement", reply, language)),
        "substance": 1 - 2.0 ** (-len(said) / LONG_TURN),
    }


def _all_words(text: str, language: Language) -> Iterator[str]:
    """With the small words: 'we', 'it', 'how' said back show listening too. Korean particles and endings are no words."""
    return (token.lemma for token in analyse(text, language).tokens if language == "en" or token.tag[0] not in "JES")


def _words(text: str, language: Language) -> tuple[str, ...]:
    """Content words; Korean verbs without their ending, so that 부담스럽다 and 부담 meet."""
    content = content_of(text, language)
    if language == "en":
        return content
    return tuple(word.removesuffix("하다").removesuffix("되다").removesuffix("스럽다") or word for word in content)
