"""The quick cut of a turn into pieces of plain words."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.domain.words import Language
from assistant.language.pieces import NUMBER, pieces


@pytest.mark.parametrize(
    ("text", "language", "words"),
    [
        ("아 네네 알겠습니다 그럼 제가 볼게요ㅎㅎㅎ 필요하세요?", "ko", ["아 네네 알겠습니다", "그럼 제가 볼게요 ㅎㅎ", "필요하세요"]),
        ("그렇죠. ^^ 12대는 많습니다.", "ko", ["그렇죠 ^^", f"{NUMBER} 많습니다"]),
        ("To be honest, it's 2 p.m. Don’t you?", "en", [f"to be honest it's {NUMBER} p m", "don't you"]),
        ("...", "en", []),
    ],
)
def test_pieces_end_at_marks_and_polite_endings(text: str, language: Language, words: list[str]) -> None:
    assert [" ".join(one.words) for one in pieces(text, language)] == words


@given(st.text(alphabet="안녕하세요 가나다. ?!ㅎㅋ^~\n12ab'’", max_size=60), st.sampled_from(["ko", "en"]))
def test_pieces_are_stretches_of_the_text_in_order(text: str, language: Language) -> None:
    found = pieces(text, language)
    assert all(0 <= one.start < one.end <= len(text) and one.words for one in found)
    assert all(before.end <= after.start for before, after in pairwise(found))
