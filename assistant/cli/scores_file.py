"""A file of scorecards, a line each, that a run can go on with: what is whole stays, half a line is cut, the conversations it holds are skipped."""

import json
from pathlib import Path
from types import TracebackType
from typing import Self

from assistant.errors import InputError

_BEGINNING = b'{"id": '


class ScoresFile:
    """`held`: lines that stood there whole when it was opened; `unusable`: those of them that are errors."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.held = self.unusable = 0
        self._last: str | None = None
        try:
            whole = self._read() if path.exists() else 0
            self._stream = path.open("ab")
        except OSError as error:
            raise InputError(
                ko=f"{path}: 쓸 수 없어요({error.strerror}). 다른 파일을 정해 주세요.",
                en=f"{path} cannot be written ({error.strerror}). Name another file.",
            ) from error
        self._stream.truncate(whole)

    def add(self, line: str) -> None:
        """Written through before it returns, so that a stop costs the conversation under way and no other."""
        self._stream.write(f"{line}\n".encode())
        self._stream.flush()

    def check_last(self, conversation: str | None) -> None:
        """Raises InputError when the last line held is of another conversation than the one that stands in its place in the input."""
        if self._last != conversation:
            raise InputError(
                ko=f"{self._path}: 다른 대화의 점수가 들어 있어요. 새 파일을 정해 주세요.",
                en=f"{self._path} holds the scores of other conversations. Name a new file.",
            )

    def _read(self) -> int:
        """How many bytes are whole lines of scores. Raises InputError for a file of anything else."""
        whole = 0
        with self._path.open("rb") as stream:
            for line in stream:
                if not line.startswith(_BEGINNING[: len(line)]):
                    raise self._no_scores()
                if line.endswith(b"\n"):
                    whole += len(line)
                    self._hold(line)
        return whole

    def _hold(self, line: bytes) -> None:
        try:
            row = json.loads(line)
        except ValueError as error:
            raise self._no_scores() from error
        self.held += 1
        self.unusable += "error" in row
        self._last = row["id"]

    def _no_scores(self) -> InputError:
        return InputError(
            ko=f"{self._path}:{self.held + 1}: 점수 파일이 아니에요. 새 파일을 정해 주세요.",
            en=f"{self._path}:{self.held + 1}: not a file of scores. Name a new file.",
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._stream.close()
