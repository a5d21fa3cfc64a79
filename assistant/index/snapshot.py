"""Everything a search reads, as it stood at one moment, and the search itself. Pure: who asks brings what the vectors say."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from assistant.domain.playbook import Because, Found, Passage
from assistant.index.fusion import Floats, Matched, Weights, above_background, best, fused
from assistant.index.lexical import Lexical
from assistant.index.record import Record
from assistant.language.terms import pairs_of, question_terms, words_of

HEADING_TIMES = 3
"""How often a passage's own heading counts; the headings above it count once."""
Vector = Sequence[float]
Near = Sequence[tuple[str, float]]
"""The passages nearest to a question, (id, cosine), the nearest first."""
Allowed = NDArray[np.bool_]
"""Which passages may be found; None stands for all."""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Made at once and replaced as a whole, so that searches need no lock. `places`: of each passage's id. `centre`: of all vectors."""

    passages: tuple[Passage, ...]
    places: dict[str, int]
    words: Lexical
    pairs: Lexical
    centre: Floats

    @classmethod
    def of(cls, records: Sequence[Record], centre: Floats) -> "Snapshot":
        return cls(
            passages=tuple(one.passage for one in records),
            places={one.passage.id: place for place, one in enumerate(records)},
            words=Lexical([one.words for one in records]),
            pairs=Lexical([_pairs(one.passage) for one in records]),
            centre=centre,
        )

    def allowed(self, among: Collection[tuple[str, int]] | None) -> Allowed | None:
        """`among`: (playbook, version)."""
        if among is None:
            return None
        chosen = frozenset(among)
        return np.array([(one.playbook, one.version) in chosen for one in self.passages], dtype=np.bool_)

    def nearness(self, vector: Vector | None, near: Near) -> Floats:
        """Of every passage, 0-1; those that are not among the nearest are as far as the farthest of these. Without a vector nothing is near."""
        if vector is None or not near:
            return np.zeros(len(self.passages), dtype=np.float32)
        found = np.full(len(self.passages), near[-1][1], dtype=np.float32)
        for passage_id, cosine in near:
            if passage_id in self.places:
                found[self.places[passage_id]] = cosine
        return above_background(found, float(self.centre @ np.asarray(vector, dtype=np.float32)))

    def best(self, query: str, nearness: Floats, weights: Weights, k: int, allowed: Allowed | None) -> list[Found]:
        """At most k, the best first."""
        terms = question_terms(query)
        words, pairs = Matched(*self.words.scores(terms.words)), Matched(*self.pairs.scores(terms.pairs))
        scores = fused(words, pairs, nearness, weights)
        return [Found(self.passages[place], round(min(1.0, float(scores[place])), 4)) for place in best(scores, allowed, k)]

    def because(self, found: Found, words: Sequence[str], nearness: Floats, weights: Weights) -> Because:
        """By which of the question's words, and by how much of its meaning, a passage was found."""
        has, heading = frozenset(words_of(searched(found.passage))), frozenset(words_of(found.passage.heading))
        near = float(nearness[self.places[found.passage.id]])
        by_meaning = min(found.score, round(near * weights.vectors, 4)) if words else found.score
        matched = tuple(one for one in words if one in has)
        return Because(found, matched, tuple(one for one in matched if one in heading), round(found.score - by_meaning, 4), by_meaning)


def searched(passage: Passage) -> str:
    """What is indexed: the heading path says what a passage is about, often in words the text does not repeat."""
    return f"{passage.section}\n{passage.text}" if passage.section else passage.text


def words_in(passage: Passage) -> tuple[str, ...]:
    return words_of(passage.heading) * (HEADING_TIMES - 1) + words_of(searched(passage))


def _pairs(passage: Passage) -> tuple[str, ...]:
    return pairs_of(passage.heading) * (HEADING_TIMES - 1) + pairs_of(searched(passage))
