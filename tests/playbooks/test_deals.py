"""Which playbook is taken to which deal."""

from pathlib import Path

import pytest

from assistant.playbooks.deals import concerns
from assistant.readers.markdown import read
from assistant.scenarios import Library

KNOWLEDGE = Path(__file__).resolve().parents[2] / "knowledge"
PHONE = ("클라우드 전화", "상담센터", "번호이동", "ARS")
INSURANCE = ("법인보험", "가업승계", "보험")


def test_a_playbook_that_uses_the_words_of_the_product_belongs() -> None:
    assert concerns(["클라우드전화로 옮기는 법", "번호 이동과 번호이동 서류", "가격"], PHONE)


def test_a_cloud_phone_price_list_stays_out_of_a_talk_about_insurance() -> None:
    prices = ["상담센터 요금표", "번호이동은 무료", "ARS 한 줄 2만 원", "보험 업종은 따로 문의", "녹취 보관"]
    assert concerns(prices, PHONE)
    assert not concerns(prices, INSURANCE)


def test_one_mention_in_a_big_handbook_is_not_enough_and_a_chapter_is() -> None:
    handbook = ["사내 규정입니다."] * 200
    assert not concerns([*handbook, "상담센터 번호는 내선 100번"], PHONE)
    assert concerns([*handbook, *["상담센터를 클라우드 전화로 옮긴 이야기"] * 6], PHONE)


def test_a_short_word_inside_another_word_is_not_that_word() -> None:
    assert not concerns(["아이사진 정리", "release notes"], ("이사", "lease"))
    assert concerns(["이사 견적을 냅니다."], ("이사", "lease"))
    assert concerns(["Two leases end."], ("이사", "lease"))


def test_nothing_belongs_to_a_deal_without_words_and_an_empty_playbook_to_none() -> None:
    assert not concerns(["상담센터"], ())
    assert not concerns([], PHONE)


@pytest.mark.parametrize("sample", sorted((KNOWLEDGE / "playbooks").glob("*.md")), ids=lambda path: path.stem)
def test_each_sample_playbook_belongs_to_the_phone_deal_and_to_no_other(sample: Path) -> None:
    texts = [one.text for one in read(sample).sections]
    deals = {one.id for one in Library(KNOWLEDGE / "scenarios").all() if concerns(texts, one.deal.keywords.ko + one.deal.keywords.en)}
    assert deals == {"cloud-phone-cx-lead"}
