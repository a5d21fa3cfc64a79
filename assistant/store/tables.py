"""The tables as they are now; `migrations/` says how they came to be, and a test holds the two together.

Nothing that a role-play has used is ever deleted: removed playbooks keep their passages, and scenarios are kept by content.
"""

from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from assistant.domain.assignment import PassRule
from assistant.domain.conversation import Dialogue, Part, Personal
from assistant.domain.draft import Change, Tree
from assistant.domain.good_rep import GoodLine
from assistant.domain.people import Role
from assistant.domain.reflection import Question
from assistant.domain.review import Override
from assistant.domain.roleplay import BuyerRecord, Cited
from assistant.domain.scenario import Scenario
from assistant.domain.scorecard import Scorecard
from assistant.domain.transcript import Typing
from assistant.domain.words import Dimension
from assistant.domain.words import Text as Words
from assistant.store.columns import Json, UtcTime

metadata = MetaData()

claims = Table(
    "claims",
    metadata,
    Column("job", String(100), primary_key=True),
    Column("holder", String(64), nullable=False),
    Column("until", UtcTime, nullable=False),
)
"""`holder`: a process, by an id it gave itself."""

scenario_copies = Table(
    "scenario_copies",
    metadata,
    Column("digest", String(64), primary_key=True),
    Column("body", Json(Scenario), nullable=False),
)

role_plays = Table(
    "role_plays",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("rep", String(200), nullable=False, index=True),
    Column("scenario", String(200), nullable=False),
    Column("scenario_version", String(64), nullable=False),
    Column("scenario_copy", ForeignKey("scenario_copies.digest"), nullable=False),
    Column("language", String(2), nullable=False),
    Column("level", Integer, nullable=False),
    Column("seed", BigInteger, nullable=False),
    Column("began_at", UtcTime, nullable=False),
    Column("playbooks", Json(tuple[str, ...]), nullable=False),
    Column("ended_by", String(10)),
    Column("outcome", String(20)),
    Column("ended_why", Text),
    Column("ended_at", UtcTime),
    Column("fault", String(40)),
    Column("branch_of", String(64)),
    Column("branch_turn", Integer),
    Column("mode", String(12), nullable=False, server_default="practice"),
    Column("time_limit_s", Integer),
    Column("attempt", Integer),
    Column("attempts", Integer),
    Column("setting", String(20), nullable=False, server_default="alone"),
    Column("follows", String(64)),
    Column("days_later", Integer),
    Column("branch_turns", Integer),
    Column("branch_measure", String(40)),
    Column("voice", String(10), nullable=False, server_default="model"),
    Column("assignment", String(64), index=True),
    Column("share_at_end", Json(frozenset[str])),
)

turns = Table(
    "turns",
    metadata,
    Column("role_play", ForeignKey("role_plays.id"), primary_key=True),
    Column("turn_index", Integer, primary_key=True, autoincrement=False),
    Column("speaker", String(5), nullable=False),
    Column("text", Text, nullable=False),
    Column("sent_at", UtcTime, nullable=False),
    Column("client_id", String(100)),
    Column("typing", Json(Typing)),
    Column("record", Json(BuyerRecord)),
    Column("person", String(64)),
    UniqueConstraint("role_play", "client_id", name="one_turn_per_client_id"),
)

hints = Table(
    "hints",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("role_play", ForeignKey("role_plays.id"), nullable=False, index=True),
    Column("turn", Integer, nullable=False),
    Column("kind", String(20), nullable=False),
    Column("at", UtcTime, nullable=False),
    Column("about", String(40)),
    Column("cited", Json(Cited)),
    Column("passage", Text, nullable=False),
)

swaps = Table("swaps", metadata, Column("role_play", ForeignKey("role_plays.id"), primary_key=True))
"""Role-plays in which a good rep plays and the person watches; they are in nobody's history."""

swap_turns = Table(
    "swap_turns",
    metadata,
    Column("role_play", ForeignKey("swaps.role_play"), primary_key=True),
    Column("turn_index", Integer, primary_key=True, autoincrement=False),
    Column("own", Text, nullable=False),
    Column("good", Json(GoodLine), nullable=False),
)

scorecards = Table(
    "scorecards",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("role_play", ForeignKey("role_plays.id"), nullable=False, index=True),
    Column("at", UtcTime, nullable=False),
    Column("body", Json(Scorecard), nullable=False),
)

reflections = Table(
    "reflections",
    metadata,
    Column("role_play", ForeignKey("role_plays.id"), primary_key=True),
    Column("began_at", UtcTime, nullable=False),
    Column("answers", Json(dict[Question, str]), nullable=False),
    Column("guess", Json(dict[Dimension, int]), nullable=False),
    Column("closed", String(10)),
    Column("closed_at", UtcTime),
)

conversation_files = Table(
    "conversation_files",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("owner", String(200), nullable=False, index=True),
    Column("name", String(400), nullable=False),
    Column("digest", String(64), nullable=False),
    Column("at", UtcTime, nullable=False),
    Column("read", Integer, nullable=False),
    Column("whole", Boolean, nullable=False),
    Column("hidden", Json(dict[Personal, int]), nullable=False),
    Column("bad", Json(tuple[tuple[int, Words], ...]), nullable=False),
    Column("bad_count", Integer, nullable=False),
    UniqueConstraint("owner", "digest", name="one_file_per_content"),
)

conversations = Table(
    "conversations",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("id", String(64), nullable=False, unique=True),
    Column("owner", String(200), nullable=False),
    Column("file", ForeignKey("conversation_files.id"), nullable=False, index=True),
    Column("number", Integer, nullable=False),
    Column("dialogue", Json(Dialogue), nullable=False),
    Column("names", Json(tuple[str, ...]), nullable=False),
    Column("parts", Json(dict[str, Part]), nullable=False),
    Column("stage", String(10), nullable=False),
    Column("card", Json(Scorecard)),
    Column("why", Json(Words)),
    Index("conversations_by_stage", "owner", "stage", "key"),
    Index("conversations_by_file", "owner", "file", "number"),
)
"""Deleted when their owner says so: nothing refers to them."""

known_speakers = Table(
    "known_speakers",
    metadata,
    Column("owner", String(200), primary_key=True),
    Column("name", String(200), primary_key=True),
    Column("part", String(5), nullable=False),
)

comments = Table(
    "comments",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", String(64), nullable=False, unique=True),
    Column("role_play", ForeignKey("role_plays.id"), nullable=False, index=True),
    Column("turn_index", Integer, nullable=False),
    Column("by", String(200), nullable=False),
    Column("text", Text, nullable=False),
    Column("at", UtcTime, nullable=False),
    Column("quote", Text, nullable=False, server_default=""),
)

reviews = Table(
    "reviews",
    metadata,
    Column("role_play", ForeignKey("role_plays.id"), primary_key=True),
    Column("by", String(200), primary_key=True),
    Column("began_at", UtcTime, nullable=False),
    Column("reason", String(12), nullable=False),
    Column("scores", Json(dict[Dimension, int]), nullable=False),
    Column("items", Json(dict[str, int | None]), nullable=False),
    Column("blind_at", UtcTime, index=True),
    Column("overrides", Json(dict[Dimension, Override]), nullable=False),
    Column("boxes", Json(dict[str, str]), nullable=False),
    Column("follow_up", Text, nullable=False),
    Column("closed", String(10)),
    Column("closed_at", UtcTime),
    Column("answer", Text, nullable=False),
    Column("answered_at", UtcTime),
)

submissions = Table(
    "submissions",
    metadata,
    Column("role_play", ForeignKey("role_plays.id"), primary_key=True),
    Column("at", UtcTime, nullable=False),
    Column("question", Text, nullable=False),
)

rubric_versions = Table(
    "rubric_versions",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("base", String(100), nullable=False),
    Column("tree", Json(dict[str, Any])),
    Column("by", String(200), nullable=False),
    Column("at", UtcTime, nullable=False),
    Column("note", String(200), nullable=False),
)

playbook_versions = Table(
    "playbook_versions",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("name", String(300), nullable=False),
    Column("version", Integer, nullable=False),
    Column("file_name", String(300), nullable=False),
    Column("digest", String(128), nullable=False),
    Column("state", String(10), nullable=False),
    Column("added_at", UtcTime, nullable=False),
    Column("added_by", String(200), nullable=False),
    Column("passages", Integer, nullable=False),
    Column("pages", Integer),
    Column("problem", Text),
    Column("removed_at", UtcTime),
    Column("approved_at", UtcTime),
    Column("approved_by", String(200)),
    Column("restores", Integer),
)
Index(
    "one_version_in_use",
    playbook_versions.c.name,
    playbook_versions.c.version,
    unique=True,
    sqlite_where=text("removed_at IS NULL"),
    postgresql_where=text("removed_at IS NULL"),
)

playbook_files = Table(
    "playbook_files",
    metadata,
    Column("playbook_version", ForeignKey("playbook_versions.id"), primary_key=True),
    Column("content", LargeBinary, nullable=False),
)

playbook_hidden = Table(
    "playbook_hidden",
    metadata,
    Column("playbook_version", ForeignKey("playbook_versions.id"), primary_key=True),
    Column("place", Integer, primary_key=True, autoincrement=False),
    Column("kind", String(12), nullable=False),
    Column("text", Text, nullable=False),
    Column("section", Text, nullable=False),
    Column("page", Integer),
)

passages = Table(
    "passages",
    metadata,
    Column("playbook_version", ForeignKey("playbook_versions.id"), primary_key=True),
    Column("place", Integer, primary_key=True, autoincrement=False),
    Column("id", String(100), nullable=False, index=True),
    Column("playbook", String(300), nullable=False),
    Column("version", Integer, nullable=False),
    Column("section", Text, nullable=False),
    Column("page", Integer),
    Column("text", Text, nullable=False),
)

scenario_drafts = Table(
    "scenario_drafts",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("base", Json(Tree), nullable=False),
    Column("scenario", String(200)),
    Column("over", Integer, nullable=False),
    Column("by", String(200), nullable=False),
    Column("at", UtcTime, nullable=False),
    Column("closed", String(10)),
    Column("closed_at", UtcTime),
)

scenario_edits = Table(
    "scenario_edits",
    metadata,
    Column("draft", ForeignKey("scenario_drafts.id"), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("changes", Json(tuple[Change, ...]), nullable=False),
    Column("by", String(200), nullable=False),
    Column("at", UtcTime, nullable=False),
    Column("undoes", Integer),
)

scenario_proposals = Table(
    "scenario_proposals",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", String(64), nullable=False, unique=True),
    Column("draft", ForeignKey("scenario_drafts.id"), nullable=False, index=True),
    Column("changes", Json(tuple[Change, ...]), nullable=False),
    Column("language", String(2), nullable=False),
    Column("made_by", String(200), nullable=False),
    Column("prompt", String(100), nullable=False),
    Column("dropped", Integer, nullable=False),
    Column("by", String(200), nullable=False),
    Column("at", UtcTime, nullable=False),
    Column("decided", Json(tuple[int, ...]), nullable=False),
)

scenario_versions = Table(
    "scenario_versions",
    metadata,
    Column("scenario", String(200), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("tree", Json(Tree)),
    Column("digest", String(64), nullable=False),
    Column("by", String(200), nullable=False),
    Column("at", UtcTime, nullable=False),
    Column("note", Text, nullable=False),
)

people = Table(
    "people",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("login", String(210), nullable=False, unique=True),
    Column("name", String(200), nullable=False),
    Column("roles", Json(frozenset[Role]), nullable=False),
    Column("made_at", UtcTime, nullable=False),
    Column("active", Boolean, nullable=False),
    Column("password", Text),
)

teams = Table("teams", metadata, Column("id", String(64), primary_key=True), Column("name", String(200), nullable=False, unique=True))

memberships = Table(
    "memberships",
    metadata,
    Column("person", ForeignKey("people.id"), primary_key=True),
    Column("team", ForeignKey("teams.id"), primary_key=True),
)

links = Table(
    "links",
    metadata,
    Column("digest", String(64), primary_key=True),
    Column("person", ForeignKey("people.id"), nullable=False, index=True),
    Column("until", UtcTime, nullable=False),
)

logins = Table(
    "logins",
    metadata,
    Column("digest", String(64), primary_key=True),
    Column("person", ForeignKey("people.id"), nullable=False, index=True),
    Column("began_at", UtcTime, nullable=False),
    Column("seen_at", UtcTime, nullable=False),
    Column("ended_at", UtcTime),
)

login_failures = Table(
    "login_failures",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("login", String(210), nullable=False, index=True),
    Column("address", String(100), nullable=False, index=True),
    Column("at", UtcTime, nullable=False),
)

audit = Table(
    "audit",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("at", UtcTime, nullable=False),
    Column("by", String(200), nullable=False),
    Column("action", String(40), nullable=False),
    Column("thing", String(200), nullable=False),
    Column("detail", String(200), nullable=False),
    Column("owner", String(200), nullable=False, server_default=""),
    Index("audit_of_owners", "owner", "number"),
    Index("audit_by_people", "by", "number"),
)
"""Triggers refuse every change and every deletion."""

shares = Table(
    "shares",
    metadata,
    Column("role_play", ForeignKey("role_plays.id"), primary_key=True),
    Column("team", ForeignKey("teams.id"), primary_key=True, index=True),
    Column("at", UtcTime, nullable=False),
)

assignments = Table(
    "assignments",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("team", ForeignKey("teams.id"), nullable=False, index=True),
    Column("scenario", String(200), nullable=False),
    Column("level", Integer, nullable=False),
    Column("mode", String(12), nullable=False),
    Column("starts_at", UtcTime, nullable=False),
    Column("until", UtcTime, nullable=False),
    Column("by", String(200), nullable=False),
    Column("made_at", UtcTime, nullable=False),
    Column("people", Json(frozenset[str]), nullable=False),
    Column("language", String(2)),
    Column("time_limit_s", Integer),
    Column("attempts", Integer),
    Column("rule", Json(PassRule), nullable=False),
    Column("note", Text, nullable=False),
    Column("revision", Integer, nullable=False),
    Column("ended_at", UtcTime),
)

identities = Table(
    "identities",
    metadata,
    Column("issuer", String(300), primary_key=True),
    Column("subject", String(300), primary_key=True),
    Column("person", ForeignKey("people.id"), nullable=False, index=True),
    UniqueConstraint("issuer", "person", name="one_subject_per_person"),
)

retentions = Table(
    "retentions",
    metadata,
    Column("team", String(64), primary_key=True),
    Column("days", Integer, nullable=False),
    Column("since", UtcTime, nullable=False),
    Column("by", String(200), nullable=False),
)

erasures = Table(
    "erasures",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("kind", String(10), nullable=False),
    Column("thing", String(64), nullable=False),
    Column("why", String(10), nullable=False),
    Column("by", String(200), nullable=False),
    Column("asked_at", UtcTime, nullable=False),
    Column("due_at", UtcTime, nullable=False),
    Column("closed_at", UtcTime, index=True),
    Column("done", Boolean),
)
"""Deletions: asked for (`closed_at` NULL), done, or taken back (`done` false)."""

statements = Table(
    "statements",
    metadata,
    Column("id", String(36), primary_key=True),
    Column("role_play", String(64), nullable=False, index=True),
    Column("body", Text),
    Column("made_at", UtcTime, nullable=False),
    Column("tries", Integer, nullable=False),
    Column("next_at", UtcTime, nullable=False),
    Column("sent_at", UtcTime),
    Column("problem", String(200)),
    Index("statements_to_send", "sent_at", "next_at"),
)
"""What a learning record store is told, until it has it; afterwards only the id is kept, so that it can be declared void. `role_play` is empty for
what declares another one void, and no foreign key: a statement is taken back after its role-play is gone."""

outcome_files = Table(
    "outcome_files",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("name", String(200), nullable=False),
    Column("kind", String(10), nullable=False),
    Column("by", String(200), nullable=False),
    Column("at", UtcTime, nullable=False),
    Column("teams", Json(frozenset[str]), nullable=False),
    Column("rows", Integer, nullable=False),
)

outcomes = Table(
    "outcomes",
    metadata,
    Column("person", ForeignKey("people.id"), primary_key=True),
    Column("kind", String(10), primary_key=True),
    Column("key", String(210), primary_key=True),
    Column("file", ForeignKey("outcome_files.id"), nullable=False, index=True),
    Column("name", String(200), nullable=False),
    Column("day", String(10), nullable=False),
    Column("value", Float, nullable=False),
    Column("amount", Float),
)
"""They go with the person they are of."""

spendings = Table(
    "spendings",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("at", UtcTime, nullable=False, index=True),
    Column("rep", String(200), nullable=False),
    Column("role_play", String(64), index=True),
    Column("purpose", String(10), nullable=False),
    Column("model", String(200), nullable=False),
    Column("tokens_in", Integer, nullable=False),
    Column("tokens_out", Integer, nullable=False),
    Column("estimated", Boolean, nullable=False),
    Column("cost", Float),
)
"""A bill: what was spent stays spent when a role-play is deleted, so it names one only by an id."""

playbook_additions = Table(
    "playbook_additions",
    metadata,
    Column("playbook_version", ForeignKey("playbook_versions.id"), primary_key=True),
    Column("place", Integer, primary_key=True, autoincrement=False),
    Column("heading", Text, nullable=False),
    Column("text", Text, nullable=False),
)

passage_marks = Table(
    "passage_marks",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", String(64), nullable=False, unique=True),
    Column("playbook", String(300), nullable=False),
    Column("kind", String(20), nullable=False),
    Column("words", Text, nullable=False),
    Column("by", String(200), nullable=False),
    Column("at", UtcTime, nullable=False),
    Column("ended_at", UtcTime),
    Column("ended_by", String(200)),
)

settled_pairs = Table(
    "settled_pairs",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("key", String(64), nullable=False),
    Column("how", String(20), nullable=False),
    Column("by", String(200), nullable=False),
    Column("at", UtcTime, nullable=False),
)

passage_uses = Table(
    "passage_uses",
    metadata,
    Column("passage", String(100), primary_key=True),
    Column("use", String(10), primary_key=True),
    Column("role_play", ForeignKey("role_plays.id"), primary_key=True, index=True),
    Column("at", UtcTime, nullable=False),
)

passage_proposals = Table(
    "passage_proposals",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", String(64), nullable=False, unique=True),
    Column("role_play", ForeignKey("role_plays.id"), nullable=False, index=True),
    Column("turn", Integer, nullable=False),
    Column("playbook", String(300), nullable=False),
    Column("heading", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("by", String(200), nullable=False),
    Column("at", UtcTime, nullable=False),
    Column("accepted", Boolean),
    Column("decided_by", String(200)),
    Column("decided_at", UtcTime),
    Column("version", String(64)),
)
