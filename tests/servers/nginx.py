"""nginx with the settings that Maju ships, between the addresses of a test."""

import shutil
import subprocess
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from assistant.cli.nginx import command, program, settings_between
from tests.servers.ports import listens

UP_S = 20.0


class Nginx:
    """Started by the constructor before copies of the app at these ports."""

    def __init__(self, port: int, ports: Sequence[int]) -> None:
        found = program()
        assert found is not None, "nginx is not installed"
        self.port = port
        self.folder = Path(tempfile.mkdtemp(prefix="maju-nginx-"))
        settings = self.folder / "nginx.conf"
        settings.write_text(_logged(settings_between("127.0.0.1", self.port, ports, self.folder), self.folder), encoding="utf-8")
        with (self.folder / "error.log").open("wb") as log:
            self._process = subprocess.Popen(command(found, settings), stdout=subprocess.DEVNULL, stderr=log)
        until = time.monotonic() + UP_S
        while not listens(self.port):
            if self._process.poll() is not None or time.monotonic() > until:
                raise AssertionError(f"nginx did not start:\n{(self.folder / 'error.log').read_text()}")
            time.sleep(0.05)

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def who_served(self, path: str) -> list[int]:
        """The ports that answered requests for what begins so, oldest first."""
        lines = (self.folder / "access.log").read_text(encoding="utf-8").splitlines()
        return [int(line.rsplit(":", 1)[1]) for line in lines if line.startswith(path)]

    def close(self) -> None:
        self._process.terminate()
        self._process.wait()
        shutil.rmtree(self.folder, ignore_errors=True)


def _logged(settings: str, folder: Path) -> str:
    """With a line for each answer: who gave it."""
    logged = f'log_format served "$request_uri $upstream_addr"; access_log {folder}/access.log served;'
    return settings.replace("access_log off;", logged)
