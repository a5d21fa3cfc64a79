"""My progress: am I changing? Four lines with their bands and what really changed, then habits, the mirror of roles, rhythm and pace."""

from typing import TYPE_CHECKING

import streamlit as st

from assistant.domain.progress import Progress
from assistant.domain.words import Language
from ui import state
from ui.markup import bullets, quiet, safe
from ui.screen import Screen
from ui.views import progress_courses, progress_habits, progress_mirror, way_on
from ui.words import common, progress

if TYPE_CHECKING:
    from assistant.assembly import Engine


def render(engine: "Engine", screen: Screen) -> None:
    st.title(screen.say(progress.TITLE), anchor=False)
    st.html(f'<p class="maju-lead">{safe(screen.say(progress.LEAD))}</p>')
    journal = engine.journal.open(screen.actor)
    if not journal.languages:
        _empty(screen)
        return
    talk = _talk(screen, journal.languages)
    found = journal.progress(talk, screen.zone, _chosen_rubric())
    _rubric(screen, found)
    progress_courses.draw(engine, screen, found, journal.cards)
    progress_habits.draw(screen, engine.habits.of(screen.actor, talk))
    left, right = st.columns([3, 2], gap="large")
    with left:
        progress_mirror.roles(screen, found)
    with right:
        progress_mirror.rhythm(screen, found)
        progress_mirror.pace(screen, found)


def _empty(screen: Screen) -> None:
    st.info(screen.say(progress.EMPTY))
    way_on.to_practise(screen)
    st.subheader(screen.say(progress.WILL_APPEAR), anchor=False)
    st.html(bullets(tuple(screen.say(one) for one in progress.WILL)))


def _talk(screen: Screen, languages: tuple[Language, ...]) -> Language:
    """The language of the conversations that are looked at: the screen's where there are any in it."""
    first = screen.language if screen.language in languages else languages[0]
    if len(languages) == 1:
        return first
    chosen = st.segmented_control(
        screen.say(progress.TALK),
        languages,
        default=first,
        format_func=common.LANGUAGE_NAMES.__getitem__,
        required=True,
        key=state.progress_talk(screen.language),
        help=screen.say(progress.BY_LANGUAGE),
    )
    return "en" if chosen == "en" else "ko"


def _chosen_rubric() -> str | None:
    chosen = st.session_state.get(state.PROGRESS_RUBRIC)
    return None if chosen is None else str(chosen)


def _rubric(screen: Screen, found: Progress) -> None:
    """Which scores these are, where there is more to say than that they are all there are."""
    if len(found.rubrics) > 1:
        counts = {one.version: one.role_plays for one in found.rubrics}
        st.selectbox(
            screen.say(progress.RUBRIC),
            list(counts),
            format_func=lambda version: screen.say(progress.RUBRIC_OPTION, version=version, count=counts[version]),
            key=state.PROGRESS_RUBRIC,
            placeholder=screen.say(common.CHOOSE),
            width=360,
        )
        others = sum(count for version, count in counts.items() if version != found.rubric)
        st.html(quiet(screen.say(progress.NOT_MIXED, count=others)))
    scored = sum(one.role_plays for one in found.rubrics if one.version == found.rubric)
    if 0 < found.judged < scored:
        st.html(quiet(screen.say(progress.JUDGED, judged=found.judged, of=scored)))
    if found.unscored:
        st.html(quiet(screen.say(progress.UNSCORED, count=found.unscored)))
