"""What a cell of a workbook shows: 0.15 as 15 %, 58000 as 58,000원, a date as a date. Only what prices and dates need of Excel's number formats."""

import re
from datetime import date, datetime, time, timedelta
from decimal import ROUND_HALF_UP, Decimal

_LITERALS = re.compile(r'"([^"]*)"|\\(.)|\[\$([^\-\]]*)[^\]]*\]|([₩$€£¥원])')
_IGNORED = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|[_*].')
_PLACES = re.compile(r"\.([0#?]+)")


def shown(value: object, number_format: str) -> str:
    """`value`: as openpyxl gives it; None and formulas that were never computed show nothing."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "O" if value else "X"
    if isinstance(value, int | float):
        return _number(value, number_format.split(";")[0])
    if isinstance(value, datetime) and value.time() == time():
        value = value.date()
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d %H:%M}"
    if isinstance(value, time | timedelta):
        return str(value).split(".")[0]
    return value.isoformat() if isinstance(value, date) else str(value)


def _number(value: float, number_format: str) -> str:
    bare = _IGNORED.sub("", number_format)
    percent = "%" in bare
    exact = Decimal(str(value)) * (100 if percent else 1)
    if "0" in bare or "#" in bare:
        places = _PLACES.search(bare)
        rounded = exact.quantize(Decimal(1).scaleb(-len(places.group(1))) if places else Decimal(1), ROUND_HALF_UP)
        digits = f"{rounded:,f}" if "," in bare else f"{rounded:f}"
    else:
        digits = f"{exact.normalize():f}"
    before, after = _around(number_format)
    return f"{before}{digits}{'%' if percent else ''}{after}"


def _around(number_format: str) -> tuple[str, str]:
    """The words and signs before and after the digits."""
    digits = re.search(r"[0#?]", _LITERALS.sub(lambda found: " " * len(found.group()), number_format))
    middle = digits.start() if digits else len(number_format)
    before: list[str] = []
    after: list[str] = []
    for found in _LITERALS.finditer(number_format):
        (before if found.start() < middle else after).append(next((one for one in found.groups() if one), ""))
    return "".join(before).lstrip(), "".join(after).rstrip()
