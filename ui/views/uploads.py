"""Documents on their way into the index: the uploader, how far each is, one sentence for what became of it; and the index's care.

Reading goes on in the background whether this page is open or not; the page only looks how far it is.
"""

from typing import TYPE_CHECKING
from uuid import uuid4

import streamlit as st

from assistant.errors import MajuError
from ui.background import Background, Task
from ui.guard import guarded, told
from ui.markup import unmarked, uploader_words
from ui.screen import Screen
from ui.words import playbooks

if TYPE_CHECKING:
    from assistant.assembly import Engine

UPLOAD, REBUILD = "upload-", "rebuild"
LOOK_S = 1.0


@st.cache_resource(show_spinner=False)
def the_background() -> Background:
    """One per process. Documents are read one after the other: each takes a process and much memory of its own."""
    return Background(workers=1)


def draw(screen: Screen, engine: "Engine") -> None:
    st.html(uploader_words(screen.say(playbooks.CHOOSE), screen.say(playbooks.LIMIT)))
    with st.form("upload", clear_on_submit=True, border=True):
        files = st.file_uploader(screen.say(playbooks.UPLOAD), accept_multiple_files=True, key="upload-files")
        if st.form_submit_button(screen.say(playbooks.PUT_IN), type="primary", icon=":material/upload_file:"):
            if not files:
                st.warning(screen.say(playbooks.NOTHING_CHOSEN))
            for file in files:
                _start(screen, engine, file.name, file.getvalue())
    tasks = the_background().tasks(UPLOAD)
    if tasks:
        _watch(screen, UPLOAD)


def _start(screen: Screen, engine: "Engine", name: str, content: bytes) -> None:
    from assistant.playbooks import Upload

    def work(task: Task) -> str:
        added = engine.shelf.add(screen.actor, Upload(name, content), task.note, screen.language)
        version = added.version
        return screen.say(playbooks.BECAME[added.state], name=name, version=version.version, passages=version.passages)

    the_background().start(f"{UPLOAD}{uuid4().hex}", name, work)


def care(screen: Screen, engine: "Engine") -> None:
    """The index is a cache: it may be built anew at any time."""
    with st.expander(screen.say(playbooks.CARE), icon=":material/build:"):
        st.text(screen.say(playbooks.REBUILD_WHAT))
        if st.button(screen.say(playbooks.REBUILD), key="rebuild"):

            def work(task: Task) -> str:
                count = engine.shelf.rebuild(task.note)
                return screen.say(playbooks.REBUILT, count=count)

            the_background().start(REBUILD, "", work)
        if the_background().tasks(REBUILD):
            _watch(screen, REBUILD)


def _watch(screen: Screen, prefix: str) -> None:
    """Looks once a second while something is under way."""
    running = any(not task.finished for task in the_background().tasks(prefix))
    st.fragment(_progress, run_every=LOOK_S if running else None)(screen, prefix, running)


@guarded
def _progress(screen: Screen, prefix: str, running: bool) -> None:
    tasks = the_background().tasks(prefix)
    for task in tasks:
        _one(screen, task)
    if all(task.finished for task in tasks):
        if running:
            st.rerun()
        if st.button(screen.say(playbooks.CLEAR), key=f"clear-{prefix}", type="tertiary", icon=":material/check:"):
            the_background().forget(prefix)
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
