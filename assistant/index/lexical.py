"""BM25 over one kind of term. The only module that imports bm25s."""

from collections import Counter
from collections.abc import Sequence
from functools import cached_property

import bm25s
import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]


class Lexical:
    """Built once over all passages; scores every passage for a query.

    Beside the scores stands the best conceivable one: of a passage that had every term of the query as strongly as any passage has it. A term
    that no passage has counts there as much as the rarest one, so that a query about something else is a small share of it everywhere.
    """

    def __init__(self, passages: Sequence[Sequence[str]], k1: float = 1.8, b: float = 0.6) -> None:
        self._count = len(passages)
        self._bm25 = bm25s.BM25(method="lucene", k1=k1, b=b)
        self._empty = not any(passages)
        if not self._empty:
            self._bm25.index([list(one) for one in passages], show_progress=False)

    @cached_property
    def _best(self) -> Floats:
        """Of each term in the vocabulary, the highest score it gives any passage."""
        data, starts = self._bm25.scores["data"], self._bm25.scores["indptr"]
        best = np.zeros(len(starts) - 1, dtype=np.float32)
        used = np.flatnonzero(np.diff(starts))
        best[used] = np.maximum.reduceat(data, starts[used])
        return best

    def knows(self, term: str) -> bool:
        """Whether any passage has it."""
        return not self._empty and term in self._bm25.vocab_dict

    def scores(self, terms: Sequence[str]) -> tuple[Floats, float]:
        """For every passage, in the order given; and the score of the best conceivable passage."""
        total = np.zeros(self._count, dtype=np.float32)
        if self._empty or not terms:
            return total, 0.0
        data, rows, starts = (self._bm25.scores[name] for name in ("data", "indices", "indptr"))
        best, rarest, highest = self._best, float(self._best.max()), 0.0
        for term, times in Counter(terms).items():
            place = self._bm25.vocab_dict.get(term)
            if place is None or place >= len(best):
                highest += times * rarest
                continue
            start, end = starts[place], starts[place + 1]
            total[rows[start:end]] += times * data[start:end]
            highest += times * float(best[place])
        return total, highest
