"""Near-same passages and different numbers for one thing, between documents."""

import pytest

from assistant.domain.playbook import Passage
from assistant.playbooks.agreement import contradictions, duplicates

PRICE = "클라우드 전화는 상담석 하나에 월 58,000원입니다."


def passages(**texts: str) -> list[Passage]:
    return [Passage(name, name, 1, "요금", None, text) for name, text in texts.items()]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (PRICE, "클라우드 전화는 상담석 하나에 월 61,000원입니다."),
        ("번호이동은 영업일로 5일 걸립니다.", "번호이동에는 영업일로 7일이 걸립니다."),
        ("위약금은 남은 약정 요금의 20%입니다.", "위약금은 남은 약정 요금의 30%예요."),
        ("상품: 기본 | 월 요금: 58,000원", "상품: 기본 | 월 요금: 61,000원"),
        ("The cancellation fee is 20% of the remaining contract.", "The cancellation fee is 30 percent of the remaining contract."),
        ("Porting a number takes five business days.", "Porting a number takes seven business days."),
    ],
)
def test_two_numbers_for_one_thing_are_found_with_both_sources(one: str, other: str) -> None:
    (pair,) = contradictions(passages(a=one, b=other))
    assert {pair.one.passage.playbook, pair.other.passage.playbook} == {"a", "b"}
    for said in (pair.one, pair.other):
        assert said.number is not None
        assert any(char.isdigit() for char in said.words[slice(*said.number)]) or said.words[slice(*said.number)].strip()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (PRICE, PRICE),
        (PRICE, "클라우드 전화는 상담석 하나에 월 5만 8천원이에요."),
        (PRICE, "복합기 임대료는 한 대에 월 61,000원입니다."),
        (PRICE, "상담석은 120석까지 늘릴 수 있습니다."),
        ("번호이동은 영업일로 5일 걸립니다.", "번호이동은 지역번호만 됩니다."),
        ("2025년에 문을 열었습니다.", "2026년에 문을 열었습니다."),
        (PRICE, "The cloud phone costs 61,000 won a seat."),
    ],
)
def test_the_same_number_another_thing_and_another_language_contradict_nothing(one: str, other: str) -> None:
    assert contradictions(passages(a=one, b=other)) == ()


def test_of_a_price_list_s_rows_only_the_row_that_differs_is_one() -> None:
    old = "구축비, 60석까지 | 350만 원\n구축비, 61석에서 120석 | 550만 원"
    found = contradictions(passages(a=old, b=old.replace("550만", "660만")))
    assert [(one.one.words, one.other.words) for one in found] == [("구축비, 61석에서 120석 | 550만 원", "구축비, 61석에서 120석 | 660만 원")]


def test_one_document_does_not_contradict_itself() -> None:
    both = [Passage(str(n), "a", 1, "", None, text) for n, text in enumerate((PRICE, PRICE.replace("58", "61")))]
    assert contradictions(both) == ()
    assert duplicates(both) == ()


def test_near_same_passages_are_found_and_others_are_not() -> None:
    text = "번호이동을 신청하면 통신사가 명의를 확인하고, 영업일로 닷새 뒤 새벽에 번호를 옮깁니다. 그동안 걸려 온 전화는 쓰던 곳에서 받습니다."
    (pair,) = duplicates(passages(a=text, b=text.replace("닷새", "이레"), c="전혀 다른 이야기입니다. 복합기는 한 달에 한 번 점검합니다."))
    assert {pair.one.passage.id, pair.other.passage.id} == {"a", "b"}
    assert 0.6 <= pair.alike < 1


def test_a_pair_keeps_its_key_in_new_versions_of_both_documents() -> None:
    (one,) = contradictions(passages(a=PRICE, b=PRICE.replace("58", "61")))
    (again,) = contradictions(passages(b=PRICE.replace("58", "61") + " 부가세는 따로입니다.", a=PRICE))
    assert one.key == again.key


def test_two_that_agree_both_contradict_a_third() -> None:
    old, new = "위약금은 남은 약정 요금의 20%입니다.", "위약금은 남은 약정 요금의 30%입니다."
    found = contradictions(passages(a=old, b=old, c=new))
    assert {frozenset((one.one.passage.playbook, one.other.passage.playbook)) for one in found} <= {frozenset("ac"), frozenset("bc")}
    assert found != ()


def test_a_number_the_other_document_gives_too_contradicts_nothing() -> None:
    tiers = "위약금은 남은 약정 요금의 20%입니다. 첫해 위약금은 남은 약정 요금의 30%입니다."
    assert contradictions(passages(a="위약금은 남은 약정 요금의 20%입니다.", b=tiers)) == ()
