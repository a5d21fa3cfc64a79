"""`maju migrate`: from a folder to the servers, said in a line or as JSON; what cannot be moved is said in a sentence."""

import json
from pathlib import Path

import pytest

from assistant.store import open_store
from tests.cli.conftest import Maju
from tests.servers.chroma import ChromaServer
from tests.servers.postgres import Cluster
from tests.store.samples import a_role_play, a_scenario


def test_a_folder_with_its_playbooks_goes_to_the_servers_and_is_searched_there(
    maju: Maju, postgres: Cluster, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "요금표.md").write_text("# 가격\n\n상담석 하나에 월 58,000원입니다.\n", encoding="utf-8")
    assert maju("playbook", "add", str(tmp_path / "요금표.md")).status == 0
    with open_store(f"sqlite:///{tmp_path / 'data' / 'maju.db'}") as old:
        old.role_plays.begin(a_role_play(), a_scenario())
    (tmp_path / "data" / "deleted.jsonl").write_text('{"kind": "role_play", "id": "gone", "at": "2026-11-01T00:00:00+00:00"}\n')
    database, chroma = postgres.new(), ChromaServer(tmp_path / "chroma")
    try:
        monkeypatch.setenv("MAJU_DATABASE_URL", database)
        monkeypatch.setenv("MAJU_CHROMA_URL", chroma.address)
        monkeypatch.setenv("MAJU_DATA", str(tmp_path / "server"))
        moved = json.loads(maju("migrate", str(tmp_path / "data"), "--json").out)
        assert (moved["rows"]["role_plays"], moved["rows"]["playbook_files"], moved["passages"]) == (1, 1, 1)
        again = maju("migrate", str(tmp_path / "data"))
        assert (again.status, "이번에 0줄" in again.out) == (0, True)
        assert "58,000원" in maju("playbook", "search", "상담석 가격").out
        assert (tmp_path / "server" / "deleted.jsonl").read_text().count("gone") == 1
    finally:
        chroma.kill()
        postgres.drop(database)


def test_what_cannot_be_moved_is_one_sentence(maju: Maju, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    nothing = maju("migrate", str(tmp_path / "nowhere"))
    assert (nothing.status, nothing.err.count("\n"), "maju.db" in nothing.err) == (2, 1, True)
    maju("playbook", "list")
    nowhere = maju("migrate")
    assert (nowhere.status, nowhere.err.count("\n"), "MAJU_DATABASE_URL" in nowhere.err) == (2, 1, True)
    monkeypatch.setenv("MAJU_DATABASE_URL", "postgresql://maju@127.0.0.1:1/maju")
    away = maju("migrate")
    assert (away.status, away.err.count("\n"), "서버" in away.err) == (2, 1, True)
