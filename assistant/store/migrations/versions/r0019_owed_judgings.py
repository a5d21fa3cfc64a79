"""A model's part of a scorecard that failed is asked for again, whoever has what page open; so is that of scorecards that are there."""

import json
from datetime import UTC, datetime

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"

LASTING = {"auth", "not_found", "rejected", "html", "refused", "content_filter"}
"""Faults that asking again did not change, then."""


def upgrade() -> None:
    op.create_table(
        "owed_judgings",
        sa.Column("role_play", sa.String(64), sa.ForeignKey("role_plays.id"), primary_key=True),
        sa.Column("tries", sa.Integer, nullable=False),
        sa.Column("due_at", sa.DateTime, nullable=False, index=True),
    )
    cards = sa.table("scorecards", *map(sa.column, ("id", "role_play", "body")))
    owed = sa.table("owed_judgings", *map(sa.column, ("role_play", "tries", "due_at")))
    newest = sa.select(sa.func.max(cards.c.id)).group_by(cards.c.role_play)
    failed = sa.select(cards.c.role_play, cards.c.body).where(cards.c.id.in_(newest), cards.c.body.like('%"judge_failed":"%'))
    at = datetime.now(UTC).replace(tzinfo=None)
    for role_play, body in op.get_bind().execute(failed).all():
        if json.loads(body)["made_by"].get("judge_failed") not in {None, *LASTING}:
            op.execute(sa.insert(owed).values(role_play=role_play, tries=0, due_at=at))
