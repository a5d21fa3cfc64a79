"""Who looks at a page: alone, this machine's person; in a team, whoever the login in the browser's cookie belongs to, looked up on every run."""

import os

import streamlit as st

from assistant.domain.people import LOCAL_PERSON, Actor


def in_a_team() -> bool:
    """As `maju serve` was started; from the environment, so that a lone person's first frame waits for no engine."""
    return os.environ.get("MAJU_TEAM") == "1"


def present_actor() -> Actor | None:
    """None when the login has ended, also while a page was open."""
    if not in_a_team():
        return LOCAL_PERSON
    from ui.door.cookie import NAME
    from ui.engine import the_engine

    return the_engine().doorkeeper.who(st.context.cookies.get(NAME, ""))
