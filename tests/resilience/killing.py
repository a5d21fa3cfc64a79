"""One kill after the other: each process starts on what the last one left, looks, and works until it is killed."""

import json
import os
import signal
import sys
import tempfile
import traceback
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from assistant.domain.people import LOCAL_PERSON
from assistant.playbooks.shelf import Upload
from tests.resilience.looking import restarted
from tests.resilience.places import Place, Places, until_free
from tests.resilience.points import Point, armed
from tests.resilience.works import Told, document, does, turn

ON_ONE_PLACE = 20
"""Kills before it begins again on a fresh one: what was acknowledged twenty kills ago is looked for after each."""
FOUND = "found"
"""What a process tells of its look; everything else it tells is what it acknowledged."""


@dataclass(frozen=True, slots=True)
class Killed:
    """What came of killing at one point. `missed`: the work ended before it came to the point."""

    point: Point
    kills: int
    missed: int
    faults: tuple[str, ...]


def prepared(places: Places) -> tuple[Place, list[str]]:
    """A place to begin with, and what the buyer says in a role-play on it that nobody disturbs."""
    template = places.new()

    def first(told: Told) -> None:
        with template.opened() as engine:
            engine.shelf.add(LOCAL_PERSON, Upload("처음.md", document(9999).encode()))

    _well(in_a_process(first))
    place = places.copied(template)

    def undisturbed(told: Told) -> None:
        with place.opened() as engine:
            turn(engine, lambda *facts: None, 0)
            role_play = engine.room.role_play(LOCAL_PERSON, engine.room.mine(LOCAL_PERSON)[0].id)
            told("said", [one.text for one in role_play.turns if one.speaker == "buyer"])

    said = _well(in_a_process(undisturbed))[0][1]
    places.drop(place)
    return template, said


def killed_at(point: Point, kills: int, places: Places, template: Place, expected: Sequence[str]) -> Killed:
    """So often; ends at the first fault."""
    done = missed = 0
    while done < kills:
        place, known = places.copied(template), list[Sequence[Any]]()
        for number in (*range(done, min(kills, done + ON_ONE_PLACE)), None):
            told, status = in_a_process(partial(_life, place, point, number, expected, known))
            if faults := _faults(told, status):
                return Killed(point, done, missed, faults)
            known += (one for one in told if one[0] != FOUND)
            if number is not None:
                done, missed = done + 1, missed + os.WIFEXITED(status)
        places.drop(place)
    return Killed(point, kills, missed, ())


def _life(place: Place, point: Point, number: int | None, expected: Sequence[str], known: Sequence[Sequence[Any]], told: Told) -> None:
    """Of one process: it starts as the server does, tells what it found, and works until it is killed. Without a number it only looks."""
    tempfile.tempdir = str(place.data.parent)  # what it was reading when it was killed lies there until everything is thrown away
    with place.opened() as engine:
        until_free(engine)
        told(FOUND, restarted(engine, expected, known))
        if number is not None:
            armed(point)
            does(point.work, engine, told, number)


def _faults(told: Sequence[Sequence[Any]], status: int) -> tuple[str, ...]:
    if os.WIFSIGNALED(status) and os.WTERMSIG(status) != signal.SIGKILL:
        return (f"ended by signal {os.WTERMSIG(status)}",)
    if os.WIFEXITED(status) and os.WEXITSTATUS(status):
        return (f"failed: {told[-1][1]}",)
    return next((tuple(one[1]) for one in told if one[0] == FOUND), ("killed before it had looked",))


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
