"""The real servers that many machines share, started for a test and gone after it."""

import os
import shutil
from pathlib import Path
from typing import NoReturn

import pytest

WANTED = "MAJU_TEST_SERVERS"
"""Set where a missing server is an error, and not a reason to leave tests out."""


def missing(said: str) -> NoReturn:
    """Says it loudly, whichever way."""
    if os.environ.get(WANTED):
        pytest.fail(said)
    pytest.skip(said)


def postgres_programs() -> Path | None:
    """The folder of the newest PostgreSQL of this machine: Debian keeps them off the path."""
    debian = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda one: int(one.parts[-3]))
    found = str(debian[-1]) if debian else shutil.which("initdb")
    return Path(found).parent if found else None


def engines() -> tuple[str, ...]:
    """The databases that what concerns the store is tried on: both, where PostgreSQL is there or has to be."""
    return ("sqlite", "postgresql") if postgres_programs() or os.environ.get(WANTED) else ("sqlite",)
