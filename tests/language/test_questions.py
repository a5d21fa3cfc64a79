"""A question is heard with or without its mark; a rhetorical one is none."""

import pytest

from assistant.domain.words import Language
from assistant.language.asking import core
from assistant.language.questions import question_form, question_probability, questions


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("지금은 어떻게 관리하고 계세요", "ko"),
        ("기간은요", "ko"),
        ("근데 가격은요 ㅎㅎ", "ko"),
        ("지은 해는요.", "ko"),
        ("그중에 인코넬 깎는 데가 있냐고요", "ko"),
        ("새면 누가 책임져요", "ko"),
        ("그럼 뭐부터 하면 돼요", "ko"),
        ("so who pays if it leaks", "en"),
        ("With repairs in what does one truck really cost you a month", "en"),
        ("When they ask what it is per head which figure would you be comfortable saying", "en"),
        ("By when do you have to settle this", "en"),
        ("I mean, if it burned, could you keep delivering to your customers, or would everything stop", "en"),
        ("There are two plants aren't there", "en"),
        ("ok and what about the servers", "en"),
        ("결정은누가하시나요", "ko"),
        ("어떤 점이 제일 걱정되시는지 궁금합니다", "ko"),
        ("조금 더 말씀해 주실 수 있을까요", "ko"),
        ("예산은요?", "ko"),
        ("하루에 몇 건이나 되시는지요", "ko"),
        ("뭐가 젤 힘드십니꺼", "ko"),
        ("왜 그러셨어요", "ko"),
        ("걱정되시죠", "ko"),
        ("여름에 놓치는 전화가 많으시죠", "ko"),
        ("확장하실 거예요", "ko"),
        ("저희 사례집 보셨습니까", "ko"),
        ("어느 대목부터 보고 나서 말씀드리면 되겠습니까", "ko"),
        ("could you tell me who decides", "en"),
        ("what made you choose them", "en"),
        ("I'm curious how that went", "en"),
        ("and when does it end", "en"),
        ("Headcount?", "en"),
    ],
)
def test_what_wants_an_answer_is_a_question(text: str, language: Language) -> None:
    assert question_probability(text, language) > 0.5


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("네 알겠습니다", "ko"),
        ("저는요", "ko"),
        ("누가 봐도 좋아요", "ko"),
        ("뭐 좀 알아보고 있어요", "ko"),
        ("왜 그러는지 몰라요", "ko"),
        ("These will give you your hearing back to how it was at 20, noise or no noise", "en"),
        ("A nurse who's good with nervous patients, you'd be up at 90", "en"),
        ("안녕하십니까.", "ko"),
        ("제가 내일 보내드릴게요", "ko"),
        ("이거 쓰시면 얼마나 좋겠습니까", "ko"),
        ("언제든 편하게 연락 주세요.", "ko"),
        ("다들 만족하세요", "ko"),
        ("같이 보시죠", "ko"),
        ("견적이 걸린다는 말씀이시죠", "ko"),
        ("무엇이 비는지만 먼저 보자는 말씀이에요", "ko"),
        ("몇 년 전보다 자재가 22% 올랐고요", "ko"),
        ("I know what you mean.", "en"),
        ("When Hometax is slow, I stay late.", "en"),
        ("That's how we do it.", "en"),
        ("Have a good afternoon.", "en"),
        ("That's what does the damage", "en"),
        ("I know what it is you want", "en"),
        ("I met the people who did it", "en"),
        ("If you like, we can come on Tuesday", "en"),
    ],
)
def test_what_wants_none_is_not(text: str, language: Language) -> None:
    assert question_probability(text, language) < 0.5


def test_the_probability_is_continuous() -> None:
    said = ["월요일에 갑니다", "월요일에 가셨어요", "월요일에 가세요", "월요일에 가시나요", "월요일에 가시나요?"]
    chances = [question_probability(one, "ko") for one in said]
    assert len(set(chances)) == len(chances)
    assert min(chances) < 0.1 < 0.9 < max(chances)


def test_nothing_said_asks_nothing() -> None:
    assert question_probability("", "ko") == 0.0
    assert question_probability("...", "en") == 0.0


@pytest.mark.parametrize(
    ("text", "language", "form"),
    [
        ("어떤 점이 불편하세요?", "ko", "open"),
        ("왜 그렇게 생각하세요?", "ko", "open"),
        ("좀 더 들려주실 수 있을까요?", "ko", "open"),
        ("몇 명이서 보세요?", "ko", "closed"),
        ("써 보신 적 있으세요?", "ko", "closed"),
        ("배송 쪽인가요 아니면 환불 쪽인가요?", "ko", "choice"),
        ("그게 더 낫지 않을까요?", "ko", "leading"),
        ("What bothers you most?", "en", "open"),
        ("Walk me through a normal day?", "en", "open"),
        ("How many people is that?", "en", "closed"),
        ("Have you tried it?", "en", "closed"),
        ("Is it the price or the timing?", "en", "choice"),
        ("Wouldn't you agree that's better?", "en", "leading"),
    ],
)
def test_the_form_of_a_question(text: str, language: Language, form: str) -> None:
    assert question_form(text, language) == form


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("I meant it as a real question though - how many days does your close take?", "how many days does your close take?"),
        ("Look, what would happen if a fire hit tonight - is everything in one building?", "is everything in one building?"),
        ("What is it about summer, is it the volume?", "What is it about summer, is it the volume?"),
        ("Who does it?", "Who does it?"),
    ],
)
def test_the_clause_that_asks_is_the_question_where_it_says_about_what(text: str, asks: str) -> None:
    assert core(text, "en") == asks


def test_several_questions_in_one_breath_are_several() -> None:
    text = "네 알겠습니다 그럼 예산은 얼마쯤 보세요 결정은 누가 하시나요"
    assert [text[one.start : one.end] for one in questions(text, "ko")] == ["그럼 예산은 얼마쯤 보세요", "결정은 누가 하시나요"]
