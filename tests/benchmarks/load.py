"""Many reps on one server: how long each waits for the buyer's first sentence, beside Streamlit's own chat page with the same endpoint.

    python -m tests.benchmarks.load [--reps 25 50 100 200] [--turns 30] [--pause 20] [--browsers 10] [--workers 1]

Each rep is an account of a team with a session over the websocket, as the frontend keeps it; they read and type for `--pause` seconds on average.
`--browsers` more sit at windows of a real Chromium and wait until they see the sentence; `--workers` are copies of Maju behind nginx. The model
endpoint has one fixed speed and runs in a process of its own, as do the server and the reps; all share the machine. Printed: from send to the first
sentence, less the endpoint's own time, of all turns and of the second half, when everything is warm; opening the page; errors; memory and CPU time
of the server's processes.
"""

import argparse
import asyncio
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from assistant.access.directory import TERMINAL
from assistant.assembly import Engine, open_engine
from tests.benchmarks.crowd.people import Seat, Waited, crowd
from tests.benchmarks.crowd.windows import windows
from tests.benchmarks.figures import ROOT
from tests.browser.app import MAJU, answers, clean_environment, stop
from tests.servers.ports import free_port
from ui.door.cookie import NAME

SCENARIO = "cloud-phone-cx-lead"
TURNS_A_TALK = 4
"""So many at least before a buyer ends it; each rep has role-plays enough for all turns."""
PASSWORD = "느린 노새와 푸른 국수"
BARE_OPTIONS = ("--server.headless=true", "--server.fileWatcherType=none", "--browser.gatherUsageStats=false", "--server.showEmailPrompt=false")
UP_S = 60.0
EVERY_S = 2.0
BYTES_A_PAGE = os.sysconf("SC_PAGE_SIZE")
TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True, slots=True)
class Load:
    """`pause_s`: reading and typing, on average. `browsers`: reps beside the `reps`, at windows of Chromium. `workers`: copies of Maju."""

    reps: int
    turns: int
    pause_s: float
    browsers: int
    workers: int


@dataclass(frozen=True, slots=True)
class Cost:
    """Of the server. `memory`: bytes in use, looked at every `EVERY_S` from the first page to the last turn. `cpu_s`: in all that time."""

    memory: tuple[int, ...]
    cpu_s: float

    @property
    def thirds(self) -> tuple[int, int, int]:
        """Bytes a third of the way on, when every rep has their page and turns behind them, after two thirds, and at the end."""
        third = len(self.memory) // 3
        return self.memory[third], self.memory[2 * third], self.memory[-1]


def seats(engine: Engine, reps: int, turns: int) -> list[Seat]:
    """Accounts that are logged in, each with role-plays of their own."""
    found = []
    for number in range(reps):
        person = engine.directory.invite(TERMINAL, f"rep{number}@load.kr", f"Rep {number}", ["rep"], ["Load"])
        admitted = engine.doorkeeper.accept(engine.doorkeeper.link(person, TERMINAL.id), PASSWORD)
        talks = [engine.room.begin(admitted.person.actor(), SCENARIO, "ko", 1).id for _ in range(turns // TURNS_A_TALK + 1)]
        found.append(Seat(f"{NAME}={admitted.secret}", tuple(f"role_play={talk}" for talk in talks)))
    return found


@contextmanager
def running(command: Sequence[str], folder: Path, settings: dict[str, str], up: str) -> Iterator[int]:
    """The process until the block ends; its id, which is its group's too. `up`: an address that answers when it is ready."""
    with (folder / "log").open("ab") as log:
        process = subprocess.Popen(
            command, cwd=folder, env=clean_environment(folder) | settings, stdout=log, stderr=subprocess.STDOUT, start_new_session=True
        )
        try:
            until = time.monotonic() + UP_S
            while not answers(up):
                if process.poll() is not None or time.monotonic() > until:
                    raise SystemExit((folder / "log").read_text(errors="replace")[-2000:])
                time.sleep(0.1)
            yield process.pid
        finally:
            stop(process)


def used(group: int) -> tuple[int, float]:
    """(bytes in use, CPU seconds so far) of all processes of a group."""
    memory, ticks = 0, 0
    for place in Path("/proc").glob("[0-9]*"):
        try:
            fields = (place / "stat").read_text().rpartition(")")[2].split()
            if int(fields[2]) == group:
                memory += int(fields[21]) * BYTES_A_PAGE
                ticks += int(fields[11]) + int(fields[12])
        except OSError:
            continue
    return memory, ticks / TICKS


@dataclass(frozen=True, slots=True)
class Measured:
    """What those at sockets waited for, those at browsers, and what it cost the server."""

    sockets: Waited
    browsers: Waited
    cost: Cost


async def measured(group: int, port: int, seats: list[Seat], load: Load) -> Measured:
    memory: list[int] = []

    async def look() -> None:
        while True:
            memory.append(used(group)[0])
            await asyncio.sleep(EVERY_S)

    _, began_s = used(group)
    looking = asyncio.create_task(look())
    at_sockets, at_windows = seats[: load.reps], seats[load.reps :]
    sockets, browsers = await asyncio.gather(
        crowd(f"ws://127.0.0.1:{port}", at_sockets, load.turns, load.pause_s),
        windows(f"http://127.0.0.1:{port}", at_windows, load.turns, load.pause_s),
    )
    looking.cancel()
    end, ended_s = used(group)
    return Measured(sockets, browsers, Cost((*memory, end), ended_s - began_s))


def maju(folder: Path, model: dict[str, str], load: Load) -> Measured:
    port = free_port()
    with open_engine(folder / "data") as engine:
        sitting = seats(engine, load.reps + load.browsers, load.turns)
    command = [str(MAJU), "serve", "--team", "--port", str(port), "--workers", str(load.workers)]
    with running(command, folder, model, f"http://127.0.0.1:{port}/_stcore/health") as group:
        return asyncio.run(measured(group, port, sitting, load))


def bare(folder: Path, model: dict[str, str], load: Load) -> Measured:
    """For as many at sockets: nobody looks at it in a browser."""
    port = free_port()
    page = ROOT / "tests" / "benchmarks" / "crowd" / "bare_page.py"
    command = [sys.executable, "-m", "streamlit", "run", str(page), f"--server.port={port}", "--server.address=127.0.0.1", *BARE_OPTIONS]
    with running(command, folder, model, f"http://127.0.0.1:{port}/_stcore/health") as group:
        return asyncio.run(measured(group, port, [Seat() for _ in range(load.reps)], load))


def share(values: Sequence[float], part: float) -> float:
    """The value below which `part` (0-1) of them lie, in milliseconds; NaN of none."""
    return 1000 * sorted(values)[min(int(part * len(values)), len(values) - 1)] if values else float("nan")


def line(name: str, reps: int, waited: Waited) -> str:
    first, later = (
        " ".join(f"{share(of, part):6.0f}" for part in (0.5, 0.95, 0.99)) for of in (waited.first, waited.first[len(waited.first) // 2 :])
    )
    return (
        f"{name:5}{reps:4} | {first} | {later} | opening p95 {share(waited.opening, 0.95):6.0f} | {len(waited.first):5} turns, "
        f"errors {len(waited.errors)}, not the model's own {waited.replaced}"
    )


def told(cost: Cost, turns: int) -> str:
    thirds = ", ".join(f"{one / 2**20:.0f}" for one in cost.thirds)
    return f" | {thirds} MB by thirds | {1000 * cost.cpu_s / max(1, turns):4.0f} ms CPU a turn"


def main() -> int:
    options = argparse.ArgumentParser()
    options.add_argument("--reps", type=int, nargs="+", default=[25, 50, 100, 200])
    options.add_argument("--turns", type=int, default=30)
    options.add_argument("--pause", type=float, default=20.0)
    options.add_argument("--browsers", type=int, default=10)
    options.add_argument("--workers", type=int, default=1)
    given = options.parse_args()
    failed = False
    print("ms from send to the first sentence less the endpoint's own: p50 p95 p99 of all turns | of the second half")
    for reps in given.reps:
        load = Load(reps, given.turns, given.pause, given.browsers, given.workers)
        for name, app in (("maju", maju), ("bare", bare)):
            with tempfile.TemporaryDirectory() as here:
                port = free_port()
                model = {"OPENAI_BASE_URL": f"http://127.0.0.1:{port}/v1", "OPENAI_API_KEY": "benchmark", "MAJU_MODEL": "fixed"}
                command = [sys.executable, "-m", "tests.benchmarks.crowd.endpoint", str(port)]
                (Path(here) / "endpoint").mkdir()
                with running(command, Path(here) / "endpoint", {"PYTHONPATH": str(ROOT)}, f"http://127.0.0.1:{port}/v1/models"):
                    found = app(Path(here), model, load)
            print(line(name, reps, found.sockets) + told(found.cost, len(found.sockets.first) + len(found.browsers.first)), flush=True)
            if found.browsers.opening:
                print(line("seen", given.browsers, found.browsers), flush=True)
            errors = found.sockets.errors + found.browsers.errors
            for error in dict.fromkeys(errors):
                print(f"      {errors.count(error)} × {error}")
            failed |= bool(errors)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
