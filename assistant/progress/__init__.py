"""What becomes of a rep: scores over time and what really changed, rhythm, roles, own pace. Held against nobody but themselves."""

from assistant.progress.journal import Journal

__all__ = ["Journal"]
