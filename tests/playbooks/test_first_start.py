"""A first start: the sample playbooks are in before the first buyer sits down, and never come back once they were taken out."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from assistant.assembly import open_engine
from assistant.domain.people import LOCAL_PERSON
from tests.servers.chroma import ChromaServer

LONG_S = 120.0


@pytest.fixture(autouse=True)
def offline(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("OPENAI_API_KEY", "OPENAI_BASE_URL", "MAJU_DATABASE_URL", "MAJU_CHROMA_URL"):
        monkeypatch.delenv(name, raising=False)


def test_the_first_buyer_of_all_knows_the_sample_playbooks(tmp_path: Path) -> None:
    with open_engine(tmp_path) as engine:
        engine.warm_up()
        assert engine.wait_for_samples(LONG_S)
        begun = engine.room.begin(LOCAL_PERSON, "cloud-phone-cx-lead", "ko", 1)
        assert len(begun.playbooks) == 2


def test_samples_that_were_taken_out_stay_out(tmp_path: Path) -> None:
    with open_engine(tmp_path) as engine:
        engine.warm_up()
        assert engine.wait_for_samples(LONG_S)
        for version in engine.shelf.newest():
            engine.shelf.remove(LOCAL_PERSON, version.name)
    with open_engine(tmp_path) as again:
        again.warm_up()
        assert again.wait_for_samples(LONG_S)
        assert again.shelf.newest() == ()


def test_two_copies_that_start_together_put_the_samples_there_once(url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MAJU_DATABASE_URL", url)
    with open_engine(tmp_path / "one") as one, open_engine(tmp_path / "two") as two:
        for engine in (one, two):
            engine.warm_up()
        for engine in (one, two):
            assert engine.wait_for_samples(LONG_S)
            assert [(version.version, version.state) for version in engine.shelf.newest()] == [(1, "ready")] * 2
            assert engine.shelf.search(["번호이동"], 1)[0]


def test_vectors_that_are_away_at_the_start_are_filled_when_they_are_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    clock = [datetime(2026, 11, 28, 9, tzinfo=UTC)]
    server = ChromaServer(tmp_path / "chroma")
    server.kill()
    monkeypatch.setenv("MAJU_CHROMA_URL", server.address)
    with open_engine(tmp_path / "data", lambda: clock[0]) as engine:
        engine.warm_up()
        assert engine.wait_for_samples(LONG_S)
        assert len(engine.room.begin(LOCAL_PERSON, "cloud-phone-cx-lead", "ko", 1).playbooks) == 2
        server.start()
        try:
            clock[0] += timedelta(minutes=2)
            engine.rounds.round()
            assert engine.shelf.search(["번호이동"], 1)[0]
        finally:
            server.kill()
