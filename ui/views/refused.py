"""In place of a page that the actor's role does not include."""

from typing import TYPE_CHECKING

import streamlit as st

from ui.screen import Screen
from ui.words import common, door

if TYPE_CHECKING:
    from assistant.assembly import Engine


def render(engine: "Engine", screen: Screen) -> None:
    st.info(screen.say(door.NOT_YOURS), icon=":material/lock:")
    st.page_link(screen.pages["practise"], label=screen.say(common.TO_PRACTISE), icon=":material/forum:")
