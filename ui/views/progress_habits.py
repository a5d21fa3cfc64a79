"""Habits as sentences: what serves one well, what is worth a second look, reflexes after objections, one's own way of talking."""

import math

import streamlit as st

from assistant.domain.habit import Habit, HabitRole, Habits
from assistant.habits.keyness import LEAST_ROLE_PLAYS, LEAST_SCENARIOS
from ui import shown
from ui.guard import guarded
from ui.markup import progress as markup
from ui.markup import quiet, safe
from ui.screen import Screen
from ui.theme import lines
from ui.views.progress_courses import quoted
from ui.words import habits, progress

ORDER: tuple[HabitRole, ...] = ("strength", "watch", "reflex", "signature")
MOST = 3
"""Of one sort: more would be a list, and nobody changes five things at once."""
PER_CENT = 100


@st.fragment
@guarded
def draw(screen: Screen, found: Habits) -> None:
    """Opening a habit draws this part of the page anew and reads nothing anew."""
    st.subheader(screen.say(habits.HEAD), anchor=False)
    if found.role_plays < LEAST_ROLE_PLAYS:
        st.html(quiet(screen.say(habits.TOO_FEW, more=LEAST_ROLE_PLAYS - found.role_plays)))
        return
    if found.scenarios < LEAST_SCENARIOS:
        st.html(quiet(screen.say(habits.ONE_DEAL)))
        return
    st.html(quiet(_compared(screen, found)))
    if not found.found:
        st.html(f"<p>{safe(screen.say(habits.NONE))}</p>")
        return
    by_role = {role: [one for one in found.found if one.role == role] for role in ORDER}
    with st.container(key="habits"):
        columns, filled = st.columns(2, gap="large"), [0, 0]
    for role, held in by_role.items():
        if held:
            shorter = filled.index(min(filled))
            filled[shorter] += 1 + len(held[:MOST])
            with columns[shorter]:
                _group(screen, found, role, held)


def _compared(screen: Screen, found: Habits) -> str:
    if found.compared == "team":
        return screen.say(habits.TEAM, own=found.role_plays, colleagues=found.colleagues, others=found.others)
    return screen.say(habits.ALONE, own=found.role_plays)


def _group(screen: Screen, found: Habits, role: HabitRole, held: list[Habit]) -> None:
    st.markdown(f"##### {screen.say(habits.ROLES[role])}")
    for number, one in enumerate(held[:MOST]):
        with st.container(border=True, key=f"card-habit-{role}-{number}"):
            st.html(markup.habit(one.words, _sentences(screen, found, one)))
            opened = st.expander(screen.say(habits.OPEN), type="compact", key=f"habit-{role}-{number}", on_change="rerun")
            if opened.open:
                with opened:
                    _why(screen, one, f"{role}-{number}")
    if held[MOST:]:
        rest = ", ".join(screen.say(habits.MORE_ONE, words=one.words, said=one.said_in, of=one.of) for one in held[MOST:])
        st.html(quiet(f"{screen.say(habits.MORE)}: {rest}"))


def _sentences(screen: Screen, found: Habits, one: Habit) -> list[str]:
    if one.reflex:
        counted = one.reflex
        first = screen.say(habits.REFLEX, after=counted.after, objections=counted.objections, elsewhere=counted.elsewhere, others=counted.others)
        said = [first, screen.say(habits.HELPED, helped=one.helped, cost=one.cost)]
    else:
        said = [screen.say(habits.KINDS[one.kind]), screen.say(habits.SAID_IN, of=one.of, said=one.said_in), _would(screen, found, one)]
    return [*said, screen.say(habits.TRENDS[one.trend.direction])] if one.trend.direction else said


def _would(screen: Screen, found: Habits, one: Habit) -> str:
    expected = round(one.expected)
    would, hardly = (habits.TEAM_WOULD, habits.TEAM_HARDLY) if found.compared == "team" else (habits.PEOPLE_WOULD, habits.PEOPLE_HARDLY)
    return screen.say(would, expected=expected) if expected else screen.say(hardly)


def _ceiling(points: list[lines.Point]) -> float:
    """The next ten per cent above everything there is to see."""
    return min(PER_CENT, 10 * math.ceil(max(max(one.value, one.high) for one in points) / 10))


def _why(screen: Screen, one: Habit, key: str) -> None:
    st.html(quiet(screen.say(habits.QUOTES)))
    for example in one.examples:
        quoted(screen, example.role_play, example.turn, example.quote, when=screen.day(example.at))
    if not one.reflex and (one.helped or one.cost):
        st.html(quiet(screen.say(habits.HELPED, helped=one.helped, cost=one.cost)))
    trend = screen.say(habits.TRENDS[one.trend.direction]) if one.trend.direction else screen.say(habits.TREND_FEW)
    st.html(quiet(f"{screen.say(habits.COURSE)} {trend}"))
    points = [
        lines.Point(at.at.astimezone(screen.zone), PER_CENT * at.share, PER_CENT * at.low, PER_CENT * at.high, f"{at.low:.0%}–{at.high:.0%}")
        for at in one.trend.points
    ]
    labels = lines.Labels(screen.say(progress.DAY), screen.say(habits.SHARE), screen.say(habits.CHANCE))
    alt = screen.say(
        habits.COURSE_ALT,
        words=one.words,
        count=len(points),
        usual=round(PER_CENT * one.trend.usual),
        latest=round(points[-1].value),
        trend=trend,
    )
    chart = lines.banded_line(points, labels, _ceiling(points), ".0f", shown.DAY_FORMAT[screen.language])
    st.altair_chart(chart, key=f"trend-{key}", alt=alt)
    st.html(quiet(screen.say(habits.COURSE_ABOUT)))
