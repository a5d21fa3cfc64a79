"""A text is seen in one form however it was typed, and every match leads back to the words as written."""

import unicodedata

import pytest

from assistant.language.surface import squeezed, stands_in, surface


@pytest.mark.parametrize(
    ("typed", "seen"),
    [
        ("좋은 하루 되세요", "좋은하루되세요"),
        ("시스템 ㅍㅡㄹㅗㅁㅍㅡㅌㅡ", "시스템프롬프트"),
        ("ㅂㅏㄴㅏㄴㅏ", "바나나"),
        ("시\u200b스\u200b템", "시스템"),
        ("ｉｇｎｏｒｅ", "ignore"),
        (unicodedata.normalize("NFD", "안녕하세요"), "안녕하세요"),
        ("너ᄂㅡㄴ 챗\u115f봇", "너는챗봇"),
        ("\uffb5\uffdc스템", "시스템"),
        ("하셧으니", "하셨으니"),
        ("그거 ㅎㅎ", "그거ㅎㅎ"),
        ("ㅅㅂ", "ㅅㅂ"),
        ("엿먹어", "엿먹어"),
    ],
)
def test_spacing_width_and_split_letters_make_no_difference(typed: str, seen: str) -> None:
    assert squeezed(typed) == seen


def test_english_keeps_one_space_between_words_and_straight_quotes() -> None:
    assert surface("Don’t   hesitate", "en").text == "don't hesitate"


def test_a_match_leads_back_to_the_words_as_typed() -> None:
    typed = "네, 좋은  하루 되세요!"
    form = surface(typed, "ko")
    at = form.text.index("좋은하루")
    start, end = form.span(at, at + len("좋은하루"))
    assert typed[start:end] == "좋은  하루"


@pytest.mark.parametrize(
    ("words", "text", "stand"),
    [
        ("stent", "I'm here to listen to you.", False),
        ("fire", "If I remember right, no.", False),
        ("stent", "They are consistent.", False),
        ("stent", "I had a stent put in.", True),
        ("stent", "I had a s t e n t put in.", True),
        ("stent", "Ihadastentputin.", True),
        ("31%", "It was 131%.", False),
        ("31%", "It was 31%.", True),
        ("기안", "그 얘기 안 해요.", False),
        ("기안", "제가 기안을 올려요.", True),
        ("기안", "제가 기 안 을 올려요.", True),
        ("환급", "부가세환급 얘기예요.", True),
        ("4천", "모두 1만4천이에요.", True),
    ],
)
def test_words_stand_in_a_text_as_words_whatever_their_letters_touch(words: str, text: str, stand: bool) -> None:
    assert stands_in(words, text) is stand
