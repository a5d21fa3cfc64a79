"""The quieter half of progress: what one's words divide into, how regularly one practises, how fast one types and reads."""

from datetime import datetime, time

import streamlit as st

from assistant.domain.progress import Progress, RoleShare, Week
from ui.markup import progress as markup
from ui.markup import quiet, safe
from ui.markup.scorecard import fold
from ui.screen import Screen
from ui.views.progress_courses import quoted
from ui.words import progress

NOON = time(12)


def roles(screen: Screen, found: Progress) -> None:
    st.subheader(screen.say(progress.ROLES_HEAD), anchor=False)
    if not found.roles:
        st.html(quiet(screen.say(progress.NO_ROLES)))
        return
    st.html(quiet(screen.say(progress.ROLES_ABOUT)))
    every = sum(one.sentences for one in found.roles)
    for one in found.roles:
        _role(screen, one, every, several=found.role_plays > 1)


def _role(screen: Screen, one: RoleShare, every: int, *, several: bool) -> None:
    name, percent = screen.say(progress.ROLES[one.role]), round(100 * one.share)
    moved = screen.say(progress.ROLE_MOVED, first=round(100 * one.first), latest=round(100 * one.latest)) if several else ""
    alt = screen.say(progress.ROLE_ALT, role=name, share=percent)
    st.html(markup.share_bar(name, screen.say(progress.ROLE_ASKS[one.role]), f"{percent}%", one.share, moved, alt))
    with st.expander(screen.say(progress.WHY), type="compact", key=f"role-{one.role}"):
        st.html(f"<p>{safe(screen.say(progress.ROLE_COUNT, count=one.sentences, of=every))}</p>")
        for said in one.examples:
            quoted(screen, said.role_play, said.turn, said.quote)


def rhythm(screen: Screen, found: Progress) -> None:
    st.subheader(screen.say(progress.RHYTHM_HEAD), anchor=False)
    held = found.rhythm
    said = [screen.say(progress.RHYTHM, weeks=len(held.weeks), practised=held.practised)]
    said.append(screen.say(progress.IN_A_ROW, count=held.in_a_row) if held.in_a_row else screen.say(progress.NOT_LATELY))
    st.html(f"<p>{safe(' '.join(said))}</p>")
    st.html(markup.weeks([(_week(screen, one), one.role_plays) for one in held.weeks]))


def _week(screen: Screen, week: Week) -> str:
    monday = datetime.combine(week.monday, NOON, screen.zone)
    return screen.say(progress.WEEK, day=screen.day(monday), count=week.role_plays)


def pace(screen: Screen, found: Progress) -> None:
    st.subheader(screen.say(progress.PACE_HEAD), anchor=False)
    held = found.pace
    rows = []
    if held.typed is not None:
        low, high = (round(one) for one in held.typed_between)
        why = screen.say(progress.TYPED_WHY, count=held.typed_of, low=low, high=high)
        rows.append((screen.say(progress.TYPED, value=round(held.typed)), why))
    if held.read is not None:
        rows.append((screen.say(progress.READ, value=round(held.read)), screen.say(progress.READ_WHY, count=held.read_of)))
    if not rows:
        st.html(quiet(screen.say(progress.NO_PACE)))
        return
    st.html("".join(f"<p>{safe(says)}</p>{fold(screen.say(progress.WHY), quiet(why))}" for says, why in rows))
    st.html(quiet(screen.say(progress.PACE_ABOUT)))
