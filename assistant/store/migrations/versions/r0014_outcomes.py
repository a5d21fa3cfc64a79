"""What came of selling: files of deals and figures, and their rows."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"


def upgrade() -> None:
    op.create_table(
        "outcome_files",
        sa.Column("id", sa.String(64), primary_key=True),
        sa.Column("name", sa.String(200), nullable=False),
        sa.Column("kind", sa.String(10), nullable=False),
        sa.Column("by", sa.String(200), nullable=False),
        sa.Column("at", sa.DateTime, nullable=False),
        sa.Column("teams", sa.Text, nullable=False),
        sa.Column("rows", sa.Integer, nullable=False),
    )
    op.create_table(
        "outcomes",
        sa.Column("person", sa.String(64), sa.ForeignKey("people.id"), primary_key=True),
        sa.Column("kind", sa.String(10), primary_key=True),
        sa.Column("key", sa.String(210), primary_key=True),
        sa.Column("file", sa.String(64), sa.ForeignKey("outcome_files.id"), nullable=False),
        sa.Column("name", sa.String(200), nullable=False),
        sa.Column("day", sa.String(10), nullable=False),
        sa.Column("value", sa.Float, nullable=False),
        sa.Column("amount", sa.Float),
    )
    op.create_index("ix_outcomes_file", "outcomes", ["file"])
    op.create_index("conversations_by_file", "conversations", ["owner", "file", "number"])
