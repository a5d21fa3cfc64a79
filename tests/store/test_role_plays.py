"""What a rep relies on: nothing said is lost, nothing is there twice, whoever clicks how often."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta, timezone

import pytest

from assistant.domain.roleplay import Branch
from assistant.errors import InputError, NotFound
from assistant.store import Store, open_store
from tests.store.samples import BEGAN, a_greeting, a_role_play, a_scenario, buyer_says, leaving, rep_says

THREADS = 8


@pytest.fixture
def begun(store: Store) -> Store:
    store.role_plays.begin(a_role_play(), a_scenario())
    return store


def test_a_role_play_comes_back_exactly_as_it_was_kept_after_the_program_restarts(store: Store, url: str) -> None:
    kept = a_role_play()
    store.role_plays.begin(kept, a_scenario())
    store.close()
    with open_store(url) as again:
        assert again.role_plays.get("r1") == kept
        assert again.role_plays.scenario_of("r1") == a_scenario()


def test_times_of_another_zone_come_back_as_the_same_moment_in_utc(begun: Store) -> None:
    seoul = BEGAN.astimezone(timezone(timedelta(hours=9)))
    begun.role_plays.add_rep_turn("r1", replace(rep_says(), sent_at=seoul))
    sent_at = begun.role_plays.get("r1").turns[1].sent_at
    assert sent_at == seoul
    assert sent_at.utcoffset() == timedelta(0)


def test_every_role_play_keeps_the_scenario_it_began_with(begun: Store) -> None:
    begun.role_plays.begin(a_role_play("r2"), a_scenario("새 제목"))
    assert begun.role_plays.scenario_of("r1").title.ko == "클라우드 전화 제안"
    assert begun.role_plays.scenario_of("r2").title.ko == "새 제목"


def test_starting_the_same_role_play_twice_starts_it_once(begun: Store) -> None:
    begun.role_plays.begin(a_role_play(), a_scenario())
    assert len(begun.role_plays.all()) == 1
    assert len(begun.role_plays.get("r1").turns) == 1


def test_nobody_can_take_another_reps_role_play_by_its_id(begun: Store) -> None:
    with pytest.raises(InputError):
        begun.role_plays.begin(a_role_play(rep="someone else"), a_scenario())


def test_a_rep_sees_their_own_role_plays_newest_first(begun: Store) -> None:
    begun.role_plays.begin(a_role_play("r2", began_at=BEGAN + timedelta(hours=1)), a_scenario())
    begun.role_plays.begin(a_role_play("r3", rep="kim", began_at=BEGAN + timedelta(hours=2), turns=()), a_scenario())
    assert [one.id for one in begun.role_plays.of_rep("local")] == ["r2", "r1"]
    assert [one.id for one in begun.role_plays.all()] == ["r3", "r2", "r1"]


def test_a_list_of_role_plays_shows_turns_without_their_records(begun: Store) -> None:
    (listed,) = begun.role_plays.of_rep("local")
    assert [turn.text for turn in listed.turns] == ["안녕하세요, 앉으시죠."]
    assert listed.turns[0].record is None


def test_a_turn_and_its_reply_follow_one_another(begun: Store) -> None:
    said = begun.role_plays.add_rep_turn("r1", rep_says())
    assert begun.role_plays.add_buyer_turn("r1", buyer_says(), None)
    role_play = begun.role_plays.get("r1")
    assert role_play.turns[1:] == (said, buyer_says())
    assert role_play.mind() == buyer_says().record.mind  # type: ignore[union-attr]


def test_a_double_click_is_one_turn_and_answers_with_the_stored_one(begun: Store) -> None:
    with ThreadPoolExecutor(THREADS) as pool:
        stored = list(pool.map(lambda n: begun.role_plays.add_rep_turn("r1", rep_says(f"{n}번째 클릭")), range(THREADS)))
    assert len(set(stored)) == 1
    assert begun.role_plays.get("r1").turns[1:] == (stored[0],)


def test_a_resent_turn_is_the_stored_one_even_after_the_reply_and_the_end(begun: Store) -> None:
    first = begun.role_plays.add_rep_turn("r1", rep_says())
    begun.role_plays.add_buyer_turn("r1", buyer_says(), leaving())
    assert begun.role_plays.add_rep_turn("r1", rep_says("다시 보냄")) == first


def test_two_tabs_that_send_at_once_have_one_turn_accepted(begun: Store) -> None:
    def send(n: int) -> bool:
        try:
            begun.role_plays.add_rep_turn("r1", rep_says(client_id=f"tab{n}"))
        except InputError:
            return False
        return True

    with ThreadPoolExecutor(THREADS) as pool:
        assert sum(pool.map(send, range(THREADS))) == 1
    assert len(begun.role_plays.get("r1").turns) == 2


def test_a_turn_sent_from_a_stale_tab_takes_the_next_place(begun: Store) -> None:
    begun.role_plays.add_rep_turn("r1", rep_says())
    begun.role_plays.add_buyer_turn("r1", buyer_says(), None)
    assert begun.role_plays.add_rep_turn("r1", rep_says(client_id="c2", index=1)).index == 3


def test_two_replies_racing_leave_exactly_one(begun: Store) -> None:
    begun.role_plays.add_rep_turn("r1", rep_says())
    with ThreadPoolExecutor(THREADS) as pool:
        written = list(pool.map(lambda n: begun.role_plays.add_buyer_turn("r1", buyer_says(f"답 {n}"), None), range(THREADS)))
    assert sum(written) == 1
    assert begun.role_plays.get("r1").turns[2].text == f"답 {written.index(True)}"


def test_a_reply_that_comes_after_the_talk_went_on_is_not_written(begun: Store) -> None:
    begun.role_plays.add_rep_turn("r1", rep_says())
    begun.role_plays.add_buyer_turn("r1", buyer_says(), None)
    begun.role_plays.add_rep_turn("r1", rep_says(client_id="c2"))
    assert not begun.role_plays.add_buyer_turn("r1", buyer_says("늦은 답", index=2), None)
    assert begun.role_plays.get("r1").waits_for_buyer()


def test_the_buyer_does_not_speak_before_the_rep_has(begun: Store) -> None:
    assert not begun.role_plays.add_buyer_turn("r1", buyer_says(index=1), None)


def test_a_buyer_who_leaves_ends_the_role_play_with_their_last_words(begun: Store) -> None:
    begun.role_plays.add_rep_turn("r1", rep_says())
    assert begun.role_plays.add_buyer_turn("r1", buyer_says(), leaving())
    assert begun.role_plays.get("r1").ended == leaving()
    with pytest.raises(InputError, match="ended"):
        begun.role_plays.add_rep_turn("r1", rep_says(client_id="c2"))


def test_a_role_play_ends_once(begun: Store) -> None:
    endings = [replace(leaving(), why=f"{n}") for n in range(THREADS)]
    with ThreadPoolExecutor(THREADS) as pool:
        ended = {role_play.ended for role_play in pool.map(lambda ending: begun.role_plays.end("r1", ending), endings)}
    assert len(ended) == 1
    assert begun.role_plays.get("r1").ended in endings


def test_a_reply_that_comes_after_the_end_is_not_written(begun: Store) -> None:
    begun.role_plays.add_rep_turn("r1", rep_says())
    begun.role_plays.end("r1", leaving())
    assert not begun.role_plays.add_buyer_turn("r1", buyer_says(), None)


def test_a_fault_stays_until_the_reply_comes(begun: Store) -> None:
    begun.role_plays.add_rep_turn("r1", rep_says())
    begun.role_plays.note_fault("r1", "timeout")
    assert begun.role_plays.get("r1").fault == "timeout"
    begun.role_plays.add_buyer_turn("r1", buyer_says(), None)
    assert begun.role_plays.get("r1").fault is None


def test_a_fault_reported_after_the_reply_came_is_not_shown(begun: Store) -> None:
    begun.role_plays.add_rep_turn("r1", rep_says())
    begun.role_plays.add_buyer_turn("r1", buyer_says(), None)
    begun.role_plays.note_fault("r1", "timeout")
    assert begun.role_plays.get("r1").fault is None


def test_an_unknown_role_play_is_said_to_be_unknown(store: Store) -> None:
    for ask in (
        lambda: store.role_plays.get("없음"),
        lambda: store.role_plays.scenario_of("없음"),
        lambda: store.role_plays.add_rep_turn("없음", rep_says()),
        lambda: store.role_plays.end("없음", leaving()),
        lambda: store.role_plays.note_fault("없음", "timeout"),
    ):
        with pytest.raises(NotFound, match="없음"):
            ask()


def test_broken_characters_are_refused_in_a_sentence(begun: Store) -> None:
    with pytest.raises(InputError, match="broken characters"):
        begun.role_plays.add_rep_turn("r1", rep_says("\ud800"))
    assert len(begun.role_plays.get("r1").turns) == 1


def test_a_branch_remembers_what_it_branches_off_and_from_which_turn(begun: Store) -> None:
    again = a_role_play("r2", branch=Branch("r1", 1))
    begun.role_plays.begin(again, a_scenario())
    assert begun.role_plays.get("r2").branch == Branch("r1", 1)
    assert [one.branch for one in begun.role_plays.of_rep("local") if one.id == "r1"] == [None]


def test_what_is_counted_over_many_is_read_without_turns_first_and_then_only_where_it_is_needed(store: Store) -> None:
    for number in range(3):
        began = BEGAN + timedelta(days=number)
        store.role_plays.begin(a_role_play(f"r{number}", rep=f"rep{number}", began_at=began, turns=(a_greeting(),)), a_scenario())
    assert [(one.id, one.rep, one.turns) for one in store.role_plays.heads()] == [("r2", "rep2", ()), ("r1", "rep1", ()), ("r0", "rep0", ())]
    many = ["r0", "r2", *(f"none{number}" for number in range(1200))]
    assert [(one.id, [turn.text for turn in one.turns]) for one in store.role_plays.these(many)] == [
        ("r2", [a_greeting().text]),
        ("r0", [a_greeting().text]),
    ]
    assert store.role_plays.these([]) == ()
