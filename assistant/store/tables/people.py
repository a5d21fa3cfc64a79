"""Accounts, teams, logins, and the record of who did what."""

from sqlalchemy import (
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from assistant.domain.people import Role
from assistant.store.columns import Json, UtcTime
from assistant.store.tables.base import metadata

people = Table(
    "people",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("login", String(210), nullable=False, unique=True),
    Column("name", String(200), nullable=False),
    Column("roles", Json(frozenset[Role]), nullable=False),
    Column("made_at", UtcTime, nullable=False),
    Column("active", Boolean, nullable=False),
    Column("password", Text),
)

teams = Table("teams", metadata, Column("id", String(64), primary_key=True), Column("name", String(200), nullable=False, unique=True))

memberships = Table(
    "memberships",
    metadata,
    Column("person", ForeignKey("people.id"), primary_key=True),
    Column("team", ForeignKey("teams.id"), primary_key=True),
)

identities = Table(
    "identities",
    metadata,
    Column("issuer", String(300), primary_key=True),
    Column("subject", String(300), primary_key=True),
    Column("person", ForeignKey("people.id"), nullable=False, index=True),
    UniqueConstraint("issuer", "person", name="one_subject_per_person"),
)

links = Table(
    "links",
    metadata,
    Column("digest", String(64), primary_key=True),
    Column("person", ForeignKey("people.id"), nullable=False, index=True),
    Column("until", UtcTime, nullable=False),
)

logins = Table(
    "logins",
    metadata,
    Column("digest", String(64), primary_key=True),
    Column("person", ForeignKey("people.id"), nullable=False, index=True),
    Column("began_at", UtcTime, nullable=False),
    Column("seen_at", UtcTime, nullable=False),
    Column("ended_at", UtcTime),
)

login_failures = Table(
    "login_failures",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("login", String(210), nullable=False, index=True),
    Column("address", String(100), nullable=False, index=True),
    Column("at", UtcTime, nullable=False),
)

audit = Table(
    "audit",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("at", UtcTime, nullable=False),
    Column("by", String(200), nullable=False),
    Column("action", String(40), nullable=False),
    Column("thing", String(200), nullable=False),
    Column("detail", String(200), nullable=False),
    Column("owner", String(200), nullable=False, server_default=""),
    Index("audit_of_owners", "owner", "number"),
    Index("audit_by_people", "by", "number"),
)
"""Triggers refuse every change and every deletion."""
