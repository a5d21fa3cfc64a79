"""Two tries side by side: the first, and the branch off it; their scores with their bands, then what was said from the turn gone back to."""

from typing import TYPE_CHECKING

import streamlit as st

from assistant.domain.roleplay import Branch, PlayedTurn, RolePlay
from assistant.domain.scenario import Scenario
from assistant.domain.scorecard import Score, Scorecard
from assistant.domain.table import face_of
from assistant.domain.words import DIMENSIONS, Dimension
from assistant.errors import NotFound
from ui import shown, state
from ui.markup import conversation, quiet, safe
from ui.markup import scorecard as markup
from ui.screen import Screen
from ui.views import again as going_back
from ui.views import transcript, way_on
from ui.views.scorecard import card_of
from ui.words import again, common, scorecard

if TYPE_CHECKING:
    from assistant.assembly import Engine


def render(engine: "Engine", screen: Screen) -> None:
    second = way_on.talk_in_url(engine, screen)
    if second is None:
        return
    first = _first(engine, screen, second)
    if first is None or second.branch is None:
        st.info(screen.say(again.NO_BRANCH))
        st.page_link(screen.pages["role_plays"], label=screen.say(common.TO_ROLE_PLAYS), icon=":material/history:")
        return
    scenario = engine.room.scenario_of(second.id)
    number = going_back.number_of(second, second.branch.turn)
    st.title(screen.say(again.TITLE), anchor=False)
    st.html(f'<p class="maju-lead">{safe(screen.say(again.LEAD, buyer=scenario.buyer.name.in_(screen.language), number=number))}</p>')
    cards = tuple(card_of(screen, engine, one) if _can_be_scored(one) else None for one in (first, second))
    if cards[0] and cards[1]:
        st.html("".join(_beside(screen, dimension, cards[0].scores[dimension], cards[1].scores[dimension]) for dimension in DIMENSIONS))
    _same_start(screen, scenario, second, second.branch)
    for column, role_play, card, head in zip(st.columns(2, gap="large"), (first, second), cards, (again.FIRST, again.SECOND), strict=True):
        with column:
            st.subheader(screen.say(head), anchor=False)
            _try(engine, screen, scenario, role_play, card, second.branch.turn)


def _first(engine: "Engine", screen: Screen, second: RolePlay) -> RolePlay | None:
    try:
        return engine.room.role_play(screen.actor, second.branch.of) if second.branch else None
    except NotFound:
        return None


def _can_be_scored(role_play: RolePlay) -> bool:
    return role_play.ended is not None and bool(role_play.transcript().rep_turns())


def _beside(screen: Screen, dimension: Dimension, first: Score, second: Score) -> str:
    bars = [_bar(screen, dimension, again.FIRST.in_(screen.language), first), _bar(screen, dimension, again.SECOND.in_(screen.language), second)]
    return markup.dimension((markup.score_head(screen.say(common.DIMENSIONS[dimension]), _change(screen, first, second), "", ""), *bars))


def _bar(screen: Screen, dimension: Dimension, name: str, score: Score) -> str:
    if score.value is None or score.low is None or score.high is None:
        return markup.named_bar(name, screen.say(scorecard.NOT_SCORED), "")
    value, low, high = shown.points(score.value), shown.points(score.low), shown.points(score.high)
    alt = screen.say(scorecard.CHART_ALT, dimension=screen.say(common.DIMENSIONS[dimension]), value=value, low=low, high=high)
    return markup.named_bar(name, value, markup.score_bar(score.value, score.low, score.high, alt))


def _change(screen: Screen, first: Score, second: Score) -> str:
    """A difference is called clear only where the bands do not meet."""
    if first.low is None or first.high is None or second.low is None or second.high is None:
        return ""
    if second.low > first.high:
        return screen.say(again.RISEN)
    return screen.say(again.FALLEN if second.high < first.low else again.ALIKE)


def _same_start(screen: Screen, scenario: Scenario, second: RolePlay, branch: Branch) -> None:
    kept = [turn for turn in second.turns if turn.index < branch.turn]
    turns = conversation.talk([_plain(screen, scenario, turn) for turn in kept])
    st.html(markup.fold(screen.say(again.SAME_START, count=len(kept)), turns))


def _plain(screen: Screen, scenario: Scenario, turn: PlayedTurn) -> str:
    speaker = face_of(scenario, turn.person)
    who = screen.say(speaker.name if turn.speaker == "buyer" else common.SPEAKER_REP)
    return conversation.spoken(turn.text, turn.speaker, speaker, screen.language, who, named=turn.person is not None)


def _try(engine: "Engine", screen: Screen, scenario: Scenario, role_play: RolePlay, card: Scorecard | None, turn: int) -> None:
    outcome = common.OUTCOMES[role_play.ended.outcome] if role_play.ended else again.NOT_ENDED
    st.html(quiet(screen.say(outcome)))
    page, label = ("scorecard", common.OPEN_SCORECARD) if role_play.ended else ("room", common.CONTINUE)
    st.page_link(screen.pages[page], label=screen.say(label), icon=":material/arrow_forward:", query_params={state.ROLE_PLAY: role_play.id})
    since = [one for one in role_play.turns if one.index >= turn]
    if not since:
        st.html(quiet(screen.say(again.NOT_SPOKEN)))
    elif card:
        marked = transcript.marked(card, engine.scorer.words(card, screen.language), engine.desk.review(screen.actor, role_play.id))
        st.html(conversation.talk([transcript.shown(screen, scenario, one, marked, anchored=False) for one in since]))
    else:
        st.html(conversation.talk([_plain(screen, scenario, one) for one in since]))
