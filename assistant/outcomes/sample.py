"""Files to fill in: with the team's own names, as a Korean Excel opens them (UTF-8 with a mark)."""

import csv
import io
from collections.abc import Sequence

from assistant.domain.outcome import OutcomeKind
from assistant.domain.people import Person
from assistant.domain.words import Language
from assistant.outcomes.reading import FORMULA

HEADS: dict[OutcomeKind, dict[Language, tuple[str, ...]]] = {
    "deals": {"ko": ("담당자", "거래", "종료일", "결과", "금액"), "en": ("rep", "deal", "closed", "result", "amount")},
    "kpi": {"ko": ("담당자", "월", "지표", "값"), "en": ("rep", "month", "kpi", "value")},
}
ROWS: dict[OutcomeKind, dict[Language, tuple[tuple[str, ...], ...]]] = {
    "deals": {
        "ko": (("한빛물류 전화 교체", "2026-10-31", "수주", "36000000"), ("다온정공 교육", "2026-10-20", "실주", "")),
        "en": (("Hanbit phones", "2026-10-31", "won", "36000000"), ("Daon training", "2026-10-20", "lost", "")),
    },
    "kpi": {
        "ko": (("2026-10", "신규 상담", "12"), ("2026-10", "제안", "4")),
        "en": (("2026-10", "first calls", "12"), ("2026-10", "proposals", "4")),
    },
}


def sample(kind: OutcomeKind, people: Sequence[Person], language: Language) -> bytes:
    """Two rows for the first two of these people."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(HEADS[kind][language])
    logins = [one.login for one in people[:2]] or ["kim@company.kr"]
    for number, row in enumerate(ROWS[kind][language]):
        writer.writerow([inert(logins[number % len(logins)]), *row])
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def inert(text: str) -> str:
    """The text as a spreadsheet shows it and does not compute it."""
    return f"'{text}" if text.startswith(FORMULA) else text
