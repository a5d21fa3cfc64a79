"""To let somebody take their time presses nobody, whatever words it shares with pressing."""

import pytest

from assistant.domain.words import Language
from assistant.perception import hear
from tests.practice.talk import scenario

DEAL = scenario()
BEFORE: dict[Language, str] = {"ko": "네, 알겠어요.", "en": "Okay, I see."}
LEAVES_TIME: dict[Language, tuple[str, ...]] = {
    "ko": (
        "오늘 정하지 마세요.",
        "지금 사인하지 마시고 집에 가서 보세요.",
        "오늘 계약하지 마시고 배우자분하고 먼저 얘기해 보세요.",
        "오늘 결정하실 필요 없어요.",
        "계약은 오늘 말고 두 분이 같이 보신 다음에 하시죠.",
        "저라면 오늘 사인 안 합니다.",
        "오늘 결정하시라고 온 거 아니에요.",
        "서두르실 이유 없습니다, 다음 달에 하셔도 같아요.",
    ),
    "en": (
        "Don't decide today.",
        "You don't have to sign today.",
        "Please don't sign anything yet.",
        "I wouldn't sign today if I were you.",
        "Honestly, I'd rather you didn't commit today.",
        "Please don't buy it today just because I'm here.",
        "Take it home and sign when you're sure.",
    ),
}
PRESSES: dict[Language, tuple[str, ...]] = {
    "ko": (
        "오늘 정하셔야 이 가격이에요.",
        "고민하지 마시고 오늘 계약하세요.",
        "오늘 결정하지 않으시면 이 자리 없어집니다.",
        "오늘 안에 답 주셔야 해요.",
        "내일 하시면 가격이 올라요.",
        "더 따지지 마시고 오늘 도장 찍으시죠.",
    ),
    "en": (
        "Don't wait, sign today.",
        "If you don't sign today you'll lose the slot.",
        "Why don't you sign now and save us both time?",
        "People who don't decide today usually pay more.",
        "Stop comparing and order today.",
    ),
}


@pytest.mark.parametrize("by_words", [True, False], ids=["as the scorer hears", "as the buyer hears"])
@pytest.mark.parametrize(("language", "said"), [(language, said) for language, every in LEAVES_TIME.items() for said in every])
def test_who_is_left_time_is_not_pressed(language: Language, said: str, by_words: bool) -> None:
    assert not hear(said, BEFORE[language], DEAL.topics, language, by_words=by_words).did("pressure")


@pytest.mark.parametrize("by_words", [True, False], ids=["as the scorer hears", "as the buyer hears"])
@pytest.mark.parametrize(("language", "said"), [(language, said) for language, every in PRESSES.items() for said in every])
def test_who_must_decide_now_is_pressed(language: Language, said: str, by_words: bool) -> None:
    assert hear(said, BEFORE[language], DEAL.topics, language, by_words=by_words).did("pressure")
