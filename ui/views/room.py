"""The room: what is this person telling me? The conversation, nothing else wide; a narrow side; the composer below.

All of it is one fragment: a turn redraws the room and nothing else. Replies are made outside the script run (see `assistant.practice.room`);
this view only follows them, so a reload, a second tab or a lost socket changes nothing but who watches.
"""

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import streamlit as st

from assistant.domain.roleplay import RolePlay
from assistant.domain.scenario import Scenario
from assistant.practice.faults import fault_sentence
from assistant.practice.room import MOST_CHARS, Words
from ui import clock, state
from ui.guard import guarded, told
from ui.markup import unmarked
from ui.screen import Screen
from ui.views import meeting, room_side, room_talk, way_on
from ui.words import common, room
from ui.words import meeting as words_meeting

if TYPE_CHECKING:
    from streamlit.delta_generator import DeltaGenerator

    from assistant.assembly import Engine
    from assistant.practice.reply import Reply

TALK_HEIGHT = 480
"""Pixels, until the style sheet fits the conversation into the window."""


def render(engine: "Engine", screen: Screen) -> None:
    role_play = way_on.talk_in_url(engine, screen)
    if role_play:
        _room(screen, engine, role_play.id)


@st.fragment
@guarded
def _room(screen: Screen, engine: "Engine", role_play_id: str) -> None:
    role_play = engine.room.role_play(screen.actor, role_play_id)
    scenario = engine.room.scenario_of(role_play_id)
    with st.container(key="room"):
        wide, narrow = st.columns([3, 1], gap="large")
    conversation = wide.container(key="conversation", height=TALK_HEIGHT, border=False, autoscroll=True)
    notice, below = wide.empty(), wide.empty()
    reply = None
    failed = role_play.waits_for_buyer() and bool(role_play.fault)
    if role_play.ended is None:
        typed = _composer(screen, scenario, role_play, notice, below, closed=failed)
        reply = _said(screen, engine, role_play, typed) if typed else engine.room.pick_up(screen.actor, role_play_id)
        role_play = engine.room.role_play(screen.actor, role_play_id)
        reply = reply or _tried_again(screen, engine, role_play, notice)
    with conversation:
        room_talk.draw(screen, scenario, role_play.turns)
        if reply:
            role_play = room_talk.follow(screen, engine, scenario, role_play, reply)
    if reply and (failed or role_play.fault):
        st.rerun()
    _stands_there(role_play)
    if role_play.ended:
        with below.container():
            _ended(screen, scenario, role_play)
    with narrow, st.container(key="side"):
        room_side.draw(screen, engine, scenario, role_play)


def _composer(screen: Screen, scenario: Scenario, role_play: RolePlay, notice: "DeltaGenerator", below: "DeltaGenerator", closed: bool) -> str | None:
    """What the rep has just sent; what could not be sent before stands in it again. Closed while a reply that failed is still owed."""
    why = state.give_back(st.session_state, role_play.id)
    if why:
        notice.warning(unmarked(why), icon=":material/undo:")
    buyer = meeting.speaks(scenario, role_play).name.in_(screen.language)
    if meeting.just_put_through(role_play):
        notice.info(unmarked(screen.say(words_meeting.PUT_THROUGH, buyer=buyer)), icon=":material/call:")
    placeholder = words_meeting.EVERYBODY if role_play.setting == "committee" else room.COMPOSER
    return below.chat_input(
        screen.say(placeholder, buyer=buyer), key=state.composer(role_play.id), max_chars=MOST_CHARS, submit_mode="disable", disabled=closed
    )


def _said(screen: Screen, engine: "Engine", role_play: RolePlay, typed: str) -> "Reply":
    """Hands the words to the room before anything else is drawn. What fails leaves the words in the composer and says why."""
    last = role_play.turns[-1].index
    shown_at = state.first_shown(st.session_state, role_play.id, last, datetime.now(UTC))
    typing = clock.typing(st.session_state.get(clock.key(role_play.id)), last, datetime.now(UTC), shown_at)
    words = Words(typed, state.client_id(st.session_state, role_play.id), typing)
    try:
        reply = engine.room.say(screen.actor, role_play.id, words)
    except Exception as error:
        state.keep_unsent(st.session_state, role_play.id, typed, told(error, screen))
        st.rerun()
    state.sent(st.session_state, role_play.id)
    return reply


def _tried_again(screen: Screen, engine: "Engine", role_play: RolePlay, notice: "DeltaGenerator") -> "Reply | None":
    """Why the reply is absent, and the button that gives exactly one."""
    if not role_play.fault:
        return None
    with notice.container():
        st.error(unmarked(screen.say(fault_sentence(role_play.fault))), icon=":material/sync_problem:")
        again = st.button(screen.say(room.RETRY), icon=":material/refresh:", key=f"retry-{role_play.turns[-1].index}")
    return engine.room.retry(screen.actor, role_play.id) if again else None


def _stands_there(role_play: RolePlay) -> None:
    """From now on the rep can read the buyer's last turn: the typing clock starts."""
    if role_play.turns and role_play.turns[-1].speaker == "buyer":
        state.first_shown(st.session_state, role_play.id, role_play.turns[-1].index, datetime.now(UTC))
        if role_play.ended is None:
            clock.watch(role_play.id, role_play.turns[-1].index)


def _ended(screen: Screen, scenario: Scenario, role_play: RolePlay) -> None:
    """What ended it, in one sentence, and the way to the scorecard."""
    if role_play.ended is None:
        return
    sentence = room.ending(role_play.ended.outcome, role_play.ended.why)
    with st.container(border=True, key="card-ended"):
        st.text(screen.say(sentence, buyer=meeting.who_ended(scenario, role_play).name.in_(screen.language)))
        if st.button(screen.say(common.OPEN_SCORECARD), type="primary", icon=":material/analytics:", key="to-scorecard"):
            st.switch_page(screen.pages["scorecard"], query_params={state.ROLE_PLAY: role_play.id})
