"""What a rep says without noticing: phrases, openers, endings and reflexes after an objection, counted over their role-plays and held against the
team's, or alone against the bundled background. (design: measurement 6)"""

from assistant.habits.finder import HabitFinder

__all__ = ["HabitFinder"]
