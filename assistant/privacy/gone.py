"""The list of what was deleted, beside the database: whoever puts an old copy of the database back does not put deleted talks back with it."""

import json
import os
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from threading import Lock

from assistant.domain.privacy import ERASED_KINDS, Gone
from assistant.errors import StoreError


class GoneList:
    """One line of JSON each: kind, id, time. Only ids, so that it may be kept and copied; lines are added and never taken away."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._lock = Lock()

    def add(self, gone: Sequence[Gone]) -> None:
        """On the disk when it returns. Raises StoreError."""
        lines = "".join(json.dumps({"kind": one.kind, "id": one.thing, "at": one.at.isoformat()}) + "\n" for one in gone)
        try:
            with self._lock, self._file.open("a", encoding="utf-8") as file:
                file.write(lines)
                file.flush()
                os.fsync(file.fileno())
        except OSError as error:
            raise StoreError(
                ko=f"삭제 목록 {self._file.name}을(를) 쓸 수 없어서 아직 지우지 않았어요({error.strerror}). 디스크를 확인해 주세요.",
                en=f"Nothing was deleted yet: the list {self._file.name} cannot be written ({error.strerror}). Check the disk.",
            ) from error

    def all(self) -> tuple[Gone, ...]:
        """A line that a crash cut off is left out: what it was to say was not deleted yet. Raises StoreError."""
        try:
            lines = self._file.read_text(encoding="utf-8").splitlines()
        except FileNotFoundError:
            return ()
        except (OSError, UnicodeDecodeError) as error:
            raise StoreError(
                ko=f"삭제 목록 {self._file.name}을(를) 읽을 수 없어요. 파일을 확인해 주세요.",
                en=f"The list of what was deleted, {self._file.name}, cannot be read. Check the file.",
            ) from error
        return tuple(one for line in lines if (one := _read(line)) is not None)


def _read(line: str) -> Gone | None:
    try:
        said = json.loads(line)
        kind = next(one for one in ERASED_KINDS if one == said["kind"])
        return Gone(kind, str(said["id"]), datetime.fromisoformat(said["at"]))
    except (ValueError, KeyError, TypeError, StopIteration):
        return None
