"""What calls to a model took, and role-plays that go on with the embedded voice."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"


def upgrade() -> None:
    op.add_column("role_plays", sa.Column("voice", sa.String(10), nullable=False, server_default="model"))
    op.create_table(
        "spendings",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("at", sa.DateTime, nullable=False, index=True),
        sa.Column("rep", sa.String(200), nullable=False),
        sa.Column("role_play", sa.String(64), index=True),
        sa.Column("purpose", sa.String(10), nullable=False),
        sa.Column("model", sa.String(200), nullable=False),
        sa.Column("tokens_in", sa.Integer, nullable=False),
        sa.Column("tokens_out", sa.Integer, nullable=False),
        sa.Column("estimated", sa.Boolean, nullable=False),
        sa.Column("cost", sa.Float),
    )
