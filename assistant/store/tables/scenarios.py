"""Scenarios that are made in the browser."""

from sqlalchemy import (
    Column,
    ForeignKey,
    Integer,
    String,
    Table,
    Text,
)

from assistant.domain.draft import Change, Tree
from assistant.store.columns import Json, UtcTime
from assistant.store.tables.base import metadata

scenario_drafts = Table(
    "scenario_drafts",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("base", Json(Tree), nullable=False),
    Column("scenario", String(200)),
    Column("over", Integer, nullable=False),
    Column("by", String(200), nullable=False),
    Column("at", UtcTime, nullable=False),
    Column("closed", String(10)),
    Column("closed_at", UtcTime),
)

scenario_edits = Table(
    "scenario_edits",
    metadata,
    Column("draft", ForeignKey("scenario_drafts.id"), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("changes", Json(tuple[Change, ...]), nullable=False),
    Column("by", String(200), nullable=False),
    Column("at", UtcTime, nullable=False),
    Column("undoes", Integer),
)

scenario_proposals = Table(
    "scenario_proposals",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", String(64), nullable=False, unique=True),
    Column("draft", ForeignKey("scenario_drafts.id"), nullable=False, index=True),
    Column("changes", Json(tuple[Change, ...]), nullable=False),
    Column("language", String(2), nullable=False),
    Column("made_by", String(200), nullable=False),
    Column("prompt", String(100), nullable=False),
    Column("dropped", Integer, nullable=False),
    Column("by", String(200), nullable=False),
    Column("at", UtcTime, nullable=False),
    Column("decided", Json(tuple[int, ...]), nullable=False),
)

scenario_versions = Table(
    "scenario_versions",
    metadata,
    Column("scenario", String(200), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("tree", Json(Tree)),
    Column("digest", String(64), nullable=False),
    Column("by", String(200), nullable=False),
    Column("at", UtcTime, nullable=False),
    Column("note", Text, nullable=False),
)
