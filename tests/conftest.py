"""For every test: a fresh store on disk where one is wanted, and no example that fails for having taken long."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from assistant.store import Store, open_store

settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


@pytest.fixture
def url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path}/maju.db"


@pytest.fixture
def store(url: str) -> Iterator[Store]:
    with open_store(url) as opened:
        yield opened
