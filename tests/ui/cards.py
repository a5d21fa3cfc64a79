"""Scorecards to look at: with everything, with nothing to score, with a judge that failed."""

from dataclasses import replace

from assistant.assembly import Engine
from assistant.domain.roleplay import RolePlay
from assistant.domain.scorecard import Evidence, JudgedItem, Judging, MadeBy, Measure, Score, Scorecard, Strength, TryNext, TurnScore
from assistant.practice.room import utc_now
from tests.ui.pages import GOOD


def card(role_play: RolePlay) -> Scorecard:
    scored = Score(62.4, 51.0, 73.6, "걱정을 먼저 받아 줬어요.")
    nothing = Score(None, None, None, "이 대화에는 빠름을 볼 만한 장면이 없었어요.")
    return Scorecard(
        id=role_play.id,
        language="ko",
        scores={"human": scored, "warm": scored, "fast": nothing, "professional": scored},
        turns=tuple(TurnScore(index, 50.0, 60.0 + index, None, 40.0, 0.9) for index in (1, 3, 5)),
        measures=(
            Measure("acknowledgement", "warm", 0.31, "share of worries and objections"),
            Measure("think_time", "fast", 12.4, "seconds"),
            Measure("forgotten_measure", "warm", 1.5, "things"),
        ),
        evidence=(
            Evidence("warm", "acknowledgement", 3, GOOD[1][:6], "+"),
            Evidence("warm", "acknowledgement", 5, GOOD[2][-10:], "-"),
        ),
        strength=Strength(3, GOOD[1][:6], "설명하기 전에 상대가 한 말을 먼저 받아 줬어요."),
        try_next=TryNext(5, GOOD[2][-10:], "이렇게 말해 볼게요.", "설명은 질문을 받은 뒤에.", "번호이동은 일주일 걸립니다.", "tell_share"),
        made_by=MadeBy("measured", "default@1a2b3c4d", "0.1.0"),
    )


def judged_in_vain(role_play: RolePlay) -> Scorecard:
    return replace(card(role_play), made_by=MadeBy("measured", "default@1a2b3c4d", "0.1.0", model="any", judge_failed="timeout"))


def judged(role_play: RolePlay) -> Scorecard:
    """One item the model was sure of, one it was not; a reading that failed, an answer that quoted what nobody said."""
    items = (JudgedItem("takes_up", "warm", 2.0, 1, 2, 2), JudgedItem("asks_on", "warm", 1.0, 0, 2, 2))
    judging = Judging(3, items, 1, ("timeout",), 2.34, 12_345, 678, True, 0.0123)
    made = MadeBy("measured+judge", "default@1a2b3c4d", "0.1.0", model="any", prompts={"judge.ko": "0a1b2c3d"}, judging=judging)
    seen = Evidence("warm", "judge:takes_up", 3, GOOD[1][:6], "+")
    return replace(card(role_play), made_by=made, evidence=(*card(role_play).evidence, seen))


def keep(engine: Engine, role_play: RolePlay, scorecard: Scorecard) -> None:
    engine._store.scorecards.add(role_play.id, scorecard, utc_now())
