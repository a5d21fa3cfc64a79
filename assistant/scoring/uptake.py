"""How far a reply builds on what was just said: a linear model over overlaps, weighted by how rare the words are."""

import math
from collections.abc import Iterator
from difflib import SequenceMatcher
from functools import lru_cache

from assistant.domain.words import Language
from assistant.language.analysis import analyse
from assistant.language.linear import read_model
from assistant.language.phrases import has, known
from assistant.language.questions import question_probability, questions
from assistant.language.rarity import rarity
from assistant.language.sentences import sentences
from assistant.language.surface import spoken_letters
from assistant.scoring.talk import VOLLEY, content_of

UPTAKE_FROM: dict[Language, int] = {"en": 3, "ko": 2}
"""Words (in Korean units of 2.7 letters) of the buyer's turn from which on there is something to take up (Demszky et al. 2021 take five tokens,
marks included)."""
PARROTED = 0.5
"""Share of the buyer's turn said back in one piece from which on it is an echo and no answer."""
OWN_WORDS = 3
PARROTED_FROM: dict[Language, int] = {"en": 9, "ko": 14}
"""Words (morphemes in Korean) a piece must have: giving a short worry back whole is listening."""
LONG_TURN = 30
SAID_AGAIN = 4
"""Letters from which on a sentence is more than a yes."""
ASKS = 0.5
"""From this probability on the reply asks something, so there is somebody in it."""


@lru_cache(maxsize=4096)
def uptake_of(before: str, reply: str, language: Language) -> float:
    """0-1."""
    return read_model("uptake", language).share(uptake_features(before, reply, language))


def uptake_features(before: str, reply: str, language: Language) -> dict[str, float]:
    """Named overlaps; said back word for word with nothing of one's own they count little."""
    heard, said = set(_words(before, language)), set(_words(reply, language))
    back = heard & said
    rare = math.fsum(rarity(word, language) for word in back)
    recall = len(back) / len(heard) if heard else 0.0
    generic = known("defines", language) and has("defines", reply, language) and not questions(before, language)
    counted = 0.4 if generic or (len(said - heard) < OWN_WORDS and parroted(before, reply, language)) else 1.0
    volley = len(questions(reply, language)) >= VOLLEY
    every = set(_all_words(before, language)) & set(_all_words(reply, language))
    return {
        "recall": recall * counted,
        "rare words back": math.log1p(rare) * counted,
        "words back": math.log1p(len(every)) * counted,
        "asks": 0.0 if volley else question_probability(reply, language),
        "points at it": float(has("deictic", reply, language)),
        "reflects": float(has("reflection", reply, language)),
        "takes it in": float(has("acknowledges", reply, language) or has("agreement", reply, language)),
        "reacts": float(not volley and has("reacts", reply, language)),
        "explains what everybody knows": float(generic),
        "substance": 1 - 2.0 ** (-len(said) / LONG_TURN),
        "says it again": float(_says_again(before, reply, language)),
        **_presence(before, reply, language),
    }


def _says_again(before: str, reply: str, language: Language) -> bool:
    """The whole reply is a sentence of the buyer's and no yes to their question, or a sentence of its own stands in it twice."""
    own = [spoken_letters(reply[slice(*span)], language) for span in sentences(reply, language)]
    heard = {spoken_letters(before[slice(*span)], language) for span in sentences(before, language)}
    said = [one for one in own if len(one) >= SAID_AGAIN]
    return bool(said) and (len(set(said)) < len(said) or (set(own) <= heard and ("?" in reply or "?" not in before)))


def _presence(before: str, reply: str, language: Language) -> dict[str, float]:
    """Korean: is there somebody in the reply, with a day of their own and a view of it, or does it state what is so for everybody?"""
    if not known("speaking_end", language):
        return {}
    here, view = has("here_and_now", reply, language), has("speaking_end", reply, language)
    there = here or view or any(has(name, reply, language) for name in ("reacts", "of_us")) or question_probability(reply, language) > ASKS
    answers = bool(questions(before, language)) and not has("asks_you", before, language)
    return {
        "here and now": float(here),
        "a view of it": float(view),
        "nobody in it": float(not there and not answers),
        "true of everybody": float(has("of_everybody", reply, language) and not view and not answers),
    }


@lru_cache(maxsize=4096)
def parroted(before: str, reply: str, language: Language) -> bool:
    """True when half the buyer's turn or more comes back word for word in one piece."""
    heard = [token.form.lower() for token in analyse(before, language).tokens]
    said = [token.form.lower() for token in analyse(reply, language).tokens]
    longest = SequenceMatcher(None, heard, said, autojunk=False).find_longest_match().size
    return longest >= PARROTED_FROM[language] and longest >= PARROTED * len(heard)


def _all_words(text: str, language: Language) -> Iterator[str]:
    """With the small words: 'we', 'it', 'how' said back show listening too. Korean particles and endings are no words."""
    return (token.lemma for token in analyse(text, language).tokens if language == "en" or token.tag[0] not in "JES")


def _words(text: str, language: Language) -> tuple[str, ...]:
    """Content words; Korean verbs without their ending, so that 부담스럽다 and 부담 meet."""
    content = content_of(text, language)
    if language == "en":
        return content
    return tuple(word.removesuffix("하다").removesuffix("되다").removesuffix("스럽다") or word for word in content)
