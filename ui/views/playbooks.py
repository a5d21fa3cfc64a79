"""Playbooks: does Maju know our business? What is in, in which state, what it grounds, what it answers; put in, read, take out."""

from typing import TYPE_CHECKING

import streamlit as st

from assistant.domain.playbook import Because, Looked, PlaybookVersion
from assistant.domain.policy import may
from ui import state
from ui.engine import warmed_up
from ui.markup import headings_of, safe, unmarked
from ui.markup import playbooks as markup
from ui.screen import Screen
from ui.views import approving, sure, upkeep, uploads
from ui.views.briefing import FIRST_START_S
from ui.words import approving as words
from ui.words import playbooks, room
from ui.words import upkeep as upkeep_words

if TYPE_CHECKING:
    from streamlit.delta_generator import DeltaGenerator

    from assistant.assembly import Engine

RESULTS = 3


def render(engine: "Engine", screen: Screen) -> None:
    st.title(screen.say(playbooks.TITLE), anchor=False)
    st.html(f'<p class="maju-lead">{safe(screen.say(playbooks.LEAD))}</p>')
    wide, narrow = st.columns([5, 3], gap="large")
    changes = may(screen.actor, "change_playbooks")
    versions = engine.shelf.newest() if changes else engine.shelf.current()
    if not versions:
        warmed_up()  # the samples of a first start are on their way then
        if not engine.wait_for_samples(0):
            with wide, st.spinner(screen.say(playbooks.COMING)):
                engine.wait_for_samples(FIRST_START_S)
        versions = engine.shelf.newest() if changes else engine.shelf.current()
    with wide:
        if engine.shelf.current():
            _search(screen, engine)
        st.subheader(screen.say(playbooks.LIST), anchor=False)
        if not versions:
            st.info(screen.say(playbooks.EMPTY))
        for version in versions:
            with st.container(border=True, key=f"card-{version.id}", horizontal=True, vertical_alignment="center"):
                _playbook(screen, engine, version, changes)
    if changes:
        _changing(screen, engine, any_there=bool(versions), where=narrow)
    if engine.shelf.current() and upkeep.looks_after(screen):
        with narrow:
            st.page_link(screen.pages["upkeep"], label=screen.say(upkeep_words.LINK), icon=":material/fact_check:")


def _changing(screen: Screen, engine: "Engine", any_there: bool, where: "DeltaGenerator") -> None:
    with where:
        st.subheader(screen.say(playbooks.ADD), anchor=False)
        uploads.draw(screen, engine)
        if any_there:
            uploads.care(screen, engine)


def _playbook(screen: Screen, engine: "Engine", version: PlaybookVersion, changes: bool) -> None:
    about = _about(screen, version)
    below = _problem(version) or _grounds(screen, engine, version) or _meanwhile(screen, engine, version)
    st.html(markup.playbook(version.name, version.state, screen.say(playbooks.STATES[version.state]), about, below), width="stretch")
    if version.state == "read":
        approving.buttons(screen, engine, version.id, "card")
    elif version.passages:
        st.page_link(
            screen.pages["playbook"],
            label=screen.say(playbooks.READ),
            icon=":material/chrome_reader_mode:",
            query_params={state.PLAYBOOK: version.id},
        )
    if not changes:
        return
    if version.state == "failed" and st.button(screen.say(playbooks.RETRY), type="tertiary", icon=":material/refresh:", key=f"retry-{version.id}"):
        uploads.retry(screen, engine, version)
    if st.button(screen.say(playbooks.REMOVE), type="tertiary", icon=":material/delete:", key=f"remove-{version.id}"):
        _ask_to_remove(screen, engine, version.name)


def _problem(version: PlaybookVersion) -> str:
    """Why it could not be read, without its name, which stands above already."""
    problem = version.problem or ""
    name, _, sentence = problem.partition(": ")
    return sentence if sentence and name.startswith(version.name) else problem


def _about(screen: Screen, version: PlaybookVersion) -> list[str]:
    """Nothing of versions and passages where nothing was read."""
    day = screen.day(version.added_at)
    if version.state == "failed":
        return [screen.say(playbooks.UPLOADED, day=day)]
    about = [screen.say(playbooks.ABOUT, version=version.version, passages=version.passages, day=day)]
    return [*about, screen.say(playbooks.PAGES, pages=version.pages)] if version.pages else about


def _grounds(screen: Screen, engine: "Engine", version: PlaybookVersion) -> str:
    if version.state != "ready":
        return ""
    deals = [one for one in engine.library.all() if engine.shelf.concerns(version.id, one.deal.keywords.ko + one.deal.keywords.en)]
    names = ", ".join(screen.say(one.deal.product) for one in deals)
    return screen.say(playbooks.GROUNDS, deals=names) if names else screen.say(playbooks.GROUNDS_NONE)


def _meanwhile(screen: Screen, engine: "Engine", version: PlaybookVersion) -> str:
    """Which version is used while a newer one waits or could not be read."""
    in_use = next((one for one in engine.shelf.current() if one.name == version.name), None)
    return screen.say(words.IN_USE_MEANWHILE, version=in_use.version) if in_use and version.state != "ready" else ""


def _ask_to_remove(screen: Screen, engine: "Engine", name: str) -> None:
    def remove() -> None:
        engine.shelf.remove(screen.actor, name)
        st.rerun()

    what = screen.say(playbooks.REMOVE_WHAT, name=name)
    sure.ask(screen, playbooks.REMOVE_ASK, what, playbooks.REMOVE, remove, key="remove", icon=":material/delete:")


def _search(screen: Screen, engine: "Engine") -> None:
    st.subheader(screen.say(playbooks.SEARCH), anchor=False)
    query = st.text_input(screen.say(playbooks.SEARCH), placeholder=screen.say(playbooks.SEARCH_HINT), key=state.SEARCH, label_visibility="collapsed")
    if not query or not query.strip():
        return
    from assistant.playbooks import FITS

    looked = engine.shelf.explain(query, RESULTS)
    found = [one for one in looked.found if one.found.score >= FITS]
    if not found:
        st.info(_why_nothing(screen, looked))
    for one in found:
        st.html(_result(screen, one))


def _why_nothing(screen: Screen, looked: Looked) -> str:
    """What the question was looked for by, which of it stands nowhere, and what came nearest."""
    said = [screen.say(playbooks.FOUND_NOTHING)]
    if not looked.words:
        said.append(screen.say(playbooks.NO_WORDS))
    elif looked.unknown:
        said.append(screen.say(playbooks.UNKNOWN_WORDS, words=", ".join(looked.unknown)))
    if looked.found and looked.found[0].words:
        nearest = looked.found[0]
        passage = nearest.found.passage
        where = " › ".join((passage.playbook, *headings_of(passage.playbook, passage.section)))
        said.append(screen.say(playbooks.NEAREST, where=where, percent=f"{nearest.found.score:.0%}"))
    return unmarked(" ".join(said))


def _result(screen: Screen, one: Because) -> str:
    passage = one.found.passage
    section = " › ".join(headings_of(passage.playbook, passage.section))
    where = [passage.playbook, section] + ([screen.say(room.PAGE, page=passage.page)] if passage.page else [])
    fit = screen.say(playbooks.FIT, percent=f"{one.found.score:.0%}")
    return markup.result(passage.text, " · ".join(part for part in where if part), fit, _reason(screen, one))


def _reason(screen: Screen, one: Because) -> str:
    if not one.words:
        return screen.say(playbooks.BY_MEANING)
    said = [screen.say(playbooks.BY_WORDS, words=", ".join(one.words))]
    if one.heading:
        said.append(screen.say(playbooks.IN_HEADING, words=", ".join(one.heading)))
    said.append(screen.say(playbooks.SHARES, words=f"{one.by_words:.0%}", meaning=f"{one.by_meaning:.0%}"))
    return " · ".join(said)
