"""What a team adds to its playbooks, kept: marks, settled pairs, uses and proposals."""

from collections.abc import Collection
from datetime import datetime
from typing import Protocol

from assistant.domain.memory import Mark, Proposal, Settled, Used


class Memory(Protocol):
    """Nothing is overwritten: a mark ends, a pair is settled anew."""

    def marks(self) -> tuple[Mark, ...]:
        """Those that stand, oldest first."""
        ...

    def add_mark(self, mark: Mark) -> None: ...

    def end_mark(self, mark_id: str, by: str, at: datetime) -> Mark:
        """Raises NotFound for one that does not stand."""
        ...

    def settled(self) -> dict[str, Settled]:
        """By key, the newest of each."""
        ...

    def settle(self, settled: Settled) -> None: ...

    def uses(self, passage_ids: Collection[str]) -> tuple[Used, ...]:
        """Of these passages; those that never came up are left out."""
        ...

    def proposals(self) -> tuple[Proposal, ...]:
        """Newest first."""
        ...

    def propose(self, proposal: Proposal) -> None: ...

    def decide(self, proposal: Proposal) -> None:
        """Keeps how it was decided. Raises InputError where it has been already."""
        ...
