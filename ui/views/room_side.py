"""The narrow side of the room: the buyer, the clock, the way out, and what has been found out: it grows, so it comes last."""

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import streamlit as st

from assistant.domain.roleplay import RolePlay
from assistant.domain.scenario import Scenario
from assistant.domain.table import as_played
from assistant.practice.discovery import discovered
from ui import shown, state
from ui.guard import guarded
from ui.markup import quiet, safe
from ui.markup.discovery import Spot, discovery_map
from ui.screen import Screen
from ui.views import again, meeting
from ui.words import again as words_again
from ui.words import common, room

if TYPE_CHECKING:
    from assistant.assembly import Engine

CLOCK_S = 20


def draw(screen: Screen, engine: "Engine", scenario: Scenario, role_play: RolePlay) -> None:
    meeting.everybody(screen, scenario, role_play)
    if role_play.ended:
        st.html(_clock_face(screen.say(common.OUTCOMES[role_play.ended.outcome]), screen.say(room.CLOCK_ENDED, day=screen.day(role_play.ended.at))))
    else:
        _clock(screen, scenario, role_play)
    if role_play.branch:
        st.html(quiet(screen.say(words_again.BRANCH, number=again.number_of(role_play, role_play.branch.turn))))
    if not role_play.ended:
        _finish(screen, engine, role_play)
    again.in_room(engine, screen, role_play)
    meeting.call_again(engine, screen, role_play)
    if not role_play.ended:
        st.html(quiet(_who_plays(screen, engine)))
    st.html(_map(screen, scenario, role_play))


@st.fragment(run_every=CLOCK_S)
@guarded
def _clock(screen: Screen, scenario: Scenario, role_play: RolePlay) -> None:
    gone = shown.minutes(datetime.now(UTC) - role_play.began_at, screen.language)
    now = screen.say(room.CLOCK, gone=gone) if gone else screen.say(room.JUST_BEGUN)
    st.html(_clock_face(now, screen.say(room.CLOCK_OF, minutes=scenario.deal.minutes)))


def _clock_face(big: str, small: str) -> str:
    return f'<div class="maju-clock">{safe(big)}<span>{safe(small)}</span></div>'


def _map(screen: Screen, scenario: Scenario, role_play: RolePlay) -> str:
    findings = discovered(as_played(scenario, role_play.setting), role_play.mind())
    spots = [Spot(meeting.area(screen, scenario, one.item), screen.say(one.item.name), one.found) for one in findings]
    found = sum(one.found == "covered" for one in findings)
    count = screen.say(room.MAP_COUNT, found=found, of=len(findings))
    return discovery_map(screen.say(room.MAP), count, spots, {name: screen.say(text) for name, text in room.FOUND.items()})


def _finish(screen: Screen, engine: "Engine", role_play: RolePlay) -> None:
    with st.popover(screen.say(room.FINISH), icon=":material/flag:", width="stretch", key="finish"):
        st.text(screen.say(room.FINISH_WHAT))
        if st.button(screen.say(room.FINISH_YES), type="primary", width="stretch", key="finish-yes"):
            engine.room.finish(screen.actor, role_play.id)
            st.switch_page(screen.pages["scorecard"], query_params={state.ROLE_PLAY: role_play.id})


def _who_plays(screen: Screen, engine: "Engine") -> str:
    settings = engine.settings
    return screen.say(room.OFFLINE) if settings.offline else screen.say(room.WITH_MODEL, model=settings.model)
