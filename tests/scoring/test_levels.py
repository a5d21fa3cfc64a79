"""A trainer would put the scores in this order: whole talks, and the single lines that once were read the wrong way round."""

from statistics import fmean

import pytest

from assistant.domain.words import DIMENSIONS, Dimension, Language
from assistant.scoring import score
from assistant.scoring.measures import MEASURES
from assistant.scoring.measures.stepping import accepts
from assistant.scoring.occasion import occasion_of
from assistant.scoring.talk import talk_of
from tests.benchmarks.conversations import rubric
from tests.benchmarks.levels import ordered, scored, talks
from tests.scoring.talks import talk


def values(language: Language, name: str, *lines: str) -> list[float]:
    """What a measure saw, turn by turn."""
    count = next(row.count for row in MEASURES if row.name == name)
    measured = count(talk_of(talk(*lines), language))
    return [] if measured is None else [one.value for one in measured.seen]


@pytest.mark.parametrize("dimension", DIMENSIONS)
@pytest.mark.parametrize("language", ["ko", "en"])
def test_of_two_talks_the_better_one_scores_higher(language: Language, dimension: Dimension) -> None:
    right, pairs = ordered(talks(language, held=False), dimension)
    assert pairs >= 12
    assert right / pairs >= 0.84


@pytest.mark.parametrize("language", ["ko", "en"])
def test_who_recites_and_presses_is_far_from_who_listens(language: Language) -> None:
    every = talks(language, held=False)
    for dimension in ("human", "warm"):
        best, worst = ([scored(one)[dimension] for one in every if one.grades[dimension] == grade] for grade in (5, 1))
        assert fmean(best) - fmean(worst) >= 15


@pytest.mark.parametrize(
    ("language", "buyer", "rep"),
    [
        ("en", "I can't sign today.", "However, every day you wait you are losing money. Sign today."),
        ("ko", "좀 깎아주실 수는 있어요? 부담돼요.", "이 가격도 싼 거예요. 안 하실 거면 시간 낭비하지 마시고요."),
    ],
)
def test_pressing_and_blame_take_up_nothing(language: Language, buyer: str, rep: str) -> None:
    (value,) = values(language, "acknowledgement", f"buyer: {buyer}", f"rep: {rep}")
    assert value < 0.2


@pytest.mark.parametrize(
    ("language", "buyer", "rep"),
    [
        ("en", "We lose calls at lunch.", "Our platform offers call queues and analytics, so your team can collaborate from anywhere."),
        ("en", "I need my partner.", "If you sign today I can give you twenty percent off, the offer expires tonight."),
        ("en", "What does it cost?", "Pricing depends on your needs. We have several plans including Essentials and Premium."),
        ("ko", "오늘은 좀 어렵고요.", "고객님 지금 결정하지 않으시면 다음 달에는 보험료가 인상됩니다. 오늘 바로 서명하시죠."),
    ],
)
def test_what_advertises_presses_or_evades_is_telling(language: Language, buyer: str, rep: str) -> None:
    assert values(language, "tell_share", f"buyer: {buyer}", f"rep: {rep}") == [1.0]


def test_a_discount_for_signing_today_gives_nothing() -> None:
    rep = "rep: If you sign today I'm happy to give you twenty percent off, that offer expires tonight."
    assert values("en", "goodwill", "buyer: I need my partner.", rep) == []


@pytest.mark.parametrize(
    ("language", "buyer", "rep", "value"),
    [
        ("ko", "한 달에 얼마인데요?", "저희 상품은 고객 만족도 1위를 달성한 상품입니다.", 0.0),
        ("ko", "지붕에 올리면 정말 돈이 되나요?", "네 안녕하세요 사장님. 지붕 면적이 어느 정도 되시나요?", 0.0),
        ("en", "How sure are you?", "About eighty per cent. I'd want to measure it first.", 1.0),
    ],
)
def test_an_answer_is_what_gives_what_was_asked(language: Language, buyer: str, rep: str, value: float) -> None:
    assert values(language, "answer_first", f"buyer: {buyer}", f"rep: {rep}") == [value]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("ko", "견적 받아보려고요. 지금 게 8년 됐어요."),
        ("ko", "예산은 4천이에요."),
        ("ko", "한 달에 얼마인데요?"),
        ("en", "Roughly?"),
        ("en", "Fine, send me the quote."),
    ],
)
def test_what_only_tells_or_asks_is_no_worry(language: Language, said: str) -> None:
    assert not occasion_of(said, language).wants_acknowledgement


@pytest.mark.parametrize(
    ("language", "said"),
    [("ko", "예산이 빠듯해요."), ("ko", "지금보다 10만 원 더 내는 거네요."), ("en", "That's over."), ("en", "That's double what we pay.")],
)
def test_an_objection_in_few_words_is_one(language: Language, said: str) -> None:
    assert occasion_of(said, language).objection


@pytest.mark.parametrize(
    ("language", "said", "yes"),
    [
        ("en", "Alright, Friday at nine.", True),
        ("en", "Tuesday at half three is good.", True),
        ("en", "Friday is bad for us.", False),
        ("ko", "오전이면 괜찮아요.", True),
        ("ko", "그래요, 수요일 3시요.", True),
        ("ko", "금요일은 안 돼요.", False),
    ],
)
def test_a_day_said_back_is_a_yes(language: Language, said: str, yes: bool) -> None:
    assert accepts(said, language) is yes


def test_a_plain_question_blames_nobody_and_finds_out() -> None:
    lines = ("buyer: 치과 CT 바꾸려고요.", "rep: 지금 쓰시는 기종이 뭡니까?", "buyer: 재촬영이 많아요.", "rep: 재촬영이 한 달에 몇 건입니까?")
    assert values("ko", "politeness_floor", *lines) == [1.0, 1.0]
    assert len(values("ko", "discovery", *lines, "buyer: 열 건이요.", "rep: 네 알겠습니다.")) == 2


def test_figures_of_the_buyers_make_no_promise_sound() -> None:
    assert values("ko", "overclaim", "buyer: 52시간 때문에 걱정이에요.", "rep: 52시간 위반은 무조건 100% 막아드려요.") == [1.0]
    assert values("ko", "overclaim", "buyer: 어떤 보험이에요?", "rep: 업계 최고 수준으로 3대 질병을 보장합니다.") == [1.0]


def test_a_proposal_that_rests_on_what_was_told_before_is_justified() -> None:
    lines = ("buyer: 임플란트가 절반 정도예요.", "rep: 그러시군요.", "buyer: 다른 데는 6천이래요.")
    reply = "rep: 센서가 두 배 큽니다. 임플란트가 절반이면 신경관이 보여야 하는데 그 장비로는 안 보입니다."
    assert 1.0 in values("ko", "justification", *lines, reply)


def test_words_that_press_build_on_nothing() -> None:
    (value,) = values("en", "uptake", "buyer: I can't sign today, my partner has to see it.", "rep: What would it take to get you to sign today?")
    assert value <= 0.35


@pytest.mark.parametrize(
    ("language", "rep", "value"),
    [
        ("en", "Honestly everyone makes it.", [1.0]),
        ("en", "Yeah but nobody's ever failed with us.", [1.0]),
        ("en", "I can't promise you an A.", []),
        ("en", "You can hold it till three, I've only got the one pair at this price and a lady coming at three.", [1.0]),
        ("ko", "절대 민원 안 들어와요.", [1.0]),
        ("ko", "안 보고 장담은 못 해요.", []),
    ],
)
def test_who_promises_or_presses_claims_too_much(language: Language, rep: str, value: list[float]) -> None:
    before = "buyer: And what can I expect?" if language == "en" else "buyer: 그럼 어떻게 되는 건가요?"
    assert values(language, "overclaim", before, f"rep: {rep}") == value


def test_one_promise_in_a_sound_talk_is_one_turn_of_many() -> None:
    lines = [f"buyer: Tell me about year {year}.\nrep: In year {year} it comes to {year}7,400 for the fleet." for year in range(1, 6)]
    talked = [line for pair in lines for line in pair.split("\n")]
    measured = next(row.count for row in MEASURES if row.name == "overclaim")(
        talk_of(talk(*talked, "buyer: Fine.", "rep: Trust me, it pays for itself."), "en")
    )
    assert measured is not None
    assert 0 < measured.value < 0.5


def test_a_period_that_is_called_the_last_presses_nobody() -> None:
    rep = "rep: Ruth had nineteen like him in the last two years, thirteen went up a grade."
    assert values("en", "politeness_floor", "buyer: Does it work?", rep) == [1.0]


@pytest.mark.parametrize(
    ("language", "stock", "own"),
    [
        ("en", "How does that impact your organization?", "What did the school do with the children that morning?"),
        ("ko", "그 문제로 귀사에 어떤 영향이 있으셨나요?", "그날 밤은 결국 누가 남아서 찾았나요?"),
    ],
)
def test_a_question_of_every_script_finds_out_less(language: Language, stock: str, own: str) -> None:
    rest = ("buyer: 네.", "rep: 알겠습니다.") if language == "ko" else ("buyer: Yes.", "rep: I see.")
    before = "buyer: 이틀 밤새서 찾았어요." if language == "ko" else "buyer: It broke down with the children on board."
    (less,) = values(language, "discovery", before, f"rep: {stock}", *rest * 2)
    (more,) = values(language, "discovery", before, f"rep: {own}", *rest * 2)
    assert less < more


def test_a_plain_question_about_their_situation_finds_out_something() -> None:
    lines = ("buyer: 지게차 바꾸려고요.", "rep: 밤에 어디다 세웁니까?", "buyer: 안에요.", "rep: 네.", "buyer: 네.", "rep: 그렇군요.")
    (value,) = values("ko", "discovery", *lines)
    assert 0 < value < 1


def test_an_offer_finds_out_nothing() -> None:
    lines = ("buyer: 토크는요?", "rep: 카탈로그 보내드릴까요?", "buyer: 네.", "rep: 네.", "buyer: 네.", "rep: 네.")
    assert values("ko", "discovery", *lines) == []


@pytest.mark.parametrize(
    ("language", "buyer", "rep"),
    [
        ("en", "About 900 boxes, some are open cases.", "900 boxes at 4 minutes is 60 hours, so two of ours for four days."),
        ("ko", "하루 서면 700만 원은 날아가요.", "그럼 가운데 두 줄은 비웁시다. 하루 멈추면 700만 원이니까 비우는 게 쌉니다."),
    ],
)
def test_who_reckons_with_the_buyers_figures_gives_their_reason(language: Language, buyer: str, rep: str) -> None:
    assert values(language, "justification", f"buyer: {buyer}", f"rep: {rep}") == [1.0]


def test_since_you_said_before_a_question_is_no_reason_for_anything() -> None:
    rep = "rep: ERP 교체를 알아보고 계신다고 하셨으니 먼저 현재 상황을 여쭙겠습니다."
    assert 1.0 not in values("ko", "justification", "buyer: ERP 교체 알아보고 있어요.", rep)


@pytest.mark.parametrize(
    ("language", "rep", "buyer", "parts"),
    [
        ("ko", "다음 주 월요일 아침 7시, 사흘 두고 쓰세요.", "좋습니다 월요일 7시요.", 4.0),
        ("ko", "목요일 10시 지붕 열어주실 수 있어요?", "목요일 돼요.", 4.0),
        ("en", "Come Thursday to Pat's in Thame at 5 a.m. and bring your own dough.", "Hm.", 3.0),
        ("en", "Come by some time.", "Fine.", 0.0),
    ],
)
def test_an_appointment_may_be_an_order_or_a_question(language: Language, rep: str, buyer: str, parts: float) -> None:
    talked = ("buyer: 네.", "rep: 네.") if language == "ko" else ("buyer: Right.", "rep: Right.")
    assert values(language, "next_step", *talked * 3, "buyer: 그럼요.", f"rep: {rep}", f"buyer: {buyer}") == [parts]


@pytest.mark.parametrize("language", ["ko", "en"])
def test_who_pushes_is_told_that_before_anything_else(language: Language) -> None:
    pushing = [one for one in talks(language, held=False) if one.title.startswith(("Wedding hall", "Hearing aids", "Franchise"))]
    assert pushing
    for one in pushing:
        tried = score(one.transcript, rubric=rubric()).try_next
        assert tried is not None
        assert tried.measure == "overclaim", one.title


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Could I put an offer in this week?", "You could. Have you spent a night on one?"),
        ("What's wrong with the kitchen then?", "Don't know, I've not seen it. Is it a lean-to?"),
    ],
)
def test_a_short_answer_is_an_answer_at_once(question: str, answer: str) -> None:
    assert values("en", "answer_first", f"buyer: {question}", f"rep: {answer}") == [1.0]
