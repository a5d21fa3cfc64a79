"""How long each team's talks are kept, in SQL."""

from sqlalchemy import delete, insert, select

from assistant.domain.privacy import Retention
from assistant.store.database import Database
from assistant.store.tables import retentions


class SqlRetentions:
    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> dict[str, Retention]:
        with self._database.reading() as connection:
            return {row.team: Retention(row.team, row.days, row.since, row.by) for row in connection.execute(select(retentions))}

    def put(self, rule: Retention) -> None:
        with self._database.writing() as connection:
            connection.execute(delete(retentions).where(retentions.c.team == rule.team))
            connection.execute(insert(retentions).values(team=rule.team, days=rule.days, since=rule.since, by=rule.by))

    def take_away(self, team: str) -> None:
        with self._database.writing() as connection:
            connection.execute(delete(retentions).where(retentions.c.team == team))
