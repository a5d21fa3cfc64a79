"""Accepted rubrics in SQL: rows are only ever added."""

from sqlalchemy import func, insert, select

from assistant.domain.rubric_version import RubricVersion
from assistant.errors import Overtaken
from assistant.store.database import Database
from assistant.store.tables import rubric_versions


class SqlRubricVersions:
    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> tuple[RubricVersion, ...]:
        query = select(rubric_versions).order_by(rubric_versions.c.number)
        with self._database.reading() as connection:
            return tuple(RubricVersion(row.number, row.base, row.tree, row.by, row.at, row.note) for row in connection.execute(query))

    def add(self, version: RubricVersion) -> RubricVersion:
        """Under its number, the next one. Raises Overtaken when somebody else has taken that."""
        with self._database.writing() as connection:
            newest = connection.execute(select(func.max(rubric_versions.c.number))).scalar() or 0
            if version.number != newest + 1:
                raise Overtaken(
                    ko="그사이 다른 사람이 평가표를 바꿨어요. 새로 보고 다시 정해 주세요.",
                    en="Somebody else has changed the rubric meanwhile. Look again, then decide.",
                )
            names = ("number", "base", "tree", "by", "at", "note")
            connection.execute(insert(rubric_versions).values({name: getattr(version, name) for name in names}))
        return version
