"""A circuit breaker: an endpoint that keeps failing is left alone for a while, then asked once, and used again when it answers.

Our own because the libraries for it either hold one lock during a call, so that calls wait for each other, or know nothing of streams that are left
half-way and of servers that say when to come back.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Lock
from time import monotonic

from assistant.errors import ProviderError, provider_error

COUNTS = frozenset({"silence", "timeout", "stalled", "unfinished", "unreachable", "server_error", "reset", "rate_limited"})
"""What says that the endpoint is unwell; a refused request or a wrong key says nothing of that, and is told at once anyway."""
IN_A_ROW = 3
REST_S = 15.0
LONGEST_S = 300.0


class Circuit:
    """Safe to use from many threads. `clock`: seconds that only grow, so that a wall clock set back changes nothing."""

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self._clock = clock
        self._lock = Lock()
        self._failed = 0
        self._rest_s = REST_S
        self._open_until = 0.0
        self._trying = False

    @property
    def is_open(self) -> bool:
        """Whether a call now would be turned away."""
        with self._lock:
            return self._failed >= IN_A_ROW and (self._trying or self._clock() < self._open_until)

    @contextmanager
    def closed(self, retry_after_s: Callable[[], float | None] = lambda: None) -> Iterator[None]:
        """Around one call. Raises ProviderError 'resting' without calling while the endpoint is left alone.
        `retry_after_s`: what the answer said of when to come back."""
        trial = self._let_in()
        try:
            yield
        except ProviderError as error:
            if error.fault in COUNTS:
                self._failure(trial, retry_after_s() if error.fault == "rate_limited" else None)
            else:
                self._answered(trial)
            raise
        except GeneratorExit:  # whoever listened has heard enough, so something was said
            self._answered(trial)
            raise
        except BaseException:
            self._undecided(trial)
            raise
        else:
            self._answered(trial)

    def _let_in(self) -> bool:
        """True for the one call that tries whether the endpoint is back."""
        with self._lock:
            if self._failed < IN_A_ROW:
                return False
            if self._trying or self._clock() < self._open_until:
                raise provider_error("resting")
            self._trying = True
            return True

    def _failure(self, trial: bool, retry_after_s: float | None) -> None:
        with self._lock:
            self._failed = IN_A_ROW if retry_after_s else self._failed + 1
            self._rest_s = min(2 * self._rest_s, LONGEST_S) if trial else self._rest_s
            self._trying = self._trying and not trial
            self._open_until = self._clock() + min(max(self._rest_s, retry_after_s or 0.0), LONGEST_S)

    def _answered(self, trial: bool) -> None:
        """A call that began before the circuit opened does not close it."""
        with self._lock:
            if trial or self._failed < IN_A_ROW:
                self._failed, self._rest_s = 0, REST_S
            self._trying = self._trying and not trial

    def _undecided(self, trial: bool) -> None:
        with self._lock:
            self._trying = self._trying and not trial
