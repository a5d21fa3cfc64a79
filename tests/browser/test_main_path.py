"""The whole way of a rep and their trainer, in both languages, on a machine where nobody has practised before."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from assistant.domain.words import DIMENSIONS, Language
from tests.browser.app import serving
from tests.browser.conftest import Sit
from tests.browser.rep import BUYER, Rep
from ui.words import common, practise, review, role_plays, room, scorecard

pytestmark = pytest.mark.browser

SAID: dict[Language, tuple[str, ...]] = {
    "ko": (
        "안녕하세요, 윤 실장님. 시간 내 주셔서 고맙습니다. 7월에 전화가 몰릴 때 못 받은 전화가 얼마나 됐나요?",
        "만 사천 통이면 상담사분들도 많이 힘드셨겠어요. 그때 제일 길게 멈춘 날은 어떻게 버티셨어요?",
        "교환기 계약이 2월에 끝난다고 하셨는데, 연장 여부는 누구와 함께 정하시나요?",
        "저희가 한 달 동안 기존 교환기와 나란히 돌리고, 문제가 생기면 바로 되돌리는 계획서를 드립니다.",
        "그럼 다음 주 화요일 오후 두 시에 저희 엔지니어와 와서 통화량 자료를 같이 보면 어떨까요? 안건은 제가 내일까지 메일로 드리겠습니다.",
    ),
    "en": (
        "Good morning, Ms Yoon. Thank you for making the time. How many calls went unanswered in July?",
        "Fourteen thousand, that must have been hard on your agents. What did you do on the worst day?",
        "You said the switch contract ends in February. Who decides with you whether to renew it?",
        "We run beside your switch for four weeks and put in writing how we go back if anything breaks.",
        "Could we sit down next Tuesday at two with our engineer and look at your call data? I will send the agenda by tomorrow.",
    ),
}
COMMENT = {
    "ko": "숫자를 되짚어 준 게 좋았어요. 다음엔 영향까지 물어봐요.",
    "en": "Good that you came back to the figure. Ask what it cost them next time.",
}


@pytest.mark.parametrize("language", ["ko", "en"])
def test_a_newcomer_practises_reads_their_scorecard_and_gets_a_trainers_comment(language: Language, tmp_path: Path, rep: Sit) -> None:
    with serving(tmp_path) as app:
        newcomer = rep(app, language)
        finds_nothing_yet(newcomer)
        role_play = practises(newcomer)
        understands_the_scorecard(newcomer)
        finds_it_in_the_history(newcomer, role_play)
        trainer_comments(rep(app, language), COMMENT[language])
        newcomer.page.reload()
        newcomer.sees_the_scorecard()
        newcomer.sees(COMMENT[language])
        newcomer.shows(f"{language}-07-scorecard-with-comment", whole=True)
        kept = app.kept(role_play)
        assert [turn.text for turn in kept.turns if turn.speaker == "rep"] == list(SAID[language])
        assert [turn.speaker for turn in kept.turns] == ["buyer", "rep"] * len(SAID[language]) + ["buyer"]


def finds_nothing_yet(rep: Rep) -> None:
    """Empty screens say what to do next."""
    rep.page.goto(f"{rep.url}/review")
    rep.sees(rep.words(review.EMPTY))
    rep.goes_to(common.ROLE_PLAYS)
    rep.sees(rep.words(role_plays.EMPTY))
    rep.shows(f"{rep.language}-00-nothing-yet")
    rep.link(common.TO_PRACTISE).click()
    rep.sees_title(rep.words(practise.TITLE))


def practises(rep: Rep) -> str:
    rep.shows(f"{rep.language}-01-gallery", whole=True)
    rep.opens_the_briefing()
    rep.shows(f"{rep.language}-02-briefing", whole=True)
    role_play = rep.sits_down()
    rep.sees(rep.words(room.OFFLINE))
    rep.shows(f"{rep.language}-03-room-at-the-start")
    for words in SAID[rep.language]:
        rep.says(words)
    rep.shows(f"{rep.language}-04-room")
    rep.finishes()
    return role_play


def understands_the_scorecard(rep: Rep) -> None:
    """One strength, one thing to try, four dimensions with their bands; a quote leads to its turn, and the quotes that matter most are marked."""
    rep.shows(f"{rep.language}-05-scorecard", whole=True)
    for head in (scorecard.STRENGTH, scorecard.TRY_NEXT, scorecard.TURN_BY_TURN, scorecard.TRANSCRIPT):
        expect(rep.page.get_by_role("heading", name=rep.words(head))).to_be_visible()
    for number, dimension in enumerate(DIMENSIONS):
        expect(rep.page.get_by_text(rep.words(common.DIMENSION_ASKS[dimension]))).to_be_visible()
        rep.page.get_by_text(rep.words(scorecard.WHY), exact=True).nth(number).click()
    quote = rep.page.get_by_role("link", name="“").first
    turn = (quote.get_attribute("href") or "").removeprefix("#")
    words = quote.inner_text().strip("“”")
    quote.click()
    target = rep.page.locator(f"article#{turn}")
    expect(target).to_be_in_viewport()
    expect(target).to_contain_text(words)
    expect(rep.page.locator("article mark").first).to_be_visible()
    rep.shows(f"{rep.language}-06-a-quote-in-its-place")


def finds_it_in_the_history(rep: Rep, role_play: str) -> None:
    rep.goes_to(common.ROLE_PLAYS)
    rep.sees_title(rep.words(role_plays.TITLE))
    rep.sees(BUYER.in_(rep.language))
    rep.shows(f"{rep.language}-08-history")
    rep.link(common.OPEN_SCORECARD).click()
    rep.sees_the_scorecard()
    assert rep.role_play == role_play


def trainer_comments(trainer: Rep, words: str) -> None:
    """Alone, one is one's own trainer; the scores come after one's own all the same."""
    trainer.page.goto(f"{trainer.url}/review")
    trainer.sees_title(trainer.words(review.TITLE))
    trainer.link(review.OPEN).click()
    expect(trainer.button(review.SEND)).to_be_visible()
    trainer.settled()
    trainer.page.get_by_role("textbox", name=trainer.words(review.WORDS)).fill(words)
    trainer.settled()
    trainer.button(review.SEND).click()
    expect(trainer.page.get_by_role("article").filter(has_text=words)).to_have_count(1)
    trainer.settled()
    for dimension in DIMENSIONS:
        trainer.page.get_by_role("spinbutton", name=trainer.words(common.DIMENSIONS[dimension])).fill("50")
    trainer.page.keyboard.press("Tab")
    trainer.settled()
    trainer.button(review.KEEP).click()
    trainer.sees(trainer.words(review.MACHINE_SAW))
    trainer.settled()
    trainer.button(review.CLOSE).click()
    trainer.sees(trainer.words(review.NOT_NOTED))
    trainer.shows(f"{trainer.language}-09-review")
    trainer.link(review.BACK).click()
    trainer.sees(trainer.words(review.LOOK))
