"""Where the writers of one process stand in line before they take a connection."""

from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import Event, Lock
from time import monotonic

PATIENCE_S = 0.04
"""How long one is passed by whoever is awake already, which keeps a database twice as busy as waking each in turn; then nobody passes."""


@dataclass(eq=False, slots=True)
class _Waiting:
    since: float = field(default_factory=monotonic)
    woken: Event = field(default_factory=Event)


class Line:
    """`abreast` at a time. The first in line is next; who comes later may slip in before it only for `PATIENCE_S`."""

    def __init__(self, abreast: int) -> None:
        self._lock = Lock()
        self._free = abreast
        self._waiting: deque[_Waiting] = deque()

    @contextmanager
    def place(self, seconds: float) -> Iterator[None]:
        """Raises TimeoutError when none is free after so long."""
        one = self._enters()
        if one is not None:
            self._waits(one, seconds)
        try:
            yield
        finally:
            self._leaves()

    def _enters(self) -> _Waiting | None:
        """None where a place was free."""
        with self._lock:
            if self._free:
                self._free -= 1
                return None
            one = _Waiting()
            self._waiting.append(one)
            return one

    def _waits(self, one: _Waiting, seconds: float) -> None:
        until = one.since + seconds
        while one.woken.wait(max(0.0, until - monotonic())):
            if self._has_place(one):
                return
        with self._lock:
            if one not in self._waiting:  # it was kept for this one in the last moment
                return
            self._waiting.remove(one)
            self._wake_first()
        raise TimeoutError

    def _has_place(self, one: _Waiting) -> bool:
        """Whether it was kept for this one or is still free."""
        with self._lock:
            if one not in self._waiting:
                return True
            if not self._free:
                one.woken.clear()
                return False
            self._free -= 1
            self._waiting.remove(one)
            self._wake_first()
            return True

    def _leaves(self) -> None:
        with self._lock:
            if self._waiting and monotonic() - self._waiting[0].since > PATIENCE_S:
                self._waiting.popleft().woken.set()
            else:
                self._free += 1
                self._wake_first()

    def _wake_first(self) -> None:
        if self._free and self._waiting:
            self._waiting[0].woken.set()
