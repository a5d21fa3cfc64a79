"""Reflections in SQL: one a role-play, changed answer by answer while it is open, and never again once it is closed."""

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, insert, select, update

from assistant.domain.reflection import Closed, Question, Reflection
from assistant.domain.words import Dimension
from assistant.errors import InputError, NotFound
from assistant.store.database import Database
from assistant.store.lookup import locked
from assistant.store.tables import reflections


class SqlReflections:
    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self, role_play_id: str) -> Reflection | None:
        with self._database.reading() as connection:
            row = _row(connection, role_play_id)
        return None if row is None else _read(row)

    def open(self) -> frozenset[str]:
        with self._database.reading() as connection:
            return frozenset(connection.execute(select(reflections.c.role_play).where(reflections.c.closed.is_(None))).scalars())

    def begin(self, role_play_id: str, at: datetime) -> Reflection:
        with self._database.writing_beside() as connection:
            locked(connection, role_play_id)
            row = _row(connection, role_play_id)
            if row is None:
                connection.execute(insert(reflections).values(role_play=role_play_id, began_at=at, answers={}, guess={}))
                return Reflection(role_play_id, at)
        return _read(row)

    def answer(self, role_play_id: str, question: Question, text: str) -> None:
        with self._database.writing_beside() as connection:
            kept = _open(connection, role_play_id)
            _put(connection, role_play_id, answers={name: said for name, said in {**kept.answers, question: text}.items() if said})

    def guess(self, role_play_id: str, dimension: Dimension, points: int | None) -> None:
        with self._database.writing_beside() as connection:
            kept = {**_open(connection, role_play_id).guess, dimension: points}
            _put(connection, role_play_id, guess={name: one for name, one in kept.items() if one is not None})

    def close(self, role_play_id: str, how: Closed, at: datetime) -> Reflection:
        with self._database.writing_beside() as connection:
            locked(connection, role_play_id)
            row = _row(connection, role_play_id)
            if row is not None and row.closed is not None:
                return _read(row)
            _open(connection, role_play_id)
            _put(connection, role_play_id, closed=how, closed_at=at)
            closed = _row(connection, role_play_id)
        assert closed is not None
        return _read(closed)


def _row(connection: Connection, role_play_id: str) -> Row[Any] | None:
    return connection.execute(select(reflections).where(reflections.c.role_play == role_play_id)).one_or_none()


def _read(row: Row[Any]) -> Reflection:
    return Reflection(**row._mapping)


def _open(connection: Connection, role_play_id: str) -> Reflection:
    """The reflection, held until the write is done, while it can still be changed."""
    locked(connection, role_play_id)
    row = _row(connection, role_play_id)
    if row is None:
        raise NotFound(ko="이 대화를 돌아본 기록이 없어요.", en="Nobody has looked back on this conversation.")
    if row.closed is not None:
        raise InputError(ko="이미 점수를 봤기 때문에 더 적을 수 없어요.", en="The scores have been seen, so nothing can be added.")
    return _read(row)


def _put(connection: Connection, role_play_id: str, **values: Any) -> None:
    connection.execute(update(reflections).where(reflections.c.role_play == role_play_id).values(values))
