"""More than two at the table, somebody at the door, a call days later: each as a rep goes through it."""

import re

import pytest
from playwright.sync_api import expect

from assistant.domain.words import Language
from tests.browser.app import App
from tests.browser.conftest import PHONE, Sit
from tests.browser.rep import Rep
from ui.words import common, meeting, practise, reflect, room

pytestmark = pytest.mark.browser

COUPLE, CLINIC = "apartment-remodel-couple", "ultrasound-clinic-owner"
TO_HIM: dict[Language, str] = {
    "ko": "두 분 함께 와 주셔서 감사해요. 남편분은 받아 보신 견적에서 어떤 점이 걸리셨어요?",
    "en": "Thank you both for coming. What troubles your husband about the quotes you have had?",
}
PROMISE: dict[Language, str] = {
    "ko": "그 부분은 제가 항목별 견적서로 정리해서 금요일까지 보내 드릴게요.",
    "en": "I'll send you an itemised quote by Friday.",
}
HIM: dict[Language, str] = {"ko": "박상우", "en": "Sangwoo Park"}


def meets(one: Rep, deal: str, setting: str) -> None:
    one.opens_the_gallery()
    one.opens_the_briefing(deal)
    one.page.get_by_test_id("stButtonGroup").get_by_text(setting, exact=True).click()
    one.settled()


def says(one: Rep, words: str) -> None:
    """Whoever answers."""
    turns = one.page.get_by_role("article").count()
    box = one.page.locator("#maju-composer-box")
    box.fill(words)
    box.focus()
    one.sends()
    expect(one.page.get_by_role("article")).to_have_count(turns + 2)
    one.settled()


def sits(one: Rep) -> None:
    one.button(practise.SIT_DOWN).click()
    expect(one.page.get_by_role("article")).to_have_count(1)
    one.settled()


@pytest.mark.parametrize("language", ["ko", "en"])
def test_a_couple_is_met_together_and_called_again_a_week_later(offline_app: App, rep: Sit, language: Language) -> None:
    one = rep(offline_app, language)
    meets(one, COUPLE, one.words(meeting.SETTINGS["committee"]))
    one.sees(one.words(meeting.WHO_IS_THERE))
    expect(one.page.locator(".maju-company li")).to_have_count(2)
    one.shows(f"meeting-briefing-{language}", whole=True)
    sits(one)
    says(one, TO_HIM[language])
    expect(one.page.locator(".maju-turn .maju-who").last).to_have_text(HIM[language])
    says(one, PROMISE[language])
    one.shows(f"meeting-room-{language}")
    one.button(room.FINISH).click()
    one.button(room.FINISH_YES).click()
    one.button(reflect.SKIP).click()
    again = one.page.get_by_role("button", name=one.words(meeting.CALL_AGAIN))
    expect(again).to_be_visible()
    expect(one.page.locator(".maju-turn .maju-who").filter(has_text=HIM[language]).first).to_be_visible()
    one.shows(f"meeting-scorecard-{language}", whole=True)
    again.click()
    expect(one.page.get_by_role("article")).to_have_count(1)
    expect(one.page.get_by_role("article")).to_contain_text(PROMISE[language].strip(".")[-12:])
    one.sees(one.words(meeting.LATER, days=7))
    one.shows(f"meeting-later-{language}")
    one.goes_to(common.ROLE_PLAYS)
    one.sees(one.words(meeting.LATER_ROW, days=7))
    one.settled()
    one.shows(f"meeting-history-{language}", whole=True)


def test_the_front_desk_puts_through_who_says_why(offline_app: App, rep: Sit) -> None:
    one = rep(offline_app, "ko", PHONE)
    meets(one, CLINIC, one.words(meeting.SETTINGS["gatekeeper"]))
    one.sees(one.words(meeting.FIRST_MEETS))
    one.settled()
    one.shows("meeting-gate-briefing-phone", whole=True)
    sits(one)
    says(one, "안녕하세요, 소노라인메디칼 김민수입니다. 학회에서 명함 주시고 두 시 전에 10분 약속해 주셨어요.")
    one.shows("meeting-gate-phone")
    says(one, "많이 바쁘시네요. 환자분 나오시면 잠깐 뵐 수 있을까요?")
    one.sees(one.words(meeting.PUT_THROUGH, buyer="서정아"))
    one.shows("meeting-through-phone")
    says(one, "안녕하세요 원장님. 지금 장비에서 어떤 점이 제일 불편하세요?")
    expect(one.page.locator(".maju-turn .maju-who").last).to_have_text("서정아")
    expect(one.page.get_by_text(re.compile("연결됐어요"))).to_have_count(0)
