"""What trainers left on a talk, for its rep and the team: both numbers where one was overridden, what to do next; the rep's answer."""

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from assistant.domain.review import MOST_TEXT, Override, Review, ReviewsOf
from assistant.domain.roleplay import RolePlay
from assistant.domain.scorecard import Scorecard
from assistant.domain.words import Dimension
from ui import state
from ui.markup import safe
from ui.markup.scorecard import turn_link
from ui.screen import Screen
from ui.views.doing import doing, refusal
from ui.views.reading_beside import machine
from ui.words import common, review, scorecard

if TYPE_CHECKING:
    from assistant.assembly import Engine

MOST_NEWS = 2


def draw(screen: Screen, engine: "Engine", role_play: RolePlay, card: Scorecard, left: ReviewsOf) -> None:
    """`left`: what this reader may see; nothing is drawn where nobody has reviewed it."""
    names = engine.directory.names()
    for one in left.closed:
        own = role_play.rep == screen.actor.id
        st.html(_said(screen, card, left, one, names.get(one.by, ""), own))
        if own and one.answered_at is None:
            _answer(screen, engine, one)


def overridden(left: ReviewsOf) -> Mapping[Dimension, Override]:
    """By dimension, the newest review's."""
    return {dimension: kept for one in left.closed for dimension, kept in one.overrides.items()}


def news(screen: Screen, engine: "Engine") -> None:
    """Reviews the rep has not read yet, newest first."""
    names = engine.directory.names()
    for left in engine.submitting.news(screen.actor)[:MOST_NEWS]:
        one = left.news()[-1]
        buyer = screen.say(engine.room.scenario_of(left.role_play).buyer.name)
        said = review.NEWS_SENT_BACK if one.closed == "sent_back" else review.NEWS
        with st.container(border=True, horizontal=True, vertical_alignment="center", key=f"news-{left.role_play}"):
            words = screen.say(said, who=names.get(one.by) or screen.say(review.A_TRAINER), buyer=buyer)
            st.html(f"<p>{safe(words)}</p>", width="stretch")
            query = {state.ROLE_PLAY: left.role_play}
            st.page_link(screen.pages["scorecard"], label=screen.say(review.READ_IT), icon=":material/rate_review:", query_params=query)


def _said(screen: Screen, card: Scorecard, left: ReviewsOf, one: Review, name: str, own: bool) -> str:
    """`own`: the rep reads it."""
    assert one.closed_at is not None
    head = review.BY_SENT_BACK if one.closed == "sent_back" else review.BY
    parts = [f"<h3>{safe(screen.say(head, who=name or screen.say(review.A_TRAINER), day=screen.day(one.closed_at)))}</h3>"]
    for dimension, kept in one.overrides.items():
        both = screen.say(review.BOTH, dimension=screen.say(common.DIMENSIONS[dimension]), machine=machine(screen, card, dimension), value=kept.value)
        parts.append(f"<p><b>{safe(both)}</b><br>{safe(kept.reason)}</p>")
    if one.blind_at and not one.overrides:
        parts.append(f"<p>{safe(screen.say(review.AGREES))}</p>")
    if one.follow_up:
        parts.append(f"<p>{safe(screen.say(review.NEXT, what=one.follow_up))}</p>")
    comments = [each for each in left.comments if each.by == one.by]
    if comments:
        link = turn_link(comments[0].turn, screen.say(scorecard.READ_COMMENTS))
        parts.append(f"<p>{safe(screen.say(scorecard.HAS_COMMENTS, count=len(comments)))} {link}</p>")
    if one.answer:
        parts.append(f"<p>{safe(screen.say(review.YOUR_ANSWER if own else review.ANSWERED, answer=one.answer))}</p>")
    return f'<section class="maju-review">{"".join(parts)}</section>'


def _answer(screen: Screen, engine: "Engine", one: Review) -> None:
    key = state.review_box(one.role_play, f"answer-{one.by}")
    refusal(key)
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        st.text_input(screen.say(review.ANSWER), key=key, max_chars=MOST_TEXT, autocomplete="off")
        note = partial(_note, screen, engine, one, key)
        st.button(screen.say(review.TAKE_NOTE), key=f"note-{one.by}", icon=":material/check:", on_click=doing(screen, key, note))


def _note(screen: Screen, engine: "Engine", one: Review, key: str) -> None:
    engine.submitting.take_note(screen.actor, one.role_play, one.by, st.session_state.get(key, ""))
