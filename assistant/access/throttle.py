"""How long somebody who guesses must wait: after a few failures longer and longer, per account and per address. Pure."""

from collections.abc import Sequence
from datetime import datetime, timedelta

FREE, FREE_FROM_ONE_ADDRESS = 5, 25
"""Failures that cost nothing: an office shares one address."""
FIRST_S, LONGEST_S = 30, 15 * 60
REMEMBERED = timedelta(hours=1)
"""Nobody is locked out for good (ASVS 6.3.1: a lock of that kind is a weapon against the person)."""


def wait_until(failures: Sequence[datetime], free: int) -> datetime | None:
    """When the next attempt is heard; None: now. `failures`: of the last hour, any order."""
    if len(failures) < free:
        return None
    seconds = min(LONGEST_S, FIRST_S * 2 ** (len(failures) - free))
    return max(failures) + timedelta(seconds=seconds)
