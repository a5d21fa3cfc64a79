"""LangChain's chat model, and what it streams, in Maju's terms. Loading it takes seconds, so nothing imports this module before a model is needed.

People's text goes in as messages, never as a template.
"""

import os
import warnings
from collections.abc import Iterator, Sequence
from typing import Any

for _name in [name for name in os.environ if name.startswith(("LANGSMITH_", "LANGCHAIN_"))]:
    del os.environ[_name]  # they would send prompts away, or somewhere else; LangChain reads them when it is imported

from langchain_core.messages import AIMessage, AIMessageChunk, BaseMessage, HumanMessage, SystemMessage  # noqa: E402
from langchain_core.outputs import ChatGenerationChunk  # noqa: E402
from langchain_openai import ChatOpenAI  # noqa: E402

from assistant.llm.deadlines import Piece  # noqa: E402
from assistant.llm.endpoint import Endpoint  # noqa: E402
from assistant.ports import Message  # noqa: E402

warnings.filterwarnings("ignore", category=UserWarning, module=r"langchain_openai\.")  # advice on with_structured_output, which is not used
_KINDS: dict[str, type[BaseMessage]] = {"system": SystemMessage, "user": HumanMessage, "assistant": AIMessage}
_THINKING = ("reasoning_content", "reasoning")


class _Chat(ChatOpenAI):
    """Keeps what the base class drops from a chunk: refusals, and that the model is thinking."""

    def _convert_chunk_to_generation_chunk(
        self, chunk: dict[str, Any], default_chunk_class: type, base_generation_info: dict[str, Any] | None
    ) -> ChatGenerationChunk | None:
        made = super()._convert_chunk_to_generation_chunk(chunk, default_chunk_class, base_generation_info)
        choices = chunk.get("choices") or [{}]
        delta = choices[0].get("delta") or {}
        if made is not None:
            made.message.additional_kwargs.update(
                {name: value for name, value in {"refusal": delta.get("refusal"), "thinking": any(delta.get(n) for n in _THINKING)}.items() if value}
            )
        return made


def chat_model(endpoint: Endpoint, model: str) -> ChatOpenAI:
    return _Chat(
        model=model,
        base_url=endpoint.base_url,
        api_key=endpoint.api_key,
        http_client=endpoint.http,
        timeout=endpoint.http.timeout,
        max_retries=0,
        use_responses_api=False,
        stream_usage=False,
    )


def streamed(chat: ChatOpenAI, messages: Sequence[Message], extra: dict[str, Any] | None = None) -> Iterator[Piece]:
    """One request. `extra` goes into its body as it stands."""
    said = [_KINDS[message.role](content=message.text) for message in messages]
    for chunk in chat.stream(said, extra_body=extra):
        assert isinstance(chunk, AIMessageChunk)
        more = chunk.additional_kwargs
        finish = chunk.response_metadata.get("finish_reason")
        usage = chunk.usage_metadata
        tokens = (usage["input_tokens"], usage["output_tokens"]) if usage else None
        yield Piece(str(chunk.text), bool(more.get("thinking")), more.get("refusal", ""), finish, tokens)
