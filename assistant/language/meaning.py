"""What a sentence does, where no phrase list decides: by what its words mean, so that words nobody wrote down count as their neighbours do.

Small logistic models on the points of its words, one for both languages, as they share a space. `knowledge/language/meaning.json` holds the weights,
written by `python -m tests.benchmarks.meaning_fit --write` from sentences labelled by hand. Whole sentences are told hardly better and take the
encoder twenty times as long. Pure, once read.
"""

import json
import math
import re
from functools import cache, lru_cache
from pathlib import Path
from typing import Literal, get_args

import numpy as np

from assistant.domain.words import Language
from assistant.language.phrases import has
from assistant.language.sense import Senses, word_senses

Meaning = Literal["troubles", "objects", "receives", "answers", "insults", "comforts"]
"""A buyer's sentence that tells a worry or an objection; one that objects; a rep's that takes in what was said, gives what was asked for instead of
praise and platitudes, belittles the buyer, feels with the buyer or stands by them."""
MEANINGS: tuple[Meaning, ...] = get_args(Meaning)
FILE = Path(__file__).parents[2] / "knowledge" / "language" / "meaning.json"
_MARKS = re.compile(r"[^\w\s'’%]")
LONGEST = 70
"""Characters of a sentence that are looked at."""


@cache
def _weights() -> tuple[Senses, Senses]:
    """(a row for each number of a point and a column for each of MEANINGS, what is added)"""
    read = json.loads(FILE.read_text(encoding="utf-8"))
    assert tuple(read["meanings"]) == MEANINGS
    return np.array(read["weights"], np.float32), np.array(read["added"], np.float32)


def likely(meaning: Meaning, sentence: str) -> float:
    """How likely the sentence does this, 0-1."""
    return 1 / (1 + math.exp(-_odds(bare(sentence))[MEANINGS.index(meaning)]))


def meant_in_contempt(sentence: str, language: Language) -> float:
    """How likely a sentence with words of contempt means them so, 0-1: "you can't even see who called" names a plight."""
    return 1.0 if has("never_harmless", sentence, language) else likely("insults", sentence)


def bare(sentence: str) -> str:
    """Its beginning in small letters, without marks, so that how it was typed says nothing."""
    return " ".join(_MARKS.sub(" ", sentence.lower()).split())[:LONGEST]


@lru_cache(maxsize=4096)
def _odds(sentence: str) -> tuple[float, ...]:
    weights, added = _weights()
    return tuple(map(float, word_senses(sentence) @ weights + added))
