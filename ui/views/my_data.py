"""My data: who can see what, who has looked, files to take along, how long it is kept, and deleting it."""

from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from assistant.domain.policy import reach
from assistant.exports.exporting import Whose
from ui import state
from ui.markup import bullets, files, quiet, safe
from ui.out.record import known_to
from ui.screen import Screen
from ui.views.conversations import ask_to_delete
from ui.views.doing import done
from ui.views.record import keeping
from ui.words import my_data, record
from ui.words.record_details import detail

if TYPE_CHECKING:
    from assistant.assembly import Engine

LOOKS = 30


def render(engine: "Engine", screen: Screen) -> None:
    st.title(screen.say(my_data.TITLE), anchor=False)
    st.html(f'<p class="maju-lead">{safe(screen.say(my_data.LEAD))}</p>')
    done()
    left, right = st.columns(2, gap="large")
    with left:
        _who_sees(screen, engine)
        if screen.team:
            _looks(screen, engine)
    with right:
        _take(screen)
        _kept(screen, engine)
        _delete(screen, engine)


def _who_sees(screen: Screen, engine: "Engine") -> None:
    st.subheader(screen.say(my_data.WHO_SEES), anchor=False)
    if not screen.team:
        st.html(f"<p>{safe(screen.say(my_data.WHO_SEES_ALONE))}</p>")
        return
    st.html(bullets(tuple(screen.say(one) for one in my_data.WHO_SEES_TEAM)))
    for team in engine.directory.teams(screen.actor):
        if team.id in screen.actor.teams:
            readers = ", ".join(one.name for one in engine.assigning.readers(team.id) if one.id != screen.actor.id)
            said = screen.say(my_data.READERS, team=team.name, names=readers) if readers else screen.say(my_data.NO_READERS, team=team.name)
            st.html(quiet(said))


def _looks(screen: Screen, engine: "Engine") -> None:
    st.subheader(screen.say(my_data.LOOKS), anchor=False)
    found, names = engine.witness.looks(screen.actor, LOOKS), engine.directory.names()
    if not found:
        st.html(quiet(screen.say(my_data.NO_LOOKS)))
        return
    known = known_to(engine, screen.actor, screen.language)
    began = {one.id: one for one in engine.room.mine(screen.actor)}
    rows = []
    for one in found:
        talk = began.get(one.thing)
        title = engine.room.scenario_of(talk.id).title if talk else None
        about = screen.say(my_data.TALK_OF, day=screen.day(talk.began_at), title=screen.say(title)) if talk and title else detail(one, known)
        rows.append((screen.moment(one.at), record.person(one.by, names, screen.language), record.deed(one.action, screen.language), about))
    st.html(files.record(rows, [screen.say(one) for one in (record.WHEN, record.WHO, record.WHAT, my_data.WHICH_TALK)]))


def _take(screen: Screen) -> None:
    st.subheader(screen.say(my_data.TAKE), anchor=False)
    st.html(quiet(screen.say(my_data.EVERYTHING_WHAT)))
    st.html(files.files([files.download(screen.file("/download/mine/everything.zip"), screen.say(my_data.EVERYTHING))]))
    whose: Whose = "mine"
    if reach(screen.actor, "export") == "team":
        named: dict[Whose, str] = {"mine": screen.say(my_data.MINE), "seen": screen.say(my_data.SEEN)}
        whose = st.segmented_control(
            screen.say(my_data.WHICH), list(named), default="mine", required=True, format_func=named.__getitem__, key=state.TAKEN
        )
    st.html(files.files([files.download(screen.file(f"/download/{whose}/{name}"), screen.say(said)) for name, said in my_data.FILES.items()]))
    st.html(quiet(screen.say(my_data.TABLES_WHAT)))


def _kept(screen: Screen, engine: "Engine") -> None:
    st.subheader(screen.say(my_data.KEPT_UNTIL), anchor=False)
    rule, ahead = engine.keeping.mine(screen.actor), engine.keeping.next_of(screen.actor)
    st.html(quiet(screen.say(my_data.KEPT_DAYS, days=rule.days) if rule else screen.say(my_data.KEPT_FOR_GOOD)))
    if ahead:
        st.html(quiet(screen.say(my_data.NEXT, day=screen.day(ahead[0]), talks=ahead[1])))
    if not screen.team:
        with st.expander(screen.say(record.KEEPING), icon=":material/event_busy:"):
            keeping(screen, engine)


def _delete(screen: Screen, engine: "Engine") -> None:
    st.subheader(screen.say(my_data.DELETE), anchor=False)
    st.html(quiet(screen.say(my_data.DELETE_WHAT)))
    st.html(quiet(screen.say(record.BACKUPS)))
    free, shared = engine.eraser.own(screen.actor)
    if shared:
        st.html(quiet(screen.say(my_data.DELETE_SHARED, count=shared)))
    count = sum(map(len, free))
    if not count:
        st.html(quiet(screen.say(my_data.NOTHING)))
    elif st.button(screen.say(my_data.DELETE_ALL, count=count), key="delete-all", icon=":material/delete_forever:"):
        ask_to_delete(screen, screen.say(my_data.SURE, count=count), partial(_gone, screen, engine, None))


def _gone(screen: Screen, engine: "Engine", talk: str | None) -> None:
    count = engine.eraser.erase_own(screen.actor, talk)
    state.tell(st.session_state, screen.say(my_data.DELETED, count=count))
    st.rerun()
