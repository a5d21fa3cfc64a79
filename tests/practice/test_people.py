"""Several people at a table: one speaks a turn, all hear everything, nobody tells what is another's, and whoever is passed over goes."""

from dataclasses import replace
from random import Random

import pytest

from assistant.domain.roleplay import BuyerRecord, Move
from assistant.domain.scenario import Scenario
from assistant.domain.table import as_played, person_of, seen_by, settings_of
from assistant.domain.words import LANGUAGES, Language
from assistant.perception import hear
from assistant.practice.agreement import unmet_conditions
from assistant.practice.levels import LEVELS
from assistant.practice.mind import at_first
from assistant.practice.people import addressed, decide_together, sit_down
from assistant.practice.plans import Plan
from tests.practice.talk import SCENARIOS, scenario

COUPLE = scenario("apartment-remodel-couple")
PLANT = scenario("erp-plant-cfo")
TABLES = [one for one in map(scenario, sorted(path.stem for path in SCENARIOS.glob("*.yaml"))) if one.committee]


def sat_down(deal: Scenario) -> BuyerRecord:
    """Everybody has just sat down."""
    return BuyerRecord(at_first(deal, 2), Move("greet"), (), "embedded", people=sit_down(deal, 2))


def says(deal: Scenario, words: str, last: BuyerRecord, spoke: str | None = None, language: Language = "ko", seed: int = 1) -> Plan:
    return decide_together(last, spoke, deal, 2, language, hear(words, None, deal.topics, language), Random(seed))


def after(plan: Plan) -> BuyerRecord:
    return BuyerRecord(plan.mind, plan.move, plan.felt, "embedded", people=plan.people)


def ready(deal: Scenario) -> BuyerRecord:
    """Everybody has every reason to agree."""
    told = tuple(fact.id for fact in as_played(deal, "committee").facts)
    settled = tuple(one.id for one in as_played(deal, "committee").objections)
    seated = sat_down(deal)
    convinced = {"trust": 0.9, "patience": 0.9, "turn": 9, "revealed": told, "settled": settled}
    people = tuple(replace(one, mind=replace(one.mind, **convinced)) for one in seated.people)  # type: ignore[arg-type]
    return replace(seated, mind=replace(seated.mind, **convinced), people=people)  # type: ignore[arg-type]


@pytest.mark.parametrize("deal", TABLES, ids=lambda deal: deal.id)
def test_who_is_spoken_to_by_name_or_role_answers(deal: Scenario) -> None:
    for person in deal.people():
        for language in LANGUAGES:
            for name in person.called.in_(language):
                words = f"{name}, 어떻게 보세요?" if language == "ko" else f"What do you think, {name}?"
                assert person.id in addressed(hear(words, None, deal.topics, language), deal, language), (name, language)


def test_the_husband_answers_when_asked_and_tells_only_what_is_his() -> None:
    plan = says(COUPLE, "남편분은 받아 보신 견적에서 어떤 점이 걸리셨어요?", sat_down(COUPLE))
    assert plan.person == "husband"
    assert plan.move.tell == ("blank-rows",)
    assert {fact.id for fact in plan.scenario.facts} <= {fact.id for fact in COUPLE.people()[0].facts} | set(plan.mind.revealed)


def test_what_one_has_told_all_know_and_no_other_tells_it() -> None:
    plan = says(COUPLE, "남편분은 받아 보신 견적에서 어떤 점이 걸리셨어요?", sat_down(COUPLE))
    assert "blank-rows" in plan.mind.revealed
    hers = seen_by(COUPLE, None, plan.mind.revealed)
    assert hers.fact("blank-rows").lines.ko == () == hers.fact("blank-rows").topics
    again = says(COUPLE, "유진 님, 열아홉 줄에 수량이 없다는 건 어떤 뜻이에요?", after(plan), "husband")
    assert again.person is None
    assert "blank-rows" not in again.move.tell


@pytest.mark.parametrize("deal", TABLES, ids=lambda deal: deal.id)
def test_nobody_says_before_others_what_is_not_said_in_this_company(deal: Scenario) -> None:
    assert deal.committee
    hers = seen_by(deal, None, ())
    there = {one.id for one in hers.facts} | {one.id for one in hers.objections}
    there |= {one.id for one in hers.buyer.curiosities} | {one.id for one in hers.plain_answers}
    assert not there & set(deal.committee.unsaid)
    assert not set(hers.agreement.settled) & set(deal.committee.unsaid)


def test_contempt_for_one_is_felt_by_all() -> None:
    before = sat_down(PLANT)
    plan = says(PLANT, "상무님, 그 나이에 그것도 모르십니까? 한심하네요.", before)
    trust = {one.person: one.mind.trust for one in before.people}
    assert plan.mind.trust < before.mind.trust
    assert all(one.mind.trust < trust[one.person] - 0.1 for one in plan.people)


@pytest.mark.parametrize(
    ("deal", "words", "language", "who", "plain"),
    [
        ("erp-plant-cfo", "그 금액에 납기 위약금도 들어간 겁니까?", "ko", "production", "line_penalty"),
        ("erp-plant-cfo", "How old are the foremen?", "en", "production", "foremen_age"),
        ("ultrasound-clinic-owner", "손목은 언제부터 그러셨어요?", "ko", "sonographer", "wrist_since"),
        ("ultrasound-clinic-owner", "Who gave that lesson?", "en", "sonographer", "lesson_who"),
    ],
)
def test_who_is_asked_about_what_they_told_says_what_they_know_further(deal: str, words: str, language: Language, who: str, plain: str) -> None:
    of = scenario(deal)
    last, told = sat_down(of), tuple(fact.id for one in of.people() for fact in one.facts)
    heard_all = {"turn": 4, "trust": 0.5, "revealed": told}
    people = tuple(replace(one, mind=replace(one.mind, **heard_all)) for one in last.people)  # type: ignore[arg-type]
    last = replace(last, mind=replace(last.mind, **heard_all), people=people)  # type: ignore[arg-type]
    name = next(one for one in of.people() if one.id == who).called.in_(language)[0]
    plan = says(of, f"{name}, {words}", last, None, language)
    assert (plan.person, plan.move.plain) == (who, plain)


def test_who_is_passed_over_speaks_up_and_then_goes_and_the_buyer_decides_nothing_without_them() -> None:
    last, spoke, happened = sat_down(COUPLE), None, list[str]()
    for turn in range(14):
        plan = says(COUPLE, f"유진 님, 새 집에서 어떤 점이 {'제일 ' * (turn % 2)}불편하세요?", last, spoke, seed=turn)
        if plan.move.because == "unheard":
            happened.append(plan.move.kind)
        last, spoke = after(plan), plan.person
    assert happened[:2] == ["react", "excuse"]
    assert any(one.gone for one in last.people)
    convinced = replace(last, mind=replace(ready(COUPLE).mind, turn=15))
    plan = says(COUPLE, "그럼 다음 토요일 오전 11시에 두 분이 오시는 걸로 제가 준비할게요.", convinced, spoke)
    assert (plan.person, plan.move.kind, plan.move.because) == (None, "stall", "somebody_left")
    assert not plan.mind.agreed


@pytest.mark.parametrize("deal", TABLES, ids=lambda deal: deal.id)
def test_agreement_needs_everybody(deal: Scenario) -> None:
    step = "그럼 다음 주 화요일 오후 2시에 제가 찾아뵙고 다 같이 보는 건 어떨까요?"
    plan = says(deal, step, ready(deal))
    assert plan.move.kind == "agree"
    assert plan.mind.agreed
    assert all(one.mind.agreed for one in plan.people)
    for one in deal.people():
        unready = tuple(replace(at, mind=replace(at.mind, trust=0.1)) if at.person == one.id else at for at in ready(deal).people)
        refused = says(deal, step, replace(ready(deal), people=unready))
        assert refused.person == one.id
        assert refused.move.kind in {"stall", "object", "press", "not_now"}
        assert not refused.mind.agreed


def test_somebody_sees_it_otherwise_in_the_turn_after_and_says_so_once() -> None:
    last = replace(sat_down(COUPLE), move=Move("tell", tell=("kitchen-flow",)))
    last = replace(last, mind=replace(last.mind, turn=3, revealed=("kitchen-flow",)))
    plan = says(COUPLE, "주방이 제일 답답하셨겠네요.", last)
    assert (plan.person, plan.move.differ) == ("husband", "unseen-first")
    again = says(COUPLE, "주방이 제일 답답하셨겠네요. 그렇군요.", replace(after(plan), move=last.move))
    assert again.move.differ is None


@pytest.mark.parametrize("deal", TABLES, ids=lambda deal: deal.id)
def test_everybody_needs_something_and_can_be_won(deal: Scenario) -> None:
    for who in (None, *(one.id for one in deal.people())):
        view = seen_by(deal, who, ())
        assert unmet_conditions(at_first(view, 2), view, LEVELS[2])
        convinced = replace(
            at_first(view, 2), trust=0.95, revealed=tuple(one.id for one in view.facts), settled=tuple(one.id for one in view.objections)
        )
        assert not unmet_conditions(convinced, view, LEVELS[2])


def test_alone_nothing_of_the_others_is_there() -> None:
    assert as_played(COUPLE, "alone") is COUPLE
    assert not {fact.id for fact in COUPLE.facts} & {fact.id for one in COUPLE.people() for fact in one.facts}
    assert settings_of(COUPLE) == ("alone", "committee")
    assert person_of(COUPLE, None) is None
