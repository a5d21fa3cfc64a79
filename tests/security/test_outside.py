"""No call that was not configured leaves this machine: everything Maju does, in a namespace whose only way out is counted."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from assistant.settings import HOME
from tests.browser.app import clean_environment

TRY = "ip link add out type veth peer name other && ip link set lo up"
CAN = sys.platform == "linux" and subprocess.run(["unshare", "-n", "sh", "-c", TRY], capture_output=True).returncode == 0
pytestmark = pytest.mark.skipif(not CAN, reason="NOT TESTED: this kernel lets nobody make a network namespace (unshare -n)")


def outside(folder: Path, *more: str) -> dict[str, Any]:
    command = ["unshare", "-n", sys.executable, "-m", "tests.security.outside", str(folder), *more]
    done = subprocess.run(command, cwd=HOME, env=clean_environment(folder), capture_output=True, text=True)
    assert done.returncode == 0, done.stderr[-3000:]
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


def test_what_leaves_is_seen(tmp_path: Path) -> None:
    found = outside(tmp_path, "control")
    assert set(found["asked"]) == {"192.0.2.1"}
    assert found["packets"] > 0


@pytest.mark.timeout(600)
def test_nothing_leaves(tmp_path: Path) -> None:
    assert outside(tmp_path) == {"packets": 0, "asked": []}
