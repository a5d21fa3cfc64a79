"""People, teams, and how they log in."""

from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from assistant.domain.people import Audited, Login, Person, Team
from assistant.domain.privacy import Sought

EVERYTHING = Sought()


@dataclass(frozen=True, slots=True)
class Link:
    """A one-time link that was not used yet. `until`: when it stops counting."""

    person: Person
    until: datetime


class Record(Protocol):
    """What was done, and by whom: only ever added to."""

    def audit(self, *entries: Audited) -> None:
        """Adds them in one transaction."""
        ...

    def together(self) -> AbstractContextManager[None]:
        """What this thread keeps inside, wherever in the store, is one durable transaction: what was done and its entry here both stand, or
        neither. Raises StoreError."""
        ...


class Accounts(Record, Protocol):
    """People, teams, how they log in, and the record of what was done. Every write is one durable transaction."""

    def people(self) -> tuple[Person, ...]:
        """By name."""
        ...

    def person(self, person_id: str) -> Person:
        """Raises NotFound."""
        ...

    def add(self, person: Person) -> None:
        """Raises InputError when the login is taken."""
        ...

    def change(self, person: Person) -> None:
        """Name, roles, teams and `active` of the person with this id."""
        ...

    def teams(self) -> tuple[Team, ...]:
        """By name."""
        ...

    def add_team(self, team: Team) -> Team:
        """The team of this name: the given one, or the one that was there."""
        ...

    def password_of(self, login: str) -> tuple[Person | None, str | None]:
        """The person with this login, and the hash of their password if they have set one."""
        ...

    def set_password(self, person_id: str, kept: str) -> None: ...

    def keep_link(self, digest: str, person_id: str, until: datetime) -> None:
        """In place of every earlier link of this person's."""
        ...

    def link(self, digest: str) -> Link | None:
        """None when there is none or it was used."""
        ...

    def drop_links(self, person_id: str) -> None:
        """The person's links count no more."""
        ...

    def use_link(self, digest: str, kept: str, at: datetime) -> bool:
        """Uses it up and sets the password in one transaction; False, and nothing done, when somebody was faster."""
        ...

    def begin_login(self, login: Login) -> None: ...

    def login(self, digest: str) -> tuple[Login, Person] | None:
        """None when there is none or it was ended."""
        ...

    def seen(self, digest: str, at: datetime) -> None: ...

    def end_login(self, digest: str, at: datetime) -> None: ...

    def end_logins(self, person_id: str, at: datetime) -> None:
        """All of this person's."""
        ...

    def note_failure(self, login: str, address: str, at: datetime) -> None: ...

    def failures_of(self, login: str, since: datetime) -> tuple[datetime, ...]: ...

    def failures_from(self, address: str, since: datetime) -> tuple[datetime, ...]: ...

    def forget_failures(self, login: str) -> None: ...

    def audited(self, most: int, sought: Sought = EVERYTHING, skip: int = 0) -> tuple[Audited, ...]:
        """Newest first. Nothing that is kept here is ever changed or taken away: the database refuses it."""
        ...

    def tie(self, issuer: str, subject: str, person_id: str) -> None:
        """The person logs in as this subject of that provider from now on. Raises InputError when the subject is somebody else's, or the person
        has another one there already."""
        ...

    def tied(self, issuer: str, subject: str) -> Person | None: ...
