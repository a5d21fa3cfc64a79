"""Choosing how one meets the buyer, who sits there, and calling again days later; the briefing, the room, the history and the scorecard share it."""

from typing import TYPE_CHECKING

import streamlit as st

from assistant.domain.buyer import Buyer, DiscoveryItem
from assistant.domain.roleplay import GATEKEEPER, RolePlay, Setting
from assistant.domain.scenario import Scenario
from assistant.domain.table import face_of, settings_of
from assistant.domain.words import Text
from assistant.practice.endings import may_call_again, reached
from ui import state
from ui.markup import paragraph, quiet, section
from ui.markup.meeting import company
from ui.markup.people import person
from ui.screen import Screen
from ui.words import meeting, room

if TYPE_CHECKING:
    from assistant.assembly import Engine


def choose(screen: Screen, scenario: Scenario) -> Setting:
    """The setting of the next role-play; asked only where there is a choice."""
    settings = settings_of(scenario)
    if len(settings) == 1:
        return settings[0]
    chosen = st.segmented_control(
        screen.say(meeting.SETTING),
        list(settings),
        default=settings[0],
        required=True,
        format_func=lambda one: screen.say(meeting.SETTINGS[one]),
        key=state.setting(scenario.id),
        persist_state="session",
    )
    return chosen if chosen in settings else settings[0]


def situation(scenario: Scenario, setting: Setting) -> tuple[Text, Text]:
    """Where things stand and what one wants from today, with these people."""
    told = scenario.committee if setting == "committee" and scenario.committee else scenario.briefing
    return told.situation, told.goal


def who_is_there(screen: Screen, scenario: Scenario, setting: Setting) -> None:
    """What this setting adds to the briefing."""
    here = screen.language
    if setting == "committee" and scenario.committee:
        rows = [(face_of(scenario, who), "") for who in (None, *(one.id for one in scenario.people()))]
        st.html(section(screen.say(meeting.WHO_IS_THERE), company(rows, here)))
    if setting == "gatekeeper" and scenario.gatekeeper:
        row = [(face_of(scenario, GATEKEEPER), "")]
        st.html(section(screen.say(meeting.FIRST_MEETS), paragraph(scenario.gatekeeper.situation.in_(here)) + company(row, here)))


def area(screen: Screen, scenario: Scenario, item: DiscoveryItem) -> str:
    """What a spot of the discovery map is called: with whose it is, where it is not the buyer's to tell."""
    owners = [one.name.in_(screen.language) for one in scenario.people() if {fact.id for fact in one.facts} & set(item.facts)]
    return " · ".join((screen.say(room.AREAS[item.area]), *owners))


def everybody(screen: Screen, scenario: Scenario, role_play: RolePlay) -> None:
    """The people of a role-play beside it: the buyer alone, or all who are there and where they are."""
    here = screen.language
    if role_play.setting == "committee":
        st.html(company([(face_of(scenario, who), _away(screen, role_play, who)) for who in (None, *(one.id for one in scenario.people()))], here))
    elif at_the_gate(role_play):
        st.html(company([(face_of(scenario, GATEKEEPER), ""), (scenario.buyer, screen.say(meeting.WAITS_INSIDE))], here))
    else:
        st.html(person(scenario.buyer, here))
    if role_play.follows:
        st.html(quiet(screen.say(meeting.LATER, days=role_play.days_later)))
        link = screen.say(meeting.READ_FIRST)
        st.page_link(screen.pages["scorecard"], label=link, icon=":material/history:", query_params={state.ROLE_PLAY: role_play.follows})


def _away(screen: Screen, role_play: RolePlay, who: str | None) -> str:
    record = next((turn.record for turn in reversed(role_play.turns) if turn.record), None)
    gone = record is not None and any(one.gone and one.person == who for one in record.people)
    return screen.say(meeting.GONE) if gone else ""


def at_the_gate(role_play: RolePlay) -> bool:
    """Whether somebody else still answers for the buyer."""
    if role_play.setting != "gatekeeper":
        return False
    record = next((turn.record for turn in reversed(role_play.turns) if turn.record), None)
    return not reached(role_play) and not (record and record.gate and record.gate.through)


def just_put_through(role_play: RolePlay) -> bool:
    return role_play.setting == "gatekeeper" and not reached(role_play) and not at_the_gate(role_play)


def speaks(scenario: Scenario, role_play: RolePlay) -> Buyer:
    """Whom the rep's words reach when only one can answer."""
    return face_of(scenario, GATEKEEPER if at_the_gate(role_play) else None)


def who_ended(scenario: Scenario, role_play: RolePlay) -> Buyer:
    """Whom the sentence about the ending names: whoever got up; the buyer, when somebody else did not put the rep through."""
    last = next((turn.person for turn in reversed(role_play.turns) if turn.speaker == "buyer"), None)
    return face_of(scenario, None if last == GATEKEEPER else last)


def named(screen: Screen, role_play: RolePlay) -> list[str]:
    """What a list says of how one met; nothing of an ordinary meeting."""
    if role_play.follows:
        return [screen.say(meeting.LATER_ROW, days=role_play.days_later)]
    return [] if role_play.setting == "alone" else [screen.say(meeting.SETTINGS[role_play.setting])]


def call_again(engine: "Engine", screen: Screen, role_play: RolePlay, what: str | None = None) -> None:
    """A quiet button that calls again, where one may. `what`: said of it where one has not just had that conversation."""
    if role_play.rep != screen.actor.id or not may_call_again(role_play):
        return
    if st.button(screen.say(meeting.CALL_AGAIN), key=f"call-{role_play.id}", icon=":material/phone_callback:", type="tertiary", help=what):
        with st.spinner(screen.say(meeting.CALLING)):
            begun = _called(engine, screen, role_play)
        st.switch_page(screen.pages["room"], query_params={state.ROLE_PLAY: begun})


def _called(engine: "Engine", screen: Screen, role_play: RolePlay) -> str:
    """The later call, or the one begun here in which nothing has been said yet: a double click calls once."""
    place = f"later {role_play.id}"
    seats = state.seats(st.session_state)
    known = seats.get((place, role_play.level, role_play.language))
    if known:
        begun = engine.room.role_play(screen.actor, known)
        if begun.ended is None and len(begun.turns) == 1:
            return known
    later = engine.room.call_again(screen.actor, role_play.id)
    seats[place, role_play.level, role_play.language] = later.id
    return later.id


def last_talk(engine: "Engine", screen: Screen, scenario: Scenario) -> RolePlay | None:
    """The newest conversation with this buyer that one may call again after."""
    mine = engine.room.mine(screen.actor)
    return next((one for one in mine if one.scenario == scenario.id and may_call_again(one)), None)
