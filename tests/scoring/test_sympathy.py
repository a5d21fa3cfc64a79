"""WARM: feeling for what is hard for the buyer, in words nobody wrote down."""

import pytest

from assistant.domain.words import LANGUAGES, Language
from assistant.scoring.measures.sympathy import GENERAL, GENERAL_FREE
from tests.benchmarks.paired import ordered, pairs
from tests.scoring.talks import measure, talk

HARD: dict[Language, str] = {
    "ko": "buyer: 솔직히 작년에 전화가 하루 종일 끊겨서 너무 힘들었고, 또 그럴까 봐 걱정돼요.",
    "en": "buyer: honestly last year the phones were dead for a whole day, it was awful and I'm worried it happens again",
}
PLAIN: dict[Language, str] = {
    "ko": "buyer: 사무실은 오 층에 있고 직원은 서른 명이에요.",
    "en": "buyer: Our office is on the fifth floor and there are thirty of us.",
}
FELT: dict[Language, str] = {
    "ko": "rep: 전화가 하루 종일 끊겼다니 얼마나 애가 타셨을까 싶어요. 이번에는 제가 끝까지 옆에 있을게요.",
    "en": "rep: A whole day of dead phones, I'm so sorry you went through that. I'll be right there with you this time.",
}
ANY: dict[Language, str] = {
    "ko": "rep: 혼자 다 짊어지고 계셨을 걸 생각하니 제 속이 다 쓰려요.",
    "en": "rep: That must have been so hard for you, my heart goes out to you.",
}
SOLD: dict[Language, str] = {"ko": "rep: 저희 교환기는 두 번 이중화되어 있어요.", "en": "rep: Our switchboard has two power supplies."}


@pytest.mark.parametrize("language", LANGUAGES)
def test_feeling_for_what_was_hard_earns_more_than_information(language: Language) -> None:
    felt, sold = (measure(talk(HARD[language], reply), "sympathy") for reply in (FELT[language], SOLD[language]))
    assert felt is not None
    assert felt > 0.5
    assert sold == 0


@pytest.mark.parametrize("language", LANGUAGES)
def test_where_nothing_is_hard_there_is_nothing_to_feel(language: Language) -> None:
    assert measure(talk(PLAIN[language], SOLD[language]), "sympathy") is None
    assert measure(talk(PLAIN[language], ANY[language]), "sympathy") is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_fits_any_worry_counts_once(language: Language) -> None:
    once = measure(talk(HARD[language], ANY[language]), "sympathy") or 0.0
    turns = [line for _ in range(4) for line in (HARD[language], ANY[language])]
    assert 0 < once <= GENERAL
    assert (measure(talk(*turns), "sympathy") or 0.0) <= once * GENERAL_FREE / 4 + 1e-9


@pytest.mark.parametrize("language", LANGUAGES)
def test_pairs_written_without_a_usual_word_of_feeling_are_told_apart(language: Language) -> None:
    every = [pair for pair in (*pairs(language, "open"), *pairs(language, "held")) if pair.measure == "sympathy"]
    wrong = [pair for pair in every if not ordered(pair, language)]
    assert len(wrong) <= len(every) / 4, wrong
