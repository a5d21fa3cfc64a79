"""Swapped sides: role-plays that a good rep plays, and what the person who watches would have said at each turn."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    op.create_table("swaps", sa.Column("role_play", sa.String(64), sa.ForeignKey("role_plays.id"), primary_key=True))
    op.create_table(
        "swap_turns",
        sa.Column("role_play", sa.String(64), sa.ForeignKey("swaps.role_play"), primary_key=True),
        sa.Column("turn_index", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("own", sa.Text, nullable=False),
        sa.Column("good", sa.Text, nullable=False),
    )
