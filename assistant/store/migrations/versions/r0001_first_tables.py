"""The first tables: role-plays and their turns, scorecards, reviews, playbooks."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    _role_plays()
    _readings()
    _playbooks()


def _role_plays() -> None:
    op.create_table(
        "scenario_copies",
        sa.Column("digest", sa.String(64), primary_key=True),
        sa.Column("body", sa.Text, nullable=False),
    )
    op.create_table(
        "role_plays",
        sa.Column("id", sa.String(64), primary_key=True),
        sa.Column("rep", sa.String(200), nullable=False, index=True),
        sa.Column("scenario", sa.String(200), nullable=False),
        sa.Column("scenario_version", sa.String(64), nullable=False),
        sa.Column("scenario_copy", sa.String(64), sa.ForeignKey("scenario_copies.digest"), nullable=False),
        sa.Column("language", sa.String(2), nullable=False),
        sa.Column("level", sa.Integer, nullable=False),
        sa.Column("seed", sa.BigInteger, nullable=False),
        sa.Column("began_at", sa.DateTime, nullable=False),
        sa.Column("playbooks", sa.Text, nullable=False),
        sa.Column("ended_by", sa.String(10)),
        sa.Column("outcome", sa.String(20)),
        sa.Column("ended_why", sa.Text),
        sa.Column("ended_at", sa.DateTime),
        sa.Column("fault", sa.String(40)),
    )
    op.create_table(
        "turns",
        sa.Column("role_play", sa.String(64), sa.ForeignKey("role_plays.id"), primary_key=True),
        sa.Column("turn_index", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("speaker", sa.String(5), nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("sent_at", sa.DateTime, nullable=False),
        sa.Column("client_id", sa.String(100)),
        sa.Column("typing", sa.Text),
        sa.Column("record", sa.Text),
        sa.UniqueConstraint("role_play", "client_id", name="one_turn_per_client_id"),
    )


def _readings() -> None:
    op.create_table(
        "scorecards",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("role_play", sa.String(64), sa.ForeignKey("role_plays.id"), nullable=False, index=True),
        sa.Column("at", sa.DateTime, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
    )
    op.create_table(
        "comments",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("id", sa.String(64), nullable=False, unique=True),
        sa.Column("role_play", sa.String(64), sa.ForeignKey("role_plays.id"), nullable=False, index=True),
        sa.Column("turn_index", sa.Integer, nullable=False),
        sa.Column("by", sa.String(200), nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("at", sa.DateTime, nullable=False),
    )
    op.create_table(
        "reviews",
        sa.Column("role_play", sa.String(64), sa.ForeignKey("role_plays.id"), primary_key=True),
        sa.Column("reviewed_by", sa.String(200), nullable=False),
        sa.Column("reviewed_at", sa.DateTime, nullable=False),
    )


def _playbooks() -> None:
    op.create_table(
        "playbook_versions",
        sa.Column("id", sa.String(64), primary_key=True),
        sa.Column("name", sa.String(300), nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("file_name", sa.String(300), nullable=False),
        sa.Column("digest", sa.String(128), nullable=False),
        sa.Column("state", sa.String(10), nullable=False),
        sa.Column("added_at", sa.DateTime, nullable=False),
        sa.Column("added_by", sa.String(200), nullable=False),
        sa.Column("passages", sa.Integer, nullable=False),
        sa.Column("pages", sa.Integer),
        sa.Column("problem", sa.Text),
        sa.Column("removed_at", sa.DateTime),
    )
    in_use = sa.text("removed_at IS NULL")
    op.create_index("one_version_in_use", "playbook_versions", ["name", "version"], unique=True, sqlite_where=in_use, postgresql_where=in_use)
    op.create_table(
        "playbook_files",
        sa.Column("playbook_version", sa.String(64), sa.ForeignKey("playbook_versions.id"), primary_key=True),
        sa.Column("content", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "passages",
        sa.Column("playbook_version", sa.String(64), sa.ForeignKey("playbook_versions.id"), primary_key=True),
        sa.Column("place", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("id", sa.String(100), nullable=False, index=True),
        sa.Column("playbook", sa.String(300), nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("section", sa.Text, nullable=False),
        sa.Column("page", sa.Integer),
        sa.Column("text", sa.Text, nullable=False),
    )
