"""Talks as JSON: the words of the program's own vocabulary, times in UTC, nothing of the buyer's mind."""

import json
from collections.abc import Mapping
from typing import Any

from pydantic import TypeAdapter

from assistant.domain.conversation import Conversation
from assistant.domain.people import Audited
from assistant.domain.review import Review
from assistant.domain.scorecard import Scorecard
from assistant.exports.taken import Taken

_CARD = TypeAdapter(Scorecard)


def written(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, indent=1).encode("utf-8")


def talk_value(one: Taken, names: Mapping[str, str]) -> dict[str, Any]:
    """One role-play with its turns, scorecard, reflection, hints and comments."""
    talk = one.role_play
    return {
        "id": talk.id,
        "rep": {"id": talk.rep, "name": one.rep},
        "scenario": {"id": talk.scenario, "version": talk.scenario_version, "title": {"ko": one.scenario.title.ko, "en": one.scenario.title.en}},
        "language": talk.language,
        "level": talk.level,
        "mode": talk.mode,
        "setting": talk.setting,
        "began_at": talk.began_at.isoformat(),
        "ended": {"by": talk.ended.by, "outcome": talk.ended.outcome, "at": talk.ended.at.isoformat()} if talk.ended else None,
        "branch": {"of": talk.branch.of, "turn": talk.branch.turn} if talk.branch else None,
        "follows": talk.follows,
        "shared": bool(talk.shared),
        "turns": [
            {"turn": turn.index, "speaker": turn.speaker, "name": one.speaker(turn, talk.language), "text": turn.text, "at": turn.sent_at.isoformat()}
            for turn in talk.turns
        ],
        "scorecard": _CARD.dump_python(one.card, mode="json") if one.card else None,
        "reflection": _reflection(one),
        "hints": [{"turn": hint.turn, "kind": hint.kind, "at": hint.at.isoformat()} for hint in one.hints],
        "comments": [
            {"turn": said.turn, "by": names.get(said.by, said.by), "text": said.text, "at": said.at.isoformat()} for said in one.left.comments
        ],
        "reviews": [_review(each, names) for each in one.left.reviews],
    }


def _review(one: Review, names: Mapping[str, str]) -> dict[str, Any]:
    return {
        "by": names.get(one.by, one.by),
        "scores": dict(one.scores),
        "items": dict(one.items),
        "overrides": {dimension: {"value": kept.value, "reason": kept.reason} for dimension, kept in one.overrides.items()},
        "follow_up": one.follow_up,
        "closed": one.closed,
        "closed_at": one.closed_at.isoformat() if one.closed_at else None,
        "answer": one.answer,
    }


def _reflection(one: Taken) -> dict[str, Any] | None:
    kept = one.reflection
    if kept is None or not kept.says_anything():
        return None
    return {"answers": dict(kept.answers), "guess": dict(kept.guess), "closed": kept.closed}


def conversation_value(one: Conversation, file: str) -> dict[str, Any]:
    """One real conversation as it is kept: masked, with who is who and its scorecard."""
    return {
        "id": one.id,
        "file": file,
        "stage": one.stage,
        "parts": dict(one.parts),
        "lines": [{"who": line.who, "text": line.text, "at": line.at.isoformat() if line.at else None} for line in one.dialogue.lines],
        "scorecard": _CARD.dump_python(one.card, mode="json") if one.card else None,
    }


def audited_value(one: Audited, names: Mapping[str, str]) -> dict[str, str]:
    return {"at": one.at.isoformat(), "by": names.get(one.by, one.by), "action": one.action, "thing": names.get(one.thing, one.thing)}
