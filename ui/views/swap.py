"""Swapped sides: what does a good rep do here? One hears the buyer, writes what one would say or watches, sees both lines, and goes on.

The buyer's answers are made outside the script run, as in the room; what was written is kept before anything is shown.
"""

from typing import TYPE_CHECKING

import streamlit as st

from assistant.domain.good_rep import SwapTurn
from assistant.domain.roleplay import PlayedTurn
from assistant.domain.scenario import Scenario
from assistant.domain.words import Text
from assistant.errors import NotFound
from assistant.practice.compared import LESS, Comparison, compared
from assistant.practice.faults import fault_sentence
from assistant.practice.sides import Swap
from ui import composer, state
from ui.guard import guarded, told
from ui.markup import conversation, quiet, safe, unmarked
from ui.markup import swap as markup
from ui.markup.scorecard import fold
from ui.screen import Screen
from ui.views import room_talk, way_on
from ui.words import common, room, swap

if TYPE_CHECKING:
    from assistant.assembly import Engine
    from assistant.practice.reply import Reply


def render(engine: "Engine", screen: Screen) -> None:
    swap_id = st.query_params.get(state.ROLE_PLAY)
    if not swap_id:
        st.info(screen.say(common.CHOOSE_FIRST))
        way_on.to_practise(screen)
        return
    _swap(screen, engine, swap_id)


@st.fragment
@guarded
def _swap(screen: Screen, engine: "Engine", swap_id: str) -> None:
    try:
        now = _heard_own(screen, engine, engine.sides.look(screen.actor, swap_id))
    except NotFound:
        st.info(screen.say(swap.NO_SUCH))
        way_on.to_practise(screen)
        return
    buyer = now.scenario.buyer.name.in_(screen.language)
    st.title(screen.say(swap.TITLE, buyer=buyer), anchor=False)
    if now.role_play.ended:
        _over(screen, now)
        return
    if len(now.role_play.turns) == 1:
        st.html(f'<p class="maju-lead">{safe(screen.say(swap.LEAD))}</p>')
    with st.container(key="swap"):
        st.html(conversation.talk([_turn(screen, now, turn) for turn in now.role_play.turns if now.asks() or turn is not now.role_play.turns[-1]]))
        if not now.asks():
            _both(screen, engine, now)
        composer.draw_aside(screen, now.role_play, screen.say(swap.COMPOSER), now.asks())
        composer.refused(now.role_play.id)
        _skipped(screen, engine, now)
    _to_the_briefing(screen, now)


def _to_the_briefing(screen: Screen, now: Swap) -> None:
    st.page_link(screen.pages["briefing"], label=screen.say(swap.MEET), icon=":material/chair:", query_params={state.SCENARIO: now.scenario.id})


def _turn(screen: Screen, now: Swap, turn: PlayedTurn) -> str:
    buyer = now.scenario.buyer
    if turn.speaker == "buyer":
        return conversation.spoken(turn.text, "buyer", buyer, screen.language, screen.say(buyer.name), turn.index)
    kept = now.by_turn.get(turn.index)
    own = kept.own if kept else ""
    under = f'<small class="maju-cited">{safe(screen.say(swap.OWN))}: {safe(own)}</small>' if own else ""
    return conversation.spoken(turn.text, "rep", buyer, screen.language, screen.say(swap.GOOD), turn.index, under)


def _heard_own(screen: Screen, engine: "Engine", now: Swap) -> Swap:
    """Keeps what the composer has just sent, before anything is drawn; what fails goes back to it with the reason."""
    swap_id = now.role_play.id
    sent = composer.sent(st.session_state, swap_id)
    if sent is None or sent.client_id in state.kept_ids(st.session_state, swap_id):
        return now
    kept = now.by_turn.get(sent.turn + 1)
    if now.asks() and sent.turn == composer.last_heard(now.role_play):
        try:
            now = engine.sides.answer(screen.actor, swap_id, len(now.role_play.turns), sent.text)
        except Exception as error:
            state.refuse_words(st.session_state, swap_id, sent.client_id, told(error, screen))
            return now
    elif kept is None or not kept.own:
        return now
    state.kept_id(st.session_state, swap_id, sent.client_id)
    return now


def _skipped(screen: Screen, engine: "Engine", now: Swap) -> None:
    """One may also only watch."""
    turn = len(now.role_play.turns)
    if not now.asks() or not st.button(screen.say(swap.SKIP), icon=":material/visibility:", key=f"skip-{turn}"):
        return
    try:
        engine.sides.answer(screen.actor, now.role_play.id, turn, "")
    except Exception as error:
        st.warning(unmarked(told(error, screen)), icon=":material/undo:")
        return
    st.rerun()


def _both(screen: Screen, engine: "Engine", now: Swap) -> None:
    """What the person wrote beside the good rep's line, why it was said, and what can be heard in both; then the buyer answers."""
    turns = now.role_play.turns
    kept = now.by_turn[turns[-1].index]
    st.html(_pair(screen, now, kept, turns[-2]))
    making = engine.sides.in_the_making(now.role_play.id)
    if making:
        _follow(screen, engine, now, making)
        return
    if now.role_play.fault:
        st.error(unmarked(screen.say(fault_sentence(now.role_play.fault))), icon=":material/sync_problem:")
    label = room.RETRY if now.role_play.fault else swap.NEXT
    if st.button(screen.say(label), type="primary", icon=":material/arrow_forward:", key=f"next-{turns[-1].index}"):
        reply = engine.sides.buyer_answers(screen.actor, now.role_play.id)
        if reply:
            _follow(screen, engine, now, reply)


def _follow(screen: Screen, engine: "Engine", now: Swap, reply: "Reply") -> None:
    room_talk.follow(screen, engine, now.scenario, now.role_play, reply, st.empty())
    st.rerun()


def _pair(screen: Screen, now: Swap, kept: SwapTurn, before: PlayedTurn, folded: bool = False) -> str:
    why = f'<p class="why"><b>{safe(screen.say(swap.WHY))}</b> {safe(screen.say(_why(now.scenario, kept)))}</p>'
    good = markup.line(screen.say(swap.GOOD), kept.good.text, "good", why)
    if not kept.own:
        return markup.pair(markup.line(screen.say(swap.OWN), screen.say(swap.SKIPPED), "own none"), good)
    both = compared(kept.own, kept.good.text, before, now.scenario, now.role_play.language)
    heard = _heard(screen, both)
    return markup.pair(markup.line(screen.say(swap.OWN), kept.own, "own"), good) + (fold(screen.say(swap.BESIDE), heard) if folded else heard)


def _why(scenario: Scenario, kept: SwapTurn) -> Text:
    """The sentence on what weighs most in the good rep's turn."""
    first = kept.good.techniques[0]
    fact = next((one for one in scenario.facts if one.id == kept.good.about), None)
    return swap.WHYS_HEARD[fact.kind] if first == "give_back" and fact else swap.WHYS[first]


def _heard(screen: Screen, both: Comparison) -> str:
    if not both.rows:
        return quiet(screen.say(swap.NOTHING_HEARD))
    rows = [markup.Heard(screen.say(swap.POINTS[row.point]), row.own, row.good, row.point in LESS) for row in both.rows]
    heads = (screen.say(swap.MINE), screen.say(swap.THEIRS))
    table = markup.table(screen.say(swap.BESIDE), heads, rows, screen.say(swap.DID), screen.say(swap.DID_NOT))
    echoes = [f"{head}: {', '.join(words) or screen.say(swap.NONE)}" for head, words in zip(heads, (both.own_echoes, both.good_echoes), strict=True)]
    return table + quiet(screen.say(swap.BACK, words=" · ".join(echoes)))


def _over(screen: Screen, now: Swap) -> None:
    """How it ended, and every pair of lines after the buyer's word they answer."""
    ended = now.role_play.ended
    if ended:
        sentence = room.ending(ended.outcome, "" if ended.by == "rep" else ended.why)
        st.html(f'<p class="maju-lead">{safe(screen.say(sentence, buyer=now.scenario.buyer.name.in_(screen.language)))}</p>')
    st.html(quiet(screen.say(swap.OVER)))
    with st.container(horizontal=True):
        _to_the_briefing(screen, now)
        st.page_link(screen.pages["role_plays"], label=screen.say(common.TO_ROLE_PLAYS), icon=":material/history:")
    for before, turn in zip(now.role_play.turns[::2], now.role_play.turns[1::2], strict=False):
        kept = now.by_turn.get(turn.index)
        if kept:
            said = conversation.spoken(before.text, "buyer", now.scenario.buyer, screen.language, screen.say(now.scenario.buyer.name), before.index)
            st.html(f'<div class="maju-after">{said}{_pair(screen, now, kept, before, folded=True)}</div>')
    if now.role_play.turns[-1].speaker == "buyer":
        last = now.role_play.turns[-1]
        st.html(conversation.spoken(last.text, "buyer", now.scenario.buyer, screen.language, screen.say(now.scenario.buyer.name), last.index))
