"""How one wants to meet the buyer: level and language of the role-play. Chosen in the gallery or at the briefing, the same choice."""

import streamlit as st

from assistant.domain.words import LANGUAGES
from ui import state
from ui.screen import Screen
from ui.words import common


def draw(screen: Screen) -> None:
    """Two controls; what they hold stays for the session."""
    st.segmented_control(
        screen.say(common.LEVEL),
        list(common.LEVELS),
        default=2,
        required=True,
        format_func=lambda level: screen.say(common.LEVELS[level]),
        key=state.LEVEL,
        persist_state="session",
    )
    st.segmented_control(
        screen.say(common.TALK),
        LANGUAGES,
        default=screen.language,
        required=True,
        format_func=common.LANGUAGE_NAMES.__getitem__,
        key=state.talk_in(screen.language),
        persist_state="session",
    )
