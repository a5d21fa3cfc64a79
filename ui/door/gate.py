"""The gate: every request and every socket needs a login that counts, uploads and media included. Only the door and Streamlit's bundles do not."""

from collections.abc import Callable
from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.requests import HTTPConnection
from starlette.responses import PlainTextResponse, RedirectResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from assistant.domain.people import Actor
from ui.door.cookie import secret_of

OPEN = ("/login", "/welcome", "/door/", "/static/", "/_stcore/health", "/healthz", "/readyz")
"""The door, Streamlit's public bundles, and what a load balancer asks."""


class Gate:
    """`who`: the person behind a secret, None when it counts no more; reads the database, so it runs in a thread."""

    def __init__(self, app: ASGIApp, who: Callable[[str], Actor | None]) -> None:
        self._app = app
        self._who = who

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] not in {"http", "websocket"} or is_open(scope["path"]):
            await self._app(scope, receive, send)
            return
        connection = HTTPConnection(scope)
        if await run_in_threadpool(self._who, secret_of(connection)) is not None:
            await self._app(scope, receive, send)
        elif scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": 4401})
        elif scope["method"] in {"GET", "HEAD"} and "text/html" in connection.headers.get("accept", ""):
            wanted = scope["path"] + (f"?{scope['query_string'].decode('latin-1')}" if scope["query_string"] else "")
            await RedirectResponse(f"/login?next={quote(wanted, safe='')}", 303)(scope, receive, send)
        else:
            await PlainTextResponse("log in first", 401)(scope, receive, send)


def is_open(path: str) -> bool:
    """Whether a path is reached without a login. What looks like a way around (dots, doubled slashes) is not open."""
    if ".." in path or "//" in path or "\\" in path:
        return False
    return any(path == one or path.startswith(one if one.endswith("/") else f"{one}/") for one in OPEN)
