"""Looking back before the scores, as a rep does it: a line each, a guess, a closed tab in between; or one key and no word."""

import pytest
from playwright.sync_api import Locator, expect

from assistant.domain.reflection import Question, Reflection
from assistant.domain.words import Dimension, Language
from assistant.store import open_store
from tests.browser.app import App
from tests.browser.conftest import DESKTOP, PHONE, Sit
from tests.browser.rep import Rep
from tests.browser.test_appearance import holds
from tests.browser.test_sending import InputMethod
from ui.words import common, reflect, room, scorecard

pytestmark = pytest.mark.browser

SAID: dict[Language, tuple[str, ...]] = {
    "ko": (
        "안녕하세요, 윤 실장님. 시간 내 주셔서 고맙습니다. 7월에 전화가 몰릴 때 못 받은 전화가 얼마나 됐나요?",
        "만 사천 통이면 상담사분들도 많이 힘드셨겠어요. 그때 제일 길게 멈춘 날은 어떻게 버티셨어요?",
        "저희 제품은 기능이 정말 많고 업계 최고예요. 상담석과 녹취와 통계를 한 화면에서 보여 드려요.",
    ),
    "en": (
        "Good morning, Ms Yoon. Thank you for making the time. How many calls went unanswered in July?",
        "Fourteen thousand, that must have been hard on your agents. What did you do on the worst day?",
        "Our product has a great many features and is the best there is. It shows seats, recordings and statistics on one screen.",
    ),
}
WRITTEN: dict[Language, dict[Question, str]] = {
    "ko": {"went_well": "힘드셨겠다고 먼저 받아 줬어요", "worth": "상담사분들이 덜 그만둬요"},
    "en": {"went_well": "I took up how hard July was", "worth": "Fewer agents leave"},
}


def box(one: Rep, question: Question) -> Locator:
    return one.page.get_by_role("textbox", name=one.words(reflect.QUESTIONS[question]))


def slider(one: Rep, dimension: Dimension) -> Locator:
    return one.page.get_by_role("slider", name=one.words(common.DIMENSIONS[dimension]))


def ends(one: Rep) -> str:
    """A short talk, up to the questions."""
    role_play = one.begins()
    for words in SAID[one.language]:
        one.says(words)
    one.button(room.FINISH).click()
    one.button(room.FINISH_YES).click()
    sees_the_questions(one)
    return role_play


def sees_the_questions(one: Rep) -> None:
    expect(box(one, "went_well")).to_be_visible()
    one.settled()


def guesses(one: Rep, dimension: Dimension, steps: int) -> None:
    """By keyboard; the first step leaves 'no guess' for 0."""
    slider(one, dimension).focus()
    for _ in range(steps):
        one.page.keyboard.press("ArrowRight")


def kept(app: App, role_play: str) -> Reflection | None:
    with open_store(f"sqlite:///{app.data / 'maju.db'}") as store:
        return store.reflections.get(role_play)


@pytest.mark.parametrize(("language", "window"), [("ko", DESKTOP), ("en", PHONE)], ids=["ko", "en-phone"])
def test_what_one_wrote_before_a_closed_tab_stands_beside_the_scores(language: Language, window: object, offline_app: App, rep: Sit) -> None:
    one = rep(offline_app, language, window)
    role_play = ends(one)
    box(one, "went_well").click()
    one.page.keyboard.type(WRITTEN[language]["went_well"])
    expect(one.page.get_by_text(one.words(scorecard.WHY))).to_have_count(0)
    one.page.wait_for_timeout(1500)
    assert (found := kept(offline_app, role_play)) is not None
    assert found.answers == {"went_well": WRITTEN[language]["went_well"]}, "kept while typing, before the box was left"
    guesses(one, "warm", 15)
    one.settled()
    one.shows(f"{language}-60-looking-back", whole=True)
    later = Rep(one.page.context.new_page(), one.url, language)
    one.page.close()
    later.page.goto(f"{one.url}/scorecard?role_play={role_play}")
    sees_the_questions(later)
    holds(later.page)
    expect(box(later, "went_well")).to_have_value(WRITTEN[language]["went_well"])
    expect(slider(later, "warm")).to_have_attribute("aria-valuetext", "70")
    box(later, "worth").click()
    later.page.keyboard.type(WRITTEN[language]["worth"])
    later.button(reflect.SHOW).click()
    for look in range(2):
        later.sees_the_scorecard()
        for words in WRITTEN[language].values():
            later.sees(words)
        expect(later.page.locator(".maju-guessed")).to_have_count(1)
        expect(later.page.locator(".maju-guessed")).to_contain_text("70")
        holds(later.page)
        if look == 0:
            later.shows(f"{language}-61-beside-the-scores", whole=True)
            later.page.reload()
    assert (found := kept(offline_app, role_play)) is not None
    assert (found.closed, found.answers, found.guess) == ("done", WRITTEN[language], {"warm": 70})


def test_one_key_skips_it_also_from_inside_a_box_and_hangul_is_kept_whole(offline_app: App, rep: Sit) -> None:
    one = rep(offline_app)
    role_play = ends(one)
    box(one, "process").click()
    hand = InputMethod(one.page)
    hand.composes("ㅁ")
    hand.composes("물")
    one.page.wait_for_timeout(1200)
    hand.commits("물")
    one.page.keyboard.type("었어요")
    expect(box(one, "process")).to_have_value("물었어요")
    one.page.keyboard.press("Escape")
    one.sees_the_scorecard()
    one.sees("물었어요")
    assert (found := kept(offline_app, role_play)) is not None
    assert (found.closed, found.answers) == ("skipped", {"process": "물었어요"})
