"""A team's Maju from its first start to what the manager learns: two teams, three documents, an assignment, a trainer who scores blind."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hwpx import HwpxDocument
from playwright.sync_api import Page, expect
from pptx import Presentation

from assistant.domain.people import Role
from assistant.domain.words import DIMENSIONS, Language
from tests.browser.app import App, serving
from tests.browser.conftest import Sit
from tests.browser.rep import BUYER, Rep
from tests.browser.test_desk import scores_by_keyboard
from tests.browser.test_team import first_link, invites, joins
from ui.words import approving, assignments, common, door, people, playbooks, practise, review, room, scorecard, team

pytestmark = pytest.mark.browser
TEAMS: dict[Language, tuple[str, str]] = {"ko": ("영업 1팀", "영업 2팀"), "en": ("Sales one", "Sales two")}
WHO: dict[Language, dict[str, str]] = {
    "ko": {"manager": "정마루", "trainer": "이나래", "one": "김보람", "two": "한유진"},
    "en": {"manager": "Maru Jung", "trainer": "Narae Lee", "one": "Boram Kim", "two": "Yujin Han"},
}
HANDOVER: dict[Language, str] = {"ko": "분점 번호 묶음 이전표", "en": "Moving branch numbers in groups"}
BODY: dict[Language, str] = {
    "ko": "클라우드 전화로 바꿀 때 분점 번호는 다섯 개씩 묶어 토요일 새벽에 옮기고, 묶음마다 착신을 먼저 시험합니다.",
    "en": "When a call centre moves to the cloud phone, branch numbers move in groups of five on Saturday before dawn; each group is tested first.",
}
SAYS: dict[Language, tuple[str, ...]] = {
    "ko": (
        "안녕하세요, 시간 내 주셔서 감사해요. 요즘 어떤 점이 제일 신경 쓰이세요?",
        "분점 번호는 다섯 개씩 묶어 토요일 새벽에 옮기고 묶음마다 착신을 먼저 시험합니다. 이렇게 옮기면 어떠세요?",
    ),
    "en": (
        "Thank you for making time. What is on your mind most these days?",
        "Branch numbers move in groups of five on Saturday before dawn, and each group is tested first. How would that sit with you?",
    ),
}
WHY: dict[Language, str] = {"ko": "걱정을 들었지만 바로 설명으로 넘어갔어요.", "en": "The worry was heard, and then came the pitch."}


FAULTS: dict[Language, str] = {
    "ko": "<h1>장애 접수 안내</h1><p>클라우드 전화 장애 접수는 전화와 메신저로 밤낮없이 받습니다.</p>",
    "en": "<h1>Taking faults</h1><p>Cloud phone faults are taken day and night by phone and chat.</p>",
}


@pytest.fixture
def team_app(tmp_path: Path) -> Iterator[App]:
    with serving(tmp_path, {"MAJU_TEAM": "1"}) as app:
        yield app


def documents(folder: Path, language: Language, paper: Page) -> list[Path]:
    """As three programs write them: a Hangul file, slides, and a PDF that a browser has printed."""
    folder.mkdir()
    hangul, slides, printed = folder / "handover.hwpx", folder / "prices.pptx", folder / "support.pdf"
    document = HwpxDocument.new()
    document.add_heading(HANDOVER[language], level=1)
    document.add_paragraph(BODY[language], style="바탕글")
    document.save_to_path(str(hangul))
    deck = Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[1])
    slide.shapes.title.text = {"ko": "클라우드 전화 요금표", "en": "Cloud phone prices"}[language]
    slide.placeholders[1].text = {"ko": "상담석 하나에 월 58,000원입니다.", "en": "One seat is 58,000 won a month."}[language]
    deck.save(str(slides))
    words = {
        "ko": "클라우드 전화 장애 접수는 전화와 메신저로 밤낮없이 받습니다.",
        "en": "Cloud phone faults are taken day and night by phone and chat.",
    }
    paper.set_content(f"<h1>{ {'ko': '장애 접수 안내', 'en': 'Taking faults'}[language] }</h1><p>{words[language]}</p>")
    paper.pdf(path=printed)
    paper.close()
    return [hangul, slides, printed]


def uploads_and_approves(manager: Rep, files: list[Path]) -> None:
    manager.goes_to(common.PLAYBOOKS)
    manager.sees_title(manager.words(playbooks.TITLE))
    manager.page.locator("input[type=file]").first.set_input_files(files)
    for file in files:
        expect(manager.page.get_by_text(file.name, exact=True)).to_be_visible()
    manager.settled()
    manager.button(playbooks.PUT_IN).click()
    everything = manager.page.get_by_role("button", name=manager.words(approving.APPROVE_ALL, count=len(files)))
    expect(everything).to_be_visible()
    manager.settled()
    everything.click()
    for file in files:
        expect(manager.page.get_by_text(manager.words(approving.APPROVED, name=file.name))).to_be_visible()
    manager.settled()


@pytest.mark.parametrize("language", ["ko", "en"])
def test_a_team_from_its_first_start_to_what_the_manager_learns(team_app: App, rep: Sit, tmp_path: Path, language: Language) -> None:
    who, (ours, theirs) = WHO[language], TEAMS[language]
    admin, manager, trainer, one, two = (rep(team_app, language) for _ in range(5))
    joins(admin, first_link(team_app))
    admin.goes_to(people.NAME)
    admin.sees_title(admin.words(people.TITLE))
    joining: tuple[tuple[Rep, str, Role, str], ...] = (
        (manager, "manager", "manager", ours),
        (trainer, "trainer", "trainer", ours),
        (one, "one", "rep", ours),
        (two, "two", "rep", theirs),
    )
    for sits, login, role, group in joining:
        joins(sits, invites(admin, f"{login}@hangyeol.kr", who[login], door.ROLE_NAMES[role], group))

    uploads_and_approves(manager, documents(tmp_path / "files", language, rep(team_app, language).page))
    manager.shows(f"{language}-80-approved", whole=True)
    manager.page.goto(f"{team_app.url}/assignments?scenario=cloud-phone-cx-lead")
    manager.sees_title(manager.words(assignments.TITLE))
    manager.page.get_by_test_id("stForm").first.get_by_role("button", name=manager.words(assignments.SET)).click()
    expect(manager.page.get_by_text(manager.words(assignments.WAS_SET, title=""))).to_be_visible()

    two.goes_to(common.PRACTISE)
    two.sees_title(two.words(practise.TITLE))
    expect(two.page.get_by_role("heading", name=two.words(assignments.DUE))).to_have_count(0)
    one.goes_to(common.PRACTISE)
    one.page.get_by_role("link", name=one.words(assignments.OPEN_IT)).first.click()
    one.sees(one.words(assignments.WHO_SEES, team=ours, names=", ".join(sorted((who["manager"], who["trainer"])))))
    talk = one.sits_down()
    for line in SAYS[language]:
        one.says(line)
    expect(one.buyer_turns.last).to_contain_text(one.words(room.CITED))
    expect(one.buyer_turns.last).to_contain_text(HANDOVER[language])
    one.finishes()
    one.button(review.SUBMIT).click()
    one.page.get_by_role("button", name=one.words(review.SUBMIT_NOW), exact=True).click()
    expect(one.button(review.SUBMIT)).to_have_count(0)
    two.page.goto(f"{team_app.url}/scorecard?role_play={talk}")
    two.sees(two.words(common.NO_SUCH_TALK))

    trainer.goes_to(common.REVIEW)
    trainer.sees_title(trainer.words(review.TITLE))
    trainer.link(review.OPEN).click()
    expect(trainer.button(review.KEEP)).to_be_visible()
    trainer.settled()
    scores_by_keyboard(trainer)
    warm = trainer.words(common.DIMENSIONS[DIMENSIONS[1]])
    page = trainer.page
    page.get_by_role("radio", name=warm, exact=True).or_(page.get_by_role("button", name=warm, exact=True)).first.click()
    reason = page.get_by_role("textbox", name=trainer.words(review.REASON), exact=True)
    expect(reason).to_be_visible()
    reason.fill(WHY[language])
    trainer.settled()
    trainer.button(review.PUT).click()
    expect(trainer.button(review.TAKE_BACK)).to_be_visible()
    trainer.settled()
    trainer.button(review.CLOSE).click()
    trainer.sees(trainer.words(review.NOT_NOTED))

    one.page.goto(f"{team_app.url}/scorecard?role_play={talk}")
    one.sees_title(one.words(scorecard.TITLE, buyer=BUYER.in_(language)))
    one.sees(WHY[language])
    one.shows(f"{language}-81-both", whole=True)
    manager.page.goto(f"{team_app.url}/team")
    manager.sees_title(manager.words(team.TITLE))
    manager.sees(who["one"])
    expect(manager.page.get_by_text(who["two"])).to_have_count(0)
    manager.shows(f"{language}-82-team", whole=True)
