"""Before the score: four short answers and a guess of the bars, kept as they are typed; afterwards beside what the talk shows."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from assistant.domain.buyer import FactKind
from assistant.domain.reflection import QUESTIONS, Closed, Question, Reflection
from assistant.domain.roleplay import RolePlay
from assistant.domain.scenario import Scenario
from assistant.domain.scorecard import Scorecard
from assistant.domain.words import DIMENSIONS, Dimension
from assistant.errors import InputError
from assistant.review.reflecting import GUESSES, MOST_ANSWER_CHARS
from ui import state
from ui.guard import guarded, told
from ui.markup import escape_leaves, quiet, safe, swap
from ui.screen import Screen
from ui.views.doing import TYPING_PAUSE, refusal
from ui.words import common, reflect

if TYPE_CHECKING:
    from assistant.assembly import Engine
    from assistant.scoring.card_words import CardWords

WORTH: tuple[FactKind, ...] = ("pain", "money", "timing", "personal")
"""What a buyer has told that says what it is worth to them, the plainest first."""
MOST_FACTS = 2
CHOICES = (None, *GUESSES)


@st.fragment
@guarded
def ask(screen: Screen, engine: "Engine", known: Reflection) -> None:
    st.subheader(screen.say(reflect.TITLE), anchor=False)
    st.html(quiet(screen.say(reflect.LEAD)))
    refusal("page")
    with st.container(key="reflect"):
        left, right = st.columns([3, 2], gap="large")
        with left:
            for question in QUESTIONS:
                _box(screen, engine, known, question)
        with right:
            st.html(f'<p class="maju-subhead">{safe(screen.say(reflect.GUESS_HEAD))}</p>{quiet(screen.say(reflect.GUESS_HOW))}')
            for dimension in DIMENSIONS:
                _slider(screen, engine, known, dimension)
    st.html(escape_leaves("reflect"), unsafe_allow_javascript=True)
    with st.container(horizontal=True, vertical_alignment="center", gap="medium"):
        seen = _button(screen, engine, known, "done")
        skipped = _button(screen, engine, known, "skipped")
    if seen or skipped:
        st.rerun()


def _box(screen: Screen, engine: "Engine", known: Reflection, question: Question) -> None:
    key = state.reflection_box(known.role_play, question)
    if key not in st.session_state:
        st.session_state[key] = known.answers.get(question, "")
    st.text_input(
        screen.say(reflect.QUESTIONS[question]),
        key=key,
        max_chars=MOST_ANSWER_CHARS,
        live=TYPING_PAUSE,
        autocomplete="off",
        on_change=partial(_keep, screen, engine, known.role_play, question),
    )


def _slider(screen: Screen, engine: "Engine", known: Reflection, dimension: Dimension) -> None:
    key = state.reflection_box(known.role_play, dimension)
    if key not in st.session_state:
        st.session_state[key] = known.guess.get(dimension)
    st.select_slider(
        screen.say(common.DIMENSIONS[dimension]),
        CHOICES,
        key=key,
        help=screen.say(common.DIMENSION_ASKS[dimension]),
        format_func=lambda one: screen.say(reflect.NO_GUESS) if one is None else str(one),
        on_change=partial(_guess, screen, engine, known.role_play, dimension),
    )


def _button(screen: Screen, engine: "Engine", known: Reflection, how: Closed) -> bool:
    done = how == "done"
    return st.button(
        screen.say(reflect.SHOW if done else reflect.SKIP),
        type="primary" if done else "tertiary",
        icon=":material/analytics:" if done else None,
        shortcut=None if done else "Esc",
        key=f"reflect-{how}",
        on_click=partial(_close, screen, engine, known.role_play, how),
    )


@contextmanager
def _refusing(screen: Screen) -> Iterator[None]:
    """What cannot be kept stays in its box, with the reason above."""
    try:
        yield
    except Exception as error:
        state.refuse(st.session_state, told(error, screen))


def _keep(screen: Screen, engine: "Engine", role_play_id: str, question: Question) -> None:
    """The scores may have been opened a moment ago: what stood here is kept by then."""
    with _refusing(screen), suppress(InputError):
        engine.reflecting.answer(screen.actor, role_play_id, question, st.session_state[state.reflection_box(role_play_id, question)])


def _guess(screen: Screen, engine: "Engine", role_play_id: str, dimension: Dimension) -> None:
    with _refusing(screen), suppress(InputError):
        engine.reflecting.guess(screen.actor, role_play_id, dimension, st.session_state[state.reflection_box(role_play_id, dimension)])


def _close(screen: Screen, engine: "Engine", role_play_id: str, how: Closed) -> None:
    """Everything that stands in the boxes first: a click can come before the pause after the last key."""
    for question in QUESTIONS:
        _keep(screen, engine, role_play_id, question)
    with _refusing(screen):
        engine.reflecting.close(screen.actor, role_play_id, how)


def beside(screen: Screen, scenario: Scenario, role_play: RolePlay, card: Scorecard, words: "CardWords", kept: Reflection | None) -> str:
    """Each answer beside what the talk shows, as markup; empty where nothing was written."""
    if kept is None or not kept.answers:
        return ""
    mine = reflect.MINE if role_play.rep == screen.actor.id else reflect.REPS
    rows = []
    for question in (one for one in QUESTIONS if one in kept.answers):
        own = swap.line(screen.say(mine), kept.answers[question], "own")
        seen = swap.line(screen.say(reflect.SEEN), _seen(screen, scenario, role_play, card, words, question), "good")
        rows.append(f'<h3 class="maju-subhead">{safe(screen.say(reflect.QUESTIONS[question]))}</h3>{swap.pair(own, seen)}')
    return f'<div class="maju-reflected">{"".join(rows)}</div>'


def _seen(screen: Screen, scenario: Scenario, role_play: RolePlay, card: Scorecard, words: "CardWords", question: Question) -> str:
    if question == "worth":
        return " · ".join(_worth(screen, scenario, role_play)) or screen.say(reflect.NOT_HEARD)
    if card.strength is None:
        return screen.say(reflect.NOTHING_SEEN)
    if question == "went_well":
        return f"“{card.strength.quote}”"
    measured = words.measures.get(card.strength.measure or "")
    return f"{measured.label}: {measured.text}" if question == "measured" and measured else words.why or card.strength.why


def _worth(screen: Screen, scenario: Scenario, role_play: RolePlay) -> list[str]:
    mind = role_play.mind()
    told_of = [fact for kind in WORTH for fact in scenario.facts if fact.kind == kind and mind and fact.id in mind.revealed]
    return [screen.say(fact.summary) for fact in told_of[:MOST_FACTS]]
