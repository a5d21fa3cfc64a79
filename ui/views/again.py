"""Going back to one of one's own turns: from the transcript on the scorecard, from the side of the room; and what a branch is called."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import streamlit as st

from assistant.domain.roleplay import PlayedTurn, RolePlay
from assistant.domain.words import Text
from ui import shown, state
from ui.screen import Screen
from ui.words import again, common

if TYPE_CHECKING:
    from assistant.assembly import Engine

SHORT = 40
"""Characters of a turn in the list of turns."""


def under_turns(engine: "Engine", screen: Screen, role_play: RolePlay) -> Callable[[PlayedTurn], None] | None:
    """Draws the way back under a turn; None where the talk is somebody else's, or an assessment."""
    if not _may_go_back(screen, role_play):
        return None

    def draw(turn: PlayedTurn) -> None:
        if st.button(screen.say(again.FROM_HERE), key=f"again-{turn.index}", type="tertiary", icon=":material/replay:"):
            go_back(engine, screen, role_play, turn.index)

    return draw


def redo_now(engine: "Engine", screen: Screen, role_play: RolePlay, turn: int, measure: str | None, label: Text = again.REDO_NOW) -> None:
    """The way to three turns from just before the one the advice is about, to try it at once."""
    if _may_go_back(screen, role_play) and st.button(screen.say(label), type="primary", icon=":material/replay:", key="redo-now"):
        _enter(engine, screen, role_play, turn, f"redo {measure}", lambda: engine.room.redo(screen.actor, role_play.id, turn, measure))


def _may_go_back(screen: Screen, role_play: RolePlay) -> bool:
    return role_play.rep == screen.actor.id and role_play.mode != "assessment"


def in_room(engine: "Engine", screen: Screen, role_play: RolePlay) -> None:
    """The same beside the conversation, while it goes on and when it is over: one picks the turn, the last one first."""
    mine = {turn.index: turn.text for turn in reversed(role_play.turns) if turn.speaker == "rep"}
    if not mine or role_play.rep != screen.actor.id:
        return
    labels = {index: screen.say(again.TURN, number=number_of(role_play, index), words=shown.short(text, SHORT)) for index, text in mine.items()}
    with st.popover(screen.say(again.GO_BACK), type="tertiary", icon=":material/replay:", width="stretch", key="go-back"):
        st.text(screen.say(again.GO_BACK_WHAT))
        turn = st.selectbox(
            screen.say(again.WHICH),
            list(labels),
            format_func=labels.__getitem__,
            key=f"back-to-{len(role_play.turns)}",
            placeholder=screen.say(common.CHOOSE),
        )
        if st.button(screen.say(again.GO), type="primary", width="stretch", key="go-back-yes") and turn is not None:
            go_back(engine, screen, role_play, turn)


def go_back(engine: "Engine", screen: Screen, role_play: RolePlay, turn: int) -> None:
    _enter(engine, screen, role_play, turn, "", lambda: engine.room.branch(screen.actor, role_play.id, turn))


def _enter(engine: "Engine", screen: Screen, role_play: RolePlay, turn: int, kind: str, begin: Callable[[], RolePlay]) -> None:
    """Into the branch; one begun here before in which nothing has been said yet is taken again."""
    place = f"{role_play.id} {turn} {kind}"
    seats = state.seats(st.session_state)
    known = seats.get((place, role_play.level, role_play.language))
    if known is None or not _untouched(engine.room.role_play(screen.actor, known)):
        known = begin().id
        seats[place, role_play.level, role_play.language] = known
    st.switch_page(screen.pages["room"], query_params={state.ROLE_PLAY: known})


def beside_links(engine: "Engine", screen: Screen, role_play: RolePlay) -> None:
    """From a scorecard to the first try beside it, and to every later try that branches off it, the newest first."""
    if role_play.branch:
        _beside_link(screen, role_play, screen.say(again.COMPARE))
    for later in engine.room.mine(screen.actor):
        if later.branch and later.branch.of == role_play.id:
            label = again.LATER_REDO if later.is_redo else again.LATER
            _beside_link(screen, later, screen.say(label, number=number_of(role_play, later.branch.turn)))


def _beside_link(screen: Screen, branch: RolePlay, label: str) -> None:
    st.page_link(screen.pages["compare"], label=label, icon=":material/compare_arrows:", query_params={state.ROLE_PLAY: branch.id})


def named(screen: Screen, role_play: RolePlay) -> list[str]:
    """What a list says of a branch; nothing of a first try."""
    label = again.REDO_ROW if role_play.is_redo else again.ROW
    return [screen.say(label, number=number_of(role_play, role_play.branch.turn))] if role_play.branch else []


def _untouched(role_play: RolePlay) -> bool:
    return role_play.ended is None and role_play.branch is not None and len(role_play.turns) <= role_play.branch.turn


def number_of(role_play: RolePlay, turn: int) -> int:
    """Which of the rep's turns stands at this index, counted from 1; also of one not said yet."""
    return sum(one.speaker == "rep" and one.index < turn for one in role_play.turns) + 1
