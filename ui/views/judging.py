"""What a model had to do with a scorecard: how it read each item, where it was unsure, what failed and what it took."""

from typing import TYPE_CHECKING

import streamlit as st

from assistant.domain.roleplay import RolePlay
from assistant.domain.scorecard import Judging, MadeBy, Scorecard
from assistant.domain.spending import Total
from ui.markup import quiet
from ui.markup import scorecard as markup
from ui.screen import Screen
from ui.views import spending, why
from ui.words import judging as words
from ui.words import scorecard

if TYPE_CHECKING:
    from assistant.assembly import Engine

LOOK_S = 5.0


def warning(screen: Screen, card: Scorecard) -> None:
    """Said at the top when nothing of the model could be used."""
    if card.made_by.judge_failed:
        fault = screen.say(words.fault_words(card.made_by.judge_failed))
        st.warning(screen.say(scorecard.JUDGE_FAILED, fault=fault), icon=":material/cloud_off:")


def waits(screen: Screen, engine: "Engine", role_play: RolePlay) -> None:
    """While the model's part of a role-play's scorecard is missing, and may still come, the page looks for it and is drawn anew when it is there."""
    if engine.judging_later.waits(role_play.id):
        st.html(quiet(screen.say(words.LATER)))
        engine.judge_soon(role_play.id)
        _waiting(engine, role_play.id)


@st.fragment(run_every=LOOK_S)
def _waiting(engine: "Engine", role_play_id: str) -> None:
    if not engine.judging_later.waits(role_play_id):
        st.rerun()


def draw(screen: Screen, card: Scorecard, spent: Total) -> None:
    """One fold; nothing where no model read along. `spent`: on the whole role-play, the buyer's voice included."""
    made = card.made_by
    if made.judging is None:
        return
    parts = [*(why.judged_item(screen, card, one) for one in made.judging.items), *(quiet(line) for line in _lines(screen, made, made.judging))]
    parts += [quiet(screen.say(words.WHOLE, spent=spending.amount(screen, spent)))] if spent.calls else []
    lead = quiet(screen.say(words.WHAT, model=made.model or "", runs=made.judging.runs))
    st.html(markup.fold(screen.say(words.HEAD), lead + "".join(parts)))


def _lines(screen: Screen, made: MadeBy, judging: Judging) -> list[str]:
    lines = []
    if judging.faults and judging.items:
        fault = screen.say(words.fault_words(judging.faults[0]))
        lines.append(screen.say(words.PARTLY, runs=judging.runs, failed=len(judging.faults), fault=fault))
    if judging.dropped:
        lines.append(screen.say(words.DROPPED, count=judging.dropped))
    took = [screen.say(words.TOOK, tokens_in=judging.tokens_in, tokens_out=judging.tokens_out, seconds=judging.seconds)]
    took += [screen.say(words.ABOUT)] if judging.estimated else []
    took += [screen.say(words.COST, cost=judging.cost)] if judging.cost is not None else []
    prompts = ", ".join(f"{name}@{version}" for name, version in made.prompts.items())
    return [*lines, " · ".join(took), screen.say(words.PROMPT, prompts=prompts)]
