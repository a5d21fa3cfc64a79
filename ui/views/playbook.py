"""One playbook as it was read: its sections in order, with the page each stands on."""

from typing import TYPE_CHECKING

import streamlit as st

from assistant.domain.playbook import Section
from ui import state
from ui.markup import headings, unmarked
from ui.markup import playbooks as markup
from ui.screen import Screen
from ui.words import playbooks

if TYPE_CHECKING:
    from assistant.assembly import Engine

A_PAGE = 20


def render(engine: "Engine", screen: Screen) -> None:
    version_id = st.query_params.get(state.PLAYBOOK, "")
    st.page_link(screen.pages["playbooks"], label=screen.say(playbooks.BACK), icon=":material/arrow_back:")
    name = next((one.name for one in engine.shelf.versions() if one.id == version_id), None)
    sections = engine.shelf.sections(version_id) if name else ()
    if name is None or not sections:
        st.info(screen.say(playbooks.NO_SECTIONS))
        return
    st.title(unmarked(name), anchor=False)
    pages = -(-len(sections) // A_PAGE)
    slot = st.container()
    page = st.pagination(pages, key=f"sections-{version_id}") if pages > 1 else 1
    with slot:
        for section in sections[(page - 1) * A_PAGE : page * A_PAGE]:
            st.html(markup.read_section(_head(screen, name, section), section.text))


def _head(screen: Screen, name: str, section: Section) -> str:
    path = " › ".join(headings(name, section.path) or section.path) or screen.say(playbooks.UNTITLED)
    return path if section.page is None else screen.say(playbooks.SECTION_PAGE, section=path, page=section.page)
