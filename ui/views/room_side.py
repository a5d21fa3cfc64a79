"""The narrow side of the room: the buyer, the clock, the way out, and what has been found out: it grows, so it comes last."""

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import streamlit as st

from assistant.domain.roleplay import RolePlay
from assistant.domain.scenario import Scenario
from assistant.domain.table import as_played
from assistant.practice.assessing import out_of_time
from assistant.practice.discovery import discovered
from assistant.practice.milestones import milestones
from ui import redraw, shown, state
from ui.guard import guarded
from ui.markup import milestones as markup
from ui.markup import quiet, safe
from ui.markup.discovery import Spot, discovery_map
from ui.markup.milestones import Mark
from ui.screen import Screen
from ui.views import again, assessing, hint, meeting, way_on
from ui.words import again as words_again
from ui.words import common, hints, room

if TYPE_CHECKING:
    from assistant.assembly import Engine

CLOCK_S = 20


def draw(screen: Screen, engine: "Engine", scenario: Scenario, role_play: RolePlay) -> None:
    practice, going_on = role_play.mode == "practice", role_play.ended is None
    meeting.everybody(screen, scenario, role_play)
    _when(screen, scenario, role_play)
    _redo(screen, engine, role_play)
    for note in (*_branch(screen, role_play), *assessing.named(screen, role_play)):
        st.html(quiet(note))
    whole = practice and not role_play.is_redo
    if whole and going_on:
        _mood(screen, role_play)
        hint.draw(screen, engine, scenario, role_play)
    if going_on:
        _finish(screen, engine, role_play)
    if whole:
        again.in_room(engine, screen, role_play)
    meeting.call_again(engine, screen, role_play)
    if going_on:
        st.html(quiet(_who_plays(screen, engine, role_play)))
        _back_to_model(screen, engine, role_play)
    if whole:
        st.html(_milestones(screen, scenario, role_play))
        st.html(_map(screen, scenario, role_play))


def _when(screen: Screen, scenario: Scenario, role_play: RolePlay) -> None:
    if role_play.ended:
        st.html(_clock_face(screen.say(common.OUTCOMES[role_play.ended.outcome]), screen.say(room.CLOCK_ENDED, day=screen.day(role_play.ended.at))))
    else:
        _clock(screen, scenario, role_play)


@st.fragment(run_every=CLOCK_S)
@guarded
def _clock(screen: Screen, scenario: Scenario, role_play: RolePlay) -> None:
    """When time is up the room is drawn anew, and finds the assessment ended."""
    now = datetime.now(UTC)
    if out_of_time(role_play, now):
        st.rerun()
    gone = shown.minutes(now - role_play.began_at, screen.language)
    since = screen.say(room.CLOCK, gone=gone) if gone else screen.say(room.JUST_BEGUN)
    left = assessing.clock(screen, role_play, now)
    st.html(_clock_face(left, since) if left else _clock_face(since, screen.say(room.CLOCK_OF, minutes=scenario.deal.minutes)))


def _branch(screen: Screen, role_play: RolePlay) -> list[str]:
    if role_play.branch is None or role_play.is_redo:
        return []
    return [screen.say(words_again.BRANCH, number=again.number_of(role_play, role_play.branch.turn))]


def _redo(screen: Screen, engine: "Engine", role_play: RolePlay) -> None:
    """What is tried in these few turns, and how many are left."""
    left = role_play.redo_turns_left()
    if role_play.branch is None or left is None:
        return
    rule = engine.scorer.rule(role_play.branch.measure, screen.language) if role_play.branch.measure else None
    head = f'<p class="maju-quiet">{safe(screen.say(words_again.TRYING))}</p><p>{safe(rule)}</p>' if rule else ""
    over = left == 0 or role_play.ended
    st.html(f'<div class="maju-hint">{head}{quiet(screen.say(words_again.REDO_OVER if over else words_again.REDO, left=left))}</div>')


def _mood(screen: Screen, role_play: RolePlay) -> None:
    """As one would see it in a face; whoever wants to hear it from the words alone hides it."""
    mind = role_play.mind()
    shows = st.toggle(screen.say(hints.MOOD), value=True, key=state.MOOD, persist_state="session")
    if mind:
        st.html(f'<p class="maju-mood">{safe(screen.say(hints.MOODS[mind.mood])) if shows else ""}</p>')


def _milestones(screen: Screen, scenario: Scenario, role_play: RolePlay) -> str:
    steps = milestones(as_played(scenario, role_play.setting), role_play)
    marks = [
        Mark(
            screen.say(hints.STEPS[one.step]),
            None if one.reached is None else screen.say(hints.STEP_AT, turn=one.reached),
            screen.say(hints.STEP_NOT_YET if one.reached is None else hints.STEP_DONE),
        )
        for one in steps
    ]
    count = screen.say(room.MAP_COUNT, found=sum(one.reached is not None for one in steps), of=len(steps))
    return markup.milestones(screen.say(hints.STEPS_HEAD), count, marks)


def _clock_face(big: str, small: str) -> str:
    return f'<div class="maju-clock">{safe(big)}<span>{safe(small)}</span></div>'


def _map(screen: Screen, scenario: Scenario, role_play: RolePlay) -> str:
    findings = discovered(as_played(scenario, role_play.setting), role_play.mind())
    spots = [Spot(meeting.area(screen, scenario, one.item), screen.say(one.item.name), one.found) for one in findings]
    found = sum(one.found == "covered" for one in findings)
    count = screen.say(room.MAP_COUNT, found=found, of=len(findings))
    return discovery_map(screen.say(room.MAP), count, spots, {name: screen.say(text) for name, text in room.FOUND.items()})


def _finish(screen: Screen, engine: "Engine", role_play: RolePlay) -> None:
    with st.popover(screen.say(room.FINISH), icon=":material/flag:", width="stretch", key="finish"):
        what, yes = (words_again.REDO_FINISH, words_again.REDO_FINISH_YES) if role_play.is_redo else (room.FINISH_WHAT, room.FINISH_YES)
        st.text(screen.say(what))
        if st.button(screen.say(yes), type="primary", width="stretch", key="finish-yes"):
            engine.room.finish(screen.actor, role_play.id)
            st.switch_page(screen.pages[way_on.after(role_play)], query_params={state.ROLE_PLAY: role_play.id})


def _back_to_model(screen: Screen, engine: "Engine", role_play: RolePlay) -> None:
    if role_play.voice == "embedded" and engine.chat and st.button(screen.say(room.BACK_TO_MODEL), type="tertiary", key="back-to-model"):
        engine.room.speak_with(screen.actor, role_play.id, "model")
        redraw.part_again()


def _who_plays(screen: Screen, engine: "Engine", role_play: RolePlay) -> str:
    settings = engine.settings
    if engine.chat and role_play.voice == "embedded":
        return screen.say(room.EMBEDDED_NOW)
    return screen.say(room.OFFLINE) if settings.offline else screen.say(room.WITH_MODEL, model=settings.model)
