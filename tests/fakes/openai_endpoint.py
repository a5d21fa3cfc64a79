"""An OpenAI-compatible endpoint on loopback, for tests and benchmarks: scripted replies streamed as SSE, faults on demand, every request kept.

    with FakeOpenAI(lambda body: "네, 듣고 있습니다.") as endpoint:
        chat = OpenAiChat("any", base_url=endpoint.url)
        endpoint.next(Reply("잠시만요", fault="reset"))

It fakes over real HTTP because the libraries above are not to be patched: what they do with a broken answer is what is tested.
"""

import hashlib
import json
import math
import re
import socket
import struct
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Lock, Thread
from types import TracebackType
from typing import Any, Literal, Self

Fault = Literal[
    "unfinished", "refused", "content_filter", "html", "html_404", "rate_limited", "server_error", "unavailable", "auth", "no_model", "bad_request",
    "reset", "reset_at_once", "silence", "stall", "keep_alive", "keep_alive_midway", "malformed", "empty", "error_event",
]  # fmt: skip
FAULTS_AT_ONCE: dict[str, tuple[int, str]] = {
    "rate_limited": (429, '{"error": {"message": "Rate limit reached", "type": "requests", "code": "rate_limit_exceeded"}}'),
    "server_error": (500, '{"error": {"message": "The server had an error", "type": "server_error"}}'),
    "unavailable": (503, "no healthy upstream"),
    "auth": (401, '{"error": {"message": "Incorrect API key provided", "code": "invalid_api_key"}}'),
    "no_model": (404, '{"error": {"message": "The model `x` does not exist", "code": "model_not_found"}}'),
    "bad_request": (400, '{"error": {"message": "Unsupported value", "code": "unsupported_value"}}'),
    "html": (200, "<!doctype html><title>Welcome</title><p>It works!"),
    "html_404": (404, "<!doctype html><title>Not found</title>"),
}
AFTER = 2
"""How many pieces of a reply go out before it is cut, stalls or breaks."""
LONGEST_S = 60.0


@dataclass(frozen=True, slots=True)
class Reply:
    """What one request gets. Seconds: `first_s` before the first piece, `between_s` between pieces. `pieces`: None = the text word by word."""

    text: str = ""
    finish: str | None = "stop"
    fault: Fault | None = None
    first_s: float = 0.0
    between_s: float = 0.0
    pieces: tuple[str, ...] | None = None
    thinking: tuple[str, ...] = ()
    """Sent first, as `reasoning_content`."""

    def parts(self) -> tuple[str, ...]:
        return tuple(re.findall(r"\s*\S+\s*$|\s*\S+", self.text)) if self.pieces is None else self.pieces


@dataclass(frozen=True, slots=True)
class Request:
    path: str
    body: dict[str, Any]
    headers: dict[str, str]
    connection: int
    """Which connection it came on, counted from 1."""


Answer = Callable[[dict[str, Any]], Reply | str]


def echo(body: dict[str, Any]) -> str:
    return f"{body['messages'][-1]['content']}"


@dataclass
class FakeOpenAI:
    """`answer`: what a chat request gets when nothing was lined up by `next`. `formats`: the response formats taken; others are refused."""

    answer: Answer = echo
    formats: frozenset[str] = frozenset({"json_schema", "json_object"})
    dimension: int = 8
    requests: list[Request] = field(default_factory=list)
    hung_up: Event = field(default_factory=Event)
    """Set when somebody has gone before their answer was complete."""

    def __post_init__(self) -> None:
        self._lined_up: deque[Reply | str] = deque()
        self._lock = Lock()
        self._connections = 0
        self.closing = Event()
        self._server = _Server(("127.0.0.1", 0), _Handler)
        self._server.daemon_threads = True
        self._server.fake = self
        self._thread = Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.closing.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_address[1]}/v1"

    def next(self, *replies: Reply | str) -> None:
        """Lines up what the next chat requests get, one each."""
        self._lined_up.extend(replies)

    def forget(self) -> None:
        """Nothing is lined up any more."""
        self._lined_up.clear()

    def chats(self) -> list[dict[str, Any]]:
        """The bodies of the chat requests so far."""
        return [request.body for request in self.requests if request.path.endswith("/chat/completions")]

    def connected(self) -> int:
        with self._lock:
            self._connections += 1
            return self._connections

    def reply_to(self, body: dict[str, Any]) -> Reply:
        wanted = (body.get("response_format") or {}).get("type", "text")
        if wanted != "text" and wanted not in self.formats:
            return Reply(fault="bad_request")
        with self._lock:
            chosen = self._lined_up.popleft() if self._lined_up else None
        given = self.answer(body) if chosen is None else chosen
        return Reply(given) if isinstance(given, str) else given


class _Server(ThreadingHTTPServer):
    fake: FakeOpenAI
    request_queue_size = 64

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Callers that hang up are expected here."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: _Server

    def setup(self) -> None:
        super().setup()
        self.request.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.number = self.server.fake.connected()

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
        """Quiet."""

    def do_GET(self) -> None:
        self._record({})
        self._whole(200, json.dumps({"object": "list", "data": [{"id": "fake", "object": "model", "created": 0, "owned_by": "tests"}]}))

    def do_POST(self) -> None:
        body: dict[str, Any] = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self._record(body)
        fake = self.server.fake
        try:
            if self.path.endswith("/embeddings"):
                self._embed(body)
            else:
                self._chat(body, fake.reply_to(body))
        except OSError:
            self.close_connection = True
            fake.hung_up.set()

    def _record(self, body: dict[str, Any]) -> None:
        self.server.fake.requests.append(Request(self.path, body, dict(self.headers), self.number))

    def _wait(self, seconds: float) -> None:
        """Waits, but for no longer than there is a caller and a test."""
        if self.server.fake.closing.wait(seconds):
            raise ConnectionAbortedError

    def _embed(self, body: dict[str, Any]) -> None:
        texts = body["input"] if isinstance(body["input"], list) else [body["input"]]
        reply = self.server.fake.reply_to({"messages": [{"content": ""}]}) if self.server.fake._lined_up else Reply()
        if self._failed_at_once(reply):
            return
        rows = [{"object": "embedding", "index": i, "embedding": vector_of(text, self.server.fake.dimension)} for i, text in enumerate(texts)]
        rows = rows[:-1] if reply.fault == "malformed" else rows[::-1]  # the order is the index's, not the list's
        self._whole(200, json.dumps({"object": "list", "model": body["model"], "data": rows, "usage": {"prompt_tokens": 1, "total_tokens": 1}}))

    def _chat(self, body: dict[str, Any], reply: Reply) -> None:
        if self._failed_at_once(reply):
            return
        if not body.get("stream"):
            self._wait(reply.first_s)
            message = {"role": "assistant", "content": reply.text}
            choice = {"index": 0, "message": message, "finish_reason": reply.finish}
            self._whole(200, json.dumps({"id": "x", "object": "chat.completion", "created": 0, "model": body["model"], "choices": [choice]}))
            return
        self._head(200, {"Content-Type": "text/event-stream", "Transfer-Encoding": "chunked"})
        for line in self._events(body, reply):
            self._chunk(line)
        self._chunk("")

    def _failed_at_once(self, reply: Reply) -> bool:
        """Faults instead of an answer."""
        if reply.fault == "reset_at_once":
            self._reset()
        if reply.fault == "silence":
            self._until_gone()
        if reply.fault not in FAULTS_AT_ONCE:
            return False
        status, text = FAULTS_AT_ONCE[reply.fault]
        kind = "text/html; charset=utf-8" if text.startswith("<") else "application/json" if text.startswith("{") else "text/plain"
        self._whole(status, text, {"Content-Type": kind} | ({"Retry-After": "60"} if status == 429 else {}))
        return True

    def _events(self, body: Mapping[str, Any], reply: Reply) -> Iterator[str]:
        """The lines of a stream, with the pauses between them."""

        def event(delta: dict[str, Any], finish: str | None = None) -> str:
            choice = {"index": 0, "delta": delta, "finish_reason": finish}
            chunk = {"id": "x", "object": "chat.completion.chunk", "created": 0, "model": body["model"], "choices": [choice]}
            return f"data: {json.dumps(chunk, ensure_ascii=False)}\n\n"

        if reply.fault == "empty":
            yield "data: [DONE]\n\n"
            return
        if reply.fault == "keep_alive":
            yield from self._comments()
        yield event({"role": "assistant", "content": ""})
        if reply.fault == "refused":
            yield event({"refusal": "I cannot help with that."})
            yield event({}, "stop")
            return
        for thought in reply.thinking:
            self._wait(reply.between_s)
            yield event({"reasoning_content": thought})
        for i, piece in enumerate(reply.parts()):
            self._wait(reply.between_s if i else reply.first_s)
            if i == AFTER:
                yield from self._broken(reply)
            yield event({"content": piece})
        if reply.fault != "unfinished":
            yield event({}, "content_filter" if reply.fault == "content_filter" else reply.finish)
            yield "data: [DONE]\n\n"

    def _broken(self, reply: Reply) -> Iterator[str]:
        """What happens in the middle of a stream."""
        if reply.fault == "reset":
            self._reset()
        elif reply.fault == "stall":
            self._until_gone()
        elif reply.fault == "keep_alive_midway":
            yield from self._comments()
        elif reply.fault == "malformed":
            yield 'data: {"choices": [{"delta": {"content": "\n\n'
        elif reply.fault == "error_event":
            yield 'data: {"error": {"message": "CUDA out of memory", "type": "server_error"}}\n\n'

    def _comments(self) -> Iterator[str]:
        """Keep-alives for ever."""
        while True:
            yield ": keep-alive\n\n"
            self._wait(0.02)

    def _until_gone(self) -> None:
        """Says nothing until the caller hangs up."""
        self.request.settimeout(LONGEST_S)
        while not self.server.fake.closing.is_set():
            if not self.request.recv(1):
                raise ConnectionAbortedError
        raise ConnectionAbortedError

    def _reset(self) -> None:
        self.request.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.request.close()
        raise ConnectionResetError

    def _head(self, status: int, headers: Mapping[str, str]) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()

    def _whole(self, status: int, text: str, headers: Mapping[str, str] | None = None) -> None:
        content = text.encode()
        self._head(status, {"Content-Type": "application/json", "Content-Length": str(len(content))} | dict(headers or {}))
        self.wfile.write(content)

    def _chunk(self, text: str) -> None:
        content = text.encode()
        self.wfile.write(b"%x\r\n%s\r\n" % (len(content), content))
        self.wfile.flush()


def vector_of(text: str, dimension: int) -> list[float]:
    """The same text, the same direction; twice the unit length, so that whoever needs unit length must see to it."""
    digest = hashlib.sha256(text.encode()).digest()
    raw = [digest[i % 32] - 127.5 + i // 32 for i in range(dimension)]
    length = math.sqrt(sum(x * x for x in raw))
    return [2 * x / length for x in raw]
