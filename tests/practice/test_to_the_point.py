"""A buyer answers what was asked: the fact that holds it, or honestly none, in the words of the question.

The whole set: `python -m tests.benchmarks.to_the_point`.
"""

from dataclasses import replace
from pathlib import Path

import pytest

from assistant.domain.words import Language, Lines
from assistant.language.asking import sought
from assistant.language.particles import after as particle_after
from assistant.perception import hear
from assistant.practice.asides import nothing_to_say
from assistant.practice.memory import courteous
from assistant.practice.mind import Decision, at_first
from assistant.practice.pointed import pointed_at
from assistant.practice.proposing import with_proposal
from assistant.scenarios import read_scenario
from assistant.scenarios.check import problems
from tests.benchmarks.to_the_point import SEEN, asked, deals, share
from tests.practice.talk import SCENARIOS, after, scenario

DEAL = scenario()


def said(words: str, revealed: tuple[str, ...] = (), lately: tuple[str, ...] = (), figures: tuple[tuple[str, str, float, str], ...] = ()) -> Decision:
    mind = replace(at_first(DEAL, 2), turn=6, trust=0.9, acknowledged=True, revealed=revealed, lately=lately, figures=figures)
    return after(mind, hear(words, "네, 말씀하세요.", DEAL.topics, "ko"))


@pytest.mark.parametrize("language", ["ko", "en"])
def test_questions_are_answered_to_the_point_as_often_as_was_measured(language: Language) -> None:
    tuned, fresh = ([*asked(deals(), [language], [half])] for half in SEEN)
    assert len(tuned) + len(fresh) >= 200
    assert share(tuned, "to the point") >= 0.91
    assert share(fresh, "to the point") >= 0.75
    assert share(tuned, "beside") <= 0.09
    assert share(fresh, "beside") <= 0.13


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("예산은 얼마예요?", "sum"),
        ("그게 얼마나 돼요?", "how_much"),
        ("며칠이나 걸려요?", "how_long"),
        ("누가 결정하세요?", "who"),
        ("그분 연세가 어떻게 되세요?", "age"),
        ("상황은 어떠세요?", "how"),
        ("왜 그만두셨어요?", "why"),
        ("잘 지내셨어요?", "whether"),
    ],
)
def test_what_a_question_asks_for_is_heard(question: str, kind: str) -> None:
    assert sought(question, "ko").kind == kind


@pytest.mark.parametrize("question", ["상담 의자는 어느 회사 제품이에요?", "콜백 요청은 누가 처리해요?"])
def test_what_no_fact_answers_is_answered_honestly(question: str) -> None:
    decision = said(question)
    assert decision.move.tell == ()
    assert decision.move.kind == "clarify"
    assert decision.move.react.startswith("no_")


def test_the_answer_takes_up_the_noun_of_the_question() -> None:
    assert said("헤드셋 제조사는 어디예요?").move.about == ("헤드셋 제조사",)
    assert said("실장님은 어떤 거 쓰세요?").move.about == ()
    assert nothing_to_say("겨울에 하루 몇 건이나 되나요?", DEAL, "ko").about != ("하루",)
    assert nothing_to_say("회장님은 뭐라고 하세요?", DEAL, "ko").about == ()


def test_a_cold_morning_in_a_question_about_the_deal_is_no_small_talk() -> None:
    deal = scenario("ev-van-fleet-lease")
    heard = hear("What's your longest run on a freezing morning like?", "Go on.", deal.topics, "en")
    assert not any(courteous(one, heard) for one in heard.questions)


def test_asked_why_of_what_was_just_told_the_figure_is_not_told_again() -> None:
    decision = said("그중에 점검 문의가 왜 그렇게 많은 거예요?", ("call_volume",), ("call_volume",))
    assert decision.move.plain == "volume_why"
    assert not decision.move.tell


def test_of_two_questions_one_is_answered_and_the_other_put_off() -> None:
    nothing_open = tuple(one.id for one in DEAL.objections)
    mind = replace(at_first(DEAL, 2), turn=6, trust=0.3, patience=0.8, settled=nothing_open, asked=tuple(one.id for one in DEAL.buyer.curiosities))
    decision = after(mind, hear("회선은 어느 통신사 거예요? 그리고 예산은 얼마예요?", "네.", DEAL.topics, "ko"))
    assert decision.move.tell == ("numbers_held",)
    assert decision.move.bridge == "rest_later"


def test_a_figure_that_changes_is_noticed_and_named() -> None:
    first = said("저희는 전환에 3주 걸립니다.")
    assert first.mind.figures
    later = after(first.mind, hear("전환은 2주면 충분합니다.", "네.", DEAL.topics, "ko"))
    assert later.move.react == "figure_changed"
    assert later.move.about == ("3주", "2주")
    assert any(one.why == "figure_changed" and one.trust < 0 for one in later.felt)


def test_a_figure_set_right_unasked_is_thanked_for() -> None:
    first = said("저희는 전환에 3주 걸립니다.")
    later = after(first.mind, hear("제가 잘못 말씀드렸습니다. 전환은 4주 걸립니다.", "네.", DEAL.topics, "ko"))
    assert later.move.react == "figure_mended"


@pytest.mark.parametrize(
    "words",
    [
        "아까 제가 석당 7만 원이라고 했죠? 6만 5천 원입니다.",
        "저희는 보통 4개월이면 됩니다. 아 아니 5개월이요.",
        "제가 방금 8석이라고 했는데 10석이에요.",
    ],
)
def test_a_figure_set_right_in_one_turn_is_no_question_and_no_new_claim(words: str) -> None:
    assert said(words).move.react == "figure_mended"


def test_different_things_may_take_different_times() -> None:
    first = said("번호이동은 3일 걸립니다.")
    later = after(first.mind, hear("교육은 2주 걸립니다.", "네.", DEAL.topics, "ko"))
    assert later.move.react != "figure_changed"


def test_asked_back_a_buyer_says_what_was_said() -> None:
    first = said("저희는 전환에 3주 걸립니다.")
    later = after(first.mind, hear("제가 아까 3주라고 했던가요?", "네.", DEAL.topics, "ko"))
    assert (later.move.react, later.move.about) == ("figure_recalled", ("3주",))


def test_a_summary_is_confirmed_and_brings_no_fact() -> None:
    decision = said("정리하면 52석에 교환기 계약이 2월에 끝난다는 말씀이시죠?", ("call_volume", "pbx_end"))
    assert decision.move.react == "summed_up"
    assert decision.move.tell == ()


@pytest.mark.parametrize("words", ["이번 주 금요일 오전 10시에 제가 시연을 보여 드려도 되겠습니까?", "다음 주 화요일 오후 3시, 30분이면 어떠세요?"])
def test_asking_leave_for_a_day_is_a_proposal(words: str) -> None:
    assert with_proposal(hear(words, "네.", DEAL.topics, "ko"), "ko").next_step


def test_asking_how_much_time_there_is_today_is_none() -> None:
    assert with_proposal(hear("오늘 시간 얼마나 괜찮으세요?", "네.", DEAL.topics, "ko"), "ko").next_step is None


@pytest.mark.parametrize(("word", "said_so"), [("2주", "2주라고"), ("3개월", "3개월이라고"), ("30%", "30%라고"), ("1,200만 원", "1,200만 원이라고")])
def test_particles_fit_the_last_sound(word: str, said_so: str) -> None:
    assert particle_after(word, "이라고", "라고") == said_so


def test_a_fact_without_words_to_ask_by_is_still_found_by_its_topic() -> None:
    bare = replace(DEAL, facts=tuple(replace(fact, answers=Lines((), ())) for fact in DEAL.facts))
    assert pointed_at("응대율이 어디까지 떨어졌나요?", bare, "ko") == ()
    assert not [problem for problem in problems(bare) if "answers" in problem.path]


def test_words_to_ask_by_in_one_language_only_are_refused_with_what_they_are_for() -> None:
    half = replace(DEAL, facts=(replace(DEAL.facts[0], answers=Lines(("콜", "전화"), ())), *DEAL.facts[1:]))
    assert [problem for problem in problems(half) if problem.path == "facts.0.answers.en" and "ask for this fact" in problem.expected.en]


@pytest.mark.parametrize("path", sorted(SCENARIOS.glob("*.yaml")), ids=lambda path: path.stem)
def test_every_fact_says_by_which_words_it_is_asked_for(path: Path) -> None:
    assert all(len(fact.answers.ko) >= 2 and len(fact.answers.en) >= 2 for fact in read_scenario(path).facts)
