"""What trainers do with a talk, and the rubrics that come of it."""

from typing import Any

from sqlalchemy import (
    Column,
    ForeignKey,
    Integer,
    String,
    Table,
    Text,
)

from assistant.domain.review import Override
from assistant.domain.words import Dimension
from assistant.store.columns import Json, UtcTime
from assistant.store.tables.base import metadata

comments = Table(
    "comments",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", String(64), nullable=False, unique=True),
    Column("role_play", ForeignKey("role_plays.id"), nullable=False, index=True),
    Column("turn_index", Integer, nullable=False),
    Column("by", String(200), nullable=False),
    Column("text", Text, nullable=False),
    Column("at", UtcTime, nullable=False),
    Column("quote", Text, nullable=False, server_default=""),
)

reviews = Table(
    "reviews",
    metadata,
    Column("role_play", ForeignKey("role_plays.id"), primary_key=True),
    Column("by", String(200), primary_key=True),
    Column("began_at", UtcTime, nullable=False),
    Column("reason", String(12), nullable=False),
    Column("scores", Json(dict[Dimension, int]), nullable=False),
    Column("items", Json(dict[str, int | None]), nullable=False),
    Column("blind_at", UtcTime, index=True),
    Column("overrides", Json(dict[Dimension, Override]), nullable=False),
    Column("boxes", Json(dict[str, str]), nullable=False),
    Column("follow_up", Text, nullable=False),
    Column("closed", String(10)),
    Column("closed_at", UtcTime),
    Column("answer", Text, nullable=False),
    Column("answered_at", UtcTime),
)

submissions = Table(
    "submissions",
    metadata,
    Column("role_play", ForeignKey("role_plays.id"), primary_key=True),
    Column("at", UtcTime, nullable=False),
    Column("question", Text, nullable=False),
)

rubric_versions = Table(
    "rubric_versions",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("base", String(100), nullable=False),
    Column("tree", Json(dict[str, Any])),
    Column("by", String(200), nullable=False),
    Column("at", UtcTime, nullable=False),
    Column("note", String(200), nullable=False),
)
