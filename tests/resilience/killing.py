"""One kill after the other: each process starts on what the last one left, looks, and works until it is killed."""

import json
import os
import signal
import sys
import tempfile
import traceback
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from assistant.domain.people import LOCAL_PERSON
from assistant.playbooks import Upload
from tests.resilience.looking import restarted
from tests.resilience.places import Place, Places, until_free
from tests.resilience.points import Point, armed
from tests.resilience.works import Told, document, does, turn

ON_ONE_PLACE = 20
"""Kills before it goes on on a fresh one: what was acknowledged twenty kills ago is looked for after each."""
FOUND = "found"
"""What a process tells of its look; everything else it tells is what it acknowledged."""


@dataclass(slots=True)
class Killed:
    """What came of killing at one point, up to the first fault. `missed`: the work ended before it came to the point."""

    point: Point
    kills: int = 0
    missed: int = 0
    faults: tuple[str, ...] = ()


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


def killed(points: Sequence[Point], kills: int, places: Places, template: Place, expected: Sequence[str]) -> Iterator[Killed]:
    """So often at each, one point after the other; each comes when what its last kill left has been looked at."""
    ground, waiting = _Ground(places, template, expected), list[Killed]()
    for point in points:
        one = Killed(point)
        waiting.append(one)
        while one.kills < kills and not one.faults:
            ground.kill(one)
            while waiting[0] not in (one, ground.last):
                yield waiting.pop(0)
    ground.look()
    yield from waiting


class _Ground:
    """The place that is killed over. `last`: whose kill left what lies there now."""

    def __init__(self, places: Places, template: Place, expected: Sequence[str]) -> None:
        self._places = places
        self._template = template
        self._expected = expected
        self._begin()

    def _begin(self) -> None:
        self._place = self._places.copied(self._template)
        self._known: list[Sequence[Any]] = []
        self._used = 0
        self.last: Killed | None = None

    def kill(self, one: Killed) -> None:
        """Once, unless what the last kill left turns out to be wrong."""
        if self._used == ON_ONE_PLACE:
            self.look()
        self._live(one)

    def look(self) -> None:
        """At what the last kill left, and goes on on a fresh place."""
        if self.last is not None:
            self._live(None)
        self._places.drop(self._place)
        self._begin()

    def _live(self, one: Killed | None) -> None:
        told, status = in_a_process(partial(_life, self._place, one.point if one else None, self._used, self._expected, self._known))
        found = next((tuple(facts[1]) for facts in told if facts[0] == FOUND), None)
        killed = os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL
        if found is None or found:
            self._wrong(self.last or one, found or (f"it ended before it had looked: {status}, {told[-1:]}",))
        elif status and not killed:
            self._wrong(one or self.last, (f"it failed: {status}, {told[-1:]}",))
        else:
            self._known += (facts for facts in told if facts[0] != FOUND)
            self._used, self.last = self._used + 1, one
            if one:
                one.kills, one.missed = one.kills + 1, one.missed + (not killed)

    def _wrong(self, one: Killed | None, faults: tuple[str, ...]) -> None:
        assert one is not None
        one.faults = faults
        self._begin()


def _life(place: Place, point: Point | None, number: int, expected: Sequence[str], known: Sequence[Sequence[Any]], told: Told) -> None:
    """Of one process: it starts as the server does, tells what it found, and works until it is killed. Without a point it only looks."""
    tempfile.tempdir = str(place.data.parent)  # a copy of what it was reading when it was killed lies there
    with place.opened() as engine:
        until_free(engine)
        faults = restarted(engine, expected, known)
        told(FOUND, faults)
        if point and not faults:
            armed(point)
            does(point.work, engine, told, number)


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
