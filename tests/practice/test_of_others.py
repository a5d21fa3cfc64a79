"""Asked what somebody else makes of it, or why they are as they are, a buyer tells what they know of that person and nothing that lies near."""

from dataclasses import replace

import pytest

from assistant.domain.roleplay import Mind
from assistant.domain.words import Language
from assistant.perception import hear
from assistant.practice.mind import Decision, at_first
from tests.practice.talk import after, scenario


def asked(deal: str, words: str, language: Language = "ko", **known: tuple[str, ...]) -> Decision:
    of = scenario(deal)
    mind: Mind = replace(at_first(of, 2), turn=6, trust=0.6, **known)  # type: ignore[arg-type]
    return after(mind, hear(words, "", of.topics, language), of=of, language=language)


@pytest.mark.parametrize(
    ("deal", "words", "language", "pool"),
    [
        ("office-relocation-startup", "직원분들 힘들어하진 않으세요?", "ko", "their_views"),
        ("office-relocation-startup", "How do your engineers feel about moving?", "en", "their_views"),
        ("erp-plant-cfo", "회장님은 ERP에 대해 어떻게 생각하십니까?", "ko", "their_view"),
        ("erp-plant-cfo", "What would your wife say if you got home before nine?", "en", "their_view"),
        ("office-relocation-startup", "대표님은 왜 성수를 고집하세요?", "ko", "why_they"),
        ("erp-plant-cfo", "박 대리님은 몇 년차세요?", "ko", "of_theirs"),
        ("ai-training-hr-director", "How old is he?", "en", "of_theirs"),
        ("ev-van-fleet-lease", "여동생분은 무슨 일 하세요?", "ko", "own_life"),
    ],
)
def test_what_lies_near_is_no_answer_for_somebody_else(deal: str, words: str, language: Language, pool: str) -> None:
    move = asked(deal, words, language).move
    assert move.react == pool
    assert (move.tell, move.plain) == ((), None)


def test_what_the_buyer_knows_of_that_person_is_told() -> None:
    assert asked("ultrasound-clinic-owner", "And what does your husband think about buying new?", "en").move.tell == ("husband_pays",)
    assert asked("apartment-remodel-couple", "따님은 새 집 가는 거 좋아해요?").move.tell == ("first-grade",)


def test_a_reason_comes_before_the_fact_it_is_the_reason_of() -> None:
    decision = asked("ultrasound-clinic-owner", "남편분은 왜 고쳐 쓰자고 하세요?", revealed=("husband_pays",))
    assert decision.move.plain == "husband_why"
