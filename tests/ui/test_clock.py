"""The composer's clock: what a browser tells is believed as far as it can be true."""

from datetime import UTC, datetime, timedelta

import pytest

from assistant.domain.transcript import Typing
from ui import clock

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
SHOWN = NOW - timedelta(seconds=40)


def told(**changed: object) -> dict[str, object]:
    return {"sent": {"turn": 4, "shown_ms": 30_000, "first_key_ms": 12_500, "pasted_chars": 3} | changed}


def test_times_before_sending_become_the_servers_times() -> None:
    assert clock.typing(told(), 4, NOW, SHOWN) == Typing(NOW - timedelta(seconds=30), NOW - timedelta(seconds=12.5), 3)


def test_a_key_before_the_line_stood_there_counts_from_the_line() -> None:
    assert clock.typing(told(first_key_ms=45_000), 4, NOW, SHOWN).first_key_at == NOW - timedelta(seconds=30)


@pytest.mark.parametrize(
    "tells",
    [
        None,
        {},
        {"sent": "now"},
        told(turn=2),
        told(shown_ms=-1),
        told(shown_ms=True),
        told(shown_ms="30000"),
        told(shown_ms=float("nan")),
        told(shown_ms=1e9),
        told(first_key_ms=None),
        told(pasted_chars=10**9),
    ],
)
def test_what_cannot_be_is_not_believed_and_the_servers_own_time_serves(tells: object) -> None:
    assert clock.typing(tells, 4, NOW, SHOWN) == Typing(shown_at=SHOWN)
