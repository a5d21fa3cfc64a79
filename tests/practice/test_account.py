"""The account after the call: what moved the buyer, by which words, what lay behind it, and what they never said."""

from dataclasses import replace
from functools import cache
from typing import get_args

import pytest
import yaml

from assistant.domain.roleplay import Move, MoveKind, PlayedTurn, RolePlay
from assistant.domain.words import LANGUAGES, Language
from assistant.language.speech_level import speech_levels
from assistant.practice.account import Account, account
from assistant.practice.account_words import Teller, doings, teller
from assistant.practice.buyer import Buyer
from assistant.practice.feelings import PATIENCE, TRUST
from assistant.settings import HOME
from tests.benchmarks.good_rep import KNOWLEDGE, NOW, play
from tests.practice.talk import scenario

FOLDER = HOME / "knowledge" / "account"
LISTENS = "6만 4천 콜이면 쉴 틈이 없으시겠어요. 성수기에 전화가 몰리면 어떤 일이 벌어지나요?"
PUSHES = "일단 10% 할인해 드릴게요. 오늘 계약하셔야 이 가격입니다."
BEGINS = "안녕하세요 실장님, 지금 상담센터는 어떻게 운영하고 계세요?"


@cache
def talked(*lines: str) -> RolePlay:
    """A talk of these lines with the real buyer."""
    deal = scenario()
    buyer = Buyer(HOME / "prompts", KNOWLEDGE / "voice", lambda *_: [], None)
    role_play = RolePlay("1", "rep", deal.id, deal.version, "ko", 2, 4, NOW)
    greeting = buyer.greeting(deal, role_play)
    role_play = replace(role_play, turns=(PlayedTurn(0, "buyer", greeting.text, NOW, record=greeting.record),))
    for line in lines:
        role_play = replace(role_play, turns=(*role_play.turns, PlayedTurn(len(role_play.turns), "rep", line, NOW)))
        spoken = buyer.reply(deal, role_play, lambda _: None)
        role_play = replace(role_play, turns=(*role_play.turns, PlayedTurn(len(role_play.turns), "buyer", spoken.text, NOW, record=spoken.record)))
    return role_play


def of(*lines: str) -> Account:
    return account(talked(*lines), scenario())


def telling(language: Language = "ko") -> Teller:
    return teller(FOLDER, scenario(), language)


def test_trust_is_lost_by_the_very_words_that_lost_it() -> None:
    told = of(BEGINS, LISTENS, PUSHES)
    assert told.worst
    assert told.worst.turn == 5
    hurt = {moved.why: moved.quote for moved in told.worst.moved if moved.trust < 0}
    assert "오늘 계약하셔야 이 가격입니다." in hurt.values()


def test_trust_is_gained_by_the_words_that_listened() -> None:
    told = of(BEGINS, LISTENS, PUSHES)
    assert told.best
    assert told.best.turn == 3
    assert told.best.moved[0].quote in LISTENS


def test_every_quote_stands_in_its_turn() -> None:
    talk = talked(BEGINS, LISTENS, PUSHES)
    for thought in account(talk, scenario()).thoughts:
        for moved in thought.moved:
            assert moved.quote in talk.turns[thought.turn].text


def test_what_was_told_and_what_never_was_are_every_fact_once() -> None:
    told = of(BEGINS, LISTENS)
    known = {one.fact.id for area in told.areas for one in area.told}
    never = [one.fact.id for area in told.areas for one in area.untold] + [one.fact.id for one in told.elsewhere]
    assert known == set(talked(BEGINS, LISTENS).mind().revealed)  # type: ignore[union-attr]
    assert len(never) == len(set(never))
    assert known | set(never) == {fact.id for fact in scenario().facts}
    assert not known & set(never)


def test_a_question_that_came_too_early_is_said_to_have_come_too_early() -> None:
    told = of(BEGINS, "예산은 얼마나 잡아 두셨어요?")
    (budget,) = [one for area in told.areas for one in area.untold if one.fact.id == "budget"]
    assert budget.asked_too_early
    assert "아직 말할 사이가 아니었어요" in telling().could_have(budget)


def test_a_talk_that_led_nowhere_says_what_was_missing() -> None:
    told = of(BEGINS)
    assert not told.agreed
    assert set(told.missing) == {"trust", "facts", "objection"}


def test_a_talk_that_was_agreed_misses_nothing_and_met_its_worries() -> None:
    played = play(scenario(), "ko", 2, 0)
    told = account(played.role_play, played.scenario)
    assert told.agreed
    assert told.missing == ()
    settled = {worry.objection.id: worry.met for worry in told.worries}
    for objection in played.scenario.agreement.settled:
        assert settled[objection] is not None


def test_a_talk_without_a_word_has_an_account_without_thoughts() -> None:
    told = of()
    assert told.thoughts == ()
    assert told.best is None
    assert told.worst is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_that_moves_a_buyer_has_its_words(language: Language) -> None:
    words = telling(language)
    for why in (set(TRUST) | set(PATIENCE)) - {"turn"}:
        assert words.moved(why)


@pytest.mark.parametrize("kind", get_args(MoveKind))
def test_everything_a_buyer_does_has_its_words(kind: MoveKind) -> None:
    move = Move(kind, tell=("call_volume",), objection="outage_risk", ask="way_out", settle="number_port", because="asked")
    for name in doings(move):
        assert telling().wordings.did[name] or kind == "greet"


def test_the_buyer_speaks_at_their_own_level() -> None:
    for name, ending in (("ko-polite", "polite"), ("ko-formal", "formal")):
        data = yaml.safe_load((FOLDER / f"{name}.yaml").read_text(encoding="utf-8"))
        lines = [line for part in data.values() for lines in part.values() for line in ([lines] if isinstance(lines, str) else lines)]
        levels = {one.level for line in lines for one in speech_levels(line) if one.level}
        assert levels == {ending}


def test_the_same_thing_is_not_said_in_the_same_words_twice_running() -> None:
    words = telling()
    assert words.moved("acknowledged") != words.moved("acknowledged")
