"""Clicks that may be refused: what they ask for is done before anything is drawn, and why it was not is said once, at its place of the page."""

from collections.abc import Callable
from functools import partial

import streamlit as st

from assistant.errors import MajuError
from ui import state
from ui.guard import told
from ui.markup import unmarked
from ui.screen import Screen

TYPING_PAUSE = "300ms"
"""After so long without a key, what stands in a box is kept."""


def doing(screen: Screen, place: str, work: Callable[[], object]) -> Callable[[], None]:
    """For a control: a click while the page is still drawing is not lost, and what it did shows at once."""
    return partial(_do, screen, place, work)


def _do(screen: Screen, place: str, work: Callable[[], object]) -> None:
    try:
        work()
    except MajuError as error:
        state.refuse(st.session_state, told(error, screen), place)


def done() -> None:
    """Says what the last click did, and shows the address that goes with it."""
    told = state.told(st.session_state)
    if told:
        words, link = told
        st.success(unmarked(words), icon=":material/check_circle:")
        if link:
            st.code(link, language=None, wrap_lines=True)


def refusal(place: str) -> bool:
    """Says why the last click here did nothing; whether there was something to say."""
    refused = state.refused(st.session_state, place)
    if refused:
        st.error(unmarked(refused), icon=":material/error:")
    return refused is not None
