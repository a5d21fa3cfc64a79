"""What changed from one version of a document to the next."""

from hypothesis import given
from hypothesis import strategies as st

from assistant.domain.playbook import Section
from assistant.playbooks.versions import Change, compared


def changes(before: str, after: str) -> list[tuple[str, str, str]]:
    found = compared([Section(("요금",), before, 1)], [Section(("요금",), after, 2)])
    return [(one.kind, marked(one, "before"), marked(one, "after")) for one in found]


def marked(change: Change, side: str) -> str:
    """Its words, those that do not stand on the other side in brackets."""
    return "".join(one.words if one.kept else f"[{one.words}]" for one in getattr(change, side))


def test_a_line_worded_anew_shows_the_words_that_differ_on_both_sides() -> None:
    assert changes("상담석 하나에 월 58,000원입니다.\n설치비는 없습니다.", "상담석 하나에 월 61,000원입니다.\n설치비는 없습니다.") == [
        ("changed", "상담석 하나에 월 [58,000원입니다.]", "상담석 하나에 월 [61,000원입니다.]")
    ]


def test_lines_taken_out_and_put_in_are_told_apart_from_those_worded_anew() -> None:
    before = "월 58,000원입니다.\n해지는 언제든 됩니다.\n끝입니다."
    after = "월 58,000원입니다.\n도입까지 삼 주 걸립니다.\n끝입니다.\n부가세는 따로입니다."
    assert changes(before, after) == [
        ("removed", "[해지는 언제든 됩니다.]", ""),
        ("added", "", "[도입까지 삼 주 걸립니다.]"),
        ("added", "", "[부가세는 따로입니다.]"),
    ]


def test_the_same_text_on_other_pages_is_unchanged() -> None:
    assert changes("가격은 하나입니다.", "가격은 하나입니다.") == []


def test_a_line_under_another_heading_has_moved() -> None:
    found = compared([Section(("가격",), "하나입니다.")], [Section(("할인",), "하나입니다.")])
    assert [(one.kind, one.section, marked(one, "after")) for one in found] == [("changed", "할인", "하나입니다.")]


LINES = st.lists(st.sampled_from(["가 나 다", "가 나 라", "마 바", "사 아 자 차", "마 바 사"]), max_size=8)


@given(LINES, LINES)
def test_what_is_kept_and_what_changed_give_both_sides_back(before: list[str], after: list[str]) -> None:
    found = compared([Section((), "\n".join(before))], [Section((), "\n".join(after))])
    left = ["".join(piece.words for piece in one.before) for one in found if one.before]
    right = ["".join(piece.words for piece in one.after) for one in found if one.after]
    for side, said in ((before, left), (after, right)):
        rest = iter(side)
        assert all(line in rest for line in said)
    assert len(before) - len(left) == len(after) - len(right)
