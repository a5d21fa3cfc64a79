"""What anybody may ask is answered plainly: no fact is given for it, and none is withheld over it."""

from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from assistant.domain.heard import Heard
from assistant.domain.scenario import Scenario
from assistant.domain.words import Language
from assistant.perception import hear
from assistant.practice.mind import at_first, decide
from assistant.practice.plain import plain_answer
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
    assert plain_answer(question, DEAL, "ko", closest=5) is None


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
