"""`.json` (one object or an array of them) and `.jsonl` (one per line). Objects of an array are decoded one by one, as their lines come."""

import json
from collections.abc import Iterator
from typing import Any

from assistant.domain.transcript import Transcript
from assistant.errors import TranscriptError
from assistant.scoring.transcripts.checked import id_of, transcript_of
from assistant.scoring.transcripts.lines import MOST_BYTES, Line
from assistant.scoring.transcripts.outcome import Unusable

_DECODER = json.JSONDecoder()
_NOT_JSON = TranscriptError(ko="JSON 형식이 아니에요.", en="This is not JSON.")


def of_lines(lines: Iterator[Line]) -> Iterator[Transcript | Unusable]:
    """JSON Lines: blank lines are skipped, a bad line costs only itself."""
    for number, text in lines:
        if isinstance(text, TranscriptError):
            yield Unusable(None, number, text)
        elif text.strip():
            yield _read(number, text)


def of_values(lines: Iterator[Line]) -> Iterator[Transcript | Unusable]:
    """One object, several, or one array, over any number of lines. What follows broken JSON cannot be told apart, so reading ends there."""
    waiting, began, try_at = "", 1, 0
    for number, text in lines:
        if isinstance(text, TranscriptError):
            yield Unusable(None, number, text)
            return
        if not waiting.strip():
            began = number
        waiting += text + "\n"
        if len(waiting) < try_at:
            continue
        found, waiting, began = _taken(waiting, began)
        yield from found
        try_at = 2 * len(waiting) if len(waiting) > 65536 else 0
        if len(waiting) > MOST_BYTES:
            break
    found, waiting, began = _taken(waiting, began)
    yield from found
    if waiting.strip():
        yield Unusable(None, began, _NOT_JSON)


def _taken(waiting: str, began: int) -> tuple[list[Transcript | Unusable], str, int]:
    """The whole objects at the front of `waiting`, what is left, and the line on which that begins."""
    found: list[Transcript | Unusable] = []
    while True:
        rest = waiting.lstrip(" \t\r\n,[]")
        began += waiting[: len(waiting) - len(rest)].count("\n")
        if not rest:
            return found, "", began
        try:
            raw, end = _DECODER.raw_decode(rest)
        except (ValueError, RecursionError):
            return found, rest, began
        found.append(_checked(began, raw))
        began += rest[:end].count("\n")
        waiting = rest[end:]


def _read(number: int, text: str) -> Transcript | Unusable:
    try:
        raw: Any = json.loads(text)
    except (ValueError, RecursionError):
        return Unusable(None, number, _NOT_JSON)
    return _checked(number, raw)


def _checked(number: int, raw: Any) -> Transcript | Unusable:
    try:
        return transcript_of(raw)
    except TranscriptError as error:
        return Unusable(id_of(raw), number, error)
