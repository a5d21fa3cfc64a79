"""Conversations with real buyers: the files they came in, and each with its speakers, its stage and its scorecard."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    op.create_table(
        "conversation_files",
        sa.Column("id", sa.String(64), primary_key=True),
        sa.Column("owner", sa.String(200), nullable=False, index=True),
        sa.Column("name", sa.String(400), nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("at", sa.DateTime, nullable=False),
        sa.Column("read", sa.Integer, nullable=False),
        sa.Column("whole", sa.Boolean, nullable=False),
        sa.Column("hidden", sa.Text, nullable=False),
        sa.Column("bad", sa.Text, nullable=False),
        sa.Column("bad_count", sa.Integer, nullable=False),
        sa.UniqueConstraint("owner", "digest", name="one_file_per_content"),
    )
    op.create_table(
        "conversations",
        sa.Column("key", sa.Integer, primary_key=True),
        sa.Column("id", sa.String(64), nullable=False, unique=True),
        sa.Column("owner", sa.String(200), nullable=False),
        sa.Column("file", sa.String(64), sa.ForeignKey("conversation_files.id"), nullable=False, index=True),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("dialogue", sa.Text, nullable=False),
        sa.Column("names", sa.Text, nullable=False),
        sa.Column("parts", sa.Text, nullable=False),
        sa.Column("stage", sa.String(10), nullable=False),
        sa.Column("card", sa.Text),
        sa.Column("why", sa.Text),
    )
    op.create_index("conversations_by_stage", "conversations", ["owner", "stage", "key"])
    op.create_table(
        "known_speakers",
        sa.Column("owner", sa.String(200), primary_key=True),
        sa.Column("name", sa.String(200), primary_key=True),
        sa.Column("part", sa.String(5), nullable=False),
    )
