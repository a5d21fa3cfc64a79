"""Making, selling, operating: what a sentence is for, in both languages, and how a rep's words divide."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.domain.progress import CAREER_ROLES, CareerRole, Said
from assistant.domain.words import Language
from assistant.progress.roles import Placed, role_of, role_shares


@pytest.mark.parametrize(
    ("sentence", "language", "role"),
    [
        ("저희 시스템은 상담석과 녹취를 한 화면에서 보여 드려요.", "ko", "making"),
        ("교환기와 한 달 같이 켜 두는 방식으로 짰습니다.", "ko", "making"),
        ("놓치는 전화는 하루에 몇 통쯤 되나요?", "ko", "selling"),
        ("그러셨군요, 많이 힘드셨겠어요.", "ko", "selling"),
        ("금요일까지 견적서를 보내 드리겠습니다.", "ko", "operating"),
        ("다음 주 화요일 오전 10시에 뵐까요?", "ko", "operating"),
        ("안녕하세요 실장님.", "ko", None),
        ("Our platform puts seats and recording on one screen.", "en", "making"),
        ("How many calls do you miss on a bad day?", "en", "selling"),
        ("That sounds really frustrating.", "en", "selling"),
        ("I'll send you the quote by Friday.", "en", "operating"),
        ("Shall we meet next Tuesday at ten?", "en", "operating"),
        ("Good morning.", "en", None),
    ],
)
def test_a_sentence_is_of_the_role_it_serves(sentence: str, language: Language, role: CareerRole | None) -> None:
    assert role_of(sentence, language) == role


PLACED = st.lists(st.lists(st.sampled_from(CAREER_ROLES).map(lambda role: Placed(role, Said("r", 1, "said"))), max_size=8), max_size=12)


@given(PLACED)
def test_the_shares_make_one_whole(role_plays: list[list[Placed]]) -> None:
    found = role_shares(role_plays)
    assert bool(found) == any(role_plays)
    if found:
        assert sum(one.share for one in found) == pytest.approx(1)
        assert sum(one.sentences for one in found) == sum(map(len, role_plays))
        assert all(0 <= share <= 1 for one in found for share in (one.share, one.first, one.latest))
