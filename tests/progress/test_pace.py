"""Own pace: typing and reading from the composer's clock, and nothing from too little of it."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from assistant.domain.roleplay import PlayedTurn, RolePlay
from assistant.domain.transcript import Typing
from assistant.progress.pace import FEWEST, pace

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)
LINE = "We have forty people here and the phones never stop ringing all day."
"""Thirteen words."""
REPLY = "How many of them are missed on an ordinary day?"


def talk(reads_s: float, types_s: float, times: int = FEWEST, **clock: int) -> RolePlay:
    turns: list[PlayedTurn] = []
    for _ in range(times):
        key = NOW + timedelta(seconds=reads_s)
        turns.append(PlayedTurn(len(turns), "buyer", LINE, NOW))
        turns.append(PlayedTurn(len(turns), "rep", REPLY, key + timedelta(seconds=types_s), typing=Typing(NOW, key, **clock)))
    return RolePlay("r", "local", "deal", "v", "en", 2, 1, NOW, turns=tuple(turns))


def test_the_usual_pace_is_the_clock_s() -> None:
    found = pace([talk(6, 12)])
    assert found.typed is not None
    assert found.read is not None
    assert round(found.typed) == round(60 * len(REPLY) / 12)
    assert round(found.read) == round(60 * 13 / 6)
    assert (found.typed_of, found.read_of) == (FEWEST, FEWEST)


def test_too_few_clocked_replies_say_nothing() -> None:
    found = pace([talk(6, 12, FEWEST - 1)])
    assert (found.typed, found.read) == (None, None)
    assert pace([]).typed is None


def test_pasted_text_is_not_typed_and_a_glance_is_not_reading() -> None:
    assert pace([talk(6, 12, pasted_chars=20)]).typed is None
    assert pace([talk(0.5, 12)]).read is None
    assert pace([talk(4000, 4000)]).typed_of == 0


def test_replies_without_a_clock_are_left_out() -> None:
    held = talk(6, 12)
    found = pace([replace(held, turns=tuple(replace(one, typing=None) for one in held.turns))])
    assert (found.typed_of, found.read_of) == (0, 0)


@given(st.lists(st.tuples(st.floats(0.1, 600), st.floats(0.1, 600)), max_size=30))
def test_paces_are_positive_and_within_their_middle_half(seconds: list[tuple[float, float]]) -> None:
    found = pace([talk(reads, types, 1) for reads, types in seconds])
    if found.typed is not None:
        low, high = found.typed_between
        assert 0 < low <= found.typed <= high
    assert found.read is None or 0 < found.read <= 500
