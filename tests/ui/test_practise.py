"""The gallery and the briefing."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from assistant.assembly import Engine
from assistant.domain.people import LOCAL_PERSON
from assistant.errors import StoreError
from tests.ui.pages import GOOD, SCENARIO, Page, begun, read, talked
from ui import state
from ui.views import briefing
from ui.words import practise

Opened = Callable[..., Page]


def test_the_gallery_shows_every_buyer_with_the_deal_its_price_and_its_time(opened: Opened, engine: Engine) -> None:
    words = opened().words
    for scenario in engine.library.all():
        assert scenario.buyer.name.ko in words
        assert scenario.title.ko in words
    assert "3,600만~8,900만 원" in words
    assert "연습 15분쯤" in words
    assert "아직 만나 보지 않았어요" in words


def test_the_gallery_speaks_the_browser_s_language(opened: Opened) -> None:
    words = opened(language="en-GB").words
    assert "Who will you sit across from today?" in words
    assert "36–89 million won" in words
    assert "마주 앉을까요" not in words


def test_korean_comes_first_for_any_other_browser_language(opened: Opened) -> None:
    assert "오늘은 누구와 마주 앉을까요?" in opened(language="de-DE").words


def test_maju_language_wins_over_the_browser(opened: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MAJU_LANGUAGE", "en")
    assert "Who will you sit across from today?" in opened(language="ko-KR").words


def test_the_language_in_the_url_wins_so_a_reload_keeps_it(opened: Opened) -> None:
    assert "Who will you sit across from today?" in opened(language="ko-KR", url={state.LANGUAGE: "English"}).words


def test_an_open_try_can_be_continued_from_its_card(opened: Opened, engine: Engine) -> None:
    role_play = begun(engine)
    page = opened()
    assert "에 시작한 대화가 남아 있어요" in page.words
    assert page.links("room") == [f"role_play={role_play.id}"]


def test_a_card_tells_how_the_last_try_ended(opened: Opened, engine: Engine) -> None:
    talked(engine, GOOD[0], finished=True)
    assert "결론 없이 끝났어요" in opened().words


def test_the_briefing_tells_what_i_know_and_what_i_may_offer(opened: Opened, engine: Engine) -> None:
    words = opened("briefing", scenario=SCENARIO).words
    scenario = engine.library.get(SCENARIO)
    assert scenario.briefing.situation.ko in words
    assert scenario.briefing.goal.ko in words
    for line in (*scenario.briefing.known.ko, *scenario.deal.may_offer.ko):
        assert line in words


def test_the_briefing_gives_no_fact_away(opened: Opened, engine: Engine) -> None:
    words = opened("briefing", scenario=SCENARIO).words
    for fact in engine.library.get(SCENARIO).facts:
        assert fact.summary.ko not in words


def test_the_briefing_has_one_button_that_stands_out_and_puts_the_seldom_chosen_away(opened: Opened) -> None:
    page = opened("briefing", scenario=SCENARIO)
    assert [one.key for one in page.at.button if one.proto.type == "primary"] == ["sit-down"]
    (fold,) = page.at.expander
    assert fold.label == practise.SELDOM.ko
    assert not fold.proto.expanded
    assert [one.key for one in fold.segmented_control] == [state.talk_in("ko"), state.MODE]


def test_the_fold_stands_open_while_what_is_in_it_is_out_of_the_ordinary(opened: Opened) -> None:
    page = opened("briefing", scenario=SCENARIO)
    page.at.segmented_control(key=state.talk_in("ko")).set_value("en").run()
    assert page.at.expander[0].proto.expanded


def test_sitting_down_begins_a_role_play_at_the_level_and_in_the_language_chosen(opened: Opened, engine: Engine) -> None:
    page = opened("briefing", scenario=SCENARIO)
    page.at.segmented_control(key=state.LEVEL).set_value(3)
    page.at.segmented_control(key=state.talk_in("ko")).set_value("en")
    page.button("sit-down").click().run()
    (role_play,) = engine.room.mine(LOCAL_PERSON)
    assert (role_play.level, role_play.language) == (3, "en")
    assert page.at.query_params[state.ROLE_PLAY] == role_play.id
    assert engine.room.role_play(LOCAL_PERSON, role_play.id).turns[0].text in page.words


def test_a_double_click_sits_down_once(opened: Opened, engine: Engine) -> None:
    page = opened("briefing", scenario=SCENARIO)
    page.button("sit-down").click().run()
    page.go("briefing", scenario=SCENARIO)
    page.button("sit-down").click().run()
    assert len(engine.room.mine(LOCAL_PERSON)) == 1


def test_sitting_down_later_is_another_role_play(opened: Opened, engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(briefing, "DOUBLE_CLICK", timedelta(0))
    page = opened("briefing", scenario=SCENARIO)
    page.button("sit-down").click().run()
    page.go("briefing", scenario=SCENARIO)
    page.button("sit-down").click().run()
    assert len(engine.room.mine(LOCAL_PERSON)) == 2


def test_a_briefing_without_a_scenario_says_where_to_choose_one(opened: Opened) -> None:
    page = opened("briefing")
    assert "먼저 연습할 상대를 골라 주세요" in page.words
    assert page.links("")


def test_the_briefing_of_a_role_play_is_that_of_its_deal(opened: Opened, engine: Engine) -> None:
    """Where 'back' from the room leads."""
    words = opened("briefing", role_play=begun(engine).id).words
    assert engine.library.get(SCENARIO).briefing.goal.ko in words


@pytest.mark.parametrize("asked", [{"scenario": "nobody"}, {"role_play": "nobody"}])
def test_an_unknown_buyer_is_one_kind_sentence_and_a_way_on(opened: Opened, asked: dict[str, str]) -> None:
    page = opened("briefing", **asked)
    assert read(page.at.info) == ["그런 상대는 없어요. 다른 상대를 골라 볼까요?"]
    assert "nobody" not in page.words
    assert page.links("")


def test_a_store_that_cannot_be_read_is_one_sentence(opened: Opened, engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(actor: object) -> None:
        raise StoreError(ko="저장소를 읽을 수 없어요.", en="The store cannot be read.")

    monkeypatch.setattr(engine.room, "mine", broken)
    page = opened()
    assert read(page.at.error) == ["저장소를 읽을 수 없어요."]
    assert "Traceback" not in page.words


def test_what_nobody_foresaw_is_one_sentence_too(opened: Opened, engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine.room, "mine", lambda actor: 1 / 0)
    page = opened(language="en-GB")
    assert read(page.at.error) == ["Something went wrong on this page. Your conversations are safe; please reload."]


def test_a_last_try_is_the_newest(engine: Engine) -> None:
    from ui.views.practise import _last_tries

    old = begun(engine)
    new = replace(old, id="new", began_at=datetime.now(UTC))
    assert _last_tries((new, old))[SCENARIO].id == "new"
