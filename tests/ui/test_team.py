"""In a team: who sees which pages and talks, and sharing; the app as somebody who is logged in sees it."""

import re
from collections.abc import Callable

import pytest

from assistant.access.directory import TERMINAL
from assistant.assembly import Engine
from assistant.domain.people import Person, Role
from assistant.domain.roleplay import RolePlay
from assistant.domain.words import DIMENSIONS
from assistant.practice.room import Words
from tests.ui.conftest import OPENED
from tests.ui.pages import GOOD, SCENARIO
from ui import pages, shown, state
from ui.words import common, door, people, playbooks, review, scorecard

As = Callable[[Person | None], None]


@pytest.fixture
def as_(monkeypatch: pytest.MonkeyPatch) -> As:
    """Whoever looks from now on; None: a login that has ended."""
    monkeypatch.setenv("MAJU_TEAM", "1")

    def logged_in(person: Person | None) -> None:
        monkeypatch.setattr("ui.actor.present_actor", lambda: None if person is None else person.actor())

    return logged_in


def a(engine: Engine, name: str, *roles: Role, team: str = "영업 1팀") -> Person:
    return engine.directory.invite(TERMINAL, f"{name}@hangyeol.kr", name, roles, [team])


def practised(engine: Engine, person: Person) -> RolePlay:
    role_play = engine.room.begin(person.actor(), SCENARIO, "ko", 2, seed=7)
    for number, line in enumerate(GOOD):
        reply = engine.room.say(person.actor(), role_play.id, Words(line, f"line-{number}"))
        assert reply.wait(60)
    engine.room.finish(person.actor(), role_play.id)
    engine.scorer.of_role_play(person.actor(), role_play.id)
    return role_play


def test_a_talk_is_its_rep_s_alone_until_it_is_shared_and_then_its_team_s(engine: Engine, opened: OPENED, as_: As) -> None:
    rep, trainer, other = a(engine, "보람", "rep"), a(engine, "나래", "trainer"), a(engine, "다온", "trainer", team="영업 2팀")
    manager = a(engine, "마루", "manager")
    talk = practised(engine, rep)
    as_(rep)
    page = opened("scorecard", role_play=talk.id)
    assert people.ONLY_YOU.ko in page.words
    as_(manager)
    assert common.NO_SUCH_TALK.ko in opened("scorecard", role_play=talk.id).words
    as_(trainer)
    assert people.ONLY_YOU.ko not in opened("scorecard", role_play=talk.id).words
    assert review.EMPTY.ko in opened("review").words
    as_(rep)
    page.button("share").click()
    assert people.SHARED.ko.format(teams="영업 1팀") in page.run().words
    as_(manager)
    assert scorecard.SCORES.ko in opened("scorecard", role_play=talk.id).words
    as_(trainer)
    desk = opened("review")
    desk.at.segmented_control(key=state.REVIEW_WHICH).set_value("all").run()
    assert "보람" in desk.words
    assert GOOD[0][:20] in opened("reading", role_play=talk.id).html
    as_(other)
    assert review.EMPTY.ko in opened("review").words
    assert common.NO_SUCH_TALK.ko in opened("scorecard", role_play=talk.id).words
    assert common.NO_SUCH_TALK.ko in opened("reading", role_play=talk.id).words


def test_a_rep_asks_and_a_trainer_s_page_holds_nothing_of_the_machine_s_before_their_own(engine: Engine, opened: OPENED, as_: As) -> None:
    rep, trainer = a(engine, "보람", "rep"), a(engine, "나래", "trainer")
    talk = practised(engine, rep)
    as_(rep)
    page = opened("scorecard", role_play=talk.id)
    page.at.text_input(state.review_box(talk.id, "question")).set_value("가격이 빨랐나요?")
    page.button("submit").click()
    assert "트레이너에게 보냈어요" in page.run().words
    as_(trainer)
    waiting = opened("review").words
    assert review.REASONS["submitted"].ko in waiting
    assert "가격이 빨랐나요?" in waiting
    card = engine.scorer.of_role_play(rep.actor(), talk.id)
    said = set(re.findall(r"\d+", " ".join(turn.text for turn in engine.room.role_play(rep.actor(), talk.id).turns)))
    scores = {shown.points(score.value) for score in card.scores.values() if score.value is not None} - said
    assert scores
    for path in ("scorecard", "reading"):
        hidden = opened(path, role_play=talk.id)
        assert scorecard.SCORES.ko not in hidden.words
        assert review.MACHINE_SAW.ko not in hidden.words
        assert "<mark" not in hidden.html
        numbers = set(re.findall(r"(?<![\d:])\d+(?!\d)", hidden.words))
        assert not numbers & scores, path
    assert review.SCORE_FIRST.ko in opened("scorecard", role_play=talk.id).words


def test_the_rep_hears_of_the_review_sees_both_numbers_and_answers(engine: Engine, opened: OPENED, as_: As) -> None:
    rep, trainer, manager = a(engine, "보람", "rep"), a(engine, "나래", "trainer"), a(engine, "마루", "manager")
    talk = practised(engine, rep)
    engine.submitting.submit(rep.actor(), talk.id)
    for dimension in DIMENSIONS:
        engine.desk.score(trainer.actor(), talk.id, dimension, 35)
    engine.desk.keep_blind(trainer.actor(), talk.id)
    engine.desk.comment(trainer.actor(), talk.id, 1, "여기가 좋았어요.", "시간 내 주셔서")
    engine.desk.override(trainer.actor(), talk.id, "warm", 35, "걱정을 받아 주는 말이 없었어요.")
    as_(rep)
    assert "나래" not in opened("practise").words
    engine.desk.close(trainer.actor(), talk.id, "done", "다음엔 결재 과정을 먼저 물어보세요.")
    for path in ("", "role-plays"):
        assert "나래 트레이너가 윤가영 님과의 대화를 리뷰했어요." in opened(path).words
    page = opened("scorecard", role_play=talk.id)
    warm = engine.scorer.of_role_play(rep.actor(), talk.id).scores["warm"].value
    assert warm is not None
    assert f"따뜻함: 기계 {shown.points(warm)}, 트레이너 35" in page.words
    for said in ("걱정을 받아 주는 말이 없었어요.", "다음엔 결재 과정을 먼저 물어보세요.", "나래 트레이너의 코멘트", "트레이너는 35점을 줬어요"):
        assert said in page.words
    page.at.text_input(state.review_box(talk.id, f"answer-{trainer.id}")).set_value("해 볼게요.")
    page.button(f"note-{trainer.id}").click()
    assert "내 답: 해 볼게요." in page.run().words
    assert "나래" not in opened("practise").words
    for reader in (trainer, manager):
        as_(reader)
        assert "담당자의 답: 해 볼게요." in opened("scorecard", role_play=talk.id).words


def test_what_was_shared_is_taken_back_until_a_trainer_has_scored_it(engine: Engine, opened: OPENED, as_: As) -> None:
    rep, trainer = a(engine, "보람", "rep"), a(engine, "나래", "trainer")
    talk = practised(engine, rep)
    engine.submitting.share(rep.actor(), talk.id)
    as_(rep)
    page = opened("scorecard", role_play=talk.id)
    page.button("take-back").click()
    assert people.ONLY_YOU.ko in page.run().words
    engine.submitting.share(rep.actor(), talk.id)
    for dimension in DIMENSIONS:
        engine.desk.score(trainer.actor(), talk.id, dimension, 50)
    engine.desk.keep_blind(trainer.actor(), talk.id)
    page.run().button("take-back").click()
    assert "되돌릴 수 없어요" in page.run().words


@pytest.mark.parametrize("roles", [("rep",), ("manager",), ("trainer",), ("admin",), ("rep", "admin")])
def test_a_page_that_a_role_does_not_include_says_so_by_whatever_address(engine: Engine, opened: OPENED, as_: As, roles: tuple[Role, ...]) -> None:
    from assistant.domain.policy import reach

    person = a(engine, "보람", *roles)
    as_(person)
    for place in pages.PLACES:
        path = "" if place.view == pages.FIRST else place.view.replace("_", "-")
        refused = door.NOT_YOURS.ko in opened(path).words
        assert refused is (reach(person.actor(), place.needs) is None), place.view


def test_a_rep_reads_playbooks_and_changes_none(engine: Engine, opened: OPENED, as_: As) -> None:
    as_(a(engine, "보람", "rep"))
    assert playbooks.PUT_IN.ko not in opened("playbooks").words
    as_(a(engine, "마루", "manager"))
    assert playbooks.PUT_IN.ko in opened("playbooks").words


def test_a_login_that_ended_leads_to_the_door(engine: Engine, opened: OPENED, as_: As) -> None:
    as_(None)
    page = opened("role-plays")
    assert door.ENDED.ko in page.words
    assert 'href="/login"' in page.html


def test_an_admin_invites_changes_and_switches_off(engine: Engine, opened: OPENED, as_: As) -> None:
    admin = a(engine, "한결", "admin")
    as_(admin)
    page = opened("people")
    page.at.text_input("login-invite-0").set_value("new@hangyeol.kr")
    page.at.text_input("name-invite-0").set_value("새봄")
    next(one for one in page.at.button if one.label == people.MAKE_LINK.ko).click()
    page.run()
    (link,) = [one.value for one in page.at.code]
    assert "/welcome?link=" in link
    assert not list(page.run().at.code)
    person = engine.directory.by_login(TERMINAL, "new@hangyeol.kr")
    assert person.roles == {"rep"}
    assert engine.doorkeeper.invited(link.partition("link=")[2]) == person
    page.button(f"switch-{person.id}").click()
    assert people.SWITCHED_OFF.ko.format(name="새봄") in page.run().words
    assert not engine.directory.by_login(TERMINAL, "new@hangyeol.kr").active


def test_what_an_admin_may_not_do_is_one_sentence(engine: Engine, opened: OPENED, as_: As) -> None:
    admin = a(engine, "한결", "admin")
    as_(admin)
    page = opened("people")
    page.button(f"switch-{admin.id}").click()
    assert "마지막 관리자예요" in page.run().words
    page.at.text_input("login-invite-0").set_value("아무 거나")
    next(one for one in page.at.button if one.label == people.MAKE_LINK.ko).click()
    assert "이메일 주소를 적어 주세요" in page.run().words


def test_alone_there_are_no_people_and_nothing_to_share(engine: Engine, opened: OPENED) -> None:
    assert door.NOT_YOURS.ko in opened("people").words
    assert people.SHARE.ko not in opened("practise").words
