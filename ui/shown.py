"""How money, moments and durations are written for people, in Korean and in English. Pure."""

from datetime import datetime, timedelta, tzinfo

from assistant.domain.words import Language

_EOK, _MAN = 100_000_000, 10_000
DAY_FORMAT: dict[Language, str] = {"ko": "%-m월 %-d일", "en": "%-d %b"}
"""How a chart writes `day`, in d3's letters."""
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def won(amount: int, language: Language) -> str:
    """'3,600만 원', '5억 4,000만 원'; '36 million won', '540 million won'."""
    if language == "en":
        return f"{amount / 1_000_000:,.4g} million won" if amount >= 1_000_000 else f"{amount:,} won"
    return f"{_korean_amount(amount)} 원"


def won_range(low: int, high: int, language: Language) -> str:
    """'3,600만~8,900만 원', '36–89 million won'; one amount when both are equal."""
    if low == high:
        return won(low, language)
    if language == "ko":
        return f"{_korean_amount(low)}~{_korean_amount(high)} 원"
    if low < 1_000_000:
        return f"{low:,}–{high:,} won"
    return f"{low / 1_000_000:,.4g}–{high / 1_000_000:,.4g} million won"


def _korean_amount(amount: int) -> str:
    eok, rest = divmod(amount, _EOK)
    man = rest // _MAN
    parts = ([f"{eok:,}억"] if eok else []) + ([f"{man:,}만"] if man else [])
    return " ".join(parts) or f"{amount:,}"


def moment(at: datetime, language: Language, zone: tzinfo | None = None) -> str:
    """'11월 22일 오후 3:05', '22 Nov, 15:05', in the browser's time zone."""
    here = at.astimezone(zone)
    if language == "en":
        return f"{here.day} {_MONTHS[here.month - 1]}, {here.hour}:{here.minute:02}"
    half = "오전" if here.hour < 12 else "오후"
    return f"{here.month}월 {here.day}일 {half} {(here.hour - 1) % 12 + 1}:{here.minute:02}"


def day(at: datetime, language: Language, zone: tzinfo | None = None) -> str:
    """'11월 22일', '22 Nov'."""
    here = at.astimezone(zone)
    return f"{here.day} {_MONTHS[here.month - 1]}" if language == "en" else f"{here.month}월 {here.day}일"


def minutes(gone: timedelta, language: Language) -> str:
    """Whole minutes, hours from one hour on: '7분', '1시간 5분'; '7 min', '1 h 5 min'. Empty below one minute."""
    whole = int(gone.total_seconds() // 60)
    if whole < 1:
        return ""
    hours, rest = divmod(whole, 60)
    if language == "en":
        return f"{hours} h {rest} min" if hours else f"{rest} min"
    return f"{hours}시간 {rest}분" if hours else f"{rest}분"


def points(value: float) -> str:
    """A score or a limit of its band, as people read it: a whole number."""
    return str(round(value))


def initial(name: str) -> str:
    """What stands in a person's circle: the given name's first syllable would be a stranger, so the family name's (Korean) or first letter."""
    return name.strip()[:1].upper()


def short(text: str, most: int) -> str:
    """As it begins, in `most` characters."""
    return text if len(text) <= most else f"{text[:most].rstrip()}…"
