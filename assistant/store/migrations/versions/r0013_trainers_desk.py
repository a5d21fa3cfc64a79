"""Trainers' reviews with blind scores, overrides and an end, one a trainer; comments pinned to words; role-plays submitted to trainers.

A role-play that was marked as read keeps the mark as a finished review without scores; whoever commented without the mark has finished with the
last comment, as reps have read those since they were written.
"""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"


def upgrade() -> None:
    connection = op.get_bind()
    marks = sa.table("reviews", sa.column("role_play"), sa.column("reviewed_by"), sa.column("reviewed_at", sa.DateTime))
    said = sa.table("comments", sa.column("role_play"), sa.column("by"), sa.column("at", sa.DateTime))
    last = sa.select(said.c.role_play, said.c.by, sa.func.max(said.c.at)).group_by(said.c.role_play, said.c.by)
    read = {(role_play, by): at for role_play, by, at in (*connection.execute(last), *connection.execute(sa.select(marks)))}
    op.drop_table("reviews")
    made = op.create_table(
        "reviews",
        sa.Column("role_play", sa.String(64), sa.ForeignKey("role_plays.id"), primary_key=True),
        sa.Column("by", sa.String(200), primary_key=True),
        sa.Column("began_at", sa.DateTime, nullable=False),
        sa.Column("reason", sa.String(12), nullable=False),
        sa.Column("scores", sa.Text, nullable=False),
        sa.Column("items", sa.Text, nullable=False),
        sa.Column("blind_at", sa.DateTime),
        sa.Column("overrides", sa.Text, nullable=False),
        sa.Column("boxes", sa.Text, nullable=False),
        sa.Column("follow_up", sa.Text, nullable=False),
        sa.Column("closed", sa.String(10)),
        sa.Column("closed_at", sa.DateTime),
        sa.Column("answer", sa.Text, nullable=False),
        sa.Column("answered_at", sa.DateTime),
    )
    op.create_index("ix_reviews_blind_at", "reviews", ["blind_at"])
    before = {"reason": "read", "scores": "{}", "items": "{}", "overrides": "{}", "boxes": "{}", "follow_up": "", "closed": "done", "answer": ""}
    for (role_play, by), at in read.items():
        connection.execute(sa.insert(made).values(role_play=role_play, by=by, began_at=at, closed_at=at, answered_at=at, **before))
    op.create_table(
        "submissions",
        sa.Column("role_play", sa.String(64), sa.ForeignKey("role_plays.id"), primary_key=True),
        sa.Column("at", sa.DateTime, nullable=False),
        sa.Column("question", sa.Text, nullable=False),
    )
    op.add_column("comments", sa.Column("quote", sa.Text, nullable=False, server_default=""))
