"""Where Maju keeps what it is killed over: a data folder, and in it SQLite or beside it a database of a real PostgreSQL."""

import shutil
from dataclasses import dataclass
from pathlib import Path
from time import sleep
from types import TracebackType
from typing import TYPE_CHECKING, Literal, Self
from uuid import uuid4

from sqlalchemy import func, select

from assistant.assembly import Engine
from assistant.settings import Settings
from assistant.store.dialects import now
from assistant.store.tables import claims

if TYPE_CHECKING:
    from tests.servers.postgres import Cluster

Database = Literal["sqlite", "postgresql"]


@dataclass(frozen=True, slots=True)
class Place:
    """`address`: of the database; None = the one in the folder."""

    data: Path
    address: str | None = None

    def opened(self) -> Engine:
        return opened(self.data, self.address)


def opened(data: Path, address: str | None = None) -> Engine:
    """Offline, on this folder, whatever the environment says."""
    return Engine(Settings(_env_file=None, MAJU_DATA=data, MAJU_DATABASE_URL=address, OPENAI_API_KEY=None, OPENAI_BASE_URL=None))


def _cluster() -> "Cluster":
    from tests.servers.postgres import Cluster

    return Cluster()


class Places:
    """New ones and copies, all under one folder. PostgreSQL is started where it is asked for, and ends with this."""

    def __init__(self, folder: Path, database: Database) -> None:
        self._folder = folder
        self._cluster = _cluster() if database == "postgresql" else None

    def new(self) -> Place:
        return Place(self._folder / uuid4().hex, self._cluster.new() if self._cluster else None)

    def copied(self, place: Place) -> Place:
        """Nobody may have the place open."""
        data = self._folder / uuid4().hex
        shutil.copytree(place.data, data)
        return Place(data, self._cluster.new(place.address.rsplit("/", 1)[1]) if self._cluster and place.address else None)

    def drop(self, place: Place) -> None:
        shutil.rmtree(place.data)
        if self._cluster and place.address:
            self._cluster.drop(place.address)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self._cluster:
            self._cluster.close()


def until_free(engine: Engine) -> None:
    """Waits until what processes that died had claimed is free again."""
    with engine._store._database.reading() as connection:
        until = connection.execute(select(func.max(claims.c.until))).scalar()
        left = (until - now(connection)).total_seconds() if until else 0.0
    sleep(max(0.0, left))
