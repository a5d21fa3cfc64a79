"""What a model had to do with a scorecard: how it read each item, where it was unsure, what failed and what it took."""

import streamlit as st

from assistant.domain.scorecard import Judging, MadeBy, Scorecard
from ui.markup import quiet
from ui.markup import scorecard as markup
from ui.screen import Screen
from ui.views import why
from ui.words import judging as words
from ui.words import scorecard


def warning(screen: Screen, card: Scorecard) -> None:
    """Said at the top when nothing of the model could be used."""
    if card.made_by.judge_failed:
        fault = screen.say(words.fault_words(card.made_by.judge_failed))
        st.warning(screen.say(scorecard.JUDGE_FAILED, fault=fault), icon=":material/cloud_off:")


def draw(screen: Screen, card: Scorecard) -> None:
    """One fold; nothing where no model read along."""
    made = card.made_by
    if made.judging is None:
        return
    parts = [*(why.judged_item(screen, card, one) for one in made.judging.items), *(quiet(line) for line in _lines(screen, made, made.judging))]
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
