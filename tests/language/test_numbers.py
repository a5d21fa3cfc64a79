"""Numbers are one amount however they are written."""

import pytest

from assistant.domain.words import Language
from assistant.language.numbers import Unit, quantities


@pytest.mark.parametrize(
    ("text", "language", "value", "unit"),
    [
        ("3천만원입니다", "ko", 30_000_000, "won"),
        ("30,000,000원", "ko", 30_000_000, "won"),
        ("30 million won", "en", 30_000_000, "won"),
        ("3억 5천만 원", "ko", 350_000_000, "won"),
        ("사천만 원이 넘어요", "ko", 40_000_000, "won"),
        ("7천2백만 원", "ko", 72_000_000, "won"),
        ("월 6만 8천 원", "ko", 68_000, "won"),
        ("$4,200 a month", "en", 4200, "dollar"),
        ("52 dollars a seat", "en", 52, "dollar"),
        ("£90 a day", "en", 90, "pound"),
        ("250 pounds a day", "en", 250, "pound"),
        ("40 euros an hour", "en", 40, "euro"),
        ("22% 줄었어요", "ko", 22, "%"),
        ("20프로 깎아", "ko", 20, "%"),
        ("30 percent", "en", 30, "%"),
        ("1.4배", "ko", 1.4, "times"),
        ("12개월 약정", "ko", 12, "month"),
        ("두 달 뒤에", "ko", 2, "month"),
        ("마흔 명이요", "ko", 40, "person"),
        ("열다섯명", "ko", 15, "person"),
        ("세 군데 봤어요", "ko", 3, "piece"),
        ("예순둘이야", "ko", 62, "number"),
        ("two weeks", "en", 2, "week"),
        ("sixty seats", "en", 60, "piece"),
        ("thirty six months", "en", 36, "month"),
        ("about eighty-five per cent", "en", 85, "%"),
        ("160km", "ko", 160, "metre"),
        ("백육십킬로 나왔어요", "ko", 160, "metre"),
    ],
)
def test_an_amount_is_read_with_its_unit(text: str, language: Language, value: float, unit: Unit) -> None:
    assert [(one.value, one.unit) for one in quantities(text, language)] == [(value, unit)]


@pytest.mark.parametrize("text", ["천천히 보세요", "네 대표님", "하지만 원하시면", "이분이 오셨어요"])
def test_syllables_that_look_like_numbers_are_none(text: str) -> None:
    assert quantities(text, "ko") == ()


def test_a_quantity_stands_where_it_was_said() -> None:
    text = "석 달은 무료, 그다음은 월 30만 원"
    (*_, last) = quantities(text, "ko")
    assert text[last.start : last.end] == "30만 원"
