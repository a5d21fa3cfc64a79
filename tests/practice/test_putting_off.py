"""Asked one thing after another too early, the buyer does not turn every question down in the same way."""

from dataclasses import replace

import pytest

from assistant.domain.roleplay import Mind, Move
from assistant.domain.words import LANGUAGES, Language
from assistant.perception import hear
from assistant.practice.mind import at_first
from tests.practice.talk import after, scenario

DEAL = scenario("erp-plant-cfo")
TOO_EARLY = {"ko": "투자 규모는 어떻게 잡아 두셨습니까?", "en": "What budget have you set aside for this?"}


def moves(mind: Mind, count: int, language: Language) -> tuple[list[Move], Mind]:
    """The moves to `count` such questions, none of which finds more trust than the last."""
    made = []
    for _ in range(count):
        decision = after(replace(mind, trust=0.05, patience=0.8, raised=()), hear(TOO_EARLY[language], "", DEAL.topics, language), of=DEAL)
        mind = replace(decision.mind, unanswered=None)
        made.append(decision.move)
    return made, mind


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_first_is_declined_the_next_answered_with_a_question_then_with_a_reason(language: Language) -> None:
    made, mind = moves(at_first(DEAL, 2), 4, language)
    assert [one.kind for one in made] == ["deflect"] * 4
    assert made[0].react not in {"back_first", "rather_this", "why_not"}
    assert made[1].react == "back_first" and made[1].ask
    assert made[2].react in {"rather_this", "why_not"} and made[3].react == "why_not"
    assert not mind.revealed and mind.put_off == 4


def test_who_owes_an_answer_already_is_not_asked_another_thing() -> None:
    mind = replace(at_first(DEAL, 2), turn=3, trust=0.05, put_off=1, unanswered=DEAL.buyer.curiosities[0].id, asked=(DEAL.buyer.curiosities[0].id,))
    move = after(mind, hear(TOO_EARLY["ko"], "", DEAL.topics, "ko"), of=DEAL).move
    assert move.kind == "deflect" and move.ask is None
    assert move.react in {"rather_this", "why_not"}


def test_a_question_that_is_answered_ends_the_row() -> None:
    mind = replace(at_first(DEAL, 2), turn=3, trust=0.6, put_off=2)
    decision = after(mind, hear("월 결산은 지금 어떤 순서로 하고 계십니까?", "", DEAL.topics, "ko"), of=DEAL)
    assert decision.move.tell and decision.mind.put_off == 0
