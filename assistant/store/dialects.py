"""What differs between the databases: how one connects, and how a transaction begins. Nothing else knows which one it is.

SQLite as it is otherwise loses concurrent writes (a read turns into a write too late): hence WAL, synchronous=FULL and BEGIN IMMEDIATE.
PostgreSQL lets writers look side by side and then both write: hence an advisory lock that gives its writers the same order.
"""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, func, make_url, select
from sqlalchemy.pool import QueuePool

WRITES = "writes"
"""The execution option that says how a transaction writes: ALONE, BESIDE, or not at all."""
ALONE, BESIDE = "alone", "beside"
_LOCK = 5_262_170
"""Any number: the advisory lock of everybody who writes into one database of Maju's."""
CONNECT_S = 10
ASLEEP_S = 60
"""PostgreSQL ends a transaction whose process has gone silent for so long, so that a machine that vanished holds nobody up."""


def connected(address: str, busy_s: float) -> Engine:
    """`busy_s`: how long a write waits for another, seconds. Raises what SQLAlchemy says of an address, ModuleNotFoundError, OSError."""
    url = make_url(address)
    if url.drivername in {"postgres", "postgresql"}:
        url = url.set(drivername="postgresql+psycopg")
    return {"sqlite": _sqlite, "postgresql": _postgresql}.get(url.get_backend_name(), _other)(url, busy_s)


def _sqlite(url: URL, busy_s: float) -> Engine:
    memory = url.database in {None, "", ":memory:"}
    if not memory and not str(url.database).startswith("file:"):
        Path(str(url.database)).expanduser().parent.mkdir(parents=True, exist_ok=True)
    room: dict[str, Any] = {"pool_size": 1, "max_overflow": 0} if memory else {}
    engine = create_engine(url, poolclass=QueuePool, connect_args={"timeout": busy_s, "check_same_thread": False}, **room)
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
    connection.exec_driver_sql("BEGIN IMMEDIATE" if connection.get_execution_options().get(WRITES) else "BEGIN")


def _postgresql(url: URL, busy_s: float) -> Engine:
    arguments = {} if "connect_timeout" in url.query else {"connect_timeout": CONNECT_S}
    engine = create_engine(url, pool_pre_ping=True, connect_args=arguments)
    event.listen(engine, "connect", lambda connection, _record: _set_up_postgresql(connection, busy_s))
    event.listen(engine, "begin", _begin_postgresql)
    return engine


def _set_up_postgresql(connection: Any, busy_s: float) -> None:
    connection.execute(f"SET lock_timeout = {max(1, round(busy_s * 1000))}")
    connection.execute(f"SET idle_in_transaction_session_timeout = {ASLEEP_S * 1000}")
    connection.commit()


def _begin_postgresql(connection: Connection) -> None:
    how = connection.get_execution_options().get(WRITES)
    if how:
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock{'' if how == ALONE else '_shared'}({_LOCK})")


def now(connection: Connection) -> datetime:
    """The database's own time, which is the same for every machine that asks."""
    if connection.dialect.name == "sqlite":
        return datetime.now(UTC)
    at: datetime = connection.execute(select(func.clock_timestamp())).scalar_one()
    return at.astimezone(UTC)


def _other(url: URL, _busy_s: float) -> Engine:
    return create_engine(url, pool_pre_ping=True)
