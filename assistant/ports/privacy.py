"""How long talks are kept, deletions, and what a learning record store is told."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from assistant.domain.privacy import ErasedKind, ErasedWhy, Erasure, Gone, KeptTalk, Retention


class Retentions(Protocol):
    def all(self) -> dict[str, Retention]:
        """By team."""
        ...

    def put(self, rule: Retention) -> None:
        """In place of the team's earlier one."""
        ...

    def take_away(self, team: str) -> None: ...


class Erasures(Protocol):
    """Deletions: asked for, then done. Every method is one transaction."""

    def ask(self, kind: ErasedKind, things: Sequence[str], why: ErasedWhy, by: str, at: datetime, due_at: datetime) -> None:
        """Things that are to be deleted already stay so, and no later than before."""
        ...

    def take_back(self, kind: ErasedKind, thing: str, at: datetime) -> bool:
        """False when nothing was to be deleted any more."""
        ...

    def open(self) -> tuple[Erasure, ...]:
        """Asked for and not yet done, the first due first."""
        ...

    def talks(self, owner: str | None = None) -> tuple[KeptTalk, ...]:
        """Every role-play and file of conversations there is, or one person's."""
        ...

    def there(self, gone: Collection[Gone]) -> tuple[Gone, ...]:
        """Those of them that are there (again)."""
        ...

    def erase(self, erasure: Erasure, at: datetime) -> int:
        """Deletes it with everything that hangs on it and closes the erasure, in one transaction; how many rows went. What is not there any more
        is done with."""
        ...

    def overwrite(self) -> None:
        """What was erased is on the disk no more, as far as the database can see to it."""
        ...


@dataclass(frozen=True, slots=True)
class KeptStatement:
    """`body`: JSON. `tries`: how often it was sent in vain."""

    id: str
    role_play: str
    body: str
    tries: int = 0


class Statements(Protocol):
    """What a learning record store is told, kept until it has it."""

    def add(self, statements: Sequence[KeptStatement], at: datetime) -> None: ...

    def role_plays(self) -> frozenset[str]:
        """Those about which something is kept or was sent, and not taken back."""
        ...

    def take_back(self, role_play: str, void: Callable[[str], KeptStatement], at: datetime) -> None:
        """Drops what was not sent; what was sent is to be declared void, by the statement that `void` makes for its id."""
        ...

    def next(self, at: datetime, most: int) -> tuple[KeptStatement, ...]:
        """Those to be sent now, oldest first."""
        ...

    def sent(self, ids: Sequence[str], at: datetime) -> None:
        """Their bodies are dropped."""
        ...

    def failed(self, ids: Sequence[str], problem: str, next_at: datetime) -> None: ...

    def standing(self) -> "Standing":
        """How it stands."""
        ...


@dataclass(frozen=True, slots=True)
class Standing:
    """How many statements were sent and wait, and what went wrong last, if anything waits for another try."""

    sent: int
    waiting: int
    problem: str | None


class LearningRecords(Protocol):
    """A learning record store."""

    def send(self, bodies: Sequence[str]) -> None:
        """Statements as JSON; they are there when it returns. Those it has already stay as they are. Raises RecordsError."""
        ...
