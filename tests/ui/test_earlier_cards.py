"""What was said and done before decides what is advised now: the whole way from the store."""

from dataclasses import replace
from datetime import timedelta

import pytest

from assistant.assembly import Engine
from assistant.domain.people import LOCAL_PERSON
from assistant.domain.scorecard import Measure, Scorecard
from assistant.practice.room import utc_now
from tests.ui import cards
from tests.ui.pages import GOOD, talked


@pytest.fixture
def advised(engine: Engine) -> Scorecard:
    """What these words are answered with when nothing is known of the rep; nothing of it is kept."""
    return engine.scorer.of_conversation(talked(engine, *GOOD, finished=True).transcript())


def earlier(engine: Engine, card: Scorecard, days: int, **changes: str) -> None:
    """A talk of days ago with this scorecard; `changes`: of the talk."""
    last = engine.room.mine(LOCAL_PERSON)[0]
    began = utc_now() - timedelta(days=days)
    role_play = replace(last, id=f"ago-{days}", began_at=began, **changes)  # type: ignore[arg-type]
    engine.role_plays.begin(role_play, engine.room.scenario_of(last.id))
    cards.keep(engine, role_play, card)


def done(card: Scorecard) -> Scorecard:
    """A talk in which what was advised was done, and nothing else was advised."""
    assert card.try_next is not None
    name = card.try_next.measure or ""
    best = next(value for value in (100.0, 1.0, 4.0, 0.0, 10.0) if credit(name, value) >= 0.9)
    return replace(card, measures=tuple(replace(one, value=best) if one.name == name else one for one in card.measures), try_next=None)


def credit(name: str, value: float) -> float:
    from tests.scoring.talks import default_rubric

    return default_rubric().file.measures[name].credit(value, "ko")


def test_what_was_advised_and_then_done_is_not_advised_again(engine: Engine, advised: Scorecard) -> None:
    assert advised.try_next is not None
    assert any(isinstance(one, Measure) and one.name == advised.try_next.measure for one in advised.measures)
    earlier(engine, advised, 2)
    earlier(engine, done(advised), 1)
    now = engine.scorer.of_role_play(LOCAL_PERSON, talked(engine, *GOOD, finished=True).id)
    assert now.scores == advised.scores
    assert now.try_next is None or now.try_next.measure != advised.try_next.measure


@pytest.mark.parametrize("changes", [{"language": "en"}, {"rep": "somebody"}], ids=["another language", "another rep"])
def test_talks_in_another_language_and_of_others_decide_nothing(engine: Engine, advised: Scorecard, changes: dict[str, str]) -> None:
    earlier(engine, advised, 2, **changes)
    earlier(engine, done(advised), 1, **changes)
    now = engine.scorer.of_role_play(LOCAL_PERSON, talked(engine, *GOOD, finished=True).id)
    assert now.try_next is not None
    assert advised.try_next is not None
    assert now.try_next.measure == advised.try_next.measure


def test_a_scripted_play_is_given_the_same_advice_however_often_it_is_played(engine: Engine) -> None:
    """The command line keeps no account of who plays its scripts."""
    role_play = talked(engine, *GOOD, finished=True)
    made = [engine.scorer.kept(role_play, role_play.transcript()).try_next for _ in range(4)]
    assert made[0] is not None
    assert made == made[:1] * 4
