"""The good rep of swapped sides: lines for everything a buyer may do, and talks that come to a next step (`python -m tests.benchmarks.good_rep`)."""

from functools import cache

import pytest

from assistant.domain.roleplay import BuyerRecord, Mind, Move, PlayedTurn
from assistant.domain.scenario import Scenario
from assistant.domain.words import LANGUAGES, Language
from assistant.perception import hear
from assistant.practice.good_rep import good_line
from assistant.practice.repertoire import repertoire, unwritten
from tests.benchmarks.buyer import scenarios
from tests.benchmarks.good_rep import KNOWLEDGE, NOW, Played, played, table

DEALS = {deal.id: deal for deal in scenarios()}
CLOUD = DEALS["cloud-phone-cx-lead"]
GREETING = Move("greet")


@cache
def plays() -> tuple[Played, ...]:
    return tuple(played(tuple(DEALS.values()), LANGUAGES, (2,), (0,)))


def said_by_the_good_rep(*turns: tuple[str, str, Move | None], scenario: Scenario = CLOUD, language: Language = "ko") -> str:
    lines = repertoire(KNOWLEDGE / "good_reps", scenario, language)
    assert lines
    mind = Mind(0.3, 0.8, "neutral")
    talk = [
        PlayedTurn(index, "buyer" if move else "rep", text, NOW, record=BuyerRecord(mind, move, (), "embedded") if move else None)
        for index, (_, text, move) in enumerate(turns)
    ]
    return good_line(lines, scenario, talk, 0).text


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("deal", DEALS)
def test_a_good_rep_has_something_to_say_to_everything_a_buyer_may_do(deal: str, language: Language) -> None:
    lines = repertoire(KNOWLEDGE / "good_reps", DEALS[deal], language)
    assert lines
    assert unwritten(lines.deal, DEALS[deal]) == ()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("deal", DEALS)
def test_every_next_step_says_who_does_what_and_when(deal: str, language: Language) -> None:
    lines = repertoire(KNOWLEDGE / "good_reps", DEALS[deal], language)
    assert lines
    for line in (*lines.deal.step, *lines.any.step):
        step = hear(line, "네, 그렇군요." if language == "ko" else "I see.", DEALS[deal].topics, language).next_step
        assert step, line
        assert step.owner, line
        assert step.date, line


def test_good_reps_come_to_a_next_step_without_pressure_and_without_repeating_themselves() -> None:
    print(table(plays()))
    assert sum(one.committed for one in plays()) / len(plays()) >= 0.9
    assert [line for one in plays() for line in one.pressed()] == []
    assert [line for one in plays() for line in one.repeated()] == []


def test_what_was_told_is_given_back_and_one_question_follows() -> None:
    line = said_by_the_good_rep(
        ("buyer", "반가워요.", GREETING),
        ("rep", "안녕하세요.", None),
        ("buyer", "한 해에 상담사 21명이 나갔어요.", Move("tell", tell=("turnover",), because="asked")),
    )
    assert "21명" in line
    assert line.count("?") == 1


def test_a_figure_the_buyer_has_not_said_is_not_given_back() -> None:
    vague = Move("tell", tell=("turnover",), because="asked")
    line = said_by_the_good_rep(("buyer", "반가워요.", GREETING), ("rep", "안녕하세요.", None), ("buyer", "새로 온 상담사들이 못 버텨요.", vague))
    assert "21명" not in line


def test_a_worry_is_heard_out_before_it_is_answered() -> None:
    worry = CLOUD.objection("outage_risk")
    talk = [("buyer", "반가워요.", GREETING), ("rep", "안녕하세요.", None), ("buyer", worry.lines.ko[0], Move("object", objection="outage_risk"))]
    first = said_by_the_good_rep(*talk)
    lines = repertoire(KNOWLEDGE / "good_reps", CLOUD, "ko")
    assert lines
    assert first == lines.deal.objections["outage_risk"].hear[0]
    then = said_by_the_good_rep(*talk, ("rep", first, None), ("buyer", "음, 그건 생각을 좀 해 봐야겠어요.", Move("clarify")))
    assert lines.deal.objections["outage_risk"].answer[0] in then


def test_the_buyers_own_question_is_answered() -> None:
    line = said_by_the_good_rep(("buyer", "반가워요.", GREETING), ("rep", "네.", None), ("buyer", "위약금은요?", Move("ask", ask="way_out")))
    lines = repertoire(KNOWLEDGE / "good_reps", CLOUD, "ko")
    assert lines
    assert lines.deal.curious["way_out"] in line
