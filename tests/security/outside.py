"""Everything Maju does of its own accord and on demand, in a network namespace whose only way out counts what is sent: prints that count.

`python -m tests.security.outside FOLDER [control]`; `control` sends something on purpose, to show that the count sees it.
"""

import json
import socket
import subprocess
import sys
import urllib.request
from contextlib import suppress
from pathlib import Path
from typing import Any

ADDRESS, WAY_OUT = "10.99.0.2", "10.99.0.1"
ASKED: list[str] = []
"""Names and addresses that Python's own sockets were asked for; what other code sends is counted at the way out."""


def at_the_way_out() -> None:
    """A cable to nobody: whatever has a route outside goes there, is counted, and ends."""
    for command in (
        "ip link set lo up",
        "sysctl -q -w net.ipv6.conf.all.disable_ipv6=1 net.ipv6.conf.default.disable_ipv6=1",
        "ip link add out type veth peer name other",
        f"ip addr add {ADDRESS}/24 dev out",
        "ip link set other up",
        "ip link set out up",
        f"ip neigh add {WAY_OUT} lladdr 02:00:00:00:00:01 dev out",
        f"ip route add default via {WAY_OUT}",
    ):
        subprocess.run(command.split(), check=True, capture_output=True)
    sys.addaudithook(_noted)


def _noted(event: str, args: tuple[Any, ...]) -> None:
    if event == "socket.getaddrinfo":
        host = str(args[0])
    elif event == "socket.connect" and isinstance(args[1], tuple):
        host = str(args[1][0])
    else:
        return
    if host not in {"localhost", "None", "", "::1", "0.0.0.0"} and not host.startswith("127."):
        ASKED.append(host)


def sent() -> int:
    """Packets, from /proc: in a namespace /sys may still show the one outside."""
    line = next(line for line in Path("/proc/net/dev").read_text().splitlines() if line.strip().startswith("out:"))
    return int(line.split(":")[1].split()[9])


def everything(folder: Path) -> None:
    from assistant.domain.people import LOCAL_PERSON
    from tests.browser.app import serving
    from tests.resilience.places import opened
    from tests.resilience.works import WORKS

    with opened(folder / "data") as engine:
        engine._warm()
        for number, work in enumerate(WORKS.values()):
            work(engine, lambda *facts: None, number)
        assert engine.room.mine(LOCAL_PERSON)
    with serving(folder) as app:
        for path in ("/", "/healthz", "/readyz", "/progress"):
            urllib.request.urlopen(app.url + path).read()


def main() -> None:
    folder = Path(sys.argv[1])
    at_the_way_out()
    if sys.argv[2:] == ["control"]:
        with suppress(OSError), socket.create_connection(("192.0.2.1", 80), timeout=0.5):
            pass
    else:
        everything(folder)
    print(json.dumps({"packets": sent(), "asked": ASKED}))


if __name__ == "__main__":
    main()
