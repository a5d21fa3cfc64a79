"""The record of what was done stays as it is and knows whose thing it was; logins through a provider; retention, deletions, learning records."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"

SQLITE = """
CREATE TRIGGER audit_is_not_{done} BEFORE {what} ON audit
BEGIN SELECT RAISE(ABORT, 'the record of what was done is only ever added to'); END
"""
POSTGRESQL = (
    """
CREATE FUNCTION audit_stays() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'the record of what was done is only ever added to'; END $$
""",
    "CREATE TRIGGER audit_is_not_changed BEFORE UPDATE OR DELETE ON audit FOR EACH ROW EXECUTE FUNCTION audit_stays()",
    "CREATE TRIGGER audit_is_not_emptied BEFORE TRUNCATE ON audit FOR EACH STATEMENT EXECUTE FUNCTION audit_stays()",
)


def upgrade() -> None:
    op.add_column("audit", sa.Column("owner", sa.String(200), nullable=False, server_default=""))
    op.create_index("audit_of_owners", "audit", ["owner", "number"])
    op.create_index("audit_by_people", "audit", ["by", "number"])
    if op.get_bind().dialect.name == "sqlite":
        for done, what in (("changed", "UPDATE"), ("deleted", "DELETE")):
            op.execute(SQLITE.format(done=done, what=what))
    else:
        for one in POSTGRESQL:
            op.execute(one)
    op.create_table(
        "identities",
        sa.Column("issuer", sa.String(300), primary_key=True),
        sa.Column("subject", sa.String(300), primary_key=True),
        sa.Column("person", sa.String(64), sa.ForeignKey("people.id"), nullable=False, index=True),
        sa.UniqueConstraint("issuer", "person", name="one_subject_per_person"),
    )
    op.create_table(
        "retentions",
        sa.Column("team", sa.String(64), primary_key=True),
        sa.Column("days", sa.Integer, nullable=False),
        sa.Column("since", sa.DateTime, nullable=False),
        sa.Column("by", sa.String(200), nullable=False),
    )
    op.create_table(
        "erasures",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("kind", sa.String(10), nullable=False),
        sa.Column("thing", sa.String(64), nullable=False),
        sa.Column("why", sa.String(10), nullable=False),
        sa.Column("by", sa.String(200), nullable=False),
        sa.Column("asked_at", sa.DateTime, nullable=False),
        sa.Column("due_at", sa.DateTime, nullable=False),
        sa.Column("closed_at", sa.DateTime, index=True),
        sa.Column("done", sa.Boolean),
    )
    op.create_table(
        "statements",
        sa.Column("id", sa.String(36), primary_key=True),
        sa.Column("role_play", sa.String(64), nullable=False, index=True),
        sa.Column("body", sa.Text),
        sa.Column("made_at", sa.DateTime, nullable=False),
        sa.Column("tries", sa.Integer, nullable=False),
        sa.Column("next_at", sa.DateTime, nullable=False),
        sa.Column("sent_at", sa.DateTime),
        sa.Column("problem", sa.String(200)),
    )
    op.create_index("statements_to_send", "statements", ["sent_at", "next_at"])
