"""The real servers that many machines share, started for a test and gone after it."""

import os
from typing import NoReturn

import pytest

WANTED = "MAJU_TEST_SERVERS"
"""Set where a missing server is an error, and not a reason to leave tests out."""


def missing(said: str) -> NoReturn:
    """Says it loudly, whichever way."""
    if os.environ.get(WANTED):
        pytest.fail(said)
    pytest.skip(said)
