"""Where swapped sides begin, and the list of those already watched; apart from the history, which holds only what one played oneself."""

from typing import TYPE_CHECKING

import streamlit as st

from assistant.domain.roleplay import RolePlay
from assistant.domain.scenario import Scenario
from ui import state
from ui.markup.rows import row
from ui.screen import Screen
from ui.words import common, role_plays, swap

if TYPE_CHECKING:
    from assistant.assembly import Engine

MOST = 6
"""Of those watched, the newest are listed."""


def offer(engine: "Engine", screen: Screen, scenario: Scenario) -> None:
    """A quiet way in below the way into the room, where a good rep was written for this buyer."""
    level, talk = state.chosen_level(st.session_state), state.chosen_talk(st.session_state, screen.language)
    if not engine.sides.offers(scenario, talk):
        return
    what = screen.say(swap.START_WHAT)
    if st.button(screen.say(swap.START), icon=":material/swap_horiz:", type="tertiary", help=what, key="swap-sides"):
        begun = engine.sides.begin(screen.actor, scenario.id, talk, level)
        st.switch_page(screen.pages["swap"], query_params={state.ROLE_PLAY: begun.id})


def watched(engine: "Engine", screen: Screen) -> None:
    """Nothing where none was watched yet."""
    mine = engine.sides.mine(screen.actor)
    if not mine:
        return
    st.subheader(screen.say(swap.MINE_HEAD), anchor=False)
    for one in mine[:MOST]:
        with st.container(border=True, key=f"card-{one.id}", horizontal=True, vertical_alignment="center"):
            _row(engine, screen, one)


def _row(engine: "Engine", screen: Screen, one: RolePlay) -> None:
    now = engine.sides.look(screen.actor, one.id)
    written = sum(bool(kept.own) for kept in now.by_turn.values())
    outcome = common.OUTCOMES[one.ended.outcome] if one.ended else swap.ROW_OPEN
    level = screen.say(role_plays.LEVEL, level=screen.say(common.LEVELS[one.level]))
    about = [screen.say(outcome), screen.moment(one.began_at), level, screen.say(swap.ROW_OWN, own=written)]
    st.html(row(now.scenario.buyer, screen.language, screen.say(now.scenario.title), about), width="stretch")
    label = swap.LOOK if one.ended else swap.OPEN
    st.page_link(screen.pages["swap"], label=screen.say(label), icon=":material/swap_horiz:", query_params={state.ROLE_PLAY: one.id})
