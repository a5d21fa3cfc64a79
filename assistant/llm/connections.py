"""The HTTP connections under the client libraries, kept open from turn to turn. Loading openai takes seconds, so this is imported late."""

from collections.abc import Iterator
from functools import partial
from threading import local
from typing import TYPE_CHECKING

import httpx2
from openai import DefaultHttpxClient, OpenAI

if TYPE_CHECKING:
    from assistant.llm.endpoint import HttpCall

CONNECT_S = 5.0
KEPT_OPEN_S = 120.0
"""How long an idle connection is kept: a rep thinks, and the next turn should not pay for a new handshake."""


def http_client(read_s: float, calling: local) -> httpx2.Client:
    """`calling.call` is the HttpCall of the thread that asks."""
    limits = httpx2.Limits(max_connections=1000, max_keepalive_connections=100, keepalive_expiry=KEPT_OPEN_S)
    return DefaultHttpxClient(
        timeout=httpx2.Timeout(read_s, connect=CONNECT_S),
        transport=_Reconnecting(limits=limits),
        event_hooks={"response": [partial(_answering, calling)]},
    )


class _Reconnecting(httpx2.HTTPTransport):
    """A server may close a connection that has long been idle in the very moment in which it is used again: then nobody has read the request, and it
    is made anew. On a connection made for it, it is not: there the server has had it."""

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        steps: list[str] = []
        request.extensions = {**request.extensions, "trace": lambda step, _: steps.append(step)}
        while True:
            steps.clear()
            try:
                return super().handle_request(request)
            except (httpx2.RemoteProtocolError, httpx2.ReadError, httpx2.WriteError):
                if "connection.connect_tcp.started" in steps:
                    raise


def openai_client(base_url: str, api_key: str, http: httpx2.Client) -> OpenAI:
    return OpenAI(base_url=base_url, api_key=api_key, http_client=http, timeout=http.timeout, max_retries=0)


def _answering(calling: local, response: httpx2.Response) -> None:
    """Runs in the asking thread when an answer's head is there. Holds no endpoint, so that one nobody uses any more is closed."""
    call: HttpCall | None = getattr(calling, "call", None)
    if call and isinstance(response.stream, httpx2.SyncByteStream):
        response.stream = _ReadToItsEnd(response.stream, call)
        call.answered(response)


class _ReadToItsEnd(httpx2.SyncByteStream):
    """The openai client leaves at '[DONE]', a few bytes before the end, and a connection left there cannot be used again."""

    def __init__(self, stream: httpx2.SyncByteStream, call: "HttpCall") -> None:
        self._stream = stream
        self._call = call
        self._bytes = iter(stream)

    def __iter__(self) -> Iterator[bytes]:
        yield from self._bytes

    def close(self) -> None:
        try:
            if self._call.complete:
                for _ in self._bytes:
                    pass
        finally:
            self._call.left()
            self._stream.close()
