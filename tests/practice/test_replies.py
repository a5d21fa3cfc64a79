"""What a buyer says to turns that are hardly questions, and to questions few answers fit: what somebody in that chair would say right then."""

from dataclasses import replace
from typing import Any

import pytest

from assistant.domain.roleplay import Mind
from assistant.domain.words import LANGUAGES, Language
from assistant.language.short_turns import breaks_off, short_turn
from assistant.perception import hear
from assistant.practice.mind import Decision, at_first
from assistant.practice.plain import MEANING, explains
from tests.practice.talk import after, scenario

DEALS = (
    "ai-training-hr-director", "apartment-remodel-couple", "cloud-phone-cx-lead", "erp-plant-cfo", "ev-van-fleet-lease",
    "insurance-family-business", "office-relocation-startup", "ultrasound-clinic-owner",
)  # fmt: skip


def answer_to(words: str, deal: str = "cloud-phone-cx-lead", language: Language = "ko", **known: Any) -> Decision:
    of = scenario(deal)
    mind: Mind = replace(at_first(of, 2), turn=5, trust=0.6, **known)
    return after(mind, hear(words, "", of.topics, language), of=of, language=language)


@pytest.mark.parametrize(
    ("words", "language", "pool"),
    [
        ("네네", "ko", "nodded"), ("아 그렇구나", "ko", "nodded"), ("ㅋㅋㅋ", "ko", "laughed"), ("휴", "ko", "sighed"),
        ("300이요", "ko", "bare_number"), ("아니 그게", "ko", "unfinished"), ("I see.", "en", "nodded"), ("lol", "en", "laughed"),
        ("Phew.", "en", "sighed"), ("fifteen", "en", "bare_number"), ("The thing is", "en", "unfinished"),
    ],
)  # fmt: skip
def test_a_turn_of_a_word_or_two_is_met_for_what_it_is(words: str, language: Language, pool: str) -> None:
    assert answer_to(words, language=language).move.react == pool


def test_a_buyer_who_waits_for_an_answer_is_not_content_with_a_nod() -> None:
    assert answer_to("네네", asked=("line_owner",), unanswered="line_owner").move.react == "one_word"


def test_a_whole_sentence_is_no_short_turn() -> None:
    assert short_turn("네, 저희는 3년 약정이에요.", "ko") is None
    assert not breaks_off("근데 저희는 3년 약정이에요.", "ko")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("deal", DEALS)
def test_every_word_of_the_trade_is_explained_to_whoever_asks(deal: str, language: Language) -> None:
    of = scenario(deal)
    for one in of.plain_answers:
        if MEANING in one.intents:
            word = one.asks.in_(language)[0]
            assert explains(f"What does {word} mean?" if language == "en" else f"{word} 무슨 뜻이에요?", of, language) == one


def test_a_word_is_explained_and_its_fact_not_told_again() -> None:
    move = answer_to("8D 보고서가 뭐예요?", "ai-training-hr-director", lately=("quality_reports",), revealed=("quality_reports",)).move
    assert (move.plain, move.tell) == ("word_eight_d", ())


def test_what_something_is_like_for_the_buyer_is_no_question_for_its_meaning() -> None:
    assert answer_to("What is your answer rate?", language="en").move.plain != "word_answer_rate"


@pytest.mark.parametrize(
    ("deal", "words", "language"),
    [("cloud-phone-cx-lead", "상담사 교육은 언제부터 하셨어요?", "ko"), ("ev-van-fleet-lease", "Since when have you had that dog?", "en")],
)
def test_a_deadline_is_no_answer_to_since_when(deal: str, words: str, language: Language) -> None:
    move = answer_to(words, deal, language).move
    assert (move.react, move.tell) == ("no_since", ())


def test_what_was_just_told_says_since_when() -> None:
    move = answer_to("언제부터 적으셨어요?", "ev-van-fleet-lease", lately=("hand_log",), revealed=("hand_log",)).move
    assert (move.react, move.tell) == ("recall", ("hand_log",))


@pytest.mark.parametrize(
    ("words", "language", "pool"),
    [
        ("혈액형이 뭐예요?", "ko", "own_life"),
        ("When do you finish work?", "en", "own_life"),
        ("그 업체는 지금 뭐 해요?", "ko", "where_now"),
        ("Where is he now?", "en", "where_now"),
        ("성함이 어떻게 되세요?", "ko", "own_name"),
        ("What's your name?", "en", "own_name"),
        ("윤가영 실장님 맞으시죠?", "ko", "own_name"),
        ("Are you Ms. Yoon?", "en", "own_name"),
        ("길을 헤매다가 이제 왔습니다, 진짜 죄송해요 내비가 자꾸 이상한 데로 가서요", "ko", "late"),
        ("I'm so sorry, I got held up at the hospital across the road.", "en", "late"),
        ("왜요", "ko", "no_reason"),
        ("저희 쪽 납기가 한 달 밀렸어요.", "ko", "bad_news"),
        ("I'm afraid we have bad news.", "en", "bad_news"),
    ],
)
def test_what_no_fact_answers_brings_none(words: str, language: Language, pool: str) -> None:
    move = answer_to(words, language=language).move
    assert (move.react, move.tell) == (pool, ())


def test_a_question_that_nothing_marks_is_answered() -> None:
    assert answer_to("교환기 계약은 언제까지").move.tell == ("pbx_end",)
    assert answer_to("언제든 편하게 말씀 주세요").move.kind != "tell"


def test_whose_name_stands_in_a_question_is_not_insulted() -> None:
    assert answer_to("박 대리라는 분이 혼자 하십니까?", "erp-plant-cfo").move.kind == "tell"


def test_once_it_is_agreed_a_nod_is_no_silence_and_nobody_looks_at_the_clock() -> None:
    assert answer_to("네", agreed=True).move.react == "agreed"
    tired = answer_to("저희 제품은 정말 좋습니다.", agreed=True, patience=0.2)
    assert tired.move.kind == "react"


def test_a_question_that_is_nothing_but_its_subject_is_answered_or_asked_back() -> None:
    assert answer_to("주차는요?", "ultrasound-clinic-owner").move.plain == "parking"
    assert answer_to("가격은요").move.react == "what_about"


@pytest.mark.parametrize(
    ("words", "language"),
    [
        ("바보 같은 질문일 수 있는데 녹취는 왜 하세요?", "ko"),
        ("제가 말귀가 어두워서 그러는데 한 번만 더 말씀해 주세요.", "ko"),
        ("Forgive a stupid question, but what's a PBX?", "en"),
        ("I was clueless about telephones until last year.", "en"),
    ],
)
def test_who_runs_oneself_down_insults_nobody(words: str, language: Language) -> None:
    assert not hear(words, "", scenario().topics, language).did("contempt")


@pytest.mark.parametrize(("words", "language"), [("그런 바보 같은 질문을 왜 하세요?", "ko"), ("What a stupid question.", "en")])
def test_who_runs_the_buyer_down_does(words: str, language: Language) -> None:
    assert hear(words, "", scenario().topics, language).did("contempt")


@pytest.mark.parametrize("deal", DEALS)
def test_who_does_it_asks_nothing_of_the_buyers_family(deal: str) -> None:
    plain = answer_to("누가 챙기세요?", deal=deal).move.plain
    assert plain is None or "family" not in scenario(deal).plain_answer(plain).intents
