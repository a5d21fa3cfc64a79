"""A comment on a turn, or on words of it. What stands in its boxes is kept while it is typed."""

from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from assistant.domain.review import MOST_TEXT
from assistant.domain.roleplay import RolePlay
from assistant.domain.scenario import Scenario
from assistant.domain.table import face_of
from assistant.language.pieces import pieces
from assistant.review.desk import Reading
from ui import shown, state
from ui.guard import guarded
from ui.screen import Screen
from ui.views.doing import TYPING_PAUSE, doing, refusal
from ui.words import common, review

if TYPE_CHECKING:
    from assistant.assembly import Engine

SHORT = 48
"""Characters of a turn in the list of turns."""
BOXES = ("turn", "quote", "comment")


def draw(screen: Screen, engine: "Engine", scenario: Scenario, role_play: RolePlay, reading: Reading) -> None:
    with st.expander(screen.say(review.COMMENT), icon=":material/add_comment:", expanded=True):
        _form(screen, engine, scenario, role_play, dict(reading.mine.boxes) if reading.mine else {})


@st.fragment
@guarded
def _form(screen: Screen, engine: "Engine", scenario: Scenario, role_play: RolePlay, kept: dict[str, str]) -> None:
    key = partial(state.review_box, role_play.id)
    turns = {turn.index: turn for turn in role_play.turns}
    first = next((index for index, turn in turns.items() if turn.speaker == "rep"), 0)
    for box in BOXES:
        if key(box) not in st.session_state:
            st.session_state[key(box)] = kept.get(box, "") if box != "turn" else int(kept.get("turn", first))
    refused = refusal("comment")

    def keep(name: str) -> None:
        engine.desk.box(screen.actor, role_play.id, name, str(st.session_state[key(name)]))

    def keep_turn() -> None:
        st.session_state[key("quote")] = ""
        keep("turn")
        keep("quote")

    st.selectbox(
        screen.say(review.WHICH_TURN),
        list(turns),
        format_func=lambda index: _label(screen, scenario, role_play, index),
        key=key("turn"),
        placeholder=screen.say(common.CHOOSE),
        on_change=doing(screen, "comment", keep_turn),
    )
    said = turns[st.session_state[key("turn")]].text
    sentences = [said[one.start : one.end].strip() for one in pieces(said, role_play.language)]

    def take_sentence() -> None:
        chosen = st.session_state[key("sentence")]
        st.session_state[key("quote")] = sentences[chosen] if chosen is not None else ""
        keep("quote")

    if len(sentences) > 1:
        st.pills(
            screen.say(review.SENTENCE),
            range(len(sentences)),
            format_func=lambda at: shown.short(sentences[at], SHORT),
            key=key("sentence"),
            on_change=doing(screen, "comment", take_sentence),
        )
    st.text_input(
        screen.say(review.QUOTE),
        key=key("quote"),
        placeholder=screen.say(review.QUOTE_HINT),
        live=TYPING_PAUSE,
        autocomplete="off",
        on_change=doing(screen, "comment", partial(keep, "quote")),
    )
    st.text_input(
        screen.say(review.WORDS),
        key=key("comment"),
        placeholder=screen.say(review.WORDS_HINT),
        max_chars=MOST_TEXT,
        live=TYPING_PAUSE,
        autocomplete="off",
        on_change=doing(screen, "comment", partial(keep, "comment")),
    )
    send = partial(_send, screen, engine, role_play.id)
    sent = st.button(screen.say(review.SEND), icon=":material/add_comment:", key="send-comment", on_click=doing(screen, "comment", send))
    if sent and not refused:
        st.rerun()


def _send(screen: Screen, engine: "Engine", role_play_id: str) -> None:
    turn, quote, comment = (st.session_state[state.review_box(role_play_id, box)] for box in BOXES)
    engine.desk.comment(screen.actor, role_play_id, turn, comment, quote)
    for name in ("quote", "comment"):
        engine.desk.box(screen.actor, role_play_id, name, "")
    state.empty_boxes(st.session_state, role_play_id, "quote", "comment", "sentence")
    st.toast(screen.say(review.KEPT), icon=":material/check:")


def _label(screen: Screen, scenario: Scenario, role_play: RolePlay, index: int) -> str:
    turn = next(one for one in role_play.turns if one.index == index)
    who = screen.say(face_of(scenario, turn.person).name) if turn.speaker == "buyer" else screen.say(common.SPEAKER_REP)
    return screen.say(review.TURN, who=who, words=shown.short(turn.text, SHORT))
