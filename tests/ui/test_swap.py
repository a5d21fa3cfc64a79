"""Swapped sides on the screens: from the briefing, one's own line first, the good rep's beside it, and a list at the end."""

from collections.abc import Callable

import pytest

from assistant.assembly import Engine
from assistant.domain.people import LOCAL_PERSON
from assistant.domain.roleplay import RolePlay
from assistant.errors import StoreError
from assistant.practice.sides import Sides
from tests.ui.pages import SCENARIO, Page

Opened = Callable[..., Page]
OWN = "저희 한결콜은 올인원 솔루션이에요. 상담, 녹취, 보이스봇까지 다 됩니다."


@pytest.fixture
def swapped(engine: Engine) -> RolePlay:
    return engine.sides.begin(LOCAL_PERSON, SCENARIO, "ko", 2, seed=1)


def composed(page: Page, words: str) -> Page:
    return page.sends(words)


def test_one_starts_it_from_the_briefing(opened: Opened, engine: Engine) -> None:
    page = opened("briefing", scenario=SCENARIO)
    page.button("swap-sides").click().run()
    (begun,) = engine.sides.mine(LOCAL_PERSON)
    assert page.at.query_params["role_play"] == begun.id
    assert "나라면 뭐라고 할지 먼저 적어 보세요." in page.words


def test_the_good_reps_line_is_not_to_be_seen_before_one_has_said_ones_own(opened: Opened, engine: Engine, swapped: RolePlay) -> None:
    page = opened("swap", role_play=swapped.id)
    assert "maju-line good" not in page.html
    composed(page, OWN)
    kept = engine.sides.look(LOCAL_PERSON, swapped.id).by_turn[1]
    assert kept.own == OWN
    assert OWN in page.words
    assert kept.good.text in page.words
    assert "왜 이렇게 말했을까요?" in page.words
    assert "두 말에서 보이는 것" in page.words
    assert "제품 자랑" in page.words


def test_the_buyer_answers_the_good_rep_and_asks_for_the_next_word(opened: Opened, engine: Engine, swapped: RolePlay) -> None:
    page = composed(opened("swap", role_play=swapped.id), OWN)
    page.button("next-1").click().run()
    turns = engine.sides.look(LOCAL_PERSON, swapped.id).role_play.turns
    assert [turn.speaker for turn in turns] == ["buyer", "rep", "buyer"]
    assert turns[2].text in page.words
    assert page.composer["open"]


def test_one_may_only_watch(opened: Opened, engine: Engine, swapped: RolePlay) -> None:
    page = opened("swap", role_play=swapped.id)
    page.button("skip-1").click().run()
    assert engine.sides.look(LOCAL_PERSON, swapped.id).by_turn[1].own == ""
    assert "이번에는 적지 않고 지켜봤어요." in page.words


def test_what_was_written_survives_a_reload(opened: Opened, swapped: RolePlay) -> None:
    composed(opened("swap", role_play=swapped.id), OWN)
    assert OWN in opened("swap", role_play=swapped.id).words


def test_what_could_not_be_kept_stands_in_the_composer_again(
    opened: Opened, engine: Engine, swapped: RolePlay, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = opened("swap", role_play=swapped.id)

    def full(*_: object) -> None:
        raise StoreError(ko="디스크가 가득 찼어요.", en="The disk is full.")

    monkeypatch.setattr(Sides, "answer", full)
    page.sends(OWN, "first-try")
    assert "디스크가 가득 찼어요." in page.words
    assert page.composer["refused"]["id"] == "first-try"
    assert page.composer["open"]


def test_at_the_end_all_pairs_stand_side_by_side(opened: Opened, engine: Engine, swapped: RolePlay) -> None:
    while (now := engine.sides.look(LOCAL_PERSON, swapped.id)).role_play.ended is None:
        if now.asks():
            engine.sides.answer(LOCAL_PERSON, swapped.id, len(now.role_play.turns), OWN if len(now.role_play.turns) == 1 else "")
        reply = engine.sides.buyer_answers(LOCAL_PERSON, swapped.id)
        assert reply is None or reply.wait(60)
    page = opened("swap", role_play=swapped.id)
    assert OWN in page.words
    for kept in engine.sides.look(LOCAL_PERSON, swapped.id).by_turn.values():
        assert kept.good.text in page.words
    assert page.links("briefing") == [f"scenario={SCENARIO}"]


def test_it_is_listed_apart_from_what_one_played_oneself(opened: Opened, swapped: RolePlay) -> None:
    page = opened("role-plays")
    assert "아직 연습한 대화가 없어요." in page.words
    assert "자리 바꿔 지켜본 대화" in page.words
    assert page.links("swap") == [f"role_play={swapped.id}"]


@pytest.mark.parametrize("place", ["room", "scorecard", "after-call", "compare"])
def test_no_other_page_takes_it_for_ones_own_talk(opened: Opened, engine: Engine, swapped: RolePlay, place: str) -> None:
    page = opened(place, role_play=swapped.id)
    assert "능숙한 담당자" in page.words
    assert len(engine.sides.look(LOCAL_PERSON, swapped.id).role_play.turns) == 1


def test_an_address_that_names_nothing_says_so(opened: Opened) -> None:
    assert "찾지 못했어요" in opened("swap", role_play="nothing").words
    assert "먼저 연습할 상대를 골라 주세요." in opened("swap").words


def test_what_was_kept_is_known_to_the_composer_though_it_is_no_turn_of_the_talk(opened: Opened, engine: Engine, swapped: RolePlay) -> None:
    page = opened("swap", role_play=swapped.id).sends(OWN, "once-only")
    assert page.composer["kept"] == ["once-only"]
    assert page.composer["closed"]
    page.sends(OWN, "once-only")
    assert engine.sides.look(LOCAL_PERSON, swapped.id).by_turn[1].own == OWN
    page.button("next-1").click().run()
    assert page.composer["open"]
    assert engine.sides.look(LOCAL_PERSON, swapped.id).asks()
