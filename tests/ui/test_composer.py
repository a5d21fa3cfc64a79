"""The composer's end on the server: what a browser tells is believed as far as it can be true, and what it is told is in both languages."""

import re
from datetime import UTC, datetime, timedelta

import pytest

from assistant.domain.roleplay import Ending
from assistant.domain.transcript import Typing
from assistant.domain.words import LANGUAGES, Language
from ui import composer
from ui.words import composer as words

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
SHOWN = NOW - timedelta(seconds=40)
ID = "0123456789abcdef"


def told(**changed: object) -> dict[str, object]:
    return {"id": ID, "text": "네.", "turn": 4, "shown_ms": 30_000, "first_key_ms": 12_500, "sent_ms": 0, "pasted_chars": 3} | changed


def sent(**changed: object) -> composer.Sent:
    found = composer.sent({composer.key("r1"): {"sent": told(**changed)}}, "r1")
    assert found
    return found


def test_times_before_sending_become_the_servers_times() -> None:
    assert sent().typing(4, NOW, SHOWN) == Typing(NOW - timedelta(seconds=30), NOW - timedelta(seconds=12.5), 3)


def test_a_key_before_the_line_stood_there_counts_from_the_line() -> None:
    assert sent(first_key_ms=45_000).typing(4, NOW, SHOWN).first_key_at == NOW - timedelta(seconds=30)


@pytest.mark.parametrize(
    "changed",
    [
        {"turn": 2},
        {"turn": None},
        {"shown_ms": -1},
        {"shown_ms": True},
        {"shown_ms": "30000"},
        {"shown_ms": float("nan")},
        {"shown_ms": 1e9},
        {"first_key_ms": None},
        {"pasted_chars": 10**9},
    ],
)
def test_what_cannot_be_is_not_believed_and_the_servers_own_time_serves(changed: dict[str, object]) -> None:
    assert sent(**changed).typing(4, NOW, SHOWN) == Typing(shown_at=SHOWN)


def test_words_that_a_lost_socket_held_up_were_sent_when_they_were_sent() -> None:
    assert sent(sent_ms=90_000).at(NOW) == NOW - timedelta(seconds=90)
    assert sent(sent_ms=10**9).at(NOW) == NOW
    assert sent(sent_ms=-5).at(NOW) == NOW


@pytest.mark.parametrize(
    "tells",
    [
        None,
        {},
        {"sent": None},
        {"sent": "네."},
        {"sent": told(id="x")},
        {"sent": told(id="a b c d e f")},
        {"sent": told(id=7)},
        {"sent": told(text=None)},
    ],
)
def test_what_is_no_message_is_none(tells: object) -> None:
    assert composer.sent({composer.key("r1"): tells} if tells is not None else {}, "r1") is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_it_shows_is_there_and_only_the_counts_are_left_to_it(language: Language) -> None:
    for ended in (None, Ending("rep", "open", "rep_finished", NOW), Ending("limit", "open", "time_limit", NOW)):
        said = words.shown(language, "윤가영", ended)
        assert all(said.values())
        assert {blank for one in said.values() for blank in re.findall(r"{\w+}", one)} == {"{left}", "{over}"}


def test_no_words_of_anybody_s_stand_in_the_component_s_code() -> None:
    folder = composer._FOLDER
    assert "innerHTML" not in folder.joinpath("composer.js").read_text(encoding="utf-8")
    for kind in ("html", "css", "js"):
        assert not re.search("[가-힣]", folder.joinpath(f"composer.{kind}").read_text(encoding="utf-8"))
