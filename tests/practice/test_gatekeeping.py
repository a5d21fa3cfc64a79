"""Before the buyer: who says who they are and why it is worth the time is put through; who sells, pushes or lies is not."""

from dataclasses import replace

import pytest

from assistant.domain.meetings import Gatekeeper
from assistant.domain.roleplay import AtTheGate, Level
from assistant.domain.scenario import Scenario
from assistant.domain.words import LANGUAGES, Language
from assistant.perception import hear
from assistant.practice import mind
from assistant.practice.endings import ended_by
from assistant.practice.gatekeeping import HURDLES, at_first, decide_at_the_gate
from tests.practice.talk import SCENARIOS, scenario

DOORS = [one for one in map(scenario, sorted(path.stem for path in SCENARIOS.glob("*.yaml"))) if one.gatekeeper]
CLINIC = scenario("ultrasound-clinic-owner")
WHO, WHY = "안녕하세요, 소노라인메디칼 김민수라고 합니다.", "학회 부스에서 원장님이 명함을 주시고 10분 약속해 주셨어요."
HOLDS_ON = "많이 밀리셨군요. 환자분 나오시면 잠깐 뵐 수 있을까요?"


def keeper(deal: Scenario) -> Gatekeeper:
    assert deal.gatekeeper
    return deal.gatekeeper


def says(
    *turns: str, deal: Scenario = CLINIC, level: Level = 2, language: Language = "ko", gate: AtTheGate | None = None
) -> tuple[AtTheGate, list[str]]:
    """The gate after these turns, and why each was answered as it was."""
    gate = gate or at_first(keeper(deal), level)
    why = []
    for words in turns:
        gate, move, _ = decide_at_the_gate(gate, keeper(deal), deal, level, language, hear(words, None, deal.topics, language))
        why.append(move.because)
    return gate, why


def test_who_and_why_are_asked_for_one_after_the_other() -> None:
    gate, why = says("저기요, 원장님 좀 뵈려고요.", WHO)
    assert why == ["who", "why"]
    assert gate.who
    assert not gate.why


@pytest.mark.parametrize("level", [1, 2, 3])
def test_a_good_reason_is_fobbed_off_as_often_as_the_level_says_and_then_put_through(level: Level) -> None:
    gate, why = says(f"{WHO} {WHY}", *[HOLDS_ON] * HURDLES[level], level=level)
    assert why == ["by_mail"] * HURDLES[level] + ["worth_it"]
    assert gate.through


def test_giving_in_to_the_mail_does_not_open_the_door() -> None:
    gate, why = says(f"{WHO} {WHY}", "네, 알겠습니다. 메일로 보내겠습니다.")
    assert why == ["by_mail", "by_mail"]
    assert not gate.through


def test_a_pitch_at_the_desk_costs_patience_and_the_third_ends_it() -> None:
    pitch = "저희 장비는 업계 최고 화질에 인공지능 자동 측정 기능이 탑재되어 있습니다."
    gate, why = says(WHO, pitch, pitch, gate=replace(at_first(keeper(CLINIC), 2), patience=1.0))
    assert why == ["why", "pitched", "pitched"]
    assert says(pitch, gate=gate)[1] == ["pitched"]
    assert says(pitch, gate=gate)[0].refused


def test_a_lie_ends_it_at_once() -> None:
    gate, why = says(WHO, "저 원장님 대학 동창이에요.")
    assert why[-1] == "untrue"
    assert gate.refused


def test_pressing_is_warned_of_once() -> None:
    push = "지금 당장 안 바꿔 주시면 오늘까지만 되는 조건이라 후회하실 겁니다. 빨리 결정하셔야 해요."
    assert says(push)[1] == ["pressure"]
    gate, why = says(push, push)
    assert gate.refused
    assert why[-1] in {"pressure", "out_of_patience"}


def test_what_anybody_may_ask_is_answered_before_the_question_comes_back() -> None:
    deal = CLINIC
    _gate, move, pools = decide_at_the_gate(
        at_first(keeper(deal), 2), keeper(deal), deal, 2, "ko", hear("원장님 지금 안에 계세요?", None, deal.topics, "ko")
    )
    assert move.because == "who"
    assert pools == (keeper(deal).plain_answers[1].lines.ko, keeper(deal).lines.who.ko)


@pytest.mark.parametrize("deal", DOORS, ids=lambda deal: deal.id)
def test_every_lie_named_in_a_scenario_is_caught_and_every_reason_counts(deal: Scenario) -> None:
    who: dict[Language, str] = {"ko": "{} 김민수라고 합니다.", "en": "My name is Minsu Kim from {}."}
    for language in LANGUAGES:
        introduced = who[language].format(deal.deal.seller.in_(language).split(" (")[0])
        for cue in keeper(deal).worth.in_(language):
            assert says(f"{introduced} {cue}", deal=deal, level=1, language=language)[0].through, cue
        for cue in keeper(deal).untrue.in_(language):
            assert says(f"{introduced} {cue}", deal=deal, language=language)[0].refused, cue


def test_not_being_put_through_ends_the_role_play() -> None:
    gate = at_first(keeper(CLINIC), 2)
    gate, move, _ = decide_at_the_gate(gate, keeper(CLINIC), CLINIC, 2, "ko", hear("저 원장님 친구예요.", None, CLINIC.topics, "ko"))
    assert ended_by(move, mind.at_first(CLINIC, 2), 1) == ("buyer", "open", "not_put_through")
