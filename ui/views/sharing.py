"""Who can see a talk, said where its scores are; the rep shares it with the team's trainers, and takes it back until one has reviewed it."""

from typing import TYPE_CHECKING

import streamlit as st

from assistant.domain.roleplay import RolePlay
from ui.markup import unmarked
from ui.screen import Screen
from ui.words import assignments, people

if TYPE_CHECKING:
    from assistant.assembly import Engine


def draw(screen: Screen, engine: "Engine", role_play: RolePlay) -> None:
    """Nothing where nobody else could look, and nothing on somebody else's talk."""
    if not screen.team or role_play.rep != screen.actor.id or role_play.is_redo:
        return
    names = {one.id: one.name for one in engine.directory.teams(screen.actor)}
    with st.container(key="sharing", border=True, horizontal=True, vertical_alignment="center"):
        shared = ", ".join(sorted(names[one] for one in role_play.shared if one in names))
        if role_play.share_at_end and role_play.shared:
            st.markdown(unmarked(screen.say(assignments.IS_SHARED, teams=shared)), width="stretch")
        elif role_play.shared:
            st.markdown(unmarked(screen.say(people.SHARED, teams=shared)), width="stretch")
            if st.button(screen.say(people.TAKE_BACK), key="take-back", type="tertiary", icon=":material/lock:"):
                engine.desk.take_back(screen.actor, role_play.id)
                st.rerun()
        elif not names:
            st.markdown(screen.say(people.NO_TEAM), width="stretch")
        else:
            what = f"{screen.say(people.ONLY_YOU)} {screen.say(people.SHARE_WHAT, teams=', '.join(sorted(names.values())))}"
            st.markdown(unmarked(what), width="stretch")
            if st.button(screen.say(people.SHARE), key="share", icon=":material/send:"):
                engine.desk.share(screen.actor, role_play.id)
                st.rerun()
