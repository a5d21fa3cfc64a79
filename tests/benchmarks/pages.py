"""How long the server works on My progress with ten weeks of a team's data, beside a page with a title and nothing else.

    python -m tests.benchmarks.pages [--data DIR] [--runs 5]

DIR: a folder made by `python -m tests.team`; without it one is made first, which takes minutes. One script run in Streamlit's own test session, so
without the browser: seconds that passed, and in brackets those the processor worked, which other work on the machine does not lengthen. *cold*: the
first page of a process that has read nothing yet; *first*: the first after what every start of the server does in the background; *again*: the median
of later ones. All but *again* hold what is imported once a process.
"""

import argparse
import os
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter, process_time

from streamlit.testing.v1 import AppTest

from assistant.assembly import Engine
from tests.team.weeks import made
from tests.ui.pages import Page
from ui.engine import the_engine

BARE = "import streamlit as st\nst.title('hello')\n"
PAGES = ("progress", "role-plays", "")
LOCALES = ("ko-KR", "en-GB")


@dataclass(frozen=True, slots=True)
class Took:
    """Seconds."""

    passed: float
    worked: float

    def __str__(self) -> str:
        return f"{self.passed:.2f} s ({self.worked:.2f})"


def took(page: str | None, locale: str) -> Took:
    """One script run of a new session; None is the bare page."""
    began, worked = perf_counter(), process_time()
    if page is None:
        AppTest.from_string(BARE).run()
    else:
        assert Page(page, locale, {}).words
    return Took(perf_counter() - began, process_time() - worked)


def typical(page: str | None, locale: str, runs: int) -> Took:
    every = [took(page, locale) for _ in range(runs)]
    return Took(median(one.passed for one in every), median(one.worked for one in every))


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", type=Path)
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder) / "data"
        if options.data:
            shutil.copytree(options.data, data)
        else:
            made(data)
        os.environ["MAJU_DATA"] = str(data)
        Engine.warm_up = lambda self: None  # type: ignore[method-assign]  # what a first start reads is no part of a page
        report(options.runs)


def report(runs: int) -> None:
    took(None, "")
    bare = typical(None, "", runs)
    print(f"{'bare page':16} {bare}")
    print(f"{'progress ko':16} cold {took('progress', 'ko-KR')}")
    began = process_time()
    the_engine()._warm()
    print(f"{'warm-up':16} worked {process_time() - began:.2f} s")
    for page in PAGES:
        for locale in LOCALES:
            first, again = took(page, locale), typical(page, locale, runs)
            times = again.worked / bare.worked
            print(f"{(page or 'practise') + ' ' + locale[:2]:16} first {first}   again {again}, x{times:.1f} the bare page's work")


if __name__ == "__main__":
    main()
