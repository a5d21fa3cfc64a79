"""What a question finds."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from assistant.index import HybridIndex
from tests.index.conftest import PASSAGES, TEXTS, passage


def names(index: HybridIndex, *queries: str, k: int = 3) -> list[list[str]]:
    return [[one.passage.heading for one in found] for found in index.search(queries, k)]


@pytest.fixture
def full(index: HybridIndex) -> HybridIndex:
    index.put(PASSAGES)
    return index


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("번호이동 하는 데 며칠 걸려요?", "번호이동"),
        ("번호 이동하려면 서류가 뭐가 필요하죠", "번호이동"),
        ("대표번호를그대로쓸수있나요", "번호이동"),
        ("한 석에 얼마예요?", "가격"),
        ("이십사 개월 약정 할인", "가격"),
        ("인터넷 회선이 끊기면 어떻게 됩니까?", "장애"),
        ("보이스 피싱에 우리 번호가 쓰이면요?", "보이스피싱"),
        ("How long are recordings kept?", "Security"),
        ("will my agents need training on the new screens", "Onboarding"),
        ("통신서비스이용증명원 어디에 써요?", "번호이동"),
        ("가용률 99.95% 보장하나요", "장애"),
    ],
)
def test_a_question_finds_its_passage_however_it_is_spaced(full: HybridIndex, question: str, answer: str) -> None:
    assert names(full, question)[0][0] == answer


def test_a_passage_comes_back_whole_with_its_citation(full: HybridIndex) -> None:
    found = full.search(["번호이동 서류"], 1)[0][0].passage
    assert (found.playbook, found.version, found.section, found.page) == ("한결콜", 1, "한결콜 플레이북 > 번호이동", 3)
    assert found.text == TEXTS["번호이동"]


def test_scores_fall_from_best_to_worst_and_stay_between_0_and_1(full: HybridIndex) -> None:
    for found in full.search(["번호이동 서류", "recordings", "가격 할인 약정 보이스봇 상담석"], 6):
        scores = [one.score for one in found]
        assert scores == sorted(scores, reverse=True)
        assert all(0 < score <= 1 for score in scores)


def test_a_question_nothing_answers_scores_far_below_one_that_something_does(full: HybridIndex) -> None:
    for question in ("오늘 점심은 뭐 먹을까요", "초음파 프로브 값", "who won the football match"):
        assert all(one.score < 0.15 for one in full.search([question], 1)[0])
    for question in ("번호이동 서류", "상담석 가격", "recordings encrypted"):
        assert full.search([question], 1)[0][0].score > 0.3


def test_many_questions_are_answered_in_their_order(full: HybridIndex) -> None:
    assert [one[0] for one in names(full, "가격", "장애 회선", "recordings", k=1)] == ["가격", "장애", "Security"]


def test_an_empty_question_and_an_empty_index_find_nothing(index: HybridIndex) -> None:
    assert index.search(["가격"], 3) == [[]]
    index.put(PASSAGES)
    assert all(one.score < 0.2 for one in index.search(["?"], 3)[0])
    assert index.search([], 3) == []


def test_only_the_playbooks_asked_for_are_searched(full: HybridIndex) -> None:
    full.put(
        [passage("가격", "상담석 하나에 월 49,000원입니다.", playbook="옛 가격표"), passage("가격", "상담석 하나에 월 61,000원입니다.", version=2)]
    )
    found = full.search(["상담석 가격"], 9, {("옛 가격표", 1)})[0]
    assert [one.passage.playbook for one in found] == ["옛 가격표"]
    assert {one.passage.version for one in full.search(["상담석 가격"], 9, {("한결콜", 2)})[0]} == {2}


def test_a_passage_put_again_is_replaced_not_doubled(full: HybridIndex) -> None:
    full.put([passage("가격", "상담석 하나에 월 70,000원입니다.")])
    found = full.search(["상담석 가격"], 9)[0]
    assert [one.passage.text for one in found if one.passage.section.endswith("가격")] == ["상담석 하나에 월 70,000원입니다."]
    assert len(full.ids()) == len(PASSAGES)


def test_a_removed_passage_is_not_found_and_removing_it_again_does_no_harm(full: HybridIndex) -> None:
    full.remove([PASSAGES[0].id])
    full.remove([PASSAGES[0].id, "never there"])
    assert "번호이동" not in names(full, "번호이동 서류", k=9)[0]
    assert PASSAGES[0].id not in full.ids()


def test_rebuilding_leaves_what_is_given_and_nothing_else(full: HybridIndex) -> None:
    steps: list[tuple[int, int]] = []
    full.rebuild(PASSAGES[:2], lambda done, of: steps.append((done, of)))
    assert full.ids() == {one.id for one in PASSAGES[:2]}
    assert steps[-1] == (2, 2)


def test_more_passages_than_chroma_takes_at_once_are_all_found(index: HybridIndex) -> None:
    many = [passage(f"{n}번", f"Answer number {n} is code{n}.", page=None) for n in range(6000)]
    index.put(many)
    assert len(index.ids()) == 6000
    assert index.search(["code4321"], 1)[0][0].passage.id == many[4321].id


def test_threads_may_search_while_another_puts(full: HybridIndex) -> None:
    more = [passage(f"항목{n}", f"{n}번째 안내 문장입니다.") for n in range(300)]
    with ThreadPoolExecutor(4) as threads:
        putting = threads.submit(full.put, more)
        asking = [threads.submit(full.search, ["번호이동 서류"], 1) for _ in range(40)]
        assert {one.result()[0][0].passage.section for one in asking} == {"한결콜 플레이북 > 번호이동"}
        putting.result()
    assert len(full.ids()) == len(PASSAGES) + 300
