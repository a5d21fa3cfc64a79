"""KakaoTalk's text exports: PC, Android and iPhone, in Korean and in English. The one who exported is the rep, the one the chat is with the buyer."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from assistant.domain.words import Speaker
from assistant.errors import TranscriptError

_CLOCK = r"(?P<half>오전|오후|AM|PM|am|pm)?\s?(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::\d{2})?\s?(?P<half_after>AM|PM|am|pm)?"
_MONTHS = {name: number for number, name in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), 1)}
_KO_DATE = r"(?P<y>\d{4})(?:년|\.|-)\s?(?P<m>\d{1,2})(?:월|\.|-)\s?(?P<d>\d{1,2})(?:일|\.)?(?:\s?[월화수목금토일]요일)?"
_EN_DATE = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,\s)?(?P<mon>[A-Z][a-z]{2})[a-z]*\.?\s(?P<d2>\d{1,2}),?\s(?P<y2>\d{4})"
_DATE = f"(?:{_KO_DATE}|{_EN_DATE})"

_TITLE = re.compile(r"^\ufeff?(?:(?P<ko>.+?)\s?님과 카카오톡 대화|KakaoTalk Chats? with (?P<en>.+?))\s*$")
_SAVED = re.compile(r"^(?:저장한 날짜|Date Saved)\s?:")
_DAY = re.compile(rf"^(?:-{{5,}}\s*)?{_DATE}(?:\s*-{{5,}})?$")
_STAMP_ONLY = re.compile(rf"^{_DATE}(?:,| at)?\s{_CLOCK}$")
_PC = re.compile(rf"^\[(?P<who>[^\]]+)\] \[{_CLOCK}\] ?(?P<text>.*)$")
_PHONE = re.compile(rf"^{_DATE}(?:,| at)?\s{_CLOCK},\s(?P<who>.+?)\s:\s?(?P<text>.*)$")
_NOTICE = re.compile(
    rf"^{_DATE}(?:,| at)?\s{_CLOCK}[,:]\s(?!.+ : ).*$|.*(?:님이 (?:들어왔습니다|나갔습니다)|joined this chatroom|left this chatroom)\.?$"
)
_EXPORTER = frozenset({"회원님", "나", "you", "me"})


@dataclass(slots=True)
class KakaoReader:
    """Reads line by line. `partner`: whom the chat is with, by the title line; `day`: the date the following PC lines belong to."""

    partner: str | None = None
    day: tuple[int, int, int] | None = None

    def read(self, line: str) -> tuple[str, str, datetime | None] | bool:
        """(name, text, time) of a message; True for a line of the export that is none; False for the next line of a message."""
        if title := _TITLE.match(line):
            self.partner = title["ko"] or title["en"]
            return True
        if _SAVED.match(line) or _STAMP_ONLY.match(line):
            return True
        if found := _DAY.match(line):
            self.day = _date(found)
            return True
        if found := _PC.match(line):
            return found["who"].strip(), found["text"], _time(self.day, found)
        if found := _PHONE.match(line):
            return found["who"].strip(), found["text"], _time(_date(found), found)
        return bool(_NOTICE.match(line))


def looks_like_export(lines: Iterable[str]) -> bool:
    """True when any of the first lines of a text file is a title or message of an export."""
    return any(_TITLE.match(line) or _PC.match(line) or _PHONE.match(line) for line in lines)


def speakers_of(names: list[str], given: Mapping[str, Speaker], partner: str | None) -> dict[str, Speaker]:
    """Who is who, by what the person said, by the exporter's own name, by the title. Raises TranscriptError when it cannot be told."""
    known = {name: given[name] for name in names if name in given}
    left = [name for name in names if name not in known]
    if partner in left:
        known |= {name: "buyer" if name == partner else "rep" for name in left}
    elif exporter := [name for name in left if name.casefold() in _EXPORTER]:
        known |= {name: "rep" if name in exporter else "buyer" for name in left}
    elif len(left) == 1 and len(set(known.values())) == 1:
        known[left[0]] = "buyer" if "rep" in known.values() else "rep"
    elif left:
        listed = ", ".join(left[:6])
        raise TranscriptError(
            ko=f"누가 영업 담당자인지 알 수 없어요. 이름마다 rep 또는 buyer를 정해 주세요: {listed}",
            en=f"It cannot be told who the rep is. Say rep or buyer for each name: {listed}",
        )
    return known


def _date(found: re.Match[str]) -> tuple[int, int, int] | None:
    if found["y"]:
        return int(found["y"]), int(found["m"]), int(found["d"])
    month = _MONTHS.get((found["mon"] or "").lower())
    return (int(found["y2"]), month, int(found["d2"])) if month else None


def _time(day: tuple[int, int, int] | None, found: re.Match[str]) -> datetime | None:
    """KakaoTalk writes local time without a zone and without seconds; only differences are used, so UTC is as good as any."""
    half = (found["half"] or found["half_after"] or "").lower()
    hour = int(found["hour"])
    if half in {"오후", "pm"} and hour < 12:
        hour += 12
    elif half in {"오전", "am"} and hour == 12:
        hour = 0
    try:
        return datetime(*day, hour, int(found["minute"]), tzinfo=UTC) if day else None
    except ValueError:
        return None
