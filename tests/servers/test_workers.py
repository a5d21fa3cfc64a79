"""`maju serve --workers`: copies side by side that come back when they end, and leave nothing behind."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from assistant.cli import nginx
from assistant.cli.workers import LATEST_S, SOONEST_S, Kept, require_nginx
from assistant.errors import InputError
from tests.browser.app import MAJU, answers, clean_environment
from tests.servers import missing
from tests.servers.ports import free_port, listens

PATIENCE_S = 120.0


def until(true: Callable[[], bool], what: str) -> None:
    end = time.monotonic() + PATIENCE_S
    while not true():
        assert time.monotonic() < end, what
        time.sleep(0.1)


def ended(one: Kept) -> bool:
    return one._process is not None and one._process.poll() is not None


def test_what_keeps_ending_is_started_ever_later_and_what_lived_soon(tmp_path: Path) -> None:
    one, now, waits = Kept([sys.executable, "-c", ""], tmp_path), 0.0, []
    for lives_s in (0.0, 0.0, 0.0, 2 * LATEST_S):
        one.look(now)
        until(lambda: ended(one), "an empty program ends")
        now += lives_s
        one.look(now)
        waits.append(one._wait_s)
        one.look(now + one._wait_s - 0.01)
        assert one._process is None
        now += one._wait_s
    assert waits == [SOONEST_S, 2 * SOONEST_S, 4 * SOONEST_S, SOONEST_S]


def refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, *options: str) -> str:
    for name, value in (clean_environment(tmp_path) | {"MAJU_LANGUAGE": "en"}).items():
        monkeypatch.setenv(name, value)
    done = subprocess.run([str(MAJU), "serve", *options], cwd=tmp_path, capture_output=True, text=True, check=False, timeout=PATIENCE_S)
    assert done.returncode == 2
    assert len(done.stderr.strip().splitlines()) == 1
    return done.stderr


def test_one_person_needs_one_process(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert "add --team" in refused(monkeypatch, tmp_path, "--workers", "2")


def test_without_nginx_it_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(nginx, "program", lambda: None)
    with pytest.raises(InputError, match="apt install nginx-light"):
        require_nginx()


class Serving:
    def __init__(self, folder: Path) -> None:
        self.port = free_port()
        self.log = folder / "serve.log"
        command = [str(MAJU), "serve", "--team", "--workers", "2", "--port", str(self.port)]
        with self.log.open("wb") as log:
            self.process = subprocess.Popen(
                command, cwd=folder, env=clean_environment(folder), stdout=log, stderr=subprocess.STDOUT, start_new_session=True
            )

    def copies(self) -> dict[int, int]:
        """Ports of those that listen, by process id."""
        told = {one: Path(f"/proc/{one}/cmdline").read_bytes().decode().rstrip("\0").split("\0") for one in self.children()}
        return {one: int(words[-1]) for one, words in told.items() if "ui.server" in words and listens(int(words[-1]))}

    def children(self) -> list[int]:
        return [int(one) for one in Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text().split()]

    def ready(self) -> bool:
        assert self.process.poll() is None, self.log.read_text()
        return answers(f"http://127.0.0.1:{self.port}/readyz")


@pytest.fixture
def serving(tmp_path: Path) -> Iterator[Serving]:
    if nginx.program() is None:
        missing("nginx is not installed (Debian: apt-get install nginx-light)")
    one = Serving(tmp_path)
    yield one
    if one.process.poll() is None:
        os.killpg(one.process.pid, signal.SIGKILL)
        one.process.wait()


@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc, and only Linux ends children with their parent")
def test_a_killed_copy_comes_back_and_a_killed_server_leaves_nothing(serving: Serving) -> None:
    until(serving.ready, "nginx and the first copy")
    until(lambda: len(serving.copies()) == 2, "the second copy")
    ports = set(serving.copies().values())
    until(lambda: all(answers(f"http://127.0.0.1:{one}/readyz") for one in ports), "both can do their work")
    gone = next(iter(serving.copies()))
    os.kill(gone, signal.SIGKILL)
    until(lambda: gone not in serving.copies(), "it is dead")
    assert serving.ready(), "the other answers"
    until(lambda: set(serving.copies().values()) == ports, "a new copy in its place")
    left = serving.children()
    serving.process.kill()
    serving.process.wait()
    until(lambda: not listens(serving.port) and not any(Path(f"/proc/{one}").exists() for one in left), "nobody is left")


@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
def test_it_ends_when_it_is_told_to(serving: Serving) -> None:
    until(serving.ready, "nginx and the first copy")
    left = serving.children()
    serving.process.terminate()
    assert serving.process.wait(PATIENCE_S) == 0
    assert not any(Path(f"/proc/{one}").exists() for one in left)
    assert not listens(serving.port)
