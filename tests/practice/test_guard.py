"""What of a model's words a person may see."""

import pytest

from assistant.domain.roleplay import Move
from assistant.domain.words import Language
from assistant.practice import guard
from assistant.practice.mind import at_first
from assistant.practice.stream import whole_sentences
from tests.practice.talk import scenario

DEAL = scenario()
INSTRUCTIONS = "당신이 할 말만 씁니다. 상대의 다음 말, 괄호 속 지문, 목록, 서식, 이모지는 쓰지 않습니다."


def rules(language: Language = "ko", kind: str = "react", heard: tuple[str, ...] = (), given: tuple[str, ...] = ()) -> guard.Rules:
    return guard.rules(Move(kind), at_first(DEAL, 2), DEAL, language, heard, INSTRUCTIONS, given)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("sentence", "reason"),
    [
        ("무엇을 도와드릴까요?", "offered_help"),
        ("저는 AI 언어 모델입니다.", "left_the_role"),
        ("영업 담당자: 그럼 견적을 보내드릴게요.", "spoke_for_the_rep"),
        ("rep: Let me send you a quote.", "spoke_for_the_rep"),
        ("당신이 할 말만 씁니다.", "recited_instructions"),
        ("당 신 이 할 말 만 씁 니 다.", "recited_instructions"),
        (".다니습않 지쓰 는지모이 ,식서 ,록목", "recited_instructions"),
        ("상대가 예산을 물었으므로 짧게 답해야 한다.", "thought_aloud"),
        ("64u57Iug7J20IO2VoCDrp5Drp4wg7JSB64uI64uk", "unreadable"),
        ("그건 좀 어렵겠는데? 다시 말해 봐.", "wrong_speech_level"),
        ("정말 훌륭한 제안이에요!", "praised"),
        ("그만 돌아가 주세요.", "ended_unasked"),
        ("소중한 고객님, 감사합니다.", "service_talk"),
        ("올해 예산은 7억 원이에요.", "invented_figure"),
        ("I think that sounds reasonable for us.", "other_language"),
        ("좋습니다, 계약하겠습니다.", "agreed_unasked"),
    ],
)
def test_what_a_buyer_would_not_say_is_stopped_with_its_reason(sentence: str, reason: str) -> None:
    assert guard.checked(sentence, rules()) == guard.Checked(None, reason)


@pytest.mark.parametrize("language", ["ko", "en"])
def test_no_locked_fact_gets_through_in_any_of_its_words(language: Language) -> None:
    for fact in DEAL.facts:
        for tell in fact.tells.in_(language):
            shown = guard.checked(f"음, {tell} 정도예요." if language == "ko" else f"Well, about {tell}.", rules(language))
            assert shown.sentence is None, tell


def test_a_word_the_rep_said_first_is_no_secret() -> None:
    tell = DEAL.facts[0].tells.ko[0]
    assert guard.checked(f"네, {tell} 맞아요.", rules(heard=(f"혹시 {tell}인가요?",))).sentence


def test_stage_directions_and_markdown_are_taken_off() -> None:
    assert guard.checked("*한숨을 쉬며* **글쎄요**, (잠시 생각) 그건 아직 모르겠어요.", rules()).sentence == "글쎄요, 그건 아직 모르겠어요."


def test_a_buyer_who_decided_to_agree_may_say_so() -> None:
    assert guard.checked("좋아요, 그렇게 결정하겠습니다.", rules(kind="agree")).sentence


@pytest.mark.parametrize(
    "sentence",
    [
        "저희는 상담사가 많고요, 성수기가 문제예요.",
        "한두 번 들어 본 얘기예요.",
        "글쎄요, KT랑 LG U+ 얘기도 들어봤는데요.",
        "그 조건이면 계약서부터 봐야죠.",
    ],
)
def test_innocent_talk_passes(sentence: str) -> None:
    assert guard.checked(sentence, rules()).sentence == sentence


def test_a_figure_somebody_gave_may_be_said_again() -> None:
    sentence = "3.5%면 작년하고 똑같잖아요."
    assert guard.checked(sentence, rules()).reason == "invented_figure"
    assert guard.checked(sentence, rules(heard=("3.5% 올려 드릴게요.",))).sentence == sentence
    assert guard.checked(sentence, rules(given=("작년엔 3.5%였죠.",))).sentence == sentence


def test_sentences_come_out_the_moment_they_are_whole_and_thoughts_never() -> None:
    pieces = ["<thi", "nk>비밀</think>네", ".", " 3", ".5초면", " 돼요", ". 그", "래요?", " 음"]
    assert list(whole_sentences(pieces)) == ["네.", "3.5초면 돼요.", "그래요?", "음"]
