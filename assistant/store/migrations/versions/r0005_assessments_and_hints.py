"""Assessments: a role-play's mode and limits. And the hints that were given in one."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    op.add_column("role_plays", sa.Column("mode", sa.String(12), nullable=False, server_default="practice"))
    op.add_column("role_plays", sa.Column("time_limit_s", sa.Integer))
    op.add_column("role_plays", sa.Column("attempt", sa.Integer))
    op.add_column("role_plays", sa.Column("attempts", sa.Integer))
    op.create_table(
        "hints",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("role_play", sa.String(64), sa.ForeignKey("role_plays.id"), nullable=False, index=True),
        sa.Column("turn", sa.Integer, nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("at", sa.DateTime, nullable=False),
        sa.Column("about", sa.String(40)),
        sa.Column("cited", sa.Text),
        sa.Column("passage", sa.Text, nullable=False),
    )
