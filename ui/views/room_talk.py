"""The conversation in the room: the turns so far, and the buyer's next one as it is spoken."""

from typing import TYPE_CHECKING

import streamlit as st

from assistant.domain.roleplay import PlayedTurn, RolePlay
from assistant.domain.scenario import Scenario
from ui.markup import conversation, hidden_title, quiet
from ui.screen import Screen
from ui.words import room

if TYPE_CHECKING:
    from assistant.assembly import Engine
    from assistant.practice.reply import Reply

MOST_TURNS = 30
"""Older turns are not drawn here: the whole conversation stands on the scorecard."""
BEAT_S = 0.5
"""How long a page that nobody looks at any more goes on following a silent reply."""


def draw(screen: Screen, scenario: Scenario, turns: tuple[PlayedTurn, ...]) -> None:
    st.html(hidden_title(screen.say(scenario.title)))
    earlier = len(turns) - MOST_TURNS
    if earlier > 0:
        st.html(quiet(screen.say(room.EARLIER, count=earlier)))
    st.html(conversation.talk([_turn(screen, scenario, turn) for turn in turns[-MOST_TURNS:]]))


def _turn(screen: Screen, scenario: Scenario, turn: PlayedTurn) -> str:
    places = conversation.places(turn, screen.say(room.PAGE))
    under = conversation.cited(screen.say(room.CITED), places)
    return conversation.spoken(turn.text, turn.speaker, scenario.buyer, screen.language, _who(screen, scenario, turn), turn.index, under)


def _who(screen: Screen, scenario: Scenario, turn: PlayedTurn) -> str:
    return screen.say(scenario.buyer.name) if turn.speaker == "buyer" else screen.say(room.REP_SPOKE)


def follow(screen: Screen, engine: "Engine", scenario: Scenario, role_play: RolePlay, reply: "Reply") -> RolePlay:
    """Shows the reply sentence by sentence, then as it was stored. Returns the role-play as it stands then; a reply that failed leaves nothing."""
    live, who = st.empty(), screen.say(scenario.buyer.name)
    live.html(_live(quiet(screen.say(room.THINKING, buyer=who))))
    said: list[str] = []
    for sentence in reply.follow(BEAT_S):
        said += [sentence] if sentence else []
        words = conversation.spoken(" ".join(said), "buyer", scenario.buyer, screen.language, who)
        live.html(_live(words if said else quiet(screen.say(room.THINKING, buyer=who))))
    role_play = engine.room.role_play(screen.actor, role_play.id)
    answer = role_play.turns[-1]
    if answer.speaker == "buyer":
        live.html(_live(_turn(screen, scenario, answer)))
    else:
        live.empty()
    return role_play


def _live(turn: str) -> str:
    return f'<div class="maju-talk" aria-live="polite">{turn}</div>'
