"""The briefing: what do I know going in? Half a page, and a button to sit down."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import streamlit as st

from assistant.domain.assignment import Standing
from assistant.domain.roleplay import Level, Setting
from assistant.domain.scenario import Scenario
from assistant.domain.terms import Terms
from assistant.domain.words import Language
from assistant.errors import NotFound
from ui import shown, state
from ui.markup import bullets, paragraph, quiet, section, terms
from ui.markup.people import person
from ui.screen import Screen
from ui.views import assessing, assigned, choices, meeting, swap_start, way_on
from ui.words import common, practise, spending
from ui.words import meeting as words

if TYPE_CHECKING:
    from assistant.assembly import Engine

DOUBLE_CLICK = timedelta(seconds=15)
"""On a busy machine the second click is heard so much later."""
RUNS_LOW = 0.1
"""Share of a month's budget below which it is told."""
LEAST_TOLD = 0.01
"""What is left and less than that is not nothing."""
FIRST_START_S = 30.0
"""How long a first rep of all waits at most for the sample playbooks: without them the buyer knows nothing of the market."""


@dataclass(frozen=True, slots=True)
class Meeting:
    """What begins when one sits down. `under`: what is held of oneself; `assignment`: or what was set, whose terms are looked up then."""

    scenario: Scenario
    setting: Setting
    level: Level
    talk: Language
    under: Terms | None = None
    assignment: str | None = None

    @property
    def place(self) -> str:
        setting = [self.setting] if self.setting != "alone" else []
        return " ".join((self.scenario.id, *setting, *(["assessment"] if self.under else []), *([self.assignment] if self.assignment else [])))


def render(engine: "Engine", screen: Screen) -> None:
    if not {state.ROLE_PLAY, state.SCENARIO, state.ASSIGNMENT} & set(st.query_params):
        st.info(screen.say(common.CHOOSE_FIRST))
        way_on.to_practise(screen)
        return
    try:
        task = assigned.opened(screen, engine)
        scenario = engine.library.get(task.assignment.scenario if task else _chosen(engine, screen))
    except NotFound:
        way_on.no_such_buyer(screen)
        return
    st.page_link(screen.pages["practise"], label=screen.say(common.BACK_TO_GALLERY), icon=":material/arrow_back:")
    wide, narrow = st.columns([2, 1], gap="large")
    with narrow, st.container(border=True, key="card-briefing"):
        setting = _the_assignment(engine, screen, scenario, task) if task else _the_meeting(engine, screen, scenario)
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


def _the_deal(screen: Screen, scenario: Scenario) -> None:
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


def _the_assignment(engine: "Engine", screen: Screen, scenario: Scenario, task: Standing) -> Setting:
    """What was set is what begins; who will see it is said before."""
    _the_deal(screen, scenario)
    may = assigned.conditions(screen, engine, task)
    if task.assignment.language is None:
        choices.talk(screen)
    if may:
        talk = task.assignment.language or state.chosen_talk(st.session_state, screen.language)
        _sit_down(engine, screen, Meeting(scenario, "alone", task.assignment.level, talk, assignment=task.assignment.id))
    return "alone"


def _the_meeting(engine: "Engine", screen: Screen, scenario: Scenario) -> Setting:
    """How one meets: what is chosen here is what begins."""
    _the_deal(screen, scenario)
    assigned.there_is_one(screen, engine, scenario)
    setting = meeting.choose(screen, scenario)
    choices.level(screen)
    under, may = _seldom_chosen(engine, screen, scenario)
    level, talk = state.chosen_level(st.session_state), state.chosen_talk(st.session_state, screen.language)
    _sit_down(engine, screen, Meeting(scenario, setting, level, talk, under), may)
    if not under:
        st.html(quiet(screen.say(practise.PRACTICE_MINUTES, minutes=scenario.deal.minutes)))
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


def _budget(engine: "Engine", screen: Screen) -> None:
    """What is left for the model, where it may not last for a talk: said before one begins."""
    left = engine.till.left() if engine.chat else None
    if left is not None and left < RUNS_LOW:
        st.info(screen.say(spending.RUNS_LOW, left=max(left, LEAST_TOLD)) if left else screen.say(spending.USED_UP), icon=":material/toll:")


def _sit_down(engine: "Engine", screen: Screen, one: Meeting, may: bool = True) -> None:
    _budget(engine, screen)
    engine.expect(one.scenario, one.talk)
    if st.button(screen.say(practise.SIT_DOWN), type="primary", icon=":material/chair:", width="stretch", key="sit-down", disabled=not may):
        with st.spinner(screen.say(practise.SITTING_DOWN)):
            role_play_id = _seat(engine, screen, one)
        st.switch_page(screen.pages["room"], query_params={state.ROLE_PLAY: role_play_id})


def _seat(engine: "Engine", screen: Screen, one: Meeting) -> str:
    """A new role-play, or the one begun a moment ago: a double click sits down once."""
    seats = state.seats(st.session_state)
    seat = (one.place, one.level, one.talk)
    taken = seats.get(seat)
    if taken:
        begun = engine.room.role_play(screen.actor, taken)
        if begun.ended is None and len(begun.turns) == 1 and datetime.now(UTC) - begun.began_at < DOUBLE_CLICK:
            return taken
    engine.wait_for_samples(FIRST_START_S)
    under = engine.assigning.terms(screen.actor, one.assignment) if one.assignment else one.under
    begun = engine.room.begin(screen.actor, one.scenario.id, one.talk, one.level, setting=one.setting, terms=under)
    seats[seat] = begun.id
    return begun.id
