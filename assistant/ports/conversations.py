"""Real conversations from outside."""

from collections.abc import Mapping, Sequence
from typing import Protocol

from assistant.domain.conversation import Conversation, ConversationFile, Part, Stage
from assistant.domain.scorecard import Scorecard
from assistant.domain.words import Text


class Conversations(Protocol):
    """Conversations with real buyers. Every method is one transaction, durable when it returns."""

    def begin(self, file: ConversationFile) -> ConversationFile:
        """The file, or the one of the same owner and content that is already there."""
        ...

    def add(self, file: ConversationFile, conversations: Sequence[Conversation]) -> None:
        """Appends them and keeps how far the file is. Raises NotFound when the file was deleted meanwhile."""
        ...

    def files(self, owner: str) -> tuple[ConversationFile, ...]:
        """Newest first."""
        ...

    def counts(self, owner: str) -> Mapping[tuple[str, Stage], int]:
        """(file id, stage) -> how many."""
        ...

    def get(self, conversation_id: str) -> Conversation:
        """Raises NotFound."""
        ...

    def page(self, owner: str, stages: Sequence[Stage], start: int, most: int) -> tuple[Conversation, ...]:
        """Of the files newest first, within a file in its order."""
        ...

    def unmapped_names(self, owner: str) -> tuple[tuple[tuple[str, ...], int, str], ...]:
        """The groups of speakers that nobody has mapped: (names, in how many conversations, the id of one of them), most first."""
        ...

    def map(self, owner: str, names: tuple[str, ...], parts: Mapping[str, Part]) -> int:
        """Of every unmapped conversation of exactly these speakers; they wait for their score then. Remembers the parts by name. How many there
        were."""
        ...

    def remap(self, conversation_id: str, parts: Mapping[str, Part]) -> None:
        """Of one conversation, whatever its stage; its scorecard goes, it waits for a new one. Raises NotFound."""
        ...

    def known(self, owner: str) -> Mapping[str, Part]:
        """What speakers were in earlier conversations."""
        ...

    def next_waiting(self, after: str | None = None) -> Conversation | None:
        """Of the next owner behind `after`, in a circle, the one that waits longest and that nobody has claimed."""
        ...

    def scored(self, waited: Conversation, card: Scorecard) -> None:
        """Nothing happens when it was deleted or mapped otherwise meanwhile."""
        ...

    def failed(self, waited: Conversation, why: Text) -> None:
        """As `scored`."""
        ...

    def retry(self, conversation_id: str) -> None:
        """A failed one waits again."""
        ...

    def delete(self, conversation_id: str) -> None: ...

    def delete_file(self, file_id: str) -> None:
        """With all its conversations."""
        ...
