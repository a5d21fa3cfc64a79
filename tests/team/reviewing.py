"""Three trainers and what they make of what was shared: submitted, scored blind by two of them, overridden here and there, answered or not.

They see what the machine sees, but for a bias of their own in two dimensions, a severity each and noise: something for the calibration page to find.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from random import Random

from assistant.assembly import Engine
from assistant.domain.items import ITEMS
from assistant.domain.people import Actor
from assistant.domain.roleplay import RolePlay
from assistant.domain.scorecard import Scorecard
from assistant.domain.words import DIMENSIONS, Dimension, Language
from tests.team.crews import TRAINERS
from tests.team.weeks import Clock

SEVERITY = {"trainer": -4.0, "trainer-2": 4.0, "trainer-3": 0.0}
BIAS: dict[Dimension, float] = {"warm": -8.0, "fast": 4.0}
"""Points that trainers see a dimension above the machine."""
NOISE = 7.0
SUBMITTED, OVERRIDDEN, ANSWERED, SENT_BACK = 0.5, 0.35, 0.6, 0.15
WAITS = timedelta(days=6)
"""What was shared within these last days still lies on the desk."""
QUESTIONS: dict[Language, tuple[str, ...]] = {
    "ko": ("가격을 너무 일찍 꺼낸 걸까요?", "걱정하는 말에 제가 제대로 답한 걸까요?", ""),
    "en": ("Did I name the price too early?", "Did I take the worry in?", ""),
}
SAYS: dict[Language, tuple[str, ...]] = {
    "ko": (
        "여기서 한 박자 쉬고 되물으면 더 들을 수 있었어요.",
        "상대의 말을 그대로 이어받은 점이 좋았어요.",
        "설명이 길어졌어요. 줄여 보세요.",
    ),
    "en": (
        "A pause and a question back would have told you more.",
        "Good: you went on from their own words.",
        "This ran long. Try one sentence.",
    ),
}
WHY: dict[Language, tuple[str, ...]] = {
    "ko": ("말은 부드러운데 걱정을 받아 주는 대목이 없었어요.", "숫자만 보면 그렇지만 흐름은 달랐어요."),
    "en": ("The words are soft, but the worry itself was never taken in.", "By the count that is so; as a talk it went otherwise."),
}
NEXT: dict[Language, tuple[str, ...]] = {
    "ko": ("다음에는 가격 전에 결재 과정을 먼저 물어보세요.", "걱정을 들으면 먼저 그 말을 되짚어 보세요."),
    "en": ("Next time ask how it is decided before naming a price.", "When you hear a worry, say it back first."),
}


def reviewed(engine: Engine, clock: Clock, teams: Sequence[str], until: datetime, seed: int) -> int:
    """Two trainers on everything that was shared; how many reviews were finished."""
    dice, done = Random(f"reviews:{seed}"), 0
    every = frozenset(teams)
    trainers = [Actor(one, name, frozenset({"trainer"}), every) for one, name in TRAINERS]
    shared = [one for one in engine.role_plays.shared_with(every) if one.ended and one.rep_spoke and not one.is_redo]
    for talk in sorted(shared, key=lambda one: one.began_at):
        rep = Actor(talk.rep, talk.rep, frozenset({"rep"}), talk.shared)
        clock.at = talk.began_at + timedelta(hours=2)
        card = engine.scorer.of_role_play(rep, talk.id)
        if dice.random() < SUBMITTED:
            engine.submitting.submit(rep, talk.id, dice.choice(QUESTIONS[talk.language]))
        if clock.at > until - WAITS:
            continue
        for trainer in dice.sample(trainers, 2):
            clock.at += timedelta(hours=dice.randrange(12, 40))
            _review(engine, trainer, talk, card, dice)
            done += 1
        if dice.random() < ANSWERED:
            for one in engine.desk.left_on(rep, talk.id).news():
                engine.submitting.take_note(rep, talk.id, one.by, "")
    return done


def _review(engine: Engine, trainer: Actor, talk: RolePlay, card: Scorecard, dice: Random) -> None:
    for dimension in DIMENSIONS:
        seen = (card.scores[dimension].value or 50.0) + BIAS.get(dimension, 0.0) + SEVERITY[trainer.id] + dice.gauss(0, NOISE)
        engine.desk.score(trainer, talk.id, dimension, 5 * round(min(100.0, max(0.0, seen)) / 5))
    for item, dimension in ITEMS.items():
        value = card.scores[dimension].value
        engine.desk.answer(trainer, talk.id, item, None if value is None else min(2, max(0, round(value / 50 + dice.gauss(0, 0.5)))))
    engine.desk.keep_blind(trainer, talk.id)
    turn = dice.choice([one for one in talk.turns if one.speaker == "rep"])
    engine.desk.comment(trainer, talk.id, turn.index, dice.choice(SAYS[talk.language]), turn.text.split(".")[0][:60])
    if dice.random() < OVERRIDDEN and card.scores["warm"].value is not None:
        mine = engine.desk.open(trainer, talk.id).mine
        assert mine is not None
        engine.desk.override(trainer, talk.id, "warm", mine.scores["warm"], dice.choice(WHY[talk.language]))
    engine.desk.close(trainer, talk.id, "sent_back" if dice.random() < SENT_BACK else "done", dice.choice(NEXT[talk.language]))
