"""The composer, wherever one speaks to a buyer: a component of our own, because it keeps what is typed until the server has it, and its
clock belongs to it.

Words go to it as data and come back as data. It tells times relative to the moment of telling, because a browser's clock may be wrong;
what it does not tell, or tells wrongly, the server's own times stand in for. Text and id are believed only in the form in which they can be kept.
"""

import re
from collections.abc import Mapping, MutableMapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, TypeGuard

import streamlit as st

from assistant.domain.roleplay import RolePlay
from assistant.domain.transcript import Typing
from assistant.practice.room import MOST_CHARS
from ui import state
from ui.markup import unmarked
from ui.screen import Screen
from ui.words import composer as words

LONGEST = timedelta(hours=12)
"""What a forgotten tab tells is no thinking."""
LATEST = timedelta(minutes=10)
"""How long ago, at most, what arrives now was sent: a lost socket delays it."""
KEPT_IDS = 8
"""The rep's last turns, by the composer's own ids: it learns from them what was kept."""
_ID = re.compile(r"[0-9A-Za-z-]{8,64}")
_FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Sent:
    """What the composer sent. `turn`: the buyer's turn it answers; `told`: its clock, as it came."""

    client_id: str
    text: str
    turn: int
    told: Mapping[str, object]

    def is_in(self, role_play: RolePlay) -> bool:
        """Whether they are kept there: sent twice, or kept before something else failed."""
        return any(turn.client_id == self.client_id for turn in role_play.turns)

    def at(self, now: datetime) -> datetime:
        """When it was sent, in the server's time."""
        ago = self.told.get("sent_ms")
        span = timedelta(milliseconds=ago) if _counts(ago) else timedelta()
        return now - span if span <= LATEST else now

    def typing(self, turn: int, now: datetime, shown_at: datetime) -> Typing:
        """Its clock in the server's time; `shown_at`: when `turn`, the buyer's last, stood there as far as the server knows."""
        spans = _spans(self.told) if self.turn == turn else None
        if spans is None:
            return Typing(shown_at=shown_at)
        shown, first_key, pasted = spans
        return Typing(now - shown, now - min(first_key, shown), pasted)


def key(role_play_id: str) -> str:
    """The component's key: what it has just sent stands in the session under it."""
    return f"composer-{role_play_id}"


def sent(session: MutableMapping[Any, Any], role_play_id: str) -> Sent | None:
    """What this run was started by, when it was the composer. To be read before anything is drawn."""
    told = session.get(key(role_play_id))
    told = told.get("sent") if isinstance(told, Mapping) else None
    if not isinstance(told, Mapping):
        return None
    client_id, text, turn = told.get("id"), told.get("text"), told.get("turn")
    if not isinstance(client_id, str) or not _ID.fullmatch(client_id) or not isinstance(text, str):
        return None
    return Sent(client_id, text, turn if isinstance(turn, int) else -1, told)


def draw(screen: Screen, role_play: RolePlay, label: str, owed: bool) -> None:
    """`label`: whom one speaks to. `owed`: the buyer's answer is not there yet, so that one may type ahead but not send."""
    ids = tuple(turn.client_id for turn in role_play.turns if turn.client_id)
    _drawn(screen, role_play, label, ids, role_play.turns[-1].index + 1 if owed else None, role_play.ended is not None)


def draw_aside(screen: Screen, role_play: RolePlay, label: str, asks: bool) -> None:
    """For words that are no turn of the role-play: what one would say oneself. `asks`: they are asked for now; else nothing of it is seen."""
    _drawn(screen, role_play, label, state.kept_ids(st.session_state, role_play.id), None, not asks)


def refused(role_play_id: str, place: Any = st) -> bool:
    """Draws why the last words were not kept and stand in the composer again; False when they were kept."""
    found = state.refused_words(st.session_state, role_play_id)
    if found:
        place.warning(unmarked(found.why), icon=":material/undo:")
    return found is not None


def last_heard(role_play: RolePlay) -> int:
    """The buyer's last turn, which is answered next; -1 when they have not spoken."""
    return max((turn.index for turn in role_play.turns if turn.speaker == "buyer"), default=-1)


def _drawn(screen: Screen, role_play: RolePlay, label: str, kept: tuple[str, ...], owed: int | None, closed: bool) -> None:
    """`kept`: ids of what was kept; `owed`: the turn that is awaited."""
    refused = state.refused_words(st.session_state, role_play.id)
    data = {
        "room": role_play.id,
        "turn": last_heard(role_play),
        "next": owed,
        "open": owed is None and not closed,
        "closed": closed,
        "kept": kept[-KEPT_IDS:],
        "refused": {"id": refused.client_id, "number": refused.number} if refused else None,
        "most": MOST_CHARS,
        "words": words.shown(screen.language, label, role_play.ended),
    }
    _component()(key=key(role_play.id), data=data, on_sent_change=_unheard)


def _spans(told: Mapping[str, object]) -> tuple[timedelta, timedelta, int] | None:
    """(since shown, since the first key, pasted characters); None when they cannot be."""
    shown, first_key, pasted = (told.get(name) for name in ("shown_ms", "first_key_ms", "pasted_chars"))
    if not (_counts(shown) and _counts(first_key) and _counts(pasted)) or pasted > MOST_CHARS:
        return None
    spans = timedelta(milliseconds=shown), timedelta(milliseconds=first_key)
    return (*spans, int(pasted)) if max(spans) <= LONGEST else None


def _counts(value: object) -> TypeGuard[float]:
    return isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value < 1e10


def _unheard() -> None:
    """The room reads it at the start of its run."""


@st.cache_resource(show_spinner=False)
def _component() -> Any:
    """In the page's own tree: keys pressed in a shadow tree would look to Streamlit's shortcuts as if nobody were typing."""
    html, css, js = (_FOLDER.joinpath(f"composer.{kind}").read_text(encoding="utf-8") for kind in ("html", "css", "js"))
    return st.components.v2.component("maju_composer", html=html, css=css, js=js, isolate_styles=False)
