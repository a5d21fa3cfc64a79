"""What becomes of a rep: scores over time and what really changed, rhythm, roles, own pace, held against nobody but themselves; and of a team."""

from assistant.progress.journal import Journal
from assistant.progress.team import TeamBook

__all__ = ["Journal", "TeamBook"]
