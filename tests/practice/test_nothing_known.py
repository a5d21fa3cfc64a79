"""What a buyer says to a question that nothing they know answers: something that fits the very kind of question it is."""

from dataclasses import replace
from random import Random

import pytest

from assistant.domain.words import Language
from assistant.perception import hear
from assistant.practice.mind import Decision, at_first, decide
from tests.benchmarks.buyer import scenarios


def answered(deal: str, words: str, language: Language, before: str = "") -> Decision:
    scenario = scenarios(deal)[0]
    mind = replace(at_first(scenario, 2), turn=4)
    return decide(mind, scenario, 2, language, hear(words, before, scenario.topics, language), Random(1))


@pytest.mark.parametrize(
    ("words", "language", "pool"),
    [
        ("Is the moss on the roof green or brown?", "en", "either"),
        ("지붕 이끼는 초록색입니까 갈색입니까?", "ko", "either"),
        ("How old is the gardener's bicycle?", "en", "no_age"),
        ("정원사 분은 올해 몇 살이에요?", "ko", "no_age"),
        ("When was the pond dug?", "en", "back_when"),
    ],
)
def test_the_kind_of_question_chooses_the_words(words: str, language: Language, pool: str) -> None:
    assert answered("erp-plant-cfo", words, language).move.react == pool


@pytest.mark.parametrize(
    ("words", "language", "pool"),
    [
        ("We post stock the same day, and others close in six days. Does that sound believable to you, or like brochure talk?", "en", "weighs_it"),
        ("We post stock the same day, and others close in six days. What would make you not believe that?", "en", "weighs_it"),
        ("저희는 당일에 재고가 맞습니다. 작년에 6주 늦은 적도 있어서 그때 비용은 저희가 냈습니다. 이 정도면 답이 되셨습니까?", "ko", "weighs_it"),
        ("Would you let me sit with accounts for half a day and watch one of those sheets get made?", "en", "if_you"),
        ("회계팀 옆에서 반나절만 앉아 있어도 될까요?", "ko", "if_you"),
    ],
)
def test_what_waits_for_a_word_gets_one_and_no_fact_that_lies_near(words: str, language: Language, pool: str) -> None:
    move = answered("erp-plant-cfo", words, language).move
    assert (move.react, move.tell) == (pool, ())


@pytest.mark.parametrize(
    ("words", "language"),
    [
        ("Morning. I'll skip the slides. Mind if I ask how you close the month today?", "en"),
        ("Simpler, then: who'd have to say yes to this besides you? Your boss, finance?", "en"),
        ("No worries. So who would go first, the plant or the office?", "en"),
        ("오는 길에 터널이 많아서 메일을 하나도 못 봤습니다. 덕분에 좀 잤네요.", "ko"),
    ],
)
def test_nobody_is_hurt_or_forgiven_where_nothing_was_done(words: str, language: Language) -> None:
    decision = answered("erp-plant-cfo", words, language)
    assert decision.move.kind != "warn"
    assert decision.move.react not in {"break_game", "forgiven"}
    assert not {one.why for one in decision.felt} & {"pressure", "contempt", "break_game"}


def test_whoever_answers_frankly_takes_nothing_back() -> None:
    scenario = scenarios("cloud-phone-cx-lead")[0]
    mind = replace(at_first(scenario, 2), turn=4, promised=tuple(topic.id for topic in scenario.topics))
    words = "아 그거 솔직히 말씀드릴게요. 작년 11월에 저희 쪽 연동 구간이 죽어서 수신이 2시간 40분 멈췄습니다."
    heard = hear(words, "제일 길게 멈췄던 날은 무슨 일이었어요?", scenario.topics, "ko")
    assert "contradicted" not in {one.why for one in decide(mind, scenario, 2, "ko", heard, Random(1)).felt}
