"""Files of outcomes as spreadsheets and CRMs write them, and every way in which a line cannot be used."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.domain.outcome import Outcome
from assistant.domain.words import Text
from assistant.errors import InputError
from assistant.outcomes.reading import MOST_BYTES, read_outcomes


def who(written: str) -> str | Text | None:
    known: dict[str, str | Text] = {"보람": "p1", "kim@x.kr": "p2", "나래": Text("여럿", "several")}
    return known.get(written)


DEALS = '담당자,거래,종료일,결과,금액\n보람,한빛물류,2026. 10. 31.,수주,"36,000,000"\nkim@x.kr,다온,2026/10/02,Lost,\n'
KPI = "rep;month;kpi;value\n보람;2026년 10월;신규 상담;1,200\nkim@x.kr;2026-10-15;제안;4.5\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp949", "utf-16"])
def test_whatever_a_korean_excel_writes_is_read(encoding: str) -> None:
    read = read_outcomes(DEALS.encode(encoding), who)
    assert read.bad == ()
    assert read.rows == (
        Outcome("p1", "deals", "한빛물류", date(2026, 10, 31), 1.0, 36_000_000),
        Outcome("p2", "deals", "다온", date(2026, 10, 2), 0.0, None),
    )


def test_figures_by_month_with_another_separator() -> None:
    read = read_outcomes(KPI.encode(), who)
    assert read.rows == (Outcome("p1", "kpi", "신규 상담", date(2026, 10, 1), 1200), Outcome("p2", "kpi", "제안", date(2026, 10, 1), 4.5))
    assert [one.key for one in read.rows] == ["2026-10 신규 상담", "2026-10 제안"]
    assert read_outcomes(KPI.replace(";", "\t").encode("utf-16"), who).rows == read.rows


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ("없는사람,거래,2026-10-31,수주,", "none of your teams"),
        ("나래,거래,2026-10-31,수주,", "several"),
        ("보람,거래,2026-02-30,수주,", "no date"),
        ("보람,거래,어제,수주,", "no date"),
        ("보람,거래,2026-10-31,보류,", "neither won nor lost"),
        ("보람,거래,2026-10-31,수주,많이", "no number"),
        ("보람,거래,2026-10-31,수주,1e9", "no number"),
        ("보람,,2026-10-31,수주,", "1 to 200"),
        (f"보람,{'가' * 201},2026-10-31,수주,", "1 to 200"),
        ('보람,"=HYPERLINK(""http://x"")",2026-10-31,수주,', "formula"),
        ("보람,@SUM(A1),2026-10-31,수주,", "formula"),
        ("보람,한빛물류,2026-01-01,실주,", "same one as in line 2"),
        ("보람", "neither won nor lost"),
    ],
)
def test_a_line_that_cannot_be_used_is_told_by_its_number_and_the_others_are_read(row: str, why: str) -> None:
    read = read_outcomes(f"{DEALS}\n{row}\n보람,뒤에 온 거래,2026-10-31,수주,1\n".encode(), who)
    assert [one.line for one in read.bad] == [5]
    assert why in read.bad[0].why.en
    assert [one.name for one in read.rows] == ["한빛물류", "다온", "뒤에 온 거래"]


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "headings"),
        (b"a,b\n1,2\n", "headings"),
        ("담당자,월,값\n".encode(), "headings"),
        (b"\xff\xfe\x00", "cannot be read as text"),
        (b"PK\x03\x04\x00\x00\xff\xff\x9f", "cannot be read as text"),
        (b"x" * (MOST_BYTES + 1), "2 MB"),
        ('담당자,월,지표,값\n보람,2026-10,"제안,3\n'.encode(), "quotes"),
    ],
)
def test_what_is_no_such_file_is_one_sentence(content: bytes, why: str) -> None:
    with pytest.raises(InputError, match=why):
        read_outcomes(content, who)


@given(st.binary(max_size=400) | st.text(max_size=400).map(lambda text: f"rep,month,kpi,value\n{text}".encode()))
def test_no_bytes_at_all_bring_a_traceback(content: bytes) -> None:
    try:
        read = read_outcomes(content, who)
    except InputError:
        return
    assert all(one.person in {"p1", "p2"} for one in read.rows)
