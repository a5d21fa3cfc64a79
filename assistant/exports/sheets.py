"""Tables for spreadsheets: CSV that Excel opens in Korean, in which no text is ever a formula."""

import csv
import io
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime, tzinfo

from assistant.domain.roleplay import OUTCOME_NAMES
from assistant.domain.words import DIMENSION_NAMES, DIMENSIONS, Language, Text
from assistant.exports.taken import Taken

Cell = str | int | float | bool | datetime | None
Worded = Callable[[Taken, Language], Mapping[str, tuple[str, str]]]
"""Measure -> its label and its value in words."""
BOM = "\ufeff"
"""Without it Excel reads Korean as something else."""
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "|", "%", "＝", "＋", "－", "＠", "\0")
"""What a spreadsheet may take for a formula or a command, full-width forms too (OWASP, CSV injection)."""
_INVISIBLE = " \u00a0\u200b\u200c\u200d\u2060\ufeff\u3000'\""


def inert(text: str) -> str:
    """The text so that no spreadsheet calculates it: an apostrophe before whatever could begin a formula, also behind blanks and quotes."""
    bare = text.lstrip(_INVISIBLE)
    return f"'{text}" if text.startswith(FORMULA) or bare.startswith(FORMULA) else text


def sheet(head: Sequence[Text], rows: Iterable[Sequence[Cell]], language: Language, zone: tzinfo | None = None) -> bytes:
    """UTF-8 with a mark, lines as Windows ends them. Times in `zone` (None: UTC), numbers as numbers, text inert."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, quoting=csv.QUOTE_NONNUMERIC)
    writer.writerow([inert(one.in_(language)) for one in head])
    writer.writerows([_cell(one, zone) for one in row] for row in rows)
    return (BOM + out.getvalue()).encode("utf-8")


def _cell(value: Cell, zone: tzinfo | None) -> str | int | float:
    if value is None:
        return ""
    if isinstance(value, bool):
        return int(value)
    if isinstance(value, datetime):
        return (value.astimezone(zone) if zone else value).strftime("%Y-%m-%d %H:%M:%S")
    if isinstance(value, float):
        return round(value, 4)
    return inert(value.replace("\0", "")) if isinstance(value, str) else value


_ID, _REP, _WHEN = Text("롤플레이", "Role-play"), Text("담당자", "Rep"), Text("시작", "Began")
_SCENARIO, _TURN, _DIMENSION = Text("시나리오", "Scenario"), Text("발화 번호", "Turn"), Text("관점", "Dimension")
_MEASURE, _VALUE, _UNIT = Text("측정 항목", "Measure"), Text("값", "Value"), Text("단위", "Unit")
_WHO, _WORDS = Text("말한 사람", "Speaker"), Text("내용", "Words")


def talks_sheet(talks: Iterable[Taken], language: Language, zone: tzinfo | None) -> bytes:
    """One line a role-play, with its four scores and their bands."""
    points = [
        Text(f"{name.ko}{ko}", f"{name.en}{en}")
        for name in DIMENSION_NAMES.values()
        for ko, en in (("", ""), (" 최저", ", low"), (" 최고", ", high"))
    ]
    head = [
        _ID, _REP, _SCENARIO, _WHEN, Text("끝", "Ended"), Text("언어", "Language"), Text("난이도", "Level"), Text("방식", "Mode"),
        Text("결과", "Outcome"), Text("내 발화 수", "Rep's turns"), *points, Text("채점 기준", "Rubric"),
    ]  # fmt: skip
    return sheet(head, (_talk(one, language) for one in talks), language, zone)


def _talk(one: Taken, language: Language) -> list[Cell]:
    talk, ended = one.role_play, one.role_play.ended
    outcome = OUTCOME_NAMES[ended.outcome].in_(language) if ended else None
    about: list[Cell] = [talk.id, one.rep, one.scenario.title.in_(language), talk.began_at, ended.at if ended else None, talk.language]
    about += [int(talk.level), talk.mode, outcome, sum(turn.speaker == "rep" for turn in talk.turns)]
    return [*about, *(value for point in one.points() for value in point), one.card.made_by.rubric if one.card else None]


def turns_sheet(talks: Iterable[Taken], language: Language, zone: tzinfo | None) -> bytes:
    """One line a turn."""
    head = [_ID, _REP, _TURN, _WHO, _WORDS, Text("시각", "At")]
    rows = (
        (one.role_play.id, one.rep, turn.index, one.speaker(turn, language), turn.text, turn.sent_at) for one in talks for turn in one.role_play.turns
    )
    return sheet(head, rows, language, zone)


def measures_sheet(talks: Iterable[Taken], language: Language, worded: Worded) -> bytes:
    """One line a measure of a scorecard."""
    head = [_ID, _REP, _DIMENSION, _MEASURE, _VALUE, _UNIT, Text("풀어 쓴 값", "In words")]
    rows = (row for one in talks for row in _measures(one, language, worded))
    return sheet(head, rows, language)


def _measures(one: Taken, language: Language, worded: Worded) -> list[list[Cell]]:
    if one.card is None:
        return []
    said = worded(one, language)
    return [
        [one.role_play.id, one.rep, DIMENSION_NAMES[found.dimension].in_(language), label, found.value, found.unit, words]
        for found in one.card.measures
        for label, words in [said.get(found.name, (found.name, ""))]
    ]


def quotes_sheet(talks: Iterable[Taken], language: Language, worded: Worded) -> bytes:
    """One line a quote that moved a measure."""
    head = [_ID, _REP, _TURN, _DIMENSION, _MEASURE, Text("영향", "Effect"), Text("인용", "Quote")]
    effects = {"+": Text("좋았어요", "helped"), "-": Text("아쉬워요", "cost you")}
    rows = (
        (
            one.role_play.id,
            one.rep,
            found.turn,
            DIMENSION_NAMES[found.dimension].in_(language),
            label,
            effects[found.effect].in_(language),
            found.quote,
        )
        for one in talks
        if one.card
        for said in [worded(one, language)]
        for found in one.card.evidence
        for label in [said.get(found.measure, (found.measure, ""))[0]]
    )
    return sheet(head, rows, language)


def comments_sheet(talks: Iterable[Taken], names: Mapping[str, str], language: Language, zone: tzinfo | None) -> bytes:
    """One line a comment of a trainer's."""
    head = [_ID, _REP, _TURN, Text("트레이너", "Trainer"), Text("코멘트", "Comment"), Text("시각", "At")]
    rows = ((one.role_play.id, one.rep, said.turn, names.get(said.by, said.by), said.text, said.at) for one in talks for said in one.left.comments)
    return sheet(head, rows, language, zone)


def progress_sheet(talks: Iterable[Taken], language: Language, zone: tzinfo | None) -> bytes:
    """The four scores over time, oldest first, whole role-plays only: one line a score."""
    head = [_WHEN, _REP, _ID, Text("언어", "Language"), _DIMENSION, Text("점수", "Score"), Text("최저", "Low"), Text("최고", "High")]
    whole = sorted((one for one in talks if one.role_play.is_whole), key=lambda one: (one.role_play.began_at, one.role_play.id))
    rows = (
        (one.role_play.began_at, one.rep, one.role_play.id, one.role_play.language, DIMENSION_NAMES[dimension].in_(language), *point)
        for one in whole
        for dimension, point in zip(DIMENSIONS, one.points(), strict=True)
        if point[0] is not None
    )
    return sheet(head, rows, language, zone)
