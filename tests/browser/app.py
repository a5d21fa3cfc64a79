"""`maju serve` as a process of its own, on a free port, with its own data: what the browser opens."""

import os
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from ssl import PROTOCOL_TLS_CLIENT, SSLContext

from assistant.domain.roleplay import RolePlay
from assistant.settings import HOME
from assistant.store import open_store
from tests.servers.ports import free_port

MAJU = Path(sys.executable).with_name("maju")
UP_S, DOWN_S = 60.0, 10.0
PLAIN = SSLContext(PROTOCOL_TLS_CLIENT)
"""For calls to an app under test, which encrypts nothing: else httpx2 reads every certificate there is for each of them."""
OURS = ("OPENAI_", "MAJU_", "STREAMLIT_")
"""Settings of whoever runs the tests, which the app must not see."""


@dataclass(frozen=True, slots=True)
class App:
    """A running app. `data`: its data folder."""

    url: str
    data: Path

    def kept(self, role_play_id: str) -> RolePlay:
        """The role-play as it stands in the store, whatever a screen shows."""
        store = open_store(f"sqlite:///{self.data / 'maju.db'}")
        try:
            return store.role_plays.get(role_play_id)
        finally:
            store.close()

    def role_plays(self) -> tuple[RolePlay, ...]:
        store = open_store(f"sqlite:///{self.data / 'maju.db'}")
        try:
            return tuple(store.role_plays.all())
        finally:
            store.close()


@contextmanager
def serving(folder: Path, settings: Mapping[str, str] | None = None, port: int | None = None) -> Iterator[App]:
    """The app until the block ends. `folder`: for data, log and home. `settings`: environment variables; none = offline. `port`: where it must be
    known before."""
    if (HOME / ".env").exists():
        raise AssertionError(f"{HOME / '.env'} would connect the app under test to a real model; move it away for these tests.")
    port = port or free_port()
    environment = clean_environment(folder) | dict(settings or {})
    with (folder / "serve.log").open("wb") as log:
        command = [str(MAJU), "serve", "--port", str(port)]
        process = subprocess.Popen(command, stdout=log, stderr=subprocess.STDOUT, cwd=folder, env=environment, start_new_session=True)
        try:
            app = App(f"http://127.0.0.1:{port}", folder / "data")
            _wait_for(f"{app.url}/_stcore/health", process, folder / "serve.log")
            yield app
        finally:
            stop(process)


def clean_environment(folder: Path) -> dict[str, str]:
    """This process's, without anybody's settings; `folder` becomes home, the data folder lies in it."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(OURS)}
    return kept | {"HOME": str(folder), "MAJU_DATA": str(folder / "data")}


def answers(url: str) -> bool:
    try:
        with urllib.request.urlopen(url, timeout=5) as page:
            return bool(page.status == 200)
    except (urllib.error.URLError, ConnectionError, TimeoutError):
        return False


def _wait_for(url: str, process: "subprocess.Popen[bytes]", log: Path) -> None:
    until = time.monotonic() + UP_S
    while not answers(url):
        if process.poll() is not None or time.monotonic() > until:
            raise AssertionError(f"maju serve did not come up:\n{log.read_text(errors='replace')[-2000:]}")
        time.sleep(0.05)


def stop(process: "subprocess.Popen[bytes]") -> None:
    """With everything it started."""
    for sign in (signal.SIGTERM, signal.SIGKILL):
        with suppress(ProcessLookupError):
            os.killpg(process.pid, sign)
        with suppress(subprocess.TimeoutExpired):
            process.wait(DOWN_S)
            return
