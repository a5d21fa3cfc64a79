"""One rep turn, heard: what it did, by which words, about what."""

import pytest

from assistant.domain.buyer import Topic
from assistant.domain.heard import Act
from assistant.domain.words import Language, Lines, Text
from assistant.perception import hear

COST = Topic("cost", Text("비용", "cost"), Lines(("비용", "예산", "가격", "금액"), ("budget", "cost", "price")))
STAFF = Topic("staff", Text("직원", "staff"), Lines(("상담사", "이직", "방"), ("agents", "turnover", "ai")))
DEAL = Topic("decision", Text("결정", "decision"), Lines(("결정", "결재", "이사"), ("decide", "sign off")))
TOPICS = (COST, STAFF, DEAL)


def test_every_sign_quotes_the_words_that_did_it() -> None:
    text = "그러셨군요.  월 30만 원입니다. 다음 주 화요일에 데모 보여드릴게요"
    heard = hear(text, "얼마예요?", TOPICS, "ko")
    assert heard.quotes("price") == ("월 30만 원입니다.",)
    assert heard.quotes("next_step") == ("다음 주 화요일에 데모 보여드릴게요",)


def test_a_next_step_names_action_owner_and_date() -> None:
    step = hear("그럼 제가 다음 주 화요일까지 견적서 보내드릴게요", "좋아요.", (), "ko").next_step
    assert step is not None
    assert (step.owner, step.date) == ("제가", "다음 주 화요일까지")
    step = hear("I'll send you the proposal by Friday.", "Okay.", (), "en").next_step
    assert step is not None
    assert (step.owner, step.date) == ("I'll", "by Friday")


def test_what_the_buyer_could_do_then_is_no_next_step() -> None:
    assert hear("월요일에 끊긴 전화를 바로 다시 걸 수 있게요.", "비용은요?", (), "ko").next_step is None


def test_a_vague_date_is_no_date() -> None:
    step = hear("조만간 제가 연락드릴게요", "네.", (), "ko").next_step
    assert step is not None
    assert step.date is None


def test_owner_and_date_may_stand_in_the_sentence_beside() -> None:
    step = hear("데모를 한번 보시면 어떨까요? 목요일 2시요. 제가 준비할게요.", "네.", (), "ko").next_step
    assert step is not None
    assert step.date is not None
    assert step.owner == "제가"


def test_the_buyers_words_come_back_in_other_forms() -> None:
    heard = hear("마흔 명이면 사모님도 걱정 많으시겠어요", "직원이 40명이고 집사람은 반대해요.", (), "ko")
    assert {"집사람", "40명"} <= set(heard.echoed)


def test_a_question_knows_its_form_its_topic_and_whether_it_follows() -> None:
    heard = hear("상담사분들이 그만두시는 이유가 뭔가요? 예산은 얼마예요?", "상담사들이 자꾸 나가요.", TOPICS, "ko")
    first, second = heard.questions
    assert (first.form, first.follow_up, first.topics) == ("open", True, ("staff",))
    assert (second.form, second.follow_up, second.topics) == ("closed", False, ("cost",))


def test_the_buyer_waits_for_an_answer_only_when_it_asked() -> None:
    assert hear("저희는 국내 최고입니다", "그렇군요.", (), "ko").did("pitch")
    assert not hear("저희는 국내 최고입니다", "그렇군요.", (), "ko").did("evasion")
    assert hear("저희는 국내 최고입니다", "그렇군요.", (), "ko", buyer_asked=True).did("evasion")
    assert not hear("월 30만 원입니다", "얼마예요?", (), "ko", buyer_asked=False).did("answer")


def test_an_answer_is_about_what_was_asked() -> None:
    assert hear("월 30만 원입니다", "비용이 얼마예요?", TOPICS, "ko").topics[0] == "cost"


def test_a_question_in_other_words_finds_the_topic_that_has_its_cues() -> None:
    assert hear("한 달에 얼마까지면 괜찮으세요?", None, TOPICS, "ko").questions[0].topics == ("cost",)
    assert hear("What sort of money would feel sensible?", None, TOPICS, "en").questions[0].topics == ("cost",)


@pytest.mark.parametrize("text", ["방금 뭐라고 하셨어요?", "이사님은 어떠세요?", "안녕하세요", "Have you said that again?"])
def test_a_cue_inside_another_word_or_a_title_is_no_topic(text: str) -> None:
    assert hear(text, None, TOPICS, "en" if text.isascii() else "ko").topics == ()


def test_a_turn_in_the_other_language_is_heard_all_the_same() -> None:
    heard = hear("Who decides on the budget?", "네.", TOPICS, "ko")
    assert heard.did("question")
    assert "cost" in heard.topics


@pytest.mark.parametrize("text", ["", "   ", "?!", "ㅎㅎ", "😀", "1234", "\u200b", "." * 3000, "가" * 3000])
def test_nothing_that_can_be_typed_breaks_it(text: str) -> None:
    assert hear(text, "네?", TOPICS, "ko").text == text
    assert hear(text, None, (), "en").text == text


@pytest.mark.parametrize(
    ("text", "before", "act"),
    [
        ("유지비가 많이 드시겠어요.", "차가 오래됐어요.", "small_talk"),
        ("장비가 오면 바로 설치해 드려요.", "네.", "small_talk"),
        ("참나무 마루로 보여드릴까요?", "바닥이 고민이에요.", "contempt"),
        ("그 일이 매출에 미친 영향은 어느 정도였나요?", "작년에 멈췄어요.", "contempt"),
        ("부담감이 없도록 나눠서 진행할게요.", "걱정돼요.", "contempt"),
        ("연료비가 매달 60만 원씩 굳어요.", "네.", "price"),
        ("We take care of the permits.", "Okay.", "farewell"),
        ("I'd love to talk to you about your fleet.", "Yes?", "farewell"),
        ("You too, enjoy the weekend!", "Have a good one.", "small_talk"),
        ("That saves you forty thousand a month.", "Right.", "price"),
        ("Our app shows every van on one screen.", "How many vans does it take?", "pitch"),
        ("I'm sorry I'm late, my train was stuck.", "You're late.", "disclosure"),
        ("You were promised same-day, of course you don't believe it.", "Can a firm your size keep that?", "contempt"),
        ("Could I talk to the nurses as well?", "They use it most.", "contempt"),
        ("Oh honey, that's hard.", "He was a mailman for twenty-two years.", "contempt"),
        ("Someone will call you back within the hour.", "Fine.", "pressure"),
    ],
)
def test_words_that_only_look_like_an_act_are_none(text: str, before: str, act: Act) -> None:
    assert not hear(text, before, (), "en" if text.isascii() else "ko").did(act)


@pytest.mark.parametrize(("text", "before"), [("수요일 3시 어떠세요?", "언제 볼 수 있어요?"), ("Wednesday at three?", "When can we look?")])
def test_an_appointment_answers_when_it_was_asked_when(text: str, before: str) -> None:
    heard = hear(text, before, (), "en" if text.isascii() else "ko")
    assert heard.did("answer")
    assert not heard.did("evasion")


@pytest.mark.parametrize(("text", "topic"), [("budget", "cost"), ("예산", "cost"), ("결재", "decision")])
def test_a_topics_word_alone_asks_about_it(text: str, topic: str) -> None:
    heard = hear(text, "Go on." if text.isascii() else "말씀하세요.", TOPICS, "en" if text.isascii() else "ko")
    assert [one.topics for one in heard.questions] == [(topic,)]
    assert heard.did("question")


@pytest.mark.parametrize(
    ("text", "before"), [("예산", "예산이 문제예요."), ("예산", "뭐가 걱정되세요?"), ("budget", None), ("30만 원", "말씀하세요.")]
)
def test_a_word_given_back_answered_or_said_first_asks_nothing(text: str, before: str | None) -> None:
    assert hear(text, before, TOPICS, "en" if text.isascii() else "ko").questions == ()


@pytest.mark.parametrize(
    ("text", "before"),
    [
        ("how come?", "The agents keep leaving."),
        ("since when?", "The agents keep leaving."),
        ("왜요?", "상담사가 자꾸 나가요."),
        ("어쩌다가요?", "상담사가 자꾸 나가요."),
    ],
)
def test_a_question_that_names_nothing_is_about_what_was_just_said(text: str, before: str) -> None:
    heard = hear(text, before, TOPICS, "en" if text.isascii() else "ko")
    assert [(one.follow_up, one.topics) for one in heard.questions] == [(True, ("staff",))]


@pytest.mark.parametrize("text", ["Is it your call alone?", "Who else gets a say?", "혼자 정하시는 거예요?", "또 누가 의견을 내세요?"])
def test_whose_call_it_is_is_about_the_decision(text: str) -> None:
    topics = (
        *TOPICS[:2],
        Topic("decision", Text("결정", "decision"), Lines(("결정", "결재"), ("decide", "approval"))),
        Topic("calls", Text("통화", "calls"), Lines(("통화",), ("call",))),
    )
    assert hear(text, None, topics, "en" if text.isascii() else "ko").questions[0].topics[0] == "decision"


def test_without_topics_the_words_of_a_sale_are_not_weighed(monkeypatch: pytest.MonkeyPatch) -> None:
    def weighed(*_: object) -> None:
        raise AssertionError

    monkeypatch.setattr("assistant.perception.topics.weighings", weighed)
    assert hear("비용이 얼마인지 궁금하시죠?", "네.", (), "ko").topics == ()


@pytest.mark.parametrize(
    ("text", "before"), [("Whose desk does a thing like this land on?", "Mm-hm."), ("이런 건은 보통 누구 책상까지 올라가요?", "네.")]
)
def test_a_turn_is_about_what_it_means_where_no_word_of_it_is_a_cue(text: str, before: str) -> None:
    topics = (
        Topic("decision", Text("결정", "decision"), Lines(("결정", "결재"), ("decide", "approval"))),
        Topic("price", Text("가격", "price"), Lines(("가격", "비용"), ("price", "cost"))),
    )
    assert hear(text, before, topics, "en" if text.isascii() else "ko").topics == ("decision",)


@pytest.mark.parametrize(
    ("text", "before", "act"),
    [
        ("콩 타작이 겹치는 때라 숨 돌릴 틈도 없으시겠네요.", "요즘 새벽 네 시에 나가요.", "empathy"),
        ("Day after tomorrow I'm in your parlour before dawn and we milk together.", "I'd have to see it.", "next_step"),
        ("Up with the cows at four every day, that would grind anybody down.", "I'm up at four every day.", "empathy"),
    ],
)
def test_an_act_that_no_phrase_list_names_is_heard_by_its_meaning(text: str, before: str, act: Act) -> None:
    language: Language = "en" if text.isascii() else "ko"
    assert hear(text, before, (), language).did(act)
    assert not hear(text, before, (), language, by_words=True).did(act)


@pytest.mark.parametrize(("text", "before"), [("네, 잘 들었습니다.", "그래요."), ("Sure. What time suits you?", "Fine."), ("아 예.", "비가 오네요.")])
def test_meaning_takes_nothing_back_and_adds_nothing_to_plain_talk(text: str, before: str) -> None:
    language: Language = "en" if text.isascii() else "ko"
    assert hear(text, before, (), language).signs == hear(text, before, (), language, by_words=True).signs


@pytest.mark.parametrize(
    ("text", "before", "act"),
    [
        ("How many cows does it milk an hour, and at what price?", "Hm.", "price"),
        ("한 시간에 몇 마리를 짜고 얼마를 내세요?", "음.", "price"),
        ("It milks sixty cows an hour.", "How fast is it?", "pitch"),
        ("It milks sixty cows an hour.", "Nice.", "answer"),
    ],
)
def test_nobody_answers_who_was_not_asked_or_tells_in_a_question(text: str, before: str, act: Act) -> None:
    assert not hear(text, before, (), "en" if text.isascii() else "ko").did(act)


def test_by_words_alone_no_meaning_is_looked_up(monkeypatch: pytest.MonkeyPatch) -> None:
    def looked_up(*_: object) -> None:
        raise AssertionError

    monkeypatch.setattr("assistant.perception.subjects.means", looked_up)
    heard = hear("요즘 비용이 얼마나 드세요?", "네.", TOPICS, "ko", by_words=True)
    assert heard.topics == ()
    assert heard.did("question")


@pytest.mark.parametrize("text", ["딴 데서는 얼매 달라 캅디꺼?", "어르신들도 잘 따라옵디까?"])
def test_what_is_asked_politely_in_dialect_is_no_contempt(text: str) -> None:
    assert not hear(text, "예.", TOPICS, "ko").did("contempt")


@pytest.mark.parametrize(("text", "before"), [("추석 전에는 받으십니다.", "언제 받아?"), ("Before the harvest holiday.", "When do I get it?")])
def test_a_holiday_answers_when(text: str, before: str) -> None:
    assert hear(text, before, (), "en" if text.isascii() else "ko").did("answer")
