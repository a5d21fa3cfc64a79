"""How the index is opened: for one machine in a folder, for many on a Chroma server. Chroma is imported at the first use."""

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.index.embedded_vectors import EmbeddedVectors
from assistant.index.fusion import Weights
from assistant.index.hybrid import HybridIndex
from assistant.index.place import OwnFolder, unreachable
from assistant.index.record import Record
from assistant.ports import Embedder

if TYPE_CHECKING:
    from assistant.index.vector_store import VectorStore


WITH_A_MODEL = Weights(vectors=0.4)
"""A model's vectors know synonyms, which the embedded ones do not. Chosen, not measured: no model can be asked where this is tested."""


def open_index(folder: Path, embedder: Embedder | None = None, chroma_url: str | None = None, asking: Embedder | None = None) -> HybridIndex:
    """On the server when there is one, else in the folder; with embedded vectors when no embedder is configured.

    `asking`: the embedder for questions, if it is another than for passages (the same model with a shorter deadline).
    """
    vectors = embedder or EmbeddedVectors()
    place = _OnServer(chroma_url, vectors) if chroma_url else _InFolder(folder, vectors)
    return HybridIndex(place, vectors, asking, WITH_A_MODEL if embedder else None)


def index_in(folder: Path, embedder: Embedder) -> HybridIndex:
    """A folder Maju may do with as it likes: what is in it is a cache."""
    return HybridIndex(_InFolder(folder, embedder), embedder)


def index_at(url: str, embedder: Embedder) -> HybridIndex:
    """A Chroma server's address (`MAJU_CHROMA_URL`)."""
    return HybridIndex(_OnServer(url, embedder), embedder)


class _InFolder:
    shared = False

    def __init__(self, folder: Path, embedder: Embedder) -> None:
        self._own = OwnFolder(folder)
        self._embedder = embedder

    def open(self) -> tuple["VectorStore", list[Record]]:
        dimension = self._embedder.dimension  # may ask an endpoint: a failure there is no damage here
        return self._own.opened(lambda folder: self._sound(folder, dimension))

    def _sound(self, folder: Path, dimension: int) -> tuple["VectorStore", list[Record]]:
        store = import_module("assistant.index.vector_store").in_folder(folder, self._embedder.name, dimension)
        if not store.finds_what_it_has():
            store.close()
            raise OSError("the index does not find what it holds")
        return store, list(store.all())

    def again(self) -> "VectorStore":
        return self.open()[0]

    def discard(self) -> None:
        self._own.discard()

    def close(self) -> None:
        self._own.release()


class _OnServer:
    shared = True

    def __init__(self, url: str, embedder: Embedder) -> None:
        self._url = url
        self._embedder = embedder

    def open(self) -> tuple["VectorStore", list[Record]]:
        store = self.again()
        try:
            return store, list(store.all())
        except Exception as error:  # it went away meanwhile
            store.close()
            raise unreachable() from error

    def again(self) -> "VectorStore":
        store: VectorStore = import_module("assistant.index.vector_store").at(self._url, self._embedder.name, self._embedder.dimension)
        return store

    def discard(self) -> None:
        """A server's data are not ours to throw away."""

    def close(self) -> None:
        """Each process only has its own connection, which the store closes."""
