"""What people make of a talk once it is over: its rep before the scores are shown, a trainer afterwards."""

from assistant.review.desk import Desk
from assistant.review.reflecting import Reflecting

__all__ = ["Desk", "Reflecting"]
