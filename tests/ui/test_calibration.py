"""The calibration page: empty, with a few reviews, and with enough of them to refit the rubric."""

from dataclasses import replace
from random import Random

import pytest

from assistant.assembly import Engine
from assistant.domain.people import Person
from assistant.domain.words import DIMENSIONS
from assistant.practice.room import utc_now
from assistant.privacy.witness import QUOTED
from assistant.review.calibration import SPLITS
from assistant.scoring.recalibrating import FEWEST
from tests.store.samples import a_role_play, finished
from tests.ui.conftest import OPENED
from tests.ui.test_team import As, a, as_, practised
from ui import state
from ui.words import calibration, door

__all__ = ["as_"]


def trainers(engine: Engine) -> list[Person]:
    return [a(engine, name, "trainer") for name in ("나래", "다온")]


def scored(engine: Engine, rep: Person, by: list[Person], many: int) -> None:
    """Copies of one talk, scored blind: trainers far below the machine."""
    talk = practised(engine, rep)
    engine.submitting.submit(rep.actor(), talk.id)
    card, dice = engine.scorer.of_role_play(rep.actor(), talk.id), Random(1)
    copies = [talk.id]
    for number in range(many - 1):
        copy = a_role_play(f"copy{number}", rep=rep.id, scenario=talk.scenario, turns=talk.turns, ended=finished(), began_at=talk.began_at)
        engine.role_plays.begin(replace(copy, scenario_version=talk.scenario_version), engine.room.scenario_of(talk.id))
        engine._store.scorecards.add(copy.id, replace(card, id=copy.id), utc_now())
        engine.submitting.share(rep.actor(), copy.id)
        copies.append(copy.id)
    for copy_id in copies:
        for one in by:
            for dimension in DIMENSIONS:
                value = card.scores[dimension].value or 50.0
                engine.desk.score(one.actor(), copy_id, dimension, int(min(100, max(0, value - 20 + dice.gauss(0, 4)))))
            engine.desk.keep_blind(one.actor(), copy_id)


def test_without_a_review_it_says_where_they_come_from(engine: Engine, opened: OPENED, as_: As) -> None:
    as_(a(engine, "나래", "trainer"))
    assert calibration.EMPTY.ko in opened("calibration").words


def test_alone_and_for_a_rep_there_is_none(engine: Engine, opened: OPENED, as_: As) -> None:
    as_(a(engine, "보람", "rep"))
    assert door.NOT_YOURS.ko in opened("calibration").words


def test_a_few_reviews_are_told_with_what_is_missing(engine: Engine, opened: OPENED, as_: As) -> None:
    rep, by = a(engine, "보람", "rep"), trainers(engine)
    scored(engine, rep, by, 6)
    as_(by[0])
    page = opened("calibration")
    assert calibration.TALKS.ko.format(talks=6, trainers=2) in page.words
    assert calibration.KINDER.ko in page.words
    assert calibration.REFIT_FEW.ko.format(talks=6, fewest=FEWEST) in page.words
    assert calibration.MACHINE_HEARD.ko in page.words
    assert [(one.by, one.action) for one in engine.witness.looks(rep.actor(), 99) if one.action == QUOTED] == [(by[0].id, QUOTED)]
    for split in SPLITS:
        page.at.segmented_control(key=state.CALIBRATION_SPLIT).set_value(split).run()
        assert calibration.SPLITS[split].ko
        assert {"language": "한국어", "scenario": "클라우드 전화", "team": "영업 1팀"}[split] in page.words


@pytest.mark.parametrize("locale", ["ko-KR", "en-GB"])
def test_a_manager_accepts_a_refit_and_takes_it_back_and_a_trainer_only_sees_it(engine: Engine, opened: OPENED, as_: As, locale: str) -> None:
    language = "ko" if locale == "ko-KR" else "en"
    rep, by, manager = a(engine, "보람", "rep"), trainers(engine), a(engine, "마루", "manager")
    scored(engine, rep, by, FEWEST + 10)
    bundled = engine.rubrics.now().version
    as_(by[0])
    assert calibration.ACCEPT_WHO.in_(language) in opened("calibration", language=locale).words  # type: ignore[arg-type]
    as_(manager)
    page = opened("calibration", language=locale)
    page.button("accept-rubric").click()
    page.run()
    assert engine.rubrics.now().version != bundled
    assert engine.rubrics.now().version in page.words
    page.button("back-to-0").click()
    page.run()
    assert engine.rubrics.now().version == bundled
    assert engine.directory.names()[manager.id] in page.words
