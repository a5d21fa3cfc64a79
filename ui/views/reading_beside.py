"""Beside the machine: both scores of each dimension and item, an override with its reason, and the end of the review."""

from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from assistant.domain.items import ITEMS
from assistant.domain.review import MOST_TEXT, STEP, Closed, Review
from assistant.domain.roleplay import RolePlay
from assistant.domain.scenario import Scenario
from assistant.domain.scorecard import Scorecard
from assistant.domain.words import DIMENSIONS, Dimension, Text
from assistant.review.desk import Reading
from ui import shown, state
from ui.guard import guarded
from ui.markup import quiet, safe, unmarked
from ui.markup import review as markup
from ui.markup.scorecard import fold
from ui.screen import Screen
from ui.views import reflect, scores
from ui.views.doing import TYPING_PAUSE, doing, refusal
from ui.words import common, judging, review
from ui.words import reflect as words_reflect

if TYPE_CHECKING:
    from assistant.assembly import Engine

ENDS: dict[Closed, Text] = {"done": review.CLOSE, "sent_back": review.SEND_BACK}


def draw(screen: Screen, engine: "Engine", scenario: Scenario, role_play: RolePlay, reading: Reading, mine: Review) -> None:
    st.subheader(screen.say(review.BESIDE), anchor=False)
    if reading.odd:
        st.html(quiet(f"{screen.say(review.ODD_HEAD)}: " + " · ".join(screen.say(review.ODD[one]) for one in reading.odd)))
    if reading.card is None:
        st.info(screen.say(review.NO_CARD))
    st.html(_scores(screen, engine, reading, mine))
    if mine.items:
        st.html(fold(screen.say(review.ITEMS), _items(screen, reading.card, mine)))
    _override(screen, engine, role_play.id, reading.card)
    _finish(screen, engine, role_play.id)
    if reading.card is None:
        return
    st.subheader(screen.say(review.MACHINE_SAW), anchor=False)
    words = engine.scorer.words(reading.card, screen.language)
    kept = engine.reflecting.kept(screen.actor, role_play.id)
    scores.draw(screen, reading.card, words, scores.guesses(screen, role_play, kept))
    beside = reflect.beside(screen, scenario, role_play, reading.card, words, kept)
    if beside:
        st.html(fold(screen.say(words_reflect.BESIDE), beside))


def machine(screen: Screen, card: Scorecard | None, dimension: Dimension) -> str:
    """The machine's points in words, or that there are none."""
    value = card.scores[dimension].value if card else None
    return screen.say(review.NOT_SCORED) if value is None else shown.points(value)


def _scores(screen: Screen, engine: "Engine", reading: Reading, mine: Review) -> str:
    names = engine.directory.names()
    others = [one for one in reading.left.blind if one.by != mine.by]
    heads = [
        screen.say(review.MINE),
        screen.say(review.MACHINE),
        screen.say(review.APART),
        *(names.get(one.by) or screen.say(review.A_TRAINER) for one in others),
    ]
    rows = []
    for dimension in DIMENSIONS:
        score, own = (reading.card.scores[dimension] if reading.card else None), mine.scores.get(dimension)
        band = apart = ""
        if score and score.value is not None and score.low is not None and score.high is not None:
            band = screen.say(review.BAND, low=shown.points(score.low), high=shown.points(score.high))
            apart = f"{own - score.value:+.0f}" if own is not None else ""
        theirs = [(str(one.scores.get(dimension, "")), "") for one in others]
        rows.append(
            (screen.say(common.DIMENSIONS[dimension]), [(str(own), ""), (machine(screen, reading.card, dimension), band), (apart, ""), *theirs])
        )
    return markup.table("", heads, rows)


def _items(screen: Screen, card: Scorecard | None, mine: Review) -> str:
    judged = {one.item: one for one in card.made_by.judging.items} if card and card.made_by.judging else {}
    heads = [screen.say(review.MINE), *([screen.say(review.JUDGE)] if judged else [])]
    rows = []
    for item in (one for one in ITEMS if one in mine.items):
        value, seen = mine.items[item], judged.get(item)
        own = screen.say(review.NOT_APPLICABLE) if value is None else str(value)
        model = [(f"{seen.value:g}" if seen else "–", "")] if judged else []
        rows.append((screen.say(judging.ITEMS[item]), [(own, ""), *model]))
    return markup.table(screen.say(review.ITEM), heads, rows)


@st.fragment
@guarded
def _override(screen: Screen, engine: "Engine", role_play_id: str, card: Scorecard | None) -> None:
    mine = engine.desk.open(screen.actor, role_play_id).mine
    assert mine is not None
    st.html(f'<p class="maju-subhead">{safe(screen.say(review.OVERRIDE))}</p>{quiet(screen.say(review.OVERRIDE_HOW))}')
    for dimension, kept in mine.overrides.items():
        with st.container(horizontal=True, vertical_alignment="center"):
            name = screen.say(common.DIMENSIONS[dimension])
            both = screen.say(review.OVERRIDDEN, dimension=name, machine=machine(screen, card, dimension), value=kept.value)
            st.markdown(f"**{unmarked(both)}** · {unmarked(kept.reason)}", width="stretch")
            back = partial(engine.desk.take_override_back, screen.actor, role_play_id, dimension)
            st.button(screen.say(review.TAKE_BACK), key=f"back-{dimension}", type="tertiary", on_click=doing(screen, "override", back))
    key = partial(state.review_box, role_play_id)
    which = st.segmented_control(
        screen.say(review.WHICH_SCORE), DIMENSIONS, format_func=lambda one: screen.say(common.DIMENSIONS[one]), key=key("which")
    )
    refusal("override")
    if which is None:
        return
    if key("reason") not in st.session_state:
        st.session_state[key("reason")] = mine.boxes.get("reason", "")
    value = st.number_input(
        screen.say(review.NEW_VALUE), min_value=0, max_value=100, step=STEP, value=mine.scores.get(which, 50), key=key(f"new-{which}")
    )
    st.text_input(
        screen.say(review.REASON),
        key=key("reason"),
        placeholder=screen.say(review.REASON_HINT),
        max_chars=MOST_TEXT,
        live=TYPING_PAUSE,
        autocomplete="off",
        on_change=doing(screen, "override", lambda: engine.desk.box(screen.actor, role_play_id, "reason", st.session_state[key("reason")])),
    )

    def put() -> None:
        engine.desk.override(screen.actor, role_play_id, which, int(st.session_state[key(f"new-{which}")]), st.session_state[key("reason")])
        engine.desk.box(screen.actor, role_play_id, "reason", "")
        state.empty_boxes(st.session_state, role_play_id, "reason", "which")

    st.button(screen.say(review.PUT), icon=":material/edit:", key="override", disabled=value is None, on_click=doing(screen, "override", put))


@st.fragment
@guarded
def _finish(screen: Screen, engine: "Engine", role_play_id: str) -> None:
    mine = engine.desk.open(screen.actor, role_play_id).mine
    assert mine is not None
    key = state.review_box(role_play_id, "follow_up")
    if key not in st.session_state:
        st.session_state[key] = mine.boxes.get("follow_up", mine.follow_up)
    st.html(f'<p class="maju-subhead">{safe(screen.say(review.FINISH))}</p>')
    refusal("finish")
    if mine.closed and mine.closed_at:
        st.html(_ended(screen, mine))
    st.text_input(
        screen.say(review.FOLLOW_UP),
        key=key,
        placeholder=screen.say(review.FOLLOW_UP_HINT),
        max_chars=MOST_TEXT,
        live=TYPING_PAUSE,
        autocomplete="off",
        on_change=doing(screen, "finish", lambda: engine.desk.box(screen.actor, role_play_id, "follow_up", st.session_state[key])),
    )
    with st.container(horizontal=True, gap="small"):
        for how, label in ENDS.items():
            close = partial(_close, screen, engine, role_play_id, how)
            st.button(
                screen.say(label), type="primary" if how == "done" else "secondary", key=f"close-{how}", on_click=doing(screen, "finish", close)
            )


def _close(screen: Screen, engine: "Engine", role_play_id: str, how: Closed) -> None:
    follow_up = st.session_state[state.review_box(role_play_id, "follow_up")]
    engine.desk.close(screen.actor, role_play_id, how, follow_up)


def _ended(screen: Screen, mine: Review) -> str:
    assert mine.closed is not None
    assert mine.closed_at is not None
    said = [screen.say(review.CLOSED[mine.closed], day=screen.day(mine.closed_at))]
    said.append(screen.say(review.NOTED if mine.answered_at else review.NOT_NOTED))
    answer = f"<p>{safe(screen.say(review.ANSWERED, answer=mine.answer))}</p>" if mine.answer else ""
    return f'<div class="maju-review"><p>{safe(" · ".join(said))}</p>{answer}</div>'
