"""Passing: what is surely reached, surely missed, too close to tell, and what nothing called for."""

from dataclasses import replace

import pytest

from assistant.domain.assignment import KNOCK_OUTS, KnockOut, PassRule
from assistant.domain.passing import LIMITS, Held, Result, verdict
from assistant.domain.scorecard import Measure, Score
from assistant.scoring.measures import MEASURES
from tests.store.samples import a_scorecard, finished, leaving


@pytest.mark.parametrize(
    ("bar", "held", "result"),
    [(60, "held", "passed"), (61, "close", "close"), (80, "close", "close"), (81, "missed", "not_passed")],
)
def test_a_bar_inside_the_band_decides_nothing(bar: int, held: Held, result: Result) -> None:
    """The score is 71.25, surely between 60.1 and 80.9."""
    found = verdict(PassRule((("warm", bar),)), a_scorecard(), finished())
    assert (found.bars[0].held, found.result) == (held, result)


def test_what_could_not_be_scored_is_neither_passed_nor_failed() -> None:
    assert verdict(PassRule((("warm", 50), ("fast", 50))), a_scorecard(), finished()).result == "unscored"
    assert verdict(PassRule((("warm", 90), ("fast", 50))), a_scorecard(), finished()).result == "not_passed"


@pytest.mark.parametrize(
    ("item", "measure", "good", "bad"),
    [
        ("no_contradiction", "contradicted", 0, 1),
        ("no_overclaim", "overclaim", 0, 0.1),
        ("half_answered", "unanswered", 0.5, 0.51),
        ("next_step", "next_step", 3, 2),
        ("stays_polite", "politeness_floor", 0.9, 0.89),
    ],
)
def test_a_knock_out_item_counts_whatever_the_scores(item: KnockOut, measure: str, good: float, bad: float) -> None:
    rule = PassRule((("warm", 50),), (item,))
    for value, result in ((good, "passed"), (bad, "not_passed")):
        card = replace(a_scorecard(), measures=(Measure(measure, "professional", value, ""),))
        assert verdict(rule, card, finished()).result == result
    nothing = verdict(rule, replace(a_scorecard(), measures=()), finished())
    assert (nothing.result, nothing.knock_outs) == ("passed", ((item, "unseen"),))


def test_a_buyer_who_walks_away_knocks_out() -> None:
    rule = PassRule((), ("buyer_stays",))
    assert verdict(rule, a_scorecard(), leaving()).result == "not_passed"
    assert verdict(rule, a_scorecard(), finished()).result == "passed"


def test_every_item_rests_on_something_that_is_measured() -> None:
    assert {*LIMITS, "buyer_stays"} == set(KNOCK_OUTS)
    assert {one.measure for one in LIMITS.values()} <= {one.name for one in MEASURES}


def test_low_and_high_of_a_score_are_what_counts() -> None:
    card = replace(a_scorecard(), scores={"warm": Score(50.0, None, None, "")})
    assert verdict(PassRule((("warm", 40),)), card, finished()).result == "unscored"
