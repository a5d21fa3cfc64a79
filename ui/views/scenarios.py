"""The scenarios there are, for whoever makes them: begin, change, copy, take in files; what is being made stands first."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import streamlit as st

from assistant.domain.policy import may
from assistant.domain.tree import at
from ui import state
from ui.markup import safe
from ui.markup.rows import row
from ui.screen import Screen
from ui.views import scenario_files
from ui.words import builder

if TYPE_CHECKING:
    from streamlit.delta_generator import DeltaGenerator

    from assistant.assembly import Engine
    from assistant.authoring import Drafted, Entry


def render(engine: "Engine", screen: Screen) -> None:
    st.title(screen.say(builder.TITLE), anchor=False)
    st.html(f'<p class="maju-lead">{safe(screen.say(builder.LEAD))}</p>')
    if not may(screen.actor, "author_scenarios"):
        st.info(screen.say(builder.CHOOSE_DRAFT))
        return
    with st.container(horizontal=True, gap="small"):
        if st.button(screen.say(builder.NEW), key="new", type="primary", icon=":material/add:"):
            _open(screen, engine.workshop.from_nothing(screen.actor))
        scenario_files.taking_in(screen, engine)
    scenario_files.became(screen)
    fresh, entries = engine.workshop.fresh(screen.actor), engine.workshop.entries(screen.actor)
    if fresh:
        st.subheader(screen.say(builder.DRAFTS), anchor=False)
        for drafted in fresh:
            with _card(drafted.draft.id):
                _draft(screen, engine, drafted)
    for head, group in (
        (builder.LIBRARY, [one for one in entries if one.served]),
        (builder.OUT_OF_USE, [one for one in entries if not one.served]),
    ):
        if group:
            st.subheader(screen.say(head), anchor=False)
        for entry in group:
            with _card(entry.id):
                _entry(screen, engine, entry)


def _card(key: str) -> "DeltaGenerator":
    return st.container(border=True, key=f"card-{key}", horizontal=True, vertical_alignment="center")


def _open(screen: Screen, draft_id: str) -> None:
    st.switch_page(screen.pages["builder"], query_params={state.DRAFT: draft_id})


def _draft(screen: Screen, engine: "Engine", drafted: "Drafted") -> None:
    title = at(drafted.tree, f"title.{screen.language}") or screen.say(builder.UNTITLED)
    wrong = len(engine.workshop.problems(drafted))
    mend = screen.say(builder.TO_MEND, count=wrong) if wrong else screen.say(builder.NOTHING_TO_MEND)
    touched = drafted.draft.edits[-1].at if drafted.draft.edits else drafted.draft.at
    when = screen.say(builder.TOUCHED, at=screen.moment(touched))
    facts = f'<p class="maju-facts"><span class="first">{safe(mend)}</span><span>{safe(when)}</span></p>'
    st.html(f'<div class="maju-person"><div><b>{safe(str(title))}</b>{facts}</div></div>', width="stretch")
    st.page_link(
        screen.pages["builder"],
        label=screen.say(builder.GO_ON),
        icon=":material/edit:",
        query_params={state.DRAFT: drafted.draft.id},
    )


def _entry(screen: Screen, engine: "Engine", entry: "Entry") -> None:
    scenario = entry.served
    if scenario:
        st.html(row(scenario.buyer, screen.language, screen.say(scenario.title), _about(screen, entry)), width="stretch")
        _button(screen, entry, "edit", lambda: engine.workshop.edit(screen.actor, entry.id))
        _button(screen, entry, "copy", lambda: engine.workshop.copy(screen.actor, entry.id))
    else:
        st.html(f'<p><b>{safe(entry.id)}</b></p><p class="maju-quiet">{safe(_about(screen, entry)[0])}</p>', width="stretch")
    st.page_link(
        screen.pages["versions"], label=screen.say(builder.OPEN_VERSIONS), icon=":material/history:", query_params={state.SCENARIO: entry.id}
    )


def _button(screen: Screen, entry: "Entry", what: str, begin: Callable[[], str]) -> None:
    going_on = what == "edit" and entry.drafts
    label, icon = {"edit": (builder.GO_ON if going_on else builder.EDIT, "edit"), "copy": (builder.COPY, "content_copy")}[what]
    if st.button(screen.say(label), key=f"{what}-{entry.id}", type="tertiary", icon=f":material/{icon}:"):
        _open(screen, begin())


def _about(screen: Screen, entry: "Entry") -> list[str]:
    if entry.served is None:
        return [screen.say(builder.RETIRED, number=entry.newest)]
    own = builder.REPLACES if entry.bundled else builder.OWN
    about = [screen.say(own, number=entry.newest) if entry.own else screen.say(builder.BUNDLED)]
    return [*about, screen.say(builder.BEING_CHANGED)] if entry.drafts else about
