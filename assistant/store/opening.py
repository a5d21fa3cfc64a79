"""Opening the store: one database, brought up to date, and the ports over it."""

from types import TracebackType
from typing import Self

from assistant.ports import (
    Accounts,
    Assignments,
    Claim,
    Conversations,
    Drafts,
    Erasures,
    Hints,
    Memory,
    Outcomes,
    Playbooks,
    Reflections,
    Retentions,
    Reviews,
    RolePlays,
    RubricVersions,
    ScenarioVersions,
    Scorecards,
    Spendings,
    Statements,
    Swaps,
)
from assistant.store.accounts import SqlAccounts
from assistant.store.assignments import SqlAssignments
from assistant.store.claims import SqlClaims
from assistant.store.conversations import SqlConversations
from assistant.store.database import BUSY_S, Database
from assistant.store.drafts import SqlDrafts
from assistant.store.erasures import SqlErasures
from assistant.store.hints import SqlHints
from assistant.store.memory import SqlMemory
from assistant.store.migrate import check, migrate
from assistant.store.outcomes import SqlOutcomes
from assistant.store.playbooks import SqlPlaybooks
from assistant.store.reflections import SqlReflections
from assistant.store.retentions import SqlRetentions
from assistant.store.reviews import SqlReviews
from assistant.store.role_plays import SqlRolePlays
from assistant.store.rubric_versions import SqlRubricVersions
from assistant.store.scenario_versions import SqlScenarioVersions
from assistant.store.scorecards import SqlScorecards
from assistant.store.spendings import SqlSpendings
from assistant.store.statements import SqlStatements
from assistant.store.swaps import SqlSwaps


class Store:
    """Safe to use from many threads. `close` gives the connections back."""

    accounts: Accounts
    role_plays: RolePlays
    hints: Hints
    scorecards: Scorecards
    spendings: Spendings
    swaps: Swaps
    reviews: Reviews
    rubric_versions: RubricVersions
    reflections: Reflections
    playbooks: Playbooks
    memory: Memory
    drafts: Drafts
    scenario_versions: ScenarioVersions
    conversations: Conversations
    assignments: Assignments
    outcomes: Outcomes
    retentions: Retentions
    erasures: Erasures
    statements: Statements
    claim: Claim
    """Over all processes that have this store open."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self.accounts = SqlAccounts(database)
        self.role_plays = SqlRolePlays(database)
        self.hints = SqlHints(database)
        self.scorecards = SqlScorecards(database)
        self.spendings = SqlSpendings(database)
        self.swaps = SqlSwaps(database)
        self.reviews = SqlReviews(database)
        self.rubric_versions = SqlRubricVersions(database)
        self.reflections = SqlReflections(database)
        self.playbooks = SqlPlaybooks(database)
        self.memory = SqlMemory(database)
        self.drafts = SqlDrafts(database)
        self.scenario_versions = SqlScenarioVersions(database)
        self.conversations = SqlConversations(database)
        self.assignments = SqlAssignments(database)
        self.outcomes = SqlOutcomes(database)
        self.retentions = SqlRetentions(database)
        self.erasures = SqlErasures(database)
        self.statements = SqlStatements(database)
        self._claims = SqlClaims(database)
        self.claim = self._claims.claim

    def check(self) -> None:
        """Raises StoreError when it is not brought up to date or cannot be written, as seen by writing."""
        check(self._database)

    def close(self) -> None:
        self._claims.close()
        self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()


def open_store(url: str, busy_s: float = BUSY_S) -> Store:
    """The store at `url` (`sqlite:////path/maju.db`, `postgresql+psycopg://…`), its tables created or migrated. `busy_s`: seconds a write waits
    for another. Raises StoreError when the database cannot be used, InputError when `url` is none."""
    database = Database(url, busy_s)
    try:
        migrate(database)
    except BaseException:
        database.close()
        raise
    return Store(database)
