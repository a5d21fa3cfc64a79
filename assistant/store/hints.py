"""Hints in SQL, in the order they were given."""

from sqlalchemy import insert, select

from assistant.domain.hint import Hint
from assistant.store.database import Database
from assistant.store.lookup import locked
from assistant.store.memory import note_uses
from assistant.store.tables import hints

NAMES = ("turn", "kind", "at", "about", "cited", "passage")


class SqlHints:
    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, role_play_id: str, hint: Hint) -> None:
        with self._database.writing_beside() as connection:
            locked(connection, role_play_id)
            connection.execute(insert(hints).values(role_play=role_play_id, **{name: getattr(hint, name) for name in NAMES}))
            note_uses(connection, role_play_id, "hint", [hint.cited.passage_id] if hint.cited else [], hint.at)

    def of(self, role_play_id: str) -> tuple[Hint, ...]:
        query = select(hints).where(hints.c.role_play == role_play_id).order_by(hints.c.number)
        with self._database.reading() as connection:
            return tuple(Hint(**{name: row[name] for name in NAMES}) for row in connection.execute(query).mappings())
