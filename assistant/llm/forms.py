"""Getting JSON out of a model: the ways to ask an endpoint for it, best first, and reading what came back. Pure."""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, Literal

from assistant.llm.thinking import answer_of
from assistant.ports import Message

Way = Literal["json_schema", "json_object", "prompt"]
WAYS: tuple[Way, ...] = ("json_schema", "json_object", "prompt")
_FENCE = re.compile(r"^```[a-zA-Z]*\s*\n?(.*?)\n?\s*```$", re.DOTALL)
_ASK = "\n\nAnswer with one JSON object that fits this JSON schema, and with nothing else:\n"


def asked(way: Way, messages: Sequence[Message], form: Mapping[str, Any]) -> tuple[list[Message], dict[str, Any]]:
    """The messages and the extra part of the request's body. Where the endpoint takes no schema, the last message carries it."""
    if way == "json_schema":
        return list(messages), {"response_format": {"type": "json_schema", "json_schema": {"name": "form", "schema": dict(form), "strict": True}}}
    last = replace(messages[-1], text=messages[-1].text + _ASK + json.dumps(form, ensure_ascii=False))
    return [*messages[:-1], last], {"response_format": {"type": "json_object"}} if way == "json_object" else {}


def filled(text: str, form: Mapping[str, Any]) -> dict[str, Any] | None:
    """The object in a reply, None when there is none or it does not fit the form. Fences and words around it are dropped."""
    from jsonschema import Draft202012Validator

    text = answer_of(text)
    fenced = _FENCE.match(text)
    found = _object(fenced.group(1) if fenced else text) or _object(text[text.find("{") : text.rfind("}") + 1])
    return found if found is not None and Draft202012Validator(form).is_valid(found) else None


def _object(text: str) -> dict[str, Any] | None:
    try:
        found = json.loads(text)
    except ValueError:
        return None
    return found if isinstance(found, dict) else None
