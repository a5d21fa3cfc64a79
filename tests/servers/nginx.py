"""Debian's nginx with the very settings of `compose.yaml`, between the addresses of a test."""

import re
import shutil
import subprocess
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

import yaml

from assistant.settings import HOME
from tests.servers.ports import listens

UP_S = 20.0


def program() -> str | None:
    """Debian keeps it off most people's path."""
    return shutil.which("nginx", path="/usr/sbin:/usr/local/sbin:/usr/bin:/usr/local/bin")


class Nginx:
    """Started by the constructor before copies of the app at these ports."""

    def __init__(self, port: int, ports: Sequence[int]) -> None:
        found = program()
        assert found is not None, "nginx is not installed"
        self.port = port
        self.folder = Path(tempfile.mkdtemp(prefix="maju-nginx-"))
        settings = self.folder / "nginx.conf"
        settings.write_text(_between(self.port, ports, self.folder), encoding="utf-8")
        command = [found, "-p", str(self.folder), "-c", str(settings), "-e", str(self.folder / "error.log"), "-g", "daemon off;"]
        self._process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
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


def _between(port: int, ports: Sequence[int], folder: Path) -> str:
    """The configuration of `compose.yaml`; other addresses, and a line for each answer, are all that differs."""
    text: str = yaml.safe_load((HOME / "compose.yaml").read_text(encoding="utf-8"))["configs"]["nginx"]["content"].replace("$$", "$")
    for number, one in enumerate(ports, 1):
        text = text.replace(f"app{number}:8501", f"127.0.0.1:{one}")
    assert not re.search(r"app\d", text), "as many copies as compose.yaml has"
    logged = f'log_format served "$request_uri $upstream_addr"; access_log {folder}/access.log served;'
    text = text.replace("access_log off;", logged).replace("listen 80;", f"listen 127.0.0.1:{port};")
    return f"pid {folder}/pid;\n{text}"
