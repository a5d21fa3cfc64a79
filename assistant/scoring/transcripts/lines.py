"""Bytes -> numbered lines of text: UTF-8, UTF-16 with its mark, or the cp949 that Korean Excel and old exports write. One line in memory at
a time."""

import io
from collections.abc import Iterator
from typing import TYPE_CHECKING, BinaryIO

from assistant.errors import TranscriptError

MOST_BYTES = 64 * 1024 * 1024
"""Of one line: a conversation of that size is not one."""
if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

Line = tuple[int, str | TranscriptError]
"""(number from 1, the text without its line end, or why it cannot be read)."""


def lines_of(stream: BinaryIO) -> Iterator[Line]:
    """Every line in order; a line that cannot be decoded or is far too long comes as an error in its place."""
    buffered: io.BufferedReader = stream if isinstance(stream, io.BufferedReader) else io.BufferedReader(_Raw(stream))
    mark = buffered.peek(3)[:3]
    if mark[:2] in (b"\xff\xfe", b"\xfe\xff"):
        wide = io.TextIOWrapper(buffered, encoding="utf-16", errors="replace", newline=None)
        for number, text in enumerate(wide, 1):
            yield number, text.rstrip("\r\n")
        return
    if mark == b"\xef\xbb\xbf":
        buffered.read(3)
    yield from _narrow(buffered)


def _narrow(stream: io.BufferedReader) -> Iterator[Line]:
    number = 0
    while raw := stream.readline(MOST_BYTES + 1):
        number += 1
        if len(raw) > MOST_BYTES:
            while raw and not raw.endswith(b"\n"):
                raw = stream.readline(MOST_BYTES)
            yield number, TranscriptError(ko="한 줄이 너무 길어요(64MB까지).", en="The line is too long (at most 64 MB).")
        else:
            yield number, _decoded(raw.rstrip(b"\r\n"))


def _decoded(raw: bytes) -> str | TranscriptError:
    for encoding in ("utf-8", "cp949"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return TranscriptError(ko="글자를 읽을 수 없어요. UTF-8로 저장해 주세요.", en="The text cannot be read: save it as UTF-8.")


class _Raw(io.RawIOBase):
    """Any object with read() as a raw stream, so that it can be buffered and looked into."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "WriteableBuffer") -> int:
        view = memoryview(buffer).cast("B")
        piece = self._stream.read(len(view))
        view[: len(piece)] = piece
        return len(piece)
