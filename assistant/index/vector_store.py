"""Chroma behind a thin wall: one collection per embedding model. The only module that imports chromadb.

No embedding function is ever given to Chroma, since its default one downloads a model, and its telemetry is off.
"""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, cast
from urllib.parse import urlsplit

import chromadb
import numpy as np
from chromadb.api import ClientAPI
from chromadb.config import Settings
from numpy.typing import NDArray

from assistant.domain.playbook import Passage
from assistant.index.place import unreachable
from assistant.index.record import Record

MAX_BATCH = 1000
"""Chroma takes 5461 records in a call."""
SERVER_TIMEOUT_S = 5.0
_SPACE = {"hnsw": {"space": "cosine"}}


class VectorStore:
    """Every method may raise what Chroma raises; the index treats any of it as damage, since all of this can be rebuilt."""

    def __init__(self, client: ClientAPI, model: str, dimension: int) -> None:
        self._client = client
        self._name = collection_name(model, dimension)
        self._dimension = dimension
        self._is: dict[str, str | int] = {"model": model, "dimension": dimension}
        self._collection = self._opened()

    def _opened(self) -> chromadb.Collection:
        """A collection that was made for another model or dimension is thrown away: its vectors mean nothing here."""
        found = self._made()
        sample = found.peek(limit=1)["embeddings"]
        fits = sample is None or len(sample) == 0 or len(sample[0]) == self._dimension
        if fits and {name: (found.metadata or {}).get(name) for name in self._is} == self._is:
            return found
        self._client.delete_collection(self._name)
        return self._made()

    def _made(self) -> chromadb.Collection:
        return self._client.get_or_create_collection(self._name, embedding_function=None, metadata=self._is, configuration=cast("Any", _SPACE))

    def put(self, records: Sequence[Record]) -> None:
        for batch in (records[i : i + MAX_BATCH] for i in range(0, len(records), MAX_BATCH)):
            self._collection.upsert(
                ids=[one.passage.id for one in batch],
                embeddings=np.asarray([one.vector for one in batch], dtype=np.float32),
                documents=[one.passage.text for one in batch],
                metadatas=[_metadata(one) for one in batch],
            )

    def remove(self, ids: Sequence[str]) -> None:
        for i in range(0, len(ids), MAX_BATCH):
            self._collection.delete(ids=list(ids[i : i + MAX_BATCH]))

    def nearest(self, vector: Sequence[float], count: int) -> list[tuple[str, float]]:
        """(passage id, cosine), best first."""
        found = self._collection.query(query_embeddings=np.asarray([vector], dtype=np.float32), n_results=count, include=["distances"])
        distances = found["distances"] or [[]]
        return [(one, 1.0 - distance) for one, distance in zip(found["ids"][0], distances[0], strict=True)]

    def finds_what_it_has(self) -> bool:
        """Asks for some of its own vectors: damaged index files can lose records that are still counted."""
        sample = self._collection.get(limit=20, include=["embeddings"])
        vectors = sample["embeddings"]
        if vectors is None:
            return not sample["ids"]
        near = [dict(self.nearest(list(map(float, vector)), 5)) for vector in vectors]
        return all(one in found or max(found.values(), default=0.0) > 0.999 for one, found in zip(sample["ids"], near, strict=True))

    def all(self) -> Iterator[Record]:
        """Without their vectors."""
        start = 0
        while found := self._read(limit=MAX_BATCH, offset=start):
            yield from found
            start += len(found)

    def these(self, ids: Sequence[str]) -> Iterator[Record]:
        """As `all`, of those that are there."""
        for i in range(0, len(ids), MAX_BATCH):
            yield from self._read(ids=list(ids[i : i + MAX_BATCH]))

    def ids(self) -> frozenset[str]:
        """Asked for one by one: what is counted need not be there."""
        found: set[str] = set()
        start = 0
        while some := self._collection.get(limit=MAX_BATCH, offset=start, include=[])["ids"]:
            found |= set(some)
            start += len(some)
        return frozenset(found)

    def _read(self, **which: Any) -> list[Record]:
        found = self._collection.get(**which, include=["documents", "metadatas"])
        rows = zip(found["ids"], found["documents"] or (), found["metadatas"] or (), strict=True)
        return [_record(one, text, cast("dict[str, Any]", about)) for one, text, about in rows]

    def centre(self) -> NDArray[np.float32]:
        """The mean of (a sample of) the vectors: how similar any passage is to a query."""
        found = self._collection.get(limit=MAX_BATCH, include=["embeddings"])["embeddings"]
        if found is None or len(found) == 0:
            return np.zeros(self._dimension, dtype=np.float32)
        mean: NDArray[np.float32] = np.asarray(found, dtype=np.float32).mean(axis=0)
        return mean

    def clear(self) -> None:
        self._client.delete_collection(self._name)
        self._collection = self._made()

    def close(self) -> None:
        connections = _connections(self._client)
        cast("Any", self._client).close()
        for one in connections:
            one.close()


def in_folder(folder: Path, model: str, dimension: int) -> VectorStore:
    """In process. The caller sees to it that no other process has this folder open."""
    return VectorStore(chromadb.PersistentClient(str(folder), settings=_settings()), model, dimension)


def at(url: str, model: str, dimension: int) -> VectorStore:
    """A Chroma server. Raises ProviderError when it does not answer."""
    parts = urlsplit(url if "//" in url else f"//{url}")
    secure = parts.scheme == "https"
    port = parts.port or (443 if secure else 8000)
    try:
        client = chromadb.HttpClient(host=parts.hostname or "localhost", port=port, ssl=secure, settings=_settings())
        for one in _connections(client):
            one.timeout = SERVER_TIMEOUT_S
        return VectorStore(client, model, dimension)
    except Exception as error:  # Chroma raises ValueError, httpx's errors and its own
        raise unreachable(f"{parts.hostname}:{port}") from error


def collection_name(model: str, dimension: int) -> str:
    """Letters, digits, dots, dashes and underscores, 3 to 512 of them, as Chroma wants."""
    return f"passages-{re.sub(r'[^A-Za-z0-9._-]+', '-', model).strip('-._')[:200] or 'model'}-{dimension}"


def _connections(client: ClientAPI) -> list[Any]:
    """The connections to a server, which Chroma neither closes nor gives a deadline; none in process."""
    owners = (client, getattr(client, "_admin_client", None))
    found = (getattr(getattr(owner, "_server", None), "_session", None) for owner in owners)
    return [one for one in found if one is not None]


def _settings() -> Settings:
    return Settings(anonymized_telemetry=False)


def _metadata(record: Record) -> dict[str, str | int]:
    one = record.passage
    return {
        "playbook": one.playbook,
        "version": one.version,
        "section": one.section,
        "page": one.page or 0,
        "words": " ".join(record.words),
    }


def _record(passage_id: str, text: str, about: dict[str, Any]) -> Record:
    page = int(about["page"]) or None
    passage = Passage(passage_id, str(about["playbook"]), int(about["version"]), str(about["section"]), page, text)
    return Record(passage, tuple(str(about["words"]).split()))
