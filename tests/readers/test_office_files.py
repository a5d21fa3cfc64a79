"""Presentations and workbooks as a real office program writes them."""

from pathlib import Path

import pytest

from assistant.domain.playbook import Section
from assistant.readers import LimitedReader
from tests.playbooks.office import office

pytestmark = pytest.mark.office
DECK = """<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:presentation="urn:oasis:names:tc:opendocument:xmlns:presentation:1.0"
 xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" office:version="1.3"
 office:mimetype="application/vnd.oasis.opendocument.presentation"><office:body><office:presentation>
 <draw:page draw:name="1"><draw:frame presentation:class="title" svg:x="2cm" svg:y="1cm" svg:width="20cm" svg:height="2cm"><draw:text-box>
 <text:p>가격</text:p></draw:text-box></draw:frame><draw:frame svg:x="2cm" svg:y="5cm" svg:width="20cm" svg:height="2cm"><draw:text-box>
 <text:p>석당 월 58,000원입니다.</text:p></draw:text-box></draw:frame></draw:page>
 <draw:page draw:name="2"><draw:frame svg:x="2cm" svg:y="5cm" svg:width="20cm" svg:height="2cm"><draw:text-box>
 <text:p>비싸다고 하시면 값을 함께 셈합니다.</text:p></draw:text-box></draw:frame></draw:page>
</office:presentation></office:body></office:document>"""


def read(path: Path) -> tuple[Section, ...]:
    with LimitedReader() as reader:
        return reader(path).sections


def test_a_presentation_of_libreoffice_has_its_slides_and_titles(tmp_path: Path) -> None:
    source = tmp_path / "소개.fodp"
    source.write_text(DECK, encoding="utf-8")
    first, second = read(office(source, tmp_path, "pptx"))
    assert (first.path, first.text, first.page) == (("가격",), "석당 월 58,000원입니다.", 1)
    assert (second.text, second.page) == ("비싸다고 하시면 값을 함께 셈합니다.", 2)


def test_a_workbook_of_libreoffice_has_its_rows_with_their_names(tmp_path: Path) -> None:
    source = tmp_path / "요금.csv"
    source.write_text("상품,월 요금,할인\n기본,58000,8%\n고급,72000,12%\n", encoding="utf-8")
    (section,) = read(office(source, tmp_path, "xlsx", "--infilter=CSV:44,34,76,1,,1042,false,true"))
    assert section.text.splitlines() == ["상품: 기본 | 월 요금: 58000 | 할인: 8%", "상품: 고급 | 월 요금: 72000 | 할인: 12%"]
