"""A question about what was just told that nobody foresaw brings no fact that only lies near, and not the same over again: the buyer does not
know and says so, and asked again at once says that there is no more to it."""

from dataclasses import replace

import pytest

from assistant.domain.roleplay import Mind
from assistant.domain.words import Language
from assistant.perception import hear
from assistant.practice.mind import Decision, at_first
from tests.practice.talk import after, scenario


def told(deal: str, fact: str) -> Mind:
    """The mind of a buyer who keeps nothing from the rep any more and has just told one fact."""
    of = scenario(deal)
    known = {"revealed": (fact,), "lately": (fact,), "topic": of.fact(fact).topics[0]}
    open_to_all = {"settled": tuple(one.id for one in of.objections), "asked": tuple(one.id for one in of.buyer.curiosities)}
    return replace(at_first(of, 2), turn=6, trust=0.9, patience=0.9, acknowledged=True, **known, **open_to_all)  # type: ignore[arg-type]


def answered(deal: str, mind: Mind, words: str, language: Language) -> Decision:
    of = scenario(deal)
    return after(mind, hear(words, "네, 그렇습니다." if language == "ko" else "That's right.", of.topics, language), of=of, language=language)


@pytest.mark.parametrize(
    ("deal", "fact", "words", "language", "pool"),
    [
        ("cloud-phone-cx-lead", "rival_quote", "When does their offer run out?", "en", "no_time"),
        ("cloud-phone-cx-lead", "rival_quote", "Who at the carrier gave you that?", "en", "no_person"),
        ("erp-plant-cfo", "shelved-project", "3억 2천 중에 돌려받은 돈은 얼마예요?", "ko", "no_figure"),
        ("erp-plant-cfo", "audit-upgrade", "What does the audit cost on top?", "en", "no_figure"),
        ("office-relocation-startup", "restoration_claim", "When do they want it paid by?", "en", "no_time"),
        ("ultrasound-clinic-owner", "december_down", "그때 출동비는 얼마 내셨어요?", "ko", "no_figure"),
        ("insurance-family-business", "clerk_lapse", "그때 병가를 며칠이나 쓰셨어요?", "ko", "no_span"),
        ("cloud-phone-cx-lead", "friend_outage", "그 회사는 어느 업체 걸 썼대요?", "ko", "no_which"),
    ],
)
def test_a_fact_that_only_lies_near_is_not_told(deal: str, fact: str, words: str, language: Language, pool: str) -> None:
    decision = answered(deal, told(deal, fact), words, language)
    assert (decision.move.react, decision.move.tell, decision.move.plain) == (pool, (), None)
    assert not decision.mind.refused


@pytest.mark.parametrize(
    ("deal", "fact", "words", "language"),
    [
        ("ai-training-hr-director", "lecturer_walkout", "그 강사분은 누가 추천한 거예요?", "ko"),
        ("ev-van-fleet-lease", "demo_stopped", "그날 배송은 어떻게 됐어요?", "ko"),
        ("apartment-remodel-couple", "agreed-budget", "How much of that have you already spent?", "en"),
        ("ai-training-hr-director", "drawing_leak", "Which customer did the drawing belong to?", "en"),
    ],
)
def test_what_was_told_is_not_told_again_where_it_does_not_hold_that(deal: str, fact: str, words: str, language: Language) -> None:
    assert answered(deal, told(deal, fact), words, language).move.tell == ()


@pytest.mark.parametrize(
    ("deal", "fact", "words", "language", "tells"),
    [
        ("ai-training-hr-director", "lecturer_walkout", "그때 반장님들은 몇 분이나 나가셨어요?", "ko", "lecturer_walkout"),
        ("cloud-phone-cx-lead", "call_volume", "그 전화들 응대율은 어디까지 떨어졌어요?", "ko", "answer_rate"),
        ("ultrasound-clinic-owner", "two_rivals", "And how much a month could you go up to?", "en", "monthly_limit"),
        ("erp-plant-cfo", "shelved-project", "이번 투자계획에는 얼마를 올리셨어요?", "ko", "investment-plan"),
    ],
)
def test_what_holds_it_is_told(deal: str, fact: str, words: str, language: Language, tells: str) -> None:
    assert answered(deal, told(deal, fact), words, language).move.tell == (tells,)


@pytest.mark.parametrize(
    ("deal", "fact", "words", "language"),
    [
        ("insurance-family-business", "old_policies", "Is that written down somewhere, or do you just know?", "en"),
        ("cloud-phone-cx-lead", "rival_quote", "Is that quote in writing?", "en"),
        ("apartment-remodel-couple", "sister-overrun", "그건 계약서에 적혀 있었어요?", "ko"),
    ],
)
def test_whether_it_is_in_writing_is_no_insult_and_no_other_question(deal: str, fact: str, words: str, language: Language) -> None:
    decision = answered(deal, told(deal, fact), words, language)
    assert (decision.move.react, decision.move.plain) == ("no_writing", None)
    assert not decision.mind.contempt


def test_asked_twice_for_what_is_not_known_the_buyer_answers_each_as_what_it_asks_for() -> None:
    deal = "ultrasound-clinic-owner"
    first = answered(deal, told(deal, "monthly_limit"), "How much of the loan is left?", "en")
    second = answered(deal, first.mind, "And which bank is that loan with?", "en")
    assert (first.move.react, second.move.react) == ("no_figure", "no_which")
    assert not first.move.tell + second.move.tell
    assert second.mind.trust >= first.mind.trust
    elsewhere = answered(deal, second.mind, "How many scans do you do a day?", "en")
    assert elsewhere.move.tell == ("daily_volume",)
