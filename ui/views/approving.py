"""Putting what was read to use: one click where nothing was hidden in it, else after a look; and the same for several at once."""

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Literal

import streamlit as st

from assistant.domain.playbook import PlaybookVersion
from assistant.domain.policy import may
from ui import state
from ui.background import Task
from ui.engine import reading
from ui.screen import Screen
from ui.words import approving

if TYPE_CHECKING:
    from assistant.assembly import Engine

UPLOAD = "upload-"
"""Under which keys the work on documents is watched."""


@dataclass(frozen=True, slots=True)
class Became:
    """What is said of a document when the work on it is done; `waits`: the version that waits for approval."""

    words: str
    waits: str | None = None


def is_shown(screen: Screen, version: PlaybookVersion) -> bool:
    """What is not approved is only for those who may approve it."""
    return version.state == "ready" or may(screen.actor, "approve_playbooks")


def buttons(screen: Screen, engine: "Engine", version_id: str, place: str) -> None:
    """To use it, or to look first; `place` tells two rows of buttons for one version apart. Nothing for who may not approve."""
    if not may(screen.actor, "approve_playbooks"):
        return
    first_a_look = bool(engine.shelf.approval.hidden(version_id))
    kind: Literal["primary", "secondary"] = "secondary" if first_a_look else "primary"
    if st.button(screen.say(approving.APPROVE), key=f"approve-{place}-{version_id}", icon=":material/check:", type=kind):
        start(screen, engine, version_id)
        st.rerun()
    look(screen, version_id)


def look(screen: Screen, version_id: str) -> None:
    st.page_link(
        screen.pages["playbook"],
        label=screen.say(approving.LOOK),
        icon=":material/chrome_reader_mode:",
        query_params={state.PLAYBOOK: version_id},
    )


def all_at_once(screen: Screen, engine: "Engine", version_ids: list[str]) -> None:
    """One button for those in which nothing was hidden, where there are several."""
    plain = [one for one in version_ids if not engine.shelf.approval.hidden(one)]
    if len(plain) > 1 and may(screen.actor, "approve_playbooks"):
        label = screen.say(approving.APPROVE_ALL, count=len(plain))
        if st.button(label, key="approve-all", icon=":material/done_all:", type="primary"):
            for one in plain:
                start(screen, engine, one)
            st.rerun()


def start(screen: Screen, engine: "Engine", version_id: str) -> None:
    """Approves now and indexes behind the page."""
    name = next((one.file_name for one in engine.shelf.versions() if one.id == version_id), "")
    reading().start(f"{UPLOAD}{version_id}", name, partial(_approve, screen, engine, version_id))


def _approve(screen: Screen, engine: "Engine", version_id: str, task: Task) -> Became:
    version = engine.shelf.approval.approve(screen.actor, version_id, lambda done, of: task.note("indexing", done, of))
    return Became(screen.say(approving.APPROVED, name=version.file_name))


def became(screen: Screen, engine: "Engine", version: PlaybookVersion) -> Became:
    """Of a version that was read and waits."""
    in_use = any(one.name == version.name for one in engine.shelf.current())
    words = screen.say(approving.READ_AGAIN if in_use else approving.READ, name=version.file_name, passages=version.passages, version=version.version)
    hidden = len(engine.shelf.approval.hidden(version.id))
    return Became(f"{words} {screen.say(approving.HIDDEN_COUNT, count=hidden)}" if hidden else words, version.id)
