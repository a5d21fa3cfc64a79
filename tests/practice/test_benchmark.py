"""A small slice of the buyer's benchmark: the rows point the way they must. The whole table: `python -m tests.benchmarks.buyer`."""

from functools import cache

import pytest

from assistant.domain.words import LANGUAGES
from tests.benchmarks.buyer import played, scenarios
from tests.benchmarks.reps.figures import next_step, of, resisting, rows, share
from tests.benchmarks.reps.playing import Played

DEALS = ("erp-plant-cfo", "apartment-remodel-couple")
STYLES = ("excellent", "decent", "product-pusher", "pressure-closer", "over-promiser", "early-discounter", "rude")
NEVER = (
    "facts told while locked or unasked", "words of a fact said before it was told", "a settled objection returns",
    "a brushed-off objection never returns", "same sentence twice in a role-play", "buyer's turns without a word",
    "sentences a buyer's turn: median, share under 5",
)  # fmt: skip


@cache
def plays() -> tuple[Played, ...]:
    deals = [deal for deal in scenarios() if deal.id in DEALS]
    return tuple(played(deals, (1, 3), LANGUAGES, STYLES, (0,)))


def test_the_better_rep_gets_further() -> None:
    excellent, decent = next_step(of(plays(), "excellent")), next_step(of(plays(), "decent"))
    assert excellent >= 0.75
    assert excellent > decent
    assert decent >= next_step(of(plays(), "over-promiser"))
    assert decent >= next_step(of(plays(), "early-discounter"))
    assert next_step(of(plays(), "product-pusher")) <= 0.1


def test_pressure_and_contempt_end_the_talk() -> None:
    assert share(of(plays(), "pressure-closer"), lambda one: one.outcome == "walked_away") >= 0.85
    assert share(of(plays(), "rude"), lambda one: one.outcome == "walked_away" and len(one.exchanges) <= 3) >= 0.85


def test_the_third_level_is_harder_than_the_first() -> None:
    easy, hard = of(plays(), "excellent", "decent", levels=(1,)), of(plays(), "excellent", "decent", levels=(3,))
    assert next_step(hard) < next_step(easy)


def test_a_buyer_resists_before_trust_is_earned() -> None:
    assert resisting(plays()) >= 0.25


@pytest.mark.parametrize("name", NEVER)
def test_what_a_real_buyer_never_does(name: str) -> None:
    row = next(row for row in rows(plays()) if row.name == name)
    assert row.holds, row.figure
