"""The server: the Streamlit app, and for a team the door before it. `maju serve` runs it with an address and a port."""

import sys
from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware

from assistant.settings import read_settings
from ui.actor import in_a_team
from ui.door.gate import Gate
from ui.door.routes import Door
from ui.engine import the_engine

SCRIPT = Path(__file__).with_name("app.py")


def server() -> st.App:
    """Alone nobody has to log in: then there is the app and nothing before it."""
    if not in_a_team():
        return st.App(SCRIPT)
    https = read_settings().public_url.startswith("https:")
    door = Door(lambda: the_engine().doorkeeper, lambda: the_engine().directory, https=https)
    return st.App(SCRIPT, routes=door.routes(), middleware=[Middleware(Gate, who=door.who)])


if __name__ == "__main__":
    server().run(config={"server.address": sys.argv[1], "server.port": int(sys.argv[2])})
