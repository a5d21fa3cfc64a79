"""Where the vectors are: in a folder of this process's own, or on a Chroma server.

Chroma's files have one owner process. A second process (a command beside the running app) gets a folder beside the first and fills it itself.
"""

import logging
import shutil
import uuid
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from filelock import FileLock, Timeout

from assistant.errors import ProviderError

_log = logging.getLogger(__name__)
T = TypeVar("T")
MAX_FOLDERS = 64


class OwnFolder:
    """The first folder under `root` that no other process has, from the first `opened` to `release`."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._lock: FileLock | None = None
        self._slot = root

    def opened(self, how: Callable[[Path], T]) -> T:
        """`how(folder)`; when that fails, or ended this process the last time, once more with an empty folder."""
        self._take()
        mark = self._slot / "opening"
        if mark.exists():
            _log.warning("Opening the index ended the process the last time; it begins empty and is filled again")
            self.discard()
        mark.touch()
        try:
            return how(self._folder())
        except Exception as error:  # whatever damaged files make Chroma raise
            _log.warning("The index cannot be opened; it begins empty and is filled again: %s", error)
            self.discard()
            return how(self._folder())
        finally:
            mark.unlink(missing_ok=True)

    def discard(self) -> None:
        """What is there, thrown away. The next folder has another name, since Chroma remembers what it had open under the old one."""
        for folder in self._folders():
            shutil.rmtree(folder, ignore_errors=True)
        (self._slot / uuid.uuid4().hex).mkdir(parents=True)

    def release(self) -> None:
        if self._lock is not None:
            self._lock.release()
        self._lock = None

    def _take(self) -> None:
        """Raises OSError when there is no free folder, or none can be made."""
        if self._lock is not None:
            return
        for number in range(1, MAX_FOLDERS + 1):
            slot = self._root / str(number)
            slot.mkdir(parents=True, exist_ok=True)
            lock = FileLock(slot / "lock")
            try:
                lock.acquire(timeout=0)
            except Timeout:
                continue
            self._lock, self._slot = lock, slot
            return
        raise OSError(f"{MAX_FOLDERS} processes use {self._root}")

    def _folder(self) -> Path:
        if not self._folders():
            self.discard()
        return self._folders()[-1]

    def _folders(self) -> list[Path]:
        return sorted(one for one in self._slot.iterdir() if one.is_dir())


def unreachable(address: str = "") -> ProviderError:
    """`address`: the server's host and port, where they are known."""
    ko, en = (f"({address})", f" at {address}") if address else ("", "")
    return ProviderError(
        "vectors_unreachable",
        ko=f"Chroma 서버{ko}에 연결할 수 없어요. 서버가 켜져 있는지, MAJU_CHROMA_URL이 맞는지 확인해 주세요.",
        en=f"The Chroma server{en} does not answer. Check that it runs and that MAJU_CHROMA_URL is right.",
    )
