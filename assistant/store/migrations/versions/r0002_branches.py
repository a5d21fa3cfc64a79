"""Role-plays that branch off another: which one, and from which turn on."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.add_column("role_plays", sa.Column("branch_of", sa.String(64)))
    op.add_column("role_plays", sa.Column("branch_turn", sa.Integer))
