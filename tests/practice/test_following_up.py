"""A call days later: the buyer remembers what was told, promised, claimed and left open, and nothing is told again as new."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from assistant.domain.roleplay import BuyerRecord, Ending, Mind, Move, Outcome, PlayedTurn, RolePlay
from assistant.domain.words import Language
from assistant.practice.buyer import Buyer, Spoken
from assistant.practice.following_up import mind_later
from assistant.practice.mind import at_first
from assistant.practice.promises import contradicted, promised
from assistant.settings import HOME
from tests.practice.talk import scenario

CLINIC = scenario("ultrasound-clinic-owner")
NOW = datetime(2026, 11, 1, tzinfo=UTC)
PROMISE = "출동 시간 기준은 제가 정리해서 월요일까지 메일로 보내 드리겠습니다."
BUYER = Buyer(HOME / "prompts", HOME / "knowledge" / "voice", lambda *_: [], None)


def first_call(outcome: Outcome = "open", *said: str, **mind: object) -> RolePlay:
    """A talk in which the rep said this; `mind`: what the buyer had in mind at its end."""
    end = replace(at_first(CLINIC, 2), **mind)  # type: ignore[arg-type]
    record = BuyerRecord(end, Move("react"), (), "embedded")
    turns = [PlayedTurn(0, "buyer", "앉으세요.", NOW, record=record)]
    for words in said or ("안녕하세요.",):
        turns += [PlayedTurn(len(turns), "rep", words, NOW), PlayedTurn(len(turns) + 1, "buyer", "네.", NOW, record=record)]
    return RolePlay("first", "local", CLINIC.id, "", "ko", 2, 1, NOW, turns=tuple(turns), ended=Ending("rep", outcome, "rep_finished", NOW))


def later(first: RolePlay, *said: str) -> list[Spoken]:
    """The buyer's turns of the later call, in which the rep says this."""
    one = replace(first, id="later", turns=(), ended=None, setting="follow_up", follows=first.id)
    spoken = [BUYER.greeting(CLINIC, one, first)]
    turns = [PlayedTurn(0, "buyer", spoken[0].text, NOW, record=spoken[0].record)]
    for words in said:
        turns.append(PlayedTurn(len(turns), "rep", words, NOW))
        spoken.append(BUYER.reply(CLINIC, replace(one, turns=tuple(turns)), lambda sentence: None, first))
        turns.append(PlayedTurn(len(turns), "buyer", spoken[-1].text, NOW, record=spoken[-1].record))
    return spoken


def test_the_opening_holds_up_what_was_promised_in_the_reps_own_words() -> None:
    opening = later(first_call("open", PROMISE))[0]
    assert PROMISE.rstrip(".") in opening.text
    assert opening.record.mind.owed == (PROMISE.rstrip("."),)


def test_a_promise_kept_is_worth_something_and_one_passed_over_is_asked_for_again() -> None:
    kept = later(first_call("open", PROMISE), "말씀드린 출동 시간 기준을 정리해 왔습니다. 오전 9시에 멈추면 정오 전에 도착합니다.")[1]
    assert "kept_word" in {one.why for one in kept.record.felt}
    assert kept.record.mind.owed == ()
    passed = later(first_call("open", PROMISE), "날씨가 좋네요.", "요즘도 바쁘시죠?", "저희 회사 소식을 들으셨나 해서요.", "네, 그렇군요.")
    again = [one for one in passed if one.move.because == "left_promise"]
    assert len(again) == 1
    assert PROMISE.rstrip(".") in again[0].text


def test_what_was_asked_before_is_answered_as_told_before_and_never_as_new() -> None:
    first = first_call(revealed=("old_machine",), touched=("current_machine",), trust=0.5, turn=6)
    spoken = later(first, "지금 장비로 보실 때 어떤 점이 제일 불편하세요?")[1]
    assert (spoken.move.because, spoken.move.tell) == ("told_last_time", ("old_machine",))
    assert "asked_again" in {one.why for one in spoken.record.felt}


def test_another_figure_about_the_same_thing_is_noticed_once() -> None:
    first = first_call("open", "5년 유지보수는 1,200만 원입니다.")
    spoken = later(first, "5년 유지보수는 900만 원입니다.", "그러니까 5년 유지보수는 900만 원입니다.")
    assert "5년 유지보수는 1,200만 원입니다" in spoken[1].text
    assert "contradicted" in {one.why for one in spoken[1].record.felt}
    assert spoken[2].move.quote == ""


@pytest.mark.parametrize(
    ("before", "now", "language"),
    [
        ("설치는 2일 걸립니다.", "교육은 3일 걸립니다.", "ko"),
        ("5년 유지보수는 1,200만 원입니다.", "5년 유지보수는 1,200만 원이 맞습니다.", "ko"),
        ("Installation takes two days.", "Training takes three days.", "en"),
        ("Would ten days be all right for delivery?", "Delivery takes twenty days.", "en"),
    ],
)
def test_figures_about_different_things_do_not_contradict(before: str, now: str, language: Language) -> None:
    assert contradicted(now, [PlayedTurn(0, "rep", before, NOW)], language) is None


@pytest.mark.parametrize("outcome", ["committed", "open", "walked_away"])
def test_trust_moves_towards_where_it_began_and_whoever_was_driven_away_opens_guarded(outcome: Outcome) -> None:
    start, end = at_first(CLINIC, 2), 0.7
    mind = mind_later(first_call(outcome, trust=end, patience=0.1), CLINIC, 2, "ko")
    assert mind.trust < (start.trust if outcome == "walked_away" else end)
    assert (mind.mood == "guarded") is (outcome == "walked_away")
    assert mind.patience > 0.1


def test_what_was_settled_stays_settled_and_what_was_left_open_is_still_open() -> None:
    mind = mind_later(first_call(settled=("still_works",), raised=("too_expensive",), pressed=(("too_expensive", 2, 9),)), CLINIC, 2, "ko")
    assert (mind.settled, mind.raised) == (("still_works",), ("too_expensive",))
    assert mind.pressed[0][:2] == ("too_expensive", 2)
    assert Mind(0.5, 0.5, "open").told_earlier == ()


def test_nobody_who_was_met_before_says_that_they_have_only_just_met() -> None:
    asked = (
        "돈은 누가 정하세요?",
        "예산은 얼마세요?",
        "작년에 놓친 병변이 있으세요?",
        "직원 중에 나가시는 분이 있어요?",
        "동네에 새로 생기는 병원은요?",
    )
    assert not any("처음 보는" in one.text for one in later(first_call(trust=0.05), *asked))


@pytest.mark.parametrize(
    ("words", "language", "held"),
    [
        ("금요일까지 항목별 견적서를 보내 드릴게요.", "ko", True),
        ("하나만 여쭤볼게요.", "ko", False),
        ("주시면 바로 검토하겠습니다.", "ko", False),
        ("네, 알겠습니다.", "ko", False),
        ("I'll check with our engineer and get back to you on Wednesday.", "en", True),
        ("Let me ask you one thing.", "en", False),
        ("I'll be honest, it is not cheap.", "en", False),
    ],
)
def test_a_promise_is_something_to_be_done_later(words: str, language: Language, held: bool) -> None:
    assert bool(promised([PlayedTurn(0, "rep", words, NOW)], language)) is held
