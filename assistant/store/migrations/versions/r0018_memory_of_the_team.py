"""What a team adds to its playbooks: marks, settled pairs, passages out of talks; and what passages came up in, counted from what was kept so far."""

import json
from datetime import datetime

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"


def upgrade() -> None:
    op.create_table(
        "playbook_additions",
        sa.Column("playbook_version", sa.String(64), sa.ForeignKey("playbook_versions.id"), primary_key=True),
        sa.Column("place", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("heading", sa.Text, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
    )
    op.create_table(
        "passage_marks",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("id", sa.String(64), nullable=False, unique=True),
        sa.Column("playbook", sa.String(300), nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("words", sa.Text, nullable=False),
        sa.Column("by", sa.String(200), nullable=False),
        sa.Column("at", sa.DateTime, nullable=False),
        sa.Column("ended_at", sa.DateTime),
        sa.Column("ended_by", sa.String(200)),
    )
    op.create_table(
        "settled_pairs",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("key", sa.String(64), nullable=False),
        sa.Column("how", sa.String(20), nullable=False),
        sa.Column("by", sa.String(200), nullable=False),
        sa.Column("at", sa.DateTime, nullable=False),
    )
    op.create_table(
        "passage_uses",
        sa.Column("passage", sa.String(100), primary_key=True),
        sa.Column("use", sa.String(10), primary_key=True),
        sa.Column("role_play", sa.String(64), sa.ForeignKey("role_plays.id"), primary_key=True),
        sa.Column("at", sa.DateTime, nullable=False),
    )
    op.create_index("ix_passage_uses_role_play", "passage_uses", ["role_play"])
    op.create_table(
        "passage_proposals",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("id", sa.String(64), nullable=False, unique=True),
        sa.Column("role_play", sa.String(64), sa.ForeignKey("role_plays.id"), nullable=False),
        sa.Column("turn", sa.Integer, nullable=False),
        sa.Column("playbook", sa.String(300), nullable=False),
        sa.Column("heading", sa.Text, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("by", sa.String(200), nullable=False),
        sa.Column("at", sa.DateTime, nullable=False),
        sa.Column("accepted", sa.Boolean),
        sa.Column("decided_by", sa.String(200)),
        sa.Column("decided_at", sa.DateTime),
        sa.Column("version", sa.String(64)),
    )
    op.create_index("ix_passage_proposals_role_play", "passage_proposals", ["role_play"])
    _count_so_far()


def _count_so_far() -> None:
    """What buyers' turns and hints have cited is kept with them."""
    turns = sa.table("turns", sa.column("role_play"), sa.column("record"), sa.column("sent_at", sa.DateTime))
    hints = sa.table("hints", sa.column("role_play"), sa.column("cited"), sa.column("at", sa.DateTime))
    uses = sa.table("passage_uses", *(sa.column(name) for name in ("passage", "use", "role_play")), sa.column("at", sa.DateTime))
    connection, rows = op.get_bind(), dict[tuple[str, str, str], datetime]()
    for role_play, record, at in connection.execute(sa.select(turns.c.role_play, turns.c.record, turns.c.sent_at).where(turns.c.record.isnot(None))):
        for cited in json.loads(record).get("cited", ()):
            rows.setdefault((cited["passage_id"], "buyer", role_play), at)
    for role_play, cited, at in connection.execute(sa.select(hints.c.role_play, hints.c.cited, hints.c.at).where(hints.c.cited.isnot(None))):
        rows.setdefault((json.loads(cited)["passage_id"], "hint", role_play), at)
    if rows:
        op.bulk_insert(uses, [dict(zip(("passage", "use", "role_play"), key, strict=True), at=at) for key, at in rows.items()])
