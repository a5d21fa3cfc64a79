"""The record of who did what as a table."""

from collections.abc import Mapping, Sequence
from datetime import tzinfo
from io import BytesIO

from assistant.domain.people import Audited
from assistant.domain.words import Language
from assistant.exports.exporting import File
from assistant.exports.sheets import sheet
from ui.words import record as words

MOST = 100_000


def as_file(found: Sequence[Audited], names: Mapping[str, str], language: Language, zone: tzinfo | None) -> File:
    head = (words.WHEN, words.WHO, words.WHAT, words.WHOSE, words.THING, words.DETAIL)
    rows = (
        (one.at, words.person(one.by, names, language), words.deed(one.action, language), names.get(one.owner, one.owner), one.thing, one.detail)
        for one in found
    )
    return File("record.csv", "text/csv; charset=utf-8", BytesIO(sheet(head, rows, language, zone)))
