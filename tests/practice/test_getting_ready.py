"""A buyer gets ready once, while the rep reads: what every question is held against is read before the first one is put."""

from threading import Event, Thread

import pytest

from assistant.practice import meant
from assistant.practice.buyer import Buyer
from assistant.scenarios.files import read_scenario
from assistant.settings import HOME

DEAL = read_scenario(HOME / "knowledge" / "scenarios" / "cloud-phone-cx-lead.yaml")


def test_who_comes_while_a_buyer_gets_ready_waits_and_reads_nothing_again(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []
    begun, may_end = Event(), Event()

    def slowly(scenario: object, language: str) -> None:
        read.append(language)
        begun.set()
        assert may_end.wait(30)

    monkeypatch.setattr(meant, "read_ahead", slowly)
    buyer = Buyer(HOME / "prompts", HOME / "knowledge" / "voice", lambda *_: [], None)
    both = [Thread(target=buyer.get_ready, args=(DEAL, "ko")) for _ in range(2)]
    both[0].start()
    assert begun.wait(30)
    both[1].start()
    assert not buyer.is_ready(DEAL, "ko")
    may_end.set()
    for one in both:
        one.join(30)
    assert buyer.is_ready(DEAL, "ko")
    assert read == ["ko"]
    assert not buyer.is_ready(DEAL, "en")
