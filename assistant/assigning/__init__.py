"""Practice that managers set: making, changing and ending assignments, what is due to whom, and who has done what."""

from assistant.assigning.assigning import Assigning, Plan, is_due
from assistant.assigning.calendar import calendar_file

__all__ = ["Assigning", "Plan", "calendar_file", "is_due"]
