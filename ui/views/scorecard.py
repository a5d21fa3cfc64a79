"""The scorecard: what do I do differently? One strength, one thing to try; then four bars that open to their quotes, the transcript beside."""

from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from assistant.domain.review import ReviewsOf
from assistant.domain.roleplay import RolePlay
from assistant.domain.scenario import Scenario
from assistant.domain.scorecard import Scorecard
from assistant.scoring.choosing import shows_little
from ui import shown, state
from ui.background import Task
from ui.engine import scoring
from ui.markup import quiet, safe
from ui.markup import scorecard as markup
from ui.screen import Screen
from ui.views import (
    after_call,
    again,
    assessing,
    assigned,
    hint,
    judging,
    meeting,
    proposals,
    reflect,
    reviewed,
    score_first,
    scores,
    sharing,
    taking,
    transcript,
    way_on,
)
from ui.words import common, room, scorecard
from ui.words import reflect as words_reflect

if TYPE_CHECKING:
    from assistant.assembly import Engine
    from assistant.scoring.card_words import CardWords

TRANSCRIPT_HEIGHT = 640
BEAT_S = 0.4


def render(engine: "Engine", screen: Screen) -> None:
    role_play = way_on.talk_in_url(engine, screen)
    if role_play is None:
        return
    if role_play.is_redo:
        st.switch_page(screen.pages["compare"], query_params={state.ROLE_PLAY: role_play.id})
    if score_first.must(engine, screen, role_play):
        return
    scenario = engine.room.scenario_of(role_play.id)
    _head(screen, engine, scenario, role_play)
    if role_play.ended is None:
        st.info(screen.say(scorecard.STILL_OPEN))
        st.page_link(screen.pages["room"], label=screen.say(common.CONTINUE), icon=":material/forum:", query_params={state.ROLE_PLAY: role_play.id})
        return
    if not role_play.rep_spoke:
        st.info(screen.say(scorecard.NOTHING_SAID))
        _again(screen, role_play)
        return
    reflection = engine.reflecting.asked(screen.actor, role_play)
    if reflection:
        _scoring(screen, engine, role_play)
        reflect.ask(screen, engine, reflection)
        return
    after_call.link(screen, role_play)
    sharing.draw(screen, engine, role_play)
    card = card_of(screen, engine, role_play)
    assigned.verdict(screen, engine, role_play)
    _whole(screen, engine, scenario, role_play, card, engine.desk.left_on(screen.actor, role_play.id))


def _head(screen: Screen, engine: "Engine", scenario: Scenario, role_play: RolePlay) -> None:
    buyer = scenario.buyer.name.in_(screen.language)
    st.title(screen.say(scorecard.TITLE, buyer=buyer), anchor=False)
    last = role_play.ended.at if role_play.ended else role_play.turns[-1].sent_at
    minutes = shown.minutes(last - role_play.began_at, screen.language) or screen.say(scorecard.UNDER_A_MINUTE)
    held = screen.say(scorecard.HELD, when=screen.moment(role_play.began_at), minutes=minutes, level=screen.say(common.LEVELS[role_play.level]))
    who = meeting.who_ended(scenario, role_play).name.in_(screen.language)
    ending = screen.say(room.ending(role_play.ended.outcome, role_play.ended.why), buyer=who) if role_play.ended else ""
    lead = f'<p class="maju-lead">{safe(ending)}</p>' if ending else ""
    more = [*assessing.named(screen, role_play), *hint.used(screen, engine, role_play)]
    st.html(f"{lead}{quiet(held)}{quiet(' · '.join(more)) if more else ''}")


def card_of(screen: Screen, engine: "Engine", role_play: RolePlay) -> Scorecard:
    """The newest scorecard, made now when there is none; once, however many tabs wait for it."""
    task = _scoring(screen, engine, role_play)
    if not task.wait(BEAT_S):
        with st.spinner(screen.say(scorecard.SCORING)):
            beat = st.empty()
            while not task.wait(BEAT_S):
                beat.empty()
    if task.error:
        raise task.error
    card: Scorecard = task.result
    return card


def _scoring(screen: Screen, engine: "Engine", role_play: RolePlay) -> Task:
    def work(_: Task) -> Scorecard:
        return engine.scorer.of_role_play(screen.actor, role_play.id)

    return scoring().start(f"score-{role_play.id}", role_play.id, work)


def _whole(screen: Screen, engine: "Engine", scenario: Scenario, role_play: RolePlay, card: Scorecard, left_on: ReviewsOf) -> None:
    judging.warning(screen, card)
    judging.waits(screen, engine, role_play)
    reviewed.draw(screen, engine, role_play, card, left_on)
    words = engine.scorer.words(card, screen.language)
    kept = engine.reflecting.kept(screen.actor, role_play.id)
    guesses = scores.guesses(screen, role_play, kept)
    if all(score.value is None for score in card.scores.values()):
        st.info(screen.say(scorecard.TOO_LITTLE))
    else:
        little = (
            shows_little(card) and role_play.rep == screen.actor.id and not left_on.closed and not state.shows_whole(st.session_state, role_play.id)
        )
        advice(screen, card, words, linked=not little)
        if card.try_next:
            with st.container(key="redo"):
                again.redo_now(engine, screen, role_play, card.try_next.turn, card.try_next.measure)
        if little:
            show = partial(state.show_whole, st.session_state, role_play.id)
            st.button(screen.say(scorecard.MORE), icon=":material/unfold_more:", type="tertiary", key="more", on_click=show)
            return
    beside = reflect.beside(screen, scenario, role_play, card, words, kept)
    if beside:
        st.html(markup.fold(screen.say(words_reflect.BESIDE), beside, opened=True))
    left, right = st.columns([2, 3], gap="large")
    with left:
        st.subheader(screen.say(scorecard.SCORES), anchor=False)
        scores.draw(screen, card, words, guesses, reviewed.overridden(left_on))
        st.subheader(screen.say(scorecard.TURN_BY_TURN), anchor=False)
        scores.turns(screen, card, words)
    with right:
        st.subheader(screen.say(scorecard.TRANSCRIPT), anchor=False)
        with st.container(key="transcript", height=TRANSCRIPT_HEIGHT, border=False):
            transcript.legend(screen)
            marked = transcript.marked(card, words, left_on.comments, engine.directory.names())
            transcript.draw(screen, scenario, role_play.turns, marked, again.under_turns(engine, screen, role_play))
    with st.container(horizontal=True, vertical_alignment="center", gap="medium"):
        _again(screen, role_play)
        meeting.call_again(engine, screen, role_play)
        again.beside_links(engine, screen, role_play)
    proposals.propose(screen, engine, role_play, card)
    made_by(screen, card)
    judging.draw(screen, card, engine.spendings.of_role_play(role_play.id))
    taking.draw(screen, role_play)


def advice(screen: Screen, card: Scorecard, words: "CardWords", linked: bool) -> None:
    """`linked`: the transcript stands on the page, so one can go to the moments."""
    good = markup.advice("good", screen.say(scorecard.STRENGTH), _strength(screen, card, words, linked))
    st.html(markup.beside(good, markup.advice("less", screen.say(scorecard.TRY_NEXT), _try_next(screen, card, words, linked))))


def _to_turn(screen: Screen, turn: int, linked: bool) -> list[str]:
    return [f"<p>{markup.turn_link(turn, screen.say(scorecard.TO_TURN))}</p>"] if linked else []


def _strength(screen: Screen, card: Scorecard, words: "CardWords", linked: bool) -> list[str]:
    if card.strength is None:
        return [quiet(screen.say(scorecard.NO_STRENGTH))]
    one = card.strength
    return [markup.quote(one.quote), f"<p>{safe(words.why or one.why)}</p>", *_to_turn(screen, one.turn, linked)]


def _try_next(screen: Screen, card: Scorecard, words: "CardWords", linked: bool) -> list[str]:
    if card.try_next is None:
        return [quiet(screen.say(scorecard.NO_TRY))]
    one = card.try_next
    parts = [
        f'<p class="rule">{safe(words.rule or one.rule)}</p>',
        markup.named(screen.say(scorecard.YOU_SAID), markup.quote(one.quote)),
        markup.named(screen.say(scorecard.COULD_SAY), markup.quote(one.rewrite)),
    ]
    if one.passage:
        parts.append(markup.fold(screen.say(scorecard.FROM_PLAYBOOK), markup.quote(one.passage)))
    return [*parts, *_to_turn(screen, one.turn, linked)]


def _again(screen: Screen, role_play: RolePlay) -> None:
    st.page_link(
        screen.pages["briefing"], label=screen.say(scorecard.AGAIN), icon=":material/replay:", query_params={state.SCENARIO: role_play.scenario}
    )


def made_by(screen: Screen, card: Scorecard) -> None:
    made = card.made_by
    judged = made.model is not None and made.judge_failed is None
    how = screen.say(scorecard.MADE_JUDGED, model=made.model) if judged else screen.say(scorecard.MADE_MEASURED)
    st.html(quiet(f"{how} {screen.say(scorecard.MADE_WITH, rubric=made.rubric, version=made.version)}"))
