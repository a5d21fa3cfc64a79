"""Practice that a manager sets; which role-plays were begun for it, and with whom they are shared when they end."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    op.create_table(
        "assignments",
        sa.Column("id", sa.String(64), primary_key=True),
        sa.Column("team", sa.String(64), sa.ForeignKey("teams.id"), nullable=False),
        sa.Column("scenario", sa.String(200), nullable=False),
        sa.Column("level", sa.Integer, nullable=False),
        sa.Column("mode", sa.String(12), nullable=False),
        sa.Column("starts_at", sa.DateTime, nullable=False),
        sa.Column("until", sa.DateTime, nullable=False),
        sa.Column("by", sa.String(200), nullable=False),
        sa.Column("made_at", sa.DateTime, nullable=False),
        sa.Column("people", sa.Text, nullable=False),
        sa.Column("language", sa.String(2)),
        sa.Column("time_limit_s", sa.Integer),
        sa.Column("attempts", sa.Integer),
        sa.Column("rule", sa.Text, nullable=False),
        sa.Column("note", sa.Text, nullable=False),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("ended_at", sa.DateTime),
    )
    op.create_index("ix_assignments_team", "assignments", ["team"])
    op.add_column("role_plays", sa.Column("assignment", sa.String(64)))
    op.add_column("role_plays", sa.Column("share_at_end", sa.Text))
    op.create_index("ix_role_plays_assignment", "role_plays", ["assignment"])
