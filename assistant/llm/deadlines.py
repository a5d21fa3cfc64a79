"""A stream held to deadlines. The libraries' own timeouts are reset by every keep-alive byte, so a stream runs in a thread of its own and whoever
waits for it counts the time between words; a stream that is late is hung up on."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from threading import Thread
from time import monotonic
from typing import Protocol

from assistant.errors import provider_error


@dataclass(frozen=True, slots=True)
class Deadlines:
    """Seconds: to the first token, from one token to the next, and for the whole reply."""

    first_token_s: float = 20.0
    between_tokens_s: float = 15.0
    total_s: float = 60.0


FOR_FORMS = Deadlines(60.0, 30.0, 120.0)
"""Nobody watches a form being filled, and models think longer about it."""


@dataclass(frozen=True, slots=True)
class Piece:
    """What one chunk of a stream brought. `thinking`: tokens that are no part of the reply. `finish`: the reason given with the last one;
    `tokens`: (in, out) of the whole call, where the endpoint says so by then."""

    text: str = ""
    thinking: bool = False
    refusal: str = ""
    finish: str | None = None
    tokens: tuple[int, int] | None = None


class Call(Protocol):
    """One request: `pieces` blocks and is read in a thread of its own; `hang_up` may be called from any other, and ends it."""

    def pieces(self) -> Iterator[Piece]: ...

    def hang_up(self) -> None: ...

    def fault_of(self, error: BaseException) -> Exception: ...


@dataclass(frozen=True, slots=True)
class _Failed:
    error: BaseException


class _Ended:
    """The stream is over and gave no reason."""


_Arrival = tuple[float, Piece | _Failed | _Ended]


def in_time(call: Call, deadlines: Deadlines) -> Iterator[Piece]:
    """The pieces up to the one that finishes. Raises ProviderError: silence, stalled, timeout, unfinished or what went wrong.
    Whoever stops reading before that hangs up."""
    arrivals: SimpleQueue[_Arrival] = SimpleQueue()
    began = last = monotonic()
    started = finished = False
    Thread(target=_read, args=(call.pieces, arrivals.put), name="model-stream", daemon=True).start()
    try:
        while not finished:
            due = last + (deadlines.between_tokens_s if started else deadlines.first_token_s)
            at, arrived = _next(arrivals, min(due, began + deadlines.total_s))
            if arrived is None or at > began + deadlines.total_s:
                late = at >= began + deadlines.total_s
                raise provider_error("timeout" if late else "stalled" if started else "silence")
            if isinstance(arrived, _Failed):
                raise call.fault_of(arrived.error) from arrived.error
            if isinstance(arrived, _Ended):
                raise provider_error("unfinished")
            if arrived.text or arrived.thinking or arrived.refusal:
                started, last = True, at
            finished = arrived.finish is not None
            yield arrived
    finally:
        if not finished:
            call.hang_up()


def _read(pieces: Callable[[], Iterator[Piece]], put: Callable[[_Arrival], None]) -> None:
    """Reads to the very end, also past the finish, so that the connection can be used again."""
    try:
        for piece in pieces():
            put((monotonic(), piece))
    except BaseException as error:
        put((monotonic(), _Failed(error)))
    else:
        put((monotonic(), _Ended()))


def _next(arrivals: "SimpleQueue[_Arrival]", due: float) -> tuple[float, Piece | _Failed | _Ended | None]:
    """What came next and when; None when nothing has by `due`."""
    try:
        return arrivals.get(timeout=max(due - monotonic(), 0))
    except Empty:
        return monotonic(), None
