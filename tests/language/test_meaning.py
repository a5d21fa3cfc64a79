"""What a sentence does by what its words mean, where no phrase list names them."""

import numpy as np
import pytest

from assistant.domain.words import LANGUAGES, Language
from assistant.language.meaning import LONGEST, MEANINGS, Meaning, likely
from assistant.language.phrases import has
from assistant.language.sense import word_senses
from assistant.scoring.occasion import OBJECTIONS, WORRIES, occasion_of

MORE_THAN: dict[Meaning, dict[Language, tuple[str, str]]] = {
    "troubles": {
        "ko": ("그 생각만 하면 손에 땀이 나요.", "사무실은 오 층이에요."),
        "en": ("I can't look my crew in the eye.", "The office is on the fifth floor."),
    },
    "receives": {
        "ko": ("그 밤을 혼자 다 견디신 거네요.", "저희 제품은 기능이 많아요."),
        "en": ("So you sat through that night alone.", "Our product has many features."),
    },
    "answers": {
        "ko": ("뒷문으로 들어가시면 돼요.", "저희는 꿈을 만들어요."),
        "en": ("Through the back door, after six.", "We create dreams and believe in people."),
    },
    "insults": {
        "ko": ("그 머리로 무슨 사업을 하세요.", "견적서는 두 장이에요."),
        "en": ("How dumb do you have to be.", "The quote has two pages."),
    },
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("meaning", MORE_THAN)
def test_a_sentence_that_does_it_is_told_from_one_that_does_not(meaning: Meaning, language: Language) -> None:
    does, does_not = MORE_THAN[meaning][language]
    assert likely(meaning, does) > likely(meaning, does_not) + 0.2


def test_every_chance_is_a_share_and_words_beyond_the_limit_change_nothing() -> None:
    long = "my back door is open and the van waits there until the evening comes and nobody says a word about it"
    for meaning in MEANINGS:
        assert 0 < likely(meaning, "") < 1
        assert likely(meaning, long) == likely(meaning, long[:LONGEST])


@pytest.mark.parametrize("meaning", MEANINGS)
def test_capitals_and_marks_change_nothing(meaning: Meaning) -> None:
    assert likely(meaning, "Well, we lost the night shift!") == likely(meaning, "well we lost the night shift")


def test_the_points_of_words_are_blind_to_their_order_and_nothing_for_none() -> None:
    assert np.allclose(word_senses("red vans wait"), word_senses("wait red vans"), atol=1e-5)
    assert not word_senses("").any()


@pytest.mark.parametrize(("language", "told"), [("ko", "그 생각만 하면 손에 땀이 나요."), ("en", "I can't look my crew in the eye.")])
def test_a_worry_in_words_of_no_list_calls_for_being_taken_up_less_surely(language: Language, told: str) -> None:
    assert not any(has(name, told, language) for name in (*WORRIES, *OBJECTIONS))
    occasion = occasion_of(told, language)
    assert occasion.wants_acknowledgement
    assert 0 < occasion.sure <= 1
    assert not occasion_of("사무실은 오 층이에요." if language == "ko" else "The office is on the fifth floor.", language).wants_acknowledgement
