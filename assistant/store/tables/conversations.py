"""Conversations with real buyers."""

from sqlalchemy import (
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    UniqueConstraint,
)

from assistant.domain.conversation import Dialogue, Part, Personal
from assistant.domain.scorecard import Scorecard
from assistant.domain.words import Text as Words
from assistant.store.columns import Json, UtcTime
from assistant.store.tables.base import metadata

conversation_files = Table(
    "conversation_files",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("owner", String(200), nullable=False, index=True),
    Column("name", String(400), nullable=False),
    Column("digest", String(64), nullable=False),
    Column("at", UtcTime, nullable=False),
    Column("read", Integer, nullable=False),
    Column("whole", Boolean, nullable=False),
    Column("hidden", Json(dict[Personal, int]), nullable=False),
    Column("bad", Json(tuple[tuple[int, Words], ...]), nullable=False),
    Column("bad_count", Integer, nullable=False),
    UniqueConstraint("owner", "digest", name="one_file_per_content"),
)

conversations = Table(
    "conversations",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("id", String(64), nullable=False, unique=True),
    Column("owner", String(200), nullable=False),
    Column("file", ForeignKey("conversation_files.id"), nullable=False, index=True),
    Column("number", Integer, nullable=False),
    Column("dialogue", Json(Dialogue), nullable=False),
    Column("names", Json(tuple[str, ...]), nullable=False),
    Column("parts", Json(dict[str, Part]), nullable=False),
    Column("stage", String(10), nullable=False),
    Column("card", Json(Scorecard)),
    Column("why", Json(Words)),
    Index("conversations_by_stage", "owner", "stage", "key"),
    Index("conversations_by_file", "owner", "file", "number"),
)
"""Deleted when their owner says so: nothing refers to them."""

known_speakers = Table(
    "known_speakers",
    metadata,
    Column("owner", String(200), primary_key=True),
    Column("name", String(200), primary_key=True),
    Column("part", String(5), nullable=False),
)
