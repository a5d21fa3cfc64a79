"""What stands beside a deed in the record, in the reader's words. The record itself holds ids and counts, so that names are not kept in it."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from assistant.domain.people import Audited
from assistant.domain.words import Language, Text
from ui.words import common, door, my_data, out, outcomes, record, upkeep

PARTS: Final = "; "
COUNTS: Final[dict[str, Text]] = {
    "talks": Text("대화 {count}개", "talks: {count}"),
    "teams": Text("팀 {count}개", "teams: {count}"),
    "people": Text("{count}명", "people: {count}"),
    "rows": Text("{count}줄", "rows: {count}"),
    "turn": Text("{count}번째 말", "turn {count}"),
    "version": Text("{count}판", "version {count}"),
}
IN_NO_TEAM: Final = Text("팀 없음", "no team")
EVERYBODY: Final = Text("팀 모두", "the whole team")
POINTS: Final = Text("{name} {points}점", "{name}: {points}")
AS_BEFORE: Final = Text("{count}판처럼", "as version {count}")
AS_FIRST: Final = Text("처음 평가표로", "as it came")
FILES: Final[dict[str, Text]] = my_data.FILES | {
    "everything.zip": my_data.EVERYTHING,
    "paper": out.PAPER,
    "talk.csv": Text("대화 하나 (CSV)", "one talk (CSV)"),
    "talk.json": Text("대화 하나 (JSON)", "one talk (JSON)"),
    "record.csv": Text("이 기록 (CSV)", "this record (CSV)"),
}
_NAMES: Final[tuple[Mapping[Any, Text], ...]] = (door.ROLE_NAMES, upkeep.MARK_KINDS, upkeep.SETTLED_HOW, common.DIMENSIONS, FILES)
WORDS: Final[dict[str, Text]] = {
    "for good": record.FOR_GOOD,
    "people all": EVERYBODY,
    "teams 0": IN_NO_TEAM,
    "as 0": AS_FIRST,
    "asked": Text("요청해서", "on request"),
    "retention": Text("보관 기간이 지나서", "its time was over"),
    "restored": Text("예전 백업에서 돌아와서", "it came back from an older backup"),
    "deals": outcomes.KINDS["deals"],
    "kpi": outcomes.KINDS["kpi"],
    **{one: text for names in _NAMES for one, text in names.items()},
}
"""What is written the same every time."""


@dataclass(frozen=True, slots=True)
class Known:
    """What ids stand for, as far as the reader may see it: teams' and scenarios' names."""

    language: Language
    teams: Mapping[str, str]
    scenarios: Mapping[str, Text]

    def say(self, text: Text, **values: object) -> str:
        return text.in_(self.language).format(**values)


def detail(one: Audited, known: Known) -> str:
    """In the reader's language; what an older or newer Maju wrote otherwise stands as it is."""
    said = [_part(part, known) for part in one.detail.split(PARTS) if part]
    if one.action == "retention_set":
        said.insert(0, known.teams.get(one.thing, "") if one.thing else known.say(record.NO_TEAM))
    return " · ".join(filter(None, said))


def _part(part: str, known: Known) -> str:
    if part in known.scenarios:
        return known.say(known.scenarios[part])
    if part in WORDS:
        return known.say(WORDS[part])
    for form, said in _FORMS:
        found = form.fullmatch(part)
        if found:
            return said(found[1], found[2], known) or part
    words = part.split()
    return ", ".join(known.say(door.ROLE_NAMES[one]) for one in door.ROLE_NAMES if one in words) if set(words) <= set(door.ROLE_NAMES) else part


def _counted(noun: str, count: str, known: Known) -> str | None:
    """Also points in a dimension."""
    if noun in COUNTS:
        return known.say(COUNTS[noun], count=count)
    name = next((text for dimension, text in common.DIMENSIONS.items() if dimension == noun), None)
    return known.say(POINTS, name=known.say(name), points=count) if name else None


def _days(days: str, _: str, known: Known) -> str:
    return known.say(record.DAYS.get(int(days), record.OTHER_DAYS), days=days)


def _file(name: str, count: str, known: Known) -> str | None:
    return f"{known.say(FILES[name])}, {known.say(COUNTS['talks'], count=count)}" if name in FILES else None


def _teams(_: str, ids: str, known: Known) -> str:
    """Who may not see a team reads how many there are."""
    names = [known.teams[one] for one in ids.split() if one in known.teams]
    return ", ".join(names) if len(names) == len(ids.split()) else known.say(COUNTS["teams"], count=len(ids.split()))


def _in_language(language: str, dimensions: str, known: Known) -> str:
    named = [known.say(text) for one, text in common.DIMENSIONS.items() if one in dimensions.split(", ")]
    return ": ".join(filter(None, (common.LANGUAGE_NAMES["ko" if language == "ko" else "en"], ", ".join(named))))


_FORMS: tuple[tuple[re.Pattern[str], Callable[[str, str, Known], str | None]], ...] = (
    (re.compile(r"(as) (\d+)"), lambda _, count, known: known.say(AS_BEFORE, count=count)),
    (re.compile(r"(\w+) (\d{1,9})"), _counted),
    (re.compile(r"(\d+) (days)"), _days),
    (re.compile(r"(ko|en): (.*)"), _in_language),
    (re.compile(r"([\w.]+): (\d+)"), _file),
    (re.compile(r"(teams) ([0-9a-f]{32}(?: [0-9a-f]{32})*)"), _teams),
)
