"""The cookie that holds a login's secret: unreadable for scripts, not sent along from other sites, and over https only where there is https."""

from http.cookies import CookieError, SimpleCookie

from starlette.requests import HTTPConnection
from starlette.responses import Response

from assistant.access.doorkeeper import WHOLE

NAME = "maju_login"


def secret_in(header: str) -> str:
    """Of a Cookie header; empty where there is none."""
    try:
        found = SimpleCookie(header).get(NAME)
    except CookieError:
        return ""
    return found.value if found else ""


def secret_of(connection: HTTPConnection) -> str:
    return secret_in(connection.headers.get("cookie", ""))


def put(response: Response, secret: str, *, https: bool) -> None:
    response.set_cookie(NAME, secret, max_age=int(WHOLE.total_seconds()), httponly=True, secure=https, samesite="lax", path="/")


def take_away(response: Response, *, https: bool) -> None:
    response.delete_cookie(NAME, httponly=True, secure=https, samesite="lax", path="/")
