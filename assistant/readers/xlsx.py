"""Excel workbooks: one section per sheet, one line per row, values as the sheet shows them. The only module that imports openpyxl.

Hidden sheets, rows and columns are left out, as hidden text of other documents is, and told to whoever approves the document.
"""

import re
import warnings
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.worksheet.worksheet import Worksheet

from assistant.domain.playbook import Reading
from assistant.readers import refusals
from assistant.readers.cell_text import shown
from assistant.readers.outline import WHITE, Outline
from assistant.readers.table_rows import lines

_UNNAMED = re.compile(r"(?:sheet|시트)\s*\d*", re.IGNORECASE)
"""What a sheet is called that nobody has named."""
MOST_HIDDEN_ROWS = 50


def read(path: Path) -> Reading:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            workbook = load_workbook(path, data_only=True)
    except (KeyError, ValueError, BadZipFile, InvalidFileException, SyntaxError) as error:
        raise refusals.damaged(path.name) from error
    outline = Outline()
    for sheet in workbook.worksheets:
        if sheet.sheet_state != "visible":
            outline.hide("sheet", " ".join([sheet.title, *map(_line, sheet.iter_rows(max_row=MOST_HIDDEN_ROWS))]))
            continue
        outline.heading(1, "" if _UNNAMED.fullmatch(sheet.title) else sheet.title)
        for line in lines(_rows(sheet, outline)):
            outline.paragraph(line)
    return outline.reading()


def _rows(sheet: Worksheet, outline: Outline) -> Iterator[list[str]]:
    """A cell that was merged over several says its value in each row it covers, so that no row loses what it belongs to."""
    merged = {
        (row, area.min_col): (area.min_row, area.min_col) for area in sheet.merged_cells.ranges for row in range(area.min_row + 1, area.max_row + 1)
    }
    unseen = {number for number in range(1, sheet.max_column + 1) if _hidden_column(sheet, number)}
    columns = [number for number in range(1, sheet.max_column + 1) if number not in unseen]
    for row in sheet.iter_rows():
        number = row[0].row
        for cell in row:
            if cell.comment is not None:
                outline.hide("comment", str(cell.comment.text))
        if number is None or sheet.row_dimensions[number].hidden:
            outline.hide("rows", _line(row))
            continue
        outline.hide("rows", _line(row[at - 1] for at in sorted(unseen)))
        cells = (sheet.cell(*merged.get((number, column), (number, column))) for column in columns)
        yield [_seen(cell, outline) for cell in cells]


def _seen(cell: Any, outline: Outline) -> str:
    """What a cell shows; of white letters on a ground nobody has filled, and of a format that shows nothing, that they are there."""
    words = shown(cell.value, cell.number_format)
    if words and cell.number_format.strip() == ";;;":
        outline.hide("hidden", words)
        return ""
    if words and not cell.fill.fill_type and cell.font.color is not None and str(cell.font.color.rgb)[-6:].lower() in WHITE:
        outline.hide("white", words)
        return ""
    return words


def _line(cells: Iterable[Any]) -> str:
    """What the cells that say something would show."""
    return " | ".join(filter(None, (shown(cell.value, cell.number_format) for cell in cells)))


def _hidden_column(sheet: Worksheet, number: int) -> bool:
    """Openpyxl keeps one dimension for a run of columns, under the letter of its first."""
    return any(one.hidden and one.min is not None and one.min <= number <= (one.max or one.min) for one in sheet.column_dimensions.values())
