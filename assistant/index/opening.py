"""How the index is opened: for one machine in a folder, for many on a Chroma server. Chroma is imported at the first use."""

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.index.embedded_vectors import EmbeddedVectors
from assistant.index.hybrid import HybridIndex
from assistant.index.place import OwnFolder
from assistant.index.record import Record
from assistant.ports import Embedder

if TYPE_CHECKING:
    from assistant.index.vector_store import VectorStore


def open_index(folder: Path, embedder: Embedder | None = None, chroma_url: str | None = None) -> HybridIndex:
    """On the server when there is one, else in the folder; with embedded vectors when no embedder is configured."""
    vectors = embedder or EmbeddedVectors()
    return index_at(chroma_url, vectors) if chroma_url else index_in(folder, vectors)


def index_in(folder: Path, embedder: Embedder) -> HybridIndex:
    """A folder Maju may do with as it likes: what is in it is a cache."""
    return HybridIndex(_InFolder(folder, embedder), embedder)


def index_at(url: str, embedder: Embedder) -> HybridIndex:
    """A Chroma server's address (`MAJU_CHROMA_URL`)."""
    return HybridIndex(_OnServer(url, embedder), embedder)


class _InFolder:
    def __init__(self, folder: Path, embedder: Embedder) -> None:
        self._own = OwnFolder(folder)
        self._embedder = embedder

    def open(self) -> tuple["VectorStore", list[Record]]:
        return self._own.opened(self._sound)

    def _sound(self, folder: Path) -> tuple["VectorStore", list[Record]]:
        store = import_module("assistant.index.vector_store").in_folder(folder, self._embedder.name, self._embedder.dimension)
        if not store.finds_what_it_has():
            store.close()
            raise OSError("the index does not find what it holds")
        return store, list(store.all())

    def discard(self) -> None:
        self._own.discard()

    def close(self) -> None:
        self._own.release()


class _OnServer:
    def __init__(self, url: str, embedder: Embedder) -> None:
        self._url = url
        self._embedder = embedder

    def open(self) -> tuple["VectorStore", list[Record]]:
        store = import_module("assistant.index.vector_store").at(self._url, self._embedder.name, self._embedder.dimension)
        return store, list(store.all())

    def discard(self) -> None:
        """A server's data are not ours to throw away."""

    def close(self) -> None:
        """Each process only has its own connection, which the store closes."""
