"""A playbook is approved before it is used: by whom and when, what was hidden in it, and which version another one brings back.

Versions that were in use stay in use.
"""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    op.add_column("playbook_versions", sa.Column("approved_at", sa.DateTime))
    op.add_column("playbook_versions", sa.Column("approved_by", sa.String(200)))
    op.add_column("playbook_versions", sa.Column("restores", sa.Integer))
    op.create_table(
        "playbook_hidden",
        sa.Column("playbook_version", sa.String(64), sa.ForeignKey("playbook_versions.id"), primary_key=True),
        sa.Column("place", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("kind", sa.String(12), nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("section", sa.Text, nullable=False),
        sa.Column("page", sa.Integer),
    )
