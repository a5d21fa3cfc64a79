"""Who of the speakers is the rep and who the buyer: asked once for every group of names that no file explains."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

import streamlit as st

from assistant.domain.conversation import Conversation, Part
from assistant.errors import MajuError
from ui import shown
from ui.guard import told
from ui.markup import conversations as markup
from ui.markup import quiet, unmarked
from ui.screen import Screen
from ui.words import conversations

if TYPE_CHECKING:
    from assistant.assembly import Engine

MOST_GROUPS = 5
MOST_LINES = 4
SHORT = 90


def ask(engine: "Engine", screen: Screen) -> None:
    groups = engine.real_talks.unmapped(screen.actor)
    if not groups:
        return
    st.subheader(screen.say(conversations.WHO), anchor=False)
    st.html(quiet(screen.say(conversations.WHO_LEAD)))
    known = engine.real_talks.known(screen.actor)
    for names, count, example in groups[:MOST_GROUPS]:
        with st.container(border=True, key=f"who-{example}"):
            st.html(quiet(screen.say(conversations.GROUP, count=f"{count:,}")) + _beginning(engine.real_talks.get(screen.actor, example)))
            parts = chosen(screen, names, known, example)
            if st.button(screen.say(conversations.USE), type="primary", key=f"use-{example}", icon=":material/check:"):
                _use(engine, screen, names, parts)
    if len(groups) > MOST_GROUPS:
        st.html(quiet(screen.say(conversations.MORE_GROUPS, count=len(groups) - MOST_GROUPS)))


def chosen(screen: Screen, names: tuple[str, ...], known: Mapping[str, Part], key: str) -> dict[str, Part]:
    """A choice for each name; the buyer's side until somebody says otherwise."""
    parts: dict[str, Part] = {}
    for number, name in enumerate(names):
        default = known.get(name, "buyer")
        choice = st.segmented_control(
            unmarked(name),
            list(conversations.PARTS),
            default=default,
            required=True,
            format_func=lambda part: screen.say(conversations.PARTS[part]),
            key=f"part-{key}-{number}",
        )
        parts[name] = choice or default
    return parts


def _use(engine: "Engine", screen: Screen, names: tuple[str, ...], parts: Mapping[str, Part]) -> None:
    try:
        engine.real_talks.map(screen.actor, names, parts)
    except MajuError as error:
        st.error(unmarked(told(error, screen)), icon=":material/error:")
    else:
        st.rerun()


def _beginning(one: Conversation) -> str:
    """The first words, so that one sees who is who."""
    lines = [(line.who, shown.short(line.text, SHORT)) for line in one.dialogue.lines]
    first = list({who: (who, text) for who, text in reversed(lines)}.values())
    return markup.lines(lines[:MOST_LINES] if len(one.dialogue.names) <= MOST_LINES else first[:-1][: 2 * MOST_LINES])
