"""A scorecard in the words of whoever looks at it."""

import re
from dataclasses import replace
from datetime import timedelta

import pytest

from assistant.domain.transcript import Transcript, Typing
from assistant.domain.words import LANGUAGES, Language
from assistant.scoring.card_words import BAD, card_words
from assistant.scoring.wordings import wordings
from tests.benchmarks.levels import talks
from tests.scoring.talks import BAD_EN, BAD_KO, GOOD_EN, GOOD_KO, MORNING, card, default_rubric, talk

TALKS = [GOOD_KO, BAD_KO, GOOD_EN, BAD_EN]


@pytest.mark.parametrize("transcript", TALKS, ids=["good ko", "bad ko", "good en", "bad en"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_card_is_read_in_the_language_of_the_screen(transcript: Transcript, language: Language) -> None:
    words = card_words(card(transcript), default_rubric(), language)
    said = [*words.reasons.values(), *(one.text for one in words.measures.values()), words.why, words.rule]
    for sentence in said:
        korean = any("가" <= char <= "힣" for char in sentence or "")
        assert not (korean and language == "en"), sentence
    assert all(any("가" <= char <= "힣" for char in one) for one in words.reasons.values()) == (language == "ko")


@pytest.mark.parametrize("transcript", TALKS, ids=["good ko", "bad ko", "good en", "bad en"])
def test_the_printed_reasons_are_those_of_the_talks_own_language(transcript: Transcript) -> None:
    made = card(transcript)
    assert {name: one.reason for name, one in made.scores.items()} == card_words(made, default_rubric(), made.language).reasons


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_value_is_a_bare_decimal(language: Language) -> None:
    for transcript in TALKS:
        for one in card_words(card(transcript), default_rubric(), language).measures.values():
            assert not re.fullmatch(r"-?\d*\.\d+", one.text), (one.label, one.text)
            assert "{" not in one.text


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_score_that_is_low_by_what_is_advised_says_just_that(language: Language) -> None:
    rules, said = default_rubric().file.measures, wordings(language).measures
    low = 0
    for graded in talks(language, held=False):
        made = card(graded.transcript)
        tried = next((one for one in made.measures if made.try_next and one.name == made.try_next.measure), None)
        if tried and made.scores[tried.dimension].value is not None and rules[tried.name].credit(tried.value, language) <= BAD:
            worded = [one for one in (said[tried.name].bad, said[tried.name].over) if one]
            assert any(re.sub(r"\{.*", "", one) in made.scores[tried.dimension].reason for one in worded), graded.title
            low += 1
    assert low


def test_rules_speak_haeyo_che() -> None:
    for name, one in wordings("ko").measures.items():
        for sentence in (one.rule, one.why, one.good, one.bad):
            assert not re.search(r"(?:[^니]다|ㄴ다)\.$", sentence), (name, sentence)


def test_without_a_first_key_the_thinking_is_not_measured_and_the_reason_is_said() -> None:
    timed = talk("buyer: 얼마예요?", "rep: 월 4만 원이에요. 상담석 하나에 그 값이고 부가세는 따로예요.", every_s=40)
    watched = replace(
        timed,
        turns=tuple(replace(turn, typing=Typing(MORNING + timedelta(seconds=1), None, 0)) if turn.speaker == "rep" else turn for turn in timed.turns),
    )
    made = card(watched)
    assert "think_time" not in {one.name for one in made.measures}
    said = {one.text for one in card_words(made, default_rubric(), "ko").absent["fast"]}
    assert "언제 입력하기 시작했는지 기록이 없어서 재지 않았어요." in said


def test_an_old_card_keeps_its_own_words() -> None:
    made = card(GOOD_KO)
    assert made.strength is not None
    old = replace(made, strength=replace(made.strength, measure=None, why="예전 문장이에요."))
    assert card_words(old, default_rubric(), "en").why == "예전 문장이에요."


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_amount_that_counts_says_how_good_it_is(language: Language) -> None:
    words = card_words(card(GOOD_KO), default_rubric(), language)
    levels = set(wordings(language).levels.values())
    assert words.measures["talk_share"].text.split(" · ")[-1] in levels


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_measure_says_what_is_counted_in_words_anybody_understands(language: Language) -> None:
    jargon = (
        r"평균값|표준|편차|분산|신뢰|상관|유의|가중|계수|확률|deviation|variance|confidence|correlat|significan|weighted|probabilit|median|percentile"
    )
    for name, one in wordings(language).measures.items():
        assert one.counts.endswith((".", "요.")), name
        assert not re.search(jargon, one.counts), name
        assert "{" not in one.counts, name
