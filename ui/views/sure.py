"""Asking once more before something is taken away."""

from collections.abc import Callable

import streamlit as st

from assistant.domain.words import Text
from ui.guard import guarded
from ui.screen import Screen
from ui.words import common


def ask(screen: Screen, question: Text, what: str, yes: Text, work: Callable[[], None], *, key: str, icon: str | None = None) -> None:
    """`what` happens then; `work` ends with the page to show then. A dialog's title is fixed when it is made, so it is made for each."""

    @st.dialog(screen.say(question))
    @guarded
    def dialog(screen: Screen) -> None:
        st.text(what)
        with st.container(horizontal=True):
            if st.button(screen.say(yes), type="primary", icon=icon, key=f"{key}-yes"):
                work()
            if st.button(screen.say(common.CANCEL), key=f"{key}-no"):
                st.rerun()

    dialog(screen)
