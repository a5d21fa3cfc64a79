"""The privacy use case: who looked at what, how long talks are kept, and deleting them for good."""

from assistant.privacy.chores import Chores
from assistant.privacy.erasing import Eraser
from assistant.privacy.gone import GoneList
from assistant.privacy.keeping import Keeping
from assistant.privacy.witness import Witness

__all__ = ["Chores", "Eraser", "GoneList", "Keeping", "Witness"]
