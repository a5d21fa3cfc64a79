"""Trying again from an earlier turn, as a rep does it: back from the scorecard, said differently, both tries side by side."""

import pytest
from playwright.sync_api import expect

from tests.browser.app import App
from tests.browser.conftest import Sit
from ui.words import again, common, role_plays

pytestmark = pytest.mark.browser

HELLO = "안녕하세요 실장님, 시간 내 주셔서 고맙습니다. 7월에 못 받은 전화가 얼마나 됐나요?"
PUSHED = "오늘 계약하시면 10% 깎아 드릴게요. 오늘 사인하시죠."
ANEW = "전화를 그렇게 많이 놓치셨으면 상담사분들도 힘드셨겠어요. 제일 길게 멈춘 날은 어떻게 버티셨어요?"


def test_a_turn_one_regrets_is_said_anew_and_both_tries_stand_side_by_side(offline_app: App, rep: Sit) -> None:
    one = rep(offline_app)
    first = one.begins()
    one.says(HELLO)
    answered = one.buyer_turns.nth(1).inner_text()
    one.says(PUSHED)
    one.finishes()
    one.button(again.FROM_HERE).nth(1).click()
    expect(one.composer).to_be_visible()
    one.settled()
    one.sees(one.words(again.BRANCH, number=2))
    expect(one.rep_turns).to_have_count(1)
    assert one.buyer_turns.nth(1).inner_text() == answered
    second = one.role_play
    one.says(ANEW)
    one.finishes(again=True)
    one.goes_to(common.ROLE_PLAYS)
    one.sees_title(one.words(role_plays.TITLE))
    one.sees(one.words(again.ROW, number=2))
    one.link(again.COMPARE).click()
    one.sees_title(one.words(again.TITLE))
    for words in (PUSHED, ANEW):
        one.sees(words)
    one.shows("ko-50-two-tries", whole=True)
    kept = offline_app.kept(first)
    assert [turn.text for turn in kept.turns if turn.speaker == "rep"] == [HELLO, PUSHED]
    assert [turn.text for turn in offline_app.kept(second).turns if turn.speaker == "rep"] == [HELLO, ANEW]
