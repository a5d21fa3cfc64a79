"""A kill at every point, on every database there is; `python -m tests.resilience --kills 100` for many. In a process of its own, which forks."""

import re
import subprocess
import sys

import pytest

from assistant.settings import HOME
from tests.resilience.points import POINTS
from tests.servers import engines

KILLS = 1


@pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is POSIX")
@pytest.mark.timeout(600)
@pytest.mark.parametrize("database", engines())
def test_nothing_acknowledged_is_lost_wherever_maju_is_killed(database: str) -> None:
    command = [sys.executable, "-m", "tests.resilience", "--kills", str(KILLS), "--on", database]
    done = subprocess.run(command, cwd=HOME, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout[-4000:] + done.stderr[-2000:]
    killed = re.search(r"^(\d+) kills at (\d+) points on \w+, 0 where", done.stdout, re.MULTILINE)
    assert killed, done.stdout[-2000:]
    assert (int(killed[1]), int(killed[2])) == (KILLS * len(POINTS), len(POINTS)), "a point that is never reached shows nothing"
