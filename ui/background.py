"""Work that outlives a script run: scoring, reading uploads, rebuilding the index. A closed tab or a rerun changes nothing but who watches.

Streamlit stops a script at its next drawing call, so nothing that writes may draw while it works: it notes how far it is, and the page looks.
"""

import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Condition, Lock
from typing import Any

LOG = logging.getLogger(__name__)
WORKERS = 2
KEPT = 50
"""Finished tasks that are remembered, for whoever comes back to look."""


class Task:
    """One piece of work: how far it is, then its result or what went wrong."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.stage = ""
        self.done = 0
        self.of = 0
        self.result: Any = None
        self.error: Exception | None = None
        self._finished = False
        self._changed = Condition()

    @property
    def finished(self) -> bool:
        return self._finished

    @property
    def share(self) -> float:
        """0-1 of the present stage."""
        return min(1.0, self.done / self.of) if self.of else 0.0

    def note(self, stage: str, done: int, of: int) -> None:
        """What `progress` callbacks are given."""
        self.stage, self.done, self.of = stage, done, of

    def wait(self, timeout_s: float) -> bool:
        """True once it has finished, one way or the other."""
        with self._changed:
            return self._changed.wait_for(lambda: self._finished, timeout_s)

    def run(self, work: "Callable[[Task], Any]") -> None:
        try:
            self.result = work(self)
        except Exception as error:
            LOG.info("background work %r failed: %s", self.name, error)
            self.error = error
        finally:
            with self._changed:
                self._finished = True
                self._changed.notify_all()


class Background:
    """The process's tasks, by key. The same key twice is the same work while it runs."""

    def __init__(self, workers: int = WORKERS) -> None:
        self._pool = ThreadPoolExecutor(workers, thread_name_prefix="background")
        self._tasks: dict[str, Task] = {}
        self._lock = Lock()

    def start(self, key: str, name: str, work: Callable[[Task], Any]) -> Task:
        """The task under this key when it is still running, else a new one."""
        with self._lock:
            known = self._tasks.get(key)
            if known and not known.finished:
                return known
            self._tasks.pop(key, None)
            task = self._tasks[key] = Task(name)
            self._forget_oldest()
        self._pool.submit(task.run, work)
        return task

    def tasks(self, prefix: str) -> tuple[Task, ...]:
        """Those whose key begins so, oldest first."""
        with self._lock:
            return tuple(task for key, task in self._tasks.items() if key.startswith(prefix))

    def forget(self, prefix: str) -> None:
        """Finished ones only."""
        with self._lock:
            for key in [key for key, task in self._tasks.items() if key.startswith(prefix) and task.finished]:
                del self._tasks[key]

    def _forget_oldest(self) -> None:
        finished = [key for key, task in self._tasks.items() if task.finished]
        for key in finished[: max(0, len(finished) - KEPT)]:
            del self._tasks[key]
