"""Opening the store: quick when there is nothing to do, safe when several do it at once, one sentence when it cannot be used."""

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine

from assistant.errors import InputError, StoreError
from assistant.store import Store, open_store
from assistant.store.migrate import MIGRATIONS, NEWEST
from assistant.store.tables import metadata
from tests.store.samples import a_role_play, a_scenario, rep_says


def run(program: str, *arguments: str) -> "subprocess.Popen[str]":
    return subprocess.Popen([sys.executable, "-c", program, *arguments], stdout=subprocess.PIPE, text=True)


def test_the_steps_make_exactly_the_tables_the_program_uses(store: Store, url: str) -> None:
    engine = create_engine(url)
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []
    engine.dispose()


def test_the_program_knows_which_step_is_the_newest() -> None:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    assert ScriptDirectory.from_config(config).get_current_head() == NEWEST


def test_opening_a_store_that_is_up_to_date_does_not_load_the_migration_library(store: Store, url: str) -> None:
    program = "import sys; from assistant.store import open_store; open_store(sys.argv[1]).close(); print('alembic' in sys.modules)"
    with run(program, url) as child:
        assert child.communicate()[0].strip() == "False"


def test_several_programs_may_open_a_new_store_at_once(url: str) -> None:
    program = "import sys; from assistant.store import open_store; s = open_store(sys.argv[1]); print(len(s.role_plays.all())); s.close()"
    children = [run(program, url) for _ in range(4)]
    assert [child.communicate()[0].strip() for child in children] == ["0"] * 4


def test_the_embedded_store_waits_for_the_disk_and_lets_readers_read(store: Store, tmp_path: Path) -> None:
    store.role_plays.begin(a_role_play(), a_scenario())
    with sqlite3.connect(tmp_path / "maju.db") as other:
        assert other.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        other.execute("BEGIN IMMEDIATE")
        assert store.role_plays.get("r1").rep == "local"
        other.rollback()
    other.close()


def test_a_store_in_memory_serves_many_threads(tmp_path: Path) -> None:
    with open_store("sqlite://") as store:
        store.role_plays.begin(a_role_play(), a_scenario())
        assert store.role_plays.get("r1") == a_role_play()


def test_data_of_a_newer_program_is_left_alone(store: Store, url: str, tmp_path: Path) -> None:
    store.close()
    with sqlite3.connect(tmp_path / "maju.db") as other:
        other.execute("UPDATE alembic_version SET version_num = '9999'")
    other.close()
    with pytest.raises(StoreError, match="newer Maju"):
        open_store(url)


def test_a_write_that_waits_too_long_says_the_database_is_busy(store: Store, url: str, tmp_path: Path) -> None:
    other = sqlite3.connect(tmp_path / "maju.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with open_store(url, busy_s=0.05) as hurried, pytest.raises(StoreError, match="busy") as caught:
        hurried.role_plays.begin(a_role_play(), a_scenario())
    other.close()
    assert "다른 작업" in caught.value.ko


def test_a_read_only_database_says_so(store: Store, tmp_path: Path) -> None:
    store.close()
    with open_store(f"sqlite:///file:{tmp_path}/maju.db?mode=ro&uri=true") as frozen, pytest.raises(StoreError, match="cannot be written"):
        frozen.role_plays.begin(a_role_play(), a_scenario())


def test_a_full_disk_says_so_and_loses_nothing(store: Store, url: str, tmp_path: Path) -> None:
    store.role_plays.begin(a_role_play(), a_scenario())
    with store._database.engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA max_page_count=1")
    with pytest.raises(StoreError, match="disk is full"):
        store.role_plays.add_rep_turn("r1", rep_says("가" * 1_000_000))
    assert store.role_plays.get("r1") == a_role_play()


def test_a_folder_that_cannot_be_made_says_what_to_check(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    with pytest.raises(StoreError, match="cannot be opened"):
        open_store(f"sqlite:///{tmp_path}/file/maju.db")


def test_a_file_that_is_no_database_says_so(tmp_path: Path) -> None:
    (tmp_path / "maju.db").write_text("hello " * 1000)
    with pytest.raises(StoreError, match="damaged"):
        open_store(f"sqlite:///{tmp_path}/maju.db")


@pytest.mark.parametrize("url", ["maju.db", "nosuch://host/db", ""])
def test_an_address_that_is_none_says_how_to_write_one(url: str) -> None:
    with pytest.raises(InputError, match="sqlite:////path"):
        open_store(url)


def test_no_password_of_an_address_reaches_a_message() -> None:
    with pytest.raises((StoreError, InputError)) as caught:
        open_store("postgresql+nodriver://maju:s3cret@127.0.0.1:1/maju")
    assert "s3cret" not in caught.value.en + caught.value.ko


WRITER = """
import sys
from assistant.store import open_store
from tests.store.samples import a_role_play, a_scenario, buyer_says, rep_says

store = open_store(sys.argv[1])
store.role_plays.begin(a_role_play(turns=()), a_scenario())
for index in range(0, 10_000, 2):
    store.role_plays.add_rep_turn("r1", rep_says(client_id=f"c{index}"))
    print(index, flush=True)
    assert store.role_plays.add_buyer_turn("r1", buyer_says(index=index + 1), None)
    print(index + 1, flush=True)
"""


def test_everything_said_before_the_program_was_killed_is_there_afterwards(url: str) -> None:
    with run(WRITER, url) as child:
        assert child.stdout is not None
        told = [int(child.stdout.readline()) for _ in range(41)]
        child.kill()
        told += [int(line) for line in child.stdout.read().splitlines() if line.strip()]
    with open_store(url) as store:
        kept = store.role_plays.get("r1").turns
    assert [turn.index for turn in kept] == list(range(len(kept)))
    assert told[-1] < len(kept) <= told[-1] + 2
