"""Every outside world behind a small protocol, by what it is about. Adapters implement these; use cases see nothing else."""

from assistant.ports.accounts import Accounts, Link, Record
from assistant.ports.assignments import Assignments
from assistant.ports.claims import Claim
from assistant.ports.conversations import Conversations
from assistant.ports.memory import Memory
from assistant.ports.models import ChatModel, Embedder, Filled, Message, Usage
from assistant.ports.outcomes import Outcomes
from assistant.ports.playbooks import DocumentReader, PassageIndex, Playbooks
from assistant.ports.practice import Hints, RolePlays, Swaps
from assistant.ports.privacy import Erasures, KeptStatement, LearningRecords, Retentions, Standing, Statements
from assistant.ports.review import Reflections, Reviews, RubricVersions, Scorecards
from assistant.ports.scenarios import Drafts, ScenarioFiles, Scenarios, ScenarioVersions
from assistant.ports.spendings import Spendings

__all__ = [
    "Accounts",
    "Assignments",
    "ChatModel",
    "Claim",
    "Conversations",
    "DocumentReader",
    "Drafts",
    "Embedder",
    "Erasures",
    "Filled",
    "Hints",
    "KeptStatement",
    "LearningRecords",
    "Link",
    "Memory",
    "Message",
    "Outcomes",
    "PassageIndex",
    "Playbooks",
    "Record",
    "Reflections",
    "Retentions",
    "Reviews",
    "RolePlays",
    "RubricVersions",
    "ScenarioFiles",
    "ScenarioVersions",
    "Scenarios",
    "Scorecards",
    "Spendings",
    "Standing",
    "Statements",
    "Swaps",
    "Usage",
]
