"""Practise: whom do I sit across from today? A gallery of deals, each a card with the buyer, the price and my last try."""

from typing import TYPE_CHECKING

import streamlit as st

from assistant.domain.roleplay import RolePlay
from assistant.domain.scenario import Scenario
from ui import shown, state
from ui.markup import safe
from ui.markup.people import person
from ui.screen import Screen
from ui.views import assigned, reviewed
from ui.words import common, practise

if TYPE_CHECKING:
    from assistant.assembly import Engine

CARD_WIDTH = 300


def render(engine: "Engine", screen: Screen) -> None:
    st.title(screen.say(practise.TITLE), anchor=False)
    st.html(f'<p class="maju-lead">{safe(screen.say(practise.LEAD))}</p>')
    reviewed.news(screen, engine)
    assigned.due(screen, engine)
    scenarios = engine.library.all()
    if not scenarios:
        st.info(screen.say(practise.NO_SCENARIOS))
        return
    tries = _last_tries(engine.room.mine(screen.actor))
    gallery = st.grid(min_column_width=CARD_WIDTH, gap="small", border=True, key="gallery")
    for scenario in scenarios:
        with gallery.cell():
            _card(screen, scenario, tries.get(scenario.id))


def _last_tries(mine: tuple[RolePlay, ...]) -> dict[str, RolePlay]:
    """The newest role-play of each scenario; `mine` comes newest first."""
    return {one.scenario: one for one in reversed(mine)}


def _card(screen: Screen, scenario: Scenario, last: RolePlay | None) -> None:
    price = shown.won_range(scenario.deal.price_low_won, scenario.deal.price_high_won, screen.language)
    minutes = screen.say(practise.PRACTICE_MINUTES, minutes=scenario.deal.minutes)
    st.html(
        f'<div class="maju-card">{person(scenario.buyer, screen.language)}<h3>{safe(screen.say(scenario.title))}</h3>'
        f'<p class="maju-facts"><span>{safe(price)}</span><span>{safe(minutes)}</span></p>'
        f'<p class="maju-last">{safe(_last_try(screen, last))}</p></div>'
    )
    with st.container(horizontal=True, gap="small"):
        st.page_link(
            screen.pages["briefing"], label=screen.say(practise.PREPARE), icon=":material/arrow_forward:", query_params={state.SCENARIO: scenario.id}
        )
        if last and not last.ended:
            st.page_link(screen.pages["room"], label=screen.say(common.CONTINUE), icon=":material/forum:", query_params={state.ROLE_PLAY: last.id})


def _last_try(screen: Screen, last: RolePlay | None) -> str:
    if last is None:
        return screen.say(practise.NEVER_TRIED)
    if last.ended is None:
        return screen.say(practise.OPEN_TRY, day=screen.day(last.began_at))
    outcome = screen.say(common.OUTCOMES[last.ended.outcome])
    return screen.say(practise.LAST_TRY, day=screen.day(last.ended.at), outcome=outcome)
