"""Reasoning that a server writes into the reply itself, between `<think>` and `</think>`: no part of what the model says."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from assistant.llm.deadlines import Piece

OPEN, CLOSE = "<think>", "</think>"


def without_thinking(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """The same pieces, their text without reasoning; a tag may be cut anywhere. Blank space around it goes with it."""
    held, inside, begun = "", False, False
    for piece in pieces:
        held += piece.text
        said = ""
        while True:
            tag = CLOSE if inside else OPEN
            before, found, after = held.partition(tag)
            if not found:
                break
            said += "" if inside else before
            held, inside = after.lstrip(), not inside
        kept = 0 if piece.finish else _tail(held, CLOSE if inside else OPEN)
        said += "" if inside else held[: len(held) - kept]
        held = held[len(held) - kept :]
        said = said if begun else said.lstrip()
        begun = begun or bool(said)
        yield replace(piece, text=said, thinking=piece.thinking or bool(piece.text and not said))


def answer_of(text: str) -> str:
    """A whole reply without reasoning, also where the server swallowed the opening tag."""
    return text.rpartition(CLOSE)[2].strip()


def _tail(text: str, tag: str) -> int:
    """How many characters at the end could be the beginning of the tag."""
    return next((size for size in range(min(len(tag) - 1, len(text)), 0, -1) if text.endswith(tag[:size])), 0)
