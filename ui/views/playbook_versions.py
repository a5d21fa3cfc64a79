"""The versions of a playbook: who put in which and when, what changed between two of them word by word, and one of them brought back."""

from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from assistant.domain.playbook import PlaybookVersion
from assistant.domain.policy import may
from assistant.playbooks.versions import compared
from ui.background import Task
from ui.engine import reading
from ui.markup import headings_of, quiet
from ui.markup import playbooks as markup
from ui.screen import Screen
from ui.views import approving as approve
from ui.views.approving import UPLOAD, Became
from ui.words import approving, common, playbooks

if TYPE_CHECKING:
    from assistant.assembly import Engine

MOST_CHANGES = 100


def draw(screen: Screen, engine: "Engine", version: PlaybookVersion) -> None:
    versions = [one for one in engine.shelf.versions() if one.name == version.name and approve.is_shown(screen, one)]
    in_use = next((one.id for one in versions if one.state == "ready"), None)
    names = engine.directory.names() if screen.team else {}
    for one in versions:
        with st.container(border=True, key=f"card-version-{one.version}", horizontal=True, vertical_alignment="center"):
            _version(screen, engine, one, one.id == in_use, names)
    _compare(screen, engine, [one for one in versions if one.passages])


def _version(screen: Screen, engine: "Engine", version: PlaybookVersion, in_use: bool, names: dict[str, str]) -> None:
    state = screen.say(playbooks.STATES[version.state]) if in_use or version.state != "ready" else ""
    about = [_by(screen, version, names)]
    if version.approved_at:
        name = names.get(version.approved_by or "")
        words = approving.APPROVED_BY if name else approving.APPROVED_ON
        about.append(screen.say(words, moment=screen.moment(version.approved_at), name=name))
    if version.restores:
        about.append(screen.say(approving.RESTORES, version=version.restores))
    head = screen.say(approving.VERSION, version=version.version)
    st.html(markup.playbook(head, version.state if in_use or version.state != "ready" else "", state, about, version.problem or ""), width="stretch")
    if version.state == "read":
        approve.look(screen, version.id)
    if version.state == "ready" and not in_use and may(screen.actor, "change_playbooks"):
        _restore(screen, engine, version)


def _by(screen: Screen, version: PlaybookVersion, names: dict[str, str]) -> str:
    name = names.get(version.added_by)
    return screen.say(approving.ADDED_BY if name else approving.ADDED, moment=screen.moment(version.added_at), name=name)


def _restore(screen: Screen, engine: "Engine", version: PlaybookVersion) -> None:
    if st.button(screen.say(approving.RESTORE), key=f"restore-{version.id}", type="tertiary", icon=":material/restore:"):
        reading().start(f"{UPLOAD}restore-{version.id}", version.file_name, partial(_bring_back, screen, engine, version))
        st.switch_page(screen.pages["playbooks"])


def _bring_back(screen: Screen, engine: "Engine", version: PlaybookVersion, task: Task) -> Became:
    added = engine.shelf.restore(screen.actor, version.id, task.note, screen.language)
    return Became(screen.say(approving.RESTORED, name=version.file_name, version=added.version.version))


def _compare(screen: Screen, engine: "Engine", versions: list[PlaybookVersion]) -> None:
    if len(versions) < 2:
        return
    st.subheader(screen.say(approving.COMPARE), anchor=False)
    of_number = {one.version: one for one in versions}

    def named(number: int) -> str:
        return screen.say(approving.VERSION, version=number)

    left, right = st.columns(2, gap="small")
    before = left.selectbox(
        screen.say(approving.BEFORE), list(of_number), index=1, format_func=named, key="compare-before", placeholder=screen.say(common.CHOOSE)
    )
    after = right.selectbox(
        screen.say(approving.AFTER), list(of_number), index=0, format_func=named, key="compare-after", placeholder=screen.say(common.CHOOSE)
    )
    found = compared(engine.shelf.sections(of_number[before].id), engine.shelf.sections(of_number[after].id))
    if not found:
        st.info(screen.say(approving.SAME))
        return
    st.html(quiet(screen.say(approving.CHANGES, count=len(found))))
    nothing = screen.say(approving.NOT_THERE)
    name = versions[0].name
    for one in found[:MOST_CHANGES]:
        place = " › ".join(headings_of(name, one.section)) or screen.say(playbooks.UNTITLED)
        st.html(markup.change(place, one.before, one.after, nothing))
    if len(found) > MOST_CHANGES:
        st.html(quiet(screen.say(approving.FIRST_SHOWN, count=MOST_CHANGES)))
