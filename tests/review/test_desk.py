"""The trainer's desk: what lies on it and why, what is hidden until one's own scores are kept, and what the rep is told."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from assistant.domain.items import ITEMS
from assistant.domain.people import Actor, Role, Team
from assistant.domain.roleplay import RolePlay
from assistant.domain.scorecard import JudgedItem, Judging, Score, Scorecard
from assistant.domain.transcript import Typing
from assistant.domain.words import DIMENSIONS
from assistant.errors import InputError, NotAllowed, NotFound
from assistant.review import Desk, Submitting
from assistant.review.oddities import FEWEST_USUAL, Usual, oddities, usual
from assistant.review.queueing import SAMPLED, drawn
from assistant.store import Store
from tests.store.samples import a_greeting, a_role_play, a_scenario, a_scorecard, finished, rep_says

NOW = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)
TEAM, ELSEWHERE = Team("sales", "영업 1팀"), Team("clinic", "의료팀")


def a(name: str, *roles: Role, team: Team = TEAM) -> Actor:
    return Actor(name, name, frozenset(roles), frozenset({team.id}))


REP, TRAINER, OTHER, MANAGER = a("boram", "rep"), a("narae", "trainer"), a("daon", "trainer"), a("maru", "manager")
STRANGER = a("haru", "trainer", team=ELSEWHERE)
UNDRAWN = next(f"talk{number}" for number in range(100) if not drawn(f"talk{number}"))
DRAWN = next(f"talk{number}" for number in range(100) if drawn(f"talk{number}"))


@pytest.fixture
def desk(store: Store) -> Desk:
    for team in (TEAM, ELSEWHERE):
        store.accounts.add_team(team)
    return Desk(store.role_plays, store.scorecards, store.reviews, store.accounts, lambda: NOW)


@pytest.fixture
def submitting(store: Store) -> Submitting:
    return Submitting(store.role_plays, store.reviews, store.accounts, lambda: NOW)


def held(store: Store, role_play_id: str = UNDRAWN, card: Scorecard | None = None, shared: bool = True) -> RolePlay:
    role_play = a_role_play(role_play_id, rep=REP.id, turns=(a_greeting(), rep_says()), ended=finished())
    store.role_plays.begin(role_play, a_scenario())
    store.scorecards.add(role_play.id, card or plain(), NOW)
    return store.role_plays.share(role_play.id, [TEAM.id], NOW) if shared else role_play


def plain(value: float = 60.0, half: float = 10.0) -> Scorecard:
    """Nothing odd about it."""
    return replace(a_scorecard(), scores={one: Score(value, value - half, value + half, "") for one in DIMENSIONS})


def scored(desk: Desk, trainer: Actor, talk: RolePlay, points: int = 50) -> None:
    for dimension in DIMENSIONS:
        desk.score(trainer, talk.id, dimension, points)
    desk.keep_blind(trainer, talk.id)


def test_what_a_rep_submits_lies_on_the_desk_with_their_question(desk: Desk, submitting: Submitting, store: Store) -> None:
    talk = held(store, shared=False)
    assert desk.everything(TRAINER) == ()
    submitting.submit(REP, talk.id, " 너무 일찍 말했을까요? ")
    (waiting,) = desk.queue(TRAINER)
    assert waiting.reasons == ("submitted",)
    assert waiting.left.submission is not None
    assert waiting.left.submission.question == "너무 일찍 말했을까요?"
    assert desk.queue(STRANGER) == desk.queue(MANAGER) == desk.queue(REP) == ()


def test_what_is_only_shared_is_there_but_waits_for_nobody(desk: Desk, store: Store) -> None:
    talk = held(store)
    assert desk.queue(TRAINER) == ()
    assert [one.role_play.id for one in desk.everything(TRAINER)] == [talk.id]


def test_the_machine_and_other_trainers_stay_hidden_until_one_s_own_scores_are_kept(desk: Desk, store: Store) -> None:
    talk = held(store, card=plain(92.0))
    scored(desk, OTHER, talk, 40)
    desk.comment(OTHER, talk.id, 1, "여기서 한 박자 쉬어 보세요.")
    desk.close(OTHER, talk.id, "done")
    before = desk.open(TRAINER, talk.id)
    assert (before.card, before.odd, before.left.reviews, before.left.comments) == (None, (), (), ())
    assert desk.left_on(TRAINER, talk.id).reviews == ()
    assert desk.scores_first(TRAINER, talk)
    scored(desk, TRAINER, talk)
    after = desk.open(TRAINER, talk.id)
    assert after.card == plain(92.0)
    assert after.odd == ("too_good",)
    assert len(after.left.reviews) == 2
    assert not desk.scores_first(TRAINER, talk)
    assert not desk.scores_first(REP, talk)
    assert not desk.scores_first(MANAGER, talk)


def test_blind_scores_are_whole_and_then_never_changed(desk: Desk, store: Store) -> None:
    talk = held(store)
    desk.score(TRAINER, talk.id, "warm", 45)
    with pytest.raises(InputError, match="Score all four"):
        desk.keep_blind(TRAINER, talk.id)
    scored(desk, TRAINER, talk, 55)
    with pytest.raises(InputError, match="cannot be changed"):
        desk.score(TRAINER, talk.id, "warm", 80)
    with pytest.raises(InputError, match="cannot be changed"):
        desk.answer(TRAINER, talk.id, "takes_up", 2)
    with pytest.raises(InputError, match="cannot be changed"):
        desk.clear(TRAINER, talk.id, "takes_up")
    mine = store.reviews.of(talk.id).by(TRAINER.id)
    assert mine is not None
    assert dict(mine.scores) == dict.fromkeys(DIMENSIONS, 55)


def test_items_are_answered_0_to_2_or_had_no_occasion(desk: Desk, store: Store) -> None:
    talk = held(store)
    desk.answer(TRAINER, talk.id, "takes_up", 2)
    desk.answer(TRAINER, talk.id, "asks_on", None)
    desk.answer(TRAINER, talk.id, "grounds", 0)
    mine = desk.clear(TRAINER, talk.id, "grounds")
    assert dict(mine.items) == {"takes_up": 2, "asks_on": None}
    for item, value in (("takes_up", 3), ("charm", 1)):
        with pytest.raises(InputError):
            desk.answer(TRAINER, talk.id, item, value)
    assert set(mine.items) <= set(ITEMS)


def test_what_is_being_written_survives_and_the_talk_stays_on_top(desk: Desk, submitting: Submitting, store: Store) -> None:
    first, begun = held(store), held(store, "begun", shared=False)
    submitting.submit(REP, first.id)
    desk_before = [one.role_play.id for one in desk.queue(TRAINER)]
    submitting.share(REP, begun.id)
    desk.box(TRAINER, begun.id, "comment", "반쯤 쓴 말")
    assert desk_before == [first.id]
    assert [(one.role_play.id, one.reasons[0]) for one in desk.queue(TRAINER)] == [(begun.id, "begun"), (first.id, "submitted")]
    mine = desk.open(TRAINER, begun.id).mine
    assert mine is not None
    assert dict(mine.boxes) == {"comment": "반쯤 쓴 말"}


def test_an_override_needs_a_reason_and_one_s_own_scores_first(desk: Desk, store: Store) -> None:
    talk = held(store)
    with pytest.raises(InputError, match="Keep your own scores first"):
        desk.override(TRAINER, talk.id, "warm", 40, "걱정을 듣고도 설명만 했어요.")
    scored(desk, TRAINER, talk)
    with pytest.raises(InputError, match="Say in a sentence why"):
        desk.override(TRAINER, talk.id, "warm", 40, " . ")
    desk.override(TRAINER, talk.id, "warm", 40, "걱정을 듣고도 설명만 했어요.")
    desk.override(TRAINER, talk.id, "fast", 70, "바로 답했어요.")
    kept = desk.take_override_back(TRAINER, talk.id, "fast")
    assert {name: one.value for name, one in kept.overrides.items()} == {"warm": 40}
    latest = store.scorecards.latest(talk.id)
    assert latest is not None
    assert latest.scores["warm"].value == 60.0, "the machine's number stays"


def test_a_comment_is_pinned_to_words_that_were_said(desk: Desk, store: Store) -> None:
    talk = held(store)
    assert desk.comment(TRAINER, talk.id, 1, "좋은 질문", "“요즘   콜센터는”").quote == "요즘 콜센터는"
    assert desk.comment(TRAINER, talk.id, 1, "전체").quote == ""
    for turn, text, quote in ((1, "x", "하지 않은 말"), (9, "x", ""), (1, "  ", "")):
        with pytest.raises(InputError):
            desk.comment(TRAINER, talk.id, turn, text, quote)
    assert len(store.reviews.of(talk.id).comments) == 2


def test_the_rep_is_told_when_it_is_closed_and_takes_note(desk: Desk, submitting: Submitting, store: Store) -> None:
    talk = held(store)
    scored(desk, TRAINER, talk)
    desk.comment(TRAINER, talk.id, 1, "여기서 한 박자 쉬어 보세요.")
    assert desk.left_on(REP, talk.id).comments == ()
    assert submitting.news(REP) == ()
    with pytest.raises(InputError, match="what to do again"):
        desk.close(TRAINER, talk.id, "sent_back")
    desk.close(TRAINER, talk.id, "sent_back", "가격 전에 결재 과정을 물어보세요.")
    (news,) = submitting.news(REP)
    assert news.role_play == talk.id
    assert len(desk.left_on(REP, talk.id).comments) == len(desk.left_on(MANAGER, talk.id).comments) == 1
    with pytest.raises(NotAllowed):
        submitting.take_note(MANAGER, talk.id, TRAINER.id, "제가 대신")
    submitting.take_note(REP, talk.id, TRAINER.id, "다시 해 볼게요.")
    assert submitting.news(REP) == ()
    assert desk.left_on(REP, talk.id).reviews[0].answer == "다시 해 볼게요."
    assert desk.queue(TRAINER) == ()


def test_what_one_trainer_closed_waits_for_no_other_unless_chance_has_drawn_it(desk: Desk, submitting: Submitting, store: Store) -> None:
    for talk in (held(store, UNDRAWN), held(store, DRAWN)):
        submitting.submit(REP, talk.id)
        scored(desk, TRAINER, talk)
        desk.close(TRAINER, talk.id, "done")
    assert desk.queue(TRAINER) == ()
    assert [(one.role_play.id, one.reasons) for one in desk.queue(OTHER)] == [(DRAWN, ("sampled",))]
    scored(desk, OTHER, store.role_plays.get(DRAWN))
    assert desk.queue(a("third", "trainer")) == ()


def test_an_assessment_that_was_assigned_is_looked_at_and_stays_shared(desk: Desk, submitting: Submitting, store: Store) -> None:
    values: dict[str, object] = {"rep": REP.id, "turns": (a_greeting(), rep_says()), "ended": finished(), "assignment": "a1"}
    for name, mode in (("assigned", "assessment"), ("practised", "practice")):
        talk = a_role_play(name, mode=mode, share_at_end=frozenset({TEAM.id}), **values)
        store.role_plays.begin(talk, a_scenario())
        store.role_plays.share(name, [TEAM.id], NOW)
        store.scorecards.add(name, plain(), NOW)
    waits = {one.role_play.id: one.reasons for one in desk.queue(TRAINER)}
    assert waits["assigned"][0] == "due"
    assert "due" not in waits.get("practised", ())
    with pytest.raises(InputError, match="stays shared"):
        submitting.take_back(REP, "assigned")


def test_chance_draws_the_same_for_the_same_seed_and_about_its_share() -> None:
    ids = [f"r{number}" for number in range(4000)]
    first = [drawn(one) for one in ids]
    assert first == [drawn(one) for one in ids] != [drawn(one, "another") for one in ids]
    assert abs(sum(first) / len(ids) - SAMPLED) < 0.02


def test_what_is_odd_is_drawn_before_it_is_scored_and_not_named(desk: Desk, store: Store) -> None:
    held(store, card=plain(half=20.0))
    (waiting,) = desk.queue(TRAINER)
    assert (waiting.reasons, waiting.odd) == (("odd",), ("wide_band",))


def test_oddities_are_what_they_say() -> None:
    talk = a_role_play(turns=(a_greeting(), rep_says()), ended=finished())
    assert oddities(talk, plain(), {}) == ()
    assert oddities(talk, plain(93.0), {}) == ("too_good",)
    assert oddities(talk, plain(), {("ko", "warm"): Usual(20.0, 8.0)}) == ("far_from_trainers",)
    assert oddities(talk, plain(), {("en", "warm"): Usual(20.0, 8.0)}) == ()
    pasted = replace(rep_says(), typing=Typing(None, None, 400))
    assert oddities(replace(talk, turns=(a_greeting(), pasted)), plain(), {}) == ("pasted",)
    judging = Judging(3, (JudgedItem("takes_up", "warm", 0.0, 0, 0, 3),), 0, (), 1.0, 1, 1, False, None)
    judged = plain()
    judged = replace(judged, made_by=replace(judged.made_by, judging=judging))
    assert oddities(talk, judged, {}) == ("judge_disagrees",)
    failed = replace(judged, made_by=replace(judged.made_by, judge_failed="timeout"))
    assert oddities(talk, failed, {}) == ()


def test_there_is_a_usual_from_enough_reviews_on() -> None:
    assert usual([("ko", {"warm": 50})] * (FEWEST_USUAL - 1)) == {}
    assert usual([("ko", {"warm": 40}), ("ko", {"warm": 60})] * FEWEST_USUAL)["ko", "warm"].mean == 50


@pytest.mark.parametrize("actor", [REP, MANAGER, a("both", "rep", "manager"), a("admin", "admin")], ids=lambda one: one.id)
def test_nobody_but_a_trainer_reviews(desk: Desk, store: Store, actor: Actor) -> None:
    talk = held(store)
    for act in (
        lambda: desk.open(actor, talk.id),
        lambda: desk.score(actor, talk.id, "warm", 50),
        lambda: desk.comment(actor, talk.id, 1, "x"),
        lambda: desk.keep_blind(actor, talk.id),
    ):
        with pytest.raises((NotAllowed, NotFound)):
            act()
    assert store.reviews.of(talk.id).reviews == ()


def test_nobody_reviews_themselves_or_another_team(desk: Desk, store: Store) -> None:
    talk = held(store)
    both = replace(REP, roles=frozenset({"rep", "trainer"}))
    with pytest.raises(NotAllowed):
        desk.score(both, talk.id, "warm", 100)
    assert desk.everything(both) == ()
    with pytest.raises(NotFound):
        desk.open(STRANGER, talk.id)


def test_it_is_taken_back_until_a_trainer_has_scored_it(desk: Desk, submitting: Submitting, store: Store) -> None:
    talk = held(store, shared=False)
    submitting.submit(REP, talk.id)
    submitting.take_back(REP, talk.id)
    assert store.reviews.of(talk.id).submission is None
    submitting.submit(REP, talk.id)
    scored(desk, TRAINER, talk)
    with pytest.raises(InputError):
        submitting.take_back(REP, talk.id)


def test_what_was_done_is_on_record_without_anybody_s_words(desk: Desk, submitting: Submitting, store: Store) -> None:
    talk = held(store, shared=False)
    submitting.submit(REP, talk.id, "비밀 질문")
    scored(desk, TRAINER, talk)
    desk.comment(TRAINER, talk.id, 1, "비밀 코멘트")
    desk.override(TRAINER, talk.id, "warm", 40, "비밀 이유예요")
    desk.close(TRAINER, talk.id, "done", "비밀 할 일")
    submitting.take_note(REP, talk.id, TRAINER.id, "비밀 답")
    entries = store.accounts.audited(20)
    assert [one.action for one in reversed(entries)] == [
        "role_play_shared", "role_play_submitted", "review_scored_blind", "comment_left", "score_overridden", "review_closed", "review_answered",
    ]  # fmt: skip
    assert not any("비밀" in f"{one.detail}{one.thing}" for one in entries)


def test_a_talk_that_goes_on_is_not_submitted_and_a_rep_without_a_team_shares_with_nobody(submitting: Submitting, store: Store, desk: Desk) -> None:
    store.role_plays.begin(a_role_play("open", rep=REP.id, began_at=NOW - timedelta(minutes=5)), a_scenario())
    with pytest.raises(InputError, match="once the talk has ended"):
        submitting.submit(REP, "open")
    alone = Actor(REP.id, REP.name, REP.roles)
    with pytest.raises(InputError, match="in no team"):
        submitting.submit(alone, held(store, shared=False).id)
