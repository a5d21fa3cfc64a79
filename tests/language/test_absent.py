"""Whom a question asks about who is not in the room is heard, and whom it is put to is not taken for somebody else."""

import pytest

from assistant.domain.words import Language
from assistant.language.absent import asked_of_absent

OWNER = {"ko": "윤태식 대표이사", "en": "Taesik Yoon President"}
DIRECTOR = {"ko": "서정아 대표원장", "en": "Jeongah Seo Owner and director"}


@pytest.mark.parametrize(
    ("question", "language", "found"),
    [
        ("남편분은 이걸 어떻게 보세요?", "ko", ("남편", "one", "view")),
        ("How does your accountant feel about it?", "en", ("accountant", "one", "view")),
        ("배 부장님은 왜 그렇게 조심하세요?", "ko", ("부장", "one", "why")),
        ("Why is Mr. Choi so careful?", "en", ("choi", "one", "why")),
        ("큰아드님은 어떤 분이세요?", "ko", ("아드님", "one", "like")),
        ("What's your landlord like?", "en", ("landlord", "one", "like")),
        ("기사님들은 뭐라고 하세요?", "ko", ("기사", "several", "view")),
        ("Do the nurses complain about it?", "en", ("nurses", "several", "view")),
        ("직원들은 만족하세요?", "ko", ("직원", "anybody", "view")),
        ("Are your people happy with it?", "en", ("people", "anybody", "view")),
        ("What's she like?", "en", ("", "one", "like")),
        ("박 대리님은 몇 년차세요?", "ko", ("대리", "one", "life")),
        ("여동생분은 무슨 일 하세요?", "ko", ("동생", "one", "life")),
        ("How old is Mr. Choi?", "en", ("choi", "one", "life")),
    ],
)
def test_somebody_else_is_asked_about(question: str, language: Language, found: tuple[str, str, str]) -> None:
    absent = asked_of_absent(question, language, OWNER[language])
    assert absent is not None
    assert (absent.name, absent.who, absent.wants) == found


@pytest.mark.parametrize(
    ("question", "language", "present"),
    [
        ("대표님은 어떻게 생각하세요?", "ko", OWNER),
        ("서 원장님은 어떻게 보세요?", "ko", DIRECTOR),
        ("How do you feel about it?", "en", OWNER),
        ("남편분께 뭐라고 말씀드리셨어요?", "ko", DIRECTOR),
        ("What would you tell your husband?", "en", DIRECTOR),
        ("직원은 몇 분이세요?", "ko", OWNER),
        ("How long does your accountant need?", "en", OWNER),
    ],
)
def test_whom_it_is_put_to_is_nobody_else(question: str, language: Language, present: dict[Language, str]) -> None:
    assert asked_of_absent(question, language, present[language]) is None


def test_another_of_the_same_title_is_somebody_else() -> None:
    absent = asked_of_absent("문 원장님은 뭐라고 하세요?", "ko", DIRECTOR["ko"])
    assert absent is not None
    assert absent.name == "원장"
