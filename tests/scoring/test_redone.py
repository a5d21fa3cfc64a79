"""Three turns said anew beside the first three: on the measure that was tried, with the quotes of each."""

import pytest

from assistant.domain.roleplay import Branch
from assistant.domain.transcript import Transcript
from assistant.domain.words import Language
from assistant.scoring.measures import MEASURES
from assistant.scoring.redone import Redone, redone
from assistant.scoring.wordings import wordings
from tests.scoring.talks import BAD_EN, BAD_KO, GOOD_EN, GOOD_KO, default_rubric, seen, talk

START = ("buyer: 안녕하세요. 저희 상담팀이 38명이에요.", "rep: 안녕하세요. 38명이시군요. 밤 전화는 어떻게 받고 계세요?")
WORRIED = "buyer: 전환하다가 전화가 끊길까 봐 걱정돼요."
PUSHED = "rep: 저희 제품은 업계 최고예요. 기능이 정말 많고 설치도 빨라요."
TOOK_UP = "rep: 전화가 끊길까 봐 걱정되시는군요. 어떤 시간이 제일 마음에 걸리세요?"
AFTER = ("buyer: 점심시간이 제일 걱정이에요.", "rep: 점심시간이군요. 그때는 몇 분이 받으세요?")


def both(first: tuple[str, ...], second: tuple[str, ...], measure: str, turn: int = 3) -> Redone | None:
    start = (*START, WORRIED)
    return redone(seen(talk(*start, *first), "ko"), seen(talk(*start, *second), "ko"), Branch("first", turn, 3, measure), default_rubric())


def made(first: tuple[str, ...], second: tuple[str, ...], measure: str = "acknowledgement") -> Redone:
    found = both(first, second, measure)
    assert found is not None
    return found


def test_what_was_tried_and_came_out_better_says_so_with_the_words_of_both_tries() -> None:
    found = made((PUSHED, *AFTER), (TOOK_UP, *AFTER))
    assert found.verdict == "better"
    assert (found.first.measure, found.second.measure) != (None, None)
    assert [one.quote for one in found.second.evidence if one.effect == "+" and one.turn == 3] == ["전화가 끊길까 봐 걱정되시는군요."]
    assert [one.turn for one in found.first.evidence if one.effect == "-"] == [3]
    assert {one.measure for one in (*found.first.evidence, *found.second.evidence)} == {"acknowledgement"}


def test_the_other_way_round_it_is_less_than_before_and_the_same_words_are_the_same() -> None:
    assert made((TOOK_UP, *AFTER), (PUSHED, *AFTER)).verdict == "worse"
    assert made((TOOK_UP, *AFTER), (TOOK_UP, *AFTER)).verdict == "same"


def test_where_nothing_called_for_it_no_verdict_is_made_up() -> None:
    found = made((PUSHED, *AFTER), ("rep: 네, 번호이동은 영업일로 5일 걸려요.",), "objection_handling")
    assert found.second.measure is None
    assert found.verdict == "unseen"


def test_what_was_said_before_and_after_those_turns_counts_for_neither() -> None:
    long = (TOOK_UP, *AFTER, "buyer: 여덟 명이요.", "rep: 여덟 분이군요. 어떠세요?", WORRIED, PUSHED, WORRIED, PUSHED)
    assert made(long, (TOOK_UP, *AFTER)).verdict == "same"
    found = made(long, (TOOK_UP, *AFTER, "buyer: 여덟 명이요.", "rep: 여덟 분이군요. 어떠세요?", WORRIED, PUSHED))
    assert (found.first.turns, found.second.turns) == (3, 3)
    assert found.verdict == "same"


def test_a_next_step_that_was_missing_is_nothing_and_one_that_is_made_is_something() -> None:
    step = "rep: 비교표는 제가 금요일 오전까지 메일로 보내드릴게요. 다음 주 화요일 2시에 통화하실까요?"
    later = ("buyer: 네.", "rep: 점심시간에는 어떠세요?", "buyer: 글쎄요.", "rep: 네, 저희는 잘 해요.")
    found = made((PUSHED, *later), (TOOK_UP, "buyer: 네, 좋아요.", step, "buyer: 네, 좋아요."), "next_step")
    assert found.first.credit == 0.0
    assert found.verdict == "better"


@pytest.mark.parametrize("measure", [name for name, one in wordings("ko").measures.items() if one.rewrite])
@pytest.mark.parametrize(("good", "bad"), [(GOOD_KO, BAD_KO), (GOOD_EN, BAD_EN)], ids=["ko", "en"])
def test_whatever_can_be_advised_can_be_redone(measure: str, good: Transcript, bad: Transcript) -> None:
    language: Language = "ko" if good is GOOD_KO else "en"
    found = redone(seen(bad, language), seen(good, language), Branch("first", bad.rep_turns()[1].index, 3, measure), default_rubric())
    assert found is not None
    assert found.measure == measure
    assert found.dimension == next(row.dimension for row in MEASURES if row.name == measure)
    for one in (found.first, found.second):
        assert (one.measure is None) == (one.credit is None)
        assert one.turns <= 3


@pytest.mark.parametrize(("measure", "turn"), [(None, 3), ("forgotten", 3), ("tone", 99)])
def test_without_a_measure_or_a_turn_there_is_nothing_to_hold_against(measure: str | None, turn: int) -> None:
    start = (*START, WORRIED, TOOK_UP)
    assert redone(seen(talk(*start), "ko"), seen(talk(*start), "ko"), Branch("first", turn, 3, measure), default_rubric()) is None
