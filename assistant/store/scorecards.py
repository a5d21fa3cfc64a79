"""Scorecards in SQL: one row per scoring, in the order they were made."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Select, func, insert, select

from assistant.domain.scorecard import Scorecard
from assistant.store.database import Database
from assistant.store.lookup import locked
from assistant.store.tables import scorecards


class SqlScorecards:
    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, role_play_id: str, scorecard: Scorecard, at: datetime) -> None:
        with self._database.writing() as connection:
            locked(connection, role_play_id)
            connection.execute(insert(scorecards).values(role_play=role_play_id, at=at, body=scorecard))

    def latest(self, role_play_id: str) -> Scorecard | None:
        query = select(scorecards.c.body).where(scorecards.c.role_play == role_play_id).order_by(scorecards.c.id.desc()).limit(1)
        with self._database.reading() as connection:
            found: Scorecard | None = connection.execute(query).scalar()
        return found

    def latest_of(self, role_play_ids: Sequence[str]) -> dict[str, Scorecard]:
        return self._newest(select(func.max(scorecards.c.id)).where(scorecards.c.role_play.in_(role_play_ids)).group_by(scorecards.c.role_play))

    def all_latest(self) -> dict[str, Scorecard]:
        return self._newest(select(func.max(scorecards.c.id)).group_by(scorecards.c.role_play))

    def _newest(self, newest: Select[tuple[int]]) -> dict[str, Scorecard]:
        query = select(scorecards.c.role_play, scorecards.c.body).where(scorecards.c.id.in_(newest))
        with self._database.reading() as connection:
            return {row.role_play: row.body for row in connection.execute(query)}
