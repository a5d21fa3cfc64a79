"""A company's own documents: put in through the page, cited under the buyer's turn in the next talk."""

from pathlib import Path

import docx
import pytest
from playwright.sync_api import expect

from tests.browser.app import App
from tests.browser.conftest import Sit
from tests.browser.rep import SLOW_MS, Rep
from ui.words import common, playbooks, room

pytestmark = pytest.mark.browser

HANDOVER = "분점 번호 묶음 이전표"
RECORDINGS = "상담 녹취 열람 규칙"
MARKDOWN = f"""# 한결콜 현장 메모

클라우드 전화를 처음 들이는 상담센터에서 실제로 물어본 것만 모았습니다.

## {HANDOVER}

분점이 여럿이면 지역번호를 한꺼번에 옮기지 않습니다. 분점 번호는 다섯 개씩 묶어 토요일 새벽에 옮기고, 묶음마다 착신을 먼저 시험합니다.
분점 번호 묶음 하나를 옮기는 데 사십 분이 걸리고, 그동안 걸려 온 전화는 본사 상담석이 받습니다.

## 상담석 헤드셋

헤드셋은 상담석마다 두 벌을 두고, 반년에 한 번 귀 쿠션을 바꿉니다.
"""


def documents(folder: Path) -> list[Path]:
    """A Markdown and a Word document about the cloud phone, and a file that only claims to be a PDF."""
    folder.mkdir()
    notes, rules, broken = folder / "현장 메모.md", folder / "녹취 규칙.docx", folder / "견적서.pdf"
    notes.write_text(MARKDOWN, encoding="utf-8")
    word = docx.Document()
    word.add_heading("한결콜 상담센터 녹취 안내", level=1)
    word.add_heading(RECORDINGS, level=2)
    word.add_paragraph("클라우드 전화의 상담 녹취는 팀장만 열람하고, 열람할 때마다 사유를 적습니다. 녹취 열람 기록은 삼 년 동안 지우지 않습니다.")
    word.save(str(rules))
    broken.write_bytes("이것은 PDF가 아닙니다.".encode("cp949"))
    return [notes, rules, broken]


def puts_in(rep: Rep, files: list[Path]) -> None:
    rep.page.goto(f"{rep.url}/playbooks")
    rep.sees_title(rep.words(playbooks.TITLE))
    rep.page.locator("input[type=file]").set_input_files(files)
    for file in files:
        expect(rep.page.get_by_text(file.name, exact=True)).to_be_visible()
    rep.settled()
    rep.button(playbooks.PUT_IN).click()


def test_a_good_document_goes_in_beside_a_bad_one_and_is_cited_in_the_next_talk(offline_app: App, rep: Sit, tmp_path: Path) -> None:
    one = rep(offline_app)
    files = documents(tmp_path / "files")
    puts_in(one, files)
    for file in files[:2]:
        expect(one.page.get_by_text(f"{file.name}: 넣었어요.")).to_be_visible(timeout=SLOW_MS)
    expect(one.page.get_by_role("alert")).to_contain_text("견적서.pdf: 이름은 .pdf인데", timeout=SLOW_MS)
    one.settled()
    one.shows("ko-40-playbooks-after-an-upload", whole=True)

    one.goes_to(common.PRACTISE)
    one.opens_the_briefing()
    one.sits_down()
    one.says("분점 번호는 다섯 개씩 묶어 토요일 새벽에 옮기고, 그동안 걸려 온 전화는 본사 상담석이 받습니다. 이렇게 옮기면 어떠세요?")
    one.says("상담 녹취는 팀장만 열람하고 열람할 때마다 사유를 적습니다. 녹취 열람은 지금 누가 하시나요?")
    expect(one.buyer_turns.nth(1)).to_contain_text(one.words(room.CITED))
    expect(one.buyer_turns.nth(1)).to_contain_text(HANDOVER)
    expect(one.buyer_turns.nth(2)).to_contain_text(RECORDINGS)
    one.shows("ko-41-a-citation-under-the-buyers-turn")


def test_what_was_put_in_can_be_read_searched_and_taken_out(offline_app: App, rep: Sit, tmp_path: Path) -> None:
    one = rep(offline_app)
    file = tmp_path / "예비 회선 안내.md"
    file.write_text("# 예비 회선 안내\n\n## 낙뢰와 예비 회선\n\n낙뢰로 회선이 끊기면 예비 회선이 팔 초 안에 전화를 이어받습니다.\n", encoding="utf-8")
    puts_in(one, [file])
    expect(one.page.get_by_text("예비 회선 안내.md: 넣었어요.")).to_be_visible(timeout=SLOW_MS)
    one.settled()
    search = one.page.get_by_role("textbox", name=one.words(playbooks.SEARCH))
    search.fill("낙뢰가 치면 예비 회선이 이어받나요?")
    search.press("Enter")
    one.sees("낙뢰로 회선이 끊기면 예비 회선이 팔 초 안에 전화를 이어받습니다.")
    one.settled()
    one.shows("ko-42-search", whole=True)
    card = one.page.locator('[class*="st-key-card-"]').filter(has_text="예비 회선 안내")
    card.get_by_role("link", name=one.words(playbooks.READ)).click()
    expect(one.link(playbooks.BACK)).to_be_visible()
    one.sees("낙뢰와 예비 회선")
    one.settled()
    one.shows("ko-43-reading-a-playbook")
    one.link(playbooks.BACK).click()
    one.sees_title(one.words(playbooks.TITLE))
    card.get_by_role("button", name=one.words(playbooks.REMOVE)).click()
    dialog = one.page.get_by_role("dialog")
    expect(dialog).to_contain_text("예비 회선 안내")
    expect(dialog.get_by_role("button", name=one.words(common.CANCEL))).to_be_visible()
    one.settled()
    one.shows("ko-44-remove")
    dialog.get_by_role("button", name=one.words(playbooks.REMOVE), exact=True).click()
    expect(dialog).to_have_count(0)
    expect(card).to_have_count(0)
