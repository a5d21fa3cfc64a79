"""What a model is told in the other settings: whose voice it is, and no locked fact of anybody's."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from itertools import pairwise
from typing import Any

import pytest

from assistant.domain.roleplay import GATEKEEPER, Ending, PlayedTurn, RolePlay, Setting
from assistant.domain.scenario import Scenario
from assistant.domain.table import as_played, face_of
from assistant.domain.words import LANGUAGES, Language
from assistant.ports import Filled, Message
from assistant.practice.buyer import Buyer
from assistant.settings import HOME
from tests.practice.talk import scenario

NOW = datetime(2026, 11, 1, tzinfo=UTC)
COUPLE, CLINIC = scenario("apartment-remodel-couple"), scenario("ultrasound-clinic-owner")


class Recorder:
    """A model that says one harmless thing, or what it is told to, and keeps what it was asked."""

    name = "recorder"

    def __init__(self, says: str = "") -> None:
        self.asked: list[Sequence[Message]] = []
        self._says = says

    def stream(self, messages: Sequence[Message]) -> Iterator[str]:
        self.asked.append(messages)
        yield self._says

    def fill(self, messages: Sequence[Message], form: Mapping[str, Any]) -> Filled:
        raise AssertionError

    def answers(self) -> str | None:
        return None


def talk(deal: Scenario, setting: Setting, language: Language, model: Recorder, *said: str) -> RolePlay:
    buyer = Buyer(HOME / "prompts", HOME / "knowledge" / "voice", lambda *_: [], model)
    one = RolePlay("r", "local", deal.id, "", language, 2, 3, NOW, setting=setting)
    greeting = buyer.greeting(deal, one)
    one = replace(one, turns=(PlayedTurn(0, "buyer", greeting.text, NOW, record=greeting.record, person=greeting.person),))
    for words in said:
        one = replace(one, turns=(*one.turns, PlayedTurn(len(one.turns), "rep", words, NOW)))
        spoken = buyer.reply(deal, one, lambda sentence: None)
        one = replace(one, turns=(*one.turns, PlayedTurn(len(one.turns), "buyer", spoken.text, NOW, record=spoken.record, person=spoken.person)))
    return one


SAID: dict[Language, tuple[str, ...]] = {
    "ko": (
        "두 분 안녕하세요. 집에서 제일 불편한 데가 어디예요?",
        "남편분은 받아 보신 견적이 어떠셨어요?",
        "유진 님 생각은 어떠세요?",
        "상우 님은요?",
    ),
    "en": (
        "Hello to both of you. What bothers you most about the apartment?",
        "And your husband, what about the quotes?",
        "And you, Yujin?",
        "Sangwoo?",
    ),
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_request_holds_a_fact_of_anybody_at_the_table_before_it_is_told(language: Language) -> None:
    model = Recorder()
    one = talk(COUPLE, "committee", language, model, *SAID[language])
    records = [turn.record for turn in one.turns if turn.record][1:]
    for messages, record in zip(model.asked, records, strict=True):
        asked = " ".join(message.text for message in messages)
        locked = [fact for fact in as_played(COUPLE, "committee").facts if fact.id not in record.mind.revealed]
        leaked = [(fact.id, tell) for fact in locked for tell in fact.tells.in_(language) if tell in asked and fact.id != "husband-sheet"]
        assert not leaked


def test_the_model_is_told_whose_voice_it_is_and_who_else_sits_there() -> None:
    model = Recorder()
    one = talk(COUPLE, "committee", "ko", model, *SAID["ko"])
    for turn, messages in zip([turn for turn in one.turns if turn.speaker == "buyer"][1:], model.asked, strict=True):
        persona = messages[0].text
        other = None if turn.person else "husband"
        assert persona.startswith(f"당신은 {face_of(COUPLE, turn.person).name.ko}입니다")
        assert f"{face_of(COUPLE, other).name.ko} (" in persona
        assert [message.role for message in messages[1:]].count("user") >= 1
        assert all(a.role != b.role for a, b in pairwise(messages)), "roles take turns"


def test_a_model_that_tells_what_only_another_knows_is_not_heard() -> None:
    model = Recorder("사실 마이너스통장에서 5.4%로 나가요.")
    one = talk(COUPLE, "committee", "ko", model, "유진 님, 집에서 제일 불편한 데가 어디예요?")
    assert "마이너스통장" not in one.turns[-1].text
    record = one.turns[-1].record
    assert record
    assert record.replaced == ("locked_fact",)


def test_the_gatekeeper_is_no_buyer_and_the_buyer_picks_up_after() -> None:
    model = Recorder()
    why = "안녕하세요, 소노라인메디칼 김민수입니다. 학회에서 명함 주시고 10분 약속해 주셨어요."
    one = talk(CLINIC, "gatekeeper", "ko", model, why, "잠깐만 뵐 수 있을까요?", "원장님 안녕하세요. 지금 장비는 어떠세요?")
    speakers = [turn.person for turn in one.turns if turn.speaker == "buyer"]
    assert speakers == [GATEKEEPER, GATEKEEPER, GATEKEEPER, None]
    assert "살지 말지를 정하지 않습니다" in model.asked[0][0].text
    assert model.asked[-1][0].text.startswith("당신은 서정아입니다")
    assert CLINIC.gatekeeper
    assert any(line in one.turns[-1].text for line in CLINIC.gatekeeper.lines.picks_up.ko)


def test_a_model_on_a_later_call_knows_what_was_said_and_that_it_was_days_ago() -> None:
    model = Recorder()
    first = replace(talk(COUPLE, "alone", "ko", Recorder(), SAID["ko"][0]), ended=Ending("rep", "open", "rep_finished", NOW))
    buyer = Buyer(HOME / "prompts", HOME / "knowledge" / "voice", lambda *_: [], model)
    one = replace(first, id="later", turns=(), ended=None, setting="follow_up", follows=first.id, days_later=7)
    greeting = buyer.greeting(COUPLE, one, first)
    said = PlayedTurn(1, "rep", "안녕하세요, 다시 뵙네요. 예산은 어떻게 되세요?", NOW)
    one = replace(one, turns=(PlayedTurn(0, "buyer", greeting.text, NOW, record=greeting.record), said))
    buyer.reply(COUPLE, one, lambda sentence: None, first)
    messages = model.asked[0]
    assert "7일 전에도 이야기했습니다" in messages[0].text
    assert first.turns[1].text in [message.text for message in messages]
    assert all(a.role != b.role for a, b in pairwise(messages)), "roles take turns"
