"""Deleting: what was said is nowhere afterwards, not in free pages either; what others made stays; an old copy does not bring it back."""

import shutil
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from assistant.domain.conversation import Conversation, ConversationFile, Dialogue, Line
from assistant.domain.hint import Hint
from assistant.domain.people import Person
from assistant.domain.privacy import Gone
from assistant.domain.review import Comment, Review, Submission
from assistant.domain.roleplay import Branch
from assistant.errors import InputError, NotAllowed, NotFound, StoreError
from assistant.privacy.erasing import GRACE
from assistant.store import open_store
from assistant.store.erasures import KEEP_THE_ID, OF_A_PERSON
from assistant.store.tables import metadata
from tests.access.people import Clock
from tests.privacy.house import ADMIN, House, house_over
from tests.store.samples import a_scorecard

SECRET = "우리끼리 얘기인데 다음 달에 지점을 닫습니다"
NAMES_A_PERSON = {"rep", "owner", "by", "person", "login", "reviewer", "people", "assignee"}
"""What columns that hold a person are called here; and whatever ends in `_by`."""
NOBODY_S = {"people.login", "turns.person", "role_plays.ended_by", "scenario_proposals.made_by"}
"""A login goes with its account; a turn's person sits at a scenario's table; a side ends a role-play; a model makes a proposal."""


def everything_said(house: House, person: Person, name: str) -> None:
    """A role-play with all that can hang on one."""
    house.talk(person, name, SECRET)
    store, now = house.store, house.clock()
    store.scorecards.add(name, a_scorecard(), now)
    store.reflections.begin(name, now)
    store.reflections.answer(name, "process", SECRET)
    store.hints.add(name, Hint(1, "acknowledge", now, None))
    store.reviews.add_comment(name, Comment(f"c-{name}", 1, "somebody", SECRET, now))
    store.reviews.submit(name, Submission(now, SECRET))
    store.reviews.change(name, "somebody", lambda one: replace(one, follow_up=SECRET), Review(name, "somebody", now))


def in_files(folder: Path, words: str) -> list[str]:
    return [one.name for one in folder.iterdir() if one.is_file() and words.encode() in one.read_bytes()]


def anywhere(house: House, words: str) -> list[str]:
    """The tables in which these words stand, and the files of the data folder: SQLite's free pages and its log too."""
    with house.store._database.reading() as connection:
        rows = {table.name: connection.execute(select(table)).fetchall() for table in metadata.sorted_tables}
    return [name for name, found in rows.items() if words in str(found)] + in_files(house.folder, words)


def test_every_column_that_names_a_person_is_known_to_whatever_deletes_people() -> None:
    by_key = {f"{key.parent.table.name}.{key.parent.name}" for table in metadata.tables.values() for key in table.foreign_keys}
    known = {f"{table.name}.{column.name}" for table, column in OF_A_PERSON.items()} | KEEP_THE_ID | by_key | NOBODY_S
    columns = [(table.name, column.name) for table in metadata.tables.values() for column in table.c]
    named = {f"{table}.{name}" for table, name in columns if name in NAMES_A_PERSON or name.endswith("_by")}
    assert named - known == set()
    assert {one for one in KEEP_THE_ID if one.split(".")[0] not in metadata.tables} == set()


def test_a_person_is_deleted_with_everything_they_said_and_nothing_of_others(house: House) -> None:
    rep, mate = house.person("보람"), house.person("다온")
    everything_said(house, rep, "mine")
    house.talk(mate, "theirs", "안녕하세요")
    house.directory.set_active(ADMIN, rep.id, active=False)
    assert anywhere(house, SECRET[:12])
    due = house.eraser.ask(ADMIN, rep.id)
    assert due == house.clock() + GRACE
    assert house.eraser.run() == 0
    assert house.talks() == {"mine", "theirs"}
    house.clock.at = due
    assert house.eraser.run() == 1
    assert house.talks() == {"theirs"}
    assert [one.name for one in house.store.accounts.people()] == ["다온"]
    assert house.store.scorecards.all_latest() == {}
    assert anywhere(house, SECRET[:12]) == []
    assert anywhere(house, "보람@hangyeol.kr") == []
    assert house.eraser.waiting(ADMIN) == {}


def test_a_deletion_is_taken_back_while_there_is_time(house: House) -> None:
    rep = house.person("보람")
    house.talk(rep, "mine")
    house.directory.set_active(ADMIN, rep.id, active=False)
    house.eraser.ask(ADMIN, rep.id)
    house.eraser.take_back(ADMIN, rep.id)
    house.clock.at += GRACE * 2
    assert house.eraser.run() == 0
    assert house.talks() == {"mine"}
    with pytest.raises(InputError):
        house.eraser.take_back(ADMIN, rep.id)


def test_only_an_admin_deletes_people_nobody_themselves_and_nobody_who_still_gets_in(house: House) -> None:
    rep, manager, admin = house.person("보람"), house.person("나래", "manager"), house.person("가람", "admin")
    with pytest.raises(NotAllowed):
        house.eraser.ask(manager.actor(), rep.id)
    with pytest.raises(InputError, match="yourself"):
        house.eraser.ask(admin.actor(), admin.id)
    with pytest.raises(InputError, match="Switch"):
        house.eraser.ask(admin.actor(), rep.id)
    with pytest.raises(NotFound):
        house.eraser.ask(admin.actor(), "nobody")


def test_a_rep_deletes_what_is_theirs_alone_with_what_was_built_on_it(house: House) -> None:
    rep, mate = house.person("보람"), house.person("다온")
    house.talk(rep, "first", SECRET)
    house.talk(rep, "again", branch=Branch("first", 1))
    house.talk(rep, "later", follows="again")
    house.talk(rep, "other")
    house.talk(mate, "theirs")
    assert house.eraser.erase_own(rep.actor(), "again") == 3
    assert house.forgotten == [1]
    assert house.talks() == {"other", "theirs"}
    assert anywhere(house, SECRET[:12]) == []
    with pytest.raises(NotFound):
        house.eraser.erase_own(rep.actor(), "theirs")


def test_what_was_shared_is_not_the_rep_s_to_delete(house: House) -> None:
    rep = house.person("보람")
    house.shared(rep, house.talk(rep, "shared"))
    house.talk(rep, "on-it", follows="shared")
    house.talk(rep, "alone")
    free, kept = house.eraser.own(rep.actor())
    assert ([one[0].id for one in free], kept) == (["alone"], 2)
    with pytest.raises(InputError, match="shared"):
        house.eraser.erase_own(rep.actor(), "on-it")
    assert house.eraser.erase_own(rep.actor()) == 1
    assert house.talks() == {"shared", "on-it"}


def test_an_old_copy_that_is_put_back_does_not_bring_back_what_was_deleted(sqlite_url: str, tmp_path: Path) -> None:
    with open_store(sqlite_url) as store:
        house = house_over(store, tmp_path, Clock())
        rep, mate = house.person("보람"), house.person("다온")
        everything_said(house, rep, "mine")
        house.talk(mate, "theirs")
        house.talk(mate, "kept")
    shutil.copy(tmp_path / "maju.db", tmp_path / "backup")
    with open_store(sqlite_url) as store:
        house = house_over(store, tmp_path, house.clock)
        house.eraser.erase_own(mate.actor(), "theirs")
        house.directory.set_active(ADMIN, rep.id, active=False)
        house.clock.at = house.eraser.ask(ADMIN, rep.id)
        house.eraser.run()
        assert house.talks() == {"kept"}
    shutil.copy(tmp_path / "backup", tmp_path / "maju.db")
    (tmp_path / "backup").unlink()
    with open_store(sqlite_url) as store:
        back = house_over(store, tmp_path, house.clock)
        assert back.talks() == {"kept", "mine", "theirs"}
        assert back.eraser.after_restoring() == 2
        assert back.talks() == {"kept"}
        assert [one.name for one in store.accounts.people()] == ["다온"]
        assert back.eraser.after_restoring() == 0
    assert in_files(tmp_path, SECRET[:12]) == []


def test_what_was_deleted_and_brought_back_more_than_once_is_deleted_once(house: House) -> None:
    house.talk(house.person("보람"), "mine")
    house.eraser._gone.add([Gone("role_play", "mine", house.clock())] * 2)
    assert house.eraser.after_restoring() == 1
    assert house.talks() == set()


def test_stopped_before_the_database_was_reached_it_is_done_at_the_next_start(house: House, reopened: House, monkeypatch: pytest.MonkeyPatch) -> None:
    rep = house.person("보람")
    house.talk(rep, "mine")

    def dies(*_: object) -> int:
        raise StoreError(ko="꺼졌어요", en="the power went")

    monkeypatch.setattr(house.store.erasures, "erase", dies)
    with pytest.raises(StoreError):
        house.eraser.erase_own(rep.actor(), "mine")
    assert reopened.talks() == {"mine"}
    assert reopened.eraser.run() == 1
    assert reopened.talks() == set()


def test_where_the_list_cannot_be_written_nothing_is_deleted(house: House) -> None:
    rep = house.person("보람")
    house.talk(rep, "mine")
    (house.folder / "deleted.jsonl").mkdir()
    with pytest.raises(StoreError, match="Nothing was deleted"):
        house.eraser.erase_own(rep.actor(), "mine")
    assert house.talks() == {"mine"}


def test_a_line_that_a_crash_cut_off_hides_none_of_the_others(house: House) -> None:
    rep = house.person("보람")
    house.talk(rep, "mine")
    house.talk(rep, "other")
    house.eraser.erase_own(rep.actor(), "mine")
    with (house.folder / "deleted.jsonl").open("a") as file:
        file.write('{"kind": "role_pl\nnull\n{"kind": "cake", "id": "x", "at": "2026-11-28"}\n')
    house.eraser.erase_own(rep.actor(), "other")
    assert [one.thing for one in house.eraser._gone.all()] == ["mine", "other"]


def test_of_a_deletion_only_ids_are_remembered(house: House) -> None:
    rep = house.person("보람")
    house.talk(rep, "mine", SECRET)
    house.eraser.erase_own(rep.actor())
    assert house.eraser._gone.all() == (Gone("role_play", "mine", house.clock()),)
    assert "보람" not in (house.folder / "deleted.jsonl").read_text(encoding="utf-8")


def test_asking_again_makes_it_neither_later_nor_twice(house: House) -> None:
    rep = house.person("보람")
    house.directory.set_active(ADMIN, rep.id, active=False)
    first = house.eraser.ask(ADMIN, rep.id)
    house.clock.at += timedelta(days=1)
    assert house.eraser.ask(ADMIN, rep.id) == first
    assert len(house.store.erasures.open()) == 1


def test_a_file_of_conversations_is_its_owner_s_to_delete_with_the_names_in_it(house: House) -> None:
    rep, mate = house.person("보람"), house.person("다온")
    file = ConversationFile("f", rep.id, "kakao.txt", "d", house.clock(), 1, True, {})
    house.store.conversations.begin(file)
    talk = Conversation("c", rep.id, "f", 0, Dialogue(None, (Line("박고객", SECRET),)), {}, "unmapped")
    house.store.conversations.add(file, [talk])
    house.store.conversations.map(rep.id, ("박고객",), {"박고객": "buyer"})
    with pytest.raises(NotFound):
        house.eraser.erase_own(mate.actor(), "f")
    assert house.eraser.erase_own(rep.actor(), "f") == 1
    assert anywhere(house, SECRET[:12]) == anywhere(house, "박고객") == []
