"""Opening the store: quick when there is nothing to do, safe when several do it at once, one sentence when it cannot be used."""

import sqlite3
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import psycopg
import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import text

from assistant.errors import InputError, StoreError
from assistant.store import Store, open_store
from assistant.store.migrate import MIGRATIONS, NEWEST
from assistant.store.tables import metadata
from tests.servers.ports import free_port
from tests.servers.postgres import Cluster
from tests.store.samples import a_role_play, a_scenario, rep_says


def run(program: str, *arguments: str) -> "subprocess.Popen[str]":
    return subprocess.Popen([sys.executable, "-c", program, *arguments], stdout=subprocess.PIPE, text=True)


def test_the_steps_make_exactly_the_tables_the_program_uses(store: Store) -> None:
    with store._database.reading() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []


def test_the_program_knows_which_step_is_the_newest() -> None:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    assert ScriptDirectory.from_config(config).get_current_head() == NEWEST


def test_opening_a_store_that_is_up_to_date_does_not_load_the_migration_library(store: Store, url: str) -> None:
    program = "import sys; from assistant.store import open_store; open_store(sys.argv[1]).close(); print('alembic' in sys.modules)"
    with run(program, url) as child:
        assert child.communicate()[0].strip() == "False"


def test_several_programs_may_open_a_new_store_at_once(empty_url: str) -> None:
    program = "import sys; from assistant.store import open_store; s = open_store(sys.argv[1]); print(len(s.role_plays.all())); s.close()"
    children = [run(program, empty_url) for _ in range(4)]
    assert [child.communicate()[0].strip() for child in children] == ["0"] * 4


def test_the_embedded_store_waits_for_the_disk_and_lets_readers_read(sqlite_url: str, tmp_path: Path) -> None:
    with open_store(sqlite_url) as store, sqlite3.connect(tmp_path / "maju.db") as other:
        store.role_plays.begin(a_role_play(), a_scenario())
        assert other.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        other.execute("BEGIN IMMEDIATE")
        assert store.role_plays.get("r1").rep == "local"
        other.rollback()
    other.close()


def test_a_store_in_memory_serves_many_threads(tmp_path: Path) -> None:
    with open_store("sqlite://") as store:
        store.role_plays.begin(a_role_play(), a_scenario())
        assert store.role_plays.get("r1") == a_role_play()


def test_data_of_a_newer_program_is_left_alone(store: Store, url: str) -> None:
    with store._database.writing() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(StoreError, match="newer Maju"):
        open_store(url)


def test_a_write_that_waits_too_long_says_the_database_is_busy(store: Store, url: str) -> None:
    with open_store(url, busy_s=0.05) as hurried, store._database.writing(), pytest.raises(StoreError, match="busy") as caught:
        hurried.role_plays.begin(a_role_play(), a_scenario())
    assert "다른 작업" in caught.value.ko


def test_many_who_wait_to_write_leave_a_connection_for_those_who_read(sqlite_url: str) -> None:
    """SQLite's own queue is inside a connection: as many as there are would wait there."""
    with open_store(sqlite_url, busy_s=5) as store, ThreadPoolExecutor(40) as pool:
        with store._database.writing():
            writing = [pool.submit(store.role_plays.begin, a_role_play(f"r{n}"), a_scenario()) for n in range(30)]
            assert store.role_plays.all() == ()
            assert not any(one.done() for one in writing)
        for one in writing:
            one.result()
        assert len(store.role_plays.all()) == 30


def test_one_who_waits_too_long_in_line_is_told_so_and_holds_nobody_up(sqlite_url: str) -> None:
    with open_store(sqlite_url, busy_s=0.05) as store, ThreadPoolExecutor(1) as pool:
        with store._database.writing(), pytest.raises(StoreError, match="busy"):
            pool.submit(store.role_plays.begin, a_role_play(), a_scenario()).result()
        store.role_plays.begin(a_role_play(), a_scenario())
        assert len(store.role_plays.all()) == 1


def test_nothing_is_decided_from_what_another_writer_is_about_to_change(store: Store) -> None:
    """What is looked up before it is written (here: whether this scenario is kept already) stays so until it is written."""
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda n: store.role_plays.begin(a_role_play(f"r{n}"), a_scenario("처음 나온 시나리오")), range(8)))
    assert {one.id for one in store.role_plays.all()} == {f"r{n}" for n in range(8)}


def test_a_read_only_database_says_so(store: Store, url: str) -> None:
    store.close()
    folder = url.removeprefix("sqlite:///")
    frozen = f"{url}?options=-cdefault_transaction_read_only%3Don" if url.startswith("postgresql") else f"sqlite:///file:{folder}?mode=ro&uri=true"
    with open_store(frozen) as opened, pytest.raises(StoreError, match=r"cannot be written|is read-only"):
        opened.role_plays.begin(a_role_play(), a_scenario())


def test_a_full_disk_says_so_and_loses_nothing(sqlite_url: str) -> None:
    with open_store(sqlite_url) as store:
        store.role_plays.begin(a_role_play(), a_scenario())
        with store._database.engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA max_page_count=1")
        with pytest.raises(StoreError, match="disk is full"):
            store.role_plays.add_rep_turn("r1", rep_says("가" * 1_000_000))
        assert store.role_plays.get("r1") == a_role_play()


def test_a_text_no_database_takes_says_what_to_do_and_writes_nothing(store: Store) -> None:
    store.role_plays.begin(a_role_play(), a_scenario())
    for text_ in ("반쪽 \ud800",) if store._database.engine.dialect.name == "sqlite" else ("반쪽 \ud800", "널 \x00 글자"):
        with pytest.raises(InputError, match="broken characters"):
            store.role_plays.add_rep_turn("r1", rep_says(text_))
    assert store.role_plays.get("r1") == a_role_play()


def test_a_server_that_is_not_there_says_so(postgres: Cluster) -> None:
    with pytest.raises(StoreError, match="cannot be reached"):
        open_store(f"postgresql://maju@127.0.0.1:{free_port()}/maju")
    with pytest.raises(StoreError, match="cannot be reached"):
        open_store(postgres.address("no_such_database"))


def test_a_user_who_may_not_make_tables_is_told_so(postgres: Cluster) -> None:
    address = postgres.new()
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute("DROP ROLE IF EXISTS guest")
        connection.execute("CREATE ROLE guest LOGIN")
    with pytest.raises(StoreError, match="lacks a permission"):
        open_store(address.replace("maju@", "guest@"))
    postgres.drop(address)


def test_a_store_goes_on_when_its_server_has_come_back(postgres: Cluster, postgres_template: str) -> None:
    address = postgres.new(postgres_template)
    with open_store(address) as store:
        store.role_plays.begin(a_role_play(), a_scenario())
        with psycopg.connect(postgres.address("postgres"), autocommit=True) as connection:
            connection.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s", [address.rsplit("/", 1)[1]])
        assert store.role_plays.add_rep_turn("r1", rep_says()).index == 1
    postgres.drop(address)


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
