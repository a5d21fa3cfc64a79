"""What is assigned to whoever looks: due on the Practise page, its conditions on the briefing, its verdict on the scorecard."""

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import streamlit as st

from assistant.assigning import calendar_file, is_due
from assistant.domain.assignment import Assignment, PassRule, Standing
from assistant.domain.passing import Held, Verdict
from assistant.domain.roleplay import RolePlay
from assistant.domain.scenario import Scenario
from assistant.domain.scorecard import Score
from assistant.errors import NotFound
from ui import shown, state
from ui.markup import quiet, safe, section
from ui.markup.assigned import checks
from ui.markup.rows import row
from ui.screen import Screen
from ui.words import assessing, assignments, common, door

if TYPE_CHECKING:
    from assistant.assembly import Engine

LATELY = timedelta(days=14)
SIGNS: dict[Held, str] = {"held": "✓", "missed": "✕", "close": "≈", "unseen": "–"}
NOW = ("overdue", "begun", "due_soon", "open")
"""What is most pressing first."""


def due(screen: Screen, engine: "Engine") -> None:
    """What is to be practised, what comes next, and what was done lately; nothing where nothing was ever assigned."""
    if not screen.team:
        return
    mine, now = engine.assigning.mine(screen.actor), datetime.now(UTC)
    pressing = sorted(is_due(mine, now), key=lambda one: (NOW.index(one.state), one.assignment.until))
    coming = [one for one in mine if one.state == "to_come"]
    lately = [one for one in mine if one.state == "done" and _last(one) > now - LATELY]
    titles = {one.id: one for one in engine.library.all()}
    for words, which in ((assignments.DUE, pressing), (assignments.COMING, coming)):
        listed = [one for one in which if one.assignment.scenario in titles]
        if listed:
            st.subheader(screen.say(words), anchor=False)
        for one in listed:
            with st.container(border=True, key=f"assigned-{one.state}-{one.assignment.id}", horizontal=True, vertical_alignment="center"):
                _row(screen, engine, one, titles[one.assignment.scenario])
    if lately:
        with st.expander(screen.say(assignments.LATELY), icon=":material/task_alt:", key="assigned-lately"):
            for one in sorted(lately, key=_last, reverse=True):
                _was_done(screen, engine, one)


def _last(one: Standing) -> datetime:
    return max(each.began_at for each in one.tries)


def _row(screen: Screen, engine: "Engine", one: Standing, scenario: Scenario) -> None:
    its = one.assignment
    about = [state_of(screen, one), screen.say(assessing.MODES[its.mode]), screen.say(common.LEVELS[its.level])]
    if one.state != "overdue":
        about.append(attempts_of(screen, one))
    st.html(row(scenario.buyer, screen.language, screen.say(scenario.title), about), width="stretch")
    calendar(screen, engine, its, screen.say(scenario.title))
    if one.going_on:
        st.page_link(
            screen.pages["room"], label=screen.say(common.CONTINUE), icon=":material/forum:", query_params={state.ROLE_PLAY: one.going_on.id}
        )
    st.page_link(
        screen.pages["briefing"], label=screen.say(assignments.OPEN_IT), icon=":material/arrow_forward:", query_params={state.ASSIGNMENT: its.id}
    )


def _was_done(screen: Screen, engine: "Engine", one: Standing) -> None:
    latest = one.finished[-1]
    found = engine.assigning.verdict(screen.actor, latest)
    about = [screen.day(latest.began_at), screen.say(assignments.RESULTS[found.result] if found else assignments.IS_DONE)]
    if one.assignment.is_open(datetime.now(UTC)) and one.left != 0:
        about.append(attempts_of(screen, one))
    scenario = engine.room.scenario_of(latest.id)
    with st.container(horizontal=True, vertical_alignment="center"):
        st.html(row(scenario.buyer, screen.language, screen.say(scenario.title), about), width="stretch")
        st.page_link(
            screen.pages["scorecard"],
            label=screen.say(common.OPEN_SCORECARD),
            icon=":material/analytics:",
            query_params={state.ROLE_PLAY: latest.id},
        )
        if one.assignment.is_open(datetime.now(UTC)) and one.left != 0:
            to_it = {state.ASSIGNMENT: one.assignment.id}
            st.page_link(screen.pages["briefing"], label=screen.say(assignments.OPEN_IT), icon=":material/replay:", query_params=to_it)


def state_of(screen: Screen, one: Standing) -> str:
    day = one.assignment.starts_at if one.state == "to_come" else last_day(one.assignment)
    return screen.say(assignments.STATES[one.state], day=screen.day(day))


def last_day(one: Assignment) -> datetime:
    """A moment of the last day on which it can be begun."""
    return one.until - timedelta(seconds=1)


def attempts_of(screen: Screen, one: Standing) -> str:
    if one.left is None:
        return screen.say(assignments.ANY_TIMES)
    return screen.say(assignments.LEFT, left=one.left, of=one.assignment.attempts)


def calendar(screen: Screen, engine: "Engine", one: Assignment, title: str) -> None:
    """The file is made when it is asked for."""
    address = engine.settings.public_url
    url = f"{address}/briefing?{state.ASSIGNMENT}={one.id}" if address else ""

    def made() -> bytes:
        return calendar_file(one, screen.say(assignments.CALENDAR_TITLE, title=title), one.note, url, datetime.now(UTC))

    st.download_button(
        screen.say(assignments.CALENDAR),
        made,
        file_name=f"maju-{one.id[:8]}.ics",
        mime="text/calendar",
        key=f"calendar-{one.id}",
        icon=":material/event:",
        type="tertiary",
        help=screen.say(assignments.CALENDAR_WHAT),
        on_click="ignore",
    )


def opened(screen: Screen, engine: "Engine") -> Standing | None:
    """The assignment that the address names; None where it names none. Raises NotFound for one that is not theirs."""
    name = st.query_params.get(state.ASSIGNMENT)
    return engine.assigning.one_of_mine(screen.actor, name) if name else None


def there_is_one(screen: Screen, engine: "Engine", scenario: Scenario) -> None:
    """On the briefing of a buyer who is assigned: what is begun there is practice of one's own."""
    if not screen.team:
        return
    for one in engine.assigning.due(screen.actor):
        if one.assignment.scenario == scenario.id and one.state != "overdue":
            st.html(quiet(screen.say(assignments.THERE_IS_ONE)))
            to_it = {state.ASSIGNMENT: one.assignment.id}
            st.page_link(screen.pages["briefing"], label=screen.say(assignments.OPEN_IT), icon=":material/assignment:", query_params=to_it)
            return


def conditions(screen: Screen, engine: "Engine", one: Standing) -> bool:
    """What it is held under, and who will see it. Whether one may sit down."""
    its, names = one.assignment, engine.directory.names()
    st.subheader(screen.say(assignments.FROM_MANAGER, name=names.get(its.by) or screen.say(door.ROLE_NAMES["manager"])), anchor=False)
    about = [state_of(screen, one), screen.say(assessing.MODES[its.mode]), screen.say(common.LEVELS[its.level]), attempts_of(screen, one)]
    if its.mode == "assessment" and its.time_limit_s:
        about.append(screen.say(assignments.MINUTES, minutes=its.time_limit_s // 60))
    st.html(quiet(" · ".join(about)))
    if its.note:
        st.html(f'<p class="maju-note">{safe(its.note)}</p>')
    if its.mode == "assessment":
        st.html(quiet(screen.say(assignments.KIND_WHAT)))
    if its.rule:
        st.html(section(screen.say(assignments.TO_PASS), checks([("·", words, "") for words in rule_words(screen, its.rule)])))
    st.info(_who_sees(screen, engine, its), icon=":material/visibility:")
    if one.going_on:
        to_it = {state.ROLE_PLAY: one.going_on.id}
        st.page_link(screen.pages["room"], label=screen.say(common.CONTINUE), icon=":material/forum:", query_params=to_it)
    refused = _refused(screen, one)
    if refused:
        st.html(quiet(refused))
    return refused is None


def _who_sees(screen: Screen, engine: "Engine", one: Assignment) -> str:
    team = next((each.name for each in engine.directory.teams(screen.actor) if each.id == one.team), "")
    names = ", ".join(each.name for each in engine.assigning.readers(one.team) if each.id != screen.actor.id)
    if not names:
        return screen.say(assignments.NOBODY_YET, team=team)
    return screen.say(assignments.WHO_SEES, team=team, names=names)


def _refused(screen: Screen, one: Standing) -> str | None:
    its, now = one.assignment, datetime.now(UTC)
    if its.ended_at is not None and now >= its.ended_at:
        return screen.say(assignments.WAS_ENDED)
    if now < its.starts_at:
        return screen.say(assignments.NOT_YET, day=screen.moment(its.starts_at))
    if now >= its.until:
        return screen.say(assignments.LATE)
    return screen.say(assignments.USED_UP) if one.left == 0 else None


def rule_words(screen: Screen, rule: PassRule) -> list[str]:
    bars = [screen.say(assignments.BAR, dimension=screen.say(common.DIMENSIONS[name]), points=bar) for name, bar in rule.bars]
    return [*bars, *(screen.say(assignments.KNOCK_OUTS[one]) for one in rule.knock_outs)]


def verdict(screen: Screen, engine: "Engine", role_play: RolePlay) -> None:
    """Whether this attempt passes what was set, and by what; nothing where nothing was."""
    try:
        found = engine.assigning.verdict(screen.actor, role_play)
    except NotFound:
        return
    if found is None:
        return
    with st.container(border=True, key="assigned-verdict"):
        st.subheader(screen.say(assignments.YOUR_RESULT, result=screen.say(assignments.RESULTS[found.result])), anchor=False)
        st.html(quiet(screen.say(assignments.RESULT_WHAT[found.result])) + checks(_checked(screen, found)))


def _checked(screen: Screen, found: Verdict) -> list[tuple[str, str, str]]:
    rows = []
    for bar in found.bars:
        what = screen.say(assignments.BAR, dimension=screen.say(common.DIMENSIONS[bar.dimension]), points=bar.at_least)
        rows.append(
            (SIGNS[bar.held], what, " · ".join(word for word in (screen.say(assignments.HELD[bar.held]), _points(screen, bar.score)) if word))
        )
    for item, held in found.knock_outs:
        rows.append((SIGNS[held], screen.say(assignments.KNOCK_OUTS[item]), screen.say(assignments.HELD_ITEM[held])))
    return rows


def _points(screen: Screen, score: Score) -> str:
    value, low, high = score.value, score.low, score.high
    if value is None or low is None or high is None:
        return ""
    return screen.say(assignments.ON_BAR, points=shown.points(value), low=shown.points(low), high=shown.points(high))
