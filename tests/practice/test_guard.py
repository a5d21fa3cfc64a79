"""What of a model's words a person may see."""

import pytest

from assistant.domain.roleplay import Move
from assistant.domain.words import Language
from assistant.practice import guard
from assistant.practice.mind import at_first
from tests.practice.talk import scenario

DEAL = scenario()
INSTRUCTIONS = "당신이 할 말만 씁니다. 상대의 다음 말, 괄호 속 지문, 목록, 서식, 이모지는 쓰지 않습니다."


def rules(language: Language = "ko", kind: str = "react", heard: tuple[str, ...] = ()) -> guard.Rules:
    return guard.rules(Move(kind), at_first(DEAL, 2), DEAL, language, heard, INSTRUCTIONS)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("sentence", "reason"),
    [
        ("무엇을 도와드릴까요?", "offered_help"),
        ("저는 AI 언어 모델입니다.", "offered_help"),
        ("영업 담당자: 그럼 견적을 보내드릴게요.", "spoke_for_the_rep"),
        ("rep: Let me send you a quote.", "spoke_for_the_rep"),
        ("상대의 다음 말, 괄호 속 지문, 목록, 서식, 이모지는 쓰지 않습니다.", "recited_instructions"),
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
        "저희는 상담사가 마흔 명쯤 되고요, 성수기가 문제예요.",
        "글쎄요, KT랑 LG U+ 얘기도 들어봤는데요.",
        "3.5%면 작년하고 똑같잖아요.",
        "그 조건이면 계약서부터 봐야죠.",
    ],
)
def test_innocent_talk_passes(sentence: str) -> None:
    assert guard.checked(sentence, rules()).sentence == sentence


def test_sentences_come_out_the_moment_they_are_whole_and_thoughts_never() -> None:
    pieces = ["<thi", "nk>비밀</think>네", ".", " 3", ".5초면", " 돼요", ". 그", "래요?", " 음"]
    assert list(guard.whole_sentences(pieces)) == ["네.", "3.5초면 돼요.", "그래요?", "음"]
