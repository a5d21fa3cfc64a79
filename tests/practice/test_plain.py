"""What anybody may ask is answered plainly: no fact is given for it, and none is withheld over it."""

from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from assistant.domain.heard import Heard
from assistant.domain.scenario import Scenario
from assistant.domain.words import Language
from assistant.language.anybody import stands_in
from assistant.language.asking import others
from assistant.perception import hear
from assistant.practice import objections
from assistant.practice.mind import Decision, at_first, decide
from assistant.practice.plain import plain_answer
from assistant.practice.ways import takes_in
from assistant.scenarios import read_scenario
from tests.practice.talk import SCENARIOS, after, scenario

DEAL = scenario("insurance-family-business")


@pytest.mark.parametrize(("language", "question"), [("ko", "이 사업은 어떻게 시작하셨어요?"), ("en", "How did you start this business?")])
def test_a_question_anybody_may_ask_gets_its_plain_answer(language: Language, question: str) -> None:
    heard = hear(question, None, DEAL.topics, language)
    decision = decide(at_first(DEAL, 2), DEAL, 2, language, heard, Random(1))
    assert decision.move.plain
    assert not decision.move.tell
    assert not decision.mind.refused


def test_words_are_found_where_they_begin() -> None:
    deal = scenario()
    assert plain_answer("How are your lines split between carriers?", deal, "en") is None
    assert plain_answer("전화가 제일 몰리는 철에는 현장이 어떻게 되나요?", deal, "ko") is None


def test_a_question_in_the_words_of_a_fact_goes_to_the_fact() -> None:
    question = "이 사업은 어떻게 시작하셨어요?"
    assert plain_answer(question, DEAL, "ko", closest=1)
    assert plain_answer(question, DEAL, "ko", closest=9) is None


@pytest.mark.parametrize("path", sorted(SCENARIOS.glob("*.yaml")), ids=lambda path: path.stem)
def test_every_buyer_has_something_to_say_to_what_anybody_may_ask(path: Path) -> None:
    assert len(read_scenario(path).plain_answers) >= 20


def heard_by(deal: Scenario, words: str) -> Heard:
    return hear(words, "네, 그래요.", deal.topics, "ko")


def test_asked_for_questions_a_buyer_asks_one_of_their_own() -> None:
    decision = after(replace(at_first(DEAL, 2), turn=4), heard_by(DEAL, "저한테 궁금하신 점 있으세요?"), of=DEAL)
    assert decision.move.ask == DEAL.buyer.curiosities[0].id


def test_what_do_you_think_after_a_price_brings_no_fact_and_no_refusal() -> None:
    decision = after(replace(at_first(DEAL, 2), turn=4), heard_by(DEAL, "보험료는 월 300만 원입니다. 어떻게 생각하세요?"), of=DEAL)
    assert decision.move.kind not in {"deflect", "clarify"}
    assert not decision.move.tell


def test_asking_how_much_time_there_is_proposes_nothing() -> None:
    decision = after(at_first(DEAL, 2), heard_by(DEAL, "오늘 시간 얼마나 괜찮으세요?"), of=DEAL)
    assert decision.move.plain == "time_today"
    assert decision.mind.proposals == 0


def after_telling(question: str, *told: str, of: str = "ultrasound-clinic-owner", language: Language = "ko") -> Decision:
    deal = scenario(of)
    mind = replace(at_first(deal, 2), turn=4, revealed=told, lately=told[-1:], asked=tuple(one.id for one in deal.buyer.curiosities))
    return decide(mind, deal, 2, language, hear(question, "네, 그래요.", deal.topics, language), Random(1))


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("언제부터 그랬어요?", "old_since"),
        ("왜 그런 거예요?", "old_why"),
        ("원인이 뭐래요?", "old_why"),
        ("꺼지면 그때는 어떻게 하세요?", "when_it_stops"),
    ],
)
def test_behind_a_fact_just_told_the_buyer_says_what_lies_behind_it(question: str, answer: str) -> None:
    decision = after_telling(question, "old_machine")
    assert decision.move.plain == answer
    assert decision.move.tell == ()


def test_nobody_says_more_about_what_they_have_not_told() -> None:
    assert after_telling("언제부터 그랬어요?", "daily_volume").move.plain != "old_since"
    assert all(one.id != "old_since" for one in [plain_answer("언제부터 꺼지기 시작했어요?", scenario("ultrasound-clinic-owner"), "ko")] if one)


def test_of_words_joined_by_a_bar_one_will_do() -> None:
    assert stands_in("boss|manager say|think", "What does your manager think?", "en")
    assert not stands_in("boss|manager say|think", "What does your wife think?", "en")


def test_a_syllable_counts_only_where_a_morpheme_begins_and_no_word_is_made_of_two_halves() -> None:
    assert stands_in("차 뭐", "이 차는 뭐예요?", "ko")
    assert not stands_in("차 뭐", "절차가 뭐예요?", "ko")
    assert not stands_in("기사 어떻", "차고지 전기 사정은 어떻게 되세요?", "ko")


def test_a_way_of_asking_that_leaves_most_of_the_question_out_is_not_meant() -> None:
    deal = scenario("apartment-remodel-couple")
    assert takes_in("제일 뭐", "주방에서 제일 불편한 게 뭐예요?", deal, "ko") == 0.0
    assert takes_in("주방 불편", "주방에서 제일 불편한 게 뭐예요?", deal, "ko") == 1.0


def test_who_is_spoken_to_is_nobody_asked_about() -> None:
    assert others("민 부대표님, 이사 준비는 혼자 하세요?", "ko") == frozenset()
    assert "대표" in others("대표님은 어떤 사무실을 좋아하세요?", "ko")


def test_a_fact_that_is_trusted_comes_before_small_talk_about_the_same_thing() -> None:
    deal = scenario("insurance-family-business")
    question = hear("직원분들은 평균 몇 년 다니세요?", "네.", deal.topics, "ko")
    assert after(replace(at_first(deal, 2), turn=4, trust=0.6), question, of=deal).move.tell == ("long_service",)


@pytest.mark.parametrize("turns_since", [1, 6])
def test_a_brushed_off_worry_that_has_waited_long_enough_returns_behind_a_plain_answer(turns_since: int) -> None:
    worry = DEAL.objections[0].id
    mind = replace(at_first(DEAL, 2), turn=8, raised=(worry,), pressed=((worry, 1, 9 - turns_since),))
    decision = after(mind, heard_by(DEAL, "오늘 시간 얼마나 괜찮으세요?"), of=DEAL)
    assert decision.move.plain == "time_today"
    assert decision.move.objection == (worry if turns_since > 1 else None)
    assert objections.times_said(decision.mind, worry) == (2 if turns_since > 1 else 1)
