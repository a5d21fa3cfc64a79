"""How long things are kept, what is deleted, what is told elsewhere, and who works on what."""

from sqlalchemy import (
    Boolean,
    Column,
    Index,
    Integer,
    String,
    Table,
    Text,
)

from assistant.store.columns import UtcTime
from assistant.store.tables.base import metadata

claims = Table(
    "claims",
    metadata,
    Column("job", String(100), primary_key=True),
    Column("holder", String(64), nullable=False),
    Column("until", UtcTime, nullable=False),
)
"""`holder`: a process, by an id it gave itself."""

retentions = Table(
    "retentions",
    metadata,
    Column("team", String(64), primary_key=True),
    Column("days", Integer, nullable=False),
    Column("since", UtcTime, nullable=False),
    Column("by", String(200), nullable=False),
)

erasures = Table(
    "erasures",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("kind", String(10), nullable=False),
    Column("thing", String(64), nullable=False),
    Column("why", String(10), nullable=False),
    Column("by", String(200), nullable=False),
    Column("asked_at", UtcTime, nullable=False),
    Column("due_at", UtcTime, nullable=False),
    Column("closed_at", UtcTime, index=True),
    Column("done", Boolean),
)
"""Deletions: asked for (`closed_at` NULL), done, or taken back (`done` false)."""

statements = Table(
    "statements",
    metadata,
    Column("id", String(36), primary_key=True),
    Column("role_play", String(64), nullable=False, index=True),
    Column("body", Text),
    Column("made_at", UtcTime, nullable=False),
    Column("tries", Integer, nullable=False),
    Column("next_at", UtcTime, nullable=False),
    Column("sent_at", UtcTime),
    Column("problem", String(200)),
    Index("statements_to_send", "sent_at", "next_at"),
)
"""What a learning record store is told, until it has it; afterwards only the id is kept, so that it can be declared void. `role_play` is empty for
what declares another one void, and no foreign key: a statement is taken back after its role-play is gone."""
