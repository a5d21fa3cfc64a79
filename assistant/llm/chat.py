"""A chat model behind an OpenAI-compatible endpoint, as ports.ChatModel: streamed replies, filled forms, and one name for every fault."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import nullcontext
from functools import cached_property
from threading import RLock
from typing import TYPE_CHECKING, Any

from assistant.errors import ProviderError, provider_error
from assistant.llm.circuit import Circuit
from assistant.llm.deadlines import FOR_FORMS, Deadlines, Piece, in_time
from assistant.llm.endpoint import Endpoint, HttpCall
from assistant.llm.forms import WAYS, Way, asked, filled
from assistant.llm.thinking import without_thinking
from assistant.llm.till import Till
from assistant.llm.tokens import usage_of
from assistant.ports import Filled, Message, Usage

if TYPE_CHECKING:
    from langchain_openai import ChatOpenAI

_NO_FINISH = {"content_filter": "content_filter", "error": "server_error"}
"""Reasons to stop that are no end of a reply ('error' is what gateways say)."""


class OpenAiChat:
    """Cheap to make: the libraries are loaded by the first call or by `warm_up`. Safe to use from many threads.

    `base_url`: None for OpenAI itself; `api_key`: None where the server wants none.
    """

    def __init__(
        self,
        model: str,
        *,
        base_url: str | None = None,
        api_key: str | None = None,
        deadlines: Deadlines | None = None,
        form_deadlines: Deadlines = FOR_FORMS,
        till: Till | None = None,
        circuit: Circuit | None = None,
    ) -> None:
        self._model = model
        self._till = till
        self._circuit = circuit or Circuit()
        self._deadlines = deadlines or Deadlines()
        self._form_deadlines = form_deadlines
        longest_s = max(limit for one in (self._deadlines, form_deadlines) for limit in (one.first_token_s, one.between_tokens_s))
        self._endpoint = Endpoint(base_url, api_key, longest_s)
        self._way: Way | None = None
        self._lock = RLock()
        self._finding_a_way = RLock()

    @property
    def name(self) -> str:
        return self._model

    @property
    def resting(self) -> bool:
        """Whether the endpoint has failed so often that it is not asked for a moment."""
        return self._circuit.is_open

    def stream(self, messages: Sequence[Message]) -> Iterator[str]:
        """Pieces of one reply, none of them empty. Whoever stops reading ends the call. Raises ProviderError, also for a reply without words."""
        said = False
        for piece in self._said(messages, None, self._deadlines):
            said = said or bool(piece.text.strip())
            if piece.text:
                yield piece.text
        if not said:
            raise provider_error("bad_reply")

    def fill(self, messages: Sequence[Message], form: Mapping[str, Any]) -> Filled:
        """Tries the ways to ask for JSON from the best down until one works, then keeps to that one: later forms are one call each.
        Forms that come at the same time wait until the first has found its way."""
        with self._finding_a_way if self._way is None else nullcontext():
            spent: list[Usage] = []
            for way in (self._way,) if self._way else WAYS:
                found = self._filled(way, messages, form, spent)
                if found is not None:
                    self._way = way
                    return Filled(found, _sum(spent))
        raise provider_error("bad_reply")

    def _filled(self, way: Way, messages: Sequence[Message], form: Mapping[str, Any], spent: list[Usage]) -> dict[str, Any] | None:
        """None when this way was not taken or brought no form, and there is another to try."""
        messages_for_way, extra = asked(way, messages, form)
        try:
            pieces = list(self._said(messages_for_way, extra, self._form_deadlines))
        except ProviderError as error:
            if error.fault != "rejected" or self._way or way == WAYS[-1]:
                raise
            return None
        text = "".join(piece.text for piece in pieces)
        spent.append(usage_of(messages_for_way, text, next((one.tokens for one in reversed(pieces) if one.tokens), None)))
        return filled(text, form)

    def answers(self) -> str | None:
        try:
            for _ in self.stream([Message("user", "Say OK.")]):
                pass
        except ProviderError as error:
            return error.fault
        return None

    def warm_up(self) -> None:
        """Loads the libraries and opens a connection: for a background thread, so that the first turn waits for neither."""
        self._loaded()
        self._endpoint.open_connection()

    def close(self) -> None:
        with self._lock:
            self.__dict__.pop("_chat", None)
            self._endpoint.close()

    def _said(self, messages: Sequence[Message], extra: dict[str, Any] | None, deadlines: Deadlines) -> Iterator[Piece]:
        from assistant.llm.conversation import streamed

        chat = self._loaded()  # before any clock runs
        call = HttpCall(self._endpoint, lambda: streamed(chat, messages, extra))
        entered = self._till.entered(self._model, messages) if self._till else nullcontext(lambda piece: None)
        with self._circuit.closed(call.retry_after_s), entered as got:
            for piece in without_thinking(in_time(call, deadlines)):
                got(piece)
                if piece.refusal:
                    raise provider_error("refused")
                if piece.finish in _NO_FINISH:
                    raise provider_error(_NO_FINISH[piece.finish])
                yield piece

    def _loaded(self) -> "ChatOpenAI":
        with self._lock:
            return self._chat

    @cached_property
    def _chat(self) -> "ChatOpenAI":
        from assistant.llm.conversation import chat_model

        return chat_model(self._endpoint, self._model)


def _sum(spent: Sequence[Usage]) -> Usage:
    return Usage(sum(one.tokens_in for one in spent), sum(one.tokens_out for one in spent), any(one.estimated for one in spent))
