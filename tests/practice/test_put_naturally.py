"""Questions as people put them: their subject said before them, asked about what is to be seen here, of a habit, of what the rep would do."""

from dataclasses import replace

import pytest

from assistant.domain.words import Language
from assistant.perception import hear
from assistant.practice.mind import at_first
from tests.practice.talk import after, scenario
from tests.practice.test_leaning import asked_after


def test_what_a_question_is_about_may_stand_in_the_sentence_before_it() -> None:
    said = "I read your people write a lot of quality reports. How long does one take? Who checks them?"
    assert asked_after("ai-training-hr-director", "", said, "en").tell == ("quality_reports",)


def test_who_is_named_in_this_turn_is_meant_before_who_was_named_in_the_last() -> None:
    move = asked_after("apartment-remodel-couple", "first-grade", "주변에 공사해 보신 분 계세요? 그분은 어땠대요?", "ko")
    assert move.plain == "relatives_did" or "sister-overrun" in move.tell


def test_a_reason_may_be_a_fact_about_the_same_that_was_not_told_yet() -> None:
    said = "7주면 빠듯하긴 하네요. 그 사이에 꼭 끝나야 하는 이유가 따로 있으신 거예요?"
    assert asked_after("apartment-remodel-couple", "move-dates", said, "ko").tell == ("first-grade",)


def test_what_says_more_about_what_was_told_answers_what_nothing_else_does() -> None:
    assert asked_after("cloud-phone-cx-lead", "answer_rate", "다시 걸었을까요, 아니면 그냥 해지했을까요?", "ko").plain in {
        "lost_callback",
        "lost_reaction",
    }


@pytest.mark.parametrize(
    ("deal", "words", "language", "pool"),
    [
        ("ultrasound-clinic-owner", "If I brought one in one lunchtime, would that be worth an hour?", "en", "if_you"),
        ("office-relocation-startup", "저희가 창가 쪽만 먼저 해 드리면 마음이 좀 놓이실까요?", "ko", "if_you"),
        ("ev-van-fleet-lease", "이사님도 지금 가끔 직접 나가세요?", "ko", "it_varies"),
        ("ultrasound-clinic-owner", "Is it the same guy every time?", "en", "it_varies"),
    ],
)
def test_what_depends_is_not_looked_up(deal: str, words: str, language: Language, pool: str) -> None:
    assert asked_after(deal, "", words, language).react == pool


@pytest.mark.parametrize(
    ("deal", "words", "language"),
    [
        ("cloud-phone-cx-lead", "안녕하세요. 올라오면서 보니까 상담실이 꽤 넓던데, 저기 다 앉아 계신 거예요?", "ko"),
        ("ai-training-hr-director", "Thanks for the tea. Is it always this loud out here or is that the night shift changing over?", "en"),
    ],
)
def test_what_is_to_be_seen_here_is_small_talk(deal: str, words: str, language: Language) -> None:
    of = scenario(deal)
    move = after(at_first(of, 2), hear(words, None, of.topics, language), of=of, language=language).move
    assert (move.tell, move.plain, move.react) == ((), None, "here_now")


def test_whoever_says_they_do_not_want_to_sell_presses_nobody() -> None:
    of = scenario("insurance-family-business")
    said = "오늘은 가입하시라고 온 게 아니고 그냥 이야기 좀 들으러 왔습니다. 승계 설명회는 어떻게 가시게 된 거예요?"
    assert after(at_first(of, 3), hear(said, None, of.topics, "ko"), of=of).move.kind != "warn"


def test_asked_what_bothered_them_a_buyer_names_a_doubt_whatever_else_the_word_stands_for() -> None:
    of = scenario()
    mind = replace(at_first(of, 2), turn=6, trust=0.45)
    said = "지난번에 요금표만 받으시고 답이 없으셨잖아요. 혹시 보시고 뭐가 제일 걸리셨어요?"
    assert after(mind, hear(said, "네.", of.topics, "ko"), of=of).move.objection
