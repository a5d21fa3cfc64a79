"""Going back to one of one's own turns, and the two tries side by side."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from assistant.assembly import Engine
from assistant.domain.people import LOCAL_PERSON
from assistant.domain.roleplay import Branch, RolePlay
from assistant.domain.scorecard import Score
from assistant.practice.room import Words
from tests.ui import cards
from tests.ui.pages import GOOD, Page, begun, read, talked

Opened = Callable[..., Page]
ANEW = "그럼 7월에 제일 힘들었던 날은 언제였나요?"


@pytest.fixture
def first(engine: Engine) -> RolePlay:
    role_play = talked(engine, *GOOD, finished=True)
    cards.keep(engine, role_play, cards.card(role_play))
    return role_play


@pytest.fixture
def second(engine: Engine, first: RolePlay) -> RolePlay:
    again = engine.room.branch(LOCAL_PERSON, first.id, 3)
    assert engine.room.say(LOCAL_PERSON, again.id, Words(ANEW, "anew")).wait(60)
    engine.room.finish(LOCAL_PERSON, again.id)
    return engine.room.role_play(LOCAL_PERSON, again.id)


def branches(engine: Engine) -> list[RolePlay]:
    return [one for one in engine.room.mine(LOCAL_PERSON) if one.branch]


def test_each_of_my_turns_on_the_scorecard_leads_back_to_just_before_it(opened: Opened, engine: Engine, first: RolePlay) -> None:
    page = opened("scorecard", role_play=first.id)
    assert [one.key for one in page.at.button if (one.key or "").startswith("again-")] == ["again-1", "again-3", "again-5"]
    page.button("again-3").click().run()
    (again,) = branches(engine)
    assert again.branch == Branch(first.id, 3)
    assert page.at.query_params["role_play"] == again.id
    assert GOOD[0] in page.words
    assert GOOD[1] not in page.words
    assert "2번째 말부터 다시 하는 대화예요." in page.words


def test_the_one_thing_to_try_can_be_tried_at_once(opened: Opened, engine: Engine, first: RolePlay) -> None:
    page = opened("scorecard", role_play=first.id)
    page.button("redo-now").click().run()
    (again,) = branches(engine)
    assert again.branch == Branch(first.id, 5, 3, "tell_share")
    assert "세 마디만 다시 해 봐요. 3번 더 말하면 끝나요." in page.words
    assert "설명은 질문을 받은 뒤에 하고, 그 전에 한 가지를 먼저 물어보세요." in page.words
    assert GOOD[1] in page.words
    assert GOOD[2] not in page.words


def test_going_back_twice_to_the_same_turn_without_a_word_is_one_branch(opened: Opened, engine: Engine, first: RolePlay) -> None:
    page = opened("scorecard", role_play=first.id)
    page.button("again-3").click().run()
    page.go("scorecard", role_play=first.id).button("again-3").click().run()
    assert len(branches(engine)) == 1


def test_going_back_after_having_spoken_there_is_another_branch(opened: Opened, engine: Engine, first: RolePlay) -> None:
    page = opened("scorecard", role_play=first.id)
    page.button("again-3").click().run()
    (again,) = branches(engine)
    assert engine.room.say(LOCAL_PERSON, again.id, Words(ANEW, "anew")).wait(60)
    page.go("scorecard", role_play=first.id).button("again-3").click().run()
    assert len(branches(engine)) == 2


def test_in_the_room_one_goes_back_to_a_turn_one_picks_and_the_talk_stays(opened: Opened, engine: Engine) -> None:
    going_on = talked(engine, *GOOD)
    page = opened("room", role_play=going_on.id)
    page.at.selectbox(key="back-to-7").set_value(1)
    page.button("go-back-yes").click().run()
    (again,) = branches(engine)
    assert again.branch == Branch(going_on.id, 1)
    assert engine.room.role_play(LOCAL_PERSON, going_on.id) == going_on


def test_where_nothing_was_said_there_is_nothing_to_go_back_to(opened: Opened, engine: Engine) -> None:
    page = opened("room", role_play=begun(engine).id)
    assert "되돌아가기" not in page.words
    assert not page.at.selectbox


def test_my_role_plays_name_a_branch_and_lead_to_both_tries(opened: Opened, second: RolePlay) -> None:
    page = opened("role-plays")
    assert "2번째 말부터 다시" in page.words
    assert page.links("compare") == [f"role_play={second.id}"]


def test_the_scorecard_of_either_try_leads_to_both_side_by_side(opened: Opened, first: RolePlay, second: RolePlay) -> None:
    for one, said in ((first, "2번째 말부터 다시 한 대화와 나란히 보기"), (second, "처음 대화와 나란히 보기")):
        page = opened("scorecard", role_play=one.id)
        assert page.links("compare") == [f"role_play={second.id}"]
        assert said in [link.label for link in page.at.page_link]


def test_from_a_room_that_has_ended_one_can_still_go_back(opened: Opened, engine: Engine, first: RolePlay) -> None:
    page = opened("room", role_play=first.id)
    page.button("go-back-yes").click().run()
    assert [one.branch for one in branches(engine)] == [Branch(first.id, 5)]


def test_two_tries_stand_side_by_side_with_their_scores(opened: Opened, engine: Engine, first: RolePlay, second: RolePlay) -> None:
    cards.keep(engine, second, replace(cards.card(second), strength=None, try_next=None))
    page = opened("compare", role_play=second.id)
    for expected in ("윤가영 님과 나눈 대화 · 2번째 말부터 다시", "처음", "다시", GOOD[1], ANEW, "여기까지 오간 말 3마디는 같아요"):
        assert expected in page.words
    assert page.html.count('aria-label="따뜻함 62점, 51점에서 74점 사이"') == 2
    assert sorted(page.links("scorecard")) == sorted([f"role_play={first.id}", f"role_play={second.id}"])


@pytest.mark.parametrize(
    ("low", "high", "said"), [(80.0, 95.0, "뚜렷하게 올랐어요"), (5.0, 20.0, "뚜렷하게 내렸어요"), (60.0, 80.0, "뚜렷한 차이는 아니에요")]
)
def test_a_difference_is_called_clear_only_where_the_bands_do_not_meet(
    opened: Opened, engine: Engine, second: RolePlay, low: float, high: float, said: str
) -> None:
    card = cards.card(second)
    moved = {name: replace(score, value=(low + high) / 2, low=low, high=high) if score.value else score for name, score in card.scores.items()}
    cards.keep(engine, second, replace(card, scores=moved))
    assert said in opened("compare", role_play=second.id).words


def test_what_could_not_be_scored_in_one_try_says_so_there(opened: Opened, engine: Engine, second: RolePlay) -> None:
    card = cards.card(second)
    cards.keep(engine, second, replace(card, scores=card.scores | {"warm": Score(None, None, None, "")}))
    assert "채점하지 않았어요" in opened("compare", role_play=second.id).words


def test_a_branch_still_open_has_no_score_and_can_be_continued(opened: Opened, engine: Engine, first: RolePlay) -> None:
    again = engine.room.branch(LOCAL_PERSON, first.id, 1)
    page = opened("compare", role_play=again.id)
    assert "아직 끝나지 않아서 점수가 없어요." in page.words
    assert "아직 말을 꺼내지 않았어요." in page.words
    assert page.links("room") == [f"role_play={again.id}"]


def test_a_first_try_has_nothing_beside_it(opened: Opened, first: RolePlay) -> None:
    page = opened("compare", role_play=first.id)
    assert read(page.at.info) == ["다시 해 본 대화가 아니어서 견줄 처음 대화가 없어요."]
    assert page.links("role-plays")


def test_two_tries_stand_side_by_side_in_english(opened: Opened, second: RolePlay) -> None:
    words = opened("compare", language="en-GB", role_play=second.id).words
    for expected in ("Two tries, side by side", "First try", "Second try", "retried from turn 2"):
        assert expected in words


@pytest.fixture
def redo(engine: Engine, first: RolePlay) -> RolePlay:
    """All three turns said anew."""
    again = engine.room.redo(LOCAL_PERSON, first.id, 3, "tell_share")
    for number, words in enumerate((ANEW, "그날은 어떻게 버티셨어요?", "그 뒤로 무엇이 달라졌어요?")):
        assert engine.room.say(LOCAL_PERSON, again.id, Words(words, f"redo-{number}")).wait(60)
    return engine.room.role_play(LOCAL_PERSON, again.id)


def test_a_redo_that_is_over_leads_to_both_tries_and_not_to_a_scorecard(opened: Opened, engine: Engine, redo: RolePlay) -> None:
    room = opened("room", role_play=redo.id)
    assert "세 마디를 다시 해 봤어요." in room.words
    assert [one.label for one in room.at.button if one.key == "to-scorecard"] == ["두 번을 나란히 보기"]
    page = opened("scorecard", role_play=redo.id)
    assert "두 번의 대화를 나란히" in page.words
    assert engine._store.scorecards.latest(redo.id) is None
    history = opened("role-plays")
    assert "2번째 말부터 세 마디만 다시" in history.words
    assert history.links("compare") == [f"role_play={redo.id}"]


def test_a_redo_stands_beside_the_first_try_on_what_was_tried(opened: Opened, first: RolePlay, redo: RolePlay) -> None:
    words = opened("compare", role_play=redo.id).words
    for expected in (
        "설명은 질문을 받은 뒤에 하고, 그 전에 한 가지를 먼저 물어보세요.",
        "묻지 않은 설명: ",
        "따뜻함, 이 3마디만 놓고 보면",
        "세 마디는 짧아서 폭이 넓어요.",
        GOOD[1],
        ANEW,
    ):
        assert expected in words
    assert "사람다움" not in words


def test_once_more_goes_back_to_the_first_try_again(opened: Opened, engine: Engine, first: RolePlay, redo: RolePlay) -> None:
    page = opened("compare", role_play=redo.id)
    page.button("redo-now").click().run()
    assert {one.branch for one in branches(engine)} == {Branch(first.id, 3, 3, "tell_share")}
    assert len(branches(engine)) == 2
    assert [one.label for one in opened("scorecard", role_play=first.id).at.page_link].count("2번째 말부터 세 마디 다시 해 본 것 보기") == 2


def test_a_redo_finished_early_is_held_against_as_many_turns(opened: Opened, engine: Engine, first: RolePlay) -> None:
    again = engine.room.redo(LOCAL_PERSON, first.id, 3, "tell_share")
    assert engine.room.say(LOCAL_PERSON, again.id, Words(ANEW, "redo")).wait(60)
    engine.room.finish(LOCAL_PERSON, again.id)
    words = opened("compare", role_play=again.id).words
    assert "따뜻함, 이 1마디만 놓고 보면" in words
    assert GOOD[1] in words
    assert GOOD[2] not in words


def test_a_redo_exists_in_english(opened: Opened, redo: RolePlay) -> None:
    words = opened("compare", language="en-GB", role_play=redo.id).words
    for expected in ("What to try", "Explain after a question, not before one. Ask one thing first.", "Warm, in these turns alone: 3"):
        assert expected in words
