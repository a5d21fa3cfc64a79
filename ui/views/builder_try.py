"""Trying a draft beside its form: a real role-play that counts nowhere, with what the buyer has in mind after every turn."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import streamlit as st

from assistant.authoring.explanations import place
from assistant.domain.roleplay import GATEKEEPER, BuyerRecord, Felt, Level, Mind, Move, PlayedTurn, RolePlay, Setting
from assistant.domain.scenario import Scenario
from assistant.domain.table import as_played, face_of
from assistant.domain.words import LANGUAGES, Language
from assistant.errors import MajuError, NotFound
from assistant.practice.faults import fault_sentence
from assistant.practice.room import Words
from ui import composer, redraw, state
from ui.guard import guarded, told
from ui.markup import builder as markup
from ui.markup import bullets, conversation, quiet, unmarked
from ui.screen import Screen
from ui.words import builder, common, meeting, minds, room

if TYPE_CHECKING:
    from streamlit.delta_generator import DeltaGenerator

    from assistant.assembly import Engine
    from assistant.practice.reply import Reply

TALK_HEIGHT = 460
BEAT_S = 0.5
MOST_HINDRANCES = 4


@st.fragment
@guarded
def draw(screen: Screen, engine: "Engine", draft_id: str) -> None:
    st.subheader(screen.say(builder.TRY), anchor=False)
    st.html(quiet(screen.say(builder.TRY_WHAT)))
    role_play = _going_on(screen, engine, draft_id)
    _begin(screen, engine, draft_id, role_play)
    hindered = st.session_state.get(f"hindered-{draft_id}")
    if hindered:
        st.warning(screen.say(builder.TRY_FIRST))
        st.html(bullets(tuple(hindered)))
    if role_play is None:
        return
    revision = engine.workshop.draft(screen.actor, draft_id).revision
    if role_play.scenario_version != f"draft-{revision}":
        st.html(quiet(screen.say(builder.TRY_STALE)))
    _talk(screen, engine, role_play)


def _going_on(screen: Screen, engine: "Engine", draft_id: str) -> RolePlay | None:
    """The try that the URL names; one that the process has forgotten is none."""
    role_play_id = st.query_params.get(state.TRYOUT)
    try:
        return engine.tryouts.role_play(screen.actor, role_play_id) if role_play_id else None
    except NotFound:
        return None


def _begin(screen: Screen, engine: "Engine", draft_id: str, going_on: RolePlay | None) -> None:
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        talk = st.segmented_control(
            screen.say(common.TALK), LANGUAGES, default=screen.language, required=True, format_func=common.LANGUAGE_NAMES.__getitem__, key="try-talk"
        )
        level = st.segmented_control(
            screen.say(common.LEVEL),
            list(common.LEVELS),
            default=2,
            required=True,
            format_func=lambda one: screen.say(common.LEVELS[one]),
            key="try-level",
        )
        setting = _setting(screen, engine, draft_id)
        label = builder.TRY_AGAIN if going_on else builder.TRY_START

        def begin() -> None:
            _begun(screen, engine, draft_id, talk or screen.language, level or 2, setting)

        st.button(screen.say(label), key="try-start", type="secondary" if going_on else "primary", icon=":material/chair:", on_click=begin)


def _setting(screen: Screen, engine: "Engine", draft_id: str) -> Setting:
    """How one meets; asked only where the draft is written for more than one way."""
    tree = engine.workshop.draft(screen.actor, draft_id).tree
    there = [one for one in meeting.SETTINGS if one == "alone" or (one != "follow_up" and tree.get(one))]
    if len(there) == 1:
        return "alone"
    chosen = st.segmented_control(
        screen.say(meeting.SETTING),
        there,
        default="alone",
        required=True,
        format_func=lambda one: screen.say(meeting.SETTINGS[one]),
        key="try-setting",
    )
    return chosen or "alone"


def _begun(screen: Screen, engine: "Engine", draft_id: str, talk: Language, level: Level, setting: Setting) -> None:
    """A new try, in the URL; what keeps the draft from being tried is said once instead."""
    drafted = engine.workshop.draft(screen.actor, draft_id)
    hindered = engine.workshop.hindrances(drafted)
    st.session_state[f"hindered-{draft_id}"] = [
        f"{place(drafted.tree, one.path, screen.language)}: {screen.say(one.expected)}" for one in hindered[:MOST_HINDRANCES]
    ]
    if not hindered:
        st.query_params[state.TRYOUT] = engine.tryouts.begin(screen.actor, draft_id, talk, level, setting=setting).id


def _talk(screen: Screen, engine: "Engine", role_play: RolePlay) -> None:
    scenario = engine.tryouts.scenario_of(role_play.id)
    reply = _said(screen, engine, role_play) if role_play.ended is None else None
    role_play = engine.tryouts.role_play(screen.actor, role_play.id)
    with st.container(height=TALK_HEIGHT, autoscroll=True, key="try-talk-box"):
        conversation_box = st.empty()
    composer.draw(screen, role_play, screen.say(builder.SAY), owed=role_play.waits_for_buyer())
    composer.refused(role_play.id)
    so_far = [_turn(screen, scenario, role_play.turns, turn) for turn in role_play.turns]
    conversation_box.html(conversation.talk(so_far))
    if role_play.ended:
        st.info(screen.say(builder.TRY_OVER, outcome=screen.say(common.OUTCOMES[role_play.ended.outcome])))
    elif reply:
        _follow(screen, scenario, reply, so_far, conversation_box)
        redraw.part_again()
    elif role_play.fault:
        _faulty(screen, engine, role_play)


def _faulty(screen: Screen, engine: "Engine", role_play: RolePlay) -> None:
    st.error(unmarked(screen.say(fault_sentence(role_play.fault or ""))), icon=":material/sync_problem:")

    def retry() -> None:
        engine.tryouts.retry(screen.actor, role_play.id)

    st.button(screen.say(room.RETRY), icon=":material/refresh:", key=f"try-retry-{len(role_play.turns)}", on_click=retry)


def _said(screen: Screen, engine: "Engine", role_play: RolePlay) -> "Reply | None":
    """What was just said, handed to the buyer; else a reply that is still in the making."""
    sent = composer.sent(st.session_state, role_play.id)
    if sent is None or sent.is_in(role_play):
        return engine.tryouts.pick_up(screen.actor, role_play.id)
    try:
        reply = engine.tryouts.say(screen.actor, role_play.id, Words(sent.text, sent.client_id))
    except MajuError as error:
        state.refuse_words(st.session_state, role_play.id, sent.client_id, told(error, screen))
        return None
    state.kept_words(st.session_state, role_play.id)
    return reply


def _follow(screen: Screen, scenario: Scenario, reply: "Reply", so_far: Sequence[str], box: "DeltaGenerator") -> None:
    said: list[str] = []
    box.html(conversation.talk([*so_far, quiet(screen.say(builder.THINKING))]))
    for sentence in reply.follow(BEAT_S):
        said += [sentence] if sentence else []
        if said:
            speaker = face_of(scenario, reply.person)
            words = conversation.spoken(" ".join(said), "buyer", speaker, screen.language, screen.say(speaker.name), named=reply.person is not None)
            box.html(conversation.talk([*so_far, words]))


def _turn(screen: Screen, scenario: Scenario, turns: tuple[PlayedTurn, ...], turn: PlayedTurn) -> str:
    speaker = face_of(scenario, turn.person)
    who = screen.say(speaker.name if turn.speaker == "buyer" else room.REP_SPOKE)
    before = next((one.record for one in reversed(turns[: turn.index]) if one.record), None)
    under = _mind(screen, as_played(scenario, "committee"), before, turn) if turn.record else ""
    named = conversation.several_speak(turns)
    return conversation.spoken(turn.text, turn.speaker, speaker, screen.language, who, None, under, named)


def _mind(screen: Screen, scenario: Scenario, before: BuyerRecord | None, turn: PlayedTurn) -> str:
    """What whoever spoke has in mind, and why they said it. `scenario`: with everybody's facts."""
    record = turn.record
    if record is None:
        return ""
    mind, felt = _of_speaker(record, turn.person)
    was = _of_speaker(before, turn.person)[0] if before else None
    why = minds.BECAUSE.get(record.move.because) or minds.FELT.get(record.move.because)
    did = " · ".join(screen.say(one) for one in (minds.MOVES[record.move.kind], why) if one)
    if turn.person == GATEKEEPER and record.gate:
        return markup.mind(screen.say(builder.IN_MIND), [(screen.say(builder.PATIENCE), round(record.gate.patience * 100), None)], did, [])
    shares = [
        (screen.say(builder.TRUST), round(mind.trust * 100), round((mind.trust - was.trust) * 100) if was else None),
        (screen.say(builder.PATIENCE), round(mind.patience * 100), round((mind.patience - was.patience) * 100) if was else None),
    ]
    gains = [f"{screen.say(minds.FELT[one.why])} {round(one.trust * 100):+d}" for one in felt if one.why in minds.FELT and round(one.trust * 100)]
    rows = [(screen.say(minds.MOODS[mind.mood]), ", ".join(gains))] if gains else []
    return markup.mind(screen.say(builder.IN_MIND), shares, did, [*rows, *_about(screen, scenario, was, mind, record.move)])


def _of_speaker(record: BuyerRecord, person: str | None) -> tuple[Mind, tuple[Felt, ...]]:
    """Of somebody else at the table their own, else the buyer's."""
    other = next((one for one in record.people if one.person == person), None)
    return (other.mind, other.felt) if other else (record.mind, record.felt)


def _about(screen: Screen, scenario: Scenario, was: Mind | None, mind: Mind, move: Move) -> list[tuple[str, str]]:
    """Which facts and objections the turn was about: told, held back and for how much trust, raised, settled."""
    told_now = [screen.say(scenario.fact(one).summary) for one in (*move.tell, *move.volunteer)]
    refused = [scenario.fact(one) for one in mind.refused if was is None or one not in was.refused]
    held = [screen.say(builder.NEEDS, fact=screen.say(one.summary), trust=f"{one.trust:.0%}") for one in refused]
    rows = [(builder.TOLD, told_now), (builder.HELD_BACK, held)]
    rows += [(builder.RAISED, [screen.say(scenario.objection(move.objection).behind)] if move.objection else [])]
    rows += [(builder.SETTLED, [screen.say(scenario.objection(move.settle).behind)] if move.settle else [])]
    return [(screen.say(name), " / ".join(said)) for name, said in rows if said]
