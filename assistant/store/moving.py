"""Moving a whole store into another database, row by row as they stand. Stopped in between it goes on where it was; at the end both are compared.

Into a database that holds anything the source does not hold nothing is written: it is somebody else's, or has been used since.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import islice
from typing import Any

from sqlalchemy import Column, Connection, LargeBinary, MetaData, Row, Table, func, insert, select, tuple_
from sqlalchemy.types import TypeDecorator

from assistant.errors import InputError, StoreError
from assistant.store.database import Database
from assistant.store.migrate import migrate
from assistant.store.tables import claims, metadata

AT_A_TIME = 200
"""Rows written in one transaction; of tables that hold whole files one."""
Told = Callable[[str, int, int], None]
"""(table, rows there, of how many)."""
Key = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Moved:
    """`rows`: of every table, as both have it now. `written`: how many of them this time. `digest`: of all rows, of both."""

    rows: dict[str, int]
    written: int
    digest: str


def move_store(source_url: str, target_url: str, told: Told = lambda table, done, of: None) -> Moved:
    """Nobody writes into the source meanwhile. Raises InputError when the target holds something else, StoreError when one of them fails."""
    source = Database(source_url)
    try:
        target = Database(target_url)
        try:
            return _move(source, target, told)
        finally:
            target.close()
    finally:
        source.close()


def _move(source: Database, target: Database, told: Told) -> Moved:
    migrate(source)
    migrate(target)
    tables = _as_they_stand()
    with source.writing() as kept:
        with target.reading() as connection:
            there = {table.name: _compared(kept, connection, table) for table in tables}
        written = sum(_moved(kept, target, table, there[table.name], told) for table in tables)
        with target.writing() as connection:
            _count_on(connection, tables)
        with target.reading() as connection:
            ours, theirs = ({table.name: _digest(one, table) for table in tables} for one in (kept, connection))
    if ours != theirs:
        differing = ", ".join(name for name in ours if ours[name] != theirs[name])
        raise StoreError(
            ko=f"옮긴 내용이 원본과 달라요({differing}). 새 데이터베이스를 비우고 다시 옮겨 주세요. 원본은 그대로예요.",
            en=f"What was moved differs from the original ({differing}). Empty the new database and move again; the original is as it was.",
        )
    rows = {name: count for name, (count, _) in ours.items()}
    return Moved(rows, written, sha256("".join(f"{name} {one}\n" for name, one in sorted(ours.items())).encode()).hexdigest())


def _as_they_stand() -> list[Table]:
    """The tables in the order of their references, with plain columns: what stands there is copied, not read and written anew."""
    plain = MetaData()
    for table in metadata.sorted_tables:
        if table is not claims:  # of processes that run now
            Table(table.name, plain, *(Column(one.name, _plain(one), primary_key=one.primary_key) for one in table.columns))
    return list(plain.tables.values())


def _plain(column: "Column[Any]") -> Any:
    return column.type.impl_instance if isinstance(column.type, TypeDecorator) else column.type


def _compared(kept: Connection, there: Connection, table: Table) -> set[Key]:
    """The keys of the rows that are there already."""
    found: set[Key] = set()
    for row in _rows(there, table):
        key = _key(table, row)
        same = kept.execute(select(table).where(*_is(table, key))).one_or_none()
        if same is None or _line(same) != _line(row):
            raise InputError(
                ko=f"새 데이터베이스에 이미 다른 내용이 있어요({table.name}). 빈 데이터베이스를 만들어 MAJU_DATABASE_URL에 적어 주세요.",
                en=f"The new database holds something else already ({table.name}). Make an empty one and name it in MAJU_DATABASE_URL.",
            )
        found.add(key)
    return found


def _moved(kept: Connection, target: Database, table: Table, there: set[Key], told: Told) -> int:
    total: int = kept.execute(select(func.count()).select_from(table)).scalar_one()
    lacking = (row for row in _rows(kept, table) if _key(table, row) not in there)
    written = 0
    while batch := list(islice(lacking, _room(table))):
        with target.writing_beside() as connection:
            connection.execute(insert(table), [_clean(row) for row in batch])
        written += len(batch)
        told(table.name, len(there) + written, total)
    return written


def _count_on(connection: Connection, tables: Sequence[Table]) -> None:
    """PostgreSQL numbers new rows by a counter beside the table, which knows nothing of rows that came with their numbers."""
    if connection.dialect.name != "postgresql":
        return
    for table in tables:
        own = metadata.tables[table.name].autoincrement_column
        highest = connection.execute(select(func.max(table.c[own.name]))).scalar() if own is not None else None
        if own is not None and highest is not None:
            connection.execute(select(func.setval(func.pg_get_serial_sequence(f'"{table.name}"', own.name), highest)))


def _digest(connection: Connection, table: Table) -> tuple[int, str]:
    """Rows, and a digest that does not depend on their order, which databases see differently."""
    count = total = 0
    for row in _rows(connection, table):
        count += 1
        total = (total + int.from_bytes(sha256(_line(row)).digest())) % (1 << 256)
    return count, f"{total:064x}"


def _rows(connection: Connection, table: Table) -> Iterator[Row[Any]]:
    """In the order of their keys, a few at a time: the keys first, since one row may be a whole document."""
    keys = [tuple(row) for row in connection.execute(select(*table.primary_key.columns))]
    for start in range(0, len(keys), room := _room(table)):
        yield from connection.execute(select(table).where(tuple_(*table.primary_key.columns).in_(keys[start : start + room])))


def _room(table: Table) -> int:
    return 1 if any(isinstance(one.type, LargeBinary) for one in table.columns) else AT_A_TIME


def _key(table: Table, row: Row[Any]) -> Key:
    return tuple(row._mapping[one.name] for one in table.primary_key.columns)


def _is(table: Table, key: Key) -> list[Any]:
    return [column == value for column, value in zip(table.primary_key.columns, key, strict=True)]


def _clean(row: Row[Any]) -> dict[str, Any]:
    """No NUL in any text, which PostgreSQL cannot hold: the sign for a character that was lost stands in its place."""
    return {name: value.replace("\0", "\ufffd") if isinstance(value, str) else value for name, value in row._mapping.items()}


def _line(row: Row[Any]) -> bytes:
    return repr(sorted(_clean(row).items())).encode("utf-8", "surrogatepass")
