"""After the call: what really happened? The buyer's own account: when they were gained and lost, what lay behind it, what they never said."""

from typing import TYPE_CHECKING

import streamlit as st

from assistant.domain.roleplay import RolePlay
from assistant.domain.scenario import Scenario
from assistant.domain.table import face_of
from assistant.practice.account import SHOWS, Account, Moved, Thought, account
from assistant.practice.account_words import Teller
from ui import state
from ui.markup import after_call as markup
from ui.markup import conversation, quiet, safe, transcript
from ui.markup import scorecard as parts
from ui.screen import Screen
from ui.views import after_call_found, way_on
from ui.words import after_call, common, room

if TYPE_CHECKING:
    from assistant.assembly import Engine

TOLD_AT_MOST = 2
"""Things that moved the buyer, told of one turn."""


def render(engine: "Engine", screen: Screen) -> None:
    role_play = way_on.talk_in_url(engine, screen)
    if role_play is None:
        return
    scenario = engine.room.scenario_of(role_play.id)
    st.title(screen.say(after_call.TITLE, buyer=scenario.buyer.name.in_(screen.language)), anchor=False)
    if not may_be_told(role_play):
        st.info(screen.say(after_call.STILL_OPEN))
        st.page_link(screen.pages["room"], label=screen.say(common.CONTINUE), icon=":material/forum:", query_params={state.ROLE_PLAY: role_play.id})
        return
    if not role_play.rep_spoke:
        st.info(screen.say(after_call.NOTHING_SAID))
        _on(screen, role_play)
        return
    _whole(screen, scenario, role_play, account(role_play, scenario), engine.account_teller(scenario, screen.language))


def may_be_told(role_play: RolePlay) -> bool:
    """Whether the buyer's thoughts of this talk may be read: not before it is over. The one place to ask."""
    return role_play.ended is not None


def link(screen: Screen, role_play: RolePlay) -> None:
    """The way here, from wherever the talk is shown."""
    if may_be_told(role_play) and not role_play.is_redo:
        label = screen.say(after_call.OPEN)
        st.page_link(screen.pages["after_call"], label=label, icon=":material/psychology:", query_params={state.ROLE_PLAY: role_play.id})


def _whole(screen: Screen, scenario: Scenario, role_play: RolePlay, told: Account, teller: Teller) -> None:
    if role_play.ended:
        sentence = room.ending(role_play.ended.outcome, role_play.ended.why)
        st.html(f'<p class="maju-lead">{safe(screen.say(sentence, buyer=scenario.buyer.name.in_(screen.language)))}</p>')
    st.html(markup.moments(_moment(screen, teller, told.best, good=True), _moment(screen, teller, told.worst, good=False)))
    left, right = st.columns([3, 2], gap="large")
    with right:
        after_call_found.draw(screen, scenario, told, teller)
    with left:
        st.subheader(screen.say(after_call.TURN_BY_TURN), anchor=False)
        st.html(conversation.talk(_turns(screen, scenario, role_play, told, teller)))
    _on(screen, role_play)


def _moment(screen: Screen, teller: Teller, one: Thought | None, good: bool) -> str:
    head, kind = (after_call.GAINED, "good") if good else (after_call.LOST, "less")
    if one is None:
        return markup.moment(screen.say(head), kind, [quiet(teller.says("never_gained" if good else "never_lost"))])
    moved = [each for each in one.moved if (each.trust > 0) == good][:1]
    quotes = [parts.quote(each.quote) for each in moved if each.quote]
    said = [teller.says("gained" if good else "lost"), *(teller.moved(each.why) for each in moved)]
    to_turn = f"<p>{parts.turn_link(one.turn, screen.say(after_call.TO_TURN))}</p>"
    return markup.moment(screen.say(head), kind, [*quotes, f"<p>{safe(' '.join(said))}</p>", to_turn])


def _turns(screen: Screen, scenario: Scenario, role_play: RolePlay, told: Account, teller: Teller) -> list[str]:
    """The talk, each of the rep's turns with what it did to the buyer."""
    thoughts = {one.turn: one for one in told.thoughts}
    inside = screen.say(after_call.INSIDE, buyer=scenario.buyer.name.in_(screen.language))
    named = conversation.several_speak(role_play.turns)
    drawn: list[str] = []
    for turn in role_play.turns:
        one = thoughts.get(turn.index)
        marks = [transcript.Mark(each.quote, "+" if each.trust > 0 else "-", inside) for each in _telling(one)] if one else []
        words = transcript.marked(turn.text, marks) if marks else safe(turn.text)
        speaker = face_of(scenario, turn.person)
        who = screen.say(speaker.name) if turn.speaker == "buyer" else screen.say(after_call.REP_SPOKE)
        drawn.append(conversation.turn(words, turn.speaker, speaker, screen.language, who, turn.index, named=named))
        if one and (one.moved or one.spoke):
            drawn.append(_thought(screen, one, teller, inside))
    return drawn


def _telling(one: Thought) -> tuple[Moved, ...]:
    """What moved the buyer most, and what moved them most the other way."""
    first = one.moved[:1]
    against = [each for each in one.moved if first and (each.trust > 0) != (first[0].trust > 0)]
    return (*first, *(against or list(one.moved[1:2])))[:TOLD_AT_MOST]


def _thought(screen: Screen, one: Thought, teller: Teller, inside: str) -> str:
    sentences = [*(teller.moved(each.why) for each in _telling(one)), *teller.did(one)]
    change: markup.Change = "up" if one.gained >= SHOWS else "down" if one.gained <= -SHOWS else "none"
    words = {"up": after_call.OPENED, "down": after_call.CLOSED, "none": after_call.STEADY}[change]
    return markup.thought(inside, sentences, change, screen.say(words))


def _on(screen: Screen, role_play: RolePlay) -> None:
    if role_play.rep_spoke:
        label = screen.say(common.OPEN_SCORECARD)
        st.page_link(screen.pages["scorecard"], label=label, icon=":material/analytics:", query_params={state.ROLE_PLAY: role_play.id})
    st.page_link(
        screen.pages["briefing"], label=screen.say(after_call.AGAIN), icon=":material/replay:", query_params={state.SCENARIO: role_play.scenario}
    )
