"""A planted habit is found as it was said; what everybody says, what belongs to a deal, and chance are none."""

from random import Random

import pytest

from assistant.domain.habit import Habit
from assistant.domain.scorecard import Effect, Evidence
from assistant.habits.finding import habits
from tests.habits.speech import DEALS, nothing_known, role_plays, saying, team

PLANTED = "to be really honest with you"


def found_in(plant: object, *, everybody: object = None, seed: int = 1, deals: tuple[str, ...] = DEALS, alone: bool = False) -> tuple[Habit, ...]:
    own = role_plays("me", 16, seed, plant, deals)  # type: ignore[arg-type]
    others = [] if alone else team(seed=seed, plant=everybody)  # type: ignore[arg-type]
    return habits(own, others, nothing_known, {})


@pytest.mark.parametrize("alone", [False, True])
def test_a_planted_habit_is_found_whole_and_with_its_examples(alone: bool) -> None:
    (one,) = found_in(saying(PLANTED, 0.3), alone=alone)
    assert one.words == PLANTED
    assert one.kind == "opener"
    assert one.said_in >= 14
    assert one.expected < 2
    assert len(one.examples) == 3
    assert all(PLANTED in example.quote for example in one.examples)
    assert [example.at for example in one.examples] == sorted((example.at for example in one.examples), reverse=True)


def test_what_everybody_says_is_no_habit() -> None:
    assert found_in(saying(PLANTED, 0.3), everybody=saying(PLANTED, 0.3)) == ()


def test_the_words_of_a_deal_are_no_habit_of_whoever_sells_it() -> None:
    """Of four deals this rep holds one far more often than the others do."""
    own = role_plays("me", 16, 3, None, ("phone", "phone", "phone", "van"))
    assert habits(own, team(seed=3), nothing_known, {}) == ()


def test_in_one_deal_only_nothing_is_told_apart_from_the_deal() -> None:
    assert found_in(saying(PLANTED, 0.5), deals=("phone",)) == ()


def test_fewer_than_three_role_plays_are_no_habit() -> None:
    own = role_plays("me", 2, 1, saying(PLANTED, 0.9))
    assert habits(own, team(), nothing_known, {}) == ()
    assert habits([], team(), nothing_known, {}) == ()


@pytest.mark.parametrize("alone", [False, True])
def test_what_comes_out_after_objections_is_a_reflex_with_its_counts(alone: bool) -> None:
    (one,) = found_in(saying("no no don't worry", 0.7, after=True), alone=alone)
    assert one.role == "reflex"
    assert one.reflex is not None
    assert one.reflex.objections == 16 * 3
    assert one.reflex.after > 20
    assert one.reflex.elsewhere == 0
    assert one.reflex.others == 16 * 9


def test_what_everybody_says_after_an_objection_is_no_reflex_of_one_s_own() -> None:
    plant = saying("no no don't worry", 0.7, after=True)
    assert found_in(plant, everybody=plant) == ()


def test_chance_finds_hardly_anything() -> None:
    """Thirty reps who all talk alike."""
    false = [one for seed in range(30) for one in habits(role_plays("me", 16, seed), team(seed=seed), nothing_known, {})]
    assert len(false) <= 1


def test_two_habits_with_words_in_common_are_two() -> None:
    def plant(text: str, objected: bool, dice: Random) -> str:
        return saying("let me explain", 0.3)(saying("let me check that", 0.3)(text, objected, dice), objected, dice)

    assert {one.words for one in found_in(plant)} == {"let me explain", "let me check that"}


def quoting(words: str, effect: Effect) -> dict[str, list[Evidence]]:
    """Scorecards that quote every turn in which the words stand with that effect, and every other turn with the other."""
    other: Effect = "-" if effect == "+" else "+"
    cards: dict[str, list[Evidence]] = {}
    for one in role_plays("me", 16, 1, saying(PLANTED, 0.3)):
        for turn in one.turns:
            held = words in turn.text
            quote = PLANTED if held else turn.text
            cards.setdefault(one.id, []).append(Evidence("warm", "tone", turn.index, quote, effect if held else other))
    return cards


@pytest.mark.parametrize(("effect", "role"), [("+", "strength"), ("-", "watch")])
def test_scorecards_say_whether_it_serves_one_well(effect: Effect, role: str) -> None:
    own = role_plays("me", 16, 1, saying(PLANTED, 0.3))
    (one,) = habits(own, team(), nothing_known, quoting(PLANTED, effect))
    assert one.role == role
    assert (one.helped > 0, one.cost > 0) == (effect == "+", effect == "-")


def test_a_habit_beside_what_was_praised_is_not_praised_itself() -> None:
    own = role_plays("me", 16, 1, saying("well", 0.4))
    cards = {one.id: [Evidence("warm", "tone", turn.index, turn.text, "+") for turn in one.turns if "well" in turn.text.lower()] for one in own}
    cards |= {name: [*quotes, *[Evidence("warm", "tone", 1, f"other {place}", "-") for place in range(5)]] for name, quotes in cards.items()}
    assert {one.role for one in habits(own, team(), nothing_known, cards)} <= {"signature"}


def test_korean_endings_are_habits_too() -> None:
    def plant(text: str, objected: bool, dice: Random) -> str:
        return f"{text} 그게 {dice.choice(['좋', '크', '낮', '많'])}거든요" if dice.random() < 0.5 else text

    own = role_plays("me", 16, 1, plant, language="ko")
    others = [one for number in range(4) for one in role_plays(f"other{number}", 12, 1, language="ko")]
    assert "-거든요" in {one.words for one in habits(own, others, nothing_known, {}) if one.kind == "ending"}
