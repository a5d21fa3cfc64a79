"""No traceback reaches a person: what goes wrong while a page or a part of it is drawn is logged and told in one sentence."""

import logging
from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

import streamlit as st

from assistant.errors import MajuError
from ui.markup import unmarked
from ui.screen import Screen
from ui.words import common

LOG = logging.getLogger(__name__)
P = ParamSpec("P")


def told(error: Exception, screen: Screen) -> str:
    """The sentence for people; what nobody foresaw is logged with its traceback."""
    if isinstance(error, MajuError):
        LOG.info("told on screen: %s", error)
        return error.in_(screen.language)
    LOG.error("a screen failed", exc_info=error)
    return screen.say(common.SOMETHING_WRONG)


def guarded(draw: Callable[Concatenate[Screen, P], None]) -> Callable[Concatenate[Screen, P], None]:
    """A drawing function whose failure is one sentence in its place, and a way on. Streamlit's own control flow is no Exception and passes."""

    @wraps(draw)
    def safely(screen: Screen, /, *args: P.args, **kwargs: P.kwargs) -> None:
        try:
            draw(screen, *args, **kwargs)
        except Exception as error:
            st.error(unmarked(told(error, screen)), icon=":material/error:")
            st.page_link(screen.pages["practise"], label=screen.say(common.TO_PRACTISE), icon=":material/forum:")

    return safely
