"""How long the server works on every page of the app with ten weeks of three teams' data, for each role that may open it, beside a bare page.

    python -m tests.benchmarks.pages [--data DIR] [--runs 3] [--only PAGE]...

DIR: a folder made by `python -m tests.team --teams 3`; without it one is made first, which takes many minutes. One script run in Streamlit's own test
session, so without the browser: seconds that passed, and in brackets those the processor worked, which other work on the machine does not lengthen.
*first*: the first after what every start of the server does in the background, with what is imported once; *again*: the median of later ones. Wanted:
below a second of work. *cold*: My progress as the first page of a process that has read nothing yet.
"""

import argparse
import os
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter, process_time

from streamlit.testing.v1 import AppTest

from assistant.access.directory import TERMINAL
from assistant.assembly import Engine
from assistant.domain.people import Actor
from assistant.domain.policy import reach
from tests.team.crews import ADMIN, CREWS, DIRECTOR, TRAINER
from tests.team.office import all_crews, engaged
from tests.ui.pages import Page
from ui import actor, pages, state
from ui.engine import the_engine
from ui.words import door

BARE = "import streamlit as st\nst.title('hello')\n"
LOCALE = "ko-KR"
WANTED_S = 1.0
ROLES = {"rep": f"{CREWS[0].reps[0][0].id}@maju.example", "manager": f"{DIRECTOR[0]}@maju.example", "trainer": f"{TRAINER[0]}@maju.example"}
LOGINS = ROLES | {"admin": ADMIN[0]}
UNOPENED = ("conversation", "swap", "compare", "builder")
"""Pages whose address names what these teams have not made: real conversations, swapped sides, second tries, drafts."""


@dataclass(frozen=True, slots=True)
class Took:
    """Seconds."""

    passed: float
    worked: float

    def __str__(self) -> str:
        return f"{self.passed:.2f} s ({self.worked:.2f})"


def took(page: str | None, query: dict[str, str]) -> Took:
    """One script run of a new session; None is the bare page."""
    began, worked = perf_counter(), process_time()
    if page is None:
        AppTest.from_string(BARE).run()
    else:
        words = Page(page, LOCALE, query).words
        assert words
        assert door.NOT_YOURS.ko not in words, page
    return Took(perf_counter() - began, process_time() - worked)


def typical(page: str | None, query: dict[str, str], runs: int) -> Took:
    every = [took(page, query) for _ in range(runs)]
    return Took(median(one.passed for one in every), median(one.worked for one in every))


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", type=Path)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--only", action="append", help="a page's name in ui/pages.py")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder) / "data"
        if options.data:
            shutil.copytree(options.data, data)
        else:
            engaged(data, None, 10, 1, all_crews(len(CREWS)), lambda done, of: None)
        os.environ |= {"MAJU_DATA": str(data), "MAJU_TEAM": "1"}
        Engine.warm_up = lambda self: None  # type: ignore[method-assign]  # what a first start reads is no part of a page
        report(options.runs, options.only)


def report(runs: int, only: list[str] | None) -> None:
    took(None, {})
    bare = typical(None, {}, runs)
    print(f"{'bare page':30} {bare}")
    engine = the_engine()
    as_(engine, "rep")
    print(f"{'progress, rep':30} cold {took('progress', {})}")
    began = process_time()
    engine._warm()
    print(f"{'warm-up':30} worked {process_time() - began:.2f} s")
    slow = []
    for place in pages.PLACES:
        if only and place.view not in only:
            continue
        for role in LOGINS:
            who = as_(engine, role)
            if reach(who, place.needs) is None:
                continue
            for query in queries(engine, who, place.view):
                path = "" if place.view == pages.FIRST else place.view.replace("_", "-")
                first, again = took(path, query), typical(path, query, runs)
                name = f"{place.view}, {role}"
                print(f"{name:30} first {first}   again {again}, x{again.worked / bare.worked:.1f} the bare page's work", flush=True)
                if again.worked >= WANTED_S:
                    slow.append(name)
    print(f"not opened: {', '.join(UNOPENED)}")
    print(f"a second or more: {', '.join(slow) or 'none'}")


def as_(engine: Engine, role: str) -> Actor:
    """Whoever looks from now on."""
    who = engine.directory.by_login(TERMINAL, LOGINS[role]).actor()
    actor.present_actor = lambda: who
    import ui.app

    ui.app.present_actor = lambda: who  # type: ignore[attr-defined]
    return who


def queries(engine: Engine, who: Actor, view: str) -> Iterator[dict[str, str]]:
    """What the address of this page names for this person; nothing where there is nothing it could name."""
    readable = list(engine.role_plays.shared_with(who.teams)) or list(engine.role_plays.of_rep(who.id))
    own = engine.role_plays.of_rep(who.id)
    if view in {"briefing", "versions"}:
        yield {state.SCENARIO: engine.library.all()[0].id}
    elif view in {"scorecard", "after_call", "reading"}:
        ended = [one for one in (own if "rep" in who.roles else readable) if one.ended and engine.scorer.of_role_play(who, one.id)][:1]
        yield from ({state.ROLE_PLAY: one.id} for one in ended)
    elif view == "room":
        yield from ({state.ROLE_PLAY: one.id} for one in own[:1])
    elif view == "playbook":
        yield {state.PLAYBOOK: engine.shelf.newest()[0].id}
    elif view not in UNOPENED:
        yield {}


if __name__ == "__main__":
    main()
