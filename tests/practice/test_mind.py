"""What a buyer decides: earned trust opens, pressure and contempt end it, agreement needs its conditions."""

from dataclasses import replace
from random import Random

import pytest

from assistant.domain.roleplay import Level, Mind
from assistant.practice.agreement import unmet_conditions
from assistant.practice.levels import LEVELS
from assistant.practice.mind import at_first, decide
from tests.practice.talk import after, asks, did, proposes, scenario

DEAL = scenario()


def ready() -> Mind:
    """A mind that has every reason to agree."""
    return replace(
        at_first(DEAL, 2),
        trust=0.9,
        turn=9,
        revealed=tuple(fact.id for fact in DEAL.facts),
        settled=tuple(objection.id for objection in DEAL.objections),
    )


def test_a_buyer_with_every_reason_agrees_to_a_dated_next_step() -> None:
    decision = after(ready(), proposes())
    assert decision.move.kind == "agree"
    assert decision.mind.agreed


def test_a_next_step_without_a_date_is_asked_for_its_date() -> None:
    decision = after(ready(), proposes(date=None))
    assert decision.move.react == "ask_date"
    assert not decision.mind.agreed


@pytest.mark.parametrize(
    ("lacking", "change"),
    [
        ("trust", {"trust": 0.1}),
        ("facts", {"revealed": ()}),
        ("settled", {"raised": DEAL.agreement.settled[:1], "settled": DEAL.agreement.settled[1:]}),
        ("objection", {"settled": ()}),
    ],
)
def test_nobody_agrees_while_a_condition_is_unmet(lacking: str, change: dict[str, object]) -> None:
    mind = replace(ready(), **change)  # type: ignore[arg-type]
    assert lacking in unmet_conditions(mind, DEAL, LEVELS[2])
    assert after(mind, proposes()).move.kind in {"stall", "object", "press"}


def test_contempt_is_warned_once_and_then_ends_the_talk() -> None:
    first = after(ready(), did("contempt"))
    assert (first.move.kind, first.move.react) == ("warn", "contempt")
    assert after(first.mind, did("contempt")).move.kind == "leave"


@pytest.mark.parametrize("level", [1, 2, 3])
def test_pressure_ends_the_talk_after_what_the_level_bears(level: Level) -> None:
    mind = replace(ready(), patience=1.0)
    for _ in range(LEVELS[level].pressure_borne):
        decision = after(mind, did("pressure"), level)
        assert decision.move.kind == "warn"
        mind = replace(decision.mind, patience=1.0)
    assert after(mind, did("pressure"), level).move.kind == "leave"


def test_an_open_fact_is_told_to_whoever_asks() -> None:
    open_fact = min(DEAL.facts, key=lambda fact: fact.trust)
    decision = after(at_first(DEAL, 2), asks(open_fact.topics[0]))
    assert decision.move.kind == "tell"


@pytest.mark.parametrize("level", [1, 2, 3])
def test_no_fact_is_told_while_trust_is_too_low(level: Level) -> None:
    for fact in DEAL.facts:
        mind = replace(at_first(DEAL, level), trust=0.0)
        decision = after(mind, asks(*fact.topics, also=("acknowledgement",)), level)
        for told in (*decision.move.tell, *decision.move.volunteer):
            assert DEAL.fact(told).trust <= max(0.2, decision.mind.trust + 0.06)


def test_every_fact_is_told_when_asked_well_and_trusted() -> None:
    for fact in DEAL.facts:
        others = tuple(one.id for one in DEAL.facts if one.id != fact.id)
        mind = replace(ready(), revealed=others)
        decision = after(mind, asks(*fact.topics, also=("acknowledgement",)))
        assert fact.id in decision.move.tell, fact.id


def test_a_question_that_names_no_topic_goes_on_with_what_is_talked_of() -> None:
    fact = next(one for one in DEAL.facts if one.trust <= 0.2)
    mind = replace(at_first(DEAL, 2), topic=fact.topics[0])
    assert after(mind, asks(follow_up=True)).move.tell


def test_objections_come_in_their_order_and_one_at_a_time() -> None:
    mind, raised = replace(at_first(DEAL, 2), turn=2), []
    for turn in range(30):
        decision = decide(replace(mind, patience=0.9), DEAL, 2, "ko", did("claim", "acknowledgement", "answer", "reference", "price"), Random(turn))
        mind = decision.mind
        if decision.move.objection and decision.move.objection not in raised:
            raised.append(decision.move.objection)
        assert len(mind.raised) <= 1
    order = [objection.id for objection in DEAL.objections]
    assert raised
    assert raised == [one for one in order if one in raised] or {DEAL.objection(one).raised_on for one in raised} > {"any"}


def test_a_brushed_off_objection_returns_and_a_settled_one_never_does() -> None:
    objection = DEAL.objections[0]
    mind = replace(at_first(DEAL, 2), turn=3, trust=0.5, raised=(objection.id,), pressed=((objection.id, 1, 3),))
    returned = False
    for turn in range(4):
        decision = decide(replace(mind, patience=0.9), DEAL, 2, "ko", did("small_talk"), Random(turn))
        mind, returned = decision.mind, returned or decision.move.objection == objection.id
    assert returned
    settled = replace(mind, raised=(), settled=(objection.id,))
    for turn in range(20):
        decision = decide(replace(settled, patience=0.9), DEAL, 2, "ko", did("pitch"), Random(turn))
        assert decision.move.objection != objection.id
        settled = decision.mind


def test_trust_is_earned_slowly_and_lost_quickly() -> None:
    start = at_first(DEAL, 2)
    best = after(start, asks("situation", also=("acknowledgement", "reflection", "justification"), follow_up=True)).mind.trust
    worst = after(start, did("pressure")).mind.trust
    assert 0 < best - start.trust <= 0.11
    assert start.trust - worst > best - start.trust


def test_only_talking_about_the_product_wears_patience_down_until_the_buyer_goes() -> None:
    mind = at_first(DEAL, 2)
    for turn in range(25):
        decision = decide(mind, DEAL, 2, "ko", did("pitch", "claim"), Random(turn))
        mind = decision.mind
        if decision.move.kind == "leave":
            break
    assert decision.move.kind == "leave"


def test_a_buyer_who_liked_the_rep_but_has_no_time_says_an_honest_not_now() -> None:
    decision = after(replace(ready(), patience=0.0, trust=0.6, revealed=()), did("claim"))
    assert decision.move.kind == "not_now"


def test_the_same_words_and_dice_give_the_same_decision() -> None:
    heard = asks("situation", also=("empathy",))
    assert after(at_first(DEAL, 2), heard, seed=7) == after(at_first(DEAL, 2), heard, seed=7)


def test_after_agreeing_the_buyer_still_answers_and_leaves_only_on_a_goodbye() -> None:
    agreed = replace(ready(), agreed=True, revealed=())
    open_fact = min(DEAL.facts, key=lambda fact: fact.trust)
    asked = after(agreed, asks(open_fact.topics[0]))
    assert asked.move.kind == "tell"
    assert not asked.move.objection
    assert after(asked.mind, did("thanks")).move.kind == "farewell"


def test_a_buyer_who_has_only_said_hello_agrees_with_nothing() -> None:
    assert after(at_first(DEAL, 2), asks("situation", also=("acknowledgement",))).move.react != "acknowledged"
