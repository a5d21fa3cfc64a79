"""Bringing a database to the tables this program knows. Alembic is imported only when there is something to do: it takes a second."""

from pathlib import Path

from sqlalchemy import Connection, inspect, text

from assistant.errors import StoreError
from assistant.store.database import Database

NEWEST = "0019"
"""The last revision in `migrations/versions`."""
MIGRATIONS = Path(__file__).parent / "migrations"

_ANOTHER_VERSION = StoreError(
    ko="더 새로운 버전의 Maju가 저장한 데이터예요. Maju를 업데이트한 뒤 열어 주세요.",
    en="This data was saved by a newer Maju. Update Maju, then open it.",
)


def migrate(database: Database, to: str = NEWEST) -> None:
    """Runs what is missing, once, however many processes open the database at the same time. Raises StoreError."""
    with database.reading() as connection:
        if _revision(connection) == to:
            return
    with database.writing() as connection:
        if _revision(connection) != to:
            _upgrade(connection, to)


def check(database: Database) -> None:
    """Writes what stands there already, which fails where nothing could be written. Raises StoreError, also for tables of another version."""
    with database.writing_beside() as connection:
        same = connection.execute(text("UPDATE alembic_version SET version_num = version_num WHERE version_num = :newest"), {"newest": NEWEST})
    if same.rowcount != 1:
        raise _ANOTHER_VERSION


def _revision(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def _upgrade(connection: Connection, to: str) -> None:
    from alembic import command
    from alembic.config import Config
    from alembic.util import CommandError

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    try:
        command.upgrade(config, to)
    except CommandError as error:
        raise _ANOTHER_VERSION from error
