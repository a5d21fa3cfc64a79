"""CSV and TSV: one line of text per row, whatever separates the columns."""

import csv
from pathlib import Path

from assistant.domain.playbook import Reading
from assistant.readers import refusals
from assistant.readers.decoding import text_of
from assistant.readers.outline import Outline
from assistant.readers.table_rows import lines

_SEPARATORS = ",\t;|"
_SAMPLE = 64 * 1024


def read(path: Path) -> Reading:
    text = text_of(path)
    outline = Outline()
    try:
        for line in lines(csv.reader(text.splitlines(keepends=True), _dialect(text[:_SAMPLE]))):
            outline.paragraph(line)
    except csv.Error as error:
        raise refusals.damaged(path.name) from error
    return outline.reading()


def _dialect(sample: str) -> type[csv.Dialect]:
    """Where nothing is separated, all of a line is one cell."""
    try:
        return csv.Sniffer().sniff(sample, _SEPARATORS)
    except csv.Error:
        return csv.excel
