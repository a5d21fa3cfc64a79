"""Settings of a role-play: with a gatekeeper, with several people at the table, as a later call; and who speaks in a turn."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.add_column("role_plays", sa.Column("setting", sa.String(20), nullable=False, server_default="alone"))
    op.add_column("role_plays", sa.Column("follows", sa.String(64)))
    op.add_column("role_plays", sa.Column("days_later", sa.Integer))
    op.add_column("turns", sa.Column("person", sa.String(64)))
