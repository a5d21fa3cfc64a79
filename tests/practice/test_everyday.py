"""What is said beside business is answered as anybody would, and business is never taken for it."""

from dataclasses import replace

import pytest

from assistant.domain.roleplay import Mind
from assistant.domain.words import Language
from assistant.language.remarks import remark
from assistant.perception import hear
from assistant.practice.mind import Decision, at_first
from tests.practice.talk import after, scenario

DEAL = scenario()
TRAINING = scenario("ai-training-hr-director")
LATER = replace(at_first(DEAL, 2), turn=6, trust=0.6)


def said(words: str, language: Language = "ko", mind: Mind = LATER, before: str = "") -> Decision:
    return after(mind, hear(words, before, DEAL.topics, language), of=DEAL, language=language)


@pytest.mark.parametrize(
    ("words", "language", "pool"),
    [
        ("저희 소개 자료를 메일로 보내드려도 될까요?", "ko", "send_it"),
        ("Mind if I email you a summary of this?", "en", "send_it"),
        ("화면 잠깐만 보여드려도 괜찮을까요?", "ko", "show_me"),
        ("Could I have a quick look round the floor?", "en", "look_round"),
        ("그 부분은 기술팀에 확인해 보고 알려드릴게요.", "ko", "check_and_tell"),
        ("I'm not here to sell you anything today.", "en", "no_selling"),
        ("투자 받으셨다면서요, 축하드립니다!", "ko", "congratulated"),
    ],
)
def test_a_courtesy_or_a_small_request_is_answered_as_such(words: str, language: Language, pool: str) -> None:
    decision = said(words, language)
    assert decision.move.react == pool
    assert not decision.move.tell
    assert decision.mind.proposals == LATER.proposals


def test_a_question_about_the_deal_is_no_request_however_much_it_sounds_like_one() -> None:
    mind = replace(at_first(TRAINING, 2), turn=6, trust=0.6)
    asked = after(mind, hear("환급은 받고 계십니까?", "", TRAINING.topics, "ko"), of=TRAINING)
    assert asked.move.tell == ("refund_shortfall",)
    decision = said("What makes your agents leave, when they do?", "en")
    assert decision.move.tell == ("turnover",)


@pytest.mark.parametrize(
    ("words", "language"), [("죄송해요, 잘 못 들었어요. 다시 한번 말씀해 주시겠어요?", "ko"), ("Sorry, could you repeat that?", "en")]
)
def test_who_asks_back_hears_the_question_again_and_loses_nothing(words: str, language: Language) -> None:
    question = DEAL.buyer.curiosities[0].id
    decision = said(words, language, replace(LATER, asked=(question,), unanswered=question))
    assert decision.move.ask == question
    assert decision.mind.unanswered == question
    assert decision.mind.trust >= LATER.trust


@pytest.mark.parametrize(
    ("words", "language"), [("오늘은 이만 가보겠습니다. 시간 내주셔서 감사합니다.", "ko"), ("I'll let you go then, thanks for your time.", "en")]
)
def test_who_takes_leave_is_let_go(words: str, language: Language) -> None:
    decision = said(words, language)
    assert decision.move.kind == "farewell"


@pytest.mark.parametrize(
    ("words", "language"), [("네, 적어 두겠습니다.", "ko"), ("I'll keep that to myself.", "en"), ("그건 저만 알고 있을게요.", "ko")]
)
def test_a_promise_to_remember_is_no_farewell(words: str, language: Language) -> None:
    assert said(words, language).move.kind != "farewell"


def test_a_worry_brushed_off_comes_back_after_a_small_request() -> None:
    worry = DEAL.objections[0].id
    mind = replace(LATER, raised=(worry,), pressed=((worry, 1, 1),))
    decision = said("저희 소개 자료를 메일로 보내드려도 될까요?", mind=mind)
    assert decision.move.react == "send_it"
    assert decision.move.objection == worry


@pytest.mark.parametrize(
    ("words", "language", "pool"),
    [
        ("네 그건 수첩에 적어놓을게요", "ko", "noted"),
        ("Let me write that down so I don't forget.", "en", "noted"),
        ("혹시 물 한 잔만 마실 수 있을까요?", "ko", "go_ahead"),
        ("Would you mind if I sat here?", "en", "go_ahead"),
        ("커피 한 잔 사왔는데 드실래요?", "ko", "treated"),
    ],
)
def test_notes_a_glass_of_water_and_a_coffee_are_answered_for_what_they_are(words: str, language: Language, pool: str) -> None:
    assert said(words, language).move.react == pool


def test_a_greeting_is_no_request_and_a_short_question_no_talk_about_the_room() -> None:
    assert said("상무님 안녕하십니까 처음 뵙겠습니다. 한결시스템 박준영입니다", "ko").move.react != "look_round"
    assert said("공장이 크네요. 몇 평이에요?", "ko").move.react != "here_now"
    assert said("Tell me about last December.", "en").move.react != "small_talk"


@pytest.mark.parametrize(("said", "language"), [("k", "en"), ("hmm", "en"), ("Okay.", "en"), ("음", "ko"), ("네", "ko")])
def test_a_grunt_is_no_remark(said: str, language: Language) -> None:
    assert remark(said, language)[0] is None


@pytest.mark.parametrize(("said", "kind"), [("thx", "thanks"), ("Thank you.", "thanks"), ("I really enjoyed this, thank you.", "says_goodbye")])
def test_thanks_end_no_meeting_by_themselves(said: str, kind: str) -> None:
    assert remark(said, "en")[0] == kind


@pytest.mark.parametrize(
    ("words", "language"),
    [
        ("지난여름 얘기는 아직도 마음이 불편하시겠어요.", "ko"),
        ("상담사분들 정말 고생하시겠어요. 실장님도요.", "ko"),
        ("여름마다 그러면 진짜 짜증나죠 ㅠㅠ", "ko"),
        ("That sounds like a lot to carry. I'd be worn out.", "en"),
        ("Must be tough, starting that early every day.", "en"),
    ],
)
def test_a_kind_word_is_taken_as_one_and_nothing_else_comes_of_it(words: str, language: Language) -> None:
    move = said(words, language).move
    assert (move.kind, move.react) == ("react", "empathy")
    assert (move.objection, move.ask, move.volunteer) == (None, None, ())


def test_a_kind_word_does_not_settle_a_worry() -> None:
    worry = DEAL.objections[0].id
    mind = replace(LATER, raised=(worry,), pressed=((worry, 1, 6),), discussing=worry)
    decision = said("그 걱정 때문에 잠도 잘 못 주무셨겠어요.", mind=mind)
    assert decision.move.react == "softened"
    assert worry in decision.mind.raised


@pytest.mark.parametrize(
    ("words", "language"),
    [
        ("여기 사무실이 조용하네요. 원래 이래요?", "ko"),
        ("복도에 사람이 많던데 오늘 무슨 날이에요?", "ko"),
        ("Is it always this cold in here, or is it just me?", "en"),
    ],
)
def test_a_question_about_the_room_is_small_talk(words: str, language: Language) -> None:
    assert said(words, language).move.react == "here_now"


@pytest.mark.parametrize(("words", "language"), [("요즘 어떤 일로 바쁘세요?", "ko"), ("So what brought you to our webinar?", "en")])
def test_a_question_about_the_buyer_is_none(words: str, language: Language) -> None:
    assert said(words, language).move.react != "here_now"


@pytest.mark.parametrize(
    ("words", "language", "ends"),
    [
        ("오늘 많이 배웠습니다. 감사합니다.", "ko", False),
        ("That was really helpful, thank you.", "en", False),
        ("오늘 많이 배웠습니다. 이만 가보겠습니다.", "ko", True),
        ("That was helpful, thank you. I'll let you go now.", "en", True),
    ],
)
def test_only_who_takes_leave_ends_the_meeting(words: str, language: Language, ends: bool) -> None:
    assert (said(words, language).move.kind == "farewell") is ends


@pytest.mark.parametrize("words", ["편하실 때 말씀해 주세요.", "더 캐묻지 않겠습니다."])
def test_who_does_not_press_asks_nothing(words: str) -> None:
    assert said(words).move.react == "not_pressed"


@pytest.mark.parametrize(("words", "language"), [("저희 애도 내년에 학교 가요.", "ko"), ("I've got a six-year-old too, mornings are mayhem.", "en")])
def test_something_of_ones_own_life_is_no_pitch(words: str, language: Language) -> None:
    decision = said(words, language)
    assert decision.move.react == "disclosed"
    assert not decision.move.objection
