"""A model's proposals for a draft, from notes and playbook passages: one filled form, checked, each part to be taken or put away by a person.

Notes and passages are data inside a fence that their own words cannot close; what cannot be used is dropped and counted; nothing is published by it.
"""

import hashlib
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import uuid4

from assistant.authoring.explanations import names_for, names_in
from assistant.authoring.fields import FormField, empty, fields_by_path
from assistant.authoring.items import with_free_id
from assistant.authoring.workshop import Drafted, Workshop
from assistant.domain.draft import Change, Proposal, Tree
from assistant.domain.people import Actor
from assistant.domain.spending import on_account
from assistant.domain.tree import APPEND, at
from assistant.domain.words import LANGUAGES, Language
from assistant.errors import InputError, provider_error
from assistant.ports import ChatModel, Drafts, Message
from assistant.prompt_file import PromptFile

MOST_NOTES = 6000
MOST_PASSAGES = 6
MOST_PASSAGE_CHARS = 900
MOST_TEXT = 700
MOST_LINE = 300
MOST_LINES = 8

ASKED = (
    "title", "deal.product", "deal.seller", "deal.summary", "deal.price_low_won", "deal.price_high_won", "deal.price_how", "deal.may_offer",
    "deal.stage", "briefing.situation", "briefing.goal", "briefing.known", "buyer.name", "buyer.role", "buyer.company", "buyer.character",
    "buyer.manner", "buyer.knows", "buyer.does_not_know", "agreement.next_step",
)  # fmt: skip
ITEMS: dict[str, tuple[int, tuple[str, ...]]] = {
    "facts": (5, ("kind", "topics", "ask", "trust", "summary", "lines", "tells")),
    "objections": (2, ("topics", "raised_on", "settled_by", "behind", "lines", "settled")),
}
"""list -> how many are asked for at most, and which of a member's fields."""
_BULLET = re.compile(r"^(?:[-*•·]|\d+[.)])\s+")


class Proposer:
    def __init__(
        self, chat: ChatModel | None, prompts: Mapping[Language, PromptFile], drafts: Drafts, workshop: Workshop, now: Callable[[], datetime]
    ) -> None:
        self._chat = chat
        self._prompts = prompts
        self._drafts = drafts
        self._workshop = workshop
        self._now = now

    @property
    def model(self) -> str | None:
        """None when Maju is offline: then there is nobody to ask."""
        return self._chat.name if self._chat else None

    def propose(self, actor: Actor, draft_id: str, notes: str, passages: Sequence[str], language: Language) -> Proposal:
        """Asks once and keeps what can be used. `language`: of the notes. Raises InputError for nothing to go by or no model, ProviderError when
        the model does not answer or answers nothing usable."""
        drafted = self._workshop.draft(actor, draft_id)
        notes, passages = notes.strip(), [one[:MOST_PASSAGE_CHARS] for one in passages[:MOST_PASSAGES]]
        if self._chat is None:
            raise InputError(ko="연결된 AI 모델이 없어요.", en="No AI model is connected.")
        if not (notes or passages) or len(notes) > MOST_NOTES:
            raise InputError(
                ko=f"메모를 {MOST_NOTES:,}자 이내로 적거나 플레이북 대목을 골라 주세요.",
                en=f"Write notes of up to {MOST_NOTES:,} characters or pick passages of a playbook.",
            )
        prompt = self._prompts[language]
        with on_account(actor.id, None, "draft"):
            reply = self._chat.fill(_messages(prompt, notes, passages, drafted.tree, language), form(drafted.tree))
        changes, dropped = usable(reply.values, drafted.tree)
        if not changes:
            raise provider_error("bad_reply")
        made = Proposal(uuid4().hex, draft_id, changes, language, self._chat.name, prompt.version, dropped, actor.id, self._now())
        self._drafts.propose(made)
        return made

    def open(self, actor: Actor, drafted: Drafted) -> tuple[Proposal, ...]:
        """Those with something left to decide, newest first."""
        self._workshop.draft(actor, drafted.draft.id)
        return tuple(one for one in self._drafts.proposals(drafted.draft.id) if one.open())

    def take(self, actor: Actor, drafted: Drafted, proposal: Proposal, indices: Sequence[int]) -> None:
        """Into the draft, as an edit like any other. Raises Overtaken when one of the places was changed meanwhile."""
        tree = drafted.tree
        changes: list[Change] = []
        for change in (proposal.changes[i] for i in indices):
            path = change.path.removesuffix(f".{APPEND}")
            value = with_free_id(tree, path, change.value, sum(one.path == change.path for one in changes)) if path != change.path else change.value
            changes.append(Change(change.path, value))
        self._workshop.change(actor, drafted.draft.id, drafted.revision, changes)
        self._drafts.decide(proposal.id, indices)

    def put_away(self, actor: Actor, drafted: Drafted, proposal: Proposal, indices: Sequence[int]) -> None:
        self._workshop.draft(actor, drafted.draft.id)
        self._drafts.decide(proposal.id, indices)


def form(tree: Tree) -> dict[str, Any]:
    """The JSON schema of what is asked for: read off the scenario's own fields, topics limited to those of the draft."""
    properties = {path.replace(".", "_"): _schema(_known(path), tree) for path in ASKED}
    for name, (_, parts) in ITEMS.items():
        properties[name] = {"type": "array", "items": _object({part: _schema(_known(f"{name}.{part}"), tree) for part in parts})}
    return _object(properties)


def usable(reply: Mapping[str, Any], tree: Tree) -> tuple[tuple[Change, ...], int]:
    """What of a reply can go into the draft and is not there yet, and how much was dropped."""
    changes: list[Change] = []
    dropped = 0
    for path in ASKED:
        value = _value(_known(path), reply.get(path.replace(".", "_")), tree)
        if value is None:
            dropped += 1
        elif value != at(tree, path):
            changes.append(Change(path, value))
    for name, (most, parts) in ITEMS.items():
        rows = reply.get(name)
        for row in rows if isinstance(rows, list) else ():
            member = _member(name, parts, row, tree)
            if member is None or sum(one.path == f"{name}.{APPEND}" for one in changes) >= most:
                dropped += 1
            else:
                changes.append(Change(f"{name}.{APPEND}", member))
    return tuple(changes), dropped


def _messages(prompt: PromptFile, notes: str, passages: Sequence[str], tree: Tree, language: Language) -> list[Message]:
    digest = hashlib.sha256("\n".join((notes, *passages)).encode()).hexdigest()
    mark = f"notes-{digest[:12]}"
    topics = "\n".join(f"- {name}: {title}" for name, title in names_in(tree, "topics", language).items())
    counts = {f"most_{name}": str(most) for name, (most, _) in ITEMS.items()}
    return [
        Message("system", prompt.fill("drafter", fence=mark, topics=topics, **counts)),
        Message("user", prompt.fill("material", fence=mark, notes=notes or "-", passages="\n\n".join(passages) or "-")),
    ]


def _known(path: str) -> FormField:
    return fields_by_path()[path]


def _schema(field: FormField, tree: Tree) -> dict[str, Any]:
    string = {"type": "string"}
    if field.kind in {"text", "lines"}:
        side = string if field.kind == "text" else {"type": "array", "items": string}
        return _object(dict.fromkeys(LANGUAGES, side))
    if field.kind in {"choice", "choices"}:
        one = {"type": "string", "enum": list(field.choices)}
        return one if field.kind == "choice" else {"type": "array", "items": one}
    if field.kind == "words":
        ids = list(names_for(tree, field.path, "en"))
        return {"type": "array", "items": string | ({"enum": ids} if ids else {})}
    return {"type": "integer" if field.kind == "whole" else "number"}


def _object(properties: Mapping[str, Any]) -> dict[str, Any]:
    return {"type": "object", "additionalProperties": False, "required": list(properties), "properties": dict(properties)}


def _member(name: str, parts: Sequence[str], row: Any, tree: Tree) -> dict[str, Any] | None:
    """A member of a list, its other fields blank; None when a field of it cannot be used."""
    of = _known(name).of
    if of is None or not isinstance(row, Mapping):
        return None
    values = {part: _value(_known(f"{name}.{part}"), row.get(part), tree) for part in parts}
    if "tells" in values and values["tells"] and values["lines"]:
        values["tells"] = {one: [tell for tell in values["tells"][one] if _said(tell, values["lines"][one])] for one in LANGUAGES}
    return None if any(value is None for value in values.values()) else empty(of) | values


def _said(tell: str, lines: Sequence[str]) -> bool:
    return any(tell.casefold() in line.casefold() for line in lines)


def _value(field: FormField, value: Any, tree: Tree) -> Any:
    """The value as the draft takes it; None when it cannot be used."""
    if field.kind in {"text", "lines"}:
        sides = {one: tuple(_lines(value.get(one) if isinstance(value, Mapping) else None)) for one in LANGUAGES}
        if not any(sides.values()):
            return None
        if field.kind == "lines":
            return {one: list(dict.fromkeys(said[:MOST_LINE] for said in lines))[:MOST_LINES] for one, lines in sides.items()}
        return {one: " ".join(lines)[:MOST_TEXT] for one, lines in sides.items()}
    if field.kind == "choice":
        return value if value in field.choices else None
    if field.kind in {"choices", "words"}:
        known = field.choices or tuple(names_for(tree, field.path, "en"))
        return [one for one in dict.fromkeys(map(str, value)) if one in known] or None if isinstance(value, list) else None
    return _number(field, value)


def _lines(said: Any) -> Iterator[str]:
    for one in said if isinstance(said, list) else str(said or "").splitlines():
        line = _BULLET.sub("", " ".join(str(one).split()))
        if line:
            yield line


def _number(field: FormField, value: Any) -> Any:
    if isinstance(value, bool) or not isinstance(value, int | float) or value < 0:
        return None
    if field.kind == "whole":
        return int(value)
    return float(value) if value <= 1 else None
