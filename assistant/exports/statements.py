"""What was done, as experience statements (xAPI 1.0.3): who practised which deal, and how each dimension came out. No word that was said is in one.

https://github.com/adlnet/xAPI-Spec/blob/master/xAPI-Data.md
"""

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

from assistant.domain.words import DIMENSION_NAMES, DIMENSIONS, Dimension
from assistant.exports.taken import Taken

ADL = "http://adlnet.gov/expapi"
SIMULATION = f"{ADL}/activities/simulation"
OBJECTIVE = f"{ADL}/activities/objective"
VOIDED = f"{ADL}/verbs/voided"
_VERBS = {"completed": ("마쳤습니다", "completed"), "scored": ("점수를 받았습니다", "scored")}
_TAGS = {"ko": "ko-KR", "en": "en-US"}
NOWHERE = "https://maju.invalid"
"""In place of Maju's public address where none is set: actors and activities need one to be named by."""


def always_the_same(name: str) -> str:
    """A statement's id in a file: the same talk taken out twice is the same statement."""
    return str(uuid5(NAMESPACE_URL, f"maju:{name}"))


def statements(one: Taken, home: str, new_id: Callable[[str], str] = always_the_same) -> list[dict[str, Any]]:
    """One that it was completed, and one for each dimension that was scored. None for what is not over or in which the rep said nothing.
    `home`: the address of this Maju, without a slash at its end."""
    talk = one.role_play
    if talk.ended is None or not talk.rep_spoke or talk.is_redo:
        return []
    result = {
        "completion": True,
        "success": talk.ended.outcome == "committed",
        "duration": _duration(talk.ended.at - talk.began_at),
        "extensions": {f"{home}/xapi/outcome": talk.ended.outcome, f"{home}/xapi/level": talk.level},
    }
    said = [_statement(one, home, new_id(f"{talk.id}/completed"), "completed", _scenario(one, home), result, None)]
    for dimension in DIMENSIONS:
        score = one.card.scores.get(dimension) if one.card else None
        if score is None or score.value is None or one.card is None:
            continue
        points = {
            "score": {"scaled": round(score.value / 100, 4), "raw": round(score.value, 2), "min": 0, "max": 100},
            "extensions": {f"{home}/xapi/band": [score.low, score.high], f"{home}/xapi/rubric": one.card.made_by.rubric},
        }
        said.append(_statement(one, home, new_id(f"{talk.id}/{dimension}"), "scored", _dimension(dimension, home), points, _scenario(one, home)))
    return said


def voiding(statement_id: str, home: str, own_id: str) -> dict[str, Any]:
    """Declares a statement void that has been sent: the talk was deleted, or is its rep's alone again."""
    return {
        "id": own_id,
        "actor": _agent(home, "maju"),
        "verb": {"id": VOIDED, "display": {"en-US": "voided"}},
        "object": {"objectType": "StatementRef", "id": statement_id},
    }


def _statement(
    one: Taken, home: str, own_id: str, verb: str, what: dict[str, Any], result: dict[str, Any], parent: dict[str, Any] | None
) -> dict[str, Any]:
    talk = one.role_play
    assert talk.ended is not None
    ko, en = _VERBS[verb]
    context: dict[str, Any] = {"registration": str(_registration(talk.id)), "platform": "Maju", "language": _TAGS[talk.language]}
    if parent:
        context["contextActivities"] = {"parent": [parent]}
    return {
        "id": own_id,
        "actor": _agent(home, talk.rep),
        "verb": {"id": f"{ADL}/verbs/{verb}", "display": {"ko-KR": ko, "en-US": en}},
        "object": what,
        "result": result,
        "context": context,
        "timestamp": talk.ended.at.isoformat(),
    }


def _agent(home: str, name: str) -> dict[str, Any]:
    """By account, so that no address of a person's leaves Maju."""
    return {"objectType": "Agent", "account": {"homePage": home, "name": name}}


def _scenario(one: Taken, home: str) -> dict[str, Any]:
    title = one.scenario.title
    named = {"name": {"ko-KR": title.ko, "en-US": title.en}, "type": SIMULATION}
    return {"objectType": "Activity", "id": f"{home}/scenarios/{one.role_play.scenario}", "definition": named}


def _dimension(dimension: Dimension, home: str) -> dict[str, Any]:
    name = DIMENSION_NAMES[dimension]
    named = {"name": {"ko-KR": name.ko, "en-US": name.en}, "type": OBJECTIVE}
    return {"objectType": "Activity", "id": f"{home}/dimensions/{dimension}", "definition": named}


def _registration(role_play_id: str) -> UUID:
    """A role-play's id is a UUID mostly; where it is not, one made of it."""
    try:
        return UUID(role_play_id)
    except ValueError:
        return uuid5(NAMESPACE_URL, f"maju:{role_play_id}")


def _duration(lasted: timedelta) -> str:
    """ISO 8601, to the hundredth of a second."""
    return f"PT{max(0.0, lasted.total_seconds()):.2f}S"
