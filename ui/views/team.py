"""The team, for its manager: what would help most next, who practised and how each stands, what is hard, groups beside each other."""

from typing import TYPE_CHECKING

import streamlit as st

from assistant.domain.progress import Course
from assistant.domain.team import Mate, TeamView
from assistant.domain.words import DIMENSIONS, Language
from assistant.progress.team import OpenBook
from ui import shown, state
from ui.markup import progress as progress_markup
from ui.markup import quiet, safe
from ui.markup import team as markup
from ui.screen import Screen
from ui.views import progress_courses, team_groups, team_hard
from ui.words import common, outcomes, team
from ui.words import progress as words_progress

if TYPE_CHECKING:
    from assistant.assembly import Engine

ALL = ""
SIGNS = {"risen": "▲", "fallen": "▼"}


def render(engine: "Engine", screen: Screen) -> None:
    st.title(screen.say(team.TITLE), anchor=False)
    st.html(f'<p class="maju-lead">{safe(screen.say(team.WHAT_IS_IN))}</p>')
    teams = {one.id: one.name for one in engine.directory.teams(screen.actor)}
    if not teams:
        st.info(screen.say(team.NO_TEAM))
        return
    st.page_link(screen.pages["outcomes"], label=screen.say(outcomes.TO_OUTCOMES), icon=":material/monitoring:")
    chosen = _team(screen, teams)
    book = engine.team_book.open(screen.actor, list(teams) if chosen == ALL else [chosen])
    if not book.seen:
        st.info(screen.say(team.EMPTY))
        st.page_link(screen.pages["assignments"], label=screen.say(team.TO_ASSIGN), icon=":material/add_task:")
        return
    talk = _talk(screen, book)
    found = book.view(talk)
    _left_out(screen, found)
    team_hard.help_most(screen, engine, found)
    _people(screen, found)
    _over_time(screen, found)
    team_hard.draw(screen, engine, found, book.scenarios)
    team_groups.draw(screen, book, talk, teams)


def _team(screen: Screen, teams: dict[str, str]) -> str:
    if len(teams) == 1:
        return next(iter(teams))
    names = {ALL: screen.say(team.ALL_TEAMS)} | teams
    return st.segmented_control(
        screen.say(team.WHICH), list(names), default=ALL, required=True, format_func=names.__getitem__, key=state.TEAM, label_visibility="collapsed"
    )


def _talk(screen: Screen, book: OpenBook) -> Language:
    first = screen.language if screen.language in book.languages else book.languages[0]
    if len(book.languages) == 1:
        return first
    return st.segmented_control(
        screen.say(words_progress.TALK),
        book.languages,
        default=first,
        required=True,
        format_func=common.LANGUAGE_NAMES.__getitem__,
        key=state.progress_talk(screen.language),
        help=screen.say(words_progress.BY_LANGUAGE),
    )


def _left_out(screen: Screen, found: TeamView) -> None:
    for words, count in ((team.UNSCORED, found.unscored), (team.OTHER_RUBRIC, found.other_rubric)):
        if count:
            st.html(quiet(screen.say(words, count=count)))


def _people(screen: Screen, found: TeamView) -> None:
    st.subheader(screen.say(team.PEOPLE), anchor=False)
    heads = [
        screen.say(team.PERSON),
        screen.say(team.PRACTISED),
        screen.say(team.LATEST),
        *(screen.say(common.DIMENSIONS[one]) for one in DIMENSIONS),
    ]
    st.html(markup.table(heads, [_row(screen, one) for one in found.mates], screen.say(team.PEOPLE)))
    st.html(quiet(screen.say(team.CELLS)))


def _row(screen: Screen, one: Mate) -> list[str]:
    latest = screen.day(one.latest_at) if one.latest_at else screen.say(team.NEVER)
    counts = screen.say(team.COUNTS, lately=one.lately, all=one.role_plays)
    return [one.name, counts, latest, *(_cell(screen, course) for course in one.courses)]


def _cell(screen: Screen, course: Course) -> str:
    if not course.points:
        return screen.say(team.NO_SCORE)
    latest = course.points[-1]
    score = screen.say(team.CELL, points=shown.points(latest.value), low=shown.points(latest.low), high=shown.points(latest.high))
    sign = SIGNS.get(course.change.verdict) if course.change else None
    return f"{sign} {score}" if sign else score


def _over_time(screen: Screen, found: TeamView) -> None:
    """One person at a time: four small lines, first, best and latest."""
    scored = {one.person: one for one in found.mates if any(course.points for course in one.courses)}
    if not scored:
        return
    chosen = st.pills(
        screen.say(team.LOOK_AT), list(scored), default=next(iter(scored)), required=True, format_func=lambda one: scored[one].name, key=state.MATE
    )
    grid = st.grid(min_column_width=progress_courses.COLUMN, gap="large", key="mate-courses")
    for course in scored[chosen].courses:
        with grid.cell(), st.container(gap="small"):
            name, words = screen.say(common.DIMENSIONS[course.dimension]), progress_courses.said_of(screen, course)
            st.html(f"<h4>{safe(name)}</h4>" + progress_markup.changed(course.change.verdict if course.change else "steady", words))
            if course.points:
                progress_courses.drawn(screen, course, name, words)
                progress_courses.moments_of(screen, course)
    st.html(quiet(screen.say(words_progress.BANDS)))
