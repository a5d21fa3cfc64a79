"""One kill after the other: a process that works until it is killed, and one that starts on what it left and looks."""

import json
import os
import shutil
import signal
import sys
import traceback
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import sleep
from typing import Any

from assistant.assembly import Engine
from assistant.domain.people import LOCAL_PERSON
from assistant.language.analysis import warm_up
from assistant.playbooks.shelf import Upload
from assistant.settings import Settings
from assistant.store import claims
from assistant.store.claims import SqlClaims
from tests.resilience.looking import restarted
from tests.resilience.points import Point, armed
from tests.resilience.works import Told, document, does, turn


@dataclass(frozen=True, slots=True)
class Killed:
    """What came of killing at one point. `missed`: the work ended before it came to the point."""

    point: Point
    kills: int
    missed: int
    faults: tuple[str, ...]


def loaded() -> None:
    """What takes seconds, once, before any process is made: each of them begins with it."""
    from importlib import import_module

    warm_up()
    short_leases()
    for module in ("chromadb", "bm25s", "assistant.index.vector_store", "alembic.command"):
        import_module(module)


LEASE_S = 0.6
"""What a process that died had claimed is free again so soon, here: nobody waits half a minute after every kill."""


def short_leases() -> None:
    claims.LEASE_S = LEASE_S
    SqlClaims.__init__.__defaults__ = (LEASE_S,)


def opened(data: Path) -> Engine:
    """Offline, on this folder, whatever the environment says."""
    return Engine(Settings(_env_file=None, MAJU_DATA=data, OPENAI_API_KEY=None, OPENAI_BASE_URL=None))


def prepared(folder: Path) -> tuple[Path, list[str]]:
    """A data folder to begin with, and what the buyer says in a role-play on it that nobody disturbs."""
    data = folder / "template"

    def first(told: Told) -> None:
        with opened(data) as engine:
            engine.shelf.add(LOCAL_PERSON, Upload("처음.md", document(9999).encode()))

    def undisturbed(told: Told) -> None:
        with opened(folder / "undisturbed") as engine:
            turn(engine, lambda *facts: None, 0)
            told(
                "said",
                [one.text for one in engine.room.role_play(LOCAL_PERSON, engine.room.mine(LOCAL_PERSON)[0].id).turns if one.speaker == "buyer"],
            )

    _well(in_a_process(first))
    shutil.copytree(data, folder / "undisturbed")
    return data, _well(in_a_process(undisturbed))[0][1]


def killed_at(point: Point, kills: int, template: Path, folder: Path, expected: Sequence[str]) -> Killed:
    """So often on one data folder, which keeps all that came before."""
    data = folder / f"{abs(hash(point.name)):x}"
    shutil.copytree(template, data)
    known: list[Sequence[Any]] = []
    missed = 0

    def looks(told: Told) -> None:
        sleep(LEASE_S)
        with opened(data) as engine:
            told("faults", restarted(engine, expected, known))

    for number in range(kills):

        def works(told: Told, number: int = number) -> None:
            armed(point)
            engine = opened(data)
            does(point.work, engine, told, number)
            engine.close()

        told, status = in_a_process(works)
        known += told
        if os.WIFEXITED(status):
            missed += 1
            if os.WEXITSTATUS(status):
                return Killed(point, number + 1, missed, (f"the work itself failed: {told[-1]}",))
        elif os.WTERMSIG(status) != signal.SIGKILL:
            return Killed(point, number + 1, missed, (f"ended by signal {os.WTERMSIG(status)}",))
        found, status = in_a_process(looks)
        if status or found[-1][1]:
            return Killed(point, number + 1, missed, tuple(map(str, found[-1][1:])) if status else tuple(found[-1][1]))
    shutil.rmtree(data)
    return Killed(point, kills, missed, ())


def in_a_process(run: Callable[[Told], None]) -> tuple[list[list[Any]], int]:
    """What it told, and how it ended, as `os.waitpid` says it."""
    out, into = os.pipe()
    sys.stdout.flush()
    child = os.fork()
    if child == 0:
        os.close(out)
        try:
            run(lambda *facts: _written(into, facts))
        except BaseException:
            _written(into, ("error", traceback.format_exc()))
            os._exit(1)
        os._exit(0)
    os.close(into)
    with os.fdopen(out, encoding="utf-8") as lines:
        told = [json.loads(line) for line in lines if line.endswith("\n")]
    return told, os.waitpid(child, 0)[1]


def _written(into: int, facts: Sequence[Any]) -> None:
    rest = (json.dumps(facts, ensure_ascii=False) + "\n").encode()
    while rest:
        rest = rest[os.write(into, rest) :]


def _well(ended: tuple[list[list[Any]], int]) -> list[list[Any]]:
    told, status = ended
    if status:
        raise RuntimeError(f"the preparation failed: {told}")
    return told
