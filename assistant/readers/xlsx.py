"""Excel workbooks: one section per sheet, one line per row, values as the sheet shows them. The only module that imports openpyxl.

Hidden sheets, rows and columns are left out, as hidden text of other documents is: nobody who approves the document would see them.
"""

import re
import warnings
from collections.abc import Iterator
from pathlib import Path
from zipfile import BadZipFile

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.worksheet.worksheet import Worksheet

from assistant.domain.playbook import Section
from assistant.readers import refusals
from assistant.readers.cell_text import shown
from assistant.readers.outline import Outline
from assistant.readers.table_rows import lines

_UNNAMED = re.compile(r"(?:sheet|시트)\s*\d*", re.IGNORECASE)
"""What a sheet is called that nobody has named."""


def sections(path: Path) -> tuple[Section, ...]:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            workbook = load_workbook(path, data_only=True)
    except (KeyError, ValueError, BadZipFile, InvalidFileException, SyntaxError) as error:
        raise refusals.damaged(path.name) from error
    outline = Outline()
    for sheet in workbook.worksheets:
        if sheet.sheet_state == "visible":
            outline.heading(1, "" if _UNNAMED.fullmatch(sheet.title) else sheet.title)
            for line in lines(_rows(sheet)):
                outline.paragraph(line)
    return outline.sections()


def _rows(sheet: Worksheet) -> Iterator[list[str]]:
    """A cell that was merged over several says its value in each row it covers, so that no row loses what it belongs to."""
    merged = {
        (row, area.min_col): (area.min_row, area.min_col) for area in sheet.merged_cells.ranges for row in range(area.min_row + 1, area.max_row + 1)
    }
    columns = [number for number in range(1, sheet.max_column + 1) if not _hidden_column(sheet, number)]
    for row in sheet.iter_rows():
        number = row[0].row
        if number is None or sheet.row_dimensions[number].hidden:
            continue
        cells = (sheet.cell(*merged.get((number, column), (number, column))) for column in columns)
        yield [shown(cell.value, cell.number_format) for cell in cells]


def _hidden_column(sheet: Worksheet, number: int) -> bool:
    """Openpyxl keeps one dimension for a run of columns, under the letter of its first."""
    return any(one.hidden and one.min is not None and one.min <= number <= (one.max or one.min) for one in sheet.column_dimensions.values())
