"""Sentences, speech levels and formulas, as people type them."""

import pytest

from assistant.domain.words import Language
from assistant.language.formulas import formulas
from assistant.language.sentences import sentences
from assistant.language.speech_level import Level, sentence_ending, speech_levels


@pytest.mark.parametrize(
    ("text", "language", "said"),
    [
        ("네 알겠습니다 그럼 제가 내일 갈게요", "ko", ["네 알겠습니다", "그럼 제가 내일 갈게요"]),
        ("수납이요! 뭐가 부족해요? 장난감?", "ko", ["수납이요!", "뭐가 부족해요?", "장난감?"]),
        ("첫 줄\n둘째 줄", "ko", ["첫 줄", "둘째 줄"]),
        ("It costs 3.5 million. Is that ok? Yes!", "en", ["It costs 3.5 million.", "Is that ok?", "Yes!"]),
        ("...", "ko", []),
    ],
)
def test_sentences_end_where_people_end_them(text: str, language: Language, said: list[str]) -> None:
    assert [text[start:end] for start, end in sentences(text, language)] == said


@pytest.mark.parametrize(
    ("text", "level"),
    [("보내드리겠습니다.", "formal"), ("보내드릴게요", "polite"), ("그걸 왜 몰라", "plain"), ("네", None), ("그렇구나", None), ("월요일 오전", None)],
)
def test_a_sentence_has_the_level_of_its_ending(text: str, level: Level | None) -> None:
    assert [one.level for one in speech_levels(text)] == [level]


def test_what_only_a_comma_parts_goes_with_the_level_that_follows() -> None:
    assert [one.level for one in speech_levels("그러시지요, 그건 아직 모르겠습니다.")] == [None, "formal"]
    assert [one.level for one in speech_levels("그러시지요. 그건 아직 모르겠습니다.")] == ["polite", "formal"]
    assert [one.level for one in speech_levels("그건 제가 할게요, 내일 갈게요.")] == ["polite", "polite"]


def test_only_what_is_said_to_somebody_can_offend() -> None:
    assert [one.to_somebody for one in speech_levels("너 뭐 해라")] == [True]
    assert [one.to_somebody for one in speech_levels("참 좋다")] == [False]


def test_the_last_ending_is_told() -> None:
    assert sentence_ending("내일 가겠습니다") == "습니다"
    assert sentence_ending("내일") is None


@pytest.mark.parametrize(
    ("text", "language", "formula"),
    [
        ("사랑합니다 고객님!", "ko", "사랑합니다 고객님"),
        ("빠른시일 내에 답을 드릴게요", "ko", "빠른시일 내에"),
        ("네, 충분히  이해합니다.", "ko", "충분히  이해합니다"),
        ("Please don't hesitate to call", "en", "Please don't hesitate"),
        ("I completely understand your frustration.", "en", "I completely understand your frustration"),
    ],
)
def test_a_formula_is_found_whatever_its_spacing(text: str, language: Language, formula: str) -> None:
    assert [text[start:end] for start, end in formulas(text, language)] == [formula]


def test_a_plain_word_is_no_formula() -> None:
    assert formulas("야간 상담이 제일 힘드시겠어요", "ko") == ()
