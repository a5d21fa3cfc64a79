"""For every test: a fresh store where one is wanted, on SQLite and on PostgreSQL, and no example that fails for having taken long."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from assistant.store import Store, open_store
from tests.servers import engines, missing, postgres_programs

if TYPE_CHECKING:
    from tests.servers.postgres import Cluster

HOW = "Debian: apt-get install postgresql"
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    if len(engines()) == 1:
        terminalreporter.section("PostgreSQL is not installed", sep="!", red=True, bold=True)
        terminalreporter.write_line(f"Everything about the store was tried on SQLite alone ({HOW}).")


@pytest.fixture(scope="session")
def postgres() -> "Iterator[Cluster]":
    """One for all tests of a process. Where it is not installed they are skipped, or fail where it has to be."""
    from tests.servers.postgres import Cluster

    if postgres_programs() is None:
        missing(f"this needs PostgreSQL ({HOW})")
    cluster = Cluster()
    yield cluster
    cluster.close()


@pytest.fixture
def sqlite_url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path}/maju.db"


@pytest.fixture(params=engines())
def empty_url(request: pytest.FixtureRequest) -> Iterator[str]:
    """Of a database that nobody has opened yet."""
    if request.param == "sqlite":
        yield request.getfixturevalue("sqlite_url")
        return
    cluster: Cluster = request.getfixturevalue("postgres")
    address = cluster.new()
    yield address
    cluster.drop(address)


@pytest.fixture(scope="session")
def postgres_template(postgres: "Cluster") -> str:
    """A database with its tables: to copy it is quicker than to make them."""
    address = postgres.new()
    open_store(address).close()
    return address.rsplit("/", 1)[1]


@pytest.fixture(params=engines())
def url(request: pytest.FixtureRequest) -> Iterator[str]:
    """Of a database of this test's own, once on SQLite and once on PostgreSQL."""
    if request.param == "sqlite":
        yield request.getfixturevalue("sqlite_url")
        return
    template = request.getfixturevalue("postgres_template")
    cluster: Cluster = request.getfixturevalue("postgres")
    address = cluster.new(template)
    yield address
    cluster.drop(address)


@pytest.fixture
def store(url: str) -> Iterator[Store]:
    with open_store(url) as opened:
        yield opened
