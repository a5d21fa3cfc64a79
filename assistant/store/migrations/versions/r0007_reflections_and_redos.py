"""What a rep thought before the score; and branches that end after a few turns, about one measure."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    op.create_table(
        "reflections",
        sa.Column("role_play", sa.String(64), sa.ForeignKey("role_plays.id"), primary_key=True),
        sa.Column("began_at", sa.DateTime, nullable=False),
        sa.Column("answers", sa.Text, nullable=False),
        sa.Column("guess", sa.Text, nullable=False),
        sa.Column("closed", sa.String(10)),
        sa.Column("closed_at", sa.DateTime),
    )
    op.add_column("role_plays", sa.Column("branch_turns", sa.Integer))
    op.add_column("role_plays", sa.Column("branch_measure", sa.String(40)))
