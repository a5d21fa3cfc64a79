"""Texts to vectors by the endpoint's /embeddings, as ports.Embedder. Not by LangChain: its embeddings download a tokenizer first."""

from collections.abc import Iterator, Sequence
from functools import cached_property
from math import sqrt

from assistant.errors import provider_error
from assistant.llm.deadlines import Deadlines, Piece, in_time
from assistant.llm.endpoint import Endpoint, HttpCall

BATCH = 64
"""Texts per request: well below every server's limit for passages of a few hundred words."""
DEADLINES = Deadlines(60.0, 60.0, 60.0)
"""For one batch."""


class LlmEmbedder:
    """Raises ProviderError. The dimension is the model's own, asked once."""

    def __init__(self, model: str, *, base_url: str | None = None, api_key: str | None = None, deadlines: Deadlines = DEADLINES) -> None:
        self._model = model
        self._deadlines = deadlines
        self._endpoint = Endpoint(base_url, api_key, deadlines.total_s)

    @property
    def name(self) -> str:
        return self._model

    @property
    def dimension(self) -> int:
        return self._dimension

    @cached_property
    def _dimension(self) -> int:
        return len(self._batch(["maju"])[0])

    def vectors(self, texts: Sequence[str]) -> list[list[float]]:
        batches = [texts[start : start + BATCH] for start in range(0, len(texts), BATCH)]
        return [vector for batch in batches for vector in self._batch(batch)]

    def close(self) -> None:
        self._endpoint.close()

    def _batch(self, texts: Sequence[str]) -> list[list[float]]:
        found: list[list[float]] = []
        client = self._endpoint.client  # loaded before any clock runs

        def request() -> Iterator[Piece]:
            answer = client.embeddings.create(
                model=self._model,
                input=[text if text.strip() else "-" for text in texts],  # an empty text is refused by most servers
                encoding_format="float",
            )
            found.extend(item.embedding for item in sorted(answer.data, key=lambda item: item.index))
            yield Piece(finish="stop")

        for _ in in_time(HttpCall(self._endpoint, request), self._deadlines):
            pass
        if len(found) != len(texts) or len({len(vector) for vector in found}) > 1 or not all(found):
            raise provider_error("bad_reply")
        return [_unit(vector) for vector in found]


def _unit(vector: Sequence[float]) -> list[float]:
    length = sqrt(sum(x * x for x in vector))
    return [x / length for x in vector] if length else list(vector)
