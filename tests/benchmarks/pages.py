"""How long the server works on My progress with ten weeks of a team's data, beside a page with a title and nothing else.

    python -m tests.benchmarks.pages [--data DIR] [--runs 5]

DIR: a folder made by `python -m tests.team`; without it one is made first, which takes minutes. Seconds of one script run in Streamlit's own test
session, so without the browser. *first*: a new session in a process that has read nothing yet; *again*: the median of later sessions.
"""

import argparse
import os
import shutil
import tempfile
from pathlib import Path
from statistics import median
from time import perf_counter

from streamlit.testing.v1 import AppTest

from assistant.assembly import Engine
from tests.team.weeks import made
from tests.ui.pages import Page

BARE = "import streamlit as st\nst.title('hello')\n"
PAGES = ("progress", "role-plays", "")
LOCALES = ("ko-KR", "en-GB")


def seconds(page: str | None, locale: str) -> float:
    """One script run of a new session; None is the bare page."""
    began = perf_counter()
    if page is None:
        AppTest.from_string(BARE).run()
    else:
        assert Page(page, locale, {}).words
    return perf_counter() - began


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
    seconds(None, "")
    seconds("", LOCALES[0])
    bare = median(seconds(None, "") for _ in range(runs))
    print(f"{'bare page':24} {bare:.3f} s")
    for page in PAGES:
        for locale in LOCALES:
            first = seconds(page, locale)
            again = median(seconds(page, locale) for _ in range(runs))
            print(
                f"{(page or 'practise') + ' ' + locale[:2]:24} first {first:.3f} s (x{first / bare:.0f})   again {again:.3f} s (x{again / bare:.0f})"
            )


if __name__ == "__main__":
    main()
