"""A fresh set of accounts and the door before them."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.access import Directory, Doorkeeper, Passwords
from assistant.domain.people import Person
from assistant.ports import Accounts
from assistant.store import open_store
from tests.access.people import HASHER, Clock, joined


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def accounts(tmp_path: Path) -> Iterator[Accounts]:
    with open_store(f"sqlite:///{tmp_path}/maju.db") as store:
        yield store.accounts


@pytest.fixture(scope="session")
def passwords() -> Passwords:
    return Passwords(HASHER)


@pytest.fixture
def directory(accounts: Accounts, clock: Clock) -> Directory:
    return Directory(accounts, clock)


@pytest.fixture
def door(accounts: Accounts, passwords: Passwords, clock: Clock) -> Doorkeeper:
    return Doorkeeper(accounts, passwords, clock)


@pytest.fixture
def rep(directory: Directory, door: Doorkeeper) -> Person:
    return joined(directory, door, "kim@hangyeol.kr", "김보람", ["rep"], ["영업 1팀"])
