"""What calls to models took, in SQL. Taking from a budget is a write that is alone: two processes cannot both take what is left."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Integer, Select, cast, func, insert, select, update

from assistant.domain.spending import Spent, Total
from assistant.store.database import Database
from assistant.store.tables import spendings


class SqlSpendings:
    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, spent: Spent) -> None:
        with self._database.writing_beside() as connection:
            connection.execute(insert(spendings).values(_row(spent)))

    def reserve(self, most: Spent, since: datetime, limit: float) -> int | None:
        with self._database.writing() as connection:
            before = connection.execute(select(func.sum(spendings.c.cost)).where(spendings.c.at >= since)).scalar() or 0.0
            if before + (most.cost or 0.0) > limit:
                return None
            key = connection.execute(insert(spendings).values(_row(most))).inserted_primary_key
            assert key is not None
            return int(key[0])

    def settle(self, number: int, tokens_in: int, tokens_out: int, estimated: bool, cost: float | None) -> None:
        values = {"tokens_in": tokens_in, "tokens_out": tokens_out, "estimated": estimated, "cost": cost}
        with self._database.writing_beside() as connection:
            connection.execute(update(spendings).where(spendings.c.number == number).values(values))

    def of_role_play(self, role_play_id: str) -> Total:
        with self._database.reading() as connection:
            row = connection.execute(_totals(spendings.c.role_play == role_play_id)).one_or_none()
        return Total() if row is None else _total(tuple(row)[1:])

    def by_rep(self, since: datetime) -> Mapping[str, Total]:
        with self._database.reading() as connection:
            return {row[0]: _total(tuple(row)[1:]) for row in connection.execute(_totals(spendings.c.at >= since))}


def _row(spent: Spent) -> dict[str, object]:
    account = {"rep": spent.account.rep, "role_play": spent.account.role_play, "purpose": spent.account.purpose}
    amounts = {"tokens_in": spent.tokens_in, "tokens_out": spent.tokens_out, "estimated": spent.estimated, "cost": spent.cost}
    return {"at": spent.at, "model": spent.model} | account | amounts


def _totals(which: ColumnElement[bool]) -> Select[Any]:
    """(rep, calls, tokens in, tokens out, whether any is estimated, cost)."""
    columns = spendings.c
    estimated = func.max(cast(columns.estimated, Integer))
    sums = (func.sum(columns.tokens_in), func.sum(columns.tokens_out), estimated, func.coalesce(func.sum(columns.cost), 0.0))
    return select(columns.rep, func.count(), *sums).where(which).group_by(columns.rep)


def _total(row: Sequence[Any]) -> Total:
    calls, tokens_in, tokens_out, estimated, cost = row
    return Total(int(calls), int(tokens_in), int(tokens_out), bool(estimated), float(cost))
