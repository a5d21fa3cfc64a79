"""What the process has one of: the engine and its background work. A module of its own, because Streamlit runs `app.py` anew for every page."""

import logging
from importlib import import_module
from threading import Thread
from typing import TYPE_CHECKING

import streamlit as st

from ui.actor import in_a_team
from ui.background import Background

if TYPE_CHECKING:
    from assistant.assembly import Engine

LOG = logging.getLogger(__name__)


@st.cache_resource(show_spinner=False)
def the_engine() -> "Engine":
    """Its parts may be used from any thread. Imported here, so that the first page's frame stands before it is loaded."""
    from assistant.assembly import open_engine

    return open_engine()


def begin() -> None:
    """Opens the engine in the background, while the first browser still loads the page. What goes wrong there is told to whoever needs it next.

    In a team nobody waits for the first page, and a second copy may first be asked for while the first one is busy: it warms up at once.
    """

    def opened() -> None:
        try:
            the_engine()
            if in_a_team():
                warmed_up()
        except Exception as error:
            LOG.warning("engine not opened", extra={"told": {"fault": type(error).__name__}})

    Thread(target=opened, name="engine", daemon=True).start()


@st.cache_resource(show_spinner=False)
def warmed_up() -> bool:
    """Loads in the background what the first turn would wait for; alone when the first page stands, so that it does not wait too."""
    the_engine().warm_up()
    Thread(target=import_module, args=("altair",), name="charts", daemon=True).start()
    return True


@st.cache_resource(show_spinner=False)
def scoring() -> Background:
    return Background()


@st.cache_resource(show_spinner=False)
def reading() -> Background:
    """Documents are read one after the other: each takes a process and much memory of its own."""
    return Background(workers=1)


@st.cache_resource(show_spinner=False)
def drafting() -> Background:
    """What a model writes for scenario drafts."""
    return Background(workers=1)
