"""The playbooks use case: files put on the shelf, read, cut into passages, indexed and searched."""

from assistant.playbooks.coverage import Coverage
from assistant.playbooks.intake import Upload
from assistant.playbooks.marking import Marking, quotable
from assistant.playbooks.proposing import Proposals
from assistant.playbooks.shelf import FITS, Added, Outcome, Shelf, Taken

__all__ = ["FITS", "Added", "Coverage", "Marking", "Outcome", "Proposals", "Shelf", "Taken", "Upload", "quotable"]
