"""A file of outcomes as spreadsheets write them: in UTF-8, UTF-16 or the Korean code page 949; with Korean or English headings. Pure.

Every row is read; what cannot be used is told by its line and the reason. Nothing in a cell is ever computed: a formula is text, and refused.
"""

import csv
import io
import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date

from assistant.domain.outcome import BadRow, Outcome, OutcomeKind, Read
from assistant.domain.words import Text
from assistant.errors import InputError

MOST_BYTES, MOST_ROWS = 2_000_000, 20_000
LONGEST_NAME = 200
HEADINGS: Mapping[str, tuple[str, ...]] = {
    "rep": ("rep", "login", "email", "owner", "sales rep", "담당자", "이메일", "로그인", "영업사원", "이름"),
    "deal": ("deal", "opportunity", "딜", "거래", "건명", "영업기회"),
    "closed": ("closed", "closed on", "close date", "종료일", "마감일", "계약일", "완료일"),
    "result": ("result", "outcome", "결과", "상태"),
    "amount": ("amount", "금액", "계약금액"),
    "month": ("month", "월", "기준월", "년월"),
    "kpi": ("kpi", "지표"),
    "value": ("value", "값", "실적"),
}
NEEDED: Mapping[OutcomeKind, tuple[str, ...]] = {"deals": ("rep", "deal", "closed", "result"), "kpi": ("rep", "month", "kpi", "value")}
RESULTS = {"won": 1.0, "win": 1.0, "수주": 1.0, "성공": 1.0, "계약": 1.0, "lost": 0.0, "loss": 0.0, "실주": 0.0, "실패": 0.0}
FORMULA = ("=", "+", "-", "@", "\t", "\r")
_DAY = re.compile(r"(\d{4})\s?[-./년]\s?(\d{1,2})\s?[-./월]\s?(\d{1,2})\s?[.일]?")
_MONTH = re.compile(r"(\d{4})\s?[-./년]\s?(\d{1,2})\s?[.월]?")
_NUMBER = re.compile(r"-?\d+(\.\d+)?")

Who = Callable[[str], str | Text | None]
"""What stands in the file -> a person's id; None where there is nobody, a sentence where it could be several."""


class _Unusable(Exception):
    """A row's fault, caught where its line is known."""

    def __init__(self, ko: str, en: str) -> None:
        super().__init__(en)
        self.why = Text(ko, en)


def read_outcomes(content: bytes, who: Who) -> Read:
    """Raises InputError for a file that is none of this at all."""
    rows = _rows(decoded(content))
    heads = [_plain(one) for one in next(rows, (0, []))[1]]
    columns = {name: place for name, known in HEADINGS.items() for place, head in enumerate(heads) if head in known}
    kind = next((each for each, needed in NEEDED.items() if all(name in columns for name in needed)), None)
    if kind is None:
        raise InputError(
            ko="첫 줄에서 열 이름을 찾지 못했어요. '담당자, 거래, 종료일, 결과' 또는 '담당자, 월, 지표, 값'이 있어야 해요. 예시 파일을 받아 보세요.",
            en="The first line lacks headings. It needs “rep, deal, closed, result” or “rep, month, kpi, value”; see the sample file.",
        )
    found: dict[tuple[str, str], tuple[int, Outcome]] = {}
    bad: list[BadRow] = []
    for line, cells in rows:
        if len(found) + len(bad) >= MOST_ROWS:
            raise InputError(
                ko=f"한 번에 {MOST_ROWS:,}줄까지 올릴 수 있어요. 나눠서 올려 주세요.", en=f"At most {MOST_ROWS:,} lines at once. Split it."
            )
        try:
            one = _outcome(kind, {name: cells[at].strip() if at < len(cells) else "" for name, at in columns.items()}, who)
            earlier = found.setdefault((one.person, one.key), (line, one))
            if earlier[0] != line:
                raise _Unusable(f"{earlier[0]}번째 줄과 같은 건이에요.", f"It is the same one as in line {earlier[0]}.")
        except _Unusable as fault:
            bad.append(BadRow(line, fault.why))
    return Read(kind, tuple(one for _, one in found.values()), tuple(bad))


def decoded(content: bytes) -> str:
    """Raises InputError for what is no text in any of the encodings that spreadsheets write."""
    if len(content) > MOST_BYTES:
        raise InputError(ko="2MB까지 올릴 수 있어요. 나눠서 올려 주세요.", en="At most 2 MB. Split the file and add the parts.")
    encodings = ("utf-16",) if content.startswith((b"\xff\xfe", b"\xfe\xff")) else ("utf-8-sig", "cp949")
    for encoding in encodings:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\x00" not in text:
            return text
    raise InputError(
        ko="글자를 읽을 수 없는 파일이에요. 엑셀에서 'CSV UTF-8'로 저장해서 다시 올려 주세요.",
        en="This file cannot be read as text. Save it from the spreadsheet as “CSV UTF-8” and add it again.",
    )


def _rows(text: str) -> Iterator[tuple[int, list[str]]]:
    """(line, cells), empty lines left out. Raises InputError for quotes that do not close."""
    head = text.lstrip("\r\n").partition("\n")[0]
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=max(",;\t", key=head.count), strict=True)
    try:
        for cells in reader:
            if any(one.strip() for one in cells):
                yield reader.line_num, cells
    except csv.Error as error:
        raise InputError(
            ko=f"{reader.line_num}번째 줄의 따옴표나 칸이 맞지 않아요. 고쳐서 다시 올려 주세요.",
            en=f"Line {reader.line_num} cannot be read: its quotes do not close. Mend it and add the file again.",
        ) from error


def _plain(head: str) -> str:
    return " ".join(head.strip().lower().replace("_", " ").replace("-", "").split())


def _outcome(kind: OutcomeKind, row: Mapping[str, str], who: Who) -> Outcome:
    person = who(row["rep"].removeprefix("'"))
    if isinstance(person, Text):
        raise _Unusable(person.ko, person.en)
    if person is None:
        raise _Unusable(f"'{row['rep']}' 님은 내 팀에 없어요.", f"“{row['rep']}” is in none of your teams.")
    if kind == "deals":
        won = RESULTS.get(row["result"].lower())
        if won is None:
            raise _Unusable(f"결과에 '{row['result']}' 말고 수주나 실주로 적어 주세요.", f"“{row['result']}” is neither won nor lost.")
        amount = _number(row["amount"]) if row.get("amount") else None
        return Outcome(person, kind, _name(row["deal"]), _day(row["closed"]), won, amount)
    return Outcome(person, kind, _name(row["kpi"]), _month(row["month"]), _number(row["value"]))


def _name(text: str) -> str:
    if not text or len(text) > LONGEST_NAME:
        raise _Unusable(f"이름은 1자 이상 {LONGEST_NAME}자 이하여야 해요.", f"A name has 1 to {LONGEST_NAME} characters.")
    if text.startswith(FORMULA):
        raise _Unusable(
            f"수식처럼 시작해요: '{text[:20]}'. 첫 글자를 지워 주세요.", f"“{text[:20]}” begins like a formula. Take the first sign away."
        )
    return text


def _day(text: str) -> date:
    found = _DAY.fullmatch(text)
    try:
        if found:
            return date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError:
        pass
    raise _Unusable(f"날짜로 읽을 수 없어요: '{text}'. 2026-10-31처럼 적어 주세요.", f"“{text}” is no date. Write it like 2026-10-31.")


def _month(text: str) -> date:
    if _DAY.fullmatch(text):
        return _day(text).replace(day=1)
    found = _MONTH.fullmatch(text)
    if found and 1 <= int(found[2]) <= 12 and int(found[1]) >= 1:
        return date(int(found[1]), int(found[2]), 1)
    raise _Unusable(f"월로 읽을 수 없어요: '{text}'. 2026-10처럼 적어 주세요.", f"“{text}” is no month. Write it like 2026-10.")


def _number(text: str) -> float:
    plain = re.sub(r"[,\s₩%원]", "", text)
    if not _NUMBER.fullmatch(plain) or len(plain) > 18:
        raise _Unusable(f"숫자로 읽을 수 없어요: '{text}'.", f"“{text}” is no number.")
    return float(plain)
