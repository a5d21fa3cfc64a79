"""The playbooks use case: files put on the shelf, read, cut into passages, indexed and searched."""

from assistant.playbooks.marking import Marking, quotable
from assistant.playbooks.shelf import FITS, Added, Outcome, Shelf, Taken, Upload

__all__ = ["FITS", "Added", "Marking", "Outcome", "Shelf", "Taken", "Upload", "quotable"]
