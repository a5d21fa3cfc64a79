"""A next step with nothing in it is a step and nothing else."""

import pytest

from assistant.domain.words import Language
from assistant.perception import hear
from assistant.scoring.empty_steps import heard_in

BEFORE: dict[Language, str] = {
    "en": "We lose about something like one call in nine every week, and nobody calls back.",
    "ko": "다음 주면 성수기인데 전화를 못 받는 게 뭐라도 바뀌어야 해요.",
}
EMPTY: dict[Language, str] = {"en": "Let's do something next week or so.", "ko": "다음 주쯤 뭐라도 진행해 보시죠."}
PROPOSED: dict[Language, str] = {"en": "We answer 94 % of calls within a minute.", "ko": "저희는 전화 94 %를 1분 안에 받습니다."}
FULL: dict[Language, str] = {
    "en": "Let's do something about it: I'll call you next Tuesday at ten.",
    "ko": "뭐라도 해 보시죠, 제가 다음 주 화요일 열 시에 전화드릴게요.",
}


def _acts(text: str, language: Language) -> set[tuple[str, int]]:
    return {(sign.act, sign.start) for sign in heard_in(text, BEFORE[language], (), language).signs}


@pytest.mark.parametrize("language", ["en", "ko"])
def test_it_is_heard_as_a_step_at_most(language: Language) -> None:
    assert {act for act, _ in _acts(EMPTY[language], language)} <= {"next_step"}
    assert ("acknowledgement", 0) in {(sign.act, sign.start) for sign in hear(EMPTY[language], BEFORE[language], (), language).signs}


@pytest.mark.parametrize("language", ["en", "ko"])
def test_what_stands_beside_it_is_what_it_is_alone(language: Language) -> None:
    alone, beside = _acts(PROPOSED[language], language), _acts(f"{PROPOSED[language]} {EMPTY[language]}", language)
    assert ("claim", 0) in alone
    assert beside - {("next_step", len(PROPOSED[language]) + 1)} == alone


@pytest.mark.parametrize("language", ["en", "ko"])
def test_a_step_with_a_day_and_somebody_who_takes_it_stays_as_it_is_heard(language: Language) -> None:
    assert heard_in(FULL[language], BEFORE[language], (), language) == hear(FULL[language], BEFORE[language], (), language, by_words=True)
