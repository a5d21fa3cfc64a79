"""Assignments in SQL."""

from collections.abc import Collection
from dataclasses import replace
from typing import Any

from sqlalchemy import Row, insert, select, update

from assistant.domain.assignment import Assignment
from assistant.errors import InputError, NotFound
from assistant.store.database import Database
from assistant.store.tables import assignments

_NAMES = tuple(column.name for column in assignments.columns)


class SqlAssignments:
    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, assignment: Assignment) -> None:
        with self._database.writing() as connection:
            connection.execute(insert(assignments).values(_values(assignment)))

    def change(self, assignment: Assignment) -> Assignment:
        after = replace(assignment, revision=assignment.revision + 1)
        same = (assignments.c.id == assignment.id, assignments.c.revision == assignment.revision)
        with self._database.writing() as connection:
            changed = connection.execute(update(assignments).where(*same).values(_values(after))).rowcount
        if not changed:
            self.get(assignment.id)
            raise InputError(
                ko="그 사이에 다른 사람이 이 과제를 바꿨어요. 새로고침해서 지금 내용을 보고 다시 바꿔 주세요.",
                en="Somebody else has changed this assignment meanwhile. Reload, look at it as it is now, and change it again.",
            )
        return after

    def get(self, assignment_id: str) -> Assignment:
        with self._database.reading() as connection:
            row = connection.execute(select(assignments).where(assignments.c.id == assignment_id)).one_or_none()
        if row is None:
            raise NotFound(ko="그런 과제가 없어요.", en="There is no such assignment.")
        return _read(row)

    def of_teams(self, teams: Collection[str]) -> tuple[Assignment, ...]:
        query = select(assignments).where(assignments.c.team.in_(list(teams))).order_by(assignments.c.until, assignments.c.id)
        with self._database.reading() as connection:
            return tuple(_read(row) for row in connection.execute(query))


def _values(assignment: Assignment) -> dict[str, object]:
    return {name: getattr(assignment, name) for name in _NAMES}


def _read(row: Row[Any]) -> Assignment:
    return Assignment(**{name: getattr(row, name) for name in _NAMES})
