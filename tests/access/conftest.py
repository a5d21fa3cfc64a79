"""A fresh set of accounts, a clock that can be moved, and hashing that does not take its time."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from argon2 import PasswordHasher

from assistant.access import Directory, Doorkeeper, Passwords
from assistant.access.directory import TERMINAL
from assistant.domain.people import Person, Role
from assistant.ports import Accounts
from assistant.store import open_store

GOOD = "느린 노새와 푸른 국수"


class Clock:
    def __init__(self) -> None:
        self.at = datetime(2026, 11, 28, 9, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.at

    def passes(self, **by: float) -> None:
        self.at += timedelta(**by)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def accounts(tmp_path: Path) -> Iterator[Accounts]:
    with open_store(f"sqlite:///{tmp_path}/maju.db") as store:
        yield store.accounts


@pytest.fixture(scope="session")
def passwords() -> Passwords:
    return Passwords(PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))


@pytest.fixture
def directory(accounts: Accounts, clock: Clock) -> Directory:
    return Directory(accounts, clock)


@pytest.fixture
def door(accounts: Accounts, passwords: Passwords, clock: Clock) -> Doorkeeper:
    return Doorkeeper(accounts, passwords, clock)


@pytest.fixture
def rep(directory: Directory, door: Doorkeeper) -> Person:
    return joined(directory, door, "kim@hangyeol.kr", "김보람", ["rep"], ["영업 1팀"])


def joined(directory: Directory, door: Doorkeeper, login: str, name: str, roles: list[Role], teams: list[str]) -> Person:
    """Somebody who has set the password GOOD."""
    person = directory.invite(TERMINAL, login, name, roles, teams)
    return door.accept(door.link(person, TERMINAL.id), GOOD).person
