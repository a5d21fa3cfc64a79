"""One playbook: its text as it was read, what nobody sees in the document, its versions; and the approval where it waits."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import streamlit as st

from assistant.domain.playbook import KEPT_IN, PATH, Hidden, PlaybookVersion, Section
from assistant.errors import MajuError
from ui import state
from ui.guard import told
from ui.markup import headings, quiet, unmarked
from ui.markup import playbooks as markup
from ui.screen import Screen
from ui.views import approving as approve
from ui.views import playbook_marks, playbook_versions
from ui.words import approving, playbooks, upkeep

if TYPE_CHECKING:
    from assistant.assembly import Engine

A_PAGE = 20
TEXT, HIDDEN, VERSIONS, MARKS = "text", "hidden", "versions", "marks"


def render(engine: "Engine", screen: Screen) -> None:
    version_id = st.query_params.get(state.PLAYBOOK, "")
    st.page_link(screen.pages["playbooks"], label=screen.say(playbooks.BACK), icon=":material/arrow_back:")
    version = next((one for one in engine.shelf.versions() if one.id == version_id and approve.is_shown(screen, one)), None)
    if version is None or not version.passages:
        st.info(screen.say(playbooks.NO_SECTIONS))
        return
    st.title(unmarked(version.name), anchor=False)
    hidden = engine.shelf.approval.hidden(version_id)
    if version.state == "read":
        _decision(screen, engine, version, len(hidden))
    chosen = _tab(screen, version, len(hidden), len(engine.marking.of(version.name)))
    if chosen == VERSIONS:
        playbook_versions.draw(screen, engine, version)
    elif chosen == MARKS:
        playbook_marks.draw(screen, engine, version)
    elif chosen == HIDDEN:
        _hidden(screen, hidden)
    else:
        _text(screen, engine, version)


def _decision(screen: Screen, engine: "Engine", version: PlaybookVersion, hidden: int) -> None:
    with st.container(border=True, key="card-decision"):
        st.markdown(unmarked(screen.say(approving.WAITS, version=version.version)))
        in_use = next((one for one in engine.shelf.current() if one.name == version.name), None)
        if in_use:
            st.html(quiet(screen.say(approving.IN_USE_MEANWHILE, version=in_use.version)))
        if hidden:
            st.warning(screen.say(approving.HIDDEN_COUNT, count=hidden), icon=":material/visibility_off:")
        with st.container(horizontal=True):
            if st.button(screen.say(approving.APPROVE), key="approve", type="primary", icon=":material/check:"):
                approve.start(screen, engine, version.id)
                st.switch_page(screen.pages["playbooks"])
            if st.button(screen.say(approving.DISCARD), key="discard", type="tertiary", icon=":material/delete:"):
                _discard(screen, engine, version)


def _discard(screen: Screen, engine: "Engine", version: PlaybookVersion) -> None:
    try:
        engine.shelf.approval.discard(screen.actor, version.id)
    except MajuError as error:
        st.error(unmarked(told(error, screen)), icon=":material/error:")
    else:
        st.switch_page(screen.pages["playbooks"])


def _tab(screen: Screen, version: PlaybookVersion, hidden: int, marks: int) -> str:
    names: dict[str, Callable[[], str]] = {
        TEXT: lambda: screen.say(approving.TEXT),
        HIDDEN: lambda: screen.say(approving.HIDDEN_TAB, count=hidden),
        VERSIONS: lambda: screen.say(approving.VERSIONS),
        MARKS: lambda: screen.say(upkeep.MARKS, count=marks),
    }
    shown = [one for one in names if one != HIDDEN or hidden]
    first = HIDDEN if hidden and version.state == "read" else TEXT
    chosen = st.segmented_control(
        screen.say(approving.TEXT),
        shown,
        default=first,
        format_func=lambda one: names[one](),
        key=f"tab-{version.id}",
        label_visibility="collapsed",
        required=True,
    )
    return chosen or first


def _hidden(screen: Screen, hidden: tuple[Hidden, ...]) -> None:
    for kept, words in ((False, approving.HIDDEN_LEFT_OUT), (True, approving.HIDDEN_KEPT)):
        some = [one for one in hidden if (one.kind in KEPT_IN) == kept]
        if some:
            st.html(quiet(screen.say(words)))
            st.html("".join(markup.hidden(screen.say(approving.HIDDEN[one.kind]), _place(screen, one), one.text) for one in some))


def _place(screen: Screen, one: Hidden) -> str:
    section = one.section.replace(PATH, " › ")
    return section if one.page is None else screen.say(playbooks.SECTION_PAGE, section=section, page=one.page).lstrip(" ·")


def _text(screen: Screen, engine: "Engine", version: PlaybookVersion) -> None:
    sections = engine.shelf.sections(version.id)
    pages = -(-len(sections) // A_PAGE)
    slot = st.container()
    page = st.pagination(pages, key=f"sections-{version.id}") if pages > 1 else 1
    with slot:
        for section in sections[(page - 1) * A_PAGE : page * A_PAGE]:
            st.html(markup.read_section(_head(screen, version.name, section), section.text))


def _head(screen: Screen, name: str, section: Section) -> str:
    path = " › ".join(headings(name, section.path) or section.path) or screen.say(playbooks.UNTITLED)
    return path if section.page is None else screen.say(playbooks.SECTION_PAGE, section=path, page=section.page)
