"""How a section is cut: verbatim, at sentence ends, in pieces small enough to quote."""

from datetime import UTC, datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.domain.playbook import PlaybookVersion, Section
from assistant.playbooks.passages import LARGE, SMALL, cut, passages_of

VERSION = PlaybookVersion("v1", "한결콜", 1, "한결콜.md", "digest", "reading", datetime(2026, 11, 22, tzinfo=UTC), "local")
SENTENCE = "고객이 쓰던 대표번호를 그대로 가져오려면 번호이동 신청서와 통신서비스 이용증명원이 필요합니다. "


def test_a_short_section_is_one_passage() -> None:
    assert cut("가격표는 하나입니다.\n할인은 8%입니다.") == ["가격표는 하나입니다.\n할인은 8%입니다."]


def test_a_long_paragraph_is_cut_where_sentences_end() -> None:
    pieces = cut(SENTENCE * 40)
    assert len(pieces) > 3
    assert all(piece.endswith("필요합니다.") for piece in pieces)
    assert all(SMALL <= len(piece) <= LARGE for piece in pieces)


def test_paragraphs_stay_whole_where_they_can() -> None:
    paragraph = (SENTENCE * 4).strip()
    assert cut("\n".join([paragraph] * 6)) == [f"{paragraph}\n{paragraph}"] * 3


def test_a_crumb_at_the_end_joins_the_passage_before_it() -> None:
    pieces = cut(SENTENCE * 10 + "\n끝.")
    assert pieces[-1].endswith("끝.")
    assert len(pieces[-1]) > 100


def test_a_sentence_without_an_end_is_cut_at_a_space() -> None:
    pieces = cut("이어지는낱말 " * 600)
    assert all(len(piece) <= LARGE + SMALL for piece in pieces)
    assert all(piece.startswith("이어지는낱말") and piece.endswith("이어지는낱말") for piece in pieces)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from([SENTENCE, "짧다. ", "\n", "A short sentence. ", "가" * 900, "표 | 값\n"]), max_size=30).map("".join))
def test_no_word_is_lost_and_every_passage_is_verbatim(text: str) -> None:
    pieces = cut(text)
    assert "".join("".join(pieces).split()) == "".join(text.split())
    assert all(piece in text for piece in pieces)


def test_a_passage_says_where_it_stands() -> None:
    sections = [Section(("한결콜 플레이북", "가격"), "석당 월 58,000원입니다.", 7), Section((), "머리말", None)]
    first, second = passages_of(VERSION, sections)
    assert (first.playbook, first.version, first.section, first.page) == ("한결콜", 1, "한결콜 플레이북 > 가격", 7)
    assert (second.section, second.page) == ("", None)


def test_reading_a_version_again_gives_the_same_ids_and_no_two_are_alike() -> None:
    sections = [Section(("가격",), "같은 글입니다.", n) for n in range(5)]
    ids = [one.id for one in passages_of(VERSION, sections)]
    assert ids == [one.id for one in passages_of(VERSION, sections)]
    assert len(set(ids)) == 5


def test_a_heading_without_text_gives_no_passage() -> None:
    assert passages_of(VERSION, [Section(("차례",), "")]) == ()
