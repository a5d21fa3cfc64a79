"""Making scenarios: drafts, what is wrong with them, trying them, publishing, comparing and restoring versions, and the library that serves them."""

from assistant.authoring.catalogue import Catalogue
from assistant.authoring.proposing import Proposer
from assistant.authoring.published import Published
from assistant.authoring.workshop import Drafted, Entry, Workshop

__all__ = ["Catalogue", "Drafted", "Entry", "Proposer", "Published", "Workshop"]
