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
from assistant.practice.room import Words
from ui import composer, redraw, state
from ui.guard import guarded, told
from ui.markup import unmarked
from ui.screen import Screen
from ui.views import after_call, meeting, room_side, room_talk, way_on
from ui.words import again as words_again
from ui.words import common, room
from ui.words import composer as words_composer
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
        engine.expect(engine.room.scenario_of(role_play.id), role_play.language)
        _room(screen, engine, role_play.id)


@st.fragment
@guarded
def _room(screen: Screen, engine: "Engine", role_play_id: str) -> None:
    sent = composer.sent(st.session_state, role_play_id)
    if sent:
        _say(screen, engine, role_play_id, sent)
    reply = engine.room.pick_up(screen.actor, role_play_id)
    role_play = engine.room.role_play(screen.actor, role_play_id)
    scenario = engine.room.scenario_of(role_play_id)
    with st.container(key="room"):
        wide, narrow = st.columns([3, 1], gap="large")
    conversation = wide.container(key="conversation", height=TALK_HEIGHT, border=False, autoscroll=True)
    notice, below = wide.empty(), wide.container(key="below")
    reply = (reply or _tried_again(screen, engine, role_play, notice)) if role_play.waits_for_buyer() else None
    with below:
        _ended(screen, scenario, role_play)
        composer.draw(screen, role_play, _label(screen, scenario, role_play), owed=role_play.waits_for_buyer())
    _noticed(screen, scenario, role_play, notice)
    with conversation:
        room_talk.draw(screen, engine, scenario, role_play, reply)
    if reply:
        redraw.part_again()
    _stands_there(role_play)
    with narrow, st.container(key="side"):
        room_side.draw(screen, engine, scenario, role_play)


def _say(screen: Screen, engine: "Engine", role_play_id: str, sent: composer.Sent) -> None:
    """Hands the words to the room before anything is drawn. What fails gives them back to the composer and says why."""
    role_play = engine.room.role_play(screen.actor, role_play_id)
    if sent.is_in(role_play):
        return
    last, now = role_play.turns[-1], datetime.now(UTC)
    shown_at = state.first_shown(st.session_state, role_play_id, last.index, now)
    words = Words(sent.text, sent.client_id, sent.typing(last.index, now, shown_at), max(sent.at(now), last.sent_at))
    try:
        engine.room.say(screen.actor, role_play_id, words)
    except Exception as error:
        why = told(error, screen)
        if not sent.is_in(engine.room.role_play(screen.actor, role_play_id)):
            state.refuse_words(st.session_state, role_play_id, sent.client_id, why)
        return
    state.kept_words(st.session_state, role_play_id)


def _label(screen: Screen, scenario: Scenario, role_play: RolePlay) -> str:
    label = words_meeting.EVERYBODY if role_play.setting == "committee" else words_composer.LABEL
    return screen.say(label, buyer=screen.say(meeting.speaks(scenario, role_play).name))


def _noticed(screen: Screen, scenario: Scenario, role_play: RolePlay, notice: "DeltaGenerator") -> None:
    """Why words were not kept; else, that the buyer is on the line now."""
    if role_play.ended or role_play.fault:
        return
    if not composer.refused(role_play.id, notice) and meeting.just_put_through(role_play) and not role_play.waits_for_buyer():
        buyer = screen.say(meeting.speaks(scenario, role_play).name)
        notice.info(unmarked(screen.say(words_meeting.PUT_THROUGH, buyer=buyer)), icon=":material/call:")


def _tried_again(screen: Screen, engine: "Engine", role_play: RolePlay, notice: "DeltaGenerator") -> "Reply | None":
    """Why the reply is absent, and the button that gives exactly one."""
    if not role_play.fault:
        return None
    with notice.container():
        way_on = [screen.say(room.WAY_ON)] if role_play.voice == "model" else []
        st.error(unmarked(" ".join([screen.say(fault_sentence(role_play.fault)), *way_on])), icon=":material/sync_problem:")
        with st.container(horizontal=True):
            at = role_play.turns[-1].index
            again = st.button(screen.say(room.RETRY), icon=":material/refresh:", key=f"retry-{at}")
            embedded = role_play.voice == "model" and st.button(screen.say(room.GO_ON_EMBEDDED), icon=":material/forum:", key=f"embedded-{at}")
    if embedded:
        engine.room.speak_with(screen.actor, role_play.id, "embedded")
    return engine.room.retry(screen.actor, role_play.id) if again or embedded else None


def _stands_there(role_play: RolePlay) -> None:
    """From now on the rep can read the buyer's last turn: the typing clock starts."""
    if role_play.turns and role_play.turns[-1].speaker == "buyer":
        state.first_shown(st.session_state, role_play.id, role_play.turns[-1].index, datetime.now(UTC))


def _ended(screen: Screen, scenario: Scenario, role_play: RolePlay) -> None:
    """What ended it, in one sentence, and the way to the scorecard."""
    if role_play.ended is None:
        return
    sentence = room.ending(role_play.ended.outcome, role_play.ended.why)
    with st.container(border=True, key="card-ended"):
        st.text(screen.say(sentence, buyer=meeting.who_ended(scenario, role_play).name.in_(screen.language)))
        label = words_again.TO_BOTH if role_play.is_redo else common.OPEN_SCORECARD
        if st.button(screen.say(label), type="primary", icon=":material/analytics:", key="to-scorecard"):
            st.switch_page(screen.pages[way_on.after(role_play)], query_params={state.ROLE_PLAY: role_play.id})
        after_call.link(screen, role_play)
