"""A fresh house, and the same one in another process's hands."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.store import Store, open_store
from tests.access.people import Clock
from tests.privacy.house import House, house_over


@pytest.fixture
def house(store: Store, tmp_path: Path) -> House:
    return house_over(store, tmp_path, Clock())


@pytest.fixture
def reopened(house: House, url: str) -> Iterator[House]:
    """The same data folder in another process's hands."""
    with open_store(url) as store:
        yield house_over(store, house.folder, house.clock)
