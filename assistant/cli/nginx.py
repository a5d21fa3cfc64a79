"""nginx before several copies of the app: where it is on this machine, and its settings for copies at these ports."""

import os
import pwd
import re
import shutil
from collections.abc import Sequence
from pathlib import Path

SETTINGS = Path(__file__).with_name("nginx.conf")
_COPIES = re.compile(r"( +server app\d:8501 [^\n]+\n)+")
_ROOMS = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
"""Where nginx puts what is too large for its memory; its own choice is a folder of the system's."""


def program() -> str | None:
    """Debian keeps it off most people's path."""
    return shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin:/usr/local/sbin:/opt/homebrew/bin")


def settings_between(host: str, port: int, ports: Sequence[int], folder: Path) -> str:
    """`nginx.conf` with other addresses. `folder`: what nginx itself writes lies there. A copy of this machine that has ended refuses at once, so the
    next one is asked and none is shunned for a while, as one on another machine is: it would still be when it is the only one left."""
    text = SETTINGS.read_text(encoding="utf-8")
    copies = "".join(f"    server 127.0.0.1:{one} max_fails=0;\n" for one in ports)
    rooms = "".join(f"  {one}_temp_path {folder}/{one};\n" for one in _ROOMS)
    text = _COPIES.sub(lambda _: copies, text, count=1).replace("  access_log off;\n", f"  access_log off;\n{rooms}")
    text = text.replace("listen 80;", f"listen {f'[{host}]' if ':' in host else host}:{port};")
    return f"{_as_whoever_runs_it()}pid {folder}/pid;\n{text}"


def command(found: str, settings: Path) -> list[str]:
    """Runs until it is ended. `found`: the program."""
    return [found, "-p", str(settings.parent), "-c", str(settings), "-e", "stderr", "-g", "daemon off;"]


def _as_whoever_runs_it() -> str:
    """Started by root nginx would become somebody who may not write into the folder."""
    return f"user {pwd.getpwuid(0).pw_name};\n" if os.geteuid() == 0 else ""
