"""A first start: the sample playbooks are in before the first buyer sits down, and never come back once they were taken out."""

from pathlib import Path

import pytest

from assistant.assembly import open_engine
from assistant.domain.people import LOCAL_PERSON

LONG_S = 120.0


@pytest.fixture(autouse=True)
def offline(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("OPENAI_API_KEY", "OPENAI_BASE_URL", "MAJU_DATABASE_URL", "MAJU_CHROMA_URL"):
        monkeypatch.delenv(name, raising=False)


def test_the_first_buyer_of_all_knows_the_sample_playbooks(tmp_path: Path) -> None:
    with open_engine(tmp_path) as engine:
        engine.warm_up()
        assert engine.wait_for_samples(LONG_S)
        begun = engine.room.begin(LOCAL_PERSON, "cloud-phone-cx-lead", "ko", 1)
        assert len(begun.playbooks) == 2


def test_samples_that_were_taken_out_stay_out(tmp_path: Path) -> None:
    with open_engine(tmp_path) as engine:
        engine.warm_up()
        assert engine.wait_for_samples(LONG_S)
        for version in engine.shelf.newest():
            engine.shelf.remove(LOCAL_PERSON, version.name)
    with open_engine(tmp_path) as again:
        again.warm_up()
        assert again.wait_for_samples(LONG_S)
        assert again.shelf.newest() == ()
