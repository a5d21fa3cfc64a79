"""Column types that bring domain values back as they went in: times in UTC, and whole values as JSON through pydantic."""

from datetime import UTC, datetime
from functools import cache
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import DateTime, Dialect, Text
from sqlalchemy.types import TypeDecorator


class UtcTime(TypeDecorator[datetime]):
    """Aware datetimes, kept as UTC without a zone (SQLite knows none) and given their zone back on reading. A naive one raises ValueError."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a time without a zone cannot be stored")
        return value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return None if value is None else value.replace(tzinfo=UTC)


class Json(TypeDecorator[Any]):
    """Values of one domain type, as JSON text. A change of that type that old JSON does not fit needs a migration."""

    impl = Text
    cache_ok = True

    def __init__(self, of: Any) -> None:
        super().__init__()
        self.of = of

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:
        return None if value is None else in_json(self.of, value).decode()

    def process_result_value(self, value: str | None, dialect: Dialect) -> Any:
        return None if value is None else _adapter(self.of).validate_json(value)


def in_json(of: Any, value: Any) -> bytes:
    """As a column of this type keeps it."""
    return _adapter(of).dump_json(value)


@cache
def _adapter(of: Any) -> TypeAdapter[Any]:
    """Built on first use: building takes milliseconds that starting need not pay."""
    return TypeAdapter(of)
