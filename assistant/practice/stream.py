"""A model's stream as whole sentences, each the moment it is complete. Pure."""

import re
from collections.abc import Iterable, Iterator

_END = re.compile(r"[.!?…。？！]+[\"'”’)]*(?:\s+|$)|\n{2,}")
_THOUGHT = re.compile(r"<(think|analysis|reasoning|thought|scratchpad)>.*?</\1>", re.DOTALL | re.IGNORECASE)
_OPEN_THOUGHT = re.compile(r"<(?:think|analysis|reasoning|thought|scratchpad)>|<[a-z]{0,10}$", re.IGNORECASE)
_CERTAIN_END = re.compile(r"[^\W\d][.!?？！][\"'”’)]*\s*$|\s$")


def whole_sentences(pieces: Iterable[str]) -> Iterator[str]:
    """Thoughts in tags are left out, also when a stream ends inside them."""
    waiting = ""
    for piece in pieces:
        waiting = _THOUGHT.sub("", waiting + piece)
        if _OPEN_THOUGHT.search(waiting):
            continue
        while (end := _END.search(waiting)) and (end.end() < len(waiting) or _CERTAIN_END.search(waiting)):
            if sentence := waiting[: end.end()].strip():
                yield sentence
            waiting = waiting[end.end() :]
    if waiting.strip() and not _OPEN_THOUGHT.search(waiting):
        yield waiting.strip()
