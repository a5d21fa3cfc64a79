"""Real conversations: files in, who is who, how far the scoring is, and the results.

A file is read and masked behind the page; what waits to be scored stands in the store, so that the page only looks how far it is.
"""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING
from uuid import uuid4

import streamlit as st

from assistant.domain.conversation import Conversation, ConversationFile, Stage
from assistant.domain.words import DIMENSIONS
from ui import shown, state
from ui.background import Task
from ui.engine import reading
from ui.guard import guarded
from ui.markup import conversations as markup
from ui.markup import quiet, safe, uploader_words
from ui.screen import Screen
from ui.views import speakers, sure, uploads
from ui.words import common, conversations, playbooks

if TYPE_CHECKING:
    from streamlit.runtime.uploaded_file_manager import UploadedFile

    from assistant.assembly import Engine

A_PAGE = 12
SHORT = 70
"""Characters of a conversation's beginning in the list."""
LISTED: tuple[Stage, ...] = ("scored", "failed", "waiting")


def render(engine: "Engine", screen: Screen) -> None:
    st.title(screen.say(conversations.TITLE), anchor=False)
    st.html(f'<p class="maju-lead">{safe(screen.say(conversations.LEAD))}</p>')
    wide, narrow = st.columns([5, 3], gap="large")
    files = engine.real_talks.files(screen.actor)
    with narrow:
        st.subheader(screen.say(conversations.ADD), anchor=False)
        _upload(screen, engine)
        _files(screen, engine, files)
    with wide:
        speakers.ask(engine, screen)
        if files:
            _watch(screen, engine)
        elif not reading().tasks(_tasks_of(screen)):
            st.info(screen.say(conversations.EMPTY))


def _tasks_of(screen: Screen) -> str:
    """The key of what is read for one person: nobody else sees their files' names."""
    return f"talks-{screen.actor.id}-"


def _upload(screen: Screen, engine: "Engine") -> None:
    st.html(uploader_words(screen.say(playbooks.CHOOSE), screen.say(playbooks.LIMIT), screen.say(playbooks.TOO_BIG)))
    with st.form("conversations", clear_on_submit=True, border=True):
        files = st.file_uploader(screen.say(conversations.UPLOAD), accept_multiple_files=True, key="conversation-files")
        if st.form_submit_button(screen.say(conversations.PUT_IN), type="primary", icon=":material/upload_file:"):
            if not files:
                st.warning(screen.say(playbooks.NOTHING_CHOSEN))
            for file in files:
                reading().start(f"{_tasks_of(screen)}{uuid4().hex}", file.name, partial(_read, screen, engine, file))
    uploads.watch(screen, _tasks_of(screen))


def _read(screen: Screen, engine: "Engine", file: "UploadedFile", task: Task) -> str:
    def told_so_far(done: int, of: int) -> None:
        task.note(uploads.PART, done, of)

    taken = engine.real_talks.take(screen.actor, file.name, file.getvalue(), told_so_far)
    return screen.say(conversations.BECAME, name=taken.name, count=taken.read)


def _watch(screen: Screen, engine: "Engine") -> None:
    _, waiting = _counts(screen, engine)
    if waiting:
        engine.real_talks.wake()
    st.fragment(_results, run_every=uploads.LOOK_S if waiting else None)(screen, engine, waiting > 0)


def _counts(screen: Screen, engine: "Engine") -> tuple[int, int]:
    """Of all that are listed, and of those the ones that wait."""
    counts = [(stage, count) for (_, stage), count in engine.real_talks.counts(screen.actor).items() if stage in LISTED]
    return sum(count for _, count in counts), sum(count for stage, count in counts if stage == "waiting")


@guarded
def _results(screen: Screen, engine: "Engine", waited: bool) -> None:
    """Looks once a second while something waits; the whole page is drawn again when nothing does any more."""
    every, waiting = _counts(screen, engine)
    if waited and not waiting:
        st.rerun()
    if not every:
        return
    st.subheader(screen.say(conversations.RESULTS), anchor=False)
    if waiting:
        done = every - waiting
        st.progress(done / every, screen.say(conversations.SCORING, done=f"{done:,}", of=f"{every:,}"))
    pages = -(-every // A_PAGE)
    slot = st.container()
    page = st.pagination(pages, key=state.CONVERSATIONS_PAGE) if pages > 1 else 1
    with slot:
        for one in engine.real_talks.page(screen.actor, LISTED, (page - 1) * A_PAGE, A_PAGE):
            with st.container(border=True, key=f"card-{one.id}", horizontal=True, vertical_alignment="center"):
                _entry(screen, engine, one)


def _entry(screen: Screen, engine: "Engine", one: Conversation) -> None:
    first = one.dialogue.lines[0].text if one.dialogue.lines else ""
    st.html(markup.entry(named(one), shown.short(first, SHORT), _facts(screen, one)), width="stretch")
    if one.stage == "failed" and st.button(screen.say(conversations.RETRY), type="tertiary", icon=":material/refresh:", key=f"retry-{one.id}"):
        engine.real_talks.retry(screen.actor, one.id)
        st.rerun()
    if one.stage != "waiting":
        label = screen.say(conversations.OPEN)
        st.page_link(screen.pages["conversation"], label=label, icon=":material/analytics:", query_params={state.CONVERSATION: one.id})


def named(one: Conversation) -> str:
    """Whom it was with, and by what name the file knows it."""
    buyers = [name for name in one.dialogue.names if one.parts.get(name) == "buyer"] or list(one.dialogue.names)
    known = one.dialogue.id if one.dialogue.id not in buyers else None
    return " · ".join((", ".join(buyers[:3]), *([known] if known else [])))


def _facts(screen: Screen, one: Conversation) -> list[str]:
    if one.stage == "failed":
        return [screen.say(conversations.FAILED), *([screen.say(one.why)] if one.why else [])]
    if one.card is None:
        return [screen.say(conversations.IN_LINE)]
    scores = [(dimension, one.card.scores[dimension].value) for dimension in DIMENSIONS]
    said = [f"{screen.say(common.DIMENSIONS[dimension])} {shown.points(value)}" for dimension, value in scores if value is not None]
    return said or [screen.say(conversations.NO_SCORE)]


def _files(screen: Screen, engine: "Engine", files: tuple[ConversationFile, ...]) -> None:
    if not files:
        return
    st.subheader(screen.say(conversations.FILES), anchor=False)
    for file in files:
        with st.container(border=True, key=f"card-{file.id}"):
            st.html(markup.entry(file.name, "", _about(screen, file)))
            for line, why in file.bad:
                st.html(quiet(screen.say(conversations.BAD_LINE, line=line, why=screen.say(why))))
            if st.button(screen.say(conversations.DELETE), type="tertiary", icon=":material/delete:", key=f"delete-{file.id}"):
                what = screen.say(conversations.DELETE_FILE, name=file.name)
                ask_to_delete(screen, what, partial(_delete, screen, engine, file))


def _about(screen: Screen, file: ConversationFile) -> list[str]:
    kinds = ", ".join(screen.say(conversations.KINDS[kind], count=count) for kind, count in file.hidden.items())
    about = [screen.say(conversations.FILE, day=screen.day(file.at), count=f"{file.read:,}")]
    about.append(screen.say(conversations.HIDDEN, kinds=kinds) if kinds else screen.say(conversations.HIDDEN_NONE))
    if file.bad_count:
        about.append(screen.say(conversations.BAD, count=file.bad_count))
    busy = any(not task.finished for task in reading().tasks(_tasks_of(screen)))
    return about if file.whole or busy else [*about, screen.say(conversations.BROKEN_OFF)]


def _delete(screen: Screen, engine: "Engine", file: ConversationFile) -> None:
    engine.eraser.erase_own(screen.actor, file.id)
    st.rerun()


def ask_to_delete(screen: Screen, what: str, delete: Callable[[], None]) -> None:
    """`what` goes with it; `delete` ends with the page to show then."""
    sure.ask(screen, conversations.DELETE_ASK, what, conversations.DELETE, delete, key="delete", icon=":material/delete:")
