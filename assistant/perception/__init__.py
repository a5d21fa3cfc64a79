"""What a rep's turn did: pure, no language model, some ten milliseconds, three by words alone. `hear` is the way in."""

from assistant.perception.hear import hear

__all__ = ["hear"]
