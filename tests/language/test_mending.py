"""Typos, missing apostrophes and dialect endings are read as the words they stand for; words that are none stay as they are."""

import pytest

from assistant.domain.words import Language
from assistant.language.analysis import analyse
from assistant.language.sentences import sentences
from assistant.language.surface import surface
from assistant.language.typos import mended


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("teh price adn yuo", "the price and you"),
        ("I recieve it beleive me", "I receive it believe me"),
        ("dont worry im here youll see", "don't worry i'm here you'll see"),
    ],
)
def test_english_typos_are_read_as_the_common_word_they_stand_for(typed: str, meant: str) -> None:
    assert mended(typed, "en").text == meant


@pytest.mark.parametrize(
    "text", ["organisation and programme", "voip crm saas", "Hangyeol in Wonju", "onboarding and failover", "well, its the hell of a shed"]
)
def test_names_terms_and_british_spelling_stay(text: str) -> None:
    assert mended(text, "en").text == text


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("반갑심더, 몇 통쯤 됩니꺼?", "반갑습니다, 몇 통쯤 됩니까?"),
        ("했어예. 보내드릴께예", "했어요. 보내드릴게요"),
        ("앉으이소 그랬지라 갔는디요", "앉으세요 그랬지요 갔는데요"),
        ("그래유, 하세여 알겠슴다", "그래요, 하세요 알겠습니다"),
        ("되요? 몇일 걸려요", "돼요? 며칠 걸려요"),
    ],
)
def test_dialects_and_hasty_endings_are_read_as_the_standard(typed: str, meant: str) -> None:
    assert mended(typed, "ko").text == meant


@pytest.mark.parametrize(
    "text", ["아예 안 돼요", "서예 학원", "비용, 내용, 사용", "여유 있는 이유", "자유 공유 우유", "수다", "차례", "무엇", "네, 예", "아유"]
)
def test_words_that_end_alike_stay(text: str) -> None:
    assert mended(text, "ko").text == text


def test_what_was_mended_leads_back_to_what_was_typed() -> None:
    typed = "했어예. 내일 보내드리겠심더."
    token = next(one for one in analyse(typed, "ko").tokens if one.form == "습니다")
    assert typed[token.start : token.end] == "심더"
    form = surface(typed, "ko")
    at = form.text.index("습니다")
    assert typed[slice(*form.span(at, at + 3))] == "심더"
    word = next(one for one in analyse("send teh list", "en").tokens if one.form == "the")
    assert (word.start, word.end) == (5, 8)


@pytest.mark.parametrize(
    ("language", "text", "said"),
    [
        ("en", "Right, that makes sense I'll check with our engineer The report is ready on Friday What else do you need?", 4),
        ("en", "How many calls do you get a night?", 1),
        ("en", "We talked to Mr. Kwon on Friday at 2 p.m. about the plan.", 1),
        ("en", "I know what you mean by that.", 1),
        ("ko", "네 알겠습니다 그럼 제가 내일까지 보내드릴게요 언제가 편하세요?", 3),
        ("ko", "필요 서류는 중요 문서예요", 1),
        ("ko", "사랑합니다 고객님", 1),
    ],
)
def test_sentences_are_found_where_nobody_ended_them(language: Language, text: str, said: int) -> None:
    assert len(sentences(text, language)) == said
