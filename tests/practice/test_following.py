"""A follow-up behind what was just told is not answered by saying it over again, and a question too short for its answer is told so."""

from dataclasses import replace

import pytest

from assistant.domain.roleplay import Mind
from assistant.domain.words import Language
from assistant.perception import hear
from assistant.practice.following import adds, behind
from assistant.practice.mind import Decision, at_first
from tests.practice.talk import after, scenario

DEAL = scenario("erp-plant-cfo")


def just_told(fact: str) -> Mind:
    return replace(at_first(DEAL, 2), turn=4, trust=0.45, revealed=(fact,), lately=(fact,))


def answer_to(question: str, mind: Mind, language: Language = "ko") -> Decision:
    return after(mind, hear(question, "네, 그렇습니다.", DEAL.topics, language), of=DEAL)


@pytest.mark.parametrize(
    ("question", "pool"),
    [
        ("왜 그런 거예요?", "asked_why"),
        ("그것 때문에 생기는 손해는 어느 정도인가요?", "asked_cost"),
        ("그래서 어떻게 하고 계세요?", "asked_then"),
        ("혹시 언제부터 그러셨어요?", "asked_since"),
    ],
)
def test_asked_behind_a_trouble_just_told_the_buyer_says_what_there_is_to_say(question: str, pool: str) -> None:
    decision = answer_to(question, just_told("invoice-batch"))
    assert decision.move.react == pool
    assert decision.move.tell == ("invoice-batch",)
    assert not decision.mind.refused


def test_what_a_fact_cost_is_in_the_fact_when_it_names_money() -> None:
    assert behind("그때 손해는 얼마나 됐나요?", DEAL.fact("shelved-project"), "ko") == ""
    assert behind("그때 손해는 얼마나 됐나요?", DEAL.fact("month-end"), "ko") == "asked_cost"


def test_a_question_that_names_something_else_is_no_follow_up() -> None:
    assert behind("By when must it be live, and why that day?", DEAL.fact("audit-upgrade"), "en") == ""


def test_a_line_of_words_said_before_adds_nothing() -> None:
    said = "지난 7월 넷째 주 응대율이 71%였고 그달에 놓친 전화가 1만 4천 통이에요."
    assert not adds("7월 응대율이 71%까지 빠져서 놓친 전화가 1만 4천 통이에요.", said, "ko")
    assert adds("상담사들이 점심을 거르고 전화를 받았어요.", said, "ko")


def test_a_closed_question_about_a_long_story_is_not_told_off() -> None:
    decision = answer_to("혹시 전에 프로젝트를 접은 적 있으십니까?", replace(at_first(DEAL, 2), turn=4, trust=0.45))
    assert decision.move.kind == "deflect"
    assert decision.move.react == "in_a_word"
