"""The room: what is said is kept once, what fails is told, and whoever comes back finds the conversation as the store has it."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from assistant.assembly import Engine
from assistant.domain.people import LOCAL_PERSON
from assistant.domain.roleplay import Ending, PlayedTurn, RolePlay
from assistant.domain.terms import Terms
from assistant.errors import StoreError
from assistant.practice.milestones import milestones
from assistant.practice.room import Words, utc_now
from tests.ui.pages import GOOD, SCENARIO, Page, begun, read, talked
from ui import state
from ui.views import room_talk
from ui.words import hints

Opened = Callable[..., Page]


def said(engine: Engine, role_play: RolePlay) -> list[str]:
    return [turn.text for turn in engine.room.role_play(LOCAL_PERSON, role_play.id).turns if turn.speaker == "rep"]


def test_the_buyer_s_greeting_stands_there_with_card_clock_and_map(opened: Opened, engine: Engine) -> None:
    role_play = begun(engine)
    words = opened("room", role_play=role_play.id).words
    assert role_play.turns[0].text in words
    for expected in ("윤가영", "새온라이프\N{NO-BREAK SPACE}· CX실장", "방금 앉았어요", "보통 15분쯤 연습해요", "7가지 중 0가지", "마치고 채점하기"):
        assert expected in words


@pytest.mark.parametrize("page", ["room", "briefing"])
def test_the_buyer_gets_ready_while_the_rep_reads(opened: Opened, engine: Engine, monkeypatch: pytest.MonkeyPatch, page: str) -> None:
    expected: list[tuple[str, str]] = []
    monkeypatch.setattr(Engine, "expect", lambda self, scenario, language: expected.append((scenario.id, language)))
    opened(page, **({"role_play": begun(engine).id} if page == "room" else {"scenario": SCENARIO}))
    assert expected == [(SCENARIO, "ko")]


def test_who_plays_is_said_once(opened: Opened, engine: Engine) -> None:
    assert opened("room", role_play=begun(engine).id).words.count("AI 모델 없이 연습하고 있어요.") == 1


def test_what_the_rep_says_is_kept_and_answered(opened: Opened, engine: Engine) -> None:
    role_play = begun(engine)
    page = opened("room", role_play=role_play.id).sends(GOOD[0])
    turns = engine.room.role_play(LOCAL_PERSON, role_play.id).turns
    assert [turn.speaker for turn in turns] == ["buyer", "rep", "buyer"]
    assert GOOD[0] in page.words
    assert turns[-1].text in page.words


def test_the_clock_starts_when_the_buyer_s_line_stands_there(opened: Opened, engine: Engine) -> None:
    role_play = begun(engine)
    opened("room", role_play=role_play.id).sends(GOOD[0])
    turn = engine.room.role_play(LOCAL_PERSON, role_play.id).turns[1]
    assert turn.typing is not None
    assert turn.typing.shown_at is not None
    assert role_play.turns[0].sent_at <= turn.typing.shown_at <= turn.sent_at


def test_stars_tildes_and_tags_stay_what_was_typed(opened: Opened, engine: Engine) -> None:
    role_play = begun(engine)
    line = "3~4주, 5~6주 *중요* $100 :red[x] <img src=x onerror=alert(1)>"
    page = opened("room", role_play=role_play.id).sends(line)
    assert line in page.words
    assert "<img" not in page.html


def test_what_could_not_be_sent_goes_back_to_the_composer_with_the_reason(opened: Opened, engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise StoreError(ko="디스크가 가득 찼어요.", en="The disk is full.")

    role_play = begun(engine)
    page = opened("room", role_play=role_play.id)
    monkeypatch.setattr(engine.room, "say", full)
    page.sends(GOOD[0], "first-try")
    assert read(page.at.warning) == ["디스크가 가득 찼어요."]
    assert page.composer["refused"]["id"] == "first-try"
    assert page.composer["kept"] == []
    assert page.composer["open"]
    assert said(engine, role_play) == []


def test_words_kept_although_the_answer_to_that_got_lost_are_not_asked_for_again(
    opened: Opened, engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    role_play = begun(engine)
    page = opened("room", role_play=role_play.id)
    real = engine.room.say

    def lost(actor: Any, role_play_id: str, words: Words) -> None:
        real(actor, role_play_id, words).wait(60)
        raise StoreError(ko="연결이 끊겼어요.", en="The connection was cut.")

    monkeypatch.setattr(engine.room, "say", lost)
    page.sends(GOOD[0], "first-try")
    assert page.composer["kept"] == ["first-try"]
    assert page.composer["refused"] is None
    assert not page.at.warning
    assert said(engine, role_play) == [GOOD[0]]


def test_what_comes_twice_under_one_id_is_one_turn(opened: Opened, engine: Engine) -> None:
    role_play = begun(engine)
    page = opened("room", role_play=role_play.id).sends(GOOD[0], "same-click").sends(GOOD[0], "same-click")
    assert said(engine, role_play) == [GOOD[0]]
    assert page.composer["kept"] == ["same-click"]


def test_the_composer_s_clock_is_kept_with_the_turn(opened: Opened, engine: Engine) -> None:
    role_play = begun(engine)
    opened("room", role_play=role_play.id).sends(GOOD[0], shown_ms=9000, first_key_ms=4000, sent_ms=0, pasted_chars=2)
    turn = engine.room.role_play(LOCAL_PERSON, role_play.id).turns[1]
    assert turn.typing
    assert turn.typing.shown_at
    assert turn.typing.first_key_at
    assert (turn.typing.first_key_at - turn.typing.shown_at).total_seconds() == 5.0
    assert turn.typing.pasted_chars == 2


def test_the_same_words_said_twice_on_purpose_are_two_turns(opened: Opened, engine: Engine) -> None:
    role_play = begun(engine)
    page = opened("room", role_play=role_play.id)
    page.sends("네.")
    page.sends("네.")
    assert said(engine, role_play) == ["네.", "네."]


def test_whoever_comes_back_to_an_unanswered_turn_gets_the_answer(opened: Opened, engine: Engine) -> None:
    """As after the program was stopped in the middle of a reply."""
    role_play = begun(engine)
    engine.role_plays.add_rep_turn(role_play.id, PlayedTurn(1, "rep", GOOD[0], utc_now(), "c1"))
    page = opened("room", role_play=role_play.id)
    turns = engine.room.role_play(LOCAL_PERSON, role_play.id).turns
    assert len(turns) == 3
    assert page.words.count(turns[-1].text) == 1


def failed(engine: Engine) -> RolePlay:
    role_play = begun(engine)
    engine.role_plays.add_rep_turn(role_play.id, PlayedTurn(1, "rep", GOOD[0], utc_now(), "c1"))
    engine.role_plays.note_fault(role_play.id, "timeout")
    return role_play


def test_a_reply_that_failed_is_told_with_what_is_safe_and_what_to_do(opened: Opened, engine: Engine) -> None:
    role_play = failed(engine)
    page = opened("room", role_play=role_play.id)
    assert "하신 말씀은 저장되어 있어요" in page.at.error[0].value
    assert not page.composer["open"]
    assert len(engine.room.role_play(LOCAL_PERSON, role_play.id).turns) == 2


def test_trying_again_gives_exactly_one_reply_and_opens_the_composer(opened: Opened, engine: Engine) -> None:
    role_play = failed(engine)
    page = opened("room", role_play=role_play.id)
    page.button("retry-1").click().run()
    page.run()
    assert len(engine.room.role_play(LOCAL_PERSON, role_play.id).turns) == 3
    assert not page.at.error
    assert page.composer["open"]


def test_the_map_fills_in_without_giving_away_what_is_still_open(opened: Opened, engine: Engine) -> None:
    role_play = begun(engine)
    before = opened("room", role_play=role_play.id).words
    assert all(item.name.ko not in before for item in engine.library.get(role_play.scenario).discovery)
    after = talked(engine, *GOOD)
    mind = after.mind()
    assert mind is not None
    assert mind.touched
    shown = opened("room", role_play=after.id).words
    assert any(item.name.ko in shown for item in engine.library.get(role_play.scenario).discovery)


def test_a_long_conversation_draws_its_last_turns(opened: Opened, engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room_talk, "MOST_TURNS", 3)
    role_play = talked(engine, *GOOD)
    words = opened("room", role_play=role_play.id).words
    assert "앞서 오간 말 4마디는 스코어카드에서 볼 수 있어요" in words
    assert GOOD[0] not in words
    assert GOOD[2] in words


def test_finishing_ends_it_and_leads_to_the_questions_before_the_scores(opened: Opened, engine: Engine) -> None:
    role_play = talked(engine, *GOOD)
    page = opened("room", role_play=role_play.id)
    page.button("finish-yes").click().run()
    assert engine.room.role_play(LOCAL_PERSON, role_play.id).ended is not None
    assert "점수를 보기 전에 잠깐 돌아볼까요?" in page.words


@pytest.mark.parametrize(
    ("outcome", "why", "sentence"),
    [
        ("walked_away", "contempt", "무시당했다고 느낀 윤가영 님이 자리에서 일어났어요."),
        ("committed", "agreed", "윤가영 님이 다음 단계에 합의했어요."),
        ("open", "rep_finished", "여기서 대화를 마쳤어요. 다음 약속은 잡지 못했어요."),
    ],
)
def test_an_ended_room_says_what_ended_it_and_opens_the_scorecard(opened: Opened, engine: Engine, outcome: Any, why: str, sentence: str) -> None:
    role_play = begun(engine)
    engine.role_plays.end(role_play.id, Ending("buyer", outcome, why, utc_now()))
    page = opened("room", role_play=role_play.id)
    assert sentence in page.words
    assert page.button("to-scorecard")
    assert page.composer["closed"]
    assert not page.composer["open"]


def test_the_screen_s_language_is_not_the_talk_s(opened: Opened, engine: Engine) -> None:
    role_play = begun(engine)
    words = opened("room", language="en-GB", role_play=role_play.id).words
    assert "Gayoung Yoon" in words
    assert role_play.turns[0].text in words


def test_a_room_that_is_not_there_is_one_sentence(opened: Opened) -> None:
    page = opened("room", role_play="nobody")
    assert read(page.at.info) == ["그런 대화를 찾지 못했어요. 지난 연습은 '내 롤플레이'에 모여 있어요."]
    assert page.links("role-plays")


def test_a_room_without_a_role_play_says_where_to_begin_one(opened: Opened) -> None:
    assert opened("room").links("")


def test_a_hint_asks_names_the_playbook_and_goes_when_the_talk_goes_on(opened: Opened, engine: Engine) -> None:
    role_play = begun(engine)
    page = opened("room", role_play=role_play.id)
    page.button("hint").click().run()
    asked = engine.coach.words(engine.coach.given(role_play.id), "ko").format(buyer="윤가영")
    assert asked in page.words
    page.sends(GOOD[0])
    assert asked not in page.words
    assert [hint.turn for hint in engine.coach.given(role_play.id)] == [0]


def test_the_mood_is_shown_in_words_until_one_hides_it(opened: Opened, engine: Engine) -> None:
    role_play = begun(engine)
    page = opened("room", role_play=role_play.id)
    mind = role_play.mind()
    assert mind
    mood = hints.MOODS[mind.mood].ko
    assert mood in page.words
    page.at.toggle(key=state.MOOD).set_value(False).run()
    assert mood not in page.words
    page.sends(GOOD[0])
    assert not any(text.ko in page.words for text in hints.MOODS.values())


def test_milestones_fill_in_with_the_turn(opened: Opened, engine: Engine) -> None:
    role_play = begun(engine)
    page = opened("room", role_play=role_play.id)
    assert "5가지 중 0가지" in page.words
    assert "✓" not in page.html
    talk = talked(engine, *GOOD)
    reached = [one for one in milestones(engine.room.scenario_of(talk.id), talk) if one.reached]
    page = opened("room", role_play=talk.id)
    assert page.html.count("✓") == 2 * len(reached), "once wide, once folded"
    assert f"5가지 중 {len(reached)}가지" in page.words


def assessed(engine: Engine, **terms: Any) -> RolePlay:
    return engine.room.begin(LOCAL_PERSON, SCENARIO, "ko", 2, seed=7, terms=Terms(**terms))


def test_an_assessment_has_no_hint_no_mood_no_map_and_no_way_back(opened: Opened, engine: Engine) -> None:
    role_play = assessed(engine)
    assert engine.room.say(LOCAL_PERSON, role_play.id, Words(GOOD[0], "c1")).wait(60)
    page = opened("room", role_play=role_play.id)
    keys = {one.key for one in page.at.button}
    assert not keys & {"hint", "go-back-yes"}
    assert "finish-yes" in keys
    assert not page.at.toggle
    assert "알아낸 것" not in page.words
    assert "여기까지 왔어요" not in page.words
    assert "평가 · 2번 중 1번째" in page.words
    assert "14분 남았어요" in page.words


def test_when_time_is_up_the_room_says_so_and_keeps_what_was_being_typed(opened: Opened, engine: Engine) -> None:
    role_play = assessed(engine, time_limit_s=0)
    page = opened("room", role_play=role_play.id)
    assert "정해진 시간이 다 되어 대화가 끝났어요." in page.words
    assert page.composer["closed"]
    assert "시간이 다 되어 보내지 못한 말이에요." in page.composer["words"]["closed"]
    ended = engine.room.role_play(LOCAL_PERSON, role_play.id).ended
    assert ended
    assert ended.by == "limit"


def test_words_sent_after_time_was_up_are_given_back(opened: Opened, engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    role_play = assessed(engine)
    page = opened("room", role_play=role_play.id)
    late = utc_now() + timedelta(minutes=16)
    monkeypatch.setattr(engine.room, "_now", lambda: late)
    page.sends("하나만 더 여쭐게요.", "late-words")
    assert said(engine, role_play) == []
    assert page.composer["closed"]
    assert page.composer["kept"] == []
    assert page.button("to-scorecard")
