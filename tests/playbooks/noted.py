"""A record of what was done that is kept in memory, where a test needs no database."""

from contextlib import AbstractContextManager, nullcontext

from assistant.domain.people import Audited


class Noted:
    def __init__(self) -> None:
        self.entries: list[Audited] = []

    def audit(self, *entries: Audited) -> None:
        self.entries.extend(entries)

    def together(self) -> AbstractContextManager[None]:
        return nullcontext()
