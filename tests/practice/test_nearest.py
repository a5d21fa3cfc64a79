"""The line, and the sentence in it, that answers the question put."""

import pytest

from assistant.domain.words import Language
from assistant.practice.nearest import from_the_answer, nearest_first

SEEN: dict[Language, tuple[str, ...]] = {
    "en": (
        "He is. Three months' reduced pay, and nobody is more careful now.",
        "Information security, that same night. We told the customer ourselves.",
    ),
    "ko": (
        "두부 팔백 킬로에 냉동기까지 돌리고 있었어요. 물건은 다른 차가 가서 옮겼고요.",
        "실었죠. 빈 차로 시승하면 그게 드라이브지. 물건은 반은 버렸어요.",
    ),
}


@pytest.mark.parametrize(
    ("language", "question", "said"),
    [
        ("en", "Did the customer find out?", "We told the customer ourselves."),
        ("en", "Was his pay reduced?", "Three months' reduced pay, and nobody is more careful now."),
        ("ko", "물건은 버리셨어요?", "물건은 반은 버렸어요."),
        ("ko", "냉동기도 돌리고 있었어요?", SEEN["ko"][0]),
    ],
)
def test_an_answer_to_several_questions_says_the_half_that_was_asked_for(language: Language, question: str, said: str) -> None:
    for lines in (SEEN[language], SEEN[language][::-1]):
        best = nearest_first(lines, (question,), language)[0]
        assert from_the_answer(best, (question,), language) == said


def test_lines_as_near_as_each_other_keep_their_order() -> None:
    lines = ("Fine, thank you.", "Quite well, thank you.")
    assert nearest_first(lines, ("Does the crane rust?",), "en") == lines
    assert nearest_first(lines[::-1], ("Does the crane rust?",), "en") == lines[::-1]


def test_where_nothing_was_asked_a_line_is_said_whole() -> None:
    assert nearest_first(SEEN["en"][::-1], (), "en") == SEEN["en"][::-1]
    assert from_the_answer(SEEN["en"][1], (), "en") == SEEN["en"][1]
    assert from_the_answer(SEEN["en"][1], ("Is the weather nice in spring?",), "en") == SEEN["en"][1]
