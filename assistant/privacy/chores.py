"""What is to be done now and then, behind the pages: whatever is due stands in the store, so that a restart loses nothing of it."""

import logging
from collections.abc import Callable, Sequence
from threading import Event, Lock, Thread

from assistant.errors import MajuError

LOG = logging.getLogger(__name__)
EVERY_S = 60.0


class Chores:
    """`each`: does what is due and says how much that was. One that fails is tried again the next time and stops none of the others."""

    def __init__(self, each: Sequence[Callable[[], int]], every_s: float = EVERY_S) -> None:
        self._each = each
        self._every_s = every_s
        self._woken, self._closing = Event(), Event()
        self._lock = Lock()
        self._thread: Thread | None = None

    def start(self) -> None:
        with self._lock:
            if self._thread is None and not self._closing.is_set():
                self._thread = Thread(target=self._work, name="chores", daemon=True)
                self._thread.start()

    def wake(self) -> None:
        """Does what is due now, soon."""
        self._woken.set()

    def round(self) -> int:
        """Each of them once; how much was done."""
        return sum(map(_tried, self._each))

    def close(self) -> None:
        """After the one under way."""
        self._closing.set()
        self._woken.set()
        with self._lock:
            thread = self._thread
        if thread:
            thread.join()

    def _work(self) -> None:
        while not self._closing.is_set():
            self._woken.clear()
            self.round()
            if not self._closing.is_set():
                self._woken.wait(self._every_s)


def _tried(chore: Callable[[], int]) -> int:
    try:
        return chore()
    except MajuError as error:
        LOG.warning("put off: %s", error)
    except Exception:
        LOG.exception("a chore failed")
    return 0
