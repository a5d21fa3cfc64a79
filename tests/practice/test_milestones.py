"""Milestones: each is reached in the turn in which it was, and stays."""

from datetime import UTC, datetime

from assistant.domain.roleplay import BuyerRecord, Mind, Move, PlayedTurn, RolePlay
from assistant.practice.milestones import milestones
from tests.practice.talk import scenario

DEAL = scenario()
NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)


def fact(kind: str) -> str:
    return next(one.id for one in DEAL.facts if one.kind == kind)


def talk(*minds: Mind) -> RolePlay:
    """The greeting's mind, then one after each of the rep's turns."""
    turns: list[PlayedTurn] = []
    for mind in minds:
        if turns:
            turns.append(PlayedTurn(len(turns), "rep", "네.", NOW))
        turns.append(PlayedTurn(len(turns), "buyer", "네.", NOW, record=BuyerRecord(mind, Move("react"), (), "embedded")))
    return RolePlay("r1", "local", DEAL.id, "v", "ko", 2, 1, NOW, turns=tuple(turns))


def reached(role_play: RolePlay) -> dict[str, int | None]:
    return {one.step: one.reached for one in milestones(DEAL, role_play)}


def test_nothing_is_reached_at_the_start() -> None:
    assert set(reached(talk(Mind(0.3, 0.8, "neutral"))).values()) == {None}


def test_each_step_carries_the_turn_in_which_it_was_reached() -> None:
    start = Mind(0.3, 0.8, "neutral")
    worried = Mind(0.3, 0.8, "neutral", raised=("o",))
    knows = Mind(0.3, 0.8, "neutral", revealed=(fact("money"), fact("decision")), settled=("o",))
    agreed = Mind(0.3, 0.8, "neutral", revealed=(fact("money"),), settled=("o",), agreed=True)
    assert reached(talk(start, worried, knows, agreed)) == {"worry": 1, "decision": 2, "money": 2, "settled": 2, "next_step": 3}


def test_a_pain_that_was_told_is_a_worry_heard() -> None:
    assert reached(talk(Mind(0.3, 0.8, "neutral"), Mind(0.3, 0.8, "neutral", revealed=(fact("pain"),))))["worry"] == 1
