"""What the cache keeps of a passage. Apart from the store, so that whoever only names it does not load Chroma."""

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.domain.playbook import Passage


@dataclass(frozen=True, slots=True)
class Record:
    """A passage as it is kept in the cache. `words`: what it is searched by, so that nothing is analysed again after a start."""

    passage: Passage
    words: tuple[str, ...]
    vector: Sequence[float] = ()
