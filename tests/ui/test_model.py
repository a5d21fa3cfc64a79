"""A model that fails, costs, and comes back, as the screens tell it: nothing is swapped in silently, and what is missing completes itself."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.access.directory import TERMINAL
from assistant.assembly import Engine
from assistant.domain.items import ASKED, CONTROLS
from assistant.domain.people import LOCAL_PERSON
from assistant.domain.spending import Account, Spent
from assistant.domain.words import Language, Text
from assistant.errors import PROVIDER_FAULTS
from assistant.practice.room import Words
from assistant.scoring.asking_again import AGAIN
from tests.fakes.openai_endpoint import FakeOpenAI, Fault, Reply
from tests.ui.conftest import _opened
from tests.ui.pages import GOOD, Page, begun
from ui.words import judging, room, spending

FILLED = json.dumps({"items": [{"item": item, "reason": "-", "quotes": [], "value": str(CONTROLS.get(item, 0))} for item in ASKED]})
Modelled = tuple[Engine, FakeOpenAI]
LOCALES: tuple[tuple[str, Language], ...] = (("ko-KR", "ko"), ("en-US", "en"))
LINE = "요즘 전화가 많이 밀려서 걱정이에요."


@pytest.fixture
def modelled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Modelled]:
    with FakeOpenAI(lambda body: LINE) as endpoint:
        monkeypatch.setenv("OPENAI_BASE_URL", endpoint.url)
        monkeypatch.setenv("OPENAI_API_KEY", "k")
        monkeypatch.setenv("MAJU_PRICE_IN", "1000")
        monkeypatch.setenv("MAJU_PRICE_OUT", "1000")
        monkeypatch.setenv("MAJU_BUDGET", "1000000")
        for engine in _opened(tmp_path, monkeypatch):
            yield engine, endpoint


def test_the_embedded_buyer_is_offered_when_the_model_fails_and_the_way_back_stays(modelled: Modelled) -> None:
    engine, endpoint = modelled
    role_play = begun(engine)
    endpoint.next(Reply(fault="server_error"))
    page = Page("room", "ko-KR", {"role_play": role_play.id})
    page.sends(GOOD[0])
    page.run()
    assert {room.RETRY.ko, room.GO_ON_EMBEDDED.ko} <= set(page.words.split("\n"))
    assert room.EMBEDDED_NOW.ko not in page.words
    page.button("embedded-1").click().run()
    for _ in range(20):
        if len(engine.room.role_play(LOCAL_PERSON, role_play.id).turns) == 3:
            break
        page.run()
    page.run()
    assert room.EMBEDDED_NOW.ko in page.words
    assert len(endpoint.chats()) == 1
    page.button("back-to-model").click().run()
    assert room.EMBEDDED_NOW.ko not in page.run().words
    assert engine.room.role_play(LOCAL_PERSON, role_play.id).voice == "model"


def test_what_the_judge_owes_is_filled_in_when_the_model_is_back(modelled: Modelled, monkeypatch: pytest.MonkeyPatch) -> None:
    engine, endpoint = modelled
    role_play = begun(engine)
    assert engine.room.say(LOCAL_PERSON, role_play.id, Words(GOOD[0], "one")).wait(60)
    engine.room.finish(LOCAL_PERSON, role_play.id)
    endpoint.next(*[Reply(fault="server_error")] * 3)
    card = engine.scorer.of_role_play(LOCAL_PERSON, role_play.id)
    assert card.made_by.judge_failed == "server_error"
    assert card.scores["human"].value is not None
    assert engine.judging_later.run() == 0  # a minute has not gone by
    monkeypatch.setattr(engine.judging_later, "_now", lambda: engine.now() + AGAIN)
    asked = len(endpoint.chats())
    assert engine.judging_later.run() == 0
    assert len(endpoint.chats()) == asked, "the circuit is open: nobody is asked"
    assert engine.chat
    engine.chat._circuit._open_until = 0.0
    monkeypatch.setattr(endpoint, "answer", lambda body: FILLED)
    page = Page("scorecard", "ko-KR", {"role_play": role_play.id})
    assert judging.LATER.ko in page.words
    monkeypatch.setattr(engine.judging_later, "_now", lambda: engine.now() + 3 * AGAIN)
    assert engine.judging_later.run() == 1
    assert judging.LATER.ko not in page.run().words
    made = engine.scorer.of_role_play(LOCAL_PERSON, role_play.id).made_by
    assert made.judge_failed is None


@pytest.mark.parametrize(("budget", "said"), [("1000000", None), ("60", spending.RUNS_LOW), ("1", spending.USED_UP)])
def test_a_budget_that_will_not_last_is_told_before_one_sits_down(
    modelled: Modelled, monkeypatch: pytest.MonkeyPatch, budget: str, said: Text | None
) -> None:
    """54.5 are gone, and the smallest reply takes 4."""
    engine, _ = modelled
    engine.spendings.add(Spent(engine.now(), Account("rep", None, "voice"), "m", 27_000, 27_000, False, 54.5))
    monkeypatch.setattr(engine.till, "_budget", float(budget))
    for locale, language in LOCALES:
        words = Page("briefing", locale, {"scenario": "cloud-phone-cx-lead"}).words
        for one in (spending.RUNS_LOW, spending.USED_UP):
            assert (one.in_(language).format(left=5.5 / 60) in words) is (one is said), locale


FAILS: tuple[Fault, ...] = ("server_error", "auth")


@pytest.mark.parametrize("fault", [*FAILS, "over_budget"])
def test_why_no_reply_came_names_the_embedded_buyer_as_the_way_on(modelled: Modelled, monkeypatch: pytest.MonkeyPatch, fault: str) -> None:
    engine, endpoint = modelled
    role_play = begun(engine)
    monkeypatch.setattr(engine.till, "_budget", 0.0 if fault == "over_budget" else None)
    endpoint.next(*(Reply(fault=one) for one in FAILS * 3 if one == fault))
    assert engine.room.say(LOCAL_PERSON, role_play.id, Words(GOOD[0], "one")).wait(60)
    for locale, language in LOCALES:
        words = Page("room", locale, {"role_play": role_play.id}).words
        told = next(line for line in words.replace("\\", "").split("\n") if line.startswith(PROVIDER_FAULTS[fault][language == "en"]))
        assert told.endswith(room.WAY_ON.in_(language))


def test_an_admin_sees_what_the_month_took_by_team_and_what_is_left(modelled: Modelled, monkeypatch: pytest.MonkeyPatch) -> None:
    engine, _ = modelled
    monkeypatch.setenv("MAJU_TEAM", "1")
    admin = engine.directory.invite(TERMINAL, "admin@hangyeol.kr", "관리", ["admin"], [])
    rep = engine.directory.invite(TERMINAL, "rep@hangyeol.kr", "보람", ["rep"], ["영업 1팀"])
    monkeypatch.setattr("ui.actor.present_actor", lambda: admin.actor())
    assert spending.NOTHING.ko in Page("people", "ko-KR", {}).words
    role_play = engine.room.begin(rep.actor(), "cloud-phone-cx-lead", "ko", 2, seed=7)
    assert engine.room.say(rep.actor(), role_play.id, Words(GOOD[0], "one")).wait(60)
    words = Page("people", "ko-KR", {}).words
    assert "영업 1팀" in words
    assert "예산 1,000,000.00" in words
