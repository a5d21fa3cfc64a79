"""A workshop for every test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.authoring.bench import Place, a_place


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Place]:
    made = a_place(tmp_path)
    yield made
    made.store.close()
