"""The conversation in the room: the turns so far, and the buyer's next one as it is spoken."""

from typing import TYPE_CHECKING

import streamlit as st

from assistant.domain.roleplay import PlayedTurn, RolePlay
from assistant.domain.scenario import Scenario
from assistant.domain.table import face_of
from ui.markup import conversation, hidden_title, quiet
from ui.screen import Screen
from ui.views import meeting
from ui.words import meeting as words_meeting
from ui.words import room

if TYPE_CHECKING:
    from streamlit.delta_generator import DeltaGenerator

    from assistant.assembly import Engine
    from assistant.practice.reply import Reply

MOST_TURNS = 30
"""Older turns are not drawn here: the whole conversation stands on the scorecard."""
BEAT_S = 0.5
"""How long a page that nobody looks at any more goes on following a silent reply."""


def draw(screen: Screen, engine: "Engine", scenario: Scenario, role_play: RolePlay, reply: "Reply | None") -> None:
    """The turns, the buyer's last one in a place of its own: there it was spoken, and there it stays when the room is drawn anew, so that
    nothing moves. `reply`: the one in the making, shown sentence by sentence."""
    turns = role_play.turns
    last = turns[-1] if turns and turns[-1].speaker == "buyer" and not reply else None
    before = turns[:-1] if last else turns
    st.html(hidden_title(screen.say(scenario.title)))
    most = MOST_TURNS - 1
    earlier = len(before) - most
    if earlier > 0:
        st.html(quiet(screen.say(room.EARLIER, count=earlier)))
    named = conversation.several_speak(turns)
    st.html(conversation.talk([_turn(screen, scenario, turn, named) for turn in before[-most:]]))
    live = st.empty()
    if reply:
        follow(screen, engine, scenario, role_play, reply, live)
    elif last:
        live.html(_live(_turn(screen, scenario, last, named)))


def _turn(screen: Screen, scenario: Scenario, turn: PlayedTurn, named: bool) -> str:
    places = conversation.places(turn, screen.say(room.PAGE))
    under = conversation.cited(screen.say(room.CITED), places)
    return conversation.spoken(
        turn.text, turn.speaker, face_of(scenario, turn.person), screen.language, _who(screen, scenario, turn), turn.index, under, named
    )


def _who(screen: Screen, scenario: Scenario, turn: PlayedTurn) -> str:
    return screen.say(face_of(scenario, turn.person).name) if turn.speaker == "buyer" else screen.say(room.REP_SPOKE)


def follow(screen: Screen, engine: "Engine", scenario: Scenario, role_play: RolePlay, reply: "Reply", live: "DeltaGenerator") -> None:
    """Shows the reply sentence by sentence, then as it was stored; one that failed leaves nothing."""
    thinking = _thinking(screen, scenario, role_play)
    live.html(_live(thinking))
    said: list[str] = []
    for sentence in reply.follow(BEAT_S):
        said += [sentence] if sentence else []
        speaker = face_of(scenario, reply.person)
        named = conversation.several_speak(role_play.turns) or reply.person is not None
        words = conversation.spoken(" ".join(said), "buyer", speaker, screen.language, screen.say(speaker.name), named=named)
        live.html(_live(words if said else thinking))
    role_play = engine.room.role_play(screen.actor, role_play.id)
    answer = role_play.turns[-1]
    if answer.speaker == "buyer":
        live.html(_live(_turn(screen, scenario, answer, conversation.several_speak(role_play.turns))))
    else:
        live.empty()


def _thinking(screen: Screen, scenario: Scenario, role_play: RolePlay) -> str:
    """Who will speak at a table nobody knows yet."""
    if role_play.setting == "committee":
        return quiet(screen.say(words_meeting.TABLE_THINKS))
    return quiet(screen.say(room.THINKING, buyer=screen.say(meeting.speaks(scenario, role_play).name)))


def _live(turn: str) -> str:
    return f'<div class="maju-talk" aria-live="polite">{turn}</div>'
