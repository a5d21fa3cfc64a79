"""Tables: what a spreadsheet makes of them. No text is a formula, Korean is Korean, numbers stay numbers."""

import csv
import io
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.domain.words import Text
from assistant.exports.sheets import BOM, FORMULA, inert, sheet

HEAD = [Text("내용", "Words")]
ATTACKS = [
    "=1+1", "=HYPERLINK(\"http://evil\",\"x\")", "+1", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1", "\u00a0=1", "\u200b=cmd|'/c calc'!A0",
    "＝1+1", "＋1", "－1", "＠SUM(A1)", "'=1", "\"=1", "|cmd", "%0a=1", "\u3000=1", "\ufeff=1",
]  # fmt: skip


def read(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize("attack", ATTACKS)
def test_no_text_begins_a_formula(attack: str) -> None:
    (_, (cell,)) = read(sheet(HEAD, [[attack]], "ko"))
    assert cell == f"'{attack}"


@given(st.text())
def test_whatever_was_said_is_there_and_never_a_formula(text: str) -> None:
    cell = inert(text)
    assert not cell.startswith(FORMULA)
    assert cell.removeprefix("'") == text.removeprefix("'") or cell == f"'{text}"


@pytest.mark.parametrize("plain", ["안녕하세요, 실장님", "3 = 3", "가격은 -5%입니다", "", '1,000만 원 "이하"', "두 줄\n말"])
def test_ordinary_words_stay_as_they_were(plain: str) -> None:
    assert read(sheet(HEAD, [[plain]], "ko"))[1] == [plain]


def test_a_spreadsheet_made_of_it_calculates_nothing() -> None:
    book = openpyxl.Workbook()
    for number, (cell,) in enumerate(read(sheet(HEAD, [[one] for one in ATTACKS], "ko"))[1:], 1):
        book.active.cell(number, 1).value = cell
        assert book.active.cell(number, 1).data_type == "s", cell


def test_excel_is_told_that_it_is_unicode_and_gets_its_line_ends() -> None:
    content = sheet(HEAD, [["가"], ["나"]], "ko")
    assert content.startswith(BOM.encode())
    assert content.count(b"\r\n") == 3


def test_numbers_times_and_nothing_are_written_as_such() -> None:
    at = datetime(2026, 11, 28, 15, 30, tzinfo=UTC)
    head = [Text("가", "a")] * 6
    row = read(sheet(head, [[-3, 0.123456, True, None, at, "-3"]], "en", ZoneInfo("Asia/Seoul")))[1]
    assert row == ["-3", "0.1235", "1", "", "2026-11-29 00:30:00", "'-3"]
