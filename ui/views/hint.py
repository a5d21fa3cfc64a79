"""The coach beside the room: a button, and the question it asks, until the conversation goes on."""

from typing import TYPE_CHECKING

import streamlit as st

from assistant.domain.hint import Hint
from assistant.domain.roleplay import RolePlay
from assistant.domain.scenario import Scenario
from assistant.domain.table import face_of
from assistant.errors import InputError
from ui.guard import told
from ui.markup import conversation, quiet, safe
from ui.screen import Screen
from ui.words import hints, room

if TYPE_CHECKING:
    from assistant.assembly import Engine


def draw(screen: Screen, engine: "Engine", scenario: Scenario, role_play: RolePlay) -> None:
    """The button keeps its place; what it asks stands below it."""
    if st.button(screen.say(hints.HINT), icon=":material/lightbulb:", width="stretch", key="hint"):
        try:
            engine.coach.hint(screen.actor, role_play.id)
        except InputError as error:
            st.html(quiet(told(error, screen)))
            return
    given = engine.coach.given(role_play.id)
    if given and given[-1].turn == role_play.turns[-1].index:
        area = screen.say(room.AREAS[given[-1].about]) if given[-1].about else ""
        buyer = face_of(scenario, role_play.turns[-1].person)
        asks = engine.coach.words(given, screen.language).format(buyer=screen.say(buyer.name), area=area)
        with st.container(key="hint-asks"):
            st.html(f'<div class="maju-hint" aria-live="polite"><p>{safe(asks)}</p>{_passage(screen, given[-1])}</div>')


def used(screen: Screen, engine: "Engine", role_play: RolePlay) -> list[str]:
    """What the scorecard says of them; nothing when there were none."""
    count = len(engine.coach.given(role_play.id))
    return [screen.say(hints.USED, count=count)] if count else []


def _passage(screen: Screen, hint: Hint) -> str:
    if hint.cited is None:
        return ""
    where = conversation.place(hint.cited, screen.say(room.PAGE))
    summary = f"{safe(screen.say(hints.PLAYBOOK))}: {safe(where)}"
    return f'<details><summary>{summary}</summary><blockquote class="maju-quote">{safe(hint.passage)}</blockquote></details>'
