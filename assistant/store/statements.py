"""What a learning record store is told, in SQL: kept until it has it."""

from collections.abc import Callable, Sequence
from datetime import datetime

from sqlalchemy import Connection, delete, func, insert, select, update

from assistant.ports import KeptStatement, Standing
from assistant.store.database import Database
from assistant.store.tables import statements

_MOST_PROBLEM = 200


class SqlStatements:
    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, kept: Sequence[KeptStatement], at: datetime) -> None:
        with self._database.writing() as connection:
            _put(connection, kept, at)

    def role_plays(self) -> frozenset[str]:
        with self._database.reading() as connection:
            return frozenset(connection.execute(select(statements.c.role_play).where(statements.c.role_play != "").distinct()).scalars())

    def take_back(self, role_play: str, void: Callable[[str], KeptStatement], at: datetime) -> None:
        of_it = statements.c.role_play == role_play
        with self._database.writing() as connection:
            sent = connection.execute(select(statements.c.id).where(of_it, statements.c.sent_at.is_not(None))).scalars().all()
            connection.execute(delete(statements).where(of_it))
            _put(connection, [void(one) for one in sent], at)

    def next(self, at: datetime, most: int) -> tuple[KeptStatement, ...]:
        query = select(statements).where(statements.c.sent_at.is_(None), statements.c.next_at <= at)
        with self._database.reading() as connection:
            rows = connection.execute(query.order_by(statements.c.made_at, statements.c.id).limit(most))
            return tuple(KeptStatement(row.id, row.role_play, row.body, row.tries) for row in rows)

    def sent(self, ids: Sequence[str], at: datetime) -> None:
        done = {"sent_at": at, "body": None, "problem": None}
        with self._database.writing() as connection:
            connection.execute(update(statements).where(statements.c.id.in_(ids)).values(done))

    def failed(self, ids: Sequence[str], problem: str, next_at: datetime) -> None:
        again = {"tries": statements.c.tries + 1, "problem": problem[:_MOST_PROBLEM], "next_at": next_at}
        with self._database.writing() as connection:
            connection.execute(update(statements).where(statements.c.id.in_(ids)).values(again))

    def standing(self) -> Standing:
        waits = statements.c.sent_at.is_(None)
        with self._database.reading() as connection:
            sent, waiting = (connection.execute(select(func.count()).select_from(statements).where(one)).scalar_one() for one in (~waits, waits))
            query = select(statements.c.problem).where(waits, statements.c.problem.is_not(None))
            problem = connection.execute(query.order_by(statements.c.next_at.desc()).limit(1)).scalar()
        return Standing(sent, waiting, problem)


def _put(connection: Connection, kept: Sequence[KeptStatement], at: datetime) -> None:
    rows = [{"id": one.id, "role_play": one.role_play, "body": one.body, "made_at": at, "tries": 0, "next_at": at} for one in kept]
    if rows:
        connection.execute(insert(statements), rows)
