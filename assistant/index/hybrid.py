"""The passage index: what Chroma finds by vectors and BM25 by words and syllable pairs, as one ranking."""

import logging
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from threading import RLock
from typing import TYPE_CHECKING, Protocol

import numpy as np

from assistant.domain.playbook import Found, Looked, Passage
from assistant.errors import ProviderError
from assistant.index.fusion import Floats, Weights
from assistant.index.place import unreachable
from assistant.index.record import Record
from assistant.index.snapshot import Near, Snapshot, Vector, searched, words_in
from assistant.language.terms import question_terms
from assistant.ports import Embedder

if TYPE_CHECKING:
    from assistant.index.vector_store import VectorStore

_log = logging.getLogger(__name__)
BATCH = 256
CANDIDATES = 64


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
        self._ready: Snapshot | None = None
        self._fresh = False
        self._putting = 0
        self._lost = False
        self._centre: Floats = np.zeros(0, dtype=np.float32)

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
            vectors = self._embedder.vectors([searched(one) for one in batch])
            records = [Record(one, words_in(one), vector) for one, vector in zip(batch, vectors, strict=True)]
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
        allowed = ready.allowed(among)
        asked = zip(queries, self._query_vectors(queries), strict=True)
        return [ready.best(query, self._nearness(ready, vector), self._weights, k, allowed) for query, vector in asked]

    def explain(self, query: str, k: int, among: Collection[tuple[str, int]] | None = None) -> Looked:
        """The same search as `search`, with what each passage was found by."""
        ready, words = self._prepared(), tuple(dict.fromkeys(question_terms(query).words))
        if not ready.passages or k < 1:
            return Looked((), words, words)
        near = self._nearness(ready, self._query_vectors([query])[0])
        found = ready.best(query, near, self._weights, k, ready.allowed(among))
        unknown = tuple(one for one in words if not ready.words.knows(one))
        return Looked(tuple(ready.because(one, words, near, self._weights) for one in found), words, unknown)

    def close(self) -> None:
        with self._lock:
            self._let_go()
            self._vectors.close()

    def _query_vectors(self, queries: Sequence[str]) -> Sequence[Vector | None]:
        """None for each when the embedder does not answer: then words have to do."""
        try:
            return self._asking.vectors(queries) if queries else []
        except ProviderError as error:
            _log.warning("searching by words alone: %s", error)
            return [None] * len(queries)

    def _nearness(self, ready: Snapshot, vector: Vector | None) -> Floats:
        return ready.nearness(vector, [] if vector is None else self._nearest(vector, min(CANDIDATES, len(ready.passages))))

    def _prepared(self) -> Snapshot:
        """What stood before serves while more is put in and made ready."""
        ready = self._ready
        if ready is not None and (self._fresh or self._putting):
            return ready
        with self._lock:
            return self._make_ready()

    def _make_ready(self) -> Snapshot:
        if self._ready is None or not self._fresh:
            self._ready, self._fresh = Snapshot.of(list(self._with_centre()), self._centre), True
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

    def _nearest(self, vector: Vector, count: int) -> Near:
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
