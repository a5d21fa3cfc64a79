"""What a rep is told to try: what they can use now, not the lowest number; not what they have done already, and not the same thing on and on."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as some

from assistant.domain.scorecard import Score, Scorecard
from assistant.domain.transcript import Transcript
from assistant.domain.words import DIMENSIONS
from assistant.scoring import score
from assistant.scoring.background import costs, earlier_of
from assistant.scoring.choosing import (
    LEARNT,
    MOST_IN_ALL,
    MOST_TRIES,
    MOST_UNTRIED,
    REST,
    Candidate,
    Earlier,
    Known,
    in_order,
    shows_little,
    usefulness,
)
from tests.scoring.talks import BAD_KO, GOOD_EN, GOOD_KO, card, default_rubric
from tests.store.samples import a_role_play

NAMES = ("acknowledgement", "follow_up", "next_step", "tone", "depth")
shares = some.floats(0, 1, allow_nan=False)
credits_below = some.floats(0, LEARNT - 0.01)
one_candidate = some.builds(
    Candidate,
    some.sampled_from(NAMES),
    credits_below,
    some.floats(0.5, 2),
    some.integers(0, 9),
    some.booleans(),
    some.floats(0, 0.5),
    some.booleans(),
)
candidates = some.lists(one_candidate, unique_by=lambda one: one.measure, max_size=len(NAMES))
histories = some.lists(some.builds(Earlier, some.sampled_from((*NAMES, None)), some.dictionaries(some.sampled_from(NAMES), shares)), max_size=12)
PLAIN = Candidate("follow_up", 0.3, 1.0, 3, False, 0.0, True)


def names(found: Sequence[Candidate]) -> list[str]:
    return [one.measure for one in found]


@given(candidates, histories)
def test_the_order_depends_on_nothing_but_what_is_known(those: list[Candidate], earlier: list[Earlier]) -> None:
    found = in_order(those, earlier)
    assert in_order(reversed(those), earlier) == found
    assert set(found) <= set(those)


@given(candidates)
def test_without_a_past_everything_may_be_said_and_the_most_useful_comes_first(those: list[Candidate]) -> None:
    found = in_order(those, ())
    assert set(found) == set(those)
    assert [usefulness(one) for one in found] == sorted((usefulness(one) for one in those), reverse=True)


@given(candidates, histories, some.sampled_from(NAMES))
def test_what_was_advised_and_then_done_is_not_said_again(those: list[Candidate], earlier: list[Earlier], measure: str) -> None:
    followed = [*earlier, Earlier(measure, {measure: 0.1}), Earlier(None, {measure: LEARNT})]
    assert measure not in names(in_order(those, followed))


def test_what_was_done_and_forgotten_twice_may_be_said_again() -> None:
    done = (Earlier("follow_up", {"follow_up": 0.1}), Earlier(None, {"follow_up": 0.9}))
    low = replace(PLAIN, credit=0.2)
    assert in_order([low], done) == ()
    assert in_order([low], (*done, Earlier(None, {"follow_up": 0.3}))) == (low,)
    assert in_order([low], (*done, Earlier(None, {"follow_up": 0.3}), Earlier(None, {"follow_up": 0.8}))) == ()


@given(some.lists(some.booleans(), min_size=1, max_size=40))
def test_what_is_never_tried_is_said_so_often_and_no_more(occasions: list[bool]) -> None:
    """A rep of whom only one thing could be better, and who never does it; some talks have no occasion for it."""
    earlier: list[Earlier] = []
    for occasion in occasions:
        said = bool(in_order([PLAIN] if occasion else [], earlier))
        earlier.append(Earlier(PLAIN.measure if said else None, {PLAIN.measure: PLAIN.credit} if occasion else {}))
    when = [at for at, one in enumerate(earlier) if one.advised]
    assert len(when) <= MOST_IN_ALL
    for first, later in zip(when, when[MOST_UNTRIED:], strict=False):
        assert later - first > REST


def test_what_is_being_tried_is_kept_to_for_three_tries() -> None:
    earlier: list[Earlier] = []
    for at in range(4):
        now = replace(PLAIN, credit=min(0.7, 0.1 + 0.12 * at))
        found = in_order([now, Candidate("tone", 0.0, 0.5, 3, False, 0.0, True)], earlier)
        earlier.append(Earlier(names(found)[0] if at else "follow_up", {"follow_up": now.credit, "tone": 0.0}))
    said = [one.advised for one in earlier]
    assert said[:MOST_TRIES] == ["follow_up"] * MOST_TRIES
    assert said[MOST_TRIES] == "tone"


@given(candidates, histories)
def test_a_wrong_claim_comes_first_and_rudeness_next_whatever_was_said_before(those: list[Candidate], earlier: list[Earlier]) -> None:
    wrong = Candidate("contradicted", 0.5, 1.0, 1, False, 0.0, False, urgent=0)
    rude = Candidate("politeness_floor", 0.7, 1.0, 1, False, 0.0, False, urgent=1)
    advised = [*earlier, *[Earlier("contradicted", {"contradicted": 1.0})] * 5]
    assert in_order([rude, *those, wrong], advised)[:2] == (wrong, rude)


@given(one_candidate, shares)
def test_more_to_gain_more_often_dearer_and_nearer_is_never_less_useful(one: Candidate, less: float) -> None:
    assert usefulness(replace(one, credit=one.credit * less)) >= usefulness(one)
    assert usefulness(replace(one, moments=one.moments + 1)) >= usefulness(one)
    assert usefulness(replace(one, cost=one.cost + 0.05)) >= usefulness(one)
    assert usefulness(replace(one, did=True)) >= usefulness(one)
    assert usefulness(replace(one, ready=True)) >= usefulness(one)


def test_it_is_not_the_lowest_number_that_is_said() -> None:
    lowest = Candidate("depth", 0.0, 0.5, 3, False, 0.0, False)
    near = Candidate("acknowledgement", 0.4, 1.0, 3, True, 0.1, True)
    assert names(in_order([lowest, near], ())) == ["acknowledgement", "depth"]


def test_what_cost_this_buyer_s_trust_comes_before_what_cost_nothing() -> None:
    mattered = replace(PLAIN, measure="tone", credit=0.4, cost=0.12)
    assert names(in_order([PLAIN, mattered], ())) == ["tone", "follow_up"]


@pytest.mark.parametrize("transcript", [GOOD_KO, GOOD_EN], ids=["ko", "en"])
def test_a_second_talk_just_like_the_first_is_not_answered_in_the_same_words_for_ever(transcript: Transcript) -> None:
    """The whole way: words in, scorecard out, with the scorecards before it."""
    earlier: list[Earlier] = []
    said = []
    for _ in range(4):
        made = score(transcript, rubric=default_rubric(), known=Known(tuple(earlier)))
        said.append(made.try_next.measure if made.try_next else None)
        earlier.append(earlier_of(made, default_rubric()))
    alone = card(transcript).try_next
    assert alone is not None
    assert said[:2] == [alone.measure] * 2
    assert said[2] != said[0]


def test_what_a_turn_cost_is_what_the_buyer_recorded_after_it() -> None:
    from assistant.domain.roleplay import Felt, PlayedTurn
    from tests.store.samples import BEGAN, a_record, rep_says

    felt = (Felt("pressed", -0.1, -0.02), Felt("asked", 0.05, 0.0))
    answered = PlayedTurn(2, "buyer", "글쎄요.", BEGAN, record=replace(a_record(), felt=felt))
    role_play = a_role_play()
    assert costs(replace(role_play, turns=(*role_play.turns, rep_says(), answered))) == {1: pytest.approx(0.12)}


def scored(*values: float | None) -> Scorecard:
    scores = {name: Score(value, value, value, "") for name, value in zip(DIMENSIONS, values, strict=True)}
    return replace(card(BAD_KO), scores=scores)


@pytest.mark.parametrize(
    ("values", "little"),
    [((40, 47, 48, 49), True), ((48, 48, 48, 48), False), ((20, None, 60, None), True), ((80, 80, 80, 20), False), ((None,) * 4, False)],
)
def test_a_weak_talk_gets_less_on_the_page_and_one_without_scores_none_less(values: tuple[float | None, ...], little: bool) -> None:
    assert shows_little(scored(*values)) is little
