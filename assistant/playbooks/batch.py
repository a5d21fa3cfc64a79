"""Several files and folders at once: which are read, in which order, and what happens when two have one name. Pure but for looking into folders."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from assistant.errors import DocumentError

_PAGES_LAST = {".pdf": 1}
"""Of files that differ in their suffix only, the PDF is read last and so is the version in use: it has pages to cite."""


def in_order(paths: Sequence[Path], readable: Callable[[Path], bool]) -> list[tuple[Path, Path | None]]:
    """(file, the file of the same name before it or None). Files as they are named; of a folder every readable file below it, none that is hidden."""
    files = dict.fromkeys(one for path in paths for one in _files(path, readable))
    place = {path.stem: at for at, path in reversed(list(enumerate(files)))}
    ordered = sorted(files, key=lambda path: (place[path.stem], _PAGES_LAST.get(path.suffix.lower(), 0)))
    first: dict[str, Path] = {}
    return [(path, None if first.setdefault(path.name, path) == path else first[path.name]) for path in ordered]


def same_name(path: Path, before: Path) -> DocumentError:
    """Two different files of one name would be two versions of one playbook, though neither is newer."""
    return DocumentError(
        ko=f"{path}: 이름이 같은 파일({before})을 방금 넣었어요. 둘 다 쓰려면 이름을 바꿔 주세요.",
        en=f"{path}: a file of the same name ({before}) was just added. Rename one to use both.",
    )


def _files(path: Path, readable: Callable[[Path], bool]) -> Iterator[Path]:
    if not path.is_dir():
        yield path
        return
    for one in sorted(path.rglob("*")):
        hidden = any(part.startswith((".", "~$")) for part in one.relative_to(path).parts)
        if one.is_file() and not hidden and readable(one):
            yield one
