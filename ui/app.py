"""The entry of the web app: frame, language, engine, and the page that the URL names. `maju serve` runs it under Streamlit."""

from collections.abc import Callable
from datetime import tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import streamlit as st

from assistant.domain.people import Actor
from assistant.domain.words import LANGUAGES, Language
from assistant.errors import MajuError
from ui import pages, state, theme
from ui.actor import in_a_team, present_actor
from ui.engine import the_engine, warmed_up
from ui.first_language import first_language
from ui.guard import guarded, told
from ui.markup import account_link, page_language, to_the_door, unmarked
from ui.screen import Screen
from ui.words import common, door


def switched_language() -> Language:
    """The language switch in the header. Its words stand in the URL, so a reload or a forwarded link keeps it."""
    first = first_language(st.context.locale or "")
    with st.container(key="frame-language"):
        chosen = st.segmented_control(
            " · ".join((common.SCREEN_LANGUAGE.ko, common.SCREEN_LANGUAGE.en)),
            LANGUAGES,
            default=first,
            format_func=common.LANGUAGE_NAMES.__getitem__,
            required=True,
            key=state.LANGUAGE,
            bind="query-params",
            label_visibility="collapsed",
        )
        language: Language = "en" if chosen == "en" else "ko"
        st.html(page_language(language), unsafe_allow_javascript=True)
    return language


def browser_zone() -> tzinfo | None:
    try:
        return ZoneInfo(st.context.timezone) if st.context.timezone else None
    except (ZoneInfoNotFoundError, ValueError):
        return None


def run(first: str = pages.FIRST) -> None:
    """Draws the whole app once. `first`: the page of a URL without a path."""
    st.set_page_config(page_title=common.APP.in_(first_language(st.context.locale or "")), page_icon=str(theme.ICON), layout="wide")
    st.html(theme.STYLE)
    language = switched_language()
    st.logo(str(theme.MARKS[language]), size="large")

    def draw(render: Callable[..., None]) -> None:
        guarded(_view)(screen, render)

    actor = _somebody(language)
    if actor is None:
        return
    screen = Screen(actor, language, browser_zone(), pages.pages(draw, language, actor, first, _due(actor)), in_a_team())
    if screen.team:
        st.html(account_link(actor.name, screen.say(door.ACCOUNT)))
    page = st.navigation(pages.navigation(screen.pages, language, actor), position="top")
    if state.NOWHERE in st.query_params:
        st.info(screen.say(common.NOWHERE), icon=":material/signpost:")
    page.run()


def _somebody(language: Language) -> Actor | None:
    """Who looks. A login that has ended while the page was open leads to the door; the browser goes there by itself."""
    try:
        actor = present_actor()
    except MajuError as error:
        st.error(unmarked(error.in_(language)), icon=":material/error:")
        return None
    if actor is None:
        st.html(to_the_door(door.ENDED.in_(language), door.TO_LOG_IN.in_(language)), unsafe_allow_javascript=True)
    return actor


def _due(actor: Actor) -> int:
    """How much is to be practised; what the database does not tell now, the page itself will say."""
    if not in_a_team():
        return 0
    try:
        return len(the_engine().assigning.due(actor))
    except MajuError:
        return 0


def _view(screen: Screen, render: Callable[..., None]) -> None:
    try:
        engine = the_engine()
    except MajuError as error:
        st.error(unmarked(told(error, screen)), icon=":material/error:")
        return
    render(engine, screen)
    warmed_up()


if __name__ == "__main__":
    run()
