"""A database as an older Maju left it: its tables by the migrations up to then, its rows those of today without what was not there yet."""

import sqlite3
from contextlib import closing
from pathlib import Path

from assistant.domain.roleplay import RolePlay
from assistant.store import open_store
from assistant.store.database import Database
from assistant.store.migrate import migrate
from tests.store.samples import a_scenario


def kept_by_an_older(folder: Path, revision: str, role_play: RolePlay) -> str:
    """The address of a database of that revision which holds the role-play."""
    with open_store(f"sqlite:///{folder / 'today.db'}") as today:
        today.role_plays.begin(role_play, a_scenario())
    url = f"sqlite:///{folder / 'older.db'}"
    database = Database(url)
    migrate(database, revision)
    database.close()
    with closing(sqlite3.connect(folder / "older.db")) as older:
        older.execute("ATTACH ? AS today", (str(folder / "today.db"),))
        for table in ("scenario_copies", "role_plays", "turns"):
            columns = ", ".join(row[1] for row in older.execute(f"PRAGMA table_info({table})"))
            older.execute(f"INSERT INTO {table} ({columns}) SELECT {columns} FROM today.{table}")
        older.commit()
    return url
