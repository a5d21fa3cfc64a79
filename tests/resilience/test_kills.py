"""A few kills at every point; `python -m tests.resilience --kills 100` for many. In a process of its own, which makes others by forking."""

import re
import subprocess
import sys

import pytest

from assistant.settings import HOME
from tests.resilience.points import POINTS

KILLS = 1


@pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is POSIX")
@pytest.mark.timeout(600)
def test_nothing_acknowledged_is_lost_wherever_maju_is_killed() -> None:
    done = subprocess.run([sys.executable, "-m", "tests.resilience", "--kills", str(KILLS)], cwd=HOME, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout[-4000:] + done.stderr[-2000:]
    killed = re.search(r"^(\d+) kills at (\d+) points, 0 points", done.stdout, re.MULTILINE)
    assert killed, done.stdout[-2000:]
    assert (int(killed[1]), int(killed[2])) == (KILLS * len(POINTS), len(POINTS)), "a point that is never reached shows nothing"
