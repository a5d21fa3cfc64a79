"""The sample playbooks of a first start: put there by one process, waited for by whoever needs them."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from threading import Event
from time import monotonic, sleep

from assistant.domain.people import LOCAL_PERSON
from assistant.playbooks import Shelf

STOCKED_S = 60.0
"""How long a process waits for another that puts them there."""


class Samples:
    """`claim`: whether a job is this process's. Nobody waits before `awaited`."""

    def __init__(self, shelf: Shelf, claim: Callable[[str], AbstractContextManager[bool]], folder: Path) -> None:
        self._shelf = shelf
        self._claim = claim
        self._folder = folder
        self._there = Event()
        self._there.set()

    def awaited(self) -> None:
        self._there.clear()

    def settled(self) -> None:
        """Nobody waits any longer, whether they are there or not."""
        self._there.set()

    def wait(self, seconds: float) -> bool:
        return self._there.wait(seconds)

    def lacking(self) -> bool:
        """Whether there was never a playbook, or another process is just putting the first ones there."""
        with self._claim("samples") as mine:
            lacking = not (mine and self._shelf.ever_held())
        if not lacking:
            self.settled()
        return lacking

    def put(self) -> None:
        """By one process; another one waits for it, a while."""
        until = monotonic() + STOCKED_S
        while monotonic() < until:
            with self._claim("samples") as mine:
                if mine:
                    if not self._shelf.ever_held():
                        for _ in self._shelf.add_all(LOCAL_PERSON, [self._folder]):
                            pass
                    return
            sleep(0.2)
