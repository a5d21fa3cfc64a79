"""Chroma's own server (the Rust one) over a folder, as `MAJU_CHROMA_URL` names it."""

import subprocess
import sys
import time
from pathlib import Path

from tests.servers.ports import free_port, listens

UP_S = 60.0


class ChromaServer:
    """Started by the constructor; it can be stopped and started again over the same folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.port = free_port()
        self.start()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        program = str(Path(sys.executable).with_name("chroma"))
        command = [program, "run", "--path", str(self.folder), "--host", "127.0.0.1", "--port", str(self.port)]
        self._process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        until = time.monotonic() + UP_S
        while not listens(self.port):
            if self._process.poll() is not None or time.monotonic() > until:
                raise AssertionError("the Chroma server did not start")
            time.sleep(0.05)

    def kill(self) -> None:
        self._process.kill()
        self._process.wait()
