"""A shelf, and what it is made of."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.index import HybridIndex, open_index
from assistant.playbooks import Shelf
from assistant.ports import Playbooks
from assistant.readers import LimitedReader, check_size
from assistant.store import open_store
from tests.playbooks.kept_in_memory import PlaybooksInMemory
from tests.playbooks.noted import Noted
from tests.playbooks.shelves import now


@pytest.fixture(scope="module")
def read() -> Iterator[LimitedReader]:
    with LimitedReader() as reader:
        yield reader


@pytest.fixture(params=["in memory", "in SQL"])
def kept(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Playbooks]:
    if request.param == "in memory":
        yield PlaybooksInMemory()
        return
    store = open_store(f"sqlite:///{tmp_path / 'maju.db'}")
    yield store.playbooks
    store.close()


@pytest.fixture
def index(tmp_path: Path) -> Iterator[HybridIndex]:
    opened = open_index(tmp_path / "index")
    yield opened
    opened.close()


@pytest.fixture
def shelf(kept: Playbooks, read: LimitedReader, index: HybridIndex) -> Shelf:
    return Shelf(kept, read, index, check_size, now, Noted())
