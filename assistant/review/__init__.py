"""What people make of a talk once it is over: its rep before the scores are shown, a trainer afterwards, and the two with each other."""

from assistant.review.calibration import Calibration
from assistant.review.desk import Desk
from assistant.review.reflecting import Reflecting
from assistant.review.submitting import Submitting

__all__ = ["Calibration", "Desk", "Reflecting", "Submitting"]
