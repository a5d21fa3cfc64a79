"""A company's own documents: put in through the page, cited under the buyer's turn in the next talk."""

from pathlib import Path

import docx
import pytest
from hwpx import HwpxDocument
from openpyxl import Workbook
from playwright.sync_api import expect
from pptx import Presentation

from tests.browser.app import App
from tests.browser.conftest import Sit
from tests.browser.rep import Rep
from ui.words import approving, common, playbooks, room

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
        expect(one.page.get_by_text(f"{file.name}: 다 읽었어요")).to_be_visible()
    one.page.get_by_role("button", name=one.words(approving.APPROVE_ALL, count=2)).click()
    for file in files[:2]:
        expect(one.page.get_by_text(f"{file.name}: 쓰기 시작했어요.")).to_be_visible()
    expect(one.page.get_by_role("alert")).to_contain_text("견적서.pdf: 이름은 .pdf인데")
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


def test_a_folder_of_hangul_office_and_other_files_goes_in_at_once(offline_app: App, rep: Sit, tmp_path: Path) -> None:
    one = rep(offline_app)
    folder = tmp_path / "영업 자료"
    folder.mkdir()
    hangul = HwpxDocument.new()
    hangul.add_heading("개통 준비물", level=1)
    hangul.add_paragraph("개통 전날까지 통신사 가입 증명서와 도장을 챙깁니다.", style="바탕글")
    hangul.save_to_path(str(folder / "개통 안내.hwpx"))
    hangul.save_to_path(str(folder / "개통 안내 옛판.hwp"))
    deck = Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[1])
    slide.shapes.title.text, slide.placeholders[1].text = "장애 대응", "회선이 끊기면 십 분 안에 담당 기사가 전화를 드립니다."
    deck.save(str(folder / "장애 대응.pptx"))
    book = Workbook()
    for row in (["부가 서비스", "월 요금"], ["통화 요약", 4500]):
        book.worksheets[0].append(row)
    book.save(folder / "부가 서비스.xlsx")
    (folder / "단체 사진.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    (folder / "찢긴 문서.hwp").write_bytes((folder / "개통 안내 옛판.hwp").read_bytes()[:8000])

    one.page.goto(f"{one.url}/playbooks")
    one.sees_title(one.words(playbooks.TITLE))
    one.page.get_by_text(one.words(playbooks.WHOLE_FOLDER)).click()
    one.page.locator("input[type=file][webkitdirectory]").set_input_files(folder)
    expect(one.page.get_by_text("찢긴 문서.hwp")).to_be_visible()
    one.settled()
    one.button(playbooks.PUT_IN).click()
    for name in ("개통 안내.hwpx", "개통 안내 옛판.hwp", "장애 대응.pptx", "부가 서비스.xlsx"):
        expect(one.page.get_by_text(f"{name}: 다 읽었어요")).to_be_visible()
    one.page.get_by_role("button", name=one.words(approving.APPROVE_ALL, count=4)).click()
    expect(one.page.get_by_text("부가 서비스.xlsx: 쓰기 시작했어요.")).to_be_visible()
    expect(one.page.get_by_role("alert").filter(has_text="찢긴 문서.hwp")).to_be_visible()
    one.sees(one.words(playbooks.PASSED_OVER, count=1))
    search = one.page.get_by_role("textbox", name=one.words(playbooks.SEARCH))
    search.fill("통화 요약은 한 달에 얼마예요?")
    search.press("Enter")
    one.sees("부가 서비스: 통화 요약 | 월 요금: 4500")
    one.settled()
    one.shows("ko-45-a-folder-of-documents", whole=True)
    one.button(playbooks.CLEAR).click()
    torn = one.page.locator('[class*="st-key-card-"]').filter(has_text="찢긴 문서")
    torn.get_by_role("button", name=one.words(playbooks.RETRY)).click()
    expect(one.page.get_by_role("alert").filter(has_text="찢긴 문서.hwp")).to_be_visible()


def test_what_was_put_in_can_be_read_searched_and_taken_out(offline_app: App, rep: Sit, tmp_path: Path) -> None:
    one = rep(offline_app)
    file = tmp_path / "예비 회선 안내.md"
    file.write_text("# 예비 회선 안내\n\n## 낙뢰와 예비 회선\n\n낙뢰로 회선이 끊기면 예비 회선이 팔 초 안에 전화를 이어받습니다.\n", encoding="utf-8")
    puts_in(one, [file])
    expect(one.page.get_by_text("예비 회선 안내.md: 다 읽었어요")).to_be_visible()
    one.button(approving.APPROVE).first.click()
    expect(one.page.get_by_text("예비 회선 안내.md: 쓰기 시작했어요.")).to_be_visible()
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
