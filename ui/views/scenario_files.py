"""Scenario files on their way in: each becomes a draft, or is refused with file, field and reason while the others go on."""

from typing import TYPE_CHECKING

import streamlit as st

from assistant.errors import MajuError
from ui.guard import told
from ui.markup import quiet, unmarked, uploader_words
from ui.screen import Screen
from ui.words import builder

if TYPE_CHECKING:
    from assistant.assembly import Engine

MOST_BYTES = 2_000_000
MOST_FAULTS = 8
BECAME = "files_became"


def taking_in(screen: Screen, engine: "Engine") -> None:
    with st.popover(screen.say(builder.IMPORT), icon=":material/upload_file:", key="import"):
        st.html(uploader_words(screen.say(builder.CHOOSE), screen.say(builder.LIMIT), screen.say(builder.TOO_BIG)))
        with st.form("scenario-files", clear_on_submit=True, border=False):
            files = st.file_uploader(screen.say(builder.UPLOAD), accept_multiple_files=True, key="scenario-upload", max_upload_size=2)
            if st.form_submit_button(screen.say(builder.TAKE_IN), type="primary"):
                st.session_state[BECAME] = [_taken_in(screen, engine, file.name, file.getvalue()) for file in files or ()]
                if not files:
                    st.warning(screen.say(builder.NOTHING_CHOSEN))


def became(screen: Screen) -> None:
    """What became of the files, until the next ones."""
    for fine, said in st.session_state.get(BECAME, ()):
        if fine:
            st.success(unmarked(said), icon=":material/check_circle:")
            continue
        lines = said.splitlines()
        st.error("  \n".join(unmarked(line) for line in lines[:MOST_FAULTS]), icon=":material/error:")
        if len(lines) > MOST_FAULTS:
            st.html(quiet(screen.say(builder.MORE_FAULTS, count=len(lines) - MOST_FAULTS)))


def _taken_in(screen: Screen, engine: "Engine", name: str, content: bytes) -> tuple[bool, str]:
    try:
        engine.workshop.take_in(screen.actor, name, content)
    except MajuError as error:
        return False, told(error, screen)
    return True, screen.say(builder.TAKEN_IN, name=name)
