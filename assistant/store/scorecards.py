"""Scorecards in SQL: one row per scoring, in the order they were made, and what a model still owes to the newest of a role-play."""

from collections.abc import Collection, Sequence
from datetime import datetime
from threading import Lock

from sqlalchemy import Select, delete, func, insert, select, update

from assistant.domain.scorecard import Owed, Scorecard
from assistant.store.database import Database
from assistant.store.lookup import at_a_time, locked
from assistant.store.memory import note_uses
from assistant.store.tables import owed_judgings, scorecards

KEPT = 5000
Key = tuple[int, str, datetime]
"""(number, role-play, when it was made)."""
_OWED = owed_judgings.c.role_play, owed_judgings.c.tries, owed_judgings.c.due_at


class SqlScorecards:
    def __init__(self, database: Database) -> None:
        self._database = database
        self._read: dict[Key, Scorecard] = {}
        self._lock = Lock()

    def add(self, role_play_id: str, scorecard: Scorecard, at: datetime, passages: Collection[str] = (), again_at: datetime | None = None) -> None:
        with self._database.writing_beside() as connection:
            locked(connection, role_play_id)
            connection.execute(insert(scorecards).values(role_play=role_play_id, at=at, body=scorecard))
            note_uses(connection, role_play_id, "score", passages, at)
            connection.execute(delete(owed_judgings).where(owed_judgings.c.role_play == role_play_id))
            if again_at:
                connection.execute(insert(owed_judgings).values(role_play=role_play_id, tries=0, due_at=again_at))

    def due(self, at: datetime) -> tuple[Owed, ...]:
        query = select(*_OWED).where(owed_judgings.c.due_at <= at).order_by(owed_judgings.c.due_at)
        with self._database.reading() as connection:
            return tuple(Owed(*row) for row in connection.execute(query))

    def owed(self, role_play_id: str) -> Owed | None:
        with self._database.reading() as connection:
            row = connection.execute(select(*_OWED).where(owed_judgings.c.role_play == role_play_id)).one_or_none()
        return Owed(*row) if row else None

    def put_off(self, owed: Owed) -> None:
        later = update(owed_judgings).where(owed_judgings.c.role_play == owed.role_play).values(tries=owed.tries, due_at=owed.due_at)
        with self._database.writing_beside() as connection:
            connection.execute(later)

    def forgo(self, role_play_id: str) -> None:
        with self._database.writing_beside() as connection:
            connection.execute(delete(owed_judgings).where(owed_judgings.c.role_play == role_play_id))

    def latest(self, role_play_id: str) -> Scorecard | None:
        query = select(scorecards.c.body).where(scorecards.c.role_play == role_play_id).order_by(scorecards.c.id.desc()).limit(1)
        with self._database.reading() as connection:
            found: Scorecard | None = connection.execute(query).scalar()
        return found

    def latest_of(self, role_play_ids: Sequence[str]) -> dict[str, Scorecard]:
        found: dict[str, Scorecard] = {}
        for some in at_a_time(role_play_ids):
            found |= self._newest(select(func.max(scorecards.c.id)).where(scorecards.c.role_play.in_(some)).group_by(scorecards.c.role_play))
        return found

    def all_latest(self) -> dict[str, Scorecard]:
        return self._newest(select(func.max(scorecards.c.id)).group_by(scorecards.c.role_play))

    def forget(self) -> None:
        with self._lock:
            self._read.clear()

    def _newest(self, newest: Select[tuple[int]]) -> dict[str, Scorecard]:
        """A row never changes, so its body is read from JSON once a process. Its number alone does not name it: that of a deleted row may be given
        again."""
        query = select(scorecards.c.id, scorecards.c.role_play, scorecards.c.at).where(scorecards.c.id.in_(newest))
        with self._database.reading() as connection:
            rows: dict[int, Key] = {row.id: (row.id, row.role_play, row.at) for row in connection.execute(query)}
            with self._lock:
                known = {number: self._read[key] for number, key in rows.items() if key in self._read}
            missing = [number for number in rows if number not in known]
            for some in at_a_time(missing):
                bodies = select(scorecards.c.id, scorecards.c.body).where(scorecards.c.id.in_(some))
                known |= {row.id: row.body for row in connection.execute(bodies)}
        with self._lock:
            if len(self._read) > KEPT:
                self._read.clear()
            self._read |= {rows[number]: card for number, card in known.items()}
        return {key[1]: known[number] for number, key in rows.items() if number in known}
