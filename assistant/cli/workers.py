"""Several copies of the app on one machine, behind nginx: what one process's interpreter lets wait, the next one does. All share the data folder."""

import ctypes
import logging
import os
import secrets
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from contextlib import ExitStack, suppress
from dataclasses import dataclass, field
from pathlib import Path

from assistant.cli import nginx
from assistant.errors import InputError

_log = logging.getLogger(__name__)
LOOK_S = 0.2
UP_S = 120.0
DOWN_S = 10.0
SOONEST_S, LATEST_S = 0.5, 30.0
"""A process that has ended is started again after so long; the wait doubles as long as it does not live for `LATEST_S`."""
SECRET = "STREAMLIT_SERVER_COOKIE_SECRET"  # noqa: S105 - a setting's name
"""A page that one copy drew may upload to another: they sign with the same one."""
PR_SET_PDEATHSIG = 1


@dataclass
class Kept:
    """A process that is started again whenever it ends."""

    command: list[str]
    folder: Path
    _process: subprocess.Popen[bytes] | None = field(default=None, init=False)
    _changed: float = field(default=float("-inf"), init=False)
    _wait_s: float = field(default=0.0, init=False)

    def look(self, now: float) -> None:
        """Starts it when it is due. `now`: seconds of a clock that only goes on."""
        if self._process is None:
            if now >= self._changed + self._wait_s:
                self._process, self._changed = self._started(), now
        elif self._process.poll() is not None:
            self._wait_s = SOONEST_S if now > self._changed + LATEST_S else min(max(2 * self._wait_s, SOONEST_S), LATEST_S)
            _log.warning("%s ended with %s; it is started again in %s s", self.command[0], self._process.returncode, self._wait_s)
            self._process, self._changed = None, now

    def _started(self) -> "subprocess.Popen[bytes]":
        return subprocess.Popen(self.command, cwd=self.folder, preexec_fn=_ends_with_us)  # noqa: S603 - our own program, and nginx

    def end(self) -> None:
        if self._process is None:
            return
        self._process.terminate()
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(timeout=DOWN_S)
        self._process.kill()
        self._process.wait()


def require_nginx() -> str:
    """The program. Raises InputError where it is not installed."""
    found = nginx.program()
    if found is None:
        raise InputError(
            ko="--workers에는 nginx가 필요해요. 설치하고(데비안·우분투: apt install nginx-light) 다시 실행하거나, --workers를 빼고 실행해 주세요.",
            en="--workers needs nginx. Install it (Debian, Ubuntu: apt install nginx-light) and start again, or leave --workers out.",
        )
    return found


def serve_side_by_side(found: str, host: str, port: int, workers: int, home: Path, data: Path) -> None:
    """Until it is told to end. `found`: nginx; `home`: where `ui` is; `data`: nginx's own files are put there.

    The first copy brings the tables up to date and puts in the sample playbooks; the others, and nginx, are started when it answers.
    """
    os.environ.setdefault(SECRET, secrets.token_hex(32))
    ports = _free_ports(workers)
    copies = [Kept([sys.executable, "-m", "ui.server", "127.0.0.1", str(one)], home) for one in ports]
    folder = data / "nginx"
    folder.mkdir(parents=True, exist_ok=True)
    settings = folder / "nginx.conf"
    settings.write_text(nginx.settings_between(host, port, ports, folder), encoding="utf-8")
    before = Kept(nginx.command(found, settings), folder)
    _end_when_told_to()
    with ExitStack() as running:
        for one in (*copies, before):
            running.callback(one.end)
        until = time.monotonic() + UP_S
        while not _answers(ports[0]) and time.monotonic() < until:
            copies[0].look(time.monotonic())
            time.sleep(LOOK_S)
        while True:
            for one in (*copies, before):
                one.look(time.monotonic())
            time.sleep(LOOK_S)


def _answers(port: int) -> bool:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/readyz", timeout=5) as answer:
            return bool(answer.status == 200)
    except (urllib.error.URLError, ConnectionError, TimeoutError):
        return False


def _free_ports(count: int) -> list[int]:
    """Held together while they are looked for, so that they differ."""
    with ExitStack() as held:
        found = [held.enter_context(socket.socket()) for _ in range(count)]
        for one in found:
            one.bind(("127.0.0.1", 0))
        return [int(one.getsockname()[1]) for one in found]


def _ends_with_us() -> None:
    """Whoever kills this process has killed what it started; only Linux can."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)


def _end_when_told_to() -> None:
    """A signal to end leads out of whatever is running, so that what was started is ended."""

    def out(*_: object) -> None:
        raise SystemExit(0)

    for one in (signal.SIGTERM, signal.SIGINT):
        signal.signal(one, out)
