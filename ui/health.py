"""What a load balancer asks: `/healthz`, whether the process lives, and `/readyz`, whether it can do its work. Neither needs a model or a login."""

import logging
from collections.abc import Callable
from threading import Lock
from time import monotonic
from typing import TYPE_CHECKING

from anyio import fail_after, to_thread
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse
from starlette.routing import Route

from assistant.errors import MajuError

if TYPE_CHECKING:
    from assistant.assembly import Engine

LOG = logging.getLogger(__name__)
IN_S = 5.0
"""What takes longer is not ready."""
KEPT_S = 1.0
"""For so long an answer is given again: anybody may ask, and each look writes to the disk."""
NO_STORE = {"Cache-Control": "no-store"}
HEALTH, READY = "/healthz", "/readyz"


class Readiness:
    """`engine`: opens it where nobody has."""

    def __init__(self, engine: "Callable[[], Engine]") -> None:
        self._engine = engine
        self._lock = Lock()
        self._known: tuple[float, dict[str, bool]] | None = None

    def parts(self) -> dict[str, bool]:
        """Part -> whether it is ready: the store is migrated and can be written, the index answers."""
        with self._lock:
            if self._known is None or monotonic() - self._known[0] > KEPT_S:
                self._known = monotonic(), {"store": self._works("store"), "index": self._works("index")}
            return self._known[1]

    def _works(self, part: str) -> bool:
        try:
            self._engine().check(part)
        except MajuError as error:
            LOG.warning("not ready: %s", error, extra={"told": {"part": part}})
            return False
        except Exception:
            LOG.exception("not ready", extra={"told": {"part": part}})
            return False
        return True

    async def answer(self, request: Request) -> JSONResponse:
        try:
            with fail_after(IN_S):
                parts = await to_thread.run_sync(self.parts, abandon_on_cancel=True)
        except TimeoutError:
            parts = {"in_time": False}
        return JSONResponse(parts, 200 if all(parts.values()) else 503, NO_STORE)


async def alive(_: Request) -> PlainTextResponse:
    return PlainTextResponse("ok", headers=NO_STORE)


def routes(engine: "Callable[[], Engine]") -> list[Route]:
    return [Route(HEALTH, alive), Route(READY, Readiness(engine).answer)]
