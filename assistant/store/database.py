"""One database: its connections, and the two kinds of transaction. Reads see one moment; writes take the lock when they begin.

SQLite as it is otherwise loses concurrent writes (a read turns into a write too late): hence WAL, synchronous=FULL and BEGIN IMMEDIATE.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError
from sqlalchemy.exc import TimeoutError as NoFreeConnection
from sqlalchemy.pool import QueuePool

from assistant.errors import InputError, StoreError
from assistant.store.faults import said

BUSY_S = 15.0
"""How long a write waits for another one, seconds."""


class Database:
    def __init__(self, url: str, busy_s: float = BUSY_S) -> None:
        self.engine = _engine(url, busy_s)
        embedded = self.engine.dialect.name == "sqlite"
        self._reads = self.engine if embedded else self.engine.execution_options(isolation_level="REPEATABLE READ")
        self._writes = self.engine.execution_options(writes=True)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees the database as it was at one moment. Raises StoreError."""
        with _told(), self._reads.begin() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """One transaction, durable when the block ends, undone when it raises. Raises StoreError."""
        with _told(), self._writes.begin() as connection:
            yield connection

    def forget(self) -> None:
        """Empties SQLite's write-ahead log, in which what was deleted would still stand. Others who are reading now keep it a while; the next call
        does it then. PostgreSQL has autovacuum and backups of its own."""
        if self.engine.dialect.name == "sqlite":
            with _told(), self.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
                connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")

    def close(self) -> None:
        self.engine.dispose()


@contextmanager
def _told() -> Iterator[None]:
    try:
        yield
    except (DBAPIError, NoFreeConnection) as error:
        raise said(error) from error
    except UnicodeError as error:
        raise InputError(
            ko="저장할 수 없는 깨진 글자가 들어 있어요. 글을 다시 입력해 주세요.",
            en="The text holds broken characters that cannot be stored. Enter it again.",
        ) from error


def _engine(url: str, busy_s: float) -> Engine:
    try:
        parsed = make_url(url)
        if parsed.get_backend_name() != "sqlite":
            return create_engine(parsed, pool_pre_ping=True)
        memory = parsed.database in {None, "", ":memory:"}
        if not memory and not str(parsed.database).startswith("file:"):
            Path(str(parsed.database)).expanduser().parent.mkdir(parents=True, exist_ok=True)
        room: dict[str, Any] = {"pool_size": 1, "max_overflow": 0} if memory else {}
        args = {"timeout": busy_s, "check_same_thread": False}
        engine = create_engine(parsed, poolclass=QueuePool, connect_args=args, **room)
    except (ArgumentError, NoSuchModuleError) as error:
        raise InputError(
            ko="데이터베이스 주소가 올바르지 않아요. sqlite:////경로/maju.db 같은 꼴로 적어 주세요.",
            en="The database address is not valid. Write it like sqlite:////path/maju.db.",
        ) from error
    except ModuleNotFoundError as error:
        raise StoreError(
            ko=f"이 데이터베이스의 드라이버({error.name})가 없어요. 설치한 뒤 다시 시작해 주세요.",
            en=f"This database's driver ({error.name}) is not installed. Install it and start again.",
        ) from error
    except OSError as error:
        raise said(error) from error
    event.listen(engine, "connect", _set_up_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _set_up_sqlite(connection: Any, _record: Any) -> None:
    connection.isolation_level = None  # the driver begins no transaction of its own; _begin_sqlite does
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=FULL")
    connection.execute("PRAGMA foreign_keys=ON")
    connection.execute("PRAGMA secure_delete=ON")  # what is deleted is overwritten, and does not lie about in free pages


def _begin_sqlite(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE" if connection.get_execution_options().get("writes") else "BEGIN")
