"""Marks in a playbook's words: which stand, a new one, one taken away."""

from typing import TYPE_CHECKING

import streamlit as st

from assistant.domain.memory import Mark, MarkKind
from assistant.domain.playbook import PlaybookVersion
from assistant.domain.policy import may
from assistant.errors import MajuError
from assistant.playbooks.marking import BY_HAND
from ui.guard import told
from ui.markup import playbooks as markup
from ui.markup import quiet, unmarked
from ui.screen import Screen
from ui.words import common, playbooks, upkeep

if TYPE_CHECKING:
    from assistant.assembly import Engine

WORDS = "mark-words"


def draw(screen: Screen, engine: "Engine", version: PlaybookVersion) -> None:
    st.html(quiet(screen.say(upkeep.MARKS_WHAT)))
    changes = may(screen.actor, "mark_playbooks")
    marks = engine.marking.of(version.name)
    standing = engine.marking.in_versions([version.id])
    if not marks:
        st.info(screen.say(upkeep.NO_MARKS))
    for mark in marks:
        with st.container(border=True, key=f"card-mark-{mark.id}", horizontal=True, vertical_alignment="center"):
            _mark(screen, engine, mark, mark in standing, changes)
    if changes:
        _new(screen, engine, version)


def _mark(screen: Screen, engine: "Engine", mark: Mark, stands: bool, changes: bool) -> None:
    about = [screen.day(mark.at)] if stands else [screen.day(mark.at), screen.say(upkeep.GONE)]
    st.html(markup.mark(screen.say(upkeep.MARK_KINDS[mark.kind]), mark.words, about), width="stretch")
    if changes and st.button(screen.say(upkeep.UNMARK), key=f"unmark-{mark.id}", type="tertiary", icon=":material/close:"):
        engine.marking.end(screen.actor, mark.id)
        st.rerun()


def _new(screen: Screen, engine: "Engine", version: PlaybookVersion) -> None:
    """A passage chosen puts its text into the box, to be cut down to the words that are meant."""
    sections = engine.shelf.sections(version.id)
    with st.container(border=True, key="card-new-mark"):
        kinds = list(BY_HAND)
        kind: MarkKind = st.selectbox(
            screen.say(upkeep.MARK_KIND),
            kinds,
            format_func=lambda one: screen.say(upkeep.MARK_KINDS[one]),
            key="mark-kind",
            placeholder=screen.say(common.CHOOSE),
        )
        place = st.selectbox(
            screen.say(upkeep.MARK_PASSAGE),
            range(len(sections)),
            format_func=lambda at: " › ".join(sections[at].path[-2:]) or screen.say(playbooks.UNTITLED),
            key="mark-passage",
            placeholder=screen.say(common.CHOOSE),
        )
        words = st.text_area(screen.say(upkeep.MARK_WORDS), value=sections[place].text, key=f"{WORDS}-{place}", height=160)
        if st.button(screen.say(upkeep.MARK), key="mark", type="primary", icon=":material/ink_highlighter:"):
            try:
                engine.marking.add(screen.actor, version.name, kind, words)
            except MajuError as error:
                st.error(unmarked(told(error, screen)), icon=":material/error:")
            else:
                st.rerun()
