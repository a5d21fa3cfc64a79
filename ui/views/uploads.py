"""Files on their way in: how far each is, one sentence for what became of it; of documents the uploader and the index's care too.

A file is kept first. Reading goes on in the background whether this page is open or not; the page only looks how far it is.
"""

from functools import partial
from pathlib import PurePosixPath
from typing import TYPE_CHECKING
from uuid import uuid4

import streamlit as st

from assistant.domain.playbook import PlaybookVersion
from assistant.errors import DocumentError, MajuError
from ui.background import Task
from ui.engine import reading
from ui.guard import guarded, told
from ui.markup import unmarked, uploader_words
from ui.screen import Screen
from ui.views import approving
from ui.views.approving import UPLOAD, Became
from ui.words import approving as said_of_approval
from ui.words import playbooks

if TYPE_CHECKING:
    from streamlit.runtime.uploaded_file_manager import UploadedFile

    from assistant.assembly import Engine
    from assistant.playbooks import Added, Taken

REBUILD = "rebuild"
PART = "part"
"""The stage of a file that is taken in as it is read: its share is told."""
LOOK_S = 1.0


def draw(screen: Screen, engine: "Engine") -> None:
    whole_folder = st.toggle(screen.say(playbooks.WHOLE_FOLDER), key="upload-folder")
    choose = playbooks.CHOOSE_FOLDER if whole_folder else playbooks.CHOOSE
    st.html(uploader_words(screen.say(choose), screen.say(playbooks.LIMIT), screen.say(playbooks.TOO_BIG)))
    with st.form("upload", clear_on_submit=True, border=True):
        files = _chosen(screen, whole_folder)
        if st.form_submit_button(screen.say(playbooks.PUT_IN), type="primary", icon=":material/upload_file:"):
            if not files:
                st.warning(screen.say(playbooks.NOTHING_CHOSEN))
            _take(screen, engine, files, whole_folder)
    watch(screen, UPLOAD, engine)


def _chosen(screen: Screen, whole_folder: bool) -> "list[UploadedFile]":
    """Two uploaders, because a browser's dialog picks either files or a folder; files may be dropped on both."""
    if whole_folder:
        return st.file_uploader(screen.say(playbooks.UPLOAD), accept_multiple_files="directory", key="upload-folder-files")
    return st.file_uploader(screen.say(playbooks.UPLOAD), accept_multiple_files=True, key="upload-files")


def _take(screen: Screen, engine: "Engine", files: "list[UploadedFile]", whole_folder: bool) -> None:
    """Every file is kept before this returns; reading goes on behind. Of a folder, what cannot be a document is passed over and counted."""
    from assistant.playbooks import Upload
    from assistant.readers import readable

    passed_over = 0
    for file in files:
        name = PurePosixPath(file.name.replace("\\", "/")).name
        if whole_folder and not readable(file.name):
            passed_over += 1
            continue
        task = f"{UPLOAD}{uuid4().hex}"
        try:
            taken = engine.shelf.take(screen.actor, Upload(name, file.getvalue()))
        except DocumentError as refused:
            reading().start(task, name, partial(_refuse, refused))
        else:
            reading().start(task, name, partial(_read, screen, engine, taken))
    if passed_over:
        said = screen.say(playbooks.PASSED_OVER, count=passed_over)
        reading().start(f"{UPLOAD}{uuid4().hex}", "", lambda _: said)


def _refuse(refused: DocumentError, task: Task) -> str:
    raise refused


def _read(screen: Screen, engine: "Engine", taken: "Taken", task: Task) -> Became:
    return _became(screen, engine, engine.shelf.read_taken(taken, task.note, screen.language))


def retry(screen: Screen, engine: "Engine", version: PlaybookVersion) -> None:
    """Reads a version's file once more, behind the page."""

    def work(task: Task) -> Became:
        return _became(screen, engine, engine.shelf.retry(screen.actor, version.id, task.note, screen.language))

    reading().start(f"{UPLOAD}{version.id}", version.file_name, work)


def _became(screen: Screen, engine: "Engine", added: "Added") -> Became:
    version = added.version
    if version.state == "read" and added.state == "unchanged":
        return Became(screen.say(said_of_approval.ALREADY_WAITS, name=version.file_name), version.id)
    if version.state == "read":
        return approving.became(screen, engine, version)
    return Became(screen.say(playbooks.BECAME[added.state], name=version.file_name, version=version.version, passages=version.passages))


def care(screen: Screen, engine: "Engine") -> None:
    """The index is a cache: it may be built anew at any time."""
    with st.expander(screen.say(playbooks.CARE), icon=":material/build:"):
        st.text(screen.say(playbooks.REBUILD_WHAT))
        if st.button(screen.say(playbooks.REBUILD), key="rebuild"):

            def work(task: Task) -> str:
                count = engine.shelf.rebuild(task.note)
                return screen.say(playbooks.REBUILT, count=count)

            reading().start(REBUILD, "", work)
        watch(screen, REBUILD, engine)


def watch(screen: Screen, prefix: str, engine: "Engine | None" = None) -> None:
    """What is read under this prefix; looks once a second while something is under way."""
    tasks = reading().tasks(prefix)
    if tasks:
        running = any(not task.finished for task in tasks)
        st.fragment(_progress, run_every=LOOK_S if running else None)(screen, prefix, running, engine)


@guarded
def _progress(screen: Screen, prefix: str, running: bool, engine: "Engine | None") -> None:
    tasks = reading().tasks(prefix)
    for task in tasks:
        _one(screen, task)
    if engine is not None:
        _waiting(screen, engine, [task.result.waits for task in tasks if isinstance(task.result, Became) and task.result.waits])
    if all(task.finished for task in tasks):
        if running:
            st.rerun()
        if st.button(screen.say(playbooks.CLEAR), key=f"clear-{prefix}", type="tertiary", icon=":material/check:"):
            reading().forget(prefix)
            st.rerun()


def _waiting(screen: Screen, engine: "Engine", version_ids: list[str]) -> None:
    """The last click of an upload, beside what was said of it."""
    waiting = [one.id for one in engine.shelf.approval.waiting() if one.id in version_ids]
    if len(waiting) == 1:
        with st.container(horizontal=True, vertical_alignment="center"):
            approving.buttons(screen, engine, waiting[0], "done")
    approving.all_at_once(screen, engine, waiting)


def _one(screen: Screen, task: Task) -> None:
    if task.error:
        problem = told(task.error, screen)
        name = "" if isinstance(task.error, MajuError) and task.name in problem else f"{task.name}: "
        st.error(unmarked(f"{name}{problem}"), icon=":material/error:")
    elif task.finished:
        words = task.result.words if isinstance(task.result, Became) else task.result
        st.success(unmarked(words), icon=":material/check_circle:")
    elif task.stage == "indexing":
        words = playbooks.INDEXING if task.name else playbooks.REBUILDING
        st.progress(task.share, unmarked(screen.say(words, name=task.name, done=task.done, of=task.of)))
    elif task.stage == PART:
        st.progress(task.share, unmarked(screen.say(playbooks.READING_PART, name=task.name, share=f"{task.share:.0%}")))
    else:
        st.progress(0.0, unmarked(screen.say(playbooks.READING if task.stage else playbooks.WAITING, name=task.name)))
