"""One copy of the app among several, on a port that stays its own: it can be killed and started again."""

import os
import signal
import subprocess
import time
from collections.abc import Mapping
from pathlib import Path

from tests.browser.app import MAJU, UP_S, answers, clean_environment
from tests.servers.ports import free_port


class Replica:
    """Not started by the constructor. `folder`: for its log and home; `settings`: environment variables."""

    def __init__(self, folder: Path, settings: Mapping[str, str]) -> None:
        folder.mkdir()
        self._folder = folder
        self._environment = clean_environment(folder) | dict(settings)
        self.port = free_port()
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Until it says that it can do its work."""
        command = [str(MAJU), "serve", "--port", str(self.port)]
        with (self._folder / "serve.log").open("ab") as log:
            self._process = subprocess.Popen(
                command, stdout=log, stderr=subprocess.STDOUT, cwd=self._folder, env=self._environment, start_new_session=True
            )
        until = time.monotonic() + UP_S
        while not answers(f"http://127.0.0.1:{self.port}/readyz"):
            if self._process.poll() is not None or time.monotonic() > until:
                raise AssertionError(f"a copy did not come up:\n{self.log()[-2000:]}")
            time.sleep(0.1)

    def run(self, *arguments: str) -> str:
        """A command with the same settings; what it prints."""
        done = subprocess.run(
            [str(MAJU), *arguments], cwd=self._folder, env=self._environment, capture_output=True, text=True, check=False, timeout=300
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    def kill(self) -> None:
        """With everything it started, in the middle of whatever it does."""
        if self._process is not None and self._process.poll() is None:
            os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait()

    def log(self) -> str:
        return (self._folder / "serve.log").read_text(encoding="utf-8", errors="replace")
