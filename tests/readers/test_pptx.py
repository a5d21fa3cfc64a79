"""Presentations: slides as pages, titles as headings, text in reading order, tables, groups, notes; nothing of hidden slides."""

from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.oxml import parse_xml
from pptx.util import Cm

from assistant.domain.playbook import Section
from assistant.readers.pptx import read as as_read

TITLE_AND_BODY, BLANK = 1, 6


@pytest.fixture
def deck() -> Any:
    return Presentation()


def slide(deck: Any, title: str, body: str = "") -> Any:
    made = deck.slides.add_slide(deck.slide_layouts[TITLE_AND_BODY])
    made.shapes.title.text = title
    made.placeholders[1].text = body
    return made


def read(deck: Any, folder: Path) -> tuple[Section, ...]:
    path = folder / "소개.pptx"
    deck.save(str(path))
    return as_read(path).sections


def test_a_slide_is_a_page_and_its_title_a_heading(deck: Any, tmp_path: Path) -> None:
    slide(deck, "가격", "석당 월 58,000원\n설치비 없음")
    slide(deck, "반론", "비싸다고 하시면")
    assert read(deck, tmp_path) == (Section(("가격",), "석당 월 58,000원\n설치비 없음", 1), Section(("반론",), "비싸다고 하시면", 2))


def test_tables_groups_and_notes_are_read(deck: Any, tmp_path: Path) -> None:
    made = slide(deck, "요금", "한눈에")
    table = made.shapes.add_table(2, 2, Cm(2), Cm(9), Cm(10), Cm(3)).table
    for row, words in enumerate((("상품", "요금"), ("기본", "58,000원"))):
        for column, word in enumerate(words):
            table.cell(row, column).text = word
    group = made.shapes.add_group_shape()
    group.shapes.add_textbox(Cm(2), Cm(14), Cm(4), Cm(1)).text_frame.text = "묶음 속의 말"
    made.notes_slide.notes_text_frame.text = "여기서 잠깐 멈추고 여쭙니다."
    (section,) = read(deck, tmp_path)
    assert section.text == "한눈에\n상품 | 요금\n기본 | 58,000원\n묶음 속의 말\n여기서 잠깐 멈추고 여쭙니다."


def test_boxes_are_read_from_the_top_and_from_the_left_whatever_was_drawn_first(deck: Any, tmp_path: Path) -> None:
    made = deck.slides.add_slide(deck.slide_layouts[BLANK])
    for left, top, words in ((12, 10, "넷"), (2, 10, "셋"), (12, 3, "둘"), (2, 3, "하나")):
        made.shapes.add_textbox(Cm(left), Cm(top), Cm(4), Cm(1)).text_frame.text = words
    assert read(deck, tmp_path) == (Section(("하나",), "둘\n셋\n넷", 1),)


def test_a_picture_says_nothing_and_stops_nothing(deck: Any, tmp_path: Path) -> None:
    picture = tmp_path / "로고.png"
    Image.new("RGB", (20, 20), "navy").save(picture)
    slide(deck, "가격", "58,000원").shapes.add_picture(str(picture), Cm(1), Cm(1))
    assert read(deck, tmp_path) == (Section(("가격",), "58,000원", 1),)


def test_a_chart_says_nothing_and_stops_nothing(deck: Any, tmp_path: Path) -> None:
    data = CategoryChartData()  # type: ignore[no-untyped-call]
    data.categories = ["1월", "2월"]
    data.add_series("통화", (120, 90))  # type: ignore[no-untyped-call]
    slide(deck, "가격", "58,000원").shapes.add_chart(XL_CHART_TYPE.COLUMN_CLUSTERED, Cm(2), Cm(8), Cm(8), Cm(5), data)
    assert read(deck, tmp_path) == (Section(("가격",), "58,000원", 1),)


def test_the_words_of_a_diagram_are_read(deck: Any, tmp_path: Path) -> None:
    """A diagram keeps its words in a part of its own, to which the slide refers."""
    made = slide(deck, "절차", "세 걸음")
    drawing = "http://schemas.openxmlformats.org/drawingml/2006/main"
    diagram = "http://schemas.openxmlformats.org/drawingml/2006/diagram"
    words = "".join(f"<dgm:pt><dgm:t><a:p><a:r><a:t>{word}</a:t></a:r></a:p></dgm:t></dgm:pt>" for word in ("진단", "시범", "개통"))
    blob = f'<dgm:dataModel xmlns:dgm="{diagram}" xmlns:a="{drawing}"><dgm:ptLst>{words}</dgm:ptLst></dgm:dataModel>'.encode()
    content_type = "application/vnd.openxmlformats-officedocument.drawingml.diagramData+xml"
    part = Part(PackURI("/ppt/diagrams/data1.xml"), content_type, made.part.package, blob)
    link = made.part.relate_to(part, f"{drawing.rpartition('/drawingml')[0]}/officeDocument/2006/relationships/diagramData")
    made.shapes._spTree.append(
        parse_xml(
            '<p:graphicFrame xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
            f'xmlns:a="{drawing}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
            '<p:nvGraphicFramePr><p:cNvPr id="77" name="절차"/><p:cNvGraphicFramePr/><p:nvPr/></p:nvGraphicFramePr>'
            '<p:xfrm><a:off x="720000" y="4000000"/><a:ext cx="3600000" cy="1800000"/></p:xfrm>'
            f'<a:graphic><a:graphicData uri="{diagram}"><dgm:relIds xmlns:dgm="{diagram}" r:dm="{link}"/></a:graphicData></a:graphic>'
            "</p:graphicFrame>"
        )
    )
    assert read(deck, tmp_path) == (Section(("절차",), "세 걸음\n진단\n시범\n개통", 1),)


def test_a_hidden_slide_is_left_out_and_the_others_keep_their_numbers(deck: Any, tmp_path: Path) -> None:
    slide(deck, "원가", "마진은 40%").element.set("show", "0")
    slide(deck, "가격", "58,000원")
    assert read(deck, tmp_path) == (Section(("가격",), "58,000원", 2),)


def test_slide_numbers_and_footers_are_no_text(deck: Any, tmp_path: Path) -> None:
    made = slide(deck, "가격", "58,000원")
    for layout_shape in made.slide_layout.placeholders:
        if layout_shape.placeholder_format.idx in {11, 12}:
            made.shapes.clone_placeholder(layout_shape)
    for one in made.placeholders:
        if one.placeholder_format.idx in {11, 12}:
            one.text = "대외비 7"
    assert read(deck, tmp_path)[0].text == "58,000원"


def test_a_deck_s_parts_stand_above_its_slides(deck: Any, tmp_path: Path) -> None:
    slide(deck, "가격", "58,000원")
    second = slide(deck, "반론", "비싸다고 하시면")
    part = "http://schemas.microsoft.com/office/powerpoint/2010/main"

    deck.element.append(
        parse_xml(
            f'<p14:sectionLst xmlns:p14="{part}"><p14:section name="상담 때"><p14:sldIdLst><p14:sldId id="{second.slide_id}"/></p14:sldIdLst>'
            "</p14:section></p14:sectionLst>"
        )
    )
    assert [one.path for one in read(deck, tmp_path)] == [("가격",), ("상담 때", "반론")]


def test_a_sentence_on_top_is_no_title(deck: Any, tmp_path: Path) -> None:
    made = deck.slides.add_slide(deck.slide_layouts[BLANK])
    for top, words in ((3, "가격은 하나입니다."), (8, "설치비는 받지 않습니다.")):
        made.shapes.add_textbox(Cm(2), Cm(top), Cm(9), Cm(1)).text_frame.text = words
    assert read(deck, tmp_path) == (Section((), "가격은 하나입니다.\n설치비는 받지 않습니다.", 1),)
