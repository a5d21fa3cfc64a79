"""The tables as they are now; `migrations/` says how they came to be, and a test holds the two together.

Nothing that a role-play has used is ever deleted: removed playbooks keep their passages, and scenarios are kept by content.
"""

from assistant.store.tables.base import metadata
from assistant.store.tables.conversations import conversation_files, conversations, known_speakers
from assistant.store.tables.keeping import claims, erasures, retentions, statements
from assistant.store.tables.managing import assignments, outcome_files, outcomes
from assistant.store.tables.people import audit, identities, links, login_failures, logins, memberships, people, teams
from assistant.store.tables.playbooks import (
    passage_marks,
    passage_proposals,
    passage_uses,
    passages,
    playbook_additions,
    playbook_files,
    playbook_hidden,
    playbook_versions,
    settled_pairs,
)
from assistant.store.tables.practice import (
    hints,
    owed_judgings,
    reflections,
    role_plays,
    scenario_copies,
    scorecards,
    shares,
    spendings,
    swap_turns,
    swaps,
    turns,
)
from assistant.store.tables.reviewing import comments, reviews, rubric_versions, submissions
from assistant.store.tables.scenarios import scenario_drafts, scenario_edits, scenario_proposals, scenario_versions

__all__ = [
    "assignments",
    "audit",
    "claims",
    "comments",
    "conversation_files",
    "conversations",
    "erasures",
    "hints",
    "identities",
    "known_speakers",
    "links",
    "login_failures",
    "logins",
    "memberships",
    "metadata",
    "outcome_files",
    "outcomes",
    "owed_judgings",
    "passage_marks",
    "passage_proposals",
    "passage_uses",
    "passages",
    "people",
    "playbook_additions",
    "playbook_files",
    "playbook_hidden",
    "playbook_versions",
    "reflections",
    "retentions",
    "reviews",
    "role_plays",
    "rubric_versions",
    "scenario_copies",
    "scenario_drafts",
    "scenario_edits",
    "scenario_proposals",
    "scenario_versions",
    "scorecards",
    "settled_pairs",
    "shares",
    "spendings",
    "statements",
    "submissions",
    "swap_turns",
    "swaps",
    "teams",
    "turns",
]
