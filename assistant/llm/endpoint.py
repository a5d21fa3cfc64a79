"""One OpenAI-compatible endpoint: its connections, opened once and kept warm, and a call on them that anybody can hang up."""

import socket
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import cached_property
from threading import RLock, local
from typing import TYPE_CHECKING

from assistant.errors import ProviderError
from assistant.llm.deadlines import Piece
from assistant.llm.faults import fault_of

if TYPE_CHECKING:
    import httpx2
    from openai import OpenAI

OPENAI = "https://api.openai.com/v1"
NO_KEY = "no-key"
"""Local servers want none, the client library wants something."""
PROBE_S = 5.0


class Endpoint:
    """`longest_wait_s` bounds how long a silent socket stays open after everybody has gone."""

    def __init__(self, base_url: str | None, api_key: str | None, longest_wait_s: float) -> None:
        self.base_url = base_url or OPENAI
        self.api_key = api_key or NO_KEY
        self._longest_wait_s = longest_wait_s
        self._lock = RLock()
        self.calling = local()

    @property
    def http(self) -> "httpx2.Client":
        with self._lock:
            return self._http

    @property
    def client(self) -> "OpenAI":
        with self._lock:
            return self._client

    def open_connection(self) -> None:
        """Makes the handshakes now, so that the first call need not; silent when nobody answers."""
        with suppress(Exception):
            self.client.models.list(timeout=PROBE_S)

    def close(self) -> None:
        """Gives the connections back; a later call opens new ones."""
        with self._lock:
            if "_http" in self.__dict__:
                self._http.close()
            for made in ("_http", "_client"):
                self.__dict__.pop(made, None)

    def __del__(self) -> None:
        self.close()

    @cached_property
    def _http(self) -> "httpx2.Client":
        from assistant.llm.connections import http_client

        return http_client(self._longest_wait_s + 1, self.calling)

    @cached_property
    def _client(self) -> "OpenAI":
        from assistant.llm.connections import openai_client

        return openai_client(self.base_url, self.api_key, self._http)


class HttpCall:
    """One request, made by `pieces` in the thread that reads it."""

    def __init__(self, endpoint: Endpoint, make: Callable[[], Iterator[Piece]]) -> None:
        self._endpoint = endpoint
        self._make = make
        self._lock = RLock()
        self._response: httpx2.Response | None = None
        self._reading = False
        self._hung_up = False
        self.complete = False
        """The reply is whole: what is left of the answer is only its end."""

    def pieces(self) -> Iterator[Piece]:
        self._endpoint.calling.call = self
        for piece in self._make():
            self.complete = self.complete or piece.finish is not None
            yield piece

    def answered(self, response: "httpx2.Response") -> None:
        with self._lock:
            self._response, self._reading = response, True
            hung_up = self._hung_up
        if hung_up:
            raise ConnectionAbortedError("nobody waits for this answer any more")

    def left(self) -> None:
        """From now on the connection may be another call's."""
        with self._lock:
            self._reading = False

    def hang_up(self) -> None:
        """Wakes a thread that is blocked reading; closing is left to that thread."""
        with self._lock:
            self._hung_up = True
            stream = self._response.extensions.get("network_stream") if self._response is not None and self._reading else None
            line = stream.get_extra_info("socket") if stream is not None else None
            if isinstance(line, socket.socket):
                with suppress(OSError):
                    line.shutdown(socket.SHUT_RDWR)

    def retry_after_s(self) -> float | None:
        """What the answer's head said of when to come back; None where it said nothing that can be read as seconds."""
        with self._lock:
            said = None if self._response is None else self._response.headers.get("retry-after")
        return float(said) if said and said.isdecimal() else None

    def fault_of(self, error: BaseException) -> ProviderError:
        return fault_of(error, None if self._response is None else self._response.headers.get("content-type", ""))
