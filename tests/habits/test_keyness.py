"""The counting behind habits: more is never less, what is alike is nothing, and chance is kept in bounds."""

from hypothesis import given
from hypothesis import strategies as st

from assistant.habits.keyness import After, Stratum, discoveries, is_reflex, keyness, reaction, stands_out

SHARES = st.floats(0, 1)
ROLE_PLAYS = st.integers(3, 40)


@given(of=ROLE_PLAYS, others=st.integers(0, 200), shares=st.tuples(SHARES, SHARES), background=SHARES)
def test_saying_it_in_more_role_plays_never_makes_it_less_of_a_habit(of: int, others: int, shares: tuple[float, float], background: float) -> None:
    few, many = sorted(round(of * share) for share in shares)
    said = round(others * background)
    less, more = (max(0.0, keyness([Stratum(of, count, others, said)], background).z) for count in (few, many))
    assert less <= more + 1e-9


@given(of=ROLE_PLAYS, said=SHARES, others=st.integers(5, 200), shares=st.tuples(SHARES, SHARES))
def test_the_more_the_others_say_it_the_less_it_stands_out(of: int, said: float, others: int, shares: tuple[float, float]) -> None:
    few, many = sorted(round(others * share) for share in shares)
    expected = [keyness([Stratum(of, round(of * said), others, count)], 0.05).expected for count in (few, many)]
    assert expected[0] <= expected[1] + 1e-9


@given(of=ROLE_PLAYS, share=SHARES, compared=st.sampled_from(["team", "background"]))
def test_who_talks_like_the_others_stands_out_in_nothing(of: int, share: float, compared: str) -> None:
    said = round(of * share)
    strata = [Stratum(of, said, 10 * of if compared == "team" else 0, 10 * said if compared == "team" else 0)] * 2
    assert not stands_out(keyness(strata, share), "team" if compared == "team" else "background", one_word=False)


def test_what_the_others_say_in_that_deal_is_expected_of_whoever_is_in_it() -> None:
    """Everybody says it in one deal and nobody in the other; this rep has mostly been in the first."""
    found = keyness([Stratum(8, 8, 40, 40), Stratum(1, 0, 40, 0)], 0.01)
    assert found.expected > 7
    assert not stands_out(found, "team", one_word=False)


def test_often_in_few_role_plays_or_in_one_deal_is_no_habit() -> None:
    assert stands_out(keyness([Stratum(5, 4, 30, 1), Stratum(5, 4, 30, 1)], 0.01), "team", one_word=False)
    assert not stands_out(keyness([Stratum(5, 1, 30, 0), Stratum(5, 1, 30, 0)], 0.01), "team", one_word=False)
    assert not stands_out(keyness([Stratum(5, 5, 30, 1), Stratum(5, 0, 30, 1)], 0.01), "team", one_word=False)


@given(st.lists(st.floats(0, 1), min_size=1, max_size=60), st.integers(0, 500))
def test_discoveries_are_the_smallest_and_fewer_the_more_was_tried(p_values: list[float], more: int) -> None:
    held = discoveries(p_values)
    found = [p for p, sure in zip(p_values, held, strict=True) if sure]
    left = [p for p, sure in zip(p_values, held, strict=True) if not sure]
    assert max(found, default=0) <= min(left, default=1)
    assert sum(discoveries(p_values, len(p_values) + more)) <= sum(held)


def test_benjamini_and_hochberg_s_own_example() -> None:
    """1995, section 3: fifteen p-values, of which the procedure holds four."""
    p_values = [0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.0]
    assert discoveries(p_values) == [True] * 4 + [False] * 11


@given(st.lists(st.tuples(st.integers(0, 6), st.integers(0, 10)), min_size=1, max_size=20))
def test_what_is_said_as_often_elsewhere_is_no_reflex(rows: list[tuple[int, int]]) -> None:
    """As many after the six objections of twelve turns as after the six others."""
    even = [After(12, 6, 2 * after, after) for after, _ in rows]
    assert reaction(even).z == 0
    assert not is_reflex(reaction(even), one_word=False)


def test_a_reflex_needs_five_times_and_three_role_plays() -> None:
    assert is_reflex(reaction([After(12, 3, 2, 2)] * 5), one_word=False)
    assert not is_reflex(reaction([After(12, 3, 2, 2)] * 2), one_word=False)
    assert not is_reflex(reaction([After(12, 3, 1, 1)] * 4), one_word=False)
