"""Reasoning that a server writes into the reply itself, between `<think>` and `</think>`: no part of what the model says."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from assistant.llm.deadlines import Piece

OPEN, CLOSE = "<think>", "</think>"


def without_thinking(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """The same pieces, their text without reasoning; a tag may be cut anywhere. Blank space before the reply and after a thought goes too."""
    held, inside, at_start = "", False, True
    for piece in pieces:
        held, said = held + piece.text, ""
        while held:
            tag = CLOSE if inside else OPEN
            before, found, after = held.partition(tag)
            kept = 0 if found or piece.finish else _tail(before, tag)
            heard = "" if inside else before[: len(before) - kept]
            heard = heard.lstrip() if at_start else heard
            said, at_start = said + heard, at_start and not heard
            if not found:
                held = before[len(before) - kept :]
                break
            held, inside = after, not inside
            at_start = at_start or not inside
        yield replace(piece, text=said, thinking=piece.thinking or bool(piece.text and not said))


def answer_of(text: str) -> str:
    """A whole reply without reasoning, also where the server swallowed the opening tag."""
    return text.rpartition(CLOSE)[2].strip()


def _tail(text: str, tag: str) -> int:
    """How many characters at the end could be the beginning of the tag."""
    return next((size for size in range(min(len(tag) - 1, len(text)), 0, -1) if text.endswith(tag[:size])), 0)
