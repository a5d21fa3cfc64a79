"""A disk that is full, a folder that cannot be written, a database that somebody holds, an index cut to pieces, a clock set back: one clear sentence,
and nothing lost."""

import json
import logging
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from assistant.assembly import Engine
from assistant.domain.people import LOCAL_PERSON
from assistant.errors import StoreError
from assistant.playbooks import Upload
from assistant.practice.room import Words
from assistant.settings import HOME, Settings
from assistant.store import open_store
from assistant.store.role_plays import SqlRolePlays
from tests.resilience.places import opened
from tests.resilience.works import LINES, SCENARIO, SEED, WAIT_S, document

CAN_MOUNT = sys.platform == "linux" and subprocess.run(["unshare", "-m", "true"], capture_output=True).returncode == 0
in_a_namespace = pytest.mark.skipif(not CAN_MOUNT, reason="NOT TESTED: this kernel lets nobody make a mount namespace (unshare -m)")


def world(kind: str, folder: Path) -> dict[str, Any]:
    command = ["unshare", "-m", "--propagation", "private", sys.executable, "-m", "tests.resilience.world", kind, str(folder)]
    done = subprocess.run(command, cwd=HOME, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr[-3000:]
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


@in_a_namespace
def test_a_disk_that_is_full_is_said_and_what_was_kept_stays(tmp_path: Path) -> None:
    found = world("full", tmp_path)
    for what in ("upload", "saying"):
        kind, ko, en = found[what]
        assert (kind, "가득" in ko, "full" in en) == ("StoreError", True, True), found[what]
    assert found["again"] is None
    assert (found["said"], found["owed"], found["files"]) == (list(LINES), False, 0)


@in_a_namespace
def test_a_folder_that_cannot_be_written_is_said_and_what_was_kept_stays(tmp_path: Path) -> None:
    found = world("read_only", tmp_path)
    for what in ("saying", "ready"):
        kind, ko, en = found[what]
        assert kind == "StoreError"
        assert "폴더" in ko
        assert "folder" in en
    assert found["again"] is None
    assert (found["said"], found["owed"]) == (list(LINES), False)


OPENED_ANEW, FILLED_AGAIN = "The index cannot be opened", "The index is brought up to date: 0 passages taken out, 6 put in"


@pytest.mark.parametrize(
    ("cut", "said"),
    [(lambda size: size // 2, [OPENED_ANEW, FILLED_AGAIN]), (lambda size: 0, [FILLED_AGAIN]), (lambda size: max(0, size - 1), [])],
    ids=["half", "all", "a byte that nothing needs"],
)
def test_an_index_cut_to_pieces_is_built_anew_and_said(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, cut: Callable[[int], int], said: list[str]
) -> None:
    with opened(tmp_path) as engine:
        engine.shelf.add(LOCAL_PERSON, Upload("안내서.md", document(1).encode()))
    files = [one for one in (tmp_path / "index").rglob("*") if one.is_file()]
    for one in files:
        with one.open("r+b") as file:
            file.truncate(cut(one.stat().st_size))
    with caplog.at_level(logging.INFO), opened(tmp_path) as engine:
        engine.shelf.resume()
        passages = engine._store.playbooks.passages()
        found = engine.shelf.search([one.text for one in passages], 1)
        assert [[hit.passage.id for hit in hits] for hits in found] == [[one.id] for one in passages]
    assert len(passages) == 6
    logged = [one.getMessage() for one in caplog.records if one.name.startswith("assistant.")]
    assert len(logged) == len(said), logged
    assert all(one.startswith(expected) for one, expected in zip(logged, said, strict=True))


def test_a_clock_that_is_set_back_ends_nothing_and_loses_nothing(tmp_path: Path) -> None:
    now = [datetime(2026, 11, 28, 9, tzinfo=UTC)]
    with Engine(Settings(_env_file=None, MAJU_DATA=tmp_path, OPENAI_API_KEY=None, OPENAI_BASE_URL=None), lambda: now[0]) as engine:
        role_play = engine.room.begin(LOCAL_PERSON, SCENARIO, "ko", 2, seed=SEED)
        for number, line in enumerate(LINES):
            now[0] -= timedelta(days=1, hours=number)
            assert engine.room.say(LOCAL_PERSON, role_play.id, Words(line, str(number))).wait(WAIT_S)
        ended = engine.room.finish(LOCAL_PERSON, role_play.id)
        assert [turn.text for turn in ended.turns if turn.speaker == "rep"] == list(LINES)
        assert [turn.index for turn in ended.turns] == list(range(5))
        card = engine.scorer.of_role_play(LOCAL_PERSON, role_play.id)
    assert all(score.value is None or 0 <= score.value <= 100 for score in card.scores.values())


HOLDS = """
import sys
from assistant.store import open_store
with open_store(sys.argv[1])._database.writing():
    print("held", flush=True)
    sys.stdin.readline()
"""


@contextmanager
def held(address: str) -> Iterator[None]:
    """Another process writes, and does not come to an end."""
    other = subprocess.Popen([sys.executable, "-c", HOLDS, address], cwd=HOME, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert other.stdout is not None
    assert other.stdout.readline() == "held\n"
    try:
        yield
    finally:
        other.communicate("\n")


@pytest.fixture
def hurried(url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Engine]:
    """Waits for another writer a fifth of a second only."""
    monkeypatch.setattr("assistant.assembly.engine.open_store", partial(open_store, busy_s=0.2))
    with opened(tmp_path / "data", url) as engine:
        yield engine


def test_a_database_that_somebody_holds_is_said_and_everything_goes_on_afterwards(hurried: Engine, url: str) -> None:
    role_play = hurried.room.begin(LOCAL_PERSON, SCENARIO, "ko", 2, seed=SEED)
    upload = Upload("안내서.md", document(1).encode())
    with held(url):
        for work in (
            lambda: hurried.room.say(LOCAL_PERSON, role_play.id, Words(LINES[0], "0")),
            lambda: hurried.shelf.take(LOCAL_PERSON, upload),
            lambda: hurried.check("store"),
        ):
            with pytest.raises(StoreError, match="busy") as caught:
                work()
            assert "다른 작업" in caught.value.ko
        assert len(hurried.room.role_play(LOCAL_PERSON, role_play.id).turns) == 1  # reading goes on
    assert hurried.room.say(LOCAL_PERSON, role_play.id, Words(LINES[0], "0")).wait(WAIT_S)
    turns = hurried.room.role_play(LOCAL_PERSON, role_play.id).turns
    assert [turn.speaker for turn in turns] == ["buyer", "rep", "buyer"]
    hurried.shelf.add(LOCAL_PERSON, upload)
    assert [one.state for one in hurried.shelf.versions()] == ["ready"]


def test_a_reply_that_could_not_be_kept_is_said_and_made_again(hurried: Engine, url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    role_play = hurried.room.begin(LOCAL_PERSON, SCENARIO, "ko", 2, seed=SEED)
    keep = SqlRolePlays.add_buyer_turn

    def keeps_while_somebody_writes(self: SqlRolePlays, *args: Any) -> bool:
        with held(url):
            return keep(self, *args)

    monkeypatch.setattr(SqlRolePlays, "add_buyer_turn", keeps_while_somebody_writes)
    reply = hurried.room.say(LOCAL_PERSON, role_play.id, Words(LINES[0], "0"))
    assert reply.wait(WAIT_S)
    assert reply.fault == "not_kept"
    monkeypatch.undo()
    again = hurried.room.retry(LOCAL_PERSON, role_play.id)
    assert again is not None
    assert again.wait(WAIT_S)
    assert again.fault is None
    kept = hurried.room.role_play(LOCAL_PERSON, role_play.id)
    assert kept.fault is None
    assert [turn.speaker for turn in kept.turns] == ["buyer", "rep", "buyer"]
