"""Documents on their way into the index: the uploader, how far each is, one sentence for what became of it; and the index's care.

Reading goes on in the background whether this page is open or not; the page only looks how far it is.
"""

from typing import TYPE_CHECKING
from uuid import uuid4

import streamlit as st

from assistant.errors import MajuError
from ui.background import Task
from ui.engine import reading
from ui.guard import guarded, told
from ui.markup import unmarked, uploader_words
from ui.screen import Screen
from ui.words import playbooks

if TYPE_CHECKING:
    from assistant.assembly import Engine

UPLOAD, REBUILD = "upload-", "rebuild"
LOOK_S = 1.0


def draw(screen: Screen, engine: "Engine") -> None:
    st.html(uploader_words(screen.say(playbooks.CHOOSE), screen.say(playbooks.LIMIT), screen.say(playbooks.TOO_BIG)))
    with st.form("upload", clear_on_submit=True, border=True):
        files = st.file_uploader(screen.say(playbooks.UPLOAD), accept_multiple_files=True, key="upload-files")
        if st.form_submit_button(screen.say(playbooks.PUT_IN), type="primary", icon=":material/upload_file:"):
            if not files:
                st.warning(screen.say(playbooks.NOTHING_CHOSEN))
            for file in files:
                _start(screen, engine, file.name, file.getvalue())
    tasks = reading().tasks(UPLOAD)
    if tasks:
        _watch(screen, UPLOAD)


def _start(screen: Screen, engine: "Engine", name: str, content: bytes) -> None:
    from assistant.playbooks import Upload

    def work(task: Task) -> str:
        added = engine.shelf.add(screen.actor, Upload(name, content), task.note, screen.language)
        version = added.version
        return screen.say(playbooks.BECAME[added.state], name=name, version=version.version, passages=version.passages)

    reading().start(f"{UPLOAD}{uuid4().hex}", name, work)


def care(screen: Screen, engine: "Engine") -> None:
    """The index is a cache: it may be built anew at any time."""
    with st.expander(screen.say(playbooks.CARE), icon=":material/build:"):
        st.text(screen.say(playbooks.REBUILD_WHAT))
        if st.button(screen.say(playbooks.REBUILD), key="rebuild"):

            def work(task: Task) -> str:
                count = engine.shelf.rebuild(task.note)
                return screen.say(playbooks.REBUILT, count=count)

            reading().start(REBUILD, "", work)
        if reading().tasks(REBUILD):
            _watch(screen, REBUILD)


def _watch(screen: Screen, prefix: str) -> None:
    """Looks once a second while something is under way."""
    running = any(not task.finished for task in reading().tasks(prefix))
    st.fragment(_progress, run_every=LOOK_S if running else None)(screen, prefix, running)


@guarded
def _progress(screen: Screen, prefix: str, running: bool) -> None:
    tasks = reading().tasks(prefix)
    for task in tasks:
        _one(screen, task)
    if all(task.finished for task in tasks):
        if running:
            st.rerun()
        if st.button(screen.say(playbooks.CLEAR), key=f"clear-{prefix}", type="tertiary", icon=":material/check:"):
            reading().forget(prefix)
            st.rerun()


def _one(screen: Screen, task: Task) -> None:
    if task.error:
        problem = told(task.error, screen)
        name = "" if isinstance(task.error, MajuError) and task.name in problem else f"{task.name}: "
        st.error(unmarked(f"{name}{problem}"), icon=":material/error:")
    elif task.finished:
        st.success(unmarked(task.result), icon=":material/check_circle:")
    elif task.stage == "indexing":
        words = playbooks.INDEXING if task.name else playbooks.REBUILDING
        st.progress(task.share, unmarked(screen.say(words, name=task.name, done=task.done, of=task.of)))
    else:
        st.progress(0.0, unmarked(screen.say(playbooks.READING if task.stage else playbooks.WAITING, name=task.name)))
