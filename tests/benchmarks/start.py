"""From the command to the first page: `maju serve` beside a Streamlit app of one line, in turns on the same machine.

    python -m tests.benchmarks.start [--runs 5]

Two moments, in seconds from the start of the process: *answers*, the page comes with HTTP 200; *shows*, its first words stand in a Chromium
that was already open (left out where there is none; each run has an empty browser cache). The first run has no bytecode of any module and no
data, as after an installation that compiles nothing; Maju then also makes its database and begins to read the sample playbooks. Warm runs
find both. The disk's cache is not emptied between runs. Ratios are Maju's time over the bare app's.
"""

import argparse
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, sync_playwright

from tests.browser.app import MAJU, answers, clean_environment, stop
from tests.servers.ports import free_port

BARE = 'import streamlit as st\nst.title("hello")\n'
BARE_OPTIONS = ("--server.headless=true", "--server.fileWatcherType=none", "--browser.gatherUsageStats=false", "--server.showEmailPrompt=false")
ARGS = ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]
LONGEST_S = 120.0


@dataclass(frozen=True, slots=True)
class Start:
    """Seconds from the start of the process. `shows` is None without a browser."""

    answers: float
    shows: float | None


def maju(folder: Path, port: int) -> list[str]:
    return [str(MAJU), "serve", "--port", str(port)]


def bare(folder: Path, port: int) -> list[str]:
    app = folder / "hello.py"
    app.write_text(BARE, encoding="utf-8")
    return [sys.executable, "-m", "streamlit", "run", str(app), f"--server.port={port}", "--server.address=127.0.0.1", *BARE_OPTIONS]


APPS = {"maju": maju, "bare": bare}


def started(name: str, folder: Path, browser: Browser | None) -> Start:
    """Starts the app in its folder, watches it come up, and ends it."""
    port = free_port()
    url = f"http://127.0.0.1:{port}"
    environment = clean_environment(folder) | {"PYTHONPYCACHEPREFIX": str(folder / "bytecode")}
    with (folder / "log").open("wb") as log:
        began = time.perf_counter()
        process = subprocess.Popen(
            APPS[name](folder, port), env=environment, cwd=folder, stdout=log, stderr=subprocess.STDOUT, start_new_session=True
        )
        try:
            while not answers(url):
                if process.poll() is not None or time.perf_counter() - began > LONGEST_S:
                    raise RuntimeError(f"{name} did not come up: {(folder / 'log').read_text(errors='replace')[-1000:]}")
                time.sleep(0.005)
            answered = time.perf_counter() - began
            return Start(answered, _shown(browser, url, began) if browser else None)
        finally:
            stop(process)


def _shown(browser: Browser, url: str, began: float) -> float:
    context = browser.new_context(locale="ko-KR")
    try:
        page = context.new_page()
        page.goto(url, wait_until="commit")
        page.get_by_role("heading", level=1).wait_for(timeout=1000 * LONGEST_S)
        return time.perf_counter() - began
    finally:
        context.close()


@contextmanager
def chromium() -> Iterator[Browser | None]:
    path = shutil.which("chromium")
    if path is None:
        yield None
        return
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ARGS)
        yield browser
        browser.close()


def run(runs: int) -> dict[str, list[Start]]:
    """Per app its first start and then `runs` warm ones, the apps by turns."""
    found: dict[str, list[Start]] = {name: [] for name in APPS}
    with tempfile.TemporaryDirectory() as home, chromium() as browser:
        for _ in range(1 + runs):
            for name, starts in found.items():
                folder = Path(home) / name
                folder.mkdir(exist_ok=True)
                starts.append(started(name, folder, browser))
    return found


def report(found: dict[str, list[Start]]) -> None:
    for title, part in (("first run after install", slice(0, 1)), (f"warm, median of {len(found['maju']) - 1}", slice(1, None))):
        print(title)
        for moment in ("answers", "shows"):
            times = {name: [getattr(start, moment) for start in starts[part]] for name, starts in found.items()}
            if None not in times["maju"]:
                print(_line(moment, times["maju"], times["bare"]))


def _line(moment: str, ours: Sequence[float], theirs: Sequence[float]) -> str:
    mine, bare_s = median(ours), median(theirs)
    return (
        f"  {moment:8} maju {mine:6.2f} s (worst {max(ours):.2f})   bare streamlit {bare_s:6.2f} s (worst {max(theirs):.2f})   x{mine / bare_s:.2f}"
    )


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("--runs", type=int, default=5, help="warm runs of each")
    report(run(options.parse_args().runs))


if __name__ == "__main__":
    main()
