"""What a page says when its address names nothing, or nothing that is there, and the link that leads on."""

from typing import TYPE_CHECKING

import streamlit as st

from assistant.domain.roleplay import RolePlay
from assistant.errors import NotFound
from ui import state
from ui.screen import Screen
from ui.words import common

if TYPE_CHECKING:
    from assistant.assembly import Engine


def talk_in_url(engine: "Engine", screen: Screen) -> RolePlay | None:
    """The role-play that the address names; None when it names none that this person may see, which the page then has said."""
    role_play_id = st.query_params.get(state.ROLE_PLAY)
    if not role_play_id:
        st.info(screen.say(common.CHOOSE_FIRST))
        to_practise(screen)
        return None
    if engine.sides.is_swap(role_play_id):
        st.switch_page(screen.pages["swap"], query_params={state.ROLE_PLAY: role_play_id})
    try:
        return engine.room.role_play(screen.actor, role_play_id)
    except NotFound:
        no_such_talk(screen)
        return None


def after(role_play: RolePlay) -> str:
    """The page that shows what came of a talk once it is over."""
    return "compare" if role_play.is_redo else "scorecard"


def no_such_talk(screen: Screen) -> None:
    st.info(screen.say(common.NO_SUCH_TALK))
    st.page_link(screen.pages["role_plays"], label=screen.say(common.TO_ROLE_PLAYS), icon=":material/history:")


def no_such_buyer(screen: Screen) -> None:
    st.info(screen.say(common.NO_SUCH_BUYER))
    to_practise(screen)


def to_practise(screen: Screen) -> None:
    st.page_link(screen.pages["practise"], label=screen.say(common.TO_PRACTISE), icon=":material/forum:")
