"""KakaoTalk's text exports: PC, Android and iPhone, in Korean and in English, of two or of many. Photos, calls and deleted messages are no words."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from assistant.domain.conversation import Line

Day = tuple[int, int, int]
"""Year, month, day."""
_CLOCK = (
    r"(?P<half>오전|오후|AM|PM|am|pm|a\.m\.|p\.m\.)?\s?(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::\d{2})?\s?(?P<half_after>AM|PM|am|pm|a\.m\.|p\.m\.)?"
)
_MONTHS = {name: number for number, name in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), 1)}
_WEEKDAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,\s)?"
_KO_DATE = r"(?P<y>\d{4})(?:년|\.|-|/)\s?(?P<m>\d{1,2})(?:월|\.|-|/)\s?(?P<d>\d{1,2})(?:일|\.)?(?:\s?\(?[월화수목금토일](?:요일)?\)?)?"
_EN_DATE = rf"{_WEEKDAY}(?P<mon>[A-Z][a-z]{{2}})[a-z]*\.?\s(?P<d2>\d{{1,2}}),?\s(?P<y2>\d{{4}})"
_UK_DATE = rf"{_WEEKDAY}(?P<d3>\d{{1,2}})\s(?P<mon3>[A-Z][a-z]{{2}})[a-z]*\.?,?\s(?P<y3>\d{{4}})"
_DATE = f"(?:{_KO_DATE}|{_EN_DATE}|{_UK_DATE})"

_TITLE = re.compile(
    r"^\ufeff?(?:(?P<ko>.+?)\s?(?:\d+\s)?(?:님과|과의|와의)\s?카카오톡 대화|(?P<group>.+?)\s카카오톡 대화"
    r"|KakaoTalk Chats? with (?P<en>.+?)|(?P<group_en>.+?)(?: \d+)? KakaoTalk Chats?)\s*$"
)
_SAVED = re.compile(r"^(?:저장한 날짜|Date Saved)\s?:", re.IGNORECASE)
_DAY = re.compile(rf"^(?:-{{5,}}\s*)?{_DATE}(?:\s*-{{5,}})?$")
_STAMP_ONLY = re.compile(rf"^{_DATE}(?:,| at)?\s{_CLOCK}$")
_PC = re.compile(rf"^\[(?P<who>[^\]]+)\] \[{_CLOCK}\] ?(?P<text>.*)$")
_PHONE = re.compile(rf"^{_DATE}(?:,| at)?\s{_CLOCK},\s(?P<who>.+?)\s:\s?(?P<text>.*)$")
_NOTICE = re.compile(
    rf"^{_DATE}(?:,| at)?\s{_CLOCK}[,:]\s(?!.+ : ).*$"
    r"|^.{1,40}님(?:이|을)\s?(?:.{1,40}님을\s)?(?:들어왔습니다|나갔습니다|초대했습니다|내보냈습니다)\.?$"
    r"|^.{1,60}(?:joined this chatroom|left this chatroom|(?:has )?invited .{1,60}|was removed from this chatroom)\.?$"
    r"|^(?:채팅방 관리자가 메시지를 가렸습니다|운영정책을 위반한 메시지|불법촬영물등 식별|타인, 기관 등의 사칭)"
)
_NO_MESSAGE = re.compile(
    r"(?:<?사진(?:\s?\d+장)?(?: 읽지 않음)?>?|동영상|이모티콘|음성메시지|삭제된 메시지입니다\.?|메시지가 삭제되었습니다\.?|선물하기|연락처|라이브톡"
    r"|(?:보이스톡|페이스톡)\s?(?:해요|취소|부재중|종료)?(?:\s?\d{1,2}:\d{2}(?::\d{2})?)?|파일: .+|지도: .+|프로필: .+|연락처: .+"
    r"|\(?(?:Photos?|\d+ photos|Video|Emoticons?|Stickers?|Voice (?:note|message)|Deleted message\.?|This message was deleted\.?"
    r"|File: .+|Map: .+|Contact: .+|(?:Voice|Face|Video) ?(?:Talk|call).{0,12})\)?)",
    re.IGNORECASE,
)


def is_no_message(text: str) -> bool:
    """What an export writes where there was a photo, an emoticon, a call or a deleted message."""
    return _NO_MESSAGE.fullmatch(text.strip()) is not None


@dataclass(slots=True)
class KakaoReader:
    """Reads line by line. `partner`: whom the chat is with, by the last of so many `titles`; `day`: the date the following PC lines
    belong to; `silent`: the last message holds no words."""

    partner: str | None = None
    day: Day | None = None
    silent: bool = False
    titles: int = 0

    def read(self, line: str) -> Line | bool:
        """A message; True for a line of the export that is none; False for the next line of a message."""
        if title := _TITLE.match(line):
            self.titles += 1
            self.partner = next(name for name in title.groups() if name)
            return True
        if _SAVED.match(line) or _STAMP_ONLY.match(line):
            return True
        if found := _DAY.match(line):
            self.day = _date(found)
            return True
        if found := _PC.match(line):
            return self._said(found, self.day)
        if found := _PHONE.match(line):
            return self._said(found, _date(found))
        if _NOTICE.match(line):
            return True
        return self.silent

    def _said(self, found: re.Match[str], day: Day | None) -> Line | bool:
        """What follows a photo, a call or a deleted message belongs to nobody."""
        self.silent = is_no_message(found["text"])
        return True if self.silent else Line(found["who"].strip(), found["text"], _time(day, found))


def looks_like_export(lines: Iterable[str]) -> bool:
    """True when any of the first lines of a text file is a title or message of an export."""
    return any(_TITLE.match(line) or _PC.match(line) or _PHONE.match(line) for line in lines)


def _date(found: re.Match[str]) -> Day | None:
    if found["y"]:
        return int(found["y"]), int(found["m"]), int(found["d"])
    year, month, day = (found["y2"], found["mon"], found["d2"]) if found["mon"] else (found["y3"], found["mon3"], found["d3"])
    number = _MONTHS.get((month or "").lower())
    return (int(year), number, int(day)) if number else None


def _time(day: Day | None, found: re.Match[str]) -> datetime | None:
    """KakaoTalk writes local time without a zone and without seconds; only differences are used, so UTC is as good as any."""
    half = (found["half"] or found["half_after"] or "").lower().replace(".", "")
    hour = int(found["hour"])
    if half in {"오후", "pm"} and hour < 12:
        hour += 12
    elif half in {"오전", "am"} and hour == 12:
        hour = 0
    try:
        return datetime(*day, hour, int(found["minute"]), tzinfo=UTC) if day else None
    except ValueError:
        return None
