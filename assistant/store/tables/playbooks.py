"""Playbooks, their versions and passages, and what a team knows of them."""

from sqlalchemy import (
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    String,
    Table,
    Text,
    text,
)

from assistant.store.columns import UtcTime
from assistant.store.tables.base import metadata

playbook_versions = Table(
    "playbook_versions",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("name", String(300), nullable=False),
    Column("version", Integer, nullable=False),
    Column("file_name", String(300), nullable=False),
    Column("digest", String(128), nullable=False),
    Column("state", String(10), nullable=False),
    Column("added_at", UtcTime, nullable=False),
    Column("added_by", String(200), nullable=False),
    Column("passages", Integer, nullable=False),
    Column("pages", Integer),
    Column("problem", Text),
    Column("removed_at", UtcTime),
    Column("approved_at", UtcTime),
    Column("approved_by", String(200)),
    Column("restores", Integer),
)
Index(
    "one_version_in_use",
    playbook_versions.c.name,
    playbook_versions.c.version,
    unique=True,
    sqlite_where=text("removed_at IS NULL"),
    postgresql_where=text("removed_at IS NULL"),
)

playbook_files = Table(
    "playbook_files",
    metadata,
    Column("playbook_version", ForeignKey("playbook_versions.id"), primary_key=True),
    Column("content", LargeBinary, nullable=False),
)

playbook_hidden = Table(
    "playbook_hidden",
    metadata,
    Column("playbook_version", ForeignKey("playbook_versions.id"), primary_key=True),
    Column("place", Integer, primary_key=True, autoincrement=False),
    Column("kind", String(12), nullable=False),
    Column("text", Text, nullable=False),
    Column("section", Text, nullable=False),
    Column("page", Integer),
)

passages = Table(
    "passages",
    metadata,
    Column("playbook_version", ForeignKey("playbook_versions.id"), primary_key=True),
    Column("place", Integer, primary_key=True, autoincrement=False),
    Column("id", String(100), nullable=False, index=True),
    Column("playbook", String(300), nullable=False),
    Column("version", Integer, nullable=False),
    Column("section", Text, nullable=False),
    Column("page", Integer),
    Column("text", Text, nullable=False),
)

playbook_additions = Table(
    "playbook_additions",
    metadata,
    Column("playbook_version", ForeignKey("playbook_versions.id"), primary_key=True),
    Column("place", Integer, primary_key=True, autoincrement=False),
    Column("heading", Text, nullable=False),
    Column("text", Text, nullable=False),
)

passage_marks = Table(
    "passage_marks",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", String(64), nullable=False, unique=True),
    Column("playbook", String(300), nullable=False),
    Column("kind", String(20), nullable=False),
    Column("words", Text, nullable=False),
    Column("by", String(200), nullable=False),
    Column("at", UtcTime, nullable=False),
    Column("ended_at", UtcTime),
    Column("ended_by", String(200)),
)

settled_pairs = Table(
    "settled_pairs",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("key", String(64), nullable=False),
    Column("how", String(20), nullable=False),
    Column("by", String(200), nullable=False),
    Column("at", UtcTime, nullable=False),
)

passage_uses = Table(
    "passage_uses",
    metadata,
    Column("passage", String(100), primary_key=True),
    Column("use", String(10), primary_key=True),
    Column("role_play", ForeignKey("role_plays.id"), primary_key=True, index=True),
    Column("at", UtcTime, nullable=False),
)

passage_proposals = Table(
    "passage_proposals",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", String(64), nullable=False, unique=True),
    Column("role_play", ForeignKey("role_plays.id"), nullable=False, index=True),
    Column("turn", Integer, nullable=False),
    Column("playbook", String(300), nullable=False),
    Column("heading", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("by", String(200), nullable=False),
    Column("at", UtcTime, nullable=False),
    Column("accepted", Boolean),
    Column("decided_by", String(200)),
    Column("decided_at", UtcTime),
    Column("version", String(64)),
)
