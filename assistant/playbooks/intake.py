"""At the shelf's door: a file on disk or one that came over the network, and what is not worth keeping."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from assistant.errors import DocumentError


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that came over the network. `name` is what its sender calls it."""

    name: str
    content: bytes


class Intake:
    """`accept(file name, bytes)` raises DocumentError for an unknown type, an empty file, one that is too big."""

    def __init__(self, accept: Callable[[str, int], object]) -> None:
        self._accept = accept

    def taken(self, source: Path | Upload) -> tuple[str, bytes]:
        """Its name and what it holds; its size is known before it is read into memory. Raises DocumentError."""
        if isinstance(source, Upload):
            name = Path(source.name.replace("\\", "/")).name
            self._accept(name, len(source.content))
            return name, source.content
        try:
            self._accept(source.name, source.stat().st_size)
            return source.name, source.read_bytes()
        except OSError as error:
            raise DocumentError(
                ko=f"{source}: 파일을 열 수 없어요. 경로와 권한을 확인해 주세요.",
                en=f"{source}: cannot be opened. Check the path and its permissions.",
            ) from error

    def is_readable(self, path: Path) -> bool:
        """By its name alone."""
        try:
            self._accept(path.name, 1)
        except DocumentError:
            return False
        return True
