"""People: an admin invites, sets roles and teams, switches accounts off, and has people deleted who have left."""

from datetime import datetime
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import streamlit as st

from assistant.domain.people import ROLES, Person
from assistant.privacy.erasing import GRACE
from ui import state
from ui.guard import guarded
from ui.markup import quiet, safe, unmarked
from ui.screen import Screen
from ui.views import doing, spending
from ui.words import door, people

if TYPE_CHECKING:
    from assistant.assembly import Engine


def render(engine: "Engine", screen: Screen) -> None:
    st.title(screen.say(people.TITLE), anchor=False)
    st.html(f'<p class="maju-lead">{safe(screen.say(people.LEAD))}</p>')
    everybody = engine.directory.people(screen.actor)
    teams = {one.id: one.name for one in engine.directory.teams(screen.actor)}
    waiting = engine.eraser.waiting(screen.actor)
    wide, narrow = st.columns([5, 3], gap="large")
    with narrow:
        st.subheader(screen.say(people.INVITE), anchor=False)
        _invite(screen, engine, sorted(teams.values()))
    with wide:
        doing.done()
        for person in everybody:
            with st.expander(_line(screen, person, teams), key=f"person-{person.id}"):
                _person(screen, engine, person, teams, waiting.get(person.id))
        st.page_link(screen.pages["record"], label=screen.say(people.TO_RECORD), icon=":material/history_edu:")
    if engine.chat:
        spending.draw(screen, engine, everybody, teams)


def _line(screen: Screen, person: Person, teams: dict[str, str]) -> str:
    roles = ", ".join(screen.say(name) for role, name in door.ROLE_NAMES.items() if role in person.roles)
    parts = [person.name, roles, ", ".join(sorted(teams[one] for one in person.teams if one in teams))]
    if person.id == screen.actor.id:
        parts.append(screen.say(people.YOU))
    if not person.active:
        parts.append(screen.say(people.OFF))
    elif not person.joined:
        parts.append(screen.say(people.NOT_JOINED))
    return unmarked(" · ".join(part for part in parts if part))


def _fields(screen: Screen, key: str, teams: list[str], person: Person | None, of: list[str]) -> tuple[str, list[str], list[str]]:
    name = st.text_input(screen.say(people.PERSON), person.name if person else "", key=f"name-{key}", max_chars=60)
    roles = st.pills(
        screen.say(people.ROLES),
        ROLES,
        selection_mode="multi",
        default=sorted(person.roles) if person else ["rep"],
        format_func=lambda one: screen.say(door.ROLE_NAMES[one]),
        key=f"roles-{key}",
    )
    known = screen.say(people.KNOWN_TEAMS, teams=", ".join(teams)) if teams else None
    named = st.text_input(screen.say(people.TEAMS), ", ".join(of), key=f"teams-{key}", placeholder=screen.say(people.WHICH_TEAMS), help=known)
    return name, list(roles), [one for one in (named or "").split(",") if one.strip()]


@guarded
def _invite(screen: Screen, engine: "Engine", teams: list[str]) -> None:
    """An empty form after every invitation; what was refused stays to be mended."""
    form = state.invite_form(st.session_state)
    with st.form(form, border=True, enter_to_submit=False):
        login = st.text_input(screen.say(people.LOGIN), placeholder=screen.say(people.LOGIN_HINT), key=f"login-{form}", max_chars=200)
        name, roles, of = _fields(screen, form, teams, None, [])
        if st.form_submit_button(screen.say(people.MAKE_LINK), type="primary", icon=":material/person_add:"):
            person = engine.directory.invite(screen.actor, login, name, roles, of)  # type: ignore[arg-type]
            state.invited(st.session_state)
            _show_link(screen, engine, person)


@guarded
def _person(screen: Screen, engine: "Engine", person: Person, teams: dict[str, str], deleted_on: datetime | None) -> None:
    st.html(quiet(f"{person.login} · {screen.say(people.SINCE, day=screen.day(person.made_at))}"))
    with st.form(f"form-{person.id}", border=False, enter_to_submit=False):
        of = sorted(teams[one] for one in person.teams if one in teams)
        name, roles, chosen = _fields(screen, person.id, sorted(teams.values()), person, of)
        if st.form_submit_button(screen.say(people.SAVE), type="primary", icon=":material/check:"):
            after = engine.directory.change(screen.actor, person.id, name=name, roles=roles, teams=chosen)  # type: ignore[arg-type]
            _say(screen.say(people.SAVED, name=after.name))
    with st.container(horizontal=True):
        if person.active and st.button(
            screen.say(people.NEW_LINK), key=f"link-{person.id}", icon=":material/link:", help=screen.say(people.NEW_LINK_WHAT)
        ):
            _show_link(screen, engine, person)
        words, done = (people.SWITCH_OFF, people.SWITCHED_OFF) if person.active else (people.SWITCH_ON, people.SWITCHED_ON)
        if st.button(screen.say(words), key=f"switch-{person.id}", type="tertiary", icon=":material/power_settings_new:"):
            engine.directory.set_active(screen.actor, person.id, active=not person.active)
            _say(screen.say(done, name=person.name))
    if not person.active:
        _deletion(screen, engine, person, deleted_on)


def _deletion(screen: Screen, engine: "Engine", person: Person, deleted_on: datetime | None) -> None:
    """Of somebody who was switched off: asked for, with what happens when; taken back while there is time."""
    if deleted_on is not None:
        st.warning(screen.say(people.DELETED_ON, day=screen.day(deleted_on)), icon=":material/delete_forever:")
        if st.button(screen.say(people.KEEP), key=f"keep-{person.id}", icon=":material/undo:"):
            engine.eraser.take_back(screen.actor, person.id)
            _say(screen.say(people.KEPT, name=person.name))
        return
    with st.popover(screen.say(people.DELETE), icon=":material/delete_forever:", type="tertiary", key=f"erase-{person.id}"):
        st.markdown(screen.say(people.DELETE_WHAT, day=screen.day(engine.now() + GRACE)))
        if st.button(screen.say(people.DELETE_SURE), key=f"erase-yes-{person.id}", type="primary"):
            engine.eraser.ask(screen.actor, person.id)
            st.rerun()


def _show_link(screen: Screen, engine: "Engine", person: Person) -> None:
    """Shown once, on the next run: the secret in it is kept nowhere else."""
    here = urlsplit(st.context.url or "")
    address = engine.settings.public_url or f"{here.scheme}://{here.netloc}"
    link = f"{address}/welcome?link={engine.doorkeeper.link(person, screen.actor.id)}"
    state.tell(st.session_state, screen.say(people.LINK, name=person.name), link)
    st.rerun()


def _say(words: str) -> None:
    state.tell(st.session_state, words)
    st.rerun()
