"""The composer's clock: how long after the buyer's line stood there the first key went down, and how much was pasted.

A component without a face beside Streamlit's composer, so that the composer stays the one people know. It tells times relative to the moment
of sending, because a browser's clock may be wrong; what it does not tell, or tells wrongly, the server's own times stand in for.
"""

from collections.abc import Mapping
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, TypeGuard

import streamlit as st

from assistant.domain.transcript import Typing
from assistant.practice.room import MOST_CHARS

LONGEST = timedelta(hours=12)
"""What a forgotten tab tells is no thinking."""
_JS = Path(__file__).with_name("clock.js").read_text(encoding="utf-8")


def key(role_play_id: str) -> str:
    """The component's key: its last word stands in the session under it."""
    return f"clock-{role_play_id}"


def watch(role_play_id: str, turn: int) -> None:
    """Starts the clock for the buyer's turn `turn`, or lets it run on. To be called when that turn stands on the screen whole."""
    with st.container(key="clock"):
        _component()(key=key(role_play_id), data={"room": role_play_id, "turn": turn}, on_sent_change=_unheard)


def typing(told: object, turn: int, now: datetime, shown_at: datetime) -> Typing:
    """What the clock told of the answer to `turn`, in the server's time; `shown_at`: when the turn stood there as far as the server knows."""
    spans = _spans(told, turn)
    if spans is None:
        return Typing(shown_at=shown_at)
    shown, first_key, pasted = spans
    return Typing(now - shown, now - min(first_key, shown), pasted)


def _spans(told: object, turn: int) -> tuple[timedelta, timedelta, int] | None:
    """(since shown, since the first key, pasted characters); None when it is of another turn or cannot be."""
    sent = told.get("sent") if isinstance(told, Mapping) else None
    if not isinstance(sent, Mapping) or sent.get("turn") != turn:
        return None
    shown, first_key, pasted = (sent.get(name) for name in ("shown_ms", "first_key_ms", "pasted_chars"))
    if not (_counts(shown) and _counts(first_key) and _counts(pasted)) or pasted > MOST_CHARS:
        return None
    spans = timedelta(milliseconds=shown), timedelta(milliseconds=first_key)
    return (*spans, int(pasted)) if max(spans) <= LONGEST else None


def _counts(value: object) -> TypeGuard[float]:
    return isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value < 1e10


def _unheard() -> None:
    """The room reads it when words come with it."""


@st.cache_resource(show_spinner=False)
def _component() -> Any:
    return st.components.v2.component("maju_clock", js=_JS)
