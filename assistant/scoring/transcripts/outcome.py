"""What stands in the place of a conversation that cannot be used, and what is said of any form of file."""

from dataclasses import dataclass

from assistant.domain.words import Language
from assistant.errors import TranscriptError

NOTHING_SAID = TranscriptError(
    ko="turns 항목을 고쳐 주세요. 필요한 것: 글자가 있는 발화 한 개 이상.", en="turns: expected at least one turn with words in it."
)


@dataclass(frozen=True, slots=True)
class Unusable:
    """`line` counts from 1, in the file as given."""

    id: str | None
    line: int
    error: TranscriptError

    def json(self, language: Language) -> dict[str, object]:
        """The contract's `{"id": …, "line": 7, "error": "…"}`."""
        return {"id": self.id, "line": self.line, "error": self.error.in_(language)}
