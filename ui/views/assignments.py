"""Assignments, for managers: set one, see who has done what, change or end it."""

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import streamlit as st

from assistant.assigning.assigning import Attempt, Done
from assistant.domain.assignment import Assignment
from assistant.domain.scenario import Scenario
from assistant.domain.words import Text
from ui import state
from ui.guard import guarded
from ui.markup import quiet, safe, unmarked
from ui.markup.assigned import standings
from ui.screen import Screen
from ui.views import assigned, assignments_form, doing
from ui.words import assessing, assignments, common

if TYPE_CHECKING:
    from assistant.assembly import Engine

MOST_PAST = 20
"""Past ones that are listed; each draws its people."""
SHORT: dict[str, Text] = {
    "to_come": assignments.NOT_BEGUN,
    "open": assignments.NOT_BEGUN,
    "due_soon": assignments.NOT_BEGUN,
    "overdue": assignments.OVERDUE,
    "begun": assignments.GOING_ON,
    "done": assignments.IS_DONE,
    "missed": assignments.STATES["missed"],
    "ended": assignments.NOT_BEGUN,
}


def render(engine: "Engine", screen: Screen) -> None:
    st.title(screen.say(assignments.TITLE), anchor=False)
    st.html(f'<p class="maju-lead">{safe(screen.say(assignments.LEAD))}</p>')
    teams = {one.id: one.name for one in engine.directory.teams(screen.actor)}
    if not teams:
        st.info(screen.say(assignments.NO_TEAM))
        return
    doing.done()
    wanted = st.query_params.get(state.SCENARIO)
    with st.expander(screen.say(assignments.NEW), icon=":material/add_task:", expanded=wanted is not None, key="assign-new"):
        assignments_form.new(screen, engine, teams, wanted)
    managed, now = engine.assigning.managed(screen.actor), datetime.now(UTC)
    if not managed:
        st.info(screen.say(assignments.EMPTY))
        return
    past = [one for one in managed if now >= one.last_moment()]
    kinds = (
        (assignments.RUNNING, [one for one in reversed(managed) if one.is_open(now)]),
        (assignments.TO_COME, [one for one in reversed(managed) if now < one.starts_at and one.ended_at is None]),
        (assignments.PAST, past[:MOST_PAST]),
    )
    done = engine.assigning.done(screen.actor, [one for _, of in kinds for one in of])
    scenarios = {one.id: one for one in engine.library.all()}
    for words, of in kinds:
        if of:
            st.subheader(screen.say(words), anchor=False)
        for one in of:
            title = screen.say(scenarios[one.scenario].title) if one.scenario in scenarios else one.scenario
            with st.expander(_line(screen, one, title, teams, done[one.id]), key=f"assignment-{one.id}"):
                _one(screen, engine, one, title, done[one.id], scenarios)


def _line(screen: Screen, one: Assignment, title: str, teams: dict[str, str], done: tuple[Done, ...]) -> str:
    kind = screen.say(assessing.MODES[one.mode])
    finished = sum(bool(each.standing.finished) for each in done)
    line = screen.say(assignments.LINE, title=title, team=teams.get(one.team, ""), kind=kind, done=finished, of=len(done))
    return unmarked(f"{line} · {_when(screen, one)}")


def _when(screen: Screen, one: Assignment) -> str:
    if one.ended_at is not None:
        return screen.say(assignments.WAS_ENDED_ON, day=screen.day(one.ended_at))
    return screen.say(assignments.BETWEEN, first=screen.day(one.starts_at), last=screen.day(assigned.last_day(one)))


@guarded
def _one(screen: Screen, engine: "Engine", one: Assignment, title: str, done: tuple[Done, ...], scenarios: dict[str, Scenario]) -> None:
    about = [screen.say(common.LEVELS[one.level])]
    if one.time_limit_s:
        about.append(screen.say(assignments.MINUTES, minutes=one.time_limit_s // 60))
    about += assigned.rule_words(screen, one.rule)
    st.html(quiet(" · ".join(about)))
    if one.note:
        st.html(f'<p class="maju-note">{safe(one.note)}</p>')
    if done:
        st.html(standings([_standing(screen, each) for each in done]))
        _links(screen, done)
    else:
        st.html(quiet(screen.say(assignments.NOBODY)))
    with st.container(horizontal=True, vertical_alignment="center"):
        assigned.calendar(screen, engine, one, title)
        if one.ended_at is None:
            with st.popover(screen.say(assignments.CHANGE), icon=":material/edit:", key=f"change-{one.id}"):
                assignments_form.change(screen, engine, one, scenarios)
            with st.popover(screen.say(assignments.END), icon=":material/stop_circle:", key=f"end-{one.id}"):
                st.text(screen.say(assignments.END_WHAT))
                if st.button(screen.say(assignments.END_YES), key=f"end-yes-{one.id}"):
                    engine.assigning.end(screen.actor, one.id)
                    state.tell(st.session_state, screen.say(assignments.ENDED))
                    st.rerun()


def _standing(screen: Screen, one: Done) -> tuple[str, str, str]:
    """Name, how far, how it came out."""
    tries = len(one.standing.tries)
    how = [screen.say(SHORT[one.standing.state])]
    if tries:
        how.append(screen.say(assignments.ONE_TRY) if tries == 1 else screen.say(assignments.TRIES, count=tries))
    results = " → ".join(_result(screen, each) for each in one.attempts) if one.standing.assignment.rule else ""
    return one.person.name, " · ".join(how), results


def _result(screen: Screen, one: Attempt) -> str:
    return screen.say(assignments.RESULTS[one.verdict.result]) if one.verdict else screen.say(assignments.NOT_SCORED)


def _links(screen: Screen, done: tuple[Done, ...]) -> None:
    """To what may be read, person by person."""
    for one in done:
        if not one.attempts:
            continue
        with st.container(horizontal=True, gap="small"):
            for number, attempt in enumerate(one.attempts, 1):
                label = f"{unmarked(one.person.name)} · {screen.say(assignments.OPEN_TRY, number=number)}"
                to_it = {state.ROLE_PLAY: attempt.role_play.id}
                st.page_link(screen.pages["scorecard"], label=label, icon=":material/analytics:", query_params=to_it)
