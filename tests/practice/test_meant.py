"""What a question means decides what it asks for, also in words that nobody foresaw."""

from dataclasses import replace

import pytest

from assistant.domain.buyer import NO_LINES
from assistant.domain.scenario import Scenario
from assistant.domain.words import Language
from assistant.practice import meant as meant_module
from assistant.practice.meant import meant
from assistant.practice.picking import SURE
from tests.practice.talk import scenario

DEAL = scenario()


def surely(question: str, language: Language, deal: Scenario = DEAL, told: tuple[str, ...] = ()) -> str | None:
    best = meant(question, (), deal, language, told)[0]
    return best.one.id if best.sure >= SURE else None


@pytest.mark.parametrize(
    ("language", "question", "answer"),
    [
        ("ko", "돈은 어디까지 쓸 수 있으신가요?", "budget"),
        ("ko", "교환기 고치는 데 돈이 얼마나 들어가요?", "maintenance_cost"),
        ("en", "What time of day is it busiest on the phones?", "volume_when"),
        ("en", "Do you take calls on Saturdays as well?", "hours_shift"),
    ],
)
def test_a_question_is_understood_in_other_words(language: Language, question: str, answer: str) -> None:
    assert surely(question, language) == answer


@pytest.mark.parametrize(("language", "question"), [("ko", "강아지 키우세요?"), ("en", "Do you keep a dog?")])
def test_what_the_buyer_knows_nothing_of_is_meant_by_no_answer(language: Language, question: str) -> None:
    assert surely(question, language) is None


def test_what_says_more_about_a_fact_is_meant_only_once_it_was_told() -> None:
    question = "상담사들이 왜 그만두는 거예요?"
    assert "turnover_why" not in {one.one.id for one in meant(question, (), DEAL, "ko")}
    assert "turnover_why" in {one.one.id for one in meant(question, (), DEAL, "ko", ("turnover",)) if one.sure >= SURE}


def test_a_fact_without_examples_is_asked_for_as_its_kind_is() -> None:
    bare = replace(DEAL, facts=tuple(replace(fact, questions=NO_LINES) for fact in DEAL.facts))
    assert surely("예산은 얼마나 생각하세요?", "ko", bare) == "budget"


def test_a_way_of_asking_does_where_a_plain_answer_has_no_examples() -> None:
    bare = replace(DEAL, plain_answers=tuple(replace(one, questions=NO_LINES, intents=()) for one in DEAL.plain_answers))
    assert surely("사무실이 몇 층이에요?", "ko", bare) == "office_place"


@pytest.mark.parametrize(("language", "question"), [("ko", "강아지 키우세요?"), ("en", "Do you keep a dog?")])
def test_after_reading_ahead_a_question_waits_for_no_example(monkeypatch: pytest.MonkeyPatch, language: Language, question: str) -> None:
    deal = replace(DEAL, id="read-ahead")
    meant_module.read_ahead(deal, language)
    monkeypatch.setattr(meant_module, "senses", lambda texts: pytest.fail("the examples are read while the rep waits"))
    assert meant(question, (), deal, language)
