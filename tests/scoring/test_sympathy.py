"""WARM: feeling for what is hard for the buyer, in words nobody wrote down."""

import pytest

from assistant.domain.words import LANGUAGES, Language, Text
from assistant.scoring.measures.sympathy import GENERAL, sympathy
from tests.benchmarks.paired import ordered, pairs
from tests.scoring.talks import measure, seen, talk

HARD = Text(
    "buyer: 솔직히 작년에 전화가 하루 종일 끊겨서 너무 힘들었고, 또 그럴까 봐 걱정돼요.",
    "buyer: last year the phones were dead for a whole day, it was awful and I'm worried it happens again",
)
PLAIN = Text("buyer: 사무실은 오 층에 있고 직원은 서른 명이에요.", "buyer: Our office is on the fifth floor and there are thirty of us.")
NAMED = Text("전화가 하루 종일 끊겼다니 정말 힘드셨겠어요.", "A whole day of dead phones, I'm so sorry you went through that.")
ANYWHERE = (
    Text("혼자 다 짊어지고 계셨을 걸 생각하니 제 속이 다 쓰려요.", "That must have been so hard for you, my heart goes out to you."),
    Text("올해는 부디 좋은 일만 있으셨으면 좋겠어요.", "I really feel for you there."),
    Text("그 긴 시간을 아무도 모르게 견디셨다니 목이 메네요.", "You're not alone in this any more."),
)
"""Three that would fit any worry."""
SOLD = Text("저희 교환기는 두 번 이중화되어 있어요.", "Our switchboard has two power supplies.")
PRESSED = Text("지금 결정 안 하시면 또 혼나실 텐데 제가 다 걱정이 되네요.", "I'm so worried for you, so sign today, the offer ends tonight.")


def felt(language: Language, *exchanges: tuple[Text, Text]) -> float | None:
    return measure(talk(*_lines(language, *exchanges)), "sympathy")


def shown(language: Language, reply: Text) -> list[str]:
    """The quotes that speak for a reply to what was hard."""
    found = sympathy(seen(talk(*_lines(language, (HARD, reply))), language))
    return [one.quote for one in found.seen if one.quote and one.effect == "+"] if found else []


def _lines(language: Language, *exchanges: tuple[Text, Text]) -> list[str]:
    return [line for before, reply in exchanges for line in (before.in_(language), f"rep: {reply.in_(language)}")]


@pytest.mark.parametrize("language", LANGUAGES)
def test_comfort_that_names_what_was_hard_earns_all_and_is_shown_and_information_nothing(language: Language) -> None:
    assert felt(language, (HARD, NAMED)) == 1
    assert felt(language, (HARD, SOLD)) == 0
    assert shown(language, NAMED) == [NAMED.in_(language)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_pressing_in_caring_words_feels_nothing(language: Language) -> None:
    assert felt(language, (HARD, PRESSED)) == 0


@pytest.mark.parametrize("language", LANGUAGES)
def test_where_nothing_is_hard_there_is_nothing_to_feel(language: Language) -> None:
    assert felt(language, (PLAIN, SOLD)) is None
    assert felt(language, (PLAIN, ANYWHERE[0])) is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_fits_any_worry_earns_less_unshown_and_counts_once(language: Language) -> None:
    alone = [felt(language, (HARD, one)) or 0.0 for one in ANYWHERE]
    assert all(0 < one <= GENERAL for one in alone)
    assert felt(language, *((HARD, one) for one in ANYWHERE)) == pytest.approx(alone[0] / len(ANYWHERE))
    assert not [quote for one in ANYWHERE for quote in shown(language, one)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_same_comfort_again_is_none(language: Language) -> None:
    assert felt(language, (HARD, NAMED), (HARD, NAMED)) == 0.5


@pytest.mark.parametrize("language", LANGUAGES)
def test_pairs_written_without_a_usual_word_of_feeling_are_told_apart(language: Language) -> None:
    every = [pair for pair in (*pairs(language, "open"), *pairs(language, "held")) if pair.measure == "sympathy"]
    assert sum(ordered(pair, language) for pair in every) >= 0.75 * len(every)
