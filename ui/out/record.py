"""The record of who did what as a table."""

from collections.abc import Mapping, Sequence
from datetime import tzinfo
from io import BytesIO
from typing import TYPE_CHECKING

from assistant.domain.people import Actor, Audited
from assistant.domain.words import Language
from assistant.exports.exporting import File
from assistant.exports.sheets import sheet
from ui.words import record as words
from ui.words.record_details import Known, detail

if TYPE_CHECKING:
    from assistant.assembly import Engine

MOST = 100_000


def known_to(engine: "Engine", actor: Actor, language: Language) -> Known:
    """What the ids in an entry's details stand for, as far as the actor may see it."""
    teams = {one.id: one.name for one in engine.directory.teams(actor)}
    return Known(language, teams, {one.id: one.title for one in engine.library.all()})


def as_file(found: Sequence[Audited], names: Mapping[str, str], known: Known, zone: tzinfo | None) -> File:
    language = known.language
    head = (words.WHEN, words.WHO, words.WHAT, words.WHOSE, words.THING, words.DETAIL)
    rows = (
        (
            one.at,
            words.person(one.by, names, language),
            words.deed(one.action, language),
            names.get(one.owner, one.owner),
            one.thing,
            detail(one, known),
        )
        for one in found
    )
    return File("record.csv", "text/csv; charset=utf-8", BytesIO(sheet(head, rows, language, zone)))
