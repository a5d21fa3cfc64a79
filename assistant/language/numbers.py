"""Numbers with units, normalised, so that 3천만원, 30,000,000원 and 30 million won are one amount."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from assistant.domain.words import Language

Unit = Literal[
    "won", "dollar", "pound", "euro", "%", "times", "metre", "year", "month", "week", "day", "hour", "minute", "second", "person", "piece", "number"
]


@dataclass(frozen=True, slots=True)
class Quantity:
    """`text[start:end]` says `value` `unit`s; 'number' when no known unit follows."""

    start: int
    end: int
    value: float
    unit: Unit


_POWERS = {"조": 1e12, "억": 1e8, "만": 1e4}
_SMALL = {"천": 1e3, "백": 1e2, "십": 10.0}
_SINO = {"일": 1, "이": 2, "삼": 3, "사": 4, "오": 5, "육": 6, "칠": 7, "팔": 8, "구": 9}
_ONES = {"": 0, "한": 1, "두": 2, "세": 3, "네": 4, "다섯": 5, "여섯": 6, "일곱": 7, "여덟": 8, "아홉": 9}
_TENS = {"": 0, "열": 10, "스물": 20, "서른": 30, "마흔": 40, "쉰": 50, "예순": 60, "일흔": 70, "여든": 80, "아흔": 90}
_NATIVE = {tens + ones: _TENS[tens] + _ONES[ones] for tens in _TENS for ones in _ONES if tens + ones} | {"스무": 20}
_SCALES = {"thousand": 1e3, "k": 1e3, "million": 1e6, "mil": 1e6, "m": 1e6, "billion": 1e9, "bn": 1e9, "b": 1e9, "hundred": 1e2, "dozen": 12.0}
_UNDER_TEN = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9}
_WHOLE_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
_WORDS: dict[str, float] = {
    **_UNDER_TEN, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
    "eighteen": 18, "nineteen": 19, **_WHOLE_TENS, "half a": 0.5,
    **{f"{ten}{gap}{one}": tens + ones for ten, tens in _WHOLE_TENS.items() for one, ones in _UNDER_TEN.items() for gap in (" ", "-")},
}  # fmt: skip

_KO_UNITS: dict[str, Unit] = {
    "원": "won", "달러": "dollar", "불": "dollar", "퍼센트": "%", "프로": "%", "%p": "%", "%": "%", "배": "times",
    "개월": "month", "달": "month", "주일": "week", "주": "week", "시간": "hour", "분기": "number", "분": "minute", "초": "second",
    "년차": "year", "년": "year", "영업일": "day", "일": "day", "명": "person", "인": "person", "석": "piece", "대": "piece", "건": "piece",
    "킬로미터": "metre", "킬로": "metre", "km": "metre", "센티": "metre", "cm": "metre", "미터": "metre",
    "개": "piece", "곳": "piece", "군데": "piece", "회": "piece", "번": "piece", "평": "piece", "콜": "piece", "세대": "piece", "좌석": "piece",
}  # fmt: skip
_EN_UNITS: dict[str, Unit] = {
    "won": "won", "krw": "won", "dollars?": "dollar", "bucks": "dollar", "usd": "dollar", "grand": "dollar",
    "pounds?|quid|gbp": "pound", "euros?|eur": "euro", "percent": "%", "per cent": "%",
    "%": "%", "x": "times", "times": "times", "years?": "year", "yrs?": "year", "months?": "month", "weeks?": "week", "wks?": "week",
    "(?:business |working )?days?": "day", "hours?": "hour", "hrs?": "hour", "minutes?": "minute", "mins?": "minute",
    "seconds?": "second", "secs?": "second",
    "km": "metre", "kilomet(?:re|er)s?": "metre", "miles?": "metre", "cm": "metre",
    "people": "person", "persons?": "person", "employees": "person", "agents": "person", "staff": "person", "seats?": "piece", "units?": "piece",
    "vans?": "piece", "vehicles?": "piece", "clinics?": "piece", "companies": "piece", "customers?": "piece", "clients?": "piece",
    "calls?": "piece", "scans?": "piece", "homes?": "piece", "families": "piece", "plants?": "piece", "sites?": "piece",
}  # fmt: skip

_SIGNS: dict[str, Unit] = {"₩": "won", "$": "dollar", "£": "pound", "€": "euro"}
MONEY: frozenset[Unit] = frozenset(_SIGNS.values())

_DIGITS = r"\d+(?:,\d{3})*(?:\.\d+)?"
_SPELT = r"(?:[일이삼사오육칠팔구]?[십백천만억])+[일이삼사오육칠팔구]?"
_MIXED = rf"{_DIGITS}(?:\s?[조억만천백십](?:\s?(?:{_DIGITS}|[일이삼사오육칠팔구](?=[조억만천백십])))?)*"
_KO_NUMBER = f"(?:{_MIXED}|{_SPELT})"
_KO_UNIT = "|".join(sorted(_KO_UNITS, key=len, reverse=True))
_LONE = "|".join(sorted((form for form, value in _NATIVE.items() if value > 19), key=len, reverse=True))
_KO = re.compile(
    rf"(?P<won>₩\s?)?(?P<number>{_KO_NUMBER})\s?(?P<unit>{_KO_UNIT})?(?![\d])"
    rf"|(?<![가-힣])(?P<native>{'|'.join(sorted(_NATIVE, key=len, reverse=True))})"
    r"\s?(?P<counted>개월|달|주일|주|시간|명|분|대|개|곳|군데|건|배|번)(?=$|[^가-힣]|[가이를을는은도만에로의씩당째나면입인예동안뒤후전마별분짜정쯤부까라하])"
    rf"|(?<![가-힣])(?P<lone>(?:{_LONE})[둘셋넷]?)(?=이|입|인|\s|[.,!?]|$)"
)
_EN_WORD = "|".join(sorted(_WORDS, key=len, reverse=True))
_EN = re.compile(
    rf"(?P<sign>[$₩£€]\s?)?(?<![\w.])(?P<number>{_DIGITS}|(?:{_EN_WORD})\b(?=[\s-](?:{'|'.join(_EN_UNITS)}|{'|'.join(_SCALES)})\b))"
    rf"(?:[\s-]?(?P<scale>{'|'.join(_SCALES)})\b)?(?:[\s-]?(?P<unit>{'|'.join(_EN_UNITS)})(?!\w))?",
    re.IGNORECASE,
)
_KO_MAY = re.compile(
    r"\d|[일이삼사오육칠팔구십백천만억][십백천만억]|[십백천만억][일이삼사오육칠팔구]"
    rf"|{'|'.join(sorted({form if len(form) > 1 else f'{form}(?<![가-힣].)' for form in {**_ONES, **_TENS, '스무': 20} if form}))}"
)
_EN_MAY = re.compile(rf"\d|\b(?:{_EN_WORD})[\s-]", re.IGNORECASE)
"""What every number has; most sentences have none."""


@lru_cache(maxsize=4096)
def quantities(text: str, language: Language) -> tuple[Quantity, ...]:
    """Every number said in digits, and counts said in words ('세 군데', 'two weeks'), in order."""
    may, numbers = (_KO_MAY, _korean) if language == "ko" else (_EN_MAY, _english)
    return tuple(numbers(text)) if may.search(text) else ()


def _korean(text: str) -> Iterator[Quantity]:
    for match in _KO.finditer(text):
        if match["lone"]:
            yield Quantity(match.start(), match.end(), _lone(match["lone"]), "number")
            continue
        if match["native"]:
            yield Quantity(match.start(), match.end(), _NATIVE[match["native"]], _KO_UNITS.get(match["counted"], "piece"))
            continue
        spoken = match["number"]
        if not any(char.isdigit() for char in spoken) and not (match["unit"] and len(spoken.replace(" ", "")) > 1):
            continue
        unit = _KO_UNITS[match["unit"]] if match["unit"] else ("won" if match["won"] or spoken.rstrip()[-1] in "억" else "number")
        yield Quantity(match.start(), match.end(), korean_number(spoken), unit)


def _lone(spoken: str) -> float:
    """A native number that counts nothing ('예순둘', '마흔여섯')."""
    return _NATIVE.get(spoken) or _NATIVE[spoken[:-1]] + {"둘": 2, "셋": 3, "넷": 4}[spoken[-1]]


def korean_number(spoken: str) -> float:
    """'3억 5천만' -> 350000000. What is not a number counts as nothing."""
    total = block = last = 0.0
    for part in re.findall(rf"{_DIGITS}|\S", spoken):
        if part in _POWERS:
            total += (block + last or 1) * _POWERS[part]
            block = last = 0.0
        elif part in _SMALL:
            block += (last or 1) * _SMALL[part]
            last = 0.0
        else:
            last = float(_SINO.get(part) or part.replace(",", ""))
    return total + block + last


def _english(text: str) -> Iterator[Quantity]:
    for match in _EN.finditer(text):
        spoken = match["number"].lower()
        value = float(_WORDS.get(spoken) or spoken.replace(",", ""))
        scale = (match["scale"] or "").lower()
        named = (match["unit"] or "").lower()
        unit: Unit = _english_unit(named)
        if match["sign"]:
            unit = _SIGNS[match["sign"].strip()]
        yield Quantity(match.start(), match.end(), value * _SCALES.get(scale, 1.0) * (1e3 if named == "grand" else 1.0), unit)


@lru_cache(maxsize=256)
def _english_unit(named: str) -> Unit:
    return next((unit for form, unit in _EN_UNITS.items() if named and re.fullmatch(form, named)), "number")
