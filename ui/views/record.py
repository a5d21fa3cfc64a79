"""Records: who saw and did what, with a filter; how long talks are kept; what a learning record store was told. An admin's page."""

from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

import streamlit as st

from assistant.domain.privacy import NO_TEAM, Sought
from ui import state
from ui.guard import guarded
from ui.markup import files, quiet, safe, unmarked
from ui.out.record import known_to
from ui.screen import Screen
from ui.views.doing import done
from ui.words import common, record
from ui.words.record_details import detail

if TYPE_CHECKING:
    from assistant.assembly import Engine

A_PAGE = 50


def render(engine: "Engine", screen: Screen) -> None:
    st.title(screen.say(record.TITLE), anchor=False)
    st.html(f'<p class="maju-lead">{safe(screen.say(record.LEAD))}</p>')
    done()
    wide, narrow = st.columns([5, 3], gap="large")
    with wide:
        _record(screen, engine)
    with narrow:
        st.subheader(screen.say(record.KEEPING), anchor=False)
        keeping(screen, engine)
        _told(screen, engine)


@guarded
def _record(screen: Screen, engine: "Engine") -> None:
    names, known = engine.directory.names(), known_to(engine, screen.actor, screen.language)
    sought, asked = _sought(screen, names)
    slot = st.container()
    page = int(st.session_state.get(state.RECORD_PAGE) or 1)
    found = engine.witness.record(screen.actor, A_PAGE + 1, sought, (page - 1) * A_PAGE)
    pages = page + (len(found) > A_PAGE)
    if pages > 1:
        st.pagination(pages, key=state.RECORD_PAGE)
    with slot:
        if not found:
            st.html(quiet(screen.say(record.NONE)))
            return
        rows = [
            (
                screen.moment(one.at),
                record.person(one.by, names, screen.language),
                record.deed(one.action, screen.language),
                names.get(one.owner) or (names.get(one.thing, "") if one.thing != one.by else ""),
                detail(one, known),
            )
            for one in found[:A_PAGE]
        ]
        head = [screen.say(one) for one in (record.WHEN, record.WHO, record.WHAT, record.WHOSE, record.DETAIL)]
        st.html(files.record(rows, head))
        st.html(files.files([files.download(screen.file("/download/record.csv", **asked), screen.say(record.AS_CSV))]))


def _sought(screen: Screen, names: dict[str, str]) -> tuple[Sought, dict[str, str]]:
    """What is looked for, and the same for the file's address."""
    first, second, third = st.columns(3)
    by = first.selectbox(
        screen.say(record.WHO),
        ["", *names],
        format_func=lambda one: names.get(one, screen.say(record.ANYBODY)),
        key="record-by",
        placeholder=screen.say(common.CHOOSE),
    )
    owner = second.selectbox(
        screen.say(record.WHOSE),
        ["", *names],
        format_func=lambda one: names.get(one, screen.say(record.ANYBODY)),
        key="record-owner",
        placeholder=screen.say(common.CHOOSE),
    )
    action = third.selectbox(
        screen.say(record.WHAT),
        ["", *record.ACTIONS],
        format_func=lambda one: screen.say(record.ACTIONS[one]) if one else screen.say(record.ANYTHING),
        key="record-action",
        placeholder=screen.say(common.CHOOSE),
    )
    today = datetime.now(screen.zone or UTC).date()
    days = st.date_input(screen.say(record.PERIOD), (today - timedelta(days=30), today), key="record-period", format="YYYY-MM-DD")
    since, until = (days[0], days[-1]) if isinstance(days, tuple) and days else (today, today)
    sought = Sought(
        by=by or None, action=action or None, owner=owner or None, since=_start(screen, since), until=_start(screen, until + timedelta(days=1))
    )
    asked = {"by": by, "action": action, "owner": owner, "since": f"{since}", "until": f"{until}"}
    return sought, {name: value for name, value in asked.items() if value}


def _start(screen: Screen, day: date) -> datetime:
    return datetime.combine(day, time(), screen.zone or UTC)


@guarded
def keeping(screen: Screen, engine: "Engine") -> None:
    """How long talks are kept, for each team; alone, for oneself. What a choice would delete is said before it is made."""
    st.html(quiet(screen.say(record.KEEPING_WHAT)))
    rules = engine.keeping.rules(screen.actor)
    teams = {one.id: one.name for one in engine.directory.teams(screen.actor)} if screen.team else {}
    teams[NO_TEAM] = screen.say(record.NO_TEAM if screen.team else record.MY_TALKS)
    for team, name in teams.items():
        kept = rules[team].days if team in rules else None
        choices = [None, *sorted({*record.DAYS, *([kept] if kept else [])})]
        days = st.selectbox(
            unmarked(name),
            choices,
            index=choices.index(kept),
            format_func=lambda one: _days(screen, one),
            key=f"keeping-{team or 'none'}",
            placeholder=screen.say(common.CHOOSE),
        )
        if days != kept:
            _ahead(screen, engine, team, days)
    st.html(quiet(screen.say(record.BACKUPS)))


def _days(screen: Screen, days: int | None) -> str:
    if days is None:
        return screen.say(record.FOR_GOOD)
    return screen.say(record.DAYS[days]) if days in record.DAYS else screen.say(record.OTHER_DAYS, days=days)


def _ahead(screen: Screen, engine: "Engine", team: str, days: int | None) -> None:
    if days is not None:
        ahead = engine.keeping.ahead(screen.actor, team, days)
        said = screen.say(record.AHEAD, day=screen.day(ahead.first_at), people=ahead.people, talks=ahead.talks) if ahead else None
        st.warning(unmarked(said or screen.say(record.AHEAD_NOTHING)), icon=":material/event_busy:")
    if st.button(screen.say(record.SET), key=f"keep-{team or 'none'}", type="primary"):
        engine.keeping.set(screen.actor, team, days)
        state.tell(st.session_state, screen.say(record.SET_DONE))
        st.rerun()


def _told(screen: Screen, engine: "Engine") -> None:
    st.subheader(screen.say(record.RECORDS), anchor=False)
    if not engine.telling.is_set:
        st.html(quiet(screen.say(record.RECORDS_NOT_SET)))
        return
    standing = engine.telling.standing(screen.actor)
    st.html(quiet(screen.say(record.RECORDS_SENT, sent=standing.sent, waiting=standing.waiting)))
    if standing.problem:
        st.html(quiet(screen.say(record.RECORDS_PROBLEM, problem=standing.problem)))
