"""A backup of the server's database, put back on an empty server: the same rows, and the program goes on with them."""

import subprocess
from pathlib import Path

from assistant.store import open_store
from tests.servers.postgres import Cluster
from tests.store.samples import BEGAN, a_scorecard, rep_says
from tests.store.test_moving import fill


def test_what_was_backed_up_is_there_after_restoring(postgres: Cluster, tmp_path: Path) -> None:
    lost, new = postgres.new(), postgres.new()
    with open_store(lost) as store:
        fill(store)
        role_plays, cards, passages = store.role_plays.all(), store.scorecards.all_latest(), store.playbooks.passages()
    dump = tmp_path / "maju.dump"
    subprocess.run([postgres.program("pg_dump"), "--format=custom", f"--file={dump}", lost], check=True)
    postgres.drop(lost)
    subprocess.run([postgres.program("pg_restore"), "--no-owner", f"--dbname={new}", str(dump)], check=True)
    with open_store(new) as store:
        assert (store.role_plays.all(), store.scorecards.all_latest(), store.playbooks.passages()) == (role_plays, cards, passages)
        assert store.playbooks.content("v1") == bytes(range(256)) * 100
        store.role_plays.add_rep_turn("r0", rep_says("복구한 뒤에 이어서요.", "after"))
        store.scorecards.add("r0", a_scorecard(1.0), BEGAN)
        assert store.scorecards.latest("r0") == a_scorecard(1.0)
    postgres.drop(new)
