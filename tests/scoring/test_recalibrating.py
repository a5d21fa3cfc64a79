"""Recalibrating: today's scores are made again from what a scorecard keeps, steps do what they say, and a person decides."""

from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from random import Random
from statistics import fmean

import pytest

from assistant.domain.people import Actor, Role, Team
from assistant.domain.review import Review
from assistant.domain.scorecard import Measure, Scorecard, TurnScore
from assistant.domain.words import DIMENSIONS, LANGUAGES, Dimension, Language
from assistant.errors import InputError, NotAllowed, Overtaken
from assistant.scoring import score
from assistant.scoring.recalibrating import FEWEST, Recalibrating, compared, is_held_back
from assistant.scoring.refit import Dimensioned, Steps, Taught, refitted
from assistant.scoring.refit_file import moved, moves
from assistant.scoring.rubrics import Rubrics, rubric_of, tree_of
from assistant.scoring.shapes import Band, Floor, Saturating, Shape, stretched
from assistant.store import Store
from tests.scoring.talks import BAD_EN, BAD_KO, GOOD_EN, GOOD_KO, ROOT, default_rubric
from tests.store.samples import a_greeting, a_role_play, a_scenario, finished, rep_says

NOW = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)
RUBRIC = ROOT / "knowledge" / "rubrics" / "default.yaml"
TALKS = {"ko": (GOOD_KO, BAD_KO), "en": (GOOD_EN, BAD_EN)}


def a(name: str, *roles: Role) -> Actor:
    return Actor(name, name, frozenset(roles), frozenset({"sales"}))


MANAGER, TRAINER = a("maru", "manager"), a("narae", "trainer")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("dimension", DIMENSIONS)
def test_a_score_is_made_again_from_what_its_scorecard_keeps(language: Language, dimension: Dimension) -> None:
    for talk in TALKS[language]:
        card = score(talk, rubric=default_rubric())
        value = card.scores[dimension].value
        if value is not None:
            again = Dimensioned([Taught(card, 0.0)], dimension, language, default_rubric())
            assert again.scores({})[0] == pytest.approx(value)


@pytest.mark.parametrize("steps", [{"all": 3}, {"prior": -2}, {"tone": 2, "goodwill": -1}])
def test_steps_score_as_the_rubric_does_that_they_are_put_into(steps: Steps) -> None:
    after = rubric_of(tree_of(moved(default_rubric().file, "ko", {"warm": steps})))
    for talk in TALKS["ko"]:
        before = score(talk, rubric=default_rubric())
        again = Dimensioned([Taught(before, 0.0)], "warm", "ko", default_rubric())
        value = score(talk, rubric=after).scores["warm"].value
        assert value == pytest.approx(again.scores(steps)[0])
    assert score(GOOD_EN, rubric=after).scores == score(GOOD_EN, rubric=default_rubric()).scores, "the other language stays"


def test_what_moved_is_named_and_nothing_else_moved() -> None:
    file = default_rubric().file
    after = moved(file, "ko", {"warm": {"prior": -1, "judge": 1, "tone": 2}})
    assert [(one.what, one.before, one.after) for one in moves(file, after, "ko", "warm")] == [
        ("prior", "55", "52"),
        ("judge", "0.6", "0.7"),
        ("tone", "none 0 full 1", "none 0 full 1.32"),
    ]
    assert moves(file, after, "en", "warm") == moves(file, after, "ko", "human") == ()
    assert rubric_of(tree_of(after)).version != rubric_of(tree_of(file)).version


def test_a_stricter_shape_gives_less_and_a_kinder_more() -> None:
    shapes: tuple[Shape, ...] = (
        Floor(kind="floor", none=0, full=1),
        Saturating(kind="saturating", half=0.3),
        Band(kind="band", least=0, low=0.2, high=0.4, most=1),
    )
    for shape, value in zip(shapes, (0.5, 0.3, 0.7), strict=True):
        credit = [stretched(shape, steps).credit(value) for steps in (-3, 0, 3)]
        assert credit == sorted(credit, reverse=True)
        assert credit[0] > credit[1] > credit[2]
        assert stretched(shape, 0) == shape


@cache
def cards() -> tuple[Scorecard, ...]:
    """Ninety whose measures differ as talks do."""
    dice, made = Random(4), []
    for number in range(90):
        good = dice.betavariate(2, 2)
        values = {"tone": good + dice.gauss(0, 0.15), "acknowledgement": good * 0.6, "tell_share": 0.7 - good * 0.6 + dice.gauss(0, 0.1)}
        values |= {"follow_up": good * 0.4, "politeness_floor": 0.9, "goodwill": good + dice.gauss(0, 0.2), "answer_first": 0.9}
        measures = tuple(Measure(name, "warm" if name != "answer_first" else "fast", value, "") for name, value in values.items())
        turns = tuple(TurnScore(turn, None, None, None, None, 0.0) for turn in range(12))
        card = score(GOOD_KO, rubric=default_rubric())
        card = replace(card, id=f"c{number}", measures=measures, turns=turns)
        value = float(Dimensioned([Taught(card, 0.0)], "warm", "ko", default_rubric()).scores({})[0])
        made.append(replace(card, scores={**card.scores, "warm": replace(card.scores["warm"], value=value)}))
    return tuple(made)


def taught(above: float, noise: float, seed: int) -> tuple[list[Taught], list[Taught]]:
    dice = Random(seed)
    every = [Taught(one, min(100.0, max(0.0, (one.scores["warm"].value or 0.0) + above + dice.gauss(0, noise)))) for one in cards()]
    return every[:60], every[60:]


def test_a_bias_is_found_and_taken_out_on_talks_not_seen() -> None:
    left = []
    for seed in (1, 2, 3):
        fit, rest = taught(-10.0, 6.0, seed)
        steps = refitted(Dimensioned(fit, "warm", "ko", default_rubric()))
        found = compared(Dimensioned(rest, "warm", "ko", default_rubric()), "warm", len(fit), steps)
        assert found.sure
        assert found.difference[0] == pytest.approx(10, abs=2.5)
        left.append(abs(found.difference[1]))
    assert fmean(left) < 3


@pytest.mark.parametrize("noise", [6.0, 15.0])
def test_noise_moves_nothing(noise: float) -> None:
    proposed = 0
    for seed in range(6):
        fit, rest = taught(0.0, noise, seed)
        steps = refitted(Dimensioned(fit, "warm", "ko", default_rubric()))
        proposed += compared(Dimensioned(rest, "warm", "ko", default_rubric()), "warm", len(fit), steps).sure
    assert proposed == 0


@pytest.fixture
def rubrics(store: Store) -> Rubrics:
    return Rubrics(RUBRIC, store.rubric_versions)


@pytest.fixture
def recalibrating(store: Store, rubrics: Rubrics) -> Recalibrating:
    return Recalibrating(store.role_plays, store.scorecards, store.reviews, store.rubric_versions, rubrics, store.accounts, lambda: NOW)


def reviewed(store: Store, many: int, above: float, trainers: tuple[str, ...] = ("narae", "daon")) -> None:
    dice = Random(6)
    store.accounts.add_team(Team("sales", "영업 1팀"))
    for card in cards()[:many]:
        role_play = a_role_play(str(card.id), rep="boram", turns=(a_greeting(), rep_says()), ended=finished())
        store.role_plays.begin(role_play, a_scenario())
        store.scorecards.add(role_play.id, card, NOW)
        for trainer in trainers:
            points = {one: int(min(100, max(0, (card.scores[one].value or 50) + above + dice.gauss(0, 5)))) for one in DIMENSIONS}
            store.reviews.change(role_play.id, trainer, lambda one: one, Review(role_play.id, trainer, NOW, "sampled", points, {}, NOW))


def test_a_manager_accepts_it_scores_from_then_on_and_goes_back(store: Store, recalibrating: Recalibrating, rubrics: Rubrics) -> None:
    reviewed(store, 80, -12.0)
    bundled = rubrics.now().version
    proposal = recalibrating.proposal(TRAINER, "ko")
    assert proposal.talks == 80
    assert [one.dimension for one in proposal.dimensions if one.sure] == ["warm"]
    with pytest.raises(NotAllowed):
        recalibrating.accept(TRAINER, proposal)
    recalibrating.accept(MANAGER, proposal)
    assert proposal.rubric is not None
    assert rubrics.now().version == proposal.rubric.version != bundled
    assert rubrics.of(bundled) == default_rubric(), "what made the older scorecards is still known"
    before, after = (score(GOOD_KO, rubric=one).scores["warm"].value for one in (default_rubric(), rubrics.now()))
    assert before is not None
    assert after is not None
    assert after < before - 5
    with pytest.raises(Overtaken):
        recalibrating.accept(MANAGER, proposal)
    recalibrating.go_back(MANAGER, 0)
    assert rubrics.now().version == bundled
    recalibrating.go_back(MANAGER, 1)
    assert rubrics.now().version == proposal.rubric.version
    assert [one.number for one in recalibrating.history(TRAINER)] == [1, 2, 3]
    assert [one.action for one in store.accounts.audited(3)] == ["rubric_reverted", "rubric_reverted", "rubric_accepted"]
    with pytest.raises(InputError):
        recalibrating.go_back(MANAGER, 9)


@pytest.mark.parametrize(("many", "trainers"), [(FEWEST - 1, ("narae", "daon")), (80, ("narae",))])
def test_too_few_talks_and_a_single_trainer_change_nothing(store: Store, recalibrating: Recalibrating, many: int, trainers: tuple[str, ...]) -> None:
    reviewed(store, many, -12.0, trainers)
    proposal = recalibrating.proposal(MANAGER, "ko")
    assert proposal.rubric is None
    assert proposal.talks == (many if len(trainers) > 1 else 0)
    with pytest.raises(InputError):
        recalibrating.accept(MANAGER, proposal)


def test_a_version_made_from_another_bundled_rubric_is_out_of_use(store: Store, tmp_path: Path, recalibrating: Recalibrating) -> None:
    reviewed(store, 80, -12.0)
    recalibrating.accept(MANAGER, recalibrating.proposal(MANAGER, "ko"))
    newer = tmp_path / "default.yaml"
    newer.write_text(RUBRIC.read_text(encoding="utf-8").replace("warm: 55", "warm: 56"), encoding="utf-8")
    assert Rubrics(newer, store.rubric_versions).now().version == Rubrics(newer, store.rubric_versions).bundled().version


def test_what_is_held_back_stays_so_and_is_about_a_third() -> None:
    held = [is_held_back(f"r{number}") for number in range(3000)]
    assert held == [is_held_back(f"r{number}") for number in range(3000)]
    assert 0.3 < sum(held) / len(held) < 0.37
