"""What managers have set."""

from collections.abc import Collection
from typing import Protocol

from assistant.domain.assignment import Assignment


class Assignments(Protocol):
    """Assignments, kept. Every write is one durable transaction; none is ever deleted."""

    def add(self, assignment: Assignment) -> None: ...

    def change(self, assignment: Assignment) -> Assignment:
        """Keeps it with the next revision and returns it so. Raises InputError when it was changed since its revision, NotFound."""
        ...

    def get(self, assignment_id: str) -> Assignment:
        """Raises NotFound."""
        ...

    def of_teams(self, teams: Collection[str]) -> tuple[Assignment, ...]:
        """Those of any of these teams, the one that ends first first."""
        ...
