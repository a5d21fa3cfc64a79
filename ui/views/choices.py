"""How one wants to meet the buyer: level and language of the role-play, chosen at the briefing."""

import streamlit as st

from assistant.domain.words import LANGUAGES
from ui import state
from ui.screen import Screen
from ui.words import common


def level(screen: Screen) -> None:
    """What it holds stays for the session."""
    st.segmented_control(
        screen.say(common.LEVEL),
        list(common.LEVELS),
        default=2,
        required=True,
        format_func=lambda one: screen.say(common.LEVELS[one]),
        key=state.LEVEL,
        persist_state="session",
    )


def talk(screen: Screen) -> None:
    """The same: the language one talks in."""
    st.segmented_control(
        screen.say(common.TALK),
        LANGUAGES,
        default=screen.language,
        required=True,
        format_func=common.LANGUAGE_NAMES.__getitem__,
        key=state.talk_in(screen.language),
        persist_state="session",
    )
