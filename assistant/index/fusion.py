"""Several opinions on which passages fit a query, made one score. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Weights:
    """`vectors`: their share of the fused score. `pairs`: what a syllable pair counts beside a word."""

    vectors: float = 0.25
    pairs: float = 0.5


@dataclass(frozen=True, slots=True)
class Matched:
    """What BM25 gives every passage, and what the best conceivable passage would get."""

    scores: Floats
    highest: float


def fused(words: Matched, pairs: Matched, vectors: Floats, weights: Weights) -> Floats:
    """0-1 each: the share of the best conceivable match, and how near the vectors are."""
    highest = words.highest + weights.pairs * pairs.highest
    if not highest:
        return vectors
    lexical = (words.scores + np.float32(weights.pairs) * pairs.scores) / np.float32(highest)
    total: Floats = np.float32(1 - weights.vectors) * lexical + np.float32(weights.vectors) * vectors
    return total


def above_background(similarities: Floats, background: float) -> Floats:
    """Cosines to 0-1: how far above what any passage of the collection has with this query. Models differ in where 'unrelated' lies."""
    room = max(1e-6, 1.0 - background)
    result: Floats = np.clip((similarities - np.float32(background)) / np.float32(room), 0.0, 1.0)
    return result


def best(scores: Floats, allowed: NDArray[np.bool_] | None, k: int) -> Sequence[int]:
    """The k highest allowed ones above zero, highest first; of equals the earlier."""
    if allowed is not None:
        scores = np.where(allowed, scores, np.float32(-1.0))
    order = np.argsort(-scores, kind="stable")[:k]
    return [int(one) for one in order if scores[one] > 0]
