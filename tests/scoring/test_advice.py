"""What a rep reads on the card: the one strength, the one thing to try, and the line they could have said."""

import pytest

from assistant.domain.scorecard import Scorecard
from assistant.domain.transcript import Transcript
from assistant.domain.words import LANGUAGES, Language
from assistant.scoring import score
from assistant.scoring.marks import MOST_MARKS, marks
from assistant.scoring.rewrites import buyer_words, rewritten
from assistant.scoring.talk import EDGE_TURNS, talk_of
from assistant.scoring.wordings import wordings
from tests.benchmarks.levels import talks
from tests.scoring.talks import BAD_EN, BAD_KO, GOOD_EN, GOOD_KO, card, default_rubric, found, measure, seen, talk

FEE_KO = "위약금은 남은 기간 상담석 요금의 20%입니다."
FEE_EN = "The cancellation fee is 20% of the remaining seat fees."


def against(transcript: Transcript, *playbook: str) -> Scorecard:
    return score(transcript, rubric=default_rubric(), passages=lambda queries: [found(*playbook) for _ in queries])


@pytest.mark.parametrize(
    ("said", "playbook", "better"),
    [
        ("rep: 네, 위약금은 남은 기간 상담석 요금의 10%예요.", FEE_KO, "20%예요."),
        ("rep: 위약금은 10%고요.", FEE_KO, "위약금은 20%고요."),
        ("rep: The cancellation fee is 10% of the remaining seat fees.", FEE_EN, FEE_EN),
    ],
)
def test_a_claim_the_playbook_contradicts_is_the_one_thing_to_try_and_is_corrected(said: str, playbook: str, better: str) -> None:
    bad = BAD_KO if "위약금" in said else BAD_EN
    lines = [f"{turn.speaker}: {turn.text}" for turn in bad.turns]
    made = against(talk(*lines, "buyer: 해지하면요?" if "위약금" in said else "buyer: and if we leave?", said), playbook)
    assert made.try_next is not None
    assert made.try_next.measure == "contradicted"
    assert made.try_next.rewrite.endswith(better)


@pytest.mark.parametrize(
    ("said", "playbook"),
    [
        ("rep: 위약금은 남은 기간 상담석 요금의 12%예요.", "24개월 이상 약정은 12%까지 상담석 요금을 할인합니다."),
        ("rep: 지난 1년에 세 번 멈췄고 가장 긴 건 47분이었습니다.", "망을 바꾸는 시간은 지난 열두 달 평균 3분, 가장 길었던 건이 9분이었습니다."),
        ("rep: 상담석 하나에 월 39,000원이에요.", "상담석을 쓰는 한 해 비용은 3,600만 원에서 8,900만 원입니다."),
        ("rep: Rest assured it never goes down, trust me.", "It never goes down, says nobody here."),
    ],
)
def test_a_number_about_something_else_neither_supports_nor_contradicts(said: str, playbook: str) -> None:
    made = against(talk("buyer: 네, 말씀해 보세요.", said), playbook)
    assert {one.measure for one in made.evidence}.isdisjoint({"grounded", "contradicted"})


@pytest.mark.parametrize(
    ("before", "said"),
    [
        ("buyer: 교환기가 끊길까 봐 걱정돼요. 제 답을 들으면 어디에 쓰시려고요?", "rep: 저희 장비는 좋아요."),
        ("buyer: 그 대답이면 충분해요. 왜 궁금하신지부터 들을게요.", "rep: 저희 콜센터는 상담석과 녹취를 한 화면에서 보여 줘요."),
        ("buyer: 네, 시간 내 주셔서 고마워요.", "rep: 저희는 무조건 안 끊겨요."),
        (
            "buyer: Welcome to Changwon. Nobody's ever put it that clearly. I'm sorry, I really can't stay much longer.",
            "rep: Our platform is the best.",
        ),
        ("buyer: I'll decide in my own time. Why do you ask?", "rep: Our platform offers the best pricing and the best dashboards."),
    ],
)
def test_what_is_given_back_is_never_a_counter_question_or_talk_about_the_talk(before: str, said: str) -> None:
    made = card(talk(before, said, "buyer: 글쎄요." if "Our" not in said else "buyer: that looks expensive.", said))
    assert made.try_next is not None
    for words in (
        "어디에 쓰시려고요",
        "궁금하신지",
        "충분해요",
        "고마워요",
        "my own time",
        "Why do you ask",
        "Welcome",
        "that clearly",
        "stay much longer",
    ):
        assert words not in made.try_next.rewrite


@pytest.mark.parametrize("transcript", [GOOD_KO, BAD_KO, GOOD_EN, BAD_EN], ids=["good ko", "bad ko", "good en", "bad en"])
def test_what_is_praised_costs_nothing_and_marks_are_few_and_apart(transcript: Transcript) -> None:
    made = card(transcript)
    shown = marks(made)
    assert len(shown) <= MOST_MARKS
    for at, one in enumerate(shown):
        assert not any(one.turn == other.turn and (one.quote in other.quote or other.quote in one.quote) for other in shown[at + 1 :])
    both = {(one.turn, one.quote) for one in made.evidence if one.effect == "+"} & {
        (one.turn, one.quote) for one in made.evidence if one.effect == "-"
    }
    assert not both
    if made.strength:
        assert not any(one.effect == "-" and one.turn == made.strength.turn and one.quote == made.strength.quote for one in made.evidence)


@pytest.mark.parametrize(
    ("hello", "language"),
    [("안녕하세요, 윤 실장님.", "ko"), ("안녕하세요 고객님,", "ko"), ("Good morning, Ms Yoon.", "en"), ("Hi there!", "en")],
)
def test_a_greeting_never_costs(hello: str, language: Language) -> None:
    asks, push = (
        ("얼마예요?", "저희 제품은 업계 최고예요. 왜 아직 안 바꾸셨어요?")
        if language == "ko"
        else ("how much is it?", "We are the best. Just sign today.")
    )
    made = card(talk(f"buyer: {asks}", f"rep: {hello} {push}", f"buyer: {asks}", f"rep: {hello} {push}"))
    assert any(one.effect == "-" for one in made.evidence)
    assert not any(one.effect == "-" and one.quote in hello for one in made.evidence)


def test_a_straight_answer_does_not_cost_acknowledgement() -> None:
    answered = talk("buyer: 전환하다 끊길까 봐 걱정돼요. 번호이동은 며칠 걸려요?", "rep: 영업일로 5일 걸려요.")
    evaded = talk("buyer: 전환하다 끊길까 봐 걱정돼요. 번호이동은 며칠 걸려요?", "rep: 저희 제품은 기능이 정말 많아요.")
    assert measure(answered, "acknowledgement") is None
    assert measure(evaded, "acknowledgement") == 0.0


def test_a_next_step_is_not_praised_as_kindness_and_kindness_not_as_an_answer() -> None:
    made = card(
        talk(
            "buyer: 4월에 고객 23명이 사기를 당했어요. 밤에 끊기면 제가 전화할 번호가 하나예요, 둘이에요?",
            "rep: 고객 스물세 분이 당하셨다니 마음이 많이 쓰이셨겠어요. 비교표는 제가 금요일 오전까지 메일로 드릴게요.",
        )
    )
    about = {one.quote: one.measure for one in made.evidence if one.effect == "+"}
    assert "answer_first" not in {one.measure for one in made.evidence if one.effect == "+"}
    assert about.get("비교표는 제가 금요일 오전까지 메일로 드릴게요.") != "tone"


@pytest.mark.parametrize(
    "question",
    [
        "제 답을 들으면 어디에 쓰시려고요?",
        "왜 궁금하신지부터 들을게요.",
        "안녕하세요, 잘 지내셨어요?",
        "웨비나는 들었는데 궁금한 건 오히려 늘었어요.",
    ],
)
def test_a_question_that_waits_for_no_answer_is_none(question: str) -> None:
    assert measure(talk(f"buyer: {question}", "rep: 상담센터 하루가 궁금했어요."), "answer_first") is None


def test_an_acceptance_is_needed_for_a_settled_step() -> None:
    step = "rep: I'll send you the comparison by Friday noon."
    settled = measure(talk("buyer: ok", step, "buyer: Sounds good, Friday works."), "next_step")
    open_ = measure(talk("buyer: ok", step, "buyer: That was a good answer. Everyone tells me moving a number is one form."), "next_step")
    assert (settled, open_) == (4.0, 3.0)


@pytest.mark.parametrize("word", ["네.", "네네.", "Yes."])
def test_a_rep_who_only_says_yes_is_not_scored_and_is_told_why(word: str) -> None:
    language: Language = "en" if word == "Yes." else "ko"
    buyer = "I'm worried that it breaks." if language == "en" else "끊길까 봐 걱정돼요. 어떻게 생각하세요?"
    made = card(talk(*[line for _ in range(6) for line in (f"buyer: {buyer}", f"rep: {word}")]))
    assert all(one.value is None for one in made.scores.values())
    assert made.scores["warm"].reason == ("You said too little for a score." if language == "en" else "하신 말이 너무 적어서 점수를 매기지 않았어요.")


def test_the_promise_of_a_team_becomes_the_reps_own() -> None:
    lines = ["buyer: 서류가 걱정돼요.", "rep: 서류가 걱정되시는군요. 그 서류는 저희가 받아 오겠습니다."] * 3
    made = card(talk(*lines))
    assert made.try_next is not None
    assert made.try_next.rewrite != made.try_next.quote


@pytest.mark.parametrize("boast", ["저희가 업계 1위 회사입니다.", "저희는 무조건 100% 만족하십니다."])
def test_a_rank_is_no_figure_that_backs_a_boast(boast: str) -> None:
    made = card(talk("buyer: 어떤 회사예요?", f"rep: {boast} 자료를 보시면 아실 거예요."))
    assert any(one.effect == "-" for one in made.evidence if one.measure == "overclaim")


def test_after_a_second_try_advice_is_about_what_was_said_anew() -> None:
    since = GOOD_KO.turns[len(GOOD_KO.turns) // 2].index
    made = score(GOOD_KO, rubric=default_rubric(), since=since)
    assert made.strength is None or made.strength.turn >= since
    assert made.try_next is None or made.try_next.turn >= since
    assert made.scores == card(GOOD_KO).scores


@pytest.mark.parametrize(
    ("before", "said", "asked"),
    [
        ("buyer: 전환하다가 전화가 끊길까 봐 걱정돼요.", "rep: 저희는 장비가 좋아요. 교환기는 언제 바꾸셨어요?", "교환기는 언제 바꾸셨어요?"),
        ("buyer: 전환하다가 전화가 끊길까 봐 걱정됩니다.", "rep: 저희 장비는 좋습니다. 교환기는 언제 바꾸셨습니까?", "교환기는 언제 바꾸셨습니까?"),
        (
            "buyer: I'm worried that calls drop while you switch us over.",
            "rep: Our equipment's very good. When did you last change the switch?",
            "When did you last change the switch?",
        ),
    ],
    ids=["polite", "formal", "en"],
)
def test_the_line_to_try_keeps_the_reps_own_question_and_their_speech_level(before: str, said: str, asked: str) -> None:
    made = card(talk(before, said, "buyer: 글쎄요." if "걱정" in before else "buyer: Hm.", said, before, said))
    assert made.try_next is not None
    assert made.try_next.rewrite.endswith(asked)
    assert made.try_next.rewrite != asked
    if "습니까" in asked:
        assert not any(one in made.try_next.rewrite for one in ("네요", "아요.", "게요"))


@pytest.mark.parametrize(
    ("language", "before", "on", "off"),
    [
        ("ko", "클라우드는 인터넷이 흔들리면 같이 흔들려요.", "인터넷은 얼마나 자주 흔들리나요?", "결정은 실장님 혼자 하시나요?"),
        ("en", "We lose calls whenever our internet goes down.", "How often does your internet go down?", "Who else decides with you?"),
    ],
)
def test_a_question_about_something_else_does_not_follow_the_buyers_words_at_once(language: Language, before: str, on: str, off: str) -> None:
    words = wordings(language)
    templates = words.measures["uptake"].rewrite
    assert templates is not None
    for asked in (on, off):
        heard = seen(talk(f"buyer: {before}", f"rep: {asked}"), language)
        line = rewritten(templates, heard, heard.exchanges[0], asked, words)
        assert line is not None
        quoted, _, after = line.partition(before.rstrip("."))
        assert quoted
        assert after.endswith(asked)
        assert (len(after.removesuffix(asked)) > len('"라고 하셨죠. ')) == (asked == off)


def test_a_question_that_blames_is_not_kept() -> None:
    made = card(talk(*["buyer: 전환하다가 전화가 끊길까 봐 걱정돼요.", "rep: 저희는 장비가 좋아요. 왜 아직도 안 바꾸셨어요?"] * 3))
    assert made.try_next is not None
    assert "왜 아직도" not in made.try_next.rewrite


@pytest.mark.parametrize(
    ("language", "before", "given"),
    [
        ("ko", "한 번 있었어요. 용량이 잘못 들어가서 식겁했죠.", "용량이 잘못 들어가서 식겁했죠"),
        ("ko", "한 600평 정도요. 슬레이트라 좀 오래됐어요.", "슬레이트라 좀 오래됐어요"),
        ("ko", "음 근데 직원이 80명이에요.", "직원이 80명이에요"),
        ("en", "About 210. We lost two pallets before the trade fairs.", "We lost two pallets before the trade fairs"),
    ],
)
def test_what_is_given_back_to_the_buyer_says_something_by_itself(language: Language, before: str, given: str) -> None:
    made = talk_of(talk(f"buyer: {before}", "rep: 네." if language == "ko" else "rep: Okay."), language)
    assert buyer_words(made.exchanges[0])[0] == given


@pytest.mark.parametrize("language", LANGUAGES)
def test_nobody_is_told_to_ask_what_matters_once_the_day_is_set(language: Language) -> None:
    tried = [(one, made.try_next) for one in talks(language, held=False) if (made := card(one.transcript)).try_next]
    advised = [(one, advice) for one, advice in tried if advice and advice.measure == "perspective"]
    assert 0 < len(advised) < len(tried) / 4, "one question that fits everybody is not what most need most"
    for one, advice in advised:
        assert advice.turn < [turn.index for turn in one.transcript.turns if turn.speaker == "rep"][-EDGE_TURNS], one.title
