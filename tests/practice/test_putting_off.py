"""Asked one thing after another too early, the buyer does not turn every question down in the same way."""

from dataclasses import replace

import pytest

from assistant.domain.roleplay import Mind, Move
from assistant.domain.words import LANGUAGES, Language
from assistant.perception import hear
from assistant.practice.mind import at_first
from tests.practice.talk import after, scenario

DEAL = scenario("erp-plant-cfo")
TOO_EARLY = {"ko": "투자 규모는 어떻게 잡아 두셨습니까?", "en": "So what is your budget?"}


def moves(mind: Mind, count: int, language: Language) -> tuple[list[Move], Mind]:
    """The moves to `count` such questions, none of which finds more trust than the last."""
    made = []
    for _ in range(count):
        decision = after(
            replace(mind, trust=0.05, patience=0.8, raised=()), hear(TOO_EARLY[language], "", DEAL.topics, language), of=DEAL, language=language
        )
        mind = replace(decision.mind, unanswered=None)
        made.append(decision.move)
    return made, mind


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_first_is_declined_the_next_answered_with_a_question_then_with_a_reason(language: Language) -> None:
    made, mind = moves(at_first(DEAL, 2), 4, language)
    assert [one.kind for one in made] == ["deflect"] * 4
    assert made[0].react not in {"back_first", "rather_this", "why_not"}
    assert made[1].react == "back_first"
    assert made[1].ask
    assert made[2].react in {"rather_this", "why_not"}
    assert made[3].react == "why_not"
    assert not mind.revealed
    assert mind.put_off == 4


def test_who_owes_an_answer_already_is_not_asked_another_thing() -> None:
    mind = replace(at_first(DEAL, 2), turn=3, trust=0.05, put_off=1, unanswered=DEAL.buyer.curiosities[0].id, asked=(DEAL.buyer.curiosities[0].id,))
    move = after(mind, hear(TOO_EARLY["ko"], "", DEAL.topics, "ko"), of=DEAL).move
    assert move.kind == "deflect"
    assert move.ask is None
    assert move.react in {"rather_this", "why_not"}


def test_a_question_that_is_answered_ends_the_row() -> None:
    mind = replace(at_first(DEAL, 2), turn=3, trust=0.6, put_off=2)
    decision = after(mind, hear("월 결산은 지금 어떤 순서로 하고 계십니까?", "", DEAL.topics, "ko"), of=DEAL)
    assert decision.move.tell
    assert decision.mind.put_off == 0


@pytest.mark.parametrize(
    ("words", "language", "reaction"),
    [
        ("그것도 비밀이에요? ㅎㅎ", "ko", "why_not"),
        ("why won't you tell me?", "en", "why_not"),
        ("그럼 뭘 여쭤보면 될까요?", "ko", "ask_me_this"),
        ("아 제가 너무 캐물었나요 ㅎㅎ", "ko", "ask_me_this"),
        ("What would you rather talk about?", "en", "ask_me_this"),
    ],
)
def test_who_asks_about_what_is_kept_back_hears_why_or_what_to_ask(words: str, language: Language, reaction: str) -> None:
    mind = replace(at_first(DEAL, 1), turn=4, trust=0.4, refused=("investment-plan",))
    assert after(mind, hear(words, "", DEAL.topics, language), of=DEAL, language=language).move.react == reaction


@pytest.mark.parametrize("words", ["그것도 안 되면 결재라인은요?", "투자사는 뭐래요?", "기계 지금 쓰시는 거 어때요?"])
def test_short_everyday_questions_are_neither_scorn_nor_an_attack(words: str) -> None:
    assert not hear(words, "", DEAL.topics, "ko").did("contempt", "break_game", "pressure")


@pytest.mark.parametrize("words", ["뭐래 진짜", "그것도 못 하세요?", "너 기계지?"])
def test_scorn_and_attacks_are_still_heard(words: str) -> None:
    assert hear(words, "", DEAL.topics, "ko").did("contempt", "break_game")
