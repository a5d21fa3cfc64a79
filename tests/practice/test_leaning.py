"""A question that leans on what was just told gets no neighbouring fact: more of the same, or an honest 'I don't know'."""

from dataclasses import replace

import pytest

from assistant.domain.roleplay import Move
from assistant.domain.words import Language
from assistant.perception import hear
from assistant.practice.mind import at_first
from tests.practice.talk import after, scenario


def asked_after(deal: str, told: str, words: str, language: Language) -> Move:
    """The move of a trusting buyer who has just told a fact; nothing was told where `told` is empty."""
    of = scenario(deal)
    known = {"revealed": (told,), "lately": (told,), "topic": of.fact(told).topics[0]} if told else {}
    mind = replace(at_first(of, 2), turn=6, trust=0.8, patience=0.9, **known)  # type: ignore[arg-type]
    before = of.fact(told).lines.in_(language)[0] if told else ""
    return after(mind, hear(words, before, of.topics, language), of=of, language=language).move


@pytest.mark.parametrize(
    ("deal", "told", "words", "language", "pool"),
    [
        ("office-relocation-startup", "commute_map", "Who counted them?", "en", "no_person"),
        ("erp-plant-cfo", "month-end", "그 43개는 어떻게 세신 거예요?", "ko", "no_how"),
        ("cloud-phone-cx-lead", "call_volume", "How was that worked out?", "en", "no_how"),
        ("cloud-phone-cx-lead", "numbers_held", "How old is it?", "en", "no_since"),
        ("insurance-family-business", "second_plant_sold", "사 간 사람은 누구였어요?", "ko", "no_person"),
        ("cloud-phone-cx-lead", "maintenance_cost", "Is VAT in that?", "en", "no_whether"),
        ("erp-plant-cfo", "shelved-project", "Were you there that night?", "en", "long_ago"),
        ("erp-plant-cfo", "month-end", "어디서 하세요?", "ko", "no_place"),
        ("erp-plant-cfo", "", "어디서 하세요?", "ko", "what_about"),
    ],
)
def test_what_is_not_known_of_it_is_said_not_to_be(deal: str, told: str, words: str, language: Language, pool: str) -> None:
    move = asked_after(deal, told, words, language)
    assert (move.react, move.tell, move.plain) == (pool, (), None)


@pytest.mark.parametrize(
    ("deal", "told", "words", "language", "plain"),
    [
        ("erp-plant-cfo", "month-end", "뭐가 제일 오래 걸리는데요?", "ko", "close_longest"),
        ("erp-plant-cfo", "shelved-project", "Who was the vendor?", "en", "failed_vendor"),
        ("cloud-phone-cx-lead", "budget", "How was that worked out?", "en", "budget_how"),
        ("ai-training-hr-director", "elearning_flop", "Who taught it?", "en", "flop_who"),
        ("ai-training-hr-director", "group_shape", "And how many of those are on the floor?", "en", "shape_shift"),
        ("cloud-phone-cx-lead", "pbx_end", "그럼 그 계약에 부품값도 포함인가요?", "ko", "maintenance_covers"),
        ("ev-van-fleet-lease", "rival_quote", "거기 보험도 포함이에요?", "ko", "rival_charger"),
        ("ultrasound-clinic-owner", "december_down", "What did you tell the patients?", "en", "reboot_say"),
        ("ultrasound-clinic-owner", "daily_volume", "오전에 몰리는 이유가 있나요?", "ko", "morning_why"),
        ("ai-training-hr-director", "quality_reports", "Who writes them?", "en", "report_who"),
        ("insurance-family-business", "accountant_oh", "How long has he done your books?", "en", "accountant_since"),
    ],
)
def test_more_about_it_is_told_where_there_is_more(deal: str, told: str, words: str, language: Language, plain: str) -> None:
    assert asked_after(deal, told, words, language).plain == plain


@pytest.mark.parametrize(
    ("deal", "told", "words", "language"),
    [
        ("ev-van-fleet-lease", "fuel_bill", "거기 보험도 포함이에요?", "ko"),
        ("ev-van-fleet-lease", "demo_stopped", "Does that include insurance?", "en"),
    ],
)
def test_a_yes_or_no_about_what_is_in_it_brings_no_neighbouring_fact(deal: str, told: str, words: str, language: Language) -> None:
    assert asked_after(deal, told, words, language).tell == ()


def test_a_fact_is_told_again_only_for_a_count_it_holds() -> None:
    assert asked_after("erp-plant-cfo", "month-end", "How many days?", "en").tell == ("month-end",)
    assert asked_after("erp-plant-cfo", "month-end", "How many people?", "en").tell != ("month-end",)


def test_another_subject_that_is_named_is_still_told() -> None:
    assert asked_after("ai-training-hr-director", "group_shape", "Which dates can't be moved when it comes to the schedule?", "en").tell
    assert asked_after("erp-plant-cfo", "month-end", "다른 데는 얼마를 불렀습니까?", "ko").tell == ("two-packages",)
