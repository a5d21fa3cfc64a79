"""The passage index: what Chroma finds by vectors and BM25 by words and syllable pairs, as one ranking."""

import logging
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from threading import RLock
from typing import TYPE_CHECKING, Protocol

import numpy as np
from numpy.typing import NDArray

from assistant.domain.playbook import Because, Found, Looked, Passage
from assistant.errors import ProviderError
from assistant.index.fusion import Matched, Weights, above_background, best, fused
from assistant.index.lexical import Lexical
from assistant.index.place import unreachable
from assistant.index.record import Record
from assistant.language.terms import pairs_of, question_terms, words_of
from assistant.ports import Embedder

if TYPE_CHECKING:
    from assistant.index.vector_store import VectorStore

_log = logging.getLogger(__name__)
BATCH = 256
CANDIDATES = 64
HEADING_TIMES = 3
"""How often a passage's own heading counts; the headings above it count once."""


@dataclass(frozen=True, slots=True)
class _Ready:
    """Everything a search reads, made at once and replaced as a whole, so that searches need no lock."""

    passages: tuple[Passage, ...]
    places: dict[str, int]
    words: Lexical
    pairs: Lexical
    centre: NDArray[np.float32]


class Vectors(Protocol):
    """Where the vectors are. `open` gives the store and what is in it; `discard` throws the files away where that is ours to do. `shared`: others
    put something in and take something out, and it goes away and comes back; `again` is then the way in for whoever knows what was in it."""

    @property
    def shared(self) -> bool: ...

    def again(self) -> "VectorStore": ...

    def open(self) -> tuple["VectorStore", list[Record]]: ...

    def discard(self) -> None: ...

    def close(self) -> None: ...


class HybridIndex:
    """A PassageIndex. Nothing is opened, and Chroma not loaded, before the first use.

    When the vectors fail, a search goes on by words alone, and the store is opened anew, emptied: `ids` then shows what is left, and whoever
    holds the passages puts the rest again. What is on a server is not emptied: searches go on by words until `refresh` has found it again.
    """

    def __init__(self, vectors: Vectors, embedder: Embedder, asking: Embedder | None = None, weights: Weights | None = None) -> None:
        """`asking`: the same model for questions, when it should give up sooner there than for passages."""
        self._vectors = vectors
        self._embedder = embedder
        self._asking = asking or embedder
        self._weights = weights or Weights()
        self._lock = RLock()
        self._store: VectorStore | None = None
        self._records: dict[str, Record] = {}
        self._ready: _Ready | None = None
        self._fresh = False
        self._putting = 0
        self._lost = False
        self._centre: NDArray[np.float32] = np.zeros(0, dtype=np.float32)

    def put(self, passages: Sequence[Passage], progress: Callable[[int, int], None] | None = None) -> None:
        """Raises ProviderError when the embedder does not answer, or when nothing can be written.
        Meanwhile searches find what was there before: making a large index ready takes seconds, and a buyer's turn does not wait for it."""
        with self._lock:
            self._putting += 1
        try:
            self._put(passages, progress)
            with self._lock:
                self._make_ready()
        finally:
            with self._lock:
                self._putting -= 1

    def _put(self, passages: Sequence[Passage], progress: Callable[[int, int], None] | None) -> None:
        done = 0
        for batch in (passages[i : i + BATCH] for i in range(0, len(passages), BATCH)):
            vectors = self._embedder.vectors([_searched(one) for one in batch])
            records = [Record(one, _words(one), vector) for one, vector in zip(batch, vectors, strict=True)]
            with self._changing() as store:
                store.put(records)
                self._records |= {one.passage.id: Record(one.passage, one.words) for one in records}
            done += len(batch)
            if progress:
                progress(done, len(passages))

    def remove(self, passage_ids: Sequence[str]) -> None:
        """At once: what is removed is never found again."""
        with self._changing() as store:
            self._ready = None
            known = [one for one in passage_ids if one in self._records]
            store.remove(known)
            for one in known:
                del self._records[one]

    def rebuild(self, passages: Sequence[Passage], progress: Callable[[int, int], None] | None = None) -> None:
        with self._lock:
            with self._changing() as store:
                self._ready = None
                store.clear()
                self._records.clear()
            self.put(passages, progress)

    def ids(self) -> frozenset[str]:
        with self._lock:
            self._opened()
            return frozenset(self._records)

    @property
    def lost(self) -> bool:
        return self._lost

    def refresh(self) -> None:
        with self._lock:
            known = dict(self._records)
            store = self._opened()
            if not self._vectors.shared:
                return
            try:
                there = store.ids()
                new = {one.passage.id: one for one in store.these(sorted(there - known.keys()))}
            except Exception as error:
                self._damaged()
                raise unreachable() from error
            self._records = {one: record for one, record in known.items() if one in there} | new
            if self._lost or self._records.keys() != known.keys():
                self._fresh = False
            self._lost = False

    def search(self, queries: Sequence[str], k: int, among: Collection[tuple[str, int]] | None = None) -> list[list[Found]]:
        """Searching for nothing (`[]`) prepares the index, so that the next search is fast."""
        ready = self._prepared()
        if not ready.passages or k < 1:
            return [[] for _ in queries]
        allowed = _allowed(ready, among)
        return [self._search(ready, query, vector, k, allowed) for query, vector in zip(queries, self._query_vectors(queries), strict=True)]

    def explain(self, query: str, k: int, among: Collection[tuple[str, int]] | None = None) -> Looked:
        """The same search as `search`, with what each passage was found by."""
        ready, words = self._prepared(), tuple(dict.fromkeys(question_terms(query).words))
        if not ready.passages or k < 1:
            return Looked((), words, words)
        vector = self._query_vectors([query])[0]
        near = self._similarities(ready, vector)
        found = self._search(ready, query, vector, k, _allowed(ready, among))
        unknown = tuple(one for one in words if not ready.words.knows(one))
        return Looked(tuple(self._because(one, words, float(near[ready.places[one.passage.id]])) for one in found), words, unknown)

    def _because(self, found: Found, words: Sequence[str], near: float) -> Because:
        has, heading = frozenset(words_of(_searched(found.passage))), frozenset(words_of(found.passage.heading))
        by_meaning = min(found.score, round(near * self._weights.vectors, 4)) if words else found.score
        matched = tuple(one for one in words if one in has)
        return Because(found, matched, tuple(one for one in matched if one in heading), round(found.score - by_meaning, 4), by_meaning)

    def close(self) -> None:
        with self._lock:
            self._let_go()
            self._vectors.close()

    def _search(self, ready: _Ready, query: str, vector: Sequence[float] | None, k: int, allowed: NDArray[np.bool_] | None) -> list[Found]:
        terms = question_terms(query)
        words, pairs = Matched(*ready.words.scores(terms.words)), Matched(*ready.pairs.scores(terms.pairs))
        scores = fused(words, pairs, self._similarities(ready, vector), self._weights)
        return [Found(ready.passages[place], round(min(1.0, float(scores[place])), 4)) for place in best(scores, allowed, k)]

    def _query_vectors(self, queries: Sequence[str]) -> Sequence[Sequence[float] | None]:
        """None for each when the embedder does not answer: then words have to do."""
        try:
            return self._asking.vectors(queries) if queries else []
        except ProviderError as error:
            _log.warning("searching by words alone: %s", error)
            return [None] * len(queries)

    def _similarities(self, ready: _Ready, vector: Sequence[float] | None) -> NDArray[np.float32]:
        """Of every passage; those Chroma does not name among the nearest are as far as the farthest it names."""
        near = [] if vector is None else self._nearest(vector, min(CANDIDATES, len(ready.passages)))
        if vector is None or not near:
            return np.zeros(len(ready.passages), dtype=np.float32)
        found = np.full(len(ready.passages), near[-1][1], dtype=np.float32)
        for passage_id, cosine in near:
            if passage_id in ready.places:
                found[ready.places[passage_id]] = cosine
        return above_background(found, float(ready.centre @ np.asarray(vector, dtype=np.float32)))

    def _prepared(self) -> _Ready:
        """What stood before serves while more is put in and made ready."""
        ready = self._ready
        if ready is not None and (self._fresh or self._putting):
            return ready
        with self._lock:
            return self._make_ready()

    def _make_ready(self) -> _Ready:
        if self._ready is None or not self._fresh:
            self._ready, self._fresh = _ready(list(self._with_centre()), self._centre), True
        return self._ready

    def _with_centre(self) -> Collection[Record]:
        """What is there, with its centre taken; nothing when the files turn out to be damaged."""
        try:
            self._centre = self._opened().centre()
            if self._records:
                self._opened().nearest(self._centre.tolist(), 1)  # Chroma works off what was put at the first query after it
        except ProviderError:
            if not self._lost:
                raise
        except Exception:  # whatever damaged files make Chroma raise
            self._damaged()
        return self._records.values()

    def _nearest(self, vector: Sequence[float], count: int) -> list[tuple[str, float]]:
        store = self._store
        if store is None:
            return []
        try:
            return store.nearest(vector, count)
        except Exception:  # the files were damaged or the server went away while we ran
            self._damaged()
            return []

    @contextmanager
    def _changing(self) -> Iterator["VectorStore"]:
        with self._lock:
            self._fresh = False
            store = self._opened()
            try:
                yield store
            except Exception as error:
                self._damaged()
                if self._vectors.shared:
                    raise unreachable() from error
                raise ProviderError(
                    "index_unwritable",
                    ko="검색 색인에 쓰지 못했어요. 디스크에 빈자리가 있는지 확인하고 색인을 다시 만들어 주세요.",
                    en="The search index could not be written. Check that the disk has room and rebuild the index.",
                ) from error

    def _damaged(self) -> None:
        _log.exception("The vectors failed; searching by words until they are there again")
        with self._lock:
            if self._vectors.shared:
                self._lost = True
                if self._store is not None:
                    self._store.close()
                self._store = None
            else:
                self._let_go()
                self._vectors.discard()

    def _opened(self) -> "VectorStore":
        if self._store is None and self._lost:
            self._store = self._vectors.again()
        if self._store is None:
            self._store, records = self._vectors.open()
            self._records = {one.passage.id: one for one in records}
        return self._store

    def _let_go(self) -> None:
        if self._store is not None:
            self._store.close()
        self._store, self._ready, self._records = None, None, {}


def _ready(records: Sequence[Record], centre: NDArray[np.float32]) -> _Ready:
    return _Ready(
        passages=tuple(one.passage for one in records),
        places={one.passage.id: place for place, one in enumerate(records)},
        words=Lexical([one.words for one in records]),
        pairs=Lexical([_pairs(one.passage) for one in records]),
        centre=centre,
    )


def _searched(passage: Passage) -> str:
    """What is indexed: the heading path says what a passage is about, often in words the text does not repeat."""
    return f"{passage.section}\n{passage.text}" if passage.section else passage.text


def _words(passage: Passage) -> tuple[str, ...]:
    return words_of(passage.heading) * (HEADING_TIMES - 1) + words_of(_searched(passage))


def _pairs(passage: Passage) -> tuple[str, ...]:
    return pairs_of(passage.heading) * (HEADING_TIMES - 1) + pairs_of(_searched(passage))


def _allowed(ready: _Ready, among: Collection[tuple[str, int]] | None) -> NDArray[np.bool_] | None:
    if among is None:
        return None
    chosen = frozenset(among)
    return np.array([(one.playbook, one.version) in chosen for one in ready.passages], dtype=np.bool_)
