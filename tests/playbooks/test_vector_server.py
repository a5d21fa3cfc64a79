"""Playbooks on a Chroma server that several processes share: it goes away and comes back, with what it had or with nothing."""

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from assistant.domain.people import LOCAL_PERSON
from assistant.errors import ProviderError
from assistant.index import HybridIndex, open_index
from assistant.playbooks import Shelf, Upload
from assistant.readers import LimitedReader, check_size
from assistant.store import Store
from tests.playbooks.noted import Noted
from tests.servers.chroma import ChromaServer

PRICES = "# 가격\n\n상담석 하나에 월 58,000원입니다.\n\n# 번호이동\n\n대표번호는 번호이동으로 그대로 가져옵니다.\n"
FAULTS = "# 장애\n\n회선이 끊기면 20초 안에 예비 회선으로 바뀝니다.\n"


@pytest.fixture
def server(tmp_path: Path) -> Iterator[ChromaServer]:
    running = ChromaServer(tmp_path / "chroma")
    yield running
    running.kill()


@pytest.fixture
def indexes(server: ChromaServer, tmp_path: Path) -> Iterator[tuple[HybridIndex, HybridIndex]]:
    """Of two processes."""
    both = open_index(tmp_path, chroma_url=server.address), open_index(tmp_path, chroma_url=server.address)
    yield both
    for one in both:
        one.close()


@pytest.fixture
def shelves(store: Store, indexes: tuple[HybridIndex, HybridIndex]) -> Iterator[tuple[Shelf, Shelf]]:
    with LimitedReader() as read:
        here, there = (Shelf(store.playbooks, read, one, check_size, lambda: datetime.now(UTC), Noted(), claim=store.claim) for one in indexes)
        here.add(LOCAL_PERSON, Upload("요금표.md", PRICES.encode()))
        yield here, there


def found(shelf: Shelf, query: str) -> list[str]:
    return [one.passage.text for one in shelf.search([query], 1)[0]]


PRICE, SWITCH = "상담석 하나에 월 58,000원입니다.", "회선이 끊기면 20초 안에 예비 회선으로 바뀝니다."


def test_what_one_process_puts_in_the_other_finds_and_does_not_put_in_again(
    shelves: tuple[Shelf, Shelf], indexes: tuple[HybridIndex, HybridIndex], monkeypatch: pytest.MonkeyPatch
) -> None:
    here, there = shelves
    monkeypatch.setattr(indexes[1], "put", lambda *_: pytest.fail("it is there already"))
    assert found(there, "상담석 가격") == [PRICE]
    here.add(LOCAL_PERSON, Upload("장애.md", FAULTS.encode()))
    there.look_after()
    assert found(there, "회선 장애") == [SWITCH]
    here.remove(LOCAL_PERSON, "요금표")
    there.look_after()
    assert PRICE not in found(there, "상담석 가격")


def test_while_the_server_is_away_words_find_and_nothing_is_lost(
    shelves: tuple[Shelf, Shelf], indexes: tuple[HybridIndex, HybridIndex], server: ChromaServer
) -> None:
    here, there = shelves
    assert found(there, "상담석 가격") == [PRICE]
    server.kill()
    assert found(here, "상담석 가격") == found(there, "상담석 가격") == [PRICE]
    assert indexes[0].lost
    with pytest.raises(ProviderError, match="does not answer"):
        here.add(LOCAL_PERSON, Upload("장애.md", FAULTS.encode()))
    for one in shelves:
        one.look_after()
    assert found(here, "상담석 가격") == [PRICE]
    server.start()
    for one in shelves:
        one.look_after()
        assert found(one, "회선 장애") == [SWITCH]
    assert [one.lost for one in indexes] == [False, False]


def test_a_server_that_comes_back_with_nothing_is_filled_again(
    shelves: tuple[Shelf, Shelf], indexes: tuple[HybridIndex, HybridIndex], server: ChromaServer
) -> None:
    here, there = shelves
    assert found(there, "상담석 가격") == [PRICE]
    server.kill()
    shutil.rmtree(server.folder)
    server.start()
    assert found(here, "상담석 가격") == [PRICE]
    here.look_after()
    there.look_after()
    for one, index in zip(shelves, indexes, strict=True):
        assert found(one, "상담석 가격") == [PRICE]
        assert len(index.ids()) == 2
    assert len(open_index(server.folder, chroma_url=server.address).ids()) == 2
