"""Is there somebody in the reply who was listening, and do the sentences speak to somebody?"""

import pytest

from assistant.domain.words import Language
from assistant.language.analysis import analyse
from assistant.scoring.measures.human import speaks_to_somebody
from assistant.scoring.uptake import uptake_features, uptake_of
from tests.scoring.talks import measure, talk


@pytest.mark.parametrize(
    ("before", "somebody", "nobody"),
    [
        ("새로 온 팀장이 회의를 매일 해요", "헐 매일요? 저도 그런 적 있는데 진짜 지치더라고요", "회의는 중요합니다."),
        ("주말에 낚시 다녀왔어요", "오 어디로요? 많이 잡으셨어요?", "낚시는 좋은 취미입니다."),
        ("취미가 뭐예요?", "요즘은 볼링이요 ㅎㅎ 주말마다 가요", "취미가 뭐예요?"),
    ],
)
def test_a_korean_reply_from_somebody_with_a_day_of_their_own_builds_more_than_one_that_holds_for_all(
    before: str, somebody: str, nobody: str
) -> None:
    assert uptake_of(before, somebody, "ko") > uptake_of(before, nobody, "ko") + 0.04


def test_a_plain_answer_to_a_question_about_the_matter_is_no_truth_for_everybody() -> None:
    assert uptake_features("설치 기간이 얼마나 걸리나요?", "설치는 보통 삼 주 정도면 됩니다.", "ko")["true of everybody"] == 0
    assert uptake_features("설치 기간이 얼마나 걸리나요?", "설치는 보통 삼 주 정도면 됩니다.", "ko")["nobody in it"] == 0


def test_yes_in_the_words_of_the_question_is_not_said_again_and_the_same_sentence_twice_is() -> None:
    assert uptake_features("게임 자주 해요?", "게임 자주 해요.", "ko")["says it again"] == 0
    assert uptake_features("게임 자주 해요?", "게임 자주 해요. 게임 자주 해요.", "ko")["says it again"] == 1
    assert uptake_features("We close at six.", "We close at six.", "en")["says it again"] == 1


@pytest.mark.parametrize(
    ("language", "sentence", "speaks"),
    [
        ("en", "Battery level insufficient.", False),
        ("en", "Kindly provide the serial number.", False),
        ("en", "I'd bring the spare battery.", True),
        ("en", "is the van back yet", True),
        ("en", "Half eight, Monday.", True),
        ("en", "410 a month for the fridge version, servicing included.", True),
        ("en", "Defective card replaced yesterday.", False),
        ("ko", "배터리 잔량 부족 확인함.", False),
        ("ko", "그거 진짜 맛있겠다.", True),
        ("ko", "배터리는 제가 챙길게요.", True),
    ],
)
def test_sentences_speak_or_note_something_down(language: Language, sentence: str, speaks: bool) -> None:
    assert speaks_to_somebody(analyse(sentence, language)) is speaks


def test_one_word_a_sentence_is_noted_down() -> None:
    assert measure(talk("buyer: 오늘 뭐 하세요?", "rep: 나는. 오늘은. 집에. 있는다."), "spoken") == 0.0


def test_sorry_for_what_somebody_goes_through_takes_it_up_and_sorry_for_a_fault_does_not() -> None:
    buyer = "buyer: i lost my job today and i am so scared"
    assert measure(talk(buyer, "rep: i'm sorry, that fear in your stomach is horrible."), "acknowledgement") == pytest.approx(0.8, abs=0.2)
    assert (measure(talk(buyer, "rep: Sorry for the late reply."), "acknowledgement") or 0.0) < 0.5
