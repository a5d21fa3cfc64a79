"""What a rep's turn did: pure, no model, a few milliseconds. `hear` is the way in."""

from assistant.perception.hear import hear

__all__ = ["hear"]
