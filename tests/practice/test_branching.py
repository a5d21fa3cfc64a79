"""Trying again from an earlier turn: the first try stays, the buyer is of the same mind as then, and the clock reads the same."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from assistant.domain.people import LOCAL_PERSON, Actor, Role
from assistant.domain.roleplay import Branch, Ending, RolePlay
from assistant.domain.transcript import Typing
from assistant.errors import InputError, NotFound
from assistant.practice.branching import branched
from assistant.practice.buyer import Buyer
from assistant.practice.room import Room, Words
from assistant.settings import HOME
from assistant.store import Store
from tests.practice.talk import scenario

SAID = (
    "안녕하세요 실장님, 시간 내 주셔서 감사합니다.",
    "지금 상담센터에서 가장 답답한 점이 뭔가요?",
    "그러셨군요. 많이 힘드셨겠어요. 7월에 못 받은 전화는 얼마나 됐나요?",
)
NEXT_DAY = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


@pytest.fixture
def room(store: Store) -> Room:
    buyer = Buyer(HOME / "prompts", HOME / "knowledge" / "voice", lambda words, deal, playbooks: [], None)
    return Room(store.role_plays, scenario, buyer, tuple)


@pytest.fixture
def first(room: Room) -> RolePlay:
    role_play = room.begin(LOCAL_PERSON, "cloud-phone-cx-lead", "ko", 2, seed=7)
    for number, line in enumerate(SAID):
        says(room, role_play.id, line, f"c{number}")
    return room.role_play(LOCAL_PERSON, role_play.id)


def says(room: Room, role_play_id: str, line: str, click: str) -> None:
    assert room.say(LOCAL_PERSON, role_play_id, Words(line, click)).wait(60)


def test_a_branch_holds_what_was_said_before_the_turn_and_nothing_after(room: Room, first: RolePlay) -> None:
    again = room.branch(LOCAL_PERSON, first.id, 5)
    kept = room.role_play(LOCAL_PERSON, again.id)
    assert [turn.text for turn in kept.turns] == [turn.text for turn in first.turns[:5]]
    assert kept.branch == Branch(first.id, 5)
    assert (kept.ended, kept.level, kept.seed, kept.scenario_version) == (None, first.level, first.seed, first.scenario_version)
    assert room.scenario_of(again.id) == room.scenario_of(first.id)


def test_the_first_try_stays_as_it_was(room: Room, first: RolePlay) -> None:
    again = room.branch(LOCAL_PERSON, first.id, 3)
    says(room, again.id, "예산은 어느 정도로 보고 계세요?", "again")
    assert room.role_play(LOCAL_PERSON, first.id) == first


def test_the_buyer_is_of_the_same_mind_as_then(room: Room, first: RolePlay) -> None:
    then = first.turns[4].record
    assert then is not None
    assert room.branch(LOCAL_PERSON, first.id, 5).mind() == then.mind


def test_the_same_words_get_the_same_answer_and_move_the_mind_alike(room: Room, first: RolePlay) -> None:
    again = room.branch(LOCAL_PERSON, first.id, 5)
    says(room, again.id, SAID[2], "again")
    kept = room.role_play(LOCAL_PERSON, again.id)
    assert kept.turns[6].text == first.turns[6].text
    assert kept.mind() == first.mind()


def test_an_ended_talk_can_be_gone_back_into(room: Room, first: RolePlay) -> None:
    room.finish(LOCAL_PERSON, first.id)
    again = room.branch(LOCAL_PERSON, first.id, 1)
    says(room, again.id, "안녕하세요. 여름에 많이 바쁘셨죠?", "again")
    assert len(room.role_play(LOCAL_PERSON, again.id).turns) == 3


def test_a_branch_can_itself_be_branched(room: Room, first: RolePlay) -> None:
    second = room.branch(LOCAL_PERSON, first.id, 5)
    assert room.branch(LOCAL_PERSON, second.id, 3).branch == Branch(second.id, 3)


@pytest.mark.parametrize("turn", [0, 2, 99, -1])
def test_one_goes_back_only_to_a_turn_of_one_s_own(room: Room, first: RolePlay, turn: int) -> None:
    with pytest.raises(InputError):
        room.branch(LOCAL_PERSON, first.id, turn)


@pytest.mark.parametrize("role", ["rep", "trainer"])
def test_nobody_branches_somebody_else_s_talk(room: Room, first: RolePlay, role: Role) -> None:
    stranger = Actor("somebody else", "somebody else", frozenset({role}))
    with pytest.raises(NotFound):
        room.branch(stranger, first.id, 1)


def test_the_clock_reads_as_it_did_at_that_turn(first: RolePlay) -> None:
    slow = replace(first, turns=tuple(replace(turn, sent_at=first.began_at + timedelta(minutes=turn.index)) for turn in first.turns))
    again = branched(slow, 5, "again", NEXT_DAY)
    assert NEXT_DAY - again.began_at == timedelta(minutes=4)
    assert [again.turns[-1].sent_at - turn.sent_at for turn in again.turns] == [timedelta(minutes=4 - turn.index) for turn in again.turns]


def test_how_long_one_had_read_before_typing_stays_the_same(first: RolePlay) -> None:
    sent = first.turns[1].sent_at
    typed = replace(first.turns[1], typing=Typing(sent - timedelta(seconds=9), sent - timedelta(seconds=4), 3))
    again = branched(replace(first, turns=(first.turns[0], typed, *first.turns[2:])), 3, "again", NEXT_DAY)
    kept = again.turns[1].typing
    assert kept is not None
    assert kept.shown_at is not None
    assert again.turns[1].sent_at - kept.shown_at == timedelta(seconds=9)
    assert kept.pasted_chars == 3


def test_nothing_of_how_the_first_try_ended_comes_along(first: RolePlay) -> None:
    over = replace(first, ended=Ending("buyer", "walked_away", "pressure", NEXT_DAY), fault="timeout")
    again = branched(over, 3, "again", NEXT_DAY)
    assert (again.ended, again.fault) == (None, None)


def test_a_redo_ends_of_itself_after_three_turns_and_says_why(room: Room, first: RolePlay) -> None:
    redo = room.redo(LOCAL_PERSON, first.id, 3, "acknowledgement")
    assert redo.branch == Branch(first.id, 3, 3, "acknowledgement")
    for number in range(3):
        kept = room.role_play(LOCAL_PERSON, redo.id)
        assert kept.ended is None
        assert kept.redo_turns_left() == 3 - number
        says(room, redo.id, f"그 일로 상담사분들은 어떠셨어요? {number}", f"redo-{number}")
    kept = room.role_play(LOCAL_PERSON, redo.id)
    assert kept.ended is not None
    assert (kept.ended.by, kept.ended.why) == ("limit", "redo_done")
    assert kept.turns[-1].speaker == "buyer", "the last turn is answered"
    assert kept.redo_turns_left() == 0


def test_a_redo_is_no_conversation_to_call_back_after(room: Room, first: RolePlay) -> None:
    redo = room.redo(LOCAL_PERSON, first.id, 1, "tone")
    says(room, redo.id, SAID[1], "redo")
    room.finish(LOCAL_PERSON, redo.id)
    with pytest.raises(InputError):
        room.call_again(LOCAL_PERSON, redo.id)


def test_an_ordinary_branch_does_not_count_turns(room: Room, first: RolePlay) -> None:
    again = room.branch(LOCAL_PERSON, first.id, 1)
    for number in range(4):
        says(room, again.id, f"요즘 현장은 어떠세요? {number}", f"again-{number}")
    assert room.role_play(LOCAL_PERSON, again.id).ended is None
    assert again.redo_turns_left() is None
