"""A model's voice: one streamed call, each sentence held against the rules before it is seen; what it leaves owing, the embedded voice says.

A sentence that is hardly the buyer's is left out, twice at most; the next, and the first that breaks a rule, ends the model's part. Once everything
staged has been said, the reply is whole: what a model adds after that must be beyond doubt, for it is there that models offer help, explain,
agree and speak for the rep.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from assistant.domain.playbook import Found
from assistant.domain.roleplay import Mind, Move, PlayedTurn
from assistant.domain.scenario import Scenario
from assistant.domain.table import face_of
from assistant.domain.words import Language
from assistant.language.surface import letters_of
from assistant.ports import Message
from assistant.practice import guard
from assistant.practice.doubt import DOUBTED
from assistant.practice.likeness import content
from assistant.practice.owing import owed
from assistant.practice.rules import Rules, rules
from assistant.practice.sentences import sentences
from assistant.practice.stage import ALONE, Seat, persona, staged
from assistant.practice.stream import whole_sentences
from assistant.prompt_file import PromptFile
from assistant.telemetry import step

Stream = Callable[[Sequence[Message]], Iterator[str]]
"""Messages -> the pieces of one reply as they arrive."""

LETTERS_TO_REPEAT = 12
"""Shorter sentences ('네, 그렇군요.') may be said as often as one likes."""


PERSONAS = frozenset({"persona", "gatekeeper", "company", "later"})
"""Parts of a prompt that say who one is."""
OF_THE_REST = 0.25
"""The least share of a further sentence's words that stand in what is still owed."""
MOST_DOUBTED = 2
"""So many sentences may be left out and the next still be heard."""
INTERJECTION = 4
"""A sentence of so few letters ('네.', 'Well.') says nothing yet."""


@dataclass(frozen=True, slots=True)
class Staged:
    """One reply as decided: the move, what may be said now (`gist`, as the embedded voice would say it), and what it is said to."""

    move: Move
    mind: Mind
    scenario: Scenario
    language: Language
    turns: tuple[PlayedTurn, ...]
    gist: tuple[str, ...]
    passages: tuple[Found, ...] = ()
    seat: Seat = ALONE
    whole: Scenario | None = None
    """The scenario with everybody's facts, where `scenario` is one person's view of it."""
    general: tuple[str, ...] = ()
    """What any buyer of this manner would say for the same."""


def voiced(stream: Stream, prompt: PromptFile, reply: Staged, say: Callable[[str], None]) -> list[str]:
    """Says the reply; returns the reasons why sentences of the model were not shown. Raises ProviderError when the model does not answer."""
    messages = staged(reply.move, reply.mind, reply.scenario, reply.language, prompt, reply.turns, reply.gist, reply.passages, reply.seat)
    rules = _rules(prompt, reply)
    earlier = {letters_of(one) for turn in reply.turns if turn.speaker == "buyer" for one in sentences(turn.text)}
    said: list[str] = []
    replaced: list[str] = []
    for sentence in whole_sentences(stream(messages)):
        with step("guard"):
            verdict = guard.checked(sentence, rules, goes_beyond(sentence, said, reply))
        if verdict.reason:
            replaced.append(verdict.reason)
            if set(replaced) == {DOUBTED} and len(replaced) <= MOST_DOUBTED:
                continue
            break
        letters = letters_of(verdict.sentence or "")
        if verdict.sentence and (len(letters) < LETTERS_TO_REPEAT or letters not in earlier):
            earlier.add(letters)
            said.append(verdict.sentence)
            say(verdict.sentence)
        if len(said) >= guard.MOST_SENTENCES or sum(map(len, said)) > guard.MOST_CHARS:
            break
    for sentence in owed(reply.move, reply.scenario, reply.language, said, reply.gist, cut=bool(replaced)):
        say(sentence)
    return replaced


def goes_beyond(sentence: str, said: Sequence[str], reply: Staged) -> bool:
    """Whether a further sentence says too little of what is still owed to be part of it."""
    if not any(len(letters_of(one)) > INTERJECTION for one in said):
        return False
    rest = owed(reply.move, reply.scenario, reply.language, said, reply.gist)
    words = content(sentence, reply.language)
    return not rest or len(words & content(" ".join(rest), reply.language)) < max(1, OF_THE_REST * len(words))


def _rules(prompt: PromptFile, reply: Staged) -> Rules:
    scenario, language = reply.scenario, reply.language
    who = persona(scenario, language, prompt, reply.seat)
    return rules(
        reply.move,
        reply.mind,
        reply.whole or scenario,
        language,
        reply.turns,
        reply.gist,
        who + " ".join(text for part, text in prompt.parts.items() if part not in PERSONAS),
        (who, *(one.passage.text for one in reply.passages)),
        _names(reply),
        reply.general,
    )


def _names(reply: Staged) -> tuple[str, ...]:
    """All who sit on the buyer's side, the speaker first."""
    table, own = reply.seat.table, reply.scenario.buyer.name.in_(reply.language)
    others = [face_of(table, one).name.in_(reply.language) for one in (None, *(person.id for person in table.people()))] if table else []
    return (own, *(name for name in others if name != own))
