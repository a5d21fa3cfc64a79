"""Scenarios of one's own: drafts with their edits, what a model proposed for them, and the versions that were published."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    _drafts()
    _versions()


def _drafts() -> None:
    op.create_table(
        "scenario_drafts",
        sa.Column("id", sa.String(64), primary_key=True),
        sa.Column("base", sa.Text, nullable=False),
        sa.Column("scenario", sa.String(200)),
        sa.Column("over", sa.Integer, nullable=False),
        sa.Column("by", sa.String(200), nullable=False),
        sa.Column("at", sa.DateTime, nullable=False),
        sa.Column("closed", sa.String(10)),
        sa.Column("closed_at", sa.DateTime),
    )
    op.create_table(
        "scenario_edits",
        sa.Column("draft", sa.String(64), sa.ForeignKey("scenario_drafts.id"), primary_key=True),
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("changes", sa.Text, nullable=False),
        sa.Column("by", sa.String(200), nullable=False),
        sa.Column("at", sa.DateTime, nullable=False),
        sa.Column("undoes", sa.Integer),
    )
    op.create_table(
        "scenario_proposals",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("id", sa.String(64), nullable=False, unique=True),
        sa.Column("draft", sa.String(64), sa.ForeignKey("scenario_drafts.id"), nullable=False, index=True),
        sa.Column("changes", sa.Text, nullable=False),
        sa.Column("language", sa.String(2), nullable=False),
        sa.Column("made_by", sa.String(200), nullable=False),
        sa.Column("prompt", sa.String(100), nullable=False),
        sa.Column("dropped", sa.Integer, nullable=False),
        sa.Column("by", sa.String(200), nullable=False),
        sa.Column("at", sa.DateTime, nullable=False),
        sa.Column("decided", sa.Text, nullable=False),
    )


def _versions() -> None:
    op.create_table(
        "scenario_versions",
        sa.Column("scenario", sa.String(200), primary_key=True),
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("tree", sa.Text),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("by", sa.String(200), nullable=False),
        sa.Column("at", sa.DateTime, nullable=False),
        sa.Column("note", sa.Text, nullable=False),
    )
