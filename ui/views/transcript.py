"""The whole conversation with its evidence marked and the trainer's comments under their turns; the scorecard and the reading share it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import streamlit as st

from assistant.domain.review import Comment
from assistant.domain.roleplay import PlayedTurn
from assistant.domain.scenario import Scenario
from assistant.domain.scorecard import Evidence, Scorecard
from assistant.domain.table import face_of
from ui import state
from ui.markup import conversation, safe, to_turn, transcript
from ui.screen import Screen
from ui.words import judging, room, scorecard

if TYPE_CHECKING:
    from assistant.scoring.card_words import CardWords


@dataclass(frozen=True, slots=True)
class Marked:
    """What stands on a transcript beside its words: the quotes that matter, by what they are marked for, and the trainers' comments.
    `labels`: of measures, by name; `names`: of people, by id."""

    evidence: Sequence[Evidence] = ()
    labels: Mapping[str, str] = field(default_factory=dict)
    comments: Sequence[Comment] = ()
    names: Mapping[str, str] = field(default_factory=dict)


def marked(card: Scorecard, words: "CardWords", comments: Sequence[Comment] = (), names: Mapping[str, str] | None = None) -> Marked:
    from assistant.scoring.marks import marks

    return Marked(marks(card), {name: one.label for name, one in words.measures.items()}, comments, names or {})


def draw(screen: Screen, scenario: Scenario, turns: Sequence[PlayedTurn], on_it: Marked, under: Callable[[PlayedTurn], None] | None = None) -> None:
    """`under`: draws what belongs below each of the rep's turns."""
    so_far: list[str] = []
    named = conversation.several_speak(turns)
    for turn in turns:
        so_far.append(shown(screen, scenario, turn, on_it, named=named))
        if under and turn.speaker == "rep":
            st.html(conversation.talk(so_far))
            under(turn)
            so_far = []
    if so_far:
        st.html(conversation.talk(so_far))
    asked = st.query_params.get(state.TURN, "")
    if asked.isascii() and asked.isdecimal():
        st.html(to_turn(int(asked)), unsafe_allow_javascript=True)


def _named(screen: Screen, measure: str, on_it: Marked) -> str:
    """The measure, or the item the model was asked."""
    item = judging.ITEMS.get(measure.removeprefix("judge:"))
    if item:
        return screen.say(item)
    return on_it.labels.get(measure, measure)


def legend(screen: Screen) -> None:
    st.html(transcript.legend(screen.say(scorecard.LEGEND_GOOD), screen.say(scorecard.LEGEND_LESS)))


def shown(screen: Screen, scenario: Scenario, turn: PlayedTurn, on_it: Marked, anchored: bool = True, named: bool = False) -> str:
    """One turn as markup. `anchored`: links may jump to it; `named`: several speak on the buyer's side."""
    marks = marks_of(screen, turn.index, on_it)
    notes = "".join(_note(screen, one, on_it) for one in on_it.comments if one.turn == turn.index)
    cited = conversation.cited(screen.say(room.CITED), conversation.places(turn, screen.say(room.PAGE)))
    speaker = face_of(scenario, turn.person)
    who = screen.say(speaker.name) if turn.speaker == "buyer" else screen.say(room.REP_SPOKE)
    words = transcript.marked(turn.text, marks) if marks else safe(turn.text)
    return conversation.turn(words, turn.speaker, speaker, screen.language, who, turn.index if anchored else None, cited + notes, named)


def marks_of(screen: Screen, turn: int, on_it: Marked) -> list[transcript.Mark]:
    """The quotes of one turn that are marked."""
    found = [transcript.Mark(one.quote, one.effect, _named(screen, one.measure, on_it)) for one in on_it.evidence if one.turn == turn]
    pinned = [transcript.Mark(one.quote, "pinned", screen.say(scorecard.COMMENTED)) for one in on_it.comments if one.turn == turn and one.quote]
    return found + pinned


def _note(screen: Screen, one: Comment, on_it: Marked) -> str:
    by, when = on_it.names.get(one.by), screen.moment(one.at)
    said = screen.say(scorecard.COMMENT_OF, who=by, when=when) if by else screen.say(scorecard.COMMENT_BY, when=when)
    return transcript.note(one.text, said, one.quote)
