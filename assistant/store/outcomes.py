"""Outcomes in SQL: a row a deal or figure, which a newer file's takes the place of."""

from collections.abc import Collection, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Row, delete, insert, select

from assistant.domain.outcome import Outcome, OutcomeFile
from assistant.store.database import Database
from assistant.store.lookup import at_a_time
from assistant.store.tables import outcome_files, outcomes

_FILE = tuple(column.name for column in outcome_files.columns)


class SqlOutcomes:
    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, file: OutcomeFile, rows: Sequence[Outcome]) -> None:
        with self._database.writing() as connection:
            connection.execute(insert(outcome_files).values({name: getattr(file, name) for name in _FILE}))
            for one in rows:
                same = (outcomes.c.person == one.person, outcomes.c.kind == one.kind, outcomes.c.key == one.key)
                connection.execute(delete(outcomes).where(*same))
            connection.execute(insert(outcomes), [_row(file.id, one) for one in rows])

    def files(self) -> tuple[OutcomeFile, ...]:
        query = select(outcome_files).order_by(outcome_files.c.at.desc(), outcome_files.c.id)
        with self._database.reading() as connection:
            return tuple(OutcomeFile(**{name: getattr(row, name) for name in _FILE}) for row in connection.execute(query))

    def remove(self, file_id: str) -> None:
        with self._database.writing() as connection:
            connection.execute(delete(outcomes).where(outcomes.c.file == file_id))
            connection.execute(delete(outcome_files).where(outcome_files.c.id == file_id))

    def of_people(self, people: Collection[str]) -> tuple[Outcome, ...]:
        found: list[Row[Any]] = []
        with self._database.reading() as connection:
            for some in at_a_time(people):
                found += connection.execute(select(outcomes).where(outcomes.c.person.in_(some))).all()
        every = (Outcome(row.person, row.kind, row.name, date.fromisoformat(row.day), row.value, row.amount) for row in found)
        return tuple(sorted(every, key=lambda one: (one.day, one.person, one.name)))


def _row(file: str, one: Outcome) -> dict[str, object]:
    return {
        "file": file, "person": one.person, "kind": one.kind, "key": one.key, "name": one.name, "day": one.day.isoformat(), "value": one.value,
        "amount": one.amount,
    }  # fmt: skip
