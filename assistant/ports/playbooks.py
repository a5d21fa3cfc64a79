"""Documents read, playbooks kept, passages found."""

from collections.abc import Callable, Collection, Sequence
from datetime import datetime
from pathlib import Path
from typing import Protocol

from assistant.domain.memory import Addition
from assistant.domain.playbook import Found, Hidden, Looked, Passage, PlaybookState, PlaybookVersion, Reading


class DocumentReader(Protocol):
    """A document file to what was read of it. Raises DocumentError."""

    def __call__(self, path: Path) -> Reading: ...


class Playbooks(Protocol):
    """Uploaded files, their versions and passages: the truth the index is built from."""

    def receive(self, version: PlaybookVersion, content: bytes, additions: Sequence[Addition] = ()) -> None:
        """Keeps an uploaded file before anything is read ('waiting'), and what the version holds beside it."""
        ...

    def additions(self, version_id: str) -> tuple[Addition, ...]: ...

    def content(self, version_id: str) -> bytes: ...

    def versions(self) -> tuple[PlaybookVersion, ...]:
        """Every version not removed, by name, newest version first."""
        ...

    def ever_held(self) -> bool:
        """Whether a version was ever added, a removed one included."""
        ...

    def set_state(self, version_id: str, state: PlaybookState, problem: str | None = None) -> None:
        """A version that was read stays as it is."""
        ...

    def finish(self, version_id: str, passages: Sequence[Passage], pages: int | None, hidden: Sequence[Hidden] = ()) -> None:
        """Keeps the passages and what was hidden, and turns the state to 'ready' where it is approved already, else to 'read', in one transaction.
        A version that was read stays as it is. Raises NotFound when it was removed meanwhile."""
        ...

    def approve(self, version_id: str, by: str, at: datetime) -> None:
        """It may be used: at once where it was read, else as soon as it is. A ready version stays as it is. Raises NotFound."""
        ...

    def discard(self, version_id: str) -> None:
        """Takes one version out that is not in use. A ready version stays. Raises NotFound."""
        ...

    def hidden(self, version_id: str) -> tuple[Hidden, ...]:
        """What was hidden in it, in document order."""
        ...

    def passages(self, version_ids: Sequence[str] | None = None) -> tuple[Passage, ...]:
        """Of these versions; None = of the newest ready version of every playbook. In document order."""
        ...

    def remove(self, name: str) -> tuple[str, ...]:
        """Removes every version from use; returns the passage ids. What older role-plays cited stays readable by id.
        Raises NotFound when there is none."""
        ...

    def passage(self, passage_id: str) -> Passage | None:
        """Also of a removed or older version."""
        ...


class PassageIndex(Protocol):
    """A cache over the passages in the store: rebuildable at any time, empty when it is damaged."""

    def put(self, passages: Sequence[Passage], progress: Callable[[int, int], None] | None = None) -> None:
        """Add or replace, by passage id. `progress(done, of)`."""
        ...

    def remove(self, passage_ids: Sequence[str]) -> None: ...

    def search(self, queries: Sequence[str], k: int, among: Collection[tuple[str, int]] | None = None) -> list[list[Found]]:
        """The k best passages of each query, best first, scores 0-1. `among`: only of these (playbook, version) pairs."""
        ...

    def explain(self, query: str, k: int, among: Collection[tuple[str, int]] | None = None) -> Looked:
        """A search with its reasons."""
        ...

    def ids(self) -> frozenset[str]:
        """Of every passage that a search can find."""
        ...

    @property
    def lost(self) -> bool:
        """Whether the server it is on went away; searches go on by words until it is looked through again."""
        ...

    def refresh(self) -> None:
        """Looks through a server anew: what others have put in or taken out, or what is gone. Raises ProviderError when it is away."""
        ...

    def rebuild(self, passages: Sequence[Passage], progress: Callable[[int, int], None] | None = None) -> None:
        """Throw everything away and put these."""
        ...
