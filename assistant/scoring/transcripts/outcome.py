"""What stands in the place of a conversation that cannot be used."""

from dataclasses import dataclass

from assistant.domain.words import Language
from assistant.errors import TranscriptError


@dataclass(frozen=True, slots=True)
class Unusable:
    """`line` counts from 1, in the file as given."""

    id: str | None
    line: int
    error: TranscriptError

    def json(self, language: Language) -> dict[str, object]:
        """The contract's `{"id": …, "line": 7, "error": "…"}`."""
        return {"id": self.id, "line": self.line, "error": self.error.in_(language)}
