"""Addresses that no page has: an old bookmark, half a link out of a chat."""

import re

from starlette.datastructures import Headers
from starlette.responses import RedirectResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from ui import state
from ui.pages import FIRST, PLACES, address

PAGES = frozenset(address(place.view) for place in PLACES if place.view != FIRST)
A_NAME = re.compile(r"/([^/.]+)/?")
"""A path that could be a page's; files and what lies deeper are somebody else's to answer."""


class Addresses:
    """Leads to the first page, which says so in the reader's language, which may stand in the query; Streamlit would in English.

    `others`: first parts of paths that are answered without being pages.
    """

    def __init__(self, app: ASGIApp, others: frozenset[str] = frozenset()) -> None:
        self._app = app
        self._known = PAGES | others

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        named = A_NAME.fullmatch(scope["path"]) if scope["type"] == "http" and scope["method"] == "GET" else None
        if named is None or named[1] in self._known or "text/html" not in Headers(scope=scope).get("accept", ""):
            await self._app(scope, receive, send)
        else:
            kept = scope["query_string"].decode("latin-1")
            query = "&".join(one for one in (kept, "" if named[1] == FIRST else f"{state.NOWHERE}=1") if one)
            await RedirectResponse(f"/?{query}" if query else "/", 303)(scope, receive, send)
