"""Outcomes of selling, taken in from files."""

from collections.abc import Collection, Sequence
from typing import Protocol

from assistant.domain.outcome import Outcome, OutcomeFile


class Outcomes(Protocol):
    def add(self, file: OutcomeFile, rows: Sequence[Outcome]) -> None:
        """Keeps the file and all its rows in one transaction; a row takes the place of an older one of the same key."""
        ...

    def files(self) -> tuple[OutcomeFile, ...]:
        """Newest first."""
        ...

    def remove(self, file_id: str) -> None:
        """With the rows that are still its own."""
        ...

    def of_people(self, people: Collection[str]) -> tuple[Outcome, ...]:
        """Oldest first."""
        ...
