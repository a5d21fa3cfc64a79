"""What tests of the shelf put on it."""

from datetime import UTC, datetime

from assistant.domain.people import LOCAL_PERSON
from assistant.domain.words import Lines
from assistant.playbooks import Added, Shelf, Upload

PRICES = "# 가격\n\n상담석 하나에 월 58,000원입니다.\n\n# 번호이동\n\n대표번호는 번호이동으로 그대로 가져옵니다.\n"
PHONE = Lines(("상담석", "번호이동"), ("cloud phone",))
INSURANCE = Lines(("법인보험",), ("insurance",))


def now() -> datetime:
    return datetime(2026, 11, 22, 9, tzinfo=UTC)


def put(shelf: Shelf, name: str = "요금표.md", text: str = PRICES) -> Added:
    return shelf.add(LOCAL_PERSON, Upload(name, text.encode()))


def texts(shelf: Shelf, query: str = "상담석 가격") -> list[str]:
    return [one.passage.text for one in shelf.search([query], 9)[0]]
