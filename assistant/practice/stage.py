"""What a model voice is given: the persona first and always the same, so that providers can cache it; the move and what may be said now, last.

A locked fact is in no request: the persona holds none, and a move carries only what the buyer has decided to say. Where several people speak
on the buyer's side, the model is one of them: its own turns are its own, the others' words reach it like the rep's, with their names.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from assistant.domain.playbook import Found
from assistant.domain.roleplay import Mind, Move, PlayedTurn
from assistant.domain.scenario import Scenario
from assistant.domain.table import face_of
from assistant.domain.words import Language, Text
from assistant.ports import Message
from assistant.prompt_file import PromptFile

SPEECH = {"formal": Text("정중한 합쇼체", "formally and politely"), "polite": Text("편안한 해요체", "plainly and politely")}
MOODS = {
    "warm": Text("마음이 열려 있음", "warm"),
    "open": Text("들어볼 마음이 있음", "open"),
    "neutral": Text("덤덤함", "neutral"),
    "guarded": Text("경계함", "guarded"),
    "impatient": Text("조급하고 지루함", "impatient"),
}
MOST_PASSAGE_CHARS = 400
_TAGS = re.compile(r"</?\s*(rep|turn)\s*>", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Seat:
    """Whose voice it is. `person`: the id of who speaks, None the buyer; `part`: the persona of the prompt; `table`: the scenario that knows
    everybody by name, None where nobody but the buyer speaks; `in_company`: the others sit there too; `days_later`: how long ago the first
    of the turns given were said, None where there was no earlier call."""

    person: str | None = None
    part: str = "persona"
    table: Scenario | None = None
    in_company: bool = False
    days_later: int | None = None


ALONE = Seat()


def staged(
    move: Move,
    mind: Mind,
    scenario: Scenario,
    language: Language,
    prompt: PromptFile,
    turns: Sequence[PlayedTurn],
    gist: Sequence[str],
    passages: Sequence[Found],
    seat: Seat = ALONE,
) -> list[Message]:
    """The messages of one buyer's reply. The last turn is the rep's; its words stand fenced beside the direction."""
    messages = [Message("system", persona(scenario, language, prompt, seat)), *_so_far(turns[:-1], language, seat)]
    now = prompt.fill(
        "now",
        words=_TAGS.sub("", turns[-1].text),
        mood=MOODS[mind.mood].in_(language),
        task=" ".join(prompt.parts[part] for part in _tasks(move)),
        gist=" ".join(gist),
        passages=_passages(passages, prompt),
    )
    if seat.table and messages[-1].role == "user":
        now = f"{messages.pop().text}\n{now}"
    return [*messages, Message("user", now)]


def _so_far(turns: Sequence[PlayedTurn], language: Language, seat: Seat) -> list[Message]:
    """What was said. Others' words join the rep's, and a later call goes on where the earlier one ended: the roles take turns."""
    messages: list[Message] = []
    for turn in turns:
        own = turn.speaker == "buyer" and turn.person == seat.person
        text = turn.text if own or turn.speaker == "rep" or not seat.table else f"{face_of(seat.table, turn.person).name.in_(language)}: {turn.text}"
        role: Literal["assistant", "user"] = "assistant" if own else "user"
        if messages and messages[-1].role == role:
            messages[-1] = Message(role, f"{messages[-1].text}\n{text}")
        else:
            messages.append(Message(role, text))
    return messages


def persona(scenario: Scenario, language: Language, prompt: PromptFile, seat: Seat = ALONE) -> str:
    buyer = scenario.buyer
    who = prompt.fill(
        seat.part,
        name=buyer.name.in_(language),
        role=buyer.role.in_(language),
        company=buyer.company.in_(language),
        seller=scenario.deal.seller.in_(language),
        product=scenario.deal.product.in_(language),
        character=buyer.character.in_(language),
        knows=" ".join(buyer.knows.in_(language)),
        does_not_know=" ".join(buyer.does_not_know.in_(language)),
        speech_level=SPEECH[buyer.speech_level].in_(language),
    )
    more = [prompt.fill("company", others=_others(seat, language), name=buyer.name.in_(language))] if seat.in_company else []
    more += [prompt.fill("later", days=str(seat.days_later))] if seat.days_later else []
    return "\n".join((who, *more))


def _others(seat: Seat, language: Language) -> str:
    """Who else sits there, by name and role."""
    if seat.table is None:
        return ""
    there = [face_of(seat.table, one) for one in (None, *(person.id for person in seat.table.people())) if one != seat.person]
    return ", ".join(f"{one.name.in_(language)} ({one.role.in_(language)})" for one in there)


def _tasks(move: Move) -> list[str]:
    """The parts of the prompt that say what to do: the move's own, then what was added to it."""
    added = {"settle": move.settle, "object": move.objection, "ask": move.ask, "volunteer": bool(move.volunteer)}
    if move.kind == "press":
        added["object"] = None
    return [move.kind, *(part for part, there in added.items() if there and part != move.kind)]


def _passages(passages: Sequence[Found], prompt: PromptFile) -> str:
    if not passages:
        return ""
    texts = "\n".join(f"- {_TAGS.sub('', one.passage.text)[:MOST_PASSAGE_CHARS]}" for one in passages)
    return prompt.fill("passages", texts=texts)
