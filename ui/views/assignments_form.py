"""The form in which practice is set or changed. Days are the manager's own; the last one counts until its night."""

from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

import streamlit as st

from assistant.assigning import Plan
from assistant.assigning.checking import MINUTES as BETWEEN
from assistant.assigning.checking import MOST_ATTEMPTS, MOST_NOTE
from assistant.domain.assignment import KNOCK_OUTS, Assignment, KnockOut, PassRule
from assistant.domain.people import Person
from assistant.domain.roleplay import Mode
from assistant.domain.scenario import Scenario
from assistant.domain.terms import ATTEMPTS, MINUTES
from assistant.domain.words import DIMENSIONS, LANGUAGES, Dimension, Language
from ui import state
from ui.guard import guarded
from ui.markup import quiet, safe
from ui.screen import Screen
from ui.views.assigned import last_day
from ui.words import assessing, assignments, common

if TYPE_CHECKING:
    from assistant.assembly import Engine

A_WEEK = timedelta(days=6)


@guarded
def new(screen: Screen, engine: "Engine", teams: dict[str, str], wanted: str | None) -> None:
    """`wanted`: the scenario it is likely about. An empty form after every assignment; what was refused stays to be mended."""
    form = state.assign_form(st.session_state)
    scenarios = {one.id: one for one in engine.library.all()}
    with st.form(form, border=False, enter_to_submit=False):
        ids = list(teams)
        chosen = st.pills(
            screen.say(assignments.TEAMS), ids, selection_mode="multi", default=ids[:1], format_func=teams.__getitem__, key=f"teams-{form}"
        )
        people = {each.id: each for team in teams for each in engine.assigning.members(screen.actor, team)}
        plan = _plan(screen, form, scenarios, people, None, wanted)
        if st.form_submit_button(screen.say(assignments.SET), type="primary", icon=":material/add_task:"):
            engine.assigning.assign(screen.actor, chosen, plan)
            state.assigned(st.session_state)
            st.query_params.pop(state.SCENARIO, None)
            state.tell(st.session_state, screen.say(assignments.WAS_SET, title=screen.say(scenarios[plan.scenario].title)))
            st.rerun()


@guarded
def change(screen: Screen, engine: "Engine", one: Assignment, scenarios: dict[str, Scenario]) -> None:
    form = f"{one.id}-{one.revision}"
    with st.form(f"form-{form}", border=False, enter_to_submit=False):
        people = {each.id: each for each in engine.assigning.members(screen.actor, one.team)}
        plan = _plan(screen, form, scenarios, people, one, None)
        if st.form_submit_button(screen.say(assignments.SAVE), type="primary", icon=":material/check:"):
            engine.assigning.change(screen.actor, one, plan)
            state.tell(st.session_state, screen.say(assignments.CHANGED))
            st.rerun()


def _plan(screen: Screen, form: str, scenarios: dict[str, Scenario], people: dict[str, Person], one: Assignment | None, wanted: str | None) -> Plan:
    ids = list(scenarios) if one is None or one.scenario in scenarios else [one.scenario, *scenarios]
    first = one.scenario if one else wanted
    scenario = st.selectbox(
        screen.say(assignments.SCENARIO),
        ids,
        index=ids.index(first) if first in ids else 0,
        format_func=lambda each: screen.say(scenarios[each].title) if each in scenarios else each,
        key=f"scenario-{form}",
        placeholder=screen.say(common.CHOOSE),
    )
    left, right = st.columns(2)
    with left:
        level = st.segmented_control(
            screen.say(common.LEVEL),
            list(common.LEVELS),
            default=one.level if one else 2,
            required=True,
            format_func=lambda each: screen.say(common.LEVELS[each]),
            key=f"level-{form}",
        )
    modes: list[Mode] = ["practice", "assessment"]
    with right:
        mode = st.segmented_control(
            screen.say(assignments.KIND),
            modes,
            default=one.mode if one else "practice",
            required=True,
            format_func=lambda each: screen.say(assessing.MODES[each]),
            key=f"mode-{form}",
            help=screen.say(assignments.KIND_WHAT),
        )
    chosen = st.multiselect(
        screen.say(assignments.PEOPLE),
        list(people),
        default=sorted(one.people & set(people)) if one else [],
        format_func=lambda each: people[each].name,
        placeholder=screen.say(assignments.EVERYBODY),
        key=f"people-{form}",
        select_all=False,
    )
    starts_at, until = _days(screen, form, one)
    attempts, minutes, talk = _limits(screen, form, one)
    rule = _rule(screen, form, one)
    note = st.text_area(
        screen.say(assignments.NOTE),
        one.note if one else "",
        max_chars=MOST_NOTE,
        placeholder=screen.say(assignments.NOTE_HINT),
        key=f"note-{form}",
        height=80,
    )
    return Plan(scenario, level, mode, starts_at, until, frozenset(chosen), talk, minutes * 60, attempts or None, rule, note)


def _days(screen: Screen, form: str, one: Assignment | None) -> tuple[datetime, datetime]:
    today = datetime.now(UTC).astimezone(screen.zone).date()
    first = one.starts_at.astimezone(screen.zone).date() if one else today
    last = last_day(one).astimezone(screen.zone).date() if one else today + A_WEEK
    left, right = st.columns(2)
    began = left.date_input(screen.say(assignments.FROM), first, key=f"from-{form}", format="YYYY-MM-DD")
    ends = right.date_input(screen.say(assignments.UNTIL), last, key=f"until-{form}", format="YYYY-MM-DD")
    starts_at = one.starts_at if one and began == first else _midnight(began, screen)
    return starts_at, one.until if one and ends == last else _midnight(ends + timedelta(days=1), screen)


def _midnight(day: date, screen: Screen) -> datetime:
    """At which this day begins for whoever looks; without a zone of theirs, for the server."""
    at = datetime.combine(day, time(), screen.zone) if screen.zone else datetime.combine(day, time()).astimezone()
    return at.astimezone(UTC)


def _limits(screen: Screen, form: str, one: Assignment | None) -> tuple[int, int, Language | None]:
    first, second, third = st.columns(3)
    attempts = first.number_input(
        screen.say(assignments.ATTEMPTS), 0, MOST_ATTEMPTS, (one.attempts or 0) if one else ATTEMPTS, key=f"attempts-{form}"
    )
    minutes = second.number_input(
        screen.say(assignments.TIME), *BETWEEN, one.time_limit_s // 60 if one and one.time_limit_s else MINUTES, key=f"minutes-{form}"
    )
    talks: list[Language | None] = [None, *LANGUAGES]
    talk = third.selectbox(
        screen.say(assignments.TALK),
        talks,
        index=talks.index(one.language) if one else 0,
        format_func=lambda each: common.LANGUAGE_NAMES[each] if each else screen.say(assignments.REP_CHOOSES),
        key=f"talk-{form}",
        placeholder=screen.say(common.CHOOSE),
    )
    return int(attempts), int(minutes), talk


def _rule(screen: Screen, form: str, one: Assignment | None) -> PassRule:
    rule = one.rule if one else PassRule()
    before = dict(rule.bars)
    st.html(f"<b>{safe(screen.say(assignments.RULE))}</b>{quiet(screen.say(assignments.BARS_WHAT))}")
    bars: list[tuple[Dimension, int]] = []
    for column, name in zip(st.columns(len(DIMENSIONS)), DIMENSIONS, strict=True):
        points = column.number_input(screen.say(common.DIMENSIONS[name]), 0, 100, before.get(name, 0), step=5, key=f"bar-{name}-{form}")
        if points:
            bars.append((name, int(points)))
    st.html(quiet(screen.say(assignments.BARS)))
    items: list[KnockOut] = list(KNOCK_OUTS)
    kept = st.multiselect(
        screen.say(assignments.MUST_NOT_MISS),
        items,
        default=list(rule.knock_outs),
        format_func=lambda each: screen.say(assignments.KNOCK_OUTS[each]),
        placeholder=screen.say(assignments.NO_KNOCK_OUTS),
        key=f"knock-outs-{form}",
        select_all=False,
    )
    return PassRule(tuple(bars), tuple(each for each in items if each in kept))
