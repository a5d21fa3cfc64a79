"""Conversations from files, one at a time: `.json`, `.jsonl`, `.csv`, `.txt`, KakaoTalk exports, or standard input. A line and a conversation
are in memory at a time, however many the file holds."""

from collections.abc import Callable, Iterator, Mapping
from itertools import chain
from pathlib import Path
from typing import BinaryIO

from assistant.domain.conversation import MOST_CHARACTERS, Dialogue
from assistant.domain.conversation import Line as Message
from assistant.domain.transcript import Transcript
from assistant.domain.words import Speaker
from assistant.errors import TranscriptError
from assistant.scoring.form import transcript_json
from assistant.scoring.transcripts import csv_files, json_files, text_files
from assistant.scoring.transcripts.lines import Line, lines_of
from assistant.scoring.transcripts.outcome import NOTHING_SAID, Unusable
from assistant.scoring.transcripts.roles import resolved, roles_in

__all__ = ["SUFFIXES", "Unusable", "checked_kind", "checked_path", "read_dialogues", "read_stream", "read_transcripts", "roles_in", "transcript_json"]

SUFFIXES = (".json", ".jsonl", ".csv", ".txt")
_TOO_LONG = TranscriptError(
    ko=f"한 발화가 너무 길어요({MOST_CHARACTERS:,}자까지).", en=f"A turn is too long (at most {MOST_CHARACTERS:,} characters)."
)


def read_transcripts(path: Path, speakers: Mapping[str, Speaker] | None = None) -> Iterator[Transcript | Unusable]:
    """Conversations in file order, a bad one as `Unusable` in its place. `speakers`: who is who, for names a file does not explain.
    Raises TranscriptError at once when the file cannot be opened or its kind is not known."""
    checked_path(path)
    return _of_file(path, speakers or {})


def read_stream(stream: BinaryIO, speakers: Mapping[str, Speaker] | None = None) -> Iterator[Transcript | Unusable]:
    """The same from standard input, whose kind is seen from its first line."""
    lines = lines_of(stream)
    first: list[Line] = []
    for line in lines:
        first.append(line)
        if not isinstance(line[1], str) or line[1].strip():
            break
    yield from _resolved(_READERS[_kind(first)](chain(first, lines)), speakers or {})


def checked_path(path: Path) -> None:
    """Raises TranscriptError when there is no such file or `score` does not read its kind."""
    checked_kind(path.name)
    try:
        with path.open("rb"):
            pass
    except OSError as error:
        raise TranscriptError(
            ko=f"{path.name}: 파일을 열 수 없어요. 경로를 확인해 주세요.", en=f"{path.name}: cannot be opened. Check the path."
        ) from error


def checked_kind(name: str) -> str:
    """The suffix of a file that can be read. Raises TranscriptError."""
    suffix = Path(name).suffix.lower()
    if suffix not in SUFFIXES:
        known = ", ".join(SUFFIXES)
        raise TranscriptError(ko=f"{name}: 읽을 수 있는 파일은 {known}이에요.", en=f"{name}: expected a file of the kinds {known}.")
    return suffix


def read_dialogues(name: str, stream: BinaryIO) -> Iterator[Dialogue | Unusable]:
    """Conversations of a file of that name as they stand there, whoever speaks. Raises TranscriptError when its kind is not known."""
    kind = checked_kind(name)
    for one in _READERS[kind](lines_of(stream)):
        yield _dialogue(one) if isinstance(one, Transcript) else _usable(one) if isinstance(one, Dialogue) else one


def _usable(one: Dialogue) -> Dialogue | Unusable:
    """What `checked` says of a conversation when it is known who is who."""
    if any(len(line.text) > MOST_CHARACTERS for line in one.lines):
        return Unusable(one.id, one.line, _TOO_LONG)
    return one if any(line.text.strip() for line in one.lines) else Unusable(one.id, one.line, NOTHING_SAID)


def _dialogue(one: Transcript) -> Dialogue:
    lines = tuple(Message(turn.speaker, turn.text, turn.sent_at) for turn in one.turns)
    return Dialogue(one.id, lines, language=one.language, scenario=one.scenario)


def _of_file(path: Path, speakers: Mapping[str, Speaker]) -> Iterator[Transcript | Unusable]:
    with path.open("rb") as stream:
        yield from _resolved(_READERS[path.suffix.lower()](lines_of(stream)), speakers)


def _resolved(found: Iterator[Transcript | Dialogue | Unusable], speakers: Mapping[str, Speaker]) -> Iterator[Transcript | Unusable]:
    for one in found:
        if isinstance(one, Dialogue):
            try:
                yield resolved(one, speakers)
            except TranscriptError as error:
                yield Unusable(one.id, one.line, error)
        else:
            yield one


def _kind(first: list[Line]) -> str:
    text = first[-1][1] if first else ""
    if not isinstance(text, str) or not text.strip():
        return ".jsonl"
    start = text.lstrip("\ufeff \t")
    if start.startswith("{"):
        return ".jsonl" if start.rstrip().endswith("}") else ".json"
    if start.startswith("["):
        return ".json" if start.rstrip() in {"[", "[{"} or start.startswith(("[{", "[ {")) else ".txt"
    columns = {name.strip().strip('"').casefold() for name in start.split(",")}
    return ".csv" if {"speaker", "text"} <= columns or {"user", "message"} <= columns else ".txt"


_READERS: dict[str, Callable[[Iterator[Line]], Iterator[Transcript | Dialogue | Unusable]]] = {
    ".json": json_files.of_values, ".jsonl": json_files.of_lines, ".csv": csv_files.of_rows, ".txt": text_files.of_text
}  # fmt: skip
"""What a file of each kind holds; those that do not say who is who as dialogues."""
