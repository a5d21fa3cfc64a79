"""What a model voice is given: the persona first and always the same, so that providers can cache it; the move and what may be said now, last.

A locked fact is in no request: the persona holds none, and a move carries only what the buyer has decided to say.
"""

import re
from collections.abc import Sequence

from assistant.domain.playbook import Found
from assistant.domain.roleplay import Mind, Move, PlayedTurn
from assistant.domain.scenario import Scenario
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


def staged(
    move: Move,
    mind: Mind,
    scenario: Scenario,
    language: Language,
    prompt: PromptFile,
    turns: Sequence[PlayedTurn],
    gist: Sequence[str],
    passages: Sequence[Found],
) -> list[Message]:
    """The messages of one buyer's reply. The last turn is the rep's; its words stand fenced beside the direction."""
    messages = [Message("system", persona(scenario, language, prompt))]
    messages += [Message("user" if turn.speaker == "rep" else "assistant", turn.text) for turn in turns[:-1]]
    now = prompt.fill(
        "now",
        words=_TAGS.sub("", turns[-1].text),
        mood=MOODS[mind.mood].in_(language),
        task=" ".join(prompt.parts[part] for part in _tasks(move)),
        gist=" ".join(gist),
        passages=_passages(passages, prompt),
    )
    return [*messages, Message("user", now)]


def persona(scenario: Scenario, language: Language, prompt: PromptFile) -> str:
    buyer = scenario.buyer
    return prompt.fill(
        "persona",
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
