"""Passages to find, and an index in a folder of the test's own."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.domain.playbook import Passage
from assistant.index import EmbeddedVectors, HybridIndex, index_in

TEXTS = {
    "번호이동": "대표번호를 그대로 가져오려면 번호이동 신청서와 통신서비스 이용증명원이 필요합니다. 접수에서 개통까지 영업일로 이레가 걸립니다.",
    "가격": "상담석 하나에 월 58,000원입니다. 24개월을 약정하면 8% 할인합니다. 받아쓰기와 보이스봇은 쓴 만큼 냅니다.",
    "장애": "회선이 끊기면 20초 안에 예비 회선으로 바뀝니다. 가용률이 99.95%에 못 미치면 요금을 줄여 드립니다.",
    "보이스피싱": "발신번호는 미리 등록한 번호만 쓸 수 있습니다. 해외에서 걸려 온 전화는 표시해 줍니다.",
    "Security": "Recordings are encrypted and kept for ninety days. The processing agreement names every sub-processor.",
    "Onboarding": "Agents learn the new screen in two sessions of ninety minutes, then work one month in parallel with the old switch.",
}


def passage(name: str, text: str, playbook: str = "한결콜", version: int = 1, page: int | None = 3) -> Passage:
    return Passage(f"{playbook}-{version}-{name}", playbook, version, f"한결콜 플레이북 > {name}", page, text)


PASSAGES = tuple(passage(name, text) for name, text in TEXTS.items())


@pytest.fixture
def index(tmp_path: Path) -> Iterator[HybridIndex]:
    opened = index_in(tmp_path / "index", EmbeddedVectors())
    yield opened
    opened.close()
