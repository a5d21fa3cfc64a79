"""A trainer who comes by another page than the desk: the machine's scores wait until their own are kept."""

from typing import TYPE_CHECKING

import streamlit as st

from assistant.domain.roleplay import RolePlay
from ui import state
from ui.screen import Screen
from ui.words import review

if TYPE_CHECKING:
    from assistant.assembly import Engine


def must(engine: "Engine", screen: Screen, role_play: RolePlay) -> bool:
    """Whether this reader scores it first, which the page then has said."""
    if not engine.desk.scores_first(screen.actor, role_play):
        return False
    st.info(screen.say(review.SCORE_FIRST))
    st.page_link(
        screen.pages["reading"], label=screen.say(review.TO_DESK), icon=":material/rate_review:", query_params={state.ROLE_PLAY: role_play.id}
    )
    return True
