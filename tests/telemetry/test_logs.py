"""Logs say what happened and where, never what anybody said."""

import json
import logging
from collections.abc import Iterator
from io import StringIO

import pytest

from assistant.errors import InputError, provider_error
from assistant.telemetry import LOG_FORMS, LogForm, log_to

SECRET = "김철수 대표님 010-1234-5678"


@pytest.fixture(autouse=True)
def as_before() -> Iterator[None]:
    root, ours = logging.getLogger(), logging.getLogger("assistant")
    handlers, level, our_level = root.handlers[:], root.level, ours.level
    yield
    root.handlers[:] = handlers
    root.setLevel(level)
    ours.setLevel(our_level)


def written(form: LogForm, name: str = "assistant.somewhere") -> str:
    """Everything that could carry words, logged in every way that is used."""
    out = StringIO()
    log_to(out, form)
    log = logging.getLogger(name)
    log.warning("reply not kept: %s", InputError(ko=SECRET, en=SECRET))
    log.warning("no answer: %s", provider_error("stalled"))
    log.warning("words %s, count %d", SECRET, 7)
    log.info("turn", extra={"told": {"role_play": "abc123", "said": [SECRET], "first_s": 0.25}})
    try:
        raise ValueError(SECRET)
    except ValueError:
        log.exception("reply failed")
    return out.getvalue()


@pytest.mark.parametrize("form", LOG_FORMS)
def test_nobodys_words_are_in_a_log(form: LogForm) -> None:
    text = written(form)
    assert "김철수" not in text
    assert "5678" not in text
    assert text.count("\n") == 5


def test_what_happened_and_where_is() -> None:
    kept, provider, counted, turn, failed = map(json.loads, written("json").splitlines())
    assert kept["event"] == "reply not kept: %s"
    assert kept["arg0"] == "InputError"
    assert provider["arg0"] == "ProviderError: The model stopped in the middle of its answer."
    assert counted["arg1"] == 7
    assert (turn["role_play"], turn["first_s"]) == ("abc123", 0.25)
    assert failed["error"] == "ValueError"
    assert "test_logs.py" in failed["where"]


def test_other_libraries_are_heard_from_warnings_on_and_cut_short() -> None:
    out = StringIO()
    log_to(out, "json")
    other = logging.getLogger("somebody.else")
    other.info("nothing of interest")
    other.warning("x" * 5000)
    (line,) = out.getvalue().splitlines()
    assert len(json.loads(line)["event"]) == 200
