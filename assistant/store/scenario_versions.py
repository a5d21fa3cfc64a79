"""Published versions of scenarios in SQL, one row each."""

from sqlalchemy import Connection, Row, func, insert, select

from assistant.domain.draft import Version
from assistant.errors import NotFound, Overtaken
from assistant.store.database import Database
from assistant.store.tables import scenario_versions

_COLUMNS = ("scenario", "number", "tree", "digest", "by", "at", "note")


class SqlScenarioVersions:
    def __init__(self, database: Database) -> None:
        self._database = database

    def newest(self) -> dict[str, int]:
        query = select(scenario_versions.c.scenario, func.max(scenario_versions.c.number)).group_by(scenario_versions.c.scenario)
        with self._database.reading() as connection:
            return {row[0]: row[1] for row in connection.execute(query)}

    def get(self, scenario: str, number: int) -> Version:
        query = select(scenario_versions).where(scenario_versions.c.scenario == scenario, scenario_versions.c.number == number)
        with self._database.reading() as connection:
            row = connection.execute(query).one_or_none()
        if row is None:
            raise NotFound(ko="그런 버전이 없어요.", en="There is no such version.")
        return _version(row)

    def of(self, scenario: str) -> tuple[Version, ...]:
        query = select(scenario_versions).where(scenario_versions.c.scenario == scenario).order_by(scenario_versions.c.number.desc())
        with self._database.reading() as connection:
            return tuple(_version(row) for row in connection.execute(query))

    def add(self, version: Version, over: int) -> None:
        with self._database.writing() as connection:
            newest = _newest(connection, version.scenario)
            if newest != over:
                raise Overtaken(
                    ko=f"그사이 {newest}판이 나왔어요. 달라진 점을 살펴보고 다시 발행해 주세요.",
                    en=f"Version {newest} came out meanwhile. Look at what differs, then publish again.",
                )
            connection.execute(insert(scenario_versions).values({name: getattr(version, name) for name in _COLUMNS}))


def _newest(connection: Connection, scenario: str) -> int:
    return connection.execute(select(func.max(scenario_versions.c.number)).where(scenario_versions.c.scenario == scenario)).scalar() or 0


def _version(row: "Row[tuple[object, ...]]") -> Version:
    return Version(**{name: getattr(row, name) for name in _COLUMNS})
