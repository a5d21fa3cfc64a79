"""Vectors without a model: words and letter groups hashed into a fixed number of places. Deterministic and offline.

They know no synonyms; they forgive spelling and endings. A provider's embedder takes their place when one is configured.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from math import log
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from assistant.language.terms import normal, pairs_of, words_of

DIMENSION = 1024
_WORD_WEIGHT, _PAIR_WEIGHT, _LETTER_WEIGHT = 2.0, 1.0, 0.4


class EmbeddedVectors:
    """An Embedder. The name changes whenever the vectors do, so that old ones are never compared with new ones."""

    @property
    def name(self) -> str:
        return "embedded-1"

    @property
    def dimension(self) -> int:
        return DIMENSION

    def vectors(self, texts: Sequence[str]) -> list[list[float]]:
        """Unit length; a text without any letter gets the first unit vector, which is as good as any."""
        return [_vector(text).tolist() for text in texts]


def _vector(text: str) -> NDArray[np.float32]:
    weights: defaultdict[str, float] = defaultdict(float)
    for feature, weight in _features(text):
        weights[feature] += weight
    places = np.zeros(DIMENSION, dtype=np.float32)
    for feature, weight in weights.items():
        code = crc32(feature.encode())
        places[code % DIMENSION] += (1 if code >> 31 else -1) * (1 + log(weight) if weight >= 1 else weight)
    length = float(np.linalg.norm(places))
    if not length:
        places[0], length = 1.0, 1.0
    return places / length


def _features(text: str) -> Iterator[tuple[str, float]]:
    for word in words_of(text):
        yield f"w {word}", _WORD_WEIGHT
    for pair in pairs_of(text):
        yield f"p {pair}", _PAIR_WEIGHT
    for word in normal(text).split():
        if word.isascii() and len(word) > 3:
            for i in range(len(word) - 2):
                yield f"l {word[i : i + 3]}", _LETTER_WEIGHT
