"""Reading in a child process, seen from the parent: starts it, asks it, stops it when it takes too long, and starts another when it died."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from threading import Lock, Timer
from types import TracebackType
from typing import IO, Any
from weakref import finalize

from assistant.domain.playbook import Hidden, Reading, Section
from assistant.errors import DocumentError
from assistant.readers import refusals
from assistant.readers.formats import check_size

_ROOT = Path(__file__).resolve().parents[2]
_KEPT_SETTINGS = ("PATH", "HOME", "LANG", "LC_ALL", "SYSTEMROOT", "TEMP", "TMP", "TMPDIR")
MAX_DOCUMENTS = 100
"""After so many documents the child is replaced, so that what a parser leaks does not add up."""


class LimitedReader:
    """A DocumentReader. One child serves many documents (starting one takes longer than reading most files); one document at a time.

    `seconds`: per document; `megabytes`: of the child's address space.
    """

    def __init__(self, seconds: int = 120, megabytes: int = 2048) -> None:
        self._seconds = seconds
        self._megabytes = megabytes
        self._child: subprocess.Popen[bytes] | None = None
        self._end: Callable[[], object] = bool
        """Ends the child; also run for a reader that nobody holds any more, and when this process ends."""
        self._served = 0
        self._lock = Lock()

    def __call__(self, path: Path) -> Reading:
        """Raises DocumentError, also when the child was stopped or died."""
        try:
            check_size(path.name, path.stat().st_size)
        except OSError as error:
            raise refusals.missing(path.name) from error
        with self._lock:
            answer = self._ask(path)
        if "error" in answer:
            raise DocumentError(**answer["error"])
        return Reading(
            tuple(Section(tuple(heads), text, page) for heads, text, page in answer["sections"]),
            tuple(Hidden(kind, text, section, page) for kind, text, section, page in answer["hidden"]),
        )

    def close(self) -> None:
        with self._lock:
            self._stop()

    def __enter__(self) -> "LimitedReader":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def _ask(self, path: Path) -> dict[str, Any]:
        child = self._started()
        clock = Timer(self._seconds, child.kill)
        clock.start()
        line = b""
        try:
            _pipe(child.stdin).write(json.dumps(str(path.resolve())).encode() + b"\n")
            _pipe(child.stdin).flush()
            line = _pipe(child.stdout).readline()
        except BrokenPipeError:
            pass
        finally:
            in_time = clock.is_alive()
            clock.cancel()
        if line.endswith(b"\n"):
            answer: dict[str, Any] = json.loads(line)
            return answer
        self._stop()
        raise refusals.too_complex(path.name) if in_time else refusals.timed_out(path.name, self._seconds)

    def _started(self) -> subprocess.Popen[bytes]:
        self._served += 1
        if self._child is not None and (self._child.poll() is not None or self._served > MAX_DOCUMENTS):
            self._stop()
        if self._child is None:
            self._served = 1
            self._child = subprocess.Popen(  # noqa: S603 - our own module with our own arguments
                [sys.executable, "-m", "assistant.readers", str(self._megabytes), str(self._seconds)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=_settings(),
            )
            self._end = finalize(self, _ended, self._child)
        return self._child

    def _stop(self) -> None:
        self._child = None
        self._end()


def _ended(child: subprocess.Popen[bytes]) -> None:
    """What was on its way to a child that is gone is nobody's any more."""
    child.kill()
    child.wait()
    for pipe in (child.stdin, child.stdout):
        if pipe is not None:
            with suppress(BrokenPipeError):
                pipe.close()


def _pipe(pipe: IO[bytes] | None) -> IO[bytes]:
    if pipe is None:
        raise BrokenPipeError
    return pipe


def _settings() -> dict[str, str]:
    """Only what Python needs: no key of a model provider reaches the process that reads strangers' files."""
    return {name: os.environ[name] for name in _KEPT_SETTINGS if name in os.environ} | {"PYTHONPATH": str(_ROOT), "PYTHONUTF8": "1"}
