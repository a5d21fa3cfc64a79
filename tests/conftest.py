"""A fresh store on disk for every test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.store import Store, open_store


@pytest.fixture
def url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path}/maju.db"


@pytest.fixture
def store(url: str) -> Iterator[Store]:
    with open_store(url) as opened:
        yield opened
