"""What managers set, and what became of it outside."""

from sqlalchemy import (
    Column,
    Float,
    ForeignKey,
    Integer,
    String,
    Table,
    Text,
)

from assistant.domain.assignment import PassRule
from assistant.store.columns import Json, UtcTime
from assistant.store.tables.base import metadata

assignments = Table(
    "assignments",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("team", ForeignKey("teams.id"), nullable=False, index=True),
    Column("scenario", String(200), nullable=False),
    Column("level", Integer, nullable=False),
    Column("mode", String(12), nullable=False),
    Column("starts_at", UtcTime, nullable=False),
    Column("until", UtcTime, nullable=False),
    Column("by", String(200), nullable=False),
    Column("made_at", UtcTime, nullable=False),
    Column("people", Json(frozenset[str]), nullable=False),
    Column("language", String(2)),
    Column("time_limit_s", Integer),
    Column("attempts", Integer),
    Column("rule", Json(PassRule), nullable=False),
    Column("note", Text, nullable=False),
    Column("revision", Integer, nullable=False),
    Column("ended_at", UtcTime),
)

outcome_files = Table(
    "outcome_files",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("name", String(200), nullable=False),
    Column("kind", String(10), nullable=False),
    Column("by", String(200), nullable=False),
    Column("at", UtcTime, nullable=False),
    Column("teams", Json(frozenset[str]), nullable=False),
    Column("rows", Integer, nullable=False),
)

outcomes = Table(
    "outcomes",
    metadata,
    Column("person", ForeignKey("people.id"), primary_key=True),
    Column("kind", String(10), primary_key=True),
    Column("key", String(210), primary_key=True),
    Column("file", ForeignKey("outcome_files.id"), nullable=False, index=True),
    Column("name", String(200), nullable=False),
    Column("day", String(10), nullable=False),
    Column("value", Float, nullable=False),
    Column("amount", Float),
)
"""They go with the person they are of."""
