"""Swapped sides below the screens: one's own words are kept first, the good rep's line comes once, and nothing of it is in one's history."""

from datetime import UTC, datetime

import pytest

from assistant.domain.people import LOCAL_PERSON, Actor
from assistant.domain.roleplay import PlayedTurn
from assistant.domain.words import LANGUAGES, Language
from assistant.errors import InputError, NotFound
from assistant.practice.buyer import Buyer
from assistant.practice.compared import compared
from assistant.practice.room import MOST_CHARS, Room
from assistant.practice.sides import Sides
from assistant.settings import HOME
from assistant.store import Store
from tests.practice.talk import scenario

DEAL = "cloud-phone-cx-lead"
OWN = "저라면 먼저 성수기 이야기를 여쭤볼 것 같아요."
STRANGER = Actor("somebody", "somebody", frozenset({"rep"}))


def sides(store: Store) -> Sides:
    buyer = Buyer(HOME / "prompts", HOME / "knowledge" / "voice", lambda *_: [], None)
    room = Room(store.role_plays, lambda name: scenario(name), buyer, tuple)
    return Sides(
        room, store.role_plays, store.swaps, lambda name: scenario(name), buyer, HOME / "knowledge" / "good_reps", tuple, lambda: datetime.now(UTC)
    )


def watched(here: Sides, swap_id: str, own: str = OWN) -> None:
    """One round: one's own words, the good rep's line, the buyer's answer."""
    now = here.look(LOCAL_PERSON, swap_id)
    here.answer(LOCAL_PERSON, swap_id, len(now.role_play.turns), own)
    reply = here.buyer_answers(LOCAL_PERSON, swap_id)
    assert reply
    assert reply.wait(20)


def test_one_says_first_then_sees_the_good_reps_line_then_hears_the_buyer(store: Store) -> None:
    here = sides(store)
    begun = here.begin(LOCAL_PERSON, DEAL, "ko", 2, seed=1)
    assert here.look(LOCAL_PERSON, begun.id).asks()
    now = here.answer(LOCAL_PERSON, begun.id, 1, OWN)
    assert not now.asks()
    kept = now.by_turn[1]
    assert kept.own == OWN
    assert now.role_play.turns[1].text == kept.good.text
    assert now.role_play.turns[1].text != OWN
    reply = here.buyer_answers(LOCAL_PERSON, begun.id)
    assert reply
    assert reply.wait(20)
    assert here.look(LOCAL_PERSON, begun.id).asks()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_whole_talk_comes_to_an_end_that_is_kept(store: Store, language: Language) -> None:
    here = sides(store)
    begun = here.begin(LOCAL_PERSON, DEAL, language, 2, seed=0)
    while here.look(LOCAL_PERSON, begun.id).role_play.ended is None:
        watched(here, begun.id, "")
    ended = store.role_plays.get(begun.id).ended
    assert ended
    assert ended.outcome == "committed"
    assert here.buyer_answers(LOCAL_PERSON, begun.id) is None


def test_saying_it_twice_is_one_turn_and_the_first_words_stay(store: Store) -> None:
    here = sides(store)
    begun = here.begin(LOCAL_PERSON, DEAL, "ko", 2)
    here.answer(LOCAL_PERSON, begun.id, 1, OWN)
    again = here.answer(LOCAL_PERSON, begun.id, 1, "다른 말")
    assert len(again.role_play.turns) == 2
    assert again.by_turn[1].own == OWN


def test_words_kept_before_a_crash_get_their_good_line_on_return(store: Store) -> None:
    here = sides(store)
    begun = here.begin(LOCAL_PERSON, DEAL, "ko", 2, seed=1)
    kept = sides(store).answer(LOCAL_PERSON, begun.id, 1, OWN).by_turn[1]
    other = here.begin(LOCAL_PERSON, DEAL, "ko", 2, seed=1)
    store.swaps.keep(other.id, kept)
    now = here.look(LOCAL_PERSON, other.id)
    assert now.by_turn[1].own == OWN
    assert [turn.text for turn in now.role_play.turns[1:]] == [kept.good.text]


def test_it_is_in_nobodys_history(store: Store) -> None:
    here = sides(store)
    begun = here.begin(LOCAL_PERSON, DEAL, "ko", 2)
    watched(here, begun.id)
    assert store.role_plays.of_rep(LOCAL_PERSON.id) == ()
    assert store.role_plays.all() == ()
    assert [one.id for one in here.mine(LOCAL_PERSON)] == [begun.id]
    assert here.is_swap(begun.id)


def test_somebody_elses_cannot_be_looked_at(store: Store) -> None:
    here = sides(store)
    begun = here.begin(LOCAL_PERSON, DEAL, "ko", 2)
    with pytest.raises(NotFound):
        here.look(STRANGER, begun.id)
    with pytest.raises(NotFound):
        here.look(LOCAL_PERSON, "nothing")


def test_too_many_characters_are_refused_and_nothing_is_kept(store: Store) -> None:
    here = sides(store)
    begun = here.begin(LOCAL_PERSON, DEAL, "ko", 2)
    with pytest.raises(InputError):
        here.answer(LOCAL_PERSON, begun.id, 1, "가" * (MOST_CHARS + 1))
    assert here.look(LOCAL_PERSON, begun.id).asks()


def test_personal_data_in_ones_own_words_is_hidden_before_it_is_kept(store: Store) -> None:
    here = sides(store)
    begun = here.begin(LOCAL_PERSON, DEAL, "ko", 2)
    now = here.answer(LOCAL_PERSON, begun.id, 1, "제 번호는 010-1234-5678이에요.")
    assert "1234-5678" not in now.by_turn[1].own


def test_two_lines_are_compared_by_what_can_be_heard_in_them(store: Store) -> None:
    here = sides(store)
    begun = here.begin(LOCAL_PERSON, DEAL, "ko", 2, seed=1)
    watched(here, begun.id)
    before = here.look(LOCAL_PERSON, begun.id).role_play.turns[2]
    good = here.answer(LOCAL_PERSON, begun.id, 3, OWN).by_turn[3].good.text
    both = compared("오늘 계약하시면 10% 깎아 드릴게요.", good, before, scenario(), "ko")
    rows = {row.point: (row.own, row.good) for row in both.rows}
    assert rows["discounts"] == (True, False)
    assert rows["takes_in"] == (False, True)
    assert both.good_echoes


@pytest.mark.parametrize(
    ("language", "said", "own", "points"),
    [
        ("ko", "비용이 걱정이에요.", "지금 결정하시면 20% 깎아 드릴게요. 이번 주까지만이에요.", {"presses", "discounts"}),
        ("ko", "생각 좀 해 볼게요.", "뭘 더 생각하세요, 남들은 벌써 다 바꿨는데. 늦으면 손해예요.", {"presses"}),
        ("ko", "생각 좀 해 볼게요.", "네, 천천히 보세요. 혹시 제일 걸리는 게 차값인가요, 충전인가요?", {"one_question"}),
        (
            "ko",
            "대표님이 숫자를 좋아하세요.",
            "대표님이 숫자를 보신다니, 놓친 통화 수를 한 장으로 금요일까지 보내 드릴게요.",
            {"takes_in", "reason", "next_step"},
        ),
        (
            "ko",
            "현장 반장들이 싫어할 겁니다.",
            "반장님들이 싫어하실 거라는 말씀이시죠. 그래서 첫 달은 반장님 두 분만 써 보시고, 의견대로 화면을 고친 뒤에 넓히는 걸 제안합니다.",
            {"takes_in", "reason"},
        ),
        ("ko", "기름값이 무서워요.", "한 달에 2천만 원 넘게 나가면 무섭죠.", {"takes_in"}),
        ("ko", "전에 하다가 망했습니다.", "어쩌다 그렇게 됐습니까?", {"open_question", "one_question"}),
        ("en", "I'm worried about the cost.", "Sign this week and I'll knock 20 percent off. After Friday it's gone.", {"presses", "discounts"}),
        ("en", "Let me think about it.", "What's there to think about? Everybody else has switched.", {"presses"}),
        (
            "en",
            "My CEO likes numbers.",
            "Since your CEO likes numbers, I'll put it on one page and send it by Friday.",
            {"takes_in", "reason", "next_step"},
        ),
        (
            "en",
            "If it's late we're out on the street.",
            "That must keep you up at night. So I'd plan to finish two weeks before, with 100,000 won off for every day we're late.",
            {"takes_in", "reason"},
        ),
    ],
)
def test_what_one_wrote_is_marked_as_a_reader_would(language: Language, said: str, own: str, points: set[str]) -> None:
    both = compared(own, "", PlayedTurn(2, "buyer", said, datetime.now(UTC)), scenario(), language)
    assert {row.point for row in both.rows if row.own} == points
