"""The record of who saw and did what: it only grows, whoever asks the database; it holds no words; and the person looked at sees it."""

import pytest
from sqlalchemy.exc import DBAPIError

from assistant.domain.privacy import Sought
from assistant.errors import NotAllowed
from assistant.exports.exporting import EXPORTED
from assistant.privacy.witness import LOOKED, QUOTED, SAME_LOOK
from tests.privacy.house import ADMIN, House

SECRET = "우리 회사는 내년에 공장을 닫아요"


ORDERS = {
    "sqlite": ["UPDATE audit SET detail = 'nothing'", "DELETE FROM audit"],
    "postgresql": ["UPDATE audit SET detail = 'nothing'", "DELETE FROM audit", "TRUNCATE audit", "TRUNCATE audit CASCADE"],
}


def test_no_entry_is_changed_or_taken_away_not_even_by_whoever_writes_sql(house: House) -> None:
    house.person("보람")
    before, engine = house.store.accounts.audited(9), house.store._database.engine
    assert before
    for order in ORDERS[engine.dialect.name]:
        with engine.connect() as connection, pytest.raises(DBAPIError, match="only ever added to"):
            connection.exec_driver_sql(order)
    assert house.store.accounts.audited(9) == before


def test_who_reads_another_s_talk_is_kept_once_for_a_look_and_seen_by_its_rep(house: House) -> None:
    rep, trainer = house.person("보람"), house.person("나래", "trainer")
    talk = house.shared(rep, house.talk(rep, "r1", SECRET))
    for _ in range(20):
        house.witness.saw(trainer.actor(), talk)
    assert [(one.by, one.action, one.thing) for one in house.witness.looks(rep.actor(), 10)] == [(trainer.id, LOOKED, "r1")]
    assert house.witness.of_talk(rep.actor(), talk) == {trainer.id: house.clock.at}
    house.clock.at += SAME_LOOK
    house.witness.saw(trainer.actor(), talk)
    assert len(house.witness.looks(rep.actor(), 10)) == 2


def test_quotes_out_of_many_talks_are_one_entry_for_each_rep_until_others_are_shown(house: House) -> None:
    one, other, manager = house.person("보람"), house.person("가온"), house.person("마루", "rep", "manager")
    first, second, own = house.talk(one, "r1"), house.talk(one, "r2"), house.talk(manager, "m1")
    shown = [first, second, first, house.talk(other, "o1"), own]
    for _ in range(5):
        house.witness.quoted(manager.actor(), shown)
    assert [(each.by, each.action, each.thing, each.detail) for each in house.witness.looks(one.actor(), 9)] == [(manager.id, QUOTED, "", "talks 2")]
    assert [each.thing for each in house.witness.looks(other.actor(), 9)] == ["o1"]
    assert not house.witness.record(ADMIN, 9, Sought(owner=manager.id))
    house.witness.quoted(manager.actor(), [first, house.talk(one, "r3")])
    assert [(each.thing, each.detail) for each in house.witness.looks(one.actor(), 9)] == [("r3", "talks 1"), ("", "talks 2")]
    house.witness.saw(manager.actor(), first)
    house.clock.at += SAME_LOOK
    house.witness.quoted(manager.actor(), [first])
    assert [each.action for each in house.witness.looks(one.actor(), 9)] == [QUOTED, LOOKED, QUOTED, QUOTED]


def test_reading_one_s_own_talk_is_nobody_s_business(house: House) -> None:
    rep = house.person("보람")
    house.witness.saw(rep.actor(), house.talk(rep, "r1"))
    assert house.witness.looks(rep.actor(), 10) == ()


def test_who_looked_at_a_talk_is_told_to_its_rep_alone(house: House) -> None:
    rep, trainer = house.person("보람"), house.person("나래", "trainer")
    talk = house.shared(rep, house.talk(rep, "r1"))
    house.witness.saw(trainer.actor(), talk)
    assert house.witness.of_talk(trainer.actor(), talk) == {}
    assert house.witness.looks(trainer.actor(), 10) == ()


def test_admins_find_entries_by_person_deed_owner_and_time_and_nobody_else_does(house: House) -> None:
    rep, trainer = house.person("보람"), house.person("나래", "trainer")
    talk = house.shared(rep, house.talk(rep, "r1"))
    house.witness.saw(trainer.actor(), talk)
    house.clock.passes(days=1)
    house.witness.note(trainer.actor(), EXPORTED, "talks.csv", "3 talks")
    day_two = house.clock.at

    def found(sought: Sought) -> list[str]:
        return [one.action for one in house.witness.record(ADMIN, 100, sought)]

    assert found(Sought(by=trainer.id)) == [EXPORTED, LOOKED]
    assert found(Sought(action=LOOKED)) == [LOOKED]
    assert found(Sought(owner=rep.id)) == [LOOKED]
    assert found(Sought(since=day_two)) == [EXPORTED]
    assert found(Sought(by=trainer.id, until=day_two)) == [LOOKED]
    assert house.witness.record(ADMIN, 1, Sought(by=trainer.id), skip=1)[0].action == LOOKED
    for one in (rep, trainer):
        with pytest.raises(NotAllowed):
            house.witness.record(one.actor(), 100, Sought())


def test_no_words_of_a_talk_are_in_the_record(house: House) -> None:
    rep, trainer = house.person("보람"), house.person("나래", "trainer")
    talk = house.shared(rep, house.talk(rep, "r1", SECRET))
    house.witness.saw(trainer.actor(), talk)
    house.eraser.erase_own(house.person("다온").actor())
    with house.store._database.reading() as connection:
        rows = connection.exec_driver_sql("SELECT * FROM audit").fetchall()
    assert rows
    assert not any(SECRET[:6] in str(value) for row in rows for value in row)
