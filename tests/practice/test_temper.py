"""A buyer's manner shows in what they decide and how much they say, with the same rep and the same dice."""

from dataclasses import replace
from statistics import mean
from typing import get_args

import pytest

from assistant.domain.buyer import Manner
from assistant.domain.roleplay import Move
from assistant.domain.scenario import Scenario
from assistant.practice.levels import LEVELS
from assistant.practice.mind import at_first
from assistant.practice.temper import TEMPERS, tempered
from tests.benchmarks.reps.playing import play
from tests.practice.talk import after, did, proposes, scenario
from tests.practice.test_wordings import voiced

DEAL = scenario()


def of(manner: Manner) -> Scenario:
    return replace(DEAL, buyer=replace(DEAL.buyer, manner=manner))


def test_every_manner_has_a_temper_of_its_own() -> None:
    assert set(TEMPERS) == set(get_args(Manner))
    assert len({tempered(LEVELS[2], manner) for manner in TEMPERS}) >= 6


def test_the_same_talk_goes_differently_with_at_least_six_manners() -> None:
    ways = set()
    for manner in get_args(Manner):
        one = play(of(manner), 2, "ko", "decent", 0)
        ways.add(tuple((turn.decision.move.kind, round(turn.decision.mind.trust, 2)) for turn in one.exchanges))
    assert len(ways) >= 6


def test_a_brisk_buyer_is_done_sooner_than_a_talkative_one() -> None:
    lasts = {manner: len(play(of(manner), 2, "ko", "product-pusher", 0).exchanges) for manner in ("brisk", "talkative")}
    assert lasts["brisk"] < lasts["talkative"]


def test_a_proud_buyer_loses_more_trust_by_the_same_discount_than_a_dry_one() -> None:
    lost = {}
    for manner in ("proud", "dry"):
        deal = of(manner)
        mind = replace(at_first(deal, 2), turn=3, trust=0.5)
        lost[manner] = 0.5 - after(mind, did("discount"), of=deal).mind.trust
    assert lost["proud"] > lost["dry"] > 0


def test_a_cautious_buyer_stalls_where_a_brisk_one_says_not_now() -> None:
    mind = replace(at_first(DEAL, 2), turn=6, trust=0.3, patience=0.3, proposals=1, raised=(), settled=tuple(one.id for one in DEAL.objections))
    kinds = {manner: after(mind, proposes(), of=of(manner)).move.kind for manner in ("cautious", "brisk")}
    assert kinds == {"cautious": "stall", "brisk": "not_now"}


def test_a_dry_buyer_says_less_than_a_talkative_one() -> None:
    lengths: dict[str, float] = {}
    for manner in ("dry", "talkative"):
        deal = of(manner)
        replies = [voiced(deal, Move("tell", tell=(fact.id,)), seed) for fact in deal.facts for seed in range(3)]
        lengths[manner] = mean(sum(map(len, reply)) for reply in replies)
    assert lengths["dry"] < lengths["talkative"]


@pytest.mark.parametrize("manner", [manner for manner, temper in TEMPERS.items() if temper.silent])
def test_a_bored_buyer_of_few_words_all_but_falls_silent(manner: Manner) -> None:
    assert all(sum(map(len, voiced(of(manner), Move("bored"), seed))) <= 14 for seed in range(10))
