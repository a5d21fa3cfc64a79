"""Word documents: headings, tables, pages, and what nobody is meant to see."""

from pathlib import Path

import docx
import pytest
from docx.enum.text import WD_BREAK
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt
from docx.text.paragraph import Paragraph

from assistant.domain.playbook import Section
from assistant.readers.docx import read as as_read


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "a.docx"


def rendered_break(paragraph: Paragraph) -> None:
    paragraph.add_run()._r.append(OxmlElement("w:lastRenderedPageBreak"))


def test_headings_and_a_title_become_a_path(path: Path) -> None:
    document = docx.Document()
    document.add_heading("한결콜 플레이북", 0)
    document.add_heading("가격", 1)
    document.add_paragraph("가격표는 하나입니다.")
    document.add_heading("할인", 2)
    document.add_paragraph("24개월이면 8%입니다.")
    document.add_heading("반론", 1)
    document.add_paragraph("비싸다는 말")
    document.save(str(path))
    assert as_read(path).sections == (
        Section(("한결콜 플레이북", "가격"), "가격표는 하나입니다."),
        Section(("한결콜 플레이북", "가격", "할인"), "24개월이면 8%입니다."),
        Section(("한결콜 플레이북", "반론"), "비싸다는 말"),
    )


def test_a_table_is_read_row_by_row(path: Path) -> None:
    document = docx.Document()
    document.add_heading("요금", 1)
    table = document.add_table(rows=2, cols=2)
    for row, words in zip(table.rows, (("상품", "요금"), ("기본", "58,000원")), strict=True):
        for cell, word in zip(row.cells, words, strict=True):
            cell.text = word
    document.add_paragraph("끝")
    document.save(str(path))
    assert as_read(path).sections[0].text == "상품 | 요금\n기본 | 58,000원\n끝"


def test_pages_come_from_the_marks_word_leaves(path: Path) -> None:
    document = docx.Document()
    document.add_heading("가격", 1)
    document.add_paragraph("첫 쪽")
    typed = document.add_paragraph()
    typed.add_run().add_break(WD_BREAK.PAGE)
    after = document.add_paragraph()
    rendered_break(after)
    after.add_run("둘째 쪽")
    flowing = document.add_paragraph()
    rendered_break(flowing)
    flowing.add_run("셋째 쪽")
    document.save(str(path))
    assert [(one.page, one.text) for one in as_read(path).sections] == [(1, "첫 쪽"), (2, "둘째 쪽"), (3, "셋째 쪽")]


def test_typed_page_breaks_count_when_no_page_ran_over(path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("첫 쪽")
    document.add_page_break()  # type: ignore[no-untyped-call]
    document.add_paragraph("둘째 쪽")
    document.save(str(path))
    assert [one.page for one in as_read(path).sections] in ([1, 2], [None])


def test_without_any_break_there_is_no_page_to_cite(path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("글")
    document.save(str(path))
    assert as_read(path).sections[0].page is None


def test_where_nobody_used_styles_big_and_bold_lines_are_headings(path: Path) -> None:
    document = docx.Document()
    for words, size, bold in (
        ("영업 안내", 20, True),
        ("머리말입니다. 길게 이어지는 문장입니다.", 10, False),
        ("가격", 14, True),
        ("가격표는 하나입니다. 모두 같습니다.", 10, False),
    ):
        run = document.add_paragraph().add_run(words)
        run.font.size, run.bold = Pt(size), bold
    document.save(str(path))
    assert [one.path for one in as_read(path).sections] == [("영업 안내",), ("영업 안내", "가격")]


def test_deleted_and_hidden_text_is_not_read(path: Path) -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("보이는 글")
    hidden = paragraph.add_run("숨긴 글")
    hidden.font.hidden = True
    deleted = OxmlElement("w:del")
    deleted.append(paragraph.add_run("지운 글")._r)
    paragraph._p.append(deleted)
    document.save(str(path))
    assert as_read(path).sections[0].text == "보이는 글"


def test_a_table_of_contents_is_left_out(path: Path) -> None:
    document = docx.Document()
    document.styles.add_style("TOC 1", 1)
    document.add_paragraph("가격\t3", style="TOC 1")
    document.add_heading("가격", 1)
    document.add_paragraph("하나입니다.")
    document.save(str(path))
    assert as_read(path).sections == (Section(("가격",), "하나입니다."),)


def test_a_heading_inside_a_link_or_a_text_box_is_whole(path: Path) -> None:
    document = docx.Document()
    heading = document.add_heading("요금 ", 1)
    link = OxmlElement("w:hyperlink")
    link.append(heading.add_run("안내")._r)
    heading._p.append(link)
    document.add_paragraph("글")
    document.save(str(path))
    assert as_read(path).sections[0].path == ("요금 안내",)
    assert qn("w:hyperlink") in {child.tag for child in heading._p}
