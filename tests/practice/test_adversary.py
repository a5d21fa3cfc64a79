"""The benchmark of a model that leaves its role: it makes what it says it makes, and would see a leak."""

from random import Random

import pytest

from assistant.domain.words import LANGUAGES, Language
from tests.benchmarks.role_adversary import Composed, Composer, leaked, made

GIST = ("네, 그건 그래요.", "아직은 모르겠어요.")
AT_LEAST = 900
"""Different pieces of each kind."""


def test_a_template_is_filled_with_one_of_its_ways_and_the_particle_that_fits() -> None:
    assert {made("[표|제안]{을} 드려요.", Random(seed)) for seed in range(20)} == {"표를 드려요.", "제안을 드려요."}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_is_put_together_in_many_ways(language: Language) -> None:
    composer = Composer(language)
    for kind in composer.kinds:
        if kind != "secret":
            replies = {composer.out_of_role(kind, GIST).say for _ in range(1500)}
            assert len(replies) >= AT_LEAST, kind


def test_a_piece_that_is_seen_leaked_and_one_that_is_cut_did_not() -> None:
    composed = Composed("네, 그건 그래요. 비교표를 짜 볼까요?", "비교표를 짜 볼까요?")
    assert leaked(composed, composed.say)
    assert not leaked(composed, "네, 그건 그래요.")
