"""Reasoning written into a reply is dropped, wherever the wire cuts it."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.llm.deadlines import Piece
from assistant.llm.thinking import answer_of, without_thinking

WORDS = st.text("네 <>/tk\n가", max_size=6)


def shown(text: str, cuts: list[int]) -> str:
    places = sorted({min(cut, len(text)) for cut in cuts} | {0, len(text)})
    pieces = [Piece(text[a:b]) for a, b in pairwise(places)]
    return "".join(piece.text for piece in without_thinking([*pieces, Piece(finish="stop")]))


@settings(max_examples=500)
@given(WORDS, WORDS, WORDS, st.lists(st.integers(0, 40)))
def test_a_thought_is_dropped_however_it_is_cut(before: str, thought: str, after: str, cuts: list[int]) -> None:
    text = f"{before}<think>{thought}</think>{after}"
    assert shown(text, cuts) == before.lstrip() + after.lstrip()


@given(st.text("네 <>/think가", max_size=20).filter(lambda text: "<think>" not in text), st.lists(st.integers(0, 20)))
def test_words_without_a_thought_are_shown_as_they_are(text: str, cuts: list[int]) -> None:
    assert shown(text, cuts) == text.lstrip()


def test_a_thought_that_never_ends_shows_nothing() -> None:
    assert shown("<think>예산은 숨기자", [3, 9]) == ""


def test_a_whole_reply_is_what_stands_after_the_last_thought() -> None:
    assert answer_of("숨기자</think>\n\n{}") == "{}"
    assert answer_of(" {} ") == "{}"
