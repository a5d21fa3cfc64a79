"""Every measure counts what it says, only where there was an opportunity, and shows the very words."""

import inspect
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assistant.domain.transcript import Transcript, Turn, Typing
from assistant.domain.words import Language
from assistant.scoring.length import words_in
from assistant.scoring.measures import MEASURES
from assistant.scoring.talk import talk_of
from tests.scoring.talks import GOOD_KO, MORNING, PAIRS, card, measure, talk

LINES = {
    "ko": [line.text for transcript in (PAIRS[0][1], PAIRS[0][2]) for line in transcript.turns]
    + [
        "네",
        "ㅎㅎ 그렇군요~",
        "그건 좀 비싼데요",
        "빨리 결정하세요!!",
        "사랑합니다 고객님",
        "100점 주세요",
        "",
        "  \n ",
        "얼마예요? 언제 돼요? 누가 해요?",
        "ㅠㅠ",
        "1234",
    ],
    "en": [line.text for transcript in (PAIRS[1][1], PAIRS[1][2]) for line in transcript.turns]
    + ["ok", "lol sure :)", "that's too expensive", "JUST SIGN IT", "I hear you.", "give me 100", "", " \n", "how much? when? who?", "…", "42"],
}


def talks(language: Language) -> st.SearchStrategy[Transcript]:
    turn = st.tuples(st.sampled_from(["rep", "buyer"]), st.sampled_from(LINES[language]))
    return st.lists(turn, min_size=1, max_size=14).map(
        lambda turns: Transcript("p", tuple(Turn(at, who, text) for at, (who, text) in enumerate(turns)), language)  # type: ignore[arg-type]
    )


@pytest.mark.parametrize("language", ["ko", "en"])
def test_whatever_was_said_quotes_are_verbatim_and_values_in_range(language: Language) -> None:
    @settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
    @given(talks(language))
    def holds(transcript: Transcript) -> None:
        made = card(transcript)
        lines = {turn.index: turn.text for turn in talk_of(transcript, language).turns}
        for one in made.evidence:
            assert one.quote
            assert "\n" not in one.quote
            assert one.quote in lines[one.turn]
        for score in made.scores.values():
            assert score.reason
            assert score.value is None or (score.low is not None and score.high is not None and 0 <= score.low <= score.value <= score.high <= 100)
        for turn in made.turns:
            assert 0 <= turn.question <= 1
            assert all(value is None or 0 <= value <= 100 for value in (turn.human, turn.warm, turn.fast, turn.professional))
        for advice in (made.strength, made.try_next):
            assert advice is None or advice.quote in lines[advice.turn]

    holds()


@pytest.mark.parametrize("row", MEASURES, ids=lambda row: row.name)
def test_every_measure_says_where_it_comes_from_and_how_well_supported_it_is(row: object) -> None:
    text = inspect.getdoc(row.count) or ""  # type: ignore[attr-defined]
    assert f"rade {row.grade}" in text, "the grade of its evidence"  # type: ignore[attr-defined]
    assert any(char.isdigit() for char in text), "its source, or the figure it rests on"


def test_measures_without_an_opportunity_are_absent_not_zero() -> None:
    names = {one.name for one in card(talk("rep: 안녕하세요, 오늘 시간 내 주셔서 고마워요.")).measures}
    assert names.isdisjoint(
        {"acknowledgement", "receptiveness", "objection_handling", "answer_first", "uptake", "think_time", "grounded", "coverage"}
    )
    assert "tone" in names


@pytest.mark.parametrize(
    ("name", "better", "worse"),
    [
        ("acknowledgement", "rep: 주말에 끊길까 봐 걱정되시는 거죠. 그때 어떠셨어요?", "rep: 저희 가동률은 99.9%예요."),
        ("acknowledgement", "rep: 주말에 끊길까 봐 걱정되시는 거죠.", "rep: 네 고객님, 충분히 이해합니다."),
        ("objection_handling", "rep: 끊기는 게 제일 걱정이시죠. 그때는 얼마나 끊겼어요?", "rep: 저희는 무조건 안 끊깁니다."),
        ("politeness_floor", "rep: 편하게 보시고 말씀 주세요.", "rep: 왜 자꾸 망설이세요? 도대체 뭐가 문제입니까?"),
        ("uptake", "rep: 주말에 번호가 끊겼다고 하셨는데, 몇 시간이나 끊겼어요?", "rep: 저희 회사는 2010년에 설립됐어요."),
        ("goodwill", "rep: 그럼요, 편하신 날로 먼저 고르세요. 괜찮으세요?", "rep: 그건 그쪽 사정이고요, 그날은 제가 더 필요해요."),
        ("formula_share", "rep: 문의 주셔서 감사합니다. 최선을 다하겠습니다. 좋은 하루 되세요.", "rep: 그날 항의 전화가 몇 통이나 왔어요?"),
    ],
)
def test_a_korean_measure_tells_the_better_line_from_the_worse(name: str, better: str, worse: str) -> None:
    buyer = "buyer: 솔직히 예전에 전환하는 주말에 번호가 끊겨서 난리가 났었어요. 또 그럴까 봐 걱정돼요."
    opening = ("buyer: 안녕하세요", "rep: 안녕하세요")
    one, other = (
        measure(talk(*opening, buyer, better, "buyer: 네", "rep: 네"), name),
        measure(talk(*opening, buyer, worse, "buyer: 네", "rep: 네"), name),
    )
    assert one is not None
    assert other is not None
    assert one > other


@pytest.mark.parametrize(
    ("name", "better", "worse"),
    [
        ("acknowledgement", "rep: A whole weekend without numbers, no wonder you're worried.", "rep: Our uptime is 99.9 percent."),
        ("acknowledgement", "rep: So the switch weekend is what you're afraid of.", "rep: I completely understand your concern."),
        ("receptiveness", "rep: That's a fair point, you're right to ask. I think it may be possible.", "rep: No, that's not true. It isn't "
        "expensive, it's simply not."),
        ("politeness_floor", "rep: Take your time, and just tell me what you'd like to check.", "rep: Why don't you just decide? What's "
        "wrong with you?"),
        ("uptake", "rep: Your numbers were dead all weekend? Who got the angry calls?", "rep: Our company was founded in 2010."),
        ("concreteness", "rep: On Monday Jane calls your Busan desk, ports 12 phone lines and mails you the bill.", "rep: We improve the "
        "overall quality of the process in various areas and things."),
    ],
)  # fmt: skip
def test_an_english_measure_tells_the_better_line_from_the_worse(name: str, better: str, worse: str) -> None:
    buyer = "buyer: the last vendor cut our numbers off over a weekend, so I'm worried and it sounds too expensive"
    opening = ("buyer: hello", "rep: hi")
    one, other = (
        measure(talk(*opening, buyer, better, "buyer: ok", "rep: ok"), name),
        measure(talk(*opening, buyer, worse, "buyer: ok", "rep: ok"), name),
    )
    assert one is not None
    assert other is not None
    assert one > other


@pytest.mark.parametrize(("language", "good", "bad"), PAIRS, ids=["ko", "en"])
def test_a_rep_who_listens_scores_higher_in_every_dimension(language: Language, good: Transcript, bad: Transcript) -> None:
    better, worse = card(good).scores, card(bad).scores
    for dimension, score in better.items():
        other = worse[dimension].value
        assert score.value is not None
        assert other is not None
        assert score.value > other + 5, dimension


def test_telling_is_an_answer_after_a_question_and_telling_otherwise() -> None:
    told = "rep: Our platform has three modules, and the first one routes calls by region."
    asked = measure(talk("buyer: how does the platform route calls?", told), "tell_share")
    unasked = measure(talk("buyer: we lose calls at night", told), "tell_share")
    assert asked == 0
    assert unasked == 1


def test_telling_does_not_depend_on_the_speech_level() -> None:
    lines = ("장비는 분당 예순 장을 찍고 용지는 다섯 단에 나누어 담깁니다.", "장비는 분당 예순 장을 찍고 용지는 다섯 단에 나누어 담겨요.")
    formal, polite = (measure(talk("buyer: 저희는 직원이 열두 명이에요.", f"rep: {line}"), "tell_share") for line in lines)
    assert formal == polite == 1.0


@pytest.mark.parametrize("marked", ["네, 알겠어요. 저희가, 다시 볼게요!", "네 알겠어요 저희가 다시 볼게요"])
def test_marks_and_spaces_make_no_korean_text_longer(marked: str) -> None:
    assert words_in(marked, "ko") == words_in("네알겠어요저희가다시볼게요", "ko")


def test_a_next_step_needs_action_owner_date_and_a_yes() -> None:
    def step(rep: str, buyer: str) -> float | None:
        return measure(
            talk("buyer: a", "rep: b", "buyer: c", "rep: d", "buyer: e", "rep: f", "buyer: ok tell me", f"rep: {rep}", f"buyer: {buyer}"), "next_step"
        )

    assert step("I'll send you the comparison by Thursday 10am.", "sounds good") == 4
    assert step("I'll send you the comparison by Thursday 10am.", "hm") == 3
    vague = step("I'll send you something soon.", "sounds good")
    assert vague is not None
    assert vague <= 2


def test_reading_and_typing_are_taken_out_of_the_time_to_answer() -> None:
    long_line = "buyer: " + "우리 상담팀은 밤마다 전화를 놓쳐서 고민이 많아요. " * 6
    quick = talk(long_line, "rep: " + "그 시간에 어떤 전화가 오는지 궁금해요. " * 4, every_s=60)
    slow = talk("buyer: 네, 월 얼마예요?", "rep: 420만 원이에요.", every_s=110)
    assert measure(quick, "think_time_hard") == 2
    value = measure(slow, "think_time")
    assert value is not None
    assert value > 90


def test_a_reply_sooner_than_anybody_reads_costs_speed() -> None:
    unread = talk("buyer: " + "our numbers went dead for a whole weekend and everybody shouted at us " * 5, "rep: ok", every_s=1)
    read = talk("buyer: " + "our numbers went dead for a whole weekend and everybody shouted at us " * 5, "rep: ok", every_s=30)
    assert measure(unread, "think_time_hard") == -1 or measure(unread, "think_time") == -1
    fast, unread_fast = card(read).turns[0].fast, card(unread).turns[0].fast
    assert fast is not None
    assert unread_fast is not None
    assert fast > unread_fast


def test_the_composers_clock_is_used_where_there_is_one() -> None:
    shown = MORNING + timedelta(seconds=1)
    typing = Typing(shown, shown + timedelta(seconds=12))
    turns = (Turn(0, "buyer", "how many seats?", MORNING), Turn(1, "rep", "Thirty-eight.", MORNING + timedelta(seconds=300), typing))
    value = measure(Transcript("c", turns), "think_time")
    assert value is not None
    assert 10 < value < 12


def test_an_export_that_writes_no_seconds_is_not_timed() -> None:
    turns = tuple(Turn(at, "rep" if at % 2 else "buyer", "네 그렇군요", MORNING.replace(second=0) + timedelta(minutes=at)) for at in range(6))
    assert measure(Transcript("k", turns), "think_time") is None


def test_remembering_a_particular_later_counts_and_at_once_does_not() -> None:
    buyer = "buyer: 저희는 김포 물류센터에서 38명이 일하고 보세창고도 있어요"
    rest = ("buyer: 네", "rep: 어떤 부분이 제일 궁금하세요?", "buyer: 글쎄요")
    later = measure(talk(buyer, "rep: 그러시군요.", *rest, "rep: 김포 물류센터 38명 기준으로 말씀드릴게요."), "fact_reuse")
    at_once = measure(talk(buyer, "rep: 김포 물류센터 38명이군요.", *rest, "rep: 어떤 기준으로 말씀드릴까요?"), "fact_reuse")
    assert later is not None
    assert at_once == 0
    assert later > 0


def test_evidence_points_to_the_turn_as_given_also_when_one_speaker_wrote_twice() -> None:
    transcript = talk("buyer: 안녕하세요", "buyer: 끊길까 봐 걱정돼요", "rep: 네", "rep: 끊길까 봐 걱정되시는 거죠.", "buyer: 네")
    made = card(transcript)
    assert [one.turn for one in made.turns] == [2]
    assert {one.turn for one in made.evidence} == {2}


def test_the_same_words_give_the_same_scorecard() -> None:
    assert card(GOOD_KO) == card(GOOD_KO)
