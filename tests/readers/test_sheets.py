"""Workbooks and CSV files: one line per row, each value with its column's name, shown as the sheet shows it."""

from datetime import date, datetime, time
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from assistant.domain.playbook import Section
from assistant.readers import csv_rows, xlsx
from assistant.readers.cell_text import shown
from assistant.readers.table_rows import lines


@pytest.fixture
def book() -> Workbook:
    return Workbook()


def first_sheet(book: Workbook, title: str = "요금") -> Worksheet:
    sheet = book.worksheets[0]
    sheet.title = title
    return sheet


def read(book: Workbook, folder: Path) -> tuple[Section, ...]:
    path = folder / "요금표.xlsx"
    book.save(path)
    return xlsx.read(path).sections


def test_every_row_says_its_columns_names_and_every_sheet_is_a_section(book: Workbook, tmp_path: Path) -> None:
    sheet = first_sheet(book)
    for row in (["상품", "월 요금", "할인"], ["기본", 58000, 0.08], ["고급", 72000, None]):
        sheet.append(row)
    sheet["B2"].number_format = sheet["B3"].number_format = '#,##0"원"'
    sheet["C2"].number_format = "0%"
    book.create_sheet("지원").append(["보조금은 3월에 끝납니다."])
    assert read(book, tmp_path) == (
        Section(("요금",), "상품: 기본 | 월 요금: 58,000원 | 할인: 8%\n상품: 고급 | 월 요금: 72,000원"),
        Section(("지원",), "보조금은 3월에 끝납니다."),
    )


@pytest.mark.parametrize("title", ["Sheet", "Sheet1", "시트 2"])
def test_a_sheet_that_nobody_named_has_no_heading(book: Workbook, tmp_path: Path, title: str) -> None:
    first_sheet(book, title).append(["보조금은 3월에 끝납니다."])
    assert read(book, tmp_path)[0].path == ()


def test_hidden_sheets_rows_and_columns_are_left_out(book: Workbook, tmp_path: Path) -> None:
    sheet = first_sheet(book)
    for row in (["상품", "월 요금", "원가"], ["기본", "5만", "3만"], ["비밀", "1만", "1만"]):
        sheet.append(row)
    sheet.column_dimensions["C"].hidden = True
    sheet.row_dimensions[3].hidden = True
    book.create_sheet("내부용").append(["마진은 40%입니다."])
    book["내부용"].sheet_state = "hidden"
    assert read(book, tmp_path) == (Section(("요금",), "상품: 기본 | 월 요금: 5만"),)


def test_a_merged_cell_belongs_to_each_of_its_rows(book: Workbook, tmp_path: Path) -> None:
    sheet = first_sheet(book)
    for row in (["구분", "상품", "요금"], ["클라우드", "기본", "5만"], [None, "고급", "7만"]):
        sheet.append(row)
    sheet.merge_cells("A2:A3")
    assert read(book, tmp_path)[0].text.splitlines()[1] == "구분: 클라우드 | 상품: 고급 | 요금: 7만"


@pytest.mark.parametrize(
    ("value", "number_format", "says"),
    [
        (58000, '#,##0"원"', "58,000원"),
        (58000, "₩#,##0", "₩58,000"),
        (58000, "[$₩-412]#,##0", "₩58,000"),
        (12000, '_-* #,##0_-;-* #,##0_-;_-* "-"_-;_-@_-', "12,000"),
        (1234.5, "$#,##0.00", "$1,234.50"),
        (0.125, "0.0%", "12.5%"),
        (0.15, "General", "0.15"),
        (58000.0, "General", "58000"),
        (0.1 + 0.2, "0.0", "0.3"),
        (2.5, "0", "3"),
        (datetime(2026, 3, 1), "yyyy-mm-dd", "2026-03-01"),  # noqa: DTZ001 - a cell's date has no zone
        (datetime(2026, 3, 1, 14, 30), "General", "2026-03-01 14:30"),  # noqa: DTZ001
        (date(2026, 3, 1), "General", "2026-03-01"),
        (time(9, 30), "h:mm", "09:30:00"),
        (True, "General", "O"),
        (None, "General", ""),
        ("글", "@", "글"),
    ],
)
def test_a_cell_is_shown_as_the_sheet_shows_it(value: object, number_format: str, says: str) -> None:
    assert shown(value, number_format) == says


def test_a_title_above_the_names_stays_a_line() -> None:
    rows = [["2026년 요금표", "", ""], ["", "", ""], ["상품", "월 요금", "비고"], ["기본", "58,000", "24개월"]]
    assert list(lines(rows)) == ["2026년 요금표", "상품: 기본 | 월 요금: 58,000 | 비고: 24개월"]


def test_rows_without_names_are_read_as_they_stand() -> None:
    assert list(lines([["기본", "58,000"], ["고급", "72,000"]])) == ["기본 | 58,000", "고급 | 72,000"]


def test_names_alone_are_not_lost() -> None:
    assert list(lines([["상품", "요금"]])) == ["상품 | 요금"]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp949", "utf-16"])
@pytest.mark.parametrize("separator", [",", "\t", ";"])
def test_csv_is_read_whatever_wrote_it(tmp_path: Path, encoding: str, separator: str) -> None:
    path = tmp_path / "요금.csv"
    rows = [["상품", "월 요금", "설명"], ["기본", "58000", '"콜백, 녹취"' if separator == "," else "콜백과 녹취"], ["고급", "72000", "전부"]]
    path.write_bytes("\r\n".join(separator.join(row) for row in rows).encode(encoding))
    (section,) = csv_rows.read(path).sections
    assert section.text.splitlines()[0].startswith("상품: 기본 | 월 요금: 58000 | 설명: 콜백")
    assert section.text.splitlines()[1] == "상품: 고급 | 월 요금: 72000 | 설명: 전부"


def test_a_csv_of_one_column_is_lines(tmp_path: Path) -> None:
    path = tmp_path / "말.csv"
    path.write_text("비싸다고 하시면 값을 셈합니다\n바쁘다고 하시면 한 가지만 여쭙니다\n", encoding="utf-8")
    assert csv_rows.read(path).sections[0].text.count("\n") == 1
