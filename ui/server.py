"""The server: the Streamlit app, and for a team the door before it. `maju serve` runs it with an address and a port."""

import logging
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware
from starlette.requests import Request

from assistant.domain.people import LOCAL_PERSON, Actor
from assistant.settings import read_settings
from assistant.telemetry import log_to, sending
from ui import health
from ui.actor import in_a_team
from ui.addresses import Addresses
from ui.door.company import Company
from ui.door.cookie import secret_of
from ui.door.gate import Gate
from ui.door.routes import Door
from ui.engine import begin, the_engine
from ui.headers import Headers
from ui.out.routes import Out, from_this_machine

SCRIPT = Path(__file__).with_name("app.py")
TALKS_BY_ITSELF = ("streamlit", "uvicorn", "websockets")
"""Loggers that would write to the terminal in their own way."""


def server() -> st.App:
    """Alone nobody has to log in: then there is the app and nothing before it.

    The script's folder is on the path for good. Else Streamlit puts it there and takes it away around every run, and whatever another thread
    imports at that moment may not be found.
    """
    if str(SCRIPT.parent) not in sys.path:
        sys.path.append(str(SCRIPT.parent))
    https = read_settings().public_url.startswith("https:")
    routes, middleware = health.routes(the_engine), [Middleware(Headers, https=https)]
    routes += Out(the_engine, _who).routes()
    if in_a_team():
        door = Door(lambda: the_engine().doorkeeper, lambda: the_engine().directory, https=https, company=_company(), home=read_settings().public_url)
        routes += door.routes()
        middleware.append(Middleware(Gate, who=door.who))
    middleware.append(Middleware(Addresses, others=frozenset(route.path.split("/")[1] for route in routes)))
    return st.App(SCRIPT, routes=routes, middleware=middleware, lifespan=_while_serving)


def _company() -> Company | None:
    """The provider that is set. Raises InputError for half a setting."""
    settings = read_settings()
    if not settings.oidc_issuer:
        return None
    settings.require_oidc()
    return Company(settings.oidc_issuer, settings.oidc_client, settings.oidc_secret, settings.oidc_name)


def _who(request: Request) -> Actor | None:
    """Alone, this machine's person, and only under a name of this machine's."""
    if in_a_team():
        return the_engine().doorkeeper.who(secret_of(request))
    return LOCAL_PERSON if from_this_machine(request) else None


@asynccontextmanager
async def _while_serving(_: st.App) -> AsyncIterator[None]:
    log_to(form=read_settings().log)
    for name, logger in list(logging.root.manager.loggerDict.items()):
        if name.startswith(TALKS_BY_ITSELF) and isinstance(logger, logging.Logger):
            logger.handlers[:] = []
            logger.propagate = True
            logger.setLevel(logging.NOTSET)
    with sending():
        begin()
        yield


if __name__ == "__main__":
    server().run(config={"server.address": sys.argv[1], "server.port": int(sys.argv[2])})
