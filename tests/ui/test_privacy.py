"""What is kept of people and who sees it, on the screens: who looked, how long, deleting; an admin's record of everything."""

from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest

from assistant.assembly import Engine
from assistant.domain.people import LOCAL_PERSON
from assistant.privacy.erasing import GRACE
from tests.ui.conftest import OPENED
from tests.ui.pages import GOOD, talked
from tests.ui.test_team import As, a, as_, practised  # noqa: F401 - a fixture
from ui.words import my_data, out, people, record


def test_a_rep_sees_who_can_look_who_has_and_that_it_is_kept(engine: Engine, opened: OPENED, as_: As) -> None:  # noqa: F811
    rep, trainer = a(engine, "보람", "rep"), a(engine, "나래", "manager")
    talk = practised(engine, rep)
    as_(rep)
    page = opened("my-data")
    assert my_data.READERS.ko.format(team="영업 1팀", names="나래") in page.words
    assert my_data.NO_LOOKS.ko in page.words
    engine.submitting.share(rep.actor(), talk.id)
    assert people.NOBODY_LOOKED.ko in opened("scorecard", role_play=talk.id).words
    as_(trainer)
    assert people.LOOK_IS_KEPT.ko.format(rep="보람") in opened("scorecard", role_play=talk.id).words
    as_(rep)
    assert "나래" in opened("scorecard", role_play=talk.id).words
    assert record.ACTIONS["talk_read"].ko in opened("my-data").words


def test_one_deletes_all_that_is_one_s_own_after_being_asked(engine: Engine, opened: OPENED) -> None:
    talked(engine, GOOD[0], finished=True)
    page = opened("my-data")
    page.button("delete-all").click()
    page.run()
    assert my_data.SURE.ko.format(count=1) in page.words
    assert len(engine.room.mine(LOCAL_PERSON)) == 1
    page.button("delete-all").click()  # a dialog lives in a fragment, which AppTest draws only with its page
    page.button("delete-yes").click()
    assert my_data.DELETED.ko.format(count=1) in page.run().words
    assert engine.room.mine(LOCAL_PERSON) == ()


def test_what_was_shared_is_not_offered_for_deletion(engine: Engine, opened: OPENED, as_: As) -> None:  # noqa: F811
    rep = a(engine, "보람", "rep")
    talk = practised(engine, rep)
    engine.submitting.share(rep.actor(), talk.id)
    as_(rep)
    words = opened("my-data").words
    assert my_data.DELETE_SHARED.ko.format(count=1) in words
    assert my_data.NOTHING.ko in words


def test_alone_one_sets_how_long_one_s_own_talks_are_kept_and_sees_it_ahead(engine: Engine, opened: OPENED) -> None:
    talked(engine, GOOD[0], finished=True)
    page = opened("my-data")
    page.at.selectbox(key="keeping-none").select(90)
    page.run()
    day = engine.now().astimezone(ZoneInfo("Asia/Seoul")) + timedelta(days=90)
    assert f"{day.month}월 {day.day}일" in page.words
    page.button("keep-none").click()
    words = page.run().words
    assert record.SET_DONE.ko in words
    assert my_data.KEPT_DAYS.ko.format(days=90) in words


def test_an_admin_filters_the_record_and_sets_a_team_s_retention(engine: Engine, opened: OPENED, as_: As) -> None:  # noqa: F811
    rep, trainer, admin = a(engine, "보람", "rep"), a(engine, "나래", "trainer"), a(engine, "가람", "admin")
    talk = practised(engine, rep)
    engine.submitting.share(rep.actor(), talk.id)
    engine.room.role_play(trainer.actor(), talk.id)
    as_(admin)
    page = opened("record")
    assert record.ACTIONS["talk_read"].ko in page.html
    assert GOOD[0][:10] not in page.html
    page.at.selectbox(key="record-action").select("person_invited")
    page.run()
    assert f"<td>{record.ACTIONS['talk_read'].ko}</td>" not in page.html
    assert f"<td>{record.ACTIONS['person_invited'].ko}</td>" in page.html
    (team,) = engine.directory.teams(admin.actor())
    page.at.selectbox(key=f"keeping-{team.id}").select(30)
    page.run()
    page.button(f"keep-{team.id}").click()
    page.run()
    assert engine.keeping.rules(admin.actor())[team.id].days == 30
    as_(rep)
    assert my_data.KEPT_DAYS.ko.format(days=30) in opened("my-data").words


def test_an_admin_has_somebody_deleted_who_has_left_and_takes_it_back(engine: Engine, opened: OPENED, as_: As) -> None:  # noqa: F811
    rep, admin = a(engine, "보람", "rep"), a(engine, "가람", "admin")
    as_(admin)
    page = opened("people")
    page.button(f"switch-{rep.id}").click()
    page.run()
    page.button(f"erase-yes-{rep.id}").click()
    page.run()
    assert engine.eraser.waiting(admin.actor())[rep.id] <= engine.now() + GRACE
    page.button(f"keep-{rep.id}").click()
    assert people.KEPT.ko.format(name="보람") in page.run().words
    assert engine.eraser.waiting(admin.actor()) == {}


@pytest.mark.parametrize("language", ["ko-KR", "en-GB"])
def test_a_scorecard_is_taken_along_from_its_page(engine: Engine, opened: OPENED, language: str) -> None:
    talk = talked(engine, *GOOD, finished=True)
    engine.scorer.of_role_play(LOCAL_PERSON, talk.id)
    page = opened("scorecard", language, role_play=talk.id)
    if any(one.key == "more" for one in page.at.button):
        page.button("more").click()
        page.run()
    assert f"/paper/{talk.id}?language={language[:2]}&amp;zone=Asia%2FSeoul" in page.html
    assert out.PAPER.in_("ko" if language == "ko-KR" else "en") in page.words
