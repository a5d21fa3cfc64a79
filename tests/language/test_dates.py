"""A calendar can hold a concrete time; it cannot hold 'soon'."""

import pytest

from assistant.domain.words import Language
from assistant.language.dates import concrete_dates, time_expressions


@pytest.mark.parametrize(
    ("text", "language", "date"),
    [
        ("다음 주 화요일 오후 3시에 뵐게요", "ko", "다음 주 화요일 오후 3시에"),
        ("내일 오전 중으로 보내드릴게요", "ko", "내일 오전 중으로"),
        ("3월 5일까지 드리겠습니다", "ko", "3월 5일까지"),
        ("이번 주 안에 연락드릴게요", "ko", "이번 주 안에"),
        ("월욜 두시에 뵐게용", "ko", "월욜 두시에"),
        ("2주 안에 됩니다", "ko", "2주 안에"),
        ("by next Tuesday at 10 am", "en", "by next Tuesday at 10 am"),
        ("I'll send it by Friday", "en", "by Friday"),
        ("on March 5th", "en", "on March 5th"),
        ("within two weeks", "en", "within two weeks"),
        ("tomorrow morning", "en", "tomorrow morning"),
    ],
)
def test_a_time_a_calendar_can_hold_is_one_expression(text: str, language: Language, date: str) -> None:
    assert [text[start:end] for start, end in concrete_dates(text, language)] == [date]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("빠른 시일 내에 연락드리겠습니다", "ko"),
        ("조만간 뵙죠", "ko"),
        ("나중에 말씀드릴게요", "ko"),
        ("I'll get back to you soon", "en"),
        ("at your earliest convenience", "en"),
        ("sometime next", "en"),
    ],
)
def test_a_vague_time_is_heard_as_vague(text: str, language: Language) -> None:
    assert [one.concrete for one in time_expressions(text, language)] == [False]


@pytest.mark.parametrize(("text", "language"), [("시작하겠습니다", "ko"), ("시스템이 좋아요", "ko"), ("one second", "en")])
def test_other_words_are_no_time(text: str, language: Language) -> None:
    assert time_expressions(text, language) == ()
