"""Who can see a talk, said where its scores are; the rep shares it with the team, asks a trainer to look, and takes it back until one has."""

from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from assistant.domain.review import MOST_TEXT, Submission
from assistant.domain.roleplay import RolePlay
from ui import state
from ui.markup import quiet, unmarked
from ui.screen import Screen
from ui.views.doing import doing, refusal
from ui.words import assignments, people, review
from ui.words.record import person

if TYPE_CHECKING:
    from assistant.assembly import Engine


def draw(screen: Screen, engine: "Engine", role_play: RolePlay) -> None:
    """Nothing where nobody else could look; who looks at somebody else's talk is told that this is kept and seen."""
    if not screen.team:
        return
    if role_play.rep != screen.actor.id:
        st.html(quiet(screen.say(people.LOOK_IS_KEPT, rep=engine.directory.names().get(role_play.rep, ""))))
        return
    if role_play.is_redo:
        return
    names = {one.id: one.name for one in engine.directory.teams(screen.actor)}
    left = engine.desk.left_on(screen.actor, role_play.id)
    submission, waits = left.submission, not left.closed
    refusal("sharing")
    with st.container(key="sharing", border=True, horizontal=True, vertical_alignment="center"):
        if role_play.shared:
            shared = assignments.IS_SHARED if role_play.share_at_end else people.SHARED
            teams = ", ".join(sorted(names[one] for one in role_play.shared if one in names))
            st.markdown(unmarked(f"{screen.say(shared, teams=teams)} {_sent(screen, submission)}"), width="stretch")
            if submission is None and waits:
                _submit(screen, engine, role_play)
            if waits and not role_play.share_at_end:
                back = partial(engine.submitting.take_back, screen.actor, role_play.id)
                st.button(
                    screen.say(people.TAKE_BACK), key="take-back", type="tertiary", icon=":material/lock:", on_click=doing(screen, "sharing", back)
                )
        elif not names:
            st.markdown(screen.say(people.NO_TEAM), width="stretch")
        else:
            what = f"{screen.say(people.ONLY_YOU)} {screen.say(people.SHARE_WHAT, teams=', '.join(sorted(names.values())))}"
            st.markdown(unmarked(what), width="stretch")
            share = partial(engine.submitting.share, screen.actor, role_play.id)
            st.button(screen.say(people.SHARE), key="share", icon=":material/group:", on_click=doing(screen, "sharing", share))
            _submit(screen, engine, role_play)
    _looks(screen, engine, role_play)


def _sent(screen: Screen, submission: Submission | None) -> str:
    return "" if submission is None else screen.say(review.SUBMITTED, day=screen.day(submission.at))


def _submit(screen: Screen, engine: "Engine", role_play: RolePlay) -> None:
    key = state.review_box(role_play.id, "question")
    with st.popover(screen.say(review.SUBMIT), icon=":material/send:"):
        st.text_input(screen.say(review.QUESTION), key=key, placeholder=screen.say(review.QUESTION_HINT), max_chars=MOST_TEXT, autocomplete="off")
        send = partial(_send, screen, engine, role_play.id, key)
        st.button(screen.say(review.SUBMIT_NOW), key="submit", type="primary", icon=":material/send:", on_click=doing(screen, "sharing", send))


def _send(screen: Screen, engine: "Engine", role_play_id: str, key: str) -> None:
    engine.submitting.submit(screen.actor, role_play_id, st.session_state.get(key, ""))


def _looks(screen: Screen, engine: "Engine", role_play: RolePlay) -> None:
    """Who has looked, for the rep."""
    looks = engine.witness.of_talk(screen.actor, role_play)
    if looks:
        known = engine.directory.names()
        who = [screen.say(people.LOOKED_ONE, name=person(one, known, screen.language), day=screen.day(at)) for one, at in looks.items()]
        st.html(quiet(screen.say(people.LOOKED, who=", ".join(who))))
    elif role_play.shared:
        st.html(quiet(screen.say(people.NOBODY_LOOKED)))
