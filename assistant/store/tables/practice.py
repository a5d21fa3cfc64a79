"""Role-plays and everything that hangs on one."""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Integer,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from assistant.domain.good_rep import GoodLine
from assistant.domain.reflection import Question
from assistant.domain.roleplay import BuyerRecord, Cited
from assistant.domain.scenario import Scenario
from assistant.domain.scorecard import Scorecard
from assistant.domain.transcript import Typing
from assistant.domain.words import Dimension
from assistant.store.columns import Json, UtcTime
from assistant.store.tables.base import metadata

scenario_copies = Table(
    "scenario_copies",
    metadata,
    Column("digest", String(64), primary_key=True),
    Column("body", Json(Scenario), nullable=False),
)

role_plays = Table(
    "role_plays",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("rep", String(200), nullable=False, index=True),
    Column("scenario", String(200), nullable=False),
    Column("scenario_version", String(64), nullable=False),
    Column("scenario_copy", ForeignKey("scenario_copies.digest"), nullable=False),
    Column("language", String(2), nullable=False),
    Column("level", Integer, nullable=False),
    Column("seed", BigInteger, nullable=False),
    Column("began_at", UtcTime, nullable=False),
    Column("playbooks", Json(tuple[str, ...]), nullable=False),
    Column("ended_by", String(10)),
    Column("outcome", String(20)),
    Column("ended_why", Text),
    Column("ended_at", UtcTime),
    Column("fault", String(40)),
    Column("branch_of", String(64)),
    Column("branch_turn", Integer),
    Column("mode", String(12), nullable=False, server_default="practice"),
    Column("time_limit_s", Integer),
    Column("attempt", Integer),
    Column("attempts", Integer),
    Column("setting", String(20), nullable=False, server_default="alone"),
    Column("follows", String(64)),
    Column("days_later", Integer),
    Column("branch_turns", Integer),
    Column("branch_measure", String(40)),
    Column("voice", String(10), nullable=False, server_default="model"),
    Column("assignment", String(64), index=True),
    Column("share_at_end", Json(frozenset[str])),
)

turns = Table(
    "turns",
    metadata,
    Column("role_play", ForeignKey("role_plays.id"), primary_key=True),
    Column("turn_index", Integer, primary_key=True, autoincrement=False),
    Column("speaker", String(5), nullable=False),
    Column("text", Text, nullable=False),
    Column("sent_at", UtcTime, nullable=False),
    Column("client_id", String(100)),
    Column("typing", Json(Typing)),
    Column("record", Json(BuyerRecord)),
    Column("person", String(64)),
    UniqueConstraint("role_play", "client_id", name="one_turn_per_client_id"),
)

hints = Table(
    "hints",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("role_play", ForeignKey("role_plays.id"), nullable=False, index=True),
    Column("turn", Integer, nullable=False),
    Column("kind", String(20), nullable=False),
    Column("at", UtcTime, nullable=False),
    Column("about", String(40)),
    Column("cited", Json(Cited)),
    Column("passage", Text, nullable=False),
)

swaps = Table("swaps", metadata, Column("role_play", ForeignKey("role_plays.id"), primary_key=True))
"""Role-plays in which a good rep plays and the person watches; they are in nobody's history."""

swap_turns = Table(
    "swap_turns",
    metadata,
    Column("role_play", ForeignKey("swaps.role_play"), primary_key=True),
    Column("turn_index", Integer, primary_key=True, autoincrement=False),
    Column("own", Text, nullable=False),
    Column("good", Json(GoodLine), nullable=False),
)

scorecards = Table(
    "scorecards",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("role_play", ForeignKey("role_plays.id"), nullable=False, index=True),
    Column("at", UtcTime, nullable=False),
    Column("body", Json(Scorecard), nullable=False),
)

owed_judgings = Table(
    "owed_judgings",
    metadata,
    Column("role_play", ForeignKey("role_plays.id"), primary_key=True),
    Column("tries", Integer, nullable=False),
    Column("due_at", UtcTime, nullable=False, index=True),
)
"""Role-plays whose newest scorecard lacks a model's part that may still come."""

reflections = Table(
    "reflections",
    metadata,
    Column("role_play", ForeignKey("role_plays.id"), primary_key=True),
    Column("began_at", UtcTime, nullable=False),
    Column("answers", Json(dict[Question, str]), nullable=False),
    Column("guess", Json(dict[Dimension, int]), nullable=False),
    Column("closed", String(10)),
    Column("closed_at", UtcTime),
)

shares = Table(
    "shares",
    metadata,
    Column("role_play", ForeignKey("role_plays.id"), primary_key=True),
    Column("team", ForeignKey("teams.id"), primary_key=True, index=True),
    Column("at", UtcTime, nullable=False),
)

spendings = Table(
    "spendings",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("at", UtcTime, nullable=False, index=True),
    Column("rep", String(200), nullable=False),
    Column("role_play", String(64), index=True),
    Column("purpose", String(10), nullable=False),
    Column("model", String(200), nullable=False),
    Column("tokens_in", Integer, nullable=False),
    Column("tokens_out", Integer, nullable=False),
    Column("estimated", Boolean, nullable=False),
    Column("cost", Float),
)
"""A bill: what was spent stays spent when a role-play is deleted, so it names one only by an id."""
