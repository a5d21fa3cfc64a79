"""A talk taken along: on paper, as a table, as JSON."""

import streamlit as st

from assistant.domain.roleplay import RolePlay
from ui.markup import files
from ui.screen import Screen
from ui.words import out


def draw(screen: Screen, role_play: RolePlay) -> None:
    """`role_play` has a scorecard."""
    parts = [
        files.paper(screen.file(f"/paper/{role_play.id}"), screen.say(out.PAPER)),
        files.download(screen.file(f"/download/talk/{role_play.id}.csv"), screen.say(out.TURNS_CSV)),
        files.download(screen.file(f"/download/talk/{role_play.id}.json"), screen.say(out.ALL_JSON)),
    ]
    st.html(files.files(parts))
