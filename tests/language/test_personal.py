"""Personal data is hidden, character for character, and nothing else is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.language.personal import HIDDEN, masked

PERSONAL = [
    "900101-1234567", "900101 2234567", "9001011234567", "９００１０１－１２３４５６７",
    "010-1234-5678", "010 1234 5678", "01012345678", "010.1234.5678", "+82 10-1234-5678", "+82 (0)10 1234 5678", "０１０－１２３４－５６７８",
    "공일공 일이삼사 오육칠팔", "공일공일이삼사오육칠팔", "02-345-6789", "031-123-4567", "070-8765-4321", "(02) 1234-5678",
    "kim.yj@hangyeol.co.kr", "a+b@x.io", "4111 1111 1111 1111", "4111-1111-1111-1111", "5500000000000004",
    "(212) 555-0187", "212-555-0187", "+1 212 555 0187", "+44 20 7946 0958", "078-05-1120", "DE89 3704 0044 0532 0130 00",
]  # fmt: skip
BANK = [
    "국민은행 123456-78-901234로 입금해 주세요",
    "계좌는 110-234-567890입니다",
    "wire it to account 0123456789",
    "예금주 김하나, 3333012345678 카카오뱅크",
]
ORDINARY = [
    "총액은 1,234,567,890원입니다", "2026-11-28에 뵙겠습니다", "2026.11.28 15:30", "사업자등록번호는 123-45-67890이에요", "1588-1234로 전화 주세요",
    "24개월 약정에 58,000원", "99.95% 가용률", "3-2-1 규칙", "1200만 원에서 1500만 원", "모델명은 X200-3000-55", "주문번호 20261128001",
    "일이 많아서요", "이사 일정이 공사 일정이랑 겹쳐요", "공일 지나고요", "on 12/11/2026 at 10:30",
    "12 seats, 48 months, 3 sites", "ISO 27001:2022", "RFC 2119",
    "1 000 000 won", "10.0.0.1", "버전 1.2.3", "삼사십 명이 육칠팔 월에",
]  # fmt: skip


@pytest.mark.parametrize("number", PERSONAL)
@pytest.mark.parametrize("around", ["{}", "제 번호는 {}이에요.", "({})", "It is {}, thanks."])
def test_personal_data_is_hidden_and_the_rest_stays(number: str, around: str) -> None:
    text = around.format(number)
    hidden = masked(text)
    start = text.index(number)
    assert len(hidden) == len(text)
    assert not any(char.isalnum() for char in hidden[start : start + len(number)])
    assert hidden[:start] + hidden[start + len(number) :] == text[:start] + text[start + len(number) :]


@pytest.mark.parametrize("text", BANK)
def test_a_long_number_beside_a_word_about_a_bank_is_an_account(text: str) -> None:
    assert not any(char.isdigit() for char in masked(text))


@pytest.mark.parametrize("text", ORDINARY)
def test_prices_dates_and_model_names_stay(text: str) -> None:
    assert masked(text) == text


@given(st.text(max_size=300))
def test_hiding_keeps_every_offset_and_is_done_once(text: str) -> None:
    once = masked(text)
    assert len(once) == len(text)
    assert all(new in (old, HIDDEN) for old, new in zip(text, once, strict=True))
    assert masked(once) == once
