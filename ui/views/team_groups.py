"""Groups beside each other: team and team, or those who joined in a period and the others. With intervals, and nothing below three people."""

from datetime import date, timedelta
from itertools import pairwise

import streamlit as st

from assistant.domain.team import Apart, Group
from assistant.domain.words import DIMENSIONS, Language
from assistant.progress.team import OpenBook
from ui import shown
from ui.markup import quiet, safe
from ui.markup import team as markup
from ui.screen import Screen
from ui.words import common, team

SIX_WEEKS = timedelta(weeks=6)
HOW = {"teams": team.BY_TEAM, "joining": team.BY_JOINING}


def draw(screen: Screen, book: OpenBook, talk: Language, teams: dict[str, str]) -> None:
    present = {one: name for one, name in teams.items() if any(one in each.teams for each in book.members)}
    st.subheader(screen.say(team.GROUPS), anchor=False)
    how = "joining"
    if len(present) > 1:
        how = st.segmented_control(
            screen.say(team.GROUPS),
            list(HOW),
            default="teams",
            required=True,
            format_func=lambda one: screen.say(HOW[one]),
            key="groups-how",
            label_visibility="collapsed",
        )
    if how == "teams":
        groups = book.by_team(talk, present)
        ids = [[one.id for one in book.members if each in one.teams] for each in present]
    else:
        period = _period(screen, book)
        if period is None:
            return
        names = (screen.say(team.CAME_ELSE), screen.say(team.CAME_THEN))
        new, old = book.joined(talk, *period, screen.zone, (names[1], names[0]))
        groups = (old, new)
        came = {one.id for one in book.members if period[0] <= one.made_at.astimezone(screen.zone).date() <= period[1]}
        ids = [[one.id for one in book.members if one.id not in came], list(came)]
    heads = ["", *(screen.say(common.DIMENSIONS[one]) for one in DIMENSIONS)]
    st.html(markup.table(heads, [_row(screen, one) for one in groups], screen.say(team.GROUPS)))
    for (first, of_first), (second, of_second) in pairwise(zip(groups, ids, strict=True)):
        _apart(screen, first, second, book.apart(talk, of_first, of_second))
    st.html(quiet(screen.say(team.GROUPS_WHAT)))
    st.html(quiet(screen.say(team.MAYBE_OTHERWISE)))


def _period(screen: Screen, book: OpenBook) -> tuple[date, date] | None:
    today = book.now.astimezone(screen.zone).date()
    chosen = st.date_input(screen.say(team.PERIOD), (today - SIX_WEEKS, today), key="groups-period", format="YYYY-MM-DD")
    return chosen if isinstance(chosen, tuple) and len(chosen) == 2 else None


def _row(screen: Screen, one: Group) -> list[str]:
    cells = []
    for dimension in DIMENSIONS:
        level = one.levels.get(dimension)
        if level is None:
            cells.append(screen.say(team.TOO_FEW))
        else:
            low, high = max(0.0, level.low), min(100.0, level.high)
            cells.append(screen.say(team.CELL, points=shown.points(level.mean), low=shown.points(low), high=shown.points(high)))
    return [screen.say(team.GROUP, name=one.name, people=one.people, count=one.role_plays), *cells]


def _apart(screen: Screen, first: Group, second: Group, found: tuple[Apart, ...]) -> None:
    if not found:
        return
    sure = [one for one in found if one.sure]
    for one in sure:
        higher, by, low, high = (second, one.by, one.low, one.high) if one.by > 0 else (first, -one.by, -one.high, -one.low)
        words = screen.say(
            team.APART,
            dimension=screen.say(common.DIMENSIONS[one.dimension]),
            second=higher.name,
            by=shown.points(by),
            low=shown.points(low),
            high=shown.points(high),
        )
        st.html(f"<p>{safe(words)}</p>")
    if not sure:
        st.html(f"<p>{safe(screen.say(team.NOT_APART, names=f'{first.name} / {second.name}'))}</p>")
