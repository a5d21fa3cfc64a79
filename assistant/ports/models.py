"""What speaks and what makes vectors: a model behind any endpoint."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, Protocol


@dataclass(frozen=True, slots=True)
class Message:
    """One message to a chat model. The roles are the provider's: there the model is the 'assistant', so the buyer; the rep is its 'user'."""

    role: Literal["system", "user", "assistant"]
    text: str


@dataclass(frozen=True, slots=True)
class Usage:
    """Tokens of one call. `estimated`: counted from the characters, because the endpoint did not say."""

    tokens_in: int
    tokens_out: int
    estimated: bool


@dataclass(frozen=True, slots=True)
class Filled:
    """A form as a model filled it, and what that took, the ways of asking that were tried in vain included."""

    values: dict[str, Any]
    usage: Usage


class ChatModel(Protocol):
    """A chat model behind any endpoint. Both methods raise ProviderError and nothing else of the provider's."""

    @property
    def name(self) -> str: ...

    def stream(self, messages: Sequence[Message]) -> Iterator[str]:
        """Pieces of one reply as they arrive, one call. Raises ProviderError also when the stream ends unfinished, late or refused."""
        ...

    def fill(self, messages: Sequence[Message], form: Mapping[str, Any]) -> Filled:
        """A reply as a JSON object after the JSON schema `form`; what the schema cannot say is the caller's to check."""
        ...

    def answers(self) -> str | None:
        """None when the endpoint answers a tiny request, else the fault id (for `maju doctor`)."""
        ...


class Embedder(Protocol):
    """Texts to vectors of `dimension` floats, unit length."""

    @property
    def name(self) -> str: ...

    @property
    def dimension(self) -> int: ...

    def vectors(self, texts: Sequence[str]) -> list[list[float]]: ...
