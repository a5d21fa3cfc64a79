"""A redo beside the first try: did what was tried come out differently? The measure in words with its quotes, then what was said, each time."""

from typing import TYPE_CHECKING

import streamlit as st

from assistant.domain.roleplay import PlayedTurn, RolePlay
from assistant.domain.scenario import Scenario
from assistant.scoring.redone import Redone, Tried
from ui import state
from ui.markup import conversation, quiet, safe, swap
from ui.markup import scorecard as markup
from ui.screen import Screen
from ui.views import again as going_back
from ui.views import side_by_side, transcript, why
from ui.words import again, common

if TYPE_CHECKING:
    from assistant.assembly import Engine


def draw(engine: "Engine", screen: Screen, scenario: Scenario, first: RolePlay, second: RolePlay) -> None:
    """`second`: a redo of `first` that is over."""
    assert second.branch is not None
    branch = second.branch
    number = going_back.number_of(second, branch.turn)
    st.title(screen.say(again.TITLE), anchor=False)
    st.html(f'<p class="maju-lead">{safe(screen.say(again.LEAD, buyer=scenario.buyer.name.in_(screen.language), number=number))}</p>')
    redone = engine.scorer.redone(screen.actor, second.id)
    if redone:
        st.html(_tried(engine, screen, redone))
    with st.container(horizontal=True, vertical_alignment="center", gap="medium"):
        going_back.redo_now(engine, screen, first, branch.turn, branch.measure, again.ONCE_MORE)
        to_card = screen.say(common.OPEN_SCORECARD)
        st.page_link(screen.pages["scorecard"], label=to_card, icon=":material/analytics:", query_params={state.ROLE_PLAY: first.id})
    side_by_side.same_start(screen, scenario, second, branch)
    said = sum(turn.speaker == "rep" and turn.index >= branch.turn for turn in second.turns)
    for column, role_play, tried, head in zip(
        st.columns(2, gap="large"),
        (first, second),
        (redone.first, redone.second) if redone else (None, None),
        (again.FIRST, again.SECOND),
        strict=True,
    ):
        with column:
            st.subheader(screen.say(head), anchor=False)
            turns = _since(role_play, branch.turn, said)
            if turns:
                st.html(conversation.talk([_turn(engine, screen, scenario, one, tried) for one in turns]))
            else:
                st.html(quiet(screen.say(again.NOT_SPOKEN)))


def _since(role_play: RolePlay, turn: int, most: int) -> list[PlayedTurn]:
    """As many exchanges of either try, from the turn gone back to."""
    return [one for one in role_play.turns if turn <= one.index < turn + 2 * most]


def _tried(engine: "Engine", screen: Screen, redone: Redone) -> str:
    rule = engine.scorer.rule(redone.measure, screen.language) or ""
    boxes = [
        swap.line(screen.say(head), _value(engine, screen, one), kind, _counts(engine, screen, one) + _quotes(screen, one))
        for head, one, kind in ((again.FIRST, redone.first, "own"), (again.SECOND, redone.second, "good"))
    ]
    bars = side_by_side.scores(
        screen,
        redone.dimension,
        screen.say(again.ONLY_THESE, dimension=screen.say(common.DIMENSIONS[redone.dimension]), turns=redone.second.turns),
        redone.first.score,
        redone.second.score,
    )
    return (
        f'<div class="maju-redone"><p class="maju-quiet">{safe(screen.say(again.TRYING))}</p><p class="rule">{safe(rule)}</p>'
        f'<p class="verdict">{safe(screen.say(again.VERDICTS[redone.verdict]))}</p>'
        f"{swap.pair(*boxes)}{bars}{quiet(screen.say(again.FEW_TURNS))}</div>"
    )


def _value(engine: "Engine", screen: Screen, tried: Tried) -> str:
    words = engine.scorer.measure_words(tried, screen.language)
    return f"{words.label}: {words.text}" if words else screen.say(again.NOTHING_TO_SEE)


def _counts(engine: "Engine", screen: Screen, tried: Tried) -> str:
    words = engine.scorer.measure_words(tried, screen.language)
    return markup.counts(words.counts) if words else ""


def _quotes(screen: Screen, tried: Tried) -> str:
    return markup.quotes([why.quoted(screen, one) for one in tried.evidence][: why.MOST_QUOTES], linked=False)


def _turn(engine: "Engine", screen: Screen, scenario: Scenario, turn: PlayedTurn, tried: Tried | None) -> str:
    words = engine.scorer.measure_words(tried, screen.language) if tried else None
    labels = {tried.measure.name: words.label} if tried and tried.measure and words else {}
    marked = transcript.Marked(tried.evidence if tried else (), labels)
    return transcript.shown(screen, scenario, turn, marked, anchored=False)
