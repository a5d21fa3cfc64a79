"""What a good rep says next: from what a person in the room could see, never from the buyer's mind. Pure.

First what was told is given back, then the one thing the moment asks for: an objection is heard out before it is answered, a question is
answered, a worry about the step is met, and a next step is proposed once enough has been understood.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.domain.good_rep import TECHNIQUES, GoodLine, Repertoire, Technique
from assistant.domain.roleplay import Move, PlayedTurn
from assistant.domain.scenario import Scenario
from assistant.language.numbers import quantities

_FIGURE = re.compile(r"\d+(?:[.,]\d+)*")
EARLIEST_STEP = 7
"""Turns of the rep's before a first proposal."""
TURNS_BETWEEN_STEPS = 1
TURNS_TO_ANSWER = 2
"""Within which an objection that was asked about is answered; a question of the buyer's own comes first."""
EARLIEST_DOUBTS = 4
FACTS_BEFORE_DOUBTS = 3
TURNS_BETWEEN_DOUBTS = 1
MORE_THAN_NEEDED = 0
"""Facts a careful rep wants to have heard beyond what the deal takes."""


@dataclass(frozen=True, slots=True)
class _Part:
    text: str
    technique: Technique
    about: str | None = None


@dataclass(frozen=True, slots=True)
class _Seen:
    """The talk as a person in the room has it. `told_words`, `said`: everything the buyer and the rep have said, one text a turn."""

    lines: Repertoire
    scenario: Scenario
    moves: tuple[Move, ...]
    told_words: tuple[str, ...]
    said: tuple[str, ...]
    seed: int

    @property
    def last(self) -> Move:
        return self.moves[-1]

    @property
    def told(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(fact for move in self.moves for fact in (*move.tell, *move.volunteer)))

    @property
    def standing(self) -> tuple[str, ...]:
        """Objections raised and not settled, as far as one could hear."""
        settled = {move.settle for move in self.moves}
        return tuple(dict.fromkeys(move.objection for move in self.moves if move.objection and move.objection not in settled))

    def fresh(self, lines: Sequence[str]) -> str | None:
        """The first of these lines that was not said yet."""
        return next((line for line in lines if not any(line in turn for turn in self.said)), None)

    def used(self, lines: Sequence[str]) -> bool:
        return any(line in turn for line in lines for turn in self.said)

    def could_know(self, line: str) -> bool:
        """Whether every figure in the line was said by the buyer, in whatever way of writing."""
        language = self.lines.language
        digits = {figure for said in self.told_words for figure in _figures(said)}
        values = {one.value for said in self.told_words for one in quantities(said, language)}
        return all(
            figure in digits or any(one.value in values for one in quantities(line, language) if figure in _figures(line[one.start : one.end]))
            for figure in _figures(line)
        )

    @property
    def steps(self) -> tuple[str, ...]:
        """The deal's own next steps, then those of any deal."""
        return (*self.lines.deal.step, *self.lines.any.step)

    def proposed_ago(self) -> int | None:
        """Turns since the last proposal; None when there was none."""
        steps = (*self.steps, *(line for one in self.scenario.objections if one.raised_on == "next_step" for line in self._answers(one.id)))
        return next((ago for ago, turn in enumerate(reversed(self.said), 1) if any(step in turn for step in steps)), None)

    def _answers(self, objection: str) -> tuple[str, ...]:
        return self.lines.deal.objections[objection].answer


def _figures(text: str) -> set[str]:
    return {figure.replace(",", "") for figure in _FIGURE.findall(text)}


def good_line(lines: Repertoire, scenario: Scenario, turns: Sequence[PlayedTurn], seed: int) -> GoodLine:
    """The good rep's answer to the last turn, which is the buyer's. `turns`: the whole talk, the rep's turns as the good rep said them."""
    moves = tuple(turn.record.move for turn in turns if turn.record)
    told_words = tuple(turn.text for turn in turns if turn.speaker == "buyer")
    seen = _Seen(lines, scenario, moves, told_words, tuple(turn.text for turn in turns if turn.speaker == "rep"), seed)
    parts = tuple(_parts(seen))
    weightiest = sorted(parts, key=lambda part: TECHNIQUES.index(part.technique))
    about = next((part.about for part in weightiest if part.about), None)
    return GoodLine(" ".join(part.text for part in parts), tuple(dict.fromkeys(part.technique for part in weightiest)), about)


def _parts(seen: _Seen) -> Iterator[_Part]:
    deal, last = seen.lines.deal, seen.last
    if not seen.said:
        yield _Part(deal.hello[seen.seed % len(deal.hello)], "open")
        yield _question(seen)
        return
    if last.kind == "warn":
        yield from _spare(seen, seen.lines.any.brief if last.react == "hurry" else seen.lines.any.sorry, last.react == "hurry")
    yield from _given_back(seen)
    if last.ask:
        yield _Part(deal.curious[last.ask], "answer", last.ask)
    yield from _matter(seen)


def _spare(seen: _Seen, lines: Sequence[str], hurried: bool) -> Iterator[_Part]:
    line = seen.fresh(lines)
    if line:
        yield _Part(line, "be_brief" if hurried else "apologise")


def _given_back(seen: _Seen) -> Iterator[_Part]:
    """What was just told, said back in the rep's own words, once and with no figure the buyer has not said."""
    told = (*seen.last.tell, *seen.last.volunteer)
    for fact in told:
        lines = seen.lines.deal.heard[fact]
        line = None if seen.used(lines) else next(filter(seen.could_know, lines), None)
        if line is None and len(told) == 1:
            line = seen.fresh(seen.lines.any.again)
        if line:
            yield _Part(line, "give_back", fact)


def _matter(seen: _Seen) -> Iterator[_Part]:
    """The one thing the moment asks for."""
    last = seen.last
    objection = _to_meet(seen)
    if objection:
        yield objection
    elif (last.objection or (last.kind in {"stall", "not_now"} and last.react != "ask_date")) and (missing := seen.fresh(seen.lines.any.missing)):
        yield _Part(missing, "ask_what_is_missing")
    elif last.react == "ask_date" or _ready(seen):
        yield from _proposal(seen)
    elif doubts := _doubts(seen):
        yield _Part(doubts, "ask_for_doubts")
    else:
        if last.kind == "deflect" and (back_off := seen.fresh(seen.lines.any.back_off)):
            yield _Part(back_off, "back_off")
        yield _question(seen)


def _to_meet(seen: _Seen) -> _Part | None:
    """The objection just voiced, the one just asked about, or one still standing when it is time to propose: heard out first, then answered."""
    just = seen.last.objection
    for objection in ([just] if just else []) + [one for one in reversed(seen.standing) if one != just]:
        meeting = seen.lines.deal.objections[objection]
        hear, answer = seen.fresh(meeting.hear), seen.fresh(meeting.answer)
        probed = not seen.last.ask and any(line in turn for turn in seen.said[-TURNS_TO_ANSWER:] for line in meeting.hear)
        if hear and (objection == just or _understands(seen)):
            return _Part(hear, "hear_out", objection)
        if answer and (objection == just or probed or _understands(seen)):
            return _Part(answer, "meet", objection)
    return None


def _understands(seen: _Seen) -> bool:
    """Enough has been heard to speak of a next step."""
    return len(seen.said) >= EARLIEST_STEP and len(seen.told) >= seen.scenario.agreement.facts_found + MORE_THAN_NEEDED


def _doubts(seen: _Seen) -> str | None:
    """Asks what is in the way before proposing, when nothing stands in the way as far as one has heard."""
    lines = seen.lines.any.doubts
    lately = any(line in turn for turn in seen.said[-TURNS_BETWEEN_DOUBTS:] for line in lines)
    early = len(seen.said) < EARLIEST_DOUBTS or len(seen.told) < FACTS_BEFORE_DOUBTS
    return None if early or lately or seen.proposed_ago() is not None or (seen.last.settle is None and seen.standing) else seen.fresh(lines)


def _ready(seen: _Seen) -> bool:
    ago = seen.proposed_ago()
    return _understands(seen) and (ago is None or ago > TURNS_BETWEEN_STEPS) and seen.fresh(seen.steps) is not None


def _proposal(seen: _Seen) -> Iterator[_Part]:
    """A reason from what the buyer told, then the step."""
    ties = seen.lines.deal.ties
    tie = seen.fresh([line for fact, line in ties.items() if fact in seen.told and seen.could_know(line)])
    if tie:
        yield _Part(tie, "propose", next(fact for fact, line in ties.items() if line == tie))
    step = seen.fresh(seen.steps)
    yield _Part(step, "propose") if step else _question(seen)


def _question(seen: _Seen) -> _Part:
    """The next topic's open question; second ones once every topic was asked about; at last whatever goes on with what was said."""
    spoken_of = {seen.scenario.fact(fact).topics[0] for fact in seen.told}
    rounds = max(len(lines) for lines in seen.lines.deal.ask.values())
    for asked in range(rounds):
        for topic, lines in seen.lines.deal.ask.items():
            if asked < len(lines) and not (asked == 0 and topic in spoken_of and len(lines) > 1) and (line := seen.fresh(lines[asked : asked + 1])):
                return _Part(line, "ask", topic)
    more = seen.fresh(seen.lines.any.more)
    return _Part(more or seen.lines.any.more[-1], "follow_up")
