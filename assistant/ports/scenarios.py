"""Scenarios to practise on: those there are, their files, drafts and published versions."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Protocol

from assistant.domain.draft import Change, Closed, Draft, Problem, Proposal, Tree, Version
from assistant.domain.scenario import Scenario
from assistant.errors import ScenarioError


class Scenarios(Protocol):
    """The deals there are to practise on."""

    def all(self) -> tuple[Scenario, ...]: ...

    def get(self, scenario_id: str) -> Scenario:
        """Raises NotFound."""
        ...


class ScenarioFiles(Protocol):
    """Scenarios as files hold them."""

    def values_of(self, name: str, raw: bytes) -> Tree:
        """What a file named `name` holds, before it is checked. Raises ScenarioError when it holds no fields at all."""
        ...

    def typed(self, tree: Tree) -> tuple[Scenario | None, list[Problem]]:
        """The scenario when every field is well typed, else what is not."""
        ...

    def checked(self, tree: Tree) -> tuple[Scenario | None, list[Problem]]:
        """The scenario when its fields are well typed, and everything that is wrong with it."""
        ...

    def told(self, name: str, found: Sequence[Problem]) -> ScenarioError:
        """One line per problem: file: field: what was expected."""
        ...

    def tree_of(self, scenario: Scenario) -> dict[str, Any]: ...

    def file_of(self, tree: Tree) -> str:
        """The text of a file that reads back as this tree."""
        ...

    def version_of(self, raw: bytes) -> str: ...


class Drafts(Protocol):
    """Scenarios in the making: every change is appended, and durable when the method returns."""

    def begin(self, draft: Draft) -> None: ...

    def get(self, draft_id: str) -> Draft:
        """Raises NotFound."""
        ...

    def revision(self, draft_id: str) -> tuple[int, Closed | None]:
        """How many edits there are, and whether it is closed. Raises NotFound."""
        ...

    def open(self) -> tuple[Draft, ...]:
        """Those still worked on, newest first."""
        ...

    def append(self, draft_id: str, seen: int, changes: Sequence[Change], by: str, at: datetime, undoes: int | None = None) -> int:
        """Appends an edit and returns its number. `seen`: the newest edit its author knew of. Raises Overtaken when one of the places was
        changed since, InputError when the draft is closed."""
        ...

    def close(self, draft_id: str, how: Closed, at: datetime) -> None:
        """Once; a closed draft stays as it is."""
        ...

    def propose(self, proposal: Proposal) -> None: ...

    def proposals(self, draft_id: str) -> tuple[Proposal, ...]:
        """Newest first."""
        ...

    def decide(self, proposal_id: str, indices: Sequence[int]) -> None:
        """These changes of a proposal are done with: taken or put away."""
        ...


class ScenarioVersions(Protocol):
    """Published versions of one's own scenarios, appended, never changed."""

    def newest(self) -> dict[str, int]:
        """scenario -> its newest version's number."""
        ...

    def get(self, scenario: str, number: int) -> Version:
        """Raises NotFound."""
        ...

    def of(self, scenario: str) -> tuple[Version, ...]:
        """Newest first."""
        ...

    def add(self, version: Version, over: int) -> None:
        """Appends; `over`: the newest version its author knew of, 0 for none. Raises Overtaken when there is a newer one."""
        ...
