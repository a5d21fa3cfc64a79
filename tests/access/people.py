"""People for tests: a password that may be used, a clock that can be moved, hashing that does not take its time."""

from datetime import UTC, datetime, timedelta

from argon2 import PasswordHasher

from assistant.access import Directory, Doorkeeper
from assistant.access.directory import TERMINAL
from assistant.domain.people import Person, Role

GOOD = "느린 노새와 푸른 국수"
HASHER = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)


class Clock:
    def __init__(self) -> None:
        self.at = datetime(2026, 11, 28, 9, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.at

    def passes(self, **by: float) -> None:
        self.at += timedelta(**by)


def joined(directory: Directory, door: Doorkeeper, login: str, name: str, roles: list[Role], teams: list[str]) -> Person:
    """Somebody who has set the password GOOD."""
    person = directory.invite(TERMINAL, login, name, roles, teams)
    return door.accept(door.link(person, TERMINAL.id), GOOD).person
