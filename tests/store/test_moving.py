"""From one machine's folder onto a server: everything, once, however often it is stopped, and nothing into what is somebody else's."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import select, update

from assistant.domain.people import Audited, Person, Team
from assistant.domain.review import Comment
from assistant.errors import InputError, StoreError
from assistant.store import Store, move_store, open_store
from assistant.store.database import Database
from assistant.store.tables import playbook_files, scorecards, turns
from tests.servers.postgres import Cluster
from tests.store.older import kept_by_an_older
from tests.store.samples import BEGAN, a_passage, a_role_play, a_scenario, a_scorecard, a_version, buyer_says, finished, leaving, rep_says


def fill(store: Store) -> None:
    store.accounts.add_team(Team("t1", "서울 1팀"))
    store.accounts.add(Person("p1", "kim", "김보람", frozenset({"rep"}), frozenset({"t1"}), BEGAN))
    for n in range(40):
        store.role_plays.begin(a_role_play(f"r{n}"), a_scenario(f"제안 {n % 3}"))
        store.role_plays.add_rep_turn(f"r{n}", rep_says())
        store.role_plays.add_buyer_turn(f"r{n}", buyer_says(), leaving() if n % 2 else None)
        store.scorecards.add(f"r{n}", a_scorecard(float(n)), BEGAN)
        store.reviews.add_comment(f"r{n}", Comment(f"c{n}", 1, "p2", "여기서 물었으면 좋았겠어요.", BEGAN))
        store.accounts.audit(Audited(BEGAN, "p1", "review", f"r{n}", ""))
    store.role_plays.share("r0", ["t1"], BEGAN)
    store.playbooks.receive(a_version(), bytes(range(256)) * 100)
    store.playbooks.finish("v1", [a_passage(f"p{n}") for n in range(300)], 12)


@pytest.fixture
def source(sqlite_url: str) -> str:
    with open_store(sqlite_url) as store:
        fill(store)
    return sqlite_url


@pytest.fixture
def target(postgres: Cluster) -> Iterator[str]:
    address = postgres.new()
    yield address
    postgres.drop(address)


def test_everything_is_there_afterwards_and_work_goes_on_with_new_numbers(source: str, target: str) -> None:
    moved = move_store(source, target)
    assert (moved.rows["role_plays"], moved.rows["turns"], moved.rows["passages"], moved.rows["audit"]) == (40, 120, 300, 40)
    assert moved.written == sum(moved.rows.values())
    with open_store(source) as old, open_store(target) as new:
        assert new.role_plays.all() == old.role_plays.all()
        assert new.role_plays.get("r7") == old.role_plays.get("r7")
        assert new.scorecards.all_latest() == old.scorecards.all_latest()
        assert new.reviews.of("r3") == old.reviews.of("r3")
        assert new.accounts.people() == old.accounts.people()
        assert new.playbooks.passages(["v1"]) == old.playbooks.passages(["v1"])
        assert new.playbooks.content("v1") == bytes(range(256)) * 100
        new.scorecards.add("r0", a_scorecard(99.0), BEGAN)
        new.reviews.add_comment("r0", Comment("new", 1, "p2", "하나 더요.", BEGAN))
        assert new.scorecards.latest("r0") == a_scorecard(99.0)
        assert [one.id for one in new.reviews.of("r0").comments] == ["c0", "new"]
        assert new.role_plays.end("r0", finished()).ended == finished()


class Stopped(BaseException):
    """The program, killed."""


@pytest.mark.parametrize("table", ["people", "role_plays", "playbook_files", "passages", "audit"])
def test_stopped_anywhere_it_goes_on_where_it_was(source: str, target: str, table: str) -> None:
    def told(name: str, done: int, of: int) -> None:
        if name == table:
            raise Stopped

    with pytest.raises(Stopped):
        move_store(source, target, told)
    again = move_store(source, target)
    assert 0 < again.written < sum(again.rows.values())
    once_more = move_store(source, target)
    assert (once_more.written, once_more.digest) == (0, again.digest)


def test_a_database_that_somebody_uses_is_left_alone(source: str, target: str) -> None:
    with open_store(target) as theirs:
        theirs.role_plays.begin(a_role_play("another"), a_scenario("남의 제안"))
    with pytest.raises(InputError, match="something else"):
        move_store(source, target)
    with open_store(target) as theirs:
        assert [one.id for one in theirs.role_plays.all()] == ["another"]
        assert theirs.accounts.people() == ()


def test_a_database_that_has_gone_its_own_way_since_is_left_alone(source: str, target: str) -> None:
    move_store(source, target)
    with open_store(target) as new:
        new.role_plays.add_rep_turn("r0", rep_says("새 서버에서 이어서 말해요.", "c2"))
    with pytest.raises(InputError, match="something else"):
        move_store(source, target)


def test_what_differs_at_the_end_is_said_and_not_called_done(source: str, target: str) -> None:
    def spoilt(name: str, done: int, of: int) -> None:
        if name == "turns" and done == of:
            database = Database(target)
            with database.writing() as connection:
                connection.execute(update(turns).where(turns.c.role_play == "r5", turns.c.turn_index == 1).values(text="다른 말"))
            database.close()

    with pytest.raises(StoreError, match="turns"):
        move_store(source, target, spoilt)


def test_nobody_writes_into_the_old_folder_while_it_moves(source: str, target: str) -> None:
    tried: list[str] = []

    def writes(name: str, done: int, of: int) -> None:
        if not tried:
            with open_store(source, busy_s=0.05) as app, pytest.raises(StoreError, match="busy"):
                app.role_plays.begin(a_role_play("late"), a_scenario())
            tried.append(name)

    assert move_store(source, target, writes).rows["role_plays"] == 40
    assert tried


def test_an_older_folder_is_brought_up_to_date_and_moved(tmp_path: Path, target: str) -> None:
    older = kept_by_an_older(tmp_path, "0003", a_role_play())
    assert move_store(older, target).rows["role_plays"] == 1
    with open_store(target) as new:
        assert new.role_plays.get("r1") == a_role_play()


def test_a_sign_that_postgresql_cannot_hold_does_not_stop_the_move(source: str, target: str) -> None:
    with open_store(source) as old:
        old.role_plays.add_rep_turn("r0", rep_says("널\0글자", "c9"))
    move_store(source, target)
    with open_store(target) as new:
        assert new.role_plays.get("r0").turns[-1].text == "널\ufffd글자"


def test_scorecards_and_files_stand_there_byte_for_byte(source: str, target: str) -> None:
    move_store(source, target)
    databases = Database(source), Database(target)
    kept = []
    for database in databases:
        with database.reading() as connection:
            files = connection.execute(select(playbook_files.c.content)).scalars().all()
            cards = connection.exec_driver_sql(f"SELECT body FROM {scorecards.name} ORDER BY id").scalars().all()
        kept.append((files, cards))
        database.close()
    assert kept[0] == kept[1]
