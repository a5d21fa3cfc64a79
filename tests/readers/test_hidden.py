"""What nobody sees who opens a document is told to whoever approves it, and does not stand in its text; what people do see does."""

from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor
from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Font, PatternFill
from pptx import Presentation
from pptx.dml.color import RGBColor as PptxColor
from pptx.util import Cm
from pptx.util import Pt as PptxPt

from assistant.domain.playbook import HiddenKind, Reading
from assistant.readers.formats import format_of, reader_of
from tests.readers import files

WHITE = RGBColor(255, 255, 255)
WHITE_IN_DECK: Any = PptxColor


def read(path: Path) -> Reading:
    return reader_of(format_of(path.name))(path)


def kinds(reading: Reading) -> list[tuple[HiddenKind, str]]:
    return [(one.kind, one.text) for one in reading.hidden]


def text(reading: Reading) -> str:
    return "\n".join(one.text for one in reading.sections)


def word(document: Any, folder: Path) -> Reading:
    path = folder / "가.docx"
    document.save(str(path))
    return read(path)


def test_words_hidden_in_a_word_document_are_told_and_left_out(tmp_path: Path) -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("보이는 글")
    paragraph.add_run("숨긴 글").font.hidden = True
    paragraph.add_run("하얀 글").font.color.rgb = WHITE
    paragraph.add_run("작은 글").font.size = Pt(1)
    deleted = OxmlElement("w:del")
    gone = OxmlElement("w:r")
    words = OxmlElement("w:delText")
    words.text = "지운 글"
    gone.append(words)
    deleted.append(gone)
    paragraph._p.append(deleted)
    document.add_comment(paragraph.runs, "덧붙인 글", author="김", initials="김")
    found = word(document, tmp_path)
    assert text(found) == "보이는 글"
    assert kinds(found) == [("hidden", "숨긴 글"), ("white", "하얀 글"), ("tiny", "작은 글"), ("deleted", "지운 글"), ("comment", "덧붙인 글")]


def test_white_words_on_a_filled_ground_of_a_word_document_are_seen(tmp_path: Path) -> None:
    document = docx.Document()
    shaded = document.add_paragraph().add_run("띠 위의 글")
    shaded.font.color.rgb = WHITE
    fill = OxmlElement("w:shd")
    fill.set(qn("w:fill"), "1F3864")
    shaded._r.get_or_add_rPr().append(fill)
    table = document.add_table(1, 2, style="Light Grid Accent 1")
    table.cell(0, 0).paragraphs[0].add_run("머리글").font.color.rgb = WHITE
    found = word(document, tmp_path)
    assert text(found) == "띠 위의 글\n머리글"
    assert found.hidden == ()


def test_hidden_sheets_rows_columns_and_comments_of_a_workbook_are_told(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (("상품", "요금", "원가"), ("기본", "5만", "3만"), ("특가", "4만", "3만"), ("고급", "7만", "4만")):
        sheet.append(row)
    sheet.row_dimensions[3].hidden = True
    sheet.column_dimensions["C"].hidden = True
    sheet["A2"].comment = Comment("여기만 깎아 준다", "김")
    sheet["B4"].font = Font(color="FFFFFFFF")
    sheet["A1"].font, sheet["A1"].fill = Font(color="FFFFFFFF"), PatternFill("solid", fgColor="FF1F3864")
    secret = book.create_sheet("내부용")
    secret.append(("하한가", "3만 8천"))
    secret.sheet_state = "hidden"
    path = tmp_path / "가.xlsx"
    book.save(path)
    found = read(path)
    assert text(found) == "상품: 기본 | 요금: 5만\n상품: 고급"
    assert kinds(found) == [
        ("rows", "원가"),
        ("comment", "여기만 깎아 준다"),
        ("rows", "3만"),
        ("rows", "특가 | 4만 | 3만"),
        ("rows", "4만"),
        ("white", "7만"),
        ("sheet", "내부용 하한가 | 3만 8천"),
    ]


def test_hidden_slides_and_words_off_a_slide_are_told(tmp_path: Path) -> None:
    deck = Presentation()
    seen, unseen = (deck.slides.add_slide(deck.slide_layouts[6]) for _ in range(2))
    seen.shapes.add_textbox(Cm(2), Cm(2), Cm(10), Cm(2)).text_frame.text = "석당 월 58,000원입니다."
    seen.shapes.add_textbox(Cm(80), Cm(2), Cm(10), Cm(2)).text_frame.text = "판 밖의 글"
    small = seen.shapes.add_textbox(Cm(2), Cm(6), Cm(10), Cm(2)).text_frame.paragraphs[0].add_run()
    small.text, small.font.size = "작은 글", PptxPt(1)
    for top, words in ((9, "하얀 글"), (12, "띠 위의 글")):
        if words == "띠 위의 글":
            band = seen.shapes.add_shape(1, Cm(2), Cm(12), Cm(10), Cm(2))
            band.fill.solid()
        white = seen.shapes.add_textbox(Cm(2), Cm(top), Cm(10), Cm(2)).text_frame.paragraphs[0].add_run()
        white.text, white.font.color.rgb = words, WHITE_IN_DECK(255, 255, 255)
    unseen.shapes.add_textbox(Cm(2), Cm(2), Cm(10), Cm(2)).text_frame.text = "감춘 슬라이드"
    unseen.element.set("show", "0")
    path = tmp_path / "가.pptx"
    deck.save(str(path))
    found = read(path)
    assert text(found).splitlines() == ["석당 월 58,000원입니다.", "띠 위의 글"]
    assert [(one.kind, one.text, one.page) for one in found.hidden] == [
        ("off_page", "판 밖의 글", 1),
        ("tiny", "작은 글", 1),
        ("white", "하얀 글", 1),
        ("slide", "감춘 슬라이드", 2),
    ]


def test_words_of_a_pdf_that_show_nothing_are_told(tmp_path: Path) -> None:
    ink = "1 1 1 rg 0 0 0 RG"
    path = files.pdf(
        tmp_path / "a.pdf",
        [[(700, 12, "Seen by everybody who opens it."), (650, 12, "Pale words."), (600, 1, "Small words."), (900, 12, "Above the page.")]],
        ink={"Pale words.": ink},
    )
    found = read(path)
    assert text(found) == "Seen by everybody who opens it."
    assert sorted(kinds(found)) == [("off_page", "Above the page."), ("tiny", "Small words."), ("white", "Pale words.")]


def test_white_words_on_a_dark_ground_of_a_pdf_are_seen(tmp_path: Path) -> None:
    ground = "0 0 0.4 rg 60 640 400 30 re f 1 1 1 rg"
    path = files.pdf(tmp_path / "a.pdf", [[(700, 12, "Seen by everybody."), (650, 12, "On a band.")]], ink={"On a band.": ground})
    found = read(path)
    assert "On a band." in text(found)
    assert found.hidden == ()


def test_hidden_parts_and_comments_of_a_web_page_are_told(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text(
        "<body><p>보이는 글</p><p style='display:none'>숨긴 글</p><!-- 적어 둔 글 --><!--[if IE]>옛 글<![endif]-->"
        "<p style='color:#fff'>하얀 글</p><p style='background:#000; color: white'>띠 위의 글</p><p style='font-size:1px'>작은 글</p>"
        "<div style='position:absolute; left:-9999px'>먼 글</div><span aria-hidden='true'>▲</span></body>",
        encoding="utf-8",
    )
    found = read(path)
    assert text(found) == "보이는 글\n띠 위의 글"
    assert kinds(found) == [("hidden", "숨긴 글"), ("comment", "적어 둔 글"), ("white", "하얀 글"), ("tiny", "작은 글"), ("off_page", "먼 글")]


def test_a_comment_in_markdown_is_told(tmp_path: Path) -> None:
    path = tmp_path / "가.md"
    path.write_text("# 가격\n\n월 58,000원입니다. <!-- 4만까지 됨 -->\n", encoding="utf-8")
    found = read(path)
    assert (text(found), kinds(found)) == ("월 58,000원입니다.", [("comment", "4만까지 됨")])


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("값은\u202e원58\u202c입니다", True),
        ("무\u200b시\u200b하\u200b세요", True),
        ("값은 5만 원" + "".join(chr(0xE0000 + ord(char)) for char in "obey"), True),
        ("값은\u200b 5만\u00a0원입니다 👩‍👧", False),
    ],
)
def test_characters_that_show_nothing_are_taken_out_and_told_where_they_play_tricks(tmp_path: Path, written: str, told: bool) -> None:
    path = tmp_path / "가.txt"
    path.write_text(written, encoding="utf-8")
    found = read(path)
    assert [one.kind for one in found.hidden] == ["characters"] * told
    assert not any(char in text(found) for char in "\u202e\u200b")
    assert not any(ord(char) > 0xE0000 for char in text(found))
    assert all("obey" in one.text for one in found.hidden if ord(written[-1]) > 0xE0000)
