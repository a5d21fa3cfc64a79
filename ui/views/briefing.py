"""The briefing: what do I know going in? Half a page, and a button to sit down."""

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import streamlit as st

from assistant.domain.roleplay import Setting
from assistant.domain.scenario import Scenario
from assistant.domain.terms import Terms
from assistant.errors import NotFound
from ui import shown, state
from ui.markup import bullets, paragraph, quiet, section, terms
from ui.markup.people import person
from ui.screen import Screen
from ui.views import assessing, choices, meeting, swap_start, way_on
from ui.words import common, practise
from ui.words import meeting as words

if TYPE_CHECKING:
    from assistant.assembly import Engine

DOUBLE_CLICK = timedelta(seconds=15)
"""On a busy machine the second click is heard so much later."""
FIRST_START_S = 30.0
"""How long a first rep of all waits at most for the sample playbooks: without them the buyer knows nothing of the market."""


def render(engine: "Engine", screen: Screen) -> None:
    if state.ROLE_PLAY not in st.query_params and state.SCENARIO not in st.query_params:
        st.info(screen.say(common.CHOOSE_FIRST))
        way_on.to_practise(screen)
        return
    try:
        scenario = engine.library.get(_chosen(engine, screen))
    except NotFound:
        way_on.no_such_buyer(screen)
        return
    st.page_link(screen.pages["practise"], label=screen.say(common.BACK_TO_GALLERY), icon=":material/arrow_back:")
    wide, narrow = st.columns([2, 1], gap="large")
    with narrow, st.container(border=True, key="card-briefing"):
        setting = _the_meeting(engine, screen, scenario)
    with wide:
        _what_i_know(screen, scenario, setting)


def _chosen(engine: "Engine", screen: Screen) -> str:
    """The scenario in the URL; of a role-play, the one it plays: 'back' from the room stops at such an address on its way here."""
    role_play = st.query_params.get(state.ROLE_PLAY)
    return engine.room.role_play(screen.actor, role_play).scenario if role_play else st.query_params[state.SCENARIO]


def _what_i_know(screen: Screen, scenario: Scenario, setting: Setting) -> None:
    here, briefing, deal = screen.language, scenario.briefing, scenario.deal
    situation, goal = meeting.situation(scenario, setting)
    st.html(person(scenario.buyer, here, "large"))
    st.title(screen.say(scenario.title), anchor=False)
    st.html(section(screen.say(practise.SITUATION), paragraph(situation.in_(here))))
    meeting.who_is_there(screen, scenario, setting)
    st.html(section(screen.say(practise.GOAL), paragraph(goal.in_(here))))
    left, right = st.columns(2, gap="medium")
    left.html(section(screen.say(practise.KNOWN), bullets(briefing.known.in_(here))))
    right.html(section(screen.say(practise.MAY_OFFER), bullets(deal.may_offer.in_(here))))
    st.html(section(screen.say(practise.ABOUT_PRODUCT), paragraph(deal.summary.in_(here))))


def _the_meeting(engine: "Engine", screen: Screen, scenario: Scenario) -> Setting:
    """How one meets: what is chosen here is what begins."""
    deal, here = scenario.deal, screen.language
    price = shown.won_range(deal.price_low_won, deal.price_high_won, here)
    st.html(
        terms(
            (
                (screen.say(practise.PRODUCT), deal.product.in_(here)),
                (screen.say(practise.PRICE), price, deal.price_how.in_(here)),
                (screen.say(practise.STAGE), deal.stage.in_(here)),
            )
        )
    )
    setting = meeting.choose(screen, scenario)
    choices.level(screen)
    under, may = _seldom_chosen(engine, screen, scenario)
    if st.button(screen.say(practise.SIT_DOWN), type="primary", icon=":material/chair:", width="stretch", key="sit-down", disabled=not may):
        with st.spinner(screen.say(practise.SITTING_DOWN)):
            role_play_id = _seat(engine, screen, scenario, setting, under)
        st.switch_page(screen.pages["room"], query_params={state.ROLE_PLAY: role_play_id})
    if not under:
        st.html(quiet(screen.say(practise.PRACTICE_MINUTES, minutes=deal.minutes)))
    swap_start.offer(engine, screen, scenario)
    last = meeting.last_talk(engine, screen, scenario)
    if last:
        meeting.call_again(engine, screen, last, what=screen.say(words.CALL_AGAIN_WHAT))
    return setting


def _seldom_chosen(engine: "Engine", screen: Screen, scenario: Scenario) -> tuple[Terms | None, bool]:
    """Language and assessment behind one fold, which stands open while what is in it is not the ordinary."""
    here = screen.language
    unlike = state.chosen_talk(st.session_state, here) != here or st.session_state.get(state.MODE) == "assessment"
    with st.expander(screen.say(practise.SELDOM), expanded=unlike, type="compact", key="seldom"):
        choices.talk(screen)
        return assessing.chosen(screen, engine, scenario)


def _seat(engine: "Engine", screen: Screen, scenario: Scenario, setting: Setting, under: Terms | None) -> str:
    """A new role-play, or the one begun a moment ago: a double click sits down once."""
    level, talk = state.chosen_level(st.session_state), state.chosen_talk(st.session_state, screen.language)
    place = " ".join((scenario.id, *([setting] if setting != "alone" else []), *(["assessment"] if under else [])))
    seats = state.seats(st.session_state)
    taken = seats.get((place, level, talk))
    if taken:
        begun = engine.room.role_play(screen.actor, taken)
        if begun.ended is None and len(begun.turns) == 1 and datetime.now(UTC) - begun.began_at < DOUBLE_CLICK:
            return taken
    engine.wait_for_samples(FIRST_START_S)
    begun = engine.room.begin(screen.actor, scenario.id, talk, level, setting=setting, terms=under)
    seats[place, level, talk] = begun.id
    return begun.id
