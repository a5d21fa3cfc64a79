"""The access use case: who belongs here, how they show that it is they, and the record of what was done."""

from assistant.access.directory import Directory
from assistant.access.doorkeeper import Admitted, Doorkeeper, Proved
from assistant.access.passwords import Passwords

__all__ = ["Admitted", "Directory", "Doorkeeper", "Passwords", "Proved"]
