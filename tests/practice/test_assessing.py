"""Assessments: so many attempts, so much time, no way back; what was said in time is answered, what comes late is not written."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from assistant.domain.people import LOCAL_PERSON
from assistant.domain.roleplay import PlayedTurn, RolePlay
from assistant.domain.terms import Terms
from assistant.errors import InputError
from assistant.practice.assessing import attempts_left, for_today, out_of_time, time_left
from assistant.practice.buyer import Buyer
from assistant.practice.coaching import Coach
from assistant.practice.room import Room, Words
from assistant.settings import HOME
from assistant.store import Store
from tests.practice.talk import scenario

BEGAN = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
DEAL = "cloud-phone-cx-lead"
TERMS = Terms(time_limit_s=600, attempts=2)


class Watch:
    def __init__(self) -> None:
        self.time = BEGAN

    def __call__(self) -> datetime:
        return self.time


@pytest.fixture
def watch() -> Watch:
    return Watch()


@pytest.fixture
def room(store: Store, watch: Watch) -> Room:
    buyer = Buyer(HOME / "prompts", HOME / "knowledge" / "voice", lambda words, deal, playbooks: [], None)
    return Room(store.role_plays, scenario, buyer, tuple, watch)


def assessed(room: Room, terms: Terms = TERMS) -> RolePlay:
    return room.begin(LOCAL_PERSON, DEAL, "ko", 2, seed=7, terms=terms)


def test_its_terms_are_kept_with_it(room: Room, store: Store) -> None:
    kept = store.role_plays.get(assessed(room).id)
    assert (kept.mode, kept.time_limit_s, kept.attempt, kept.attempts) == ("assessment", 600, 1, 2)
    assert kept.deadline() == BEGAN + timedelta(minutes=10)
    practice = store.role_plays.get(room.begin(LOCAL_PERSON, DEAL, "ko", 2).id)
    assert (practice.mode, practice.time_limit_s, practice.attempt) == ("practice", None, None)


def test_attempts_run_out_and_practice_does_not(room: Room) -> None:
    assert [assessed(room).attempt, assessed(room).attempt] == [1, 2]
    with pytest.raises(InputError):
        assessed(room)
    room.begin(LOCAL_PERSON, DEAL, "ko", 2)
    assert room.begin(LOCAL_PERSON, "erp-plant-cfo", "ko", 2, terms=TERMS).attempt == 1


def test_a_new_day_brings_new_attempts_and_the_day_is_the_rep_s(room: Room, watch: Watch) -> None:
    seoul = ZoneInfo("Asia/Seoul")
    assessed(room)
    assert attempts_left(room.mine(LOCAL_PERSON), DEAL, for_today(BEGAN, seoul)) == 1
    next_day_in_seoul = BEGAN.replace(hour=15)
    assert attempts_left(room.mine(LOCAL_PERSON), DEAL, for_today(next_day_in_seoul, seoul)) == 2
    assert attempts_left(room.mine(LOCAL_PERSON), DEAL, for_today(next_day_in_seoul, ZoneInfo("UTC"))) == 1
    assert attempts_left(room.mine(LOCAL_PERSON), DEAL, Terms(attempts=None)) is None


def test_when_time_is_up_it_has_ended_when_it_is_next_looked_at(room: Room, store: Store, watch: Watch) -> None:
    role_play = assessed(room)
    watch.time = BEGAN + timedelta(minutes=9, seconds=59)
    assert room.role_play(LOCAL_PERSON, role_play.id).ended is None
    watch.time = BEGAN + timedelta(minutes=25)
    ended = room.role_play(LOCAL_PERSON, role_play.id).ended
    assert ended
    assert (ended.by, ended.outcome, ended.why, ended.at) == ("limit", "open", "time_limit", BEGAN + timedelta(minutes=10))
    assert store.role_plays.get(role_play.id).ended == ended


def test_what_comes_too_late_is_not_written(room: Room, store: Store, watch: Watch) -> None:
    role_play = assessed(room)
    watch.time = BEGAN + timedelta(minutes=10)
    backdated = BEGAN + timedelta(minutes=5)
    with pytest.raises(InputError):
        room.say(LOCAL_PERSON, role_play.id, Words("하나만 더요.", "late", sent_at=backdated))
    assert len(store.role_plays.get(role_play.id).turns) == 1


def test_the_store_itself_takes_no_late_turn(room: Room, store: Store) -> None:
    role_play = assessed(room)
    with pytest.raises(InputError, match="Time is up"):
        store.role_plays.add_rep_turn(role_play.id, PlayedTurn(1, "rep", "늦었어요.", BEGAN + timedelta(minutes=10), "late"))


def test_what_was_said_in_time_is_answered_and_then_it_ends(room: Room, store: Store, watch: Watch) -> None:
    role_play = assessed(room)
    watch.time = BEGAN + timedelta(minutes=9)
    store.role_plays.add_rep_turn(role_play.id, PlayedTurn(1, "rep", "요즘 어떠세요?", watch.time, "c1"))
    watch.time = BEGAN + timedelta(minutes=11)
    assert room.role_play(LOCAL_PERSON, role_play.id).ended is None
    reply = room.pick_up(LOCAL_PERSON, role_play.id)
    assert reply
    assert reply.wait(20)
    kept = store.role_plays.get(role_play.id)
    assert [turn.speaker for turn in kept.turns] == ["buyer", "rep", "buyer"]
    assert kept.ended
    assert kept.ended.why == "time_limit"


def test_a_reply_that_failed_does_not_hold_the_end_up(room: Room, store: Store) -> None:
    role_play = replace(assessed(room), fault="timeout")
    waiting = replace(role_play, turns=(*role_play.turns, PlayedTurn(1, "rep", "요즘 어떠세요?", BEGAN)))
    late = BEGAN + timedelta(minutes=11)
    assert out_of_time(waiting, late)
    assert out_of_time(replace(waiting, fault=None), late) is None


def test_the_time_left_is_never_less_than_nothing(room: Room) -> None:
    role_play = assessed(room)
    assert time_left(role_play, BEGAN + timedelta(minutes=4)) == timedelta(minutes=6)
    assert time_left(role_play, BEGAN + timedelta(hours=4)) == timedelta()
    assert time_left(replace(role_play, time_limit_s=None), BEGAN) is None


def test_there_is_no_going_back_and_no_hint(room: Room, store: Store) -> None:
    role_play = assessed(room)
    assert room.say(LOCAL_PERSON, role_play.id, Words("요즘 어떠세요?", "c1")).wait(20)
    with pytest.raises(InputError):
        room.branch(LOCAL_PERSON, role_play.id, 1)
    coach = Coach(store.role_plays, store.hints, lambda *_: [], HOME / "knowledge" / "hints", lambda: BEGAN)
    with pytest.raises(InputError):
        coach.hint(LOCAL_PERSON, role_play.id)
    assert store.hints.of(role_play.id) == ()


def test_a_later_call_after_an_assessment_is_practice(room: Room) -> None:
    role_play = assessed(room)
    assert room.say(LOCAL_PERSON, role_play.id, Words("요즘 어떠세요?", "c1")).wait(20)
    room.finish(LOCAL_PERSON, role_play.id)
    later = room.call_again(LOCAL_PERSON, role_play.id)
    assert (later.mode, later.time_limit_s, later.attempt, later.attempts) == ("practice", None, None, None)


def test_any_setting_can_be_assessed(room: Room) -> None:
    role_play = room.begin(LOCAL_PERSON, "apartment-remodel-couple", "ko", 2, setting="committee", terms=TERMS)
    assert (role_play.setting, role_play.mode, role_play.attempt) == ("committee", "assessment", 1)
