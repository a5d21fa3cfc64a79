"""The scenario builder's own markup: what is to mend, what a buyer has in mind, two wordings side by side."""

from collections.abc import Sequence

from ui.markup import safe


def to_mend(head: str, sentences: Sequence[str]) -> str:
    """Below a field, what is wrong with it; empty when nothing is."""
    return "".join(f'<p class="maju-mend"><b>{safe(head)}</b> {safe(one)}</p>' for one in sentences)


def status(saved: str, mend: str, whole: bool) -> str:
    badge = f'<span class="maju-state {"ready" if whole else "failed"}">{safe(mend)}</span>'
    return f'<p class="maju-facts" role="status"><span>{safe(saved)}</span>{badge}</p>'


def mind(head: str, shares: Sequence[tuple[str, int, int | None]], did: str, rows: Sequence[tuple[str, str]]) -> str:
    """`shares`: (name, percent, change in points since the turn before)."""
    levels = "".join(f"<span>{safe(name)} <b>{percent}</b>{_change(change)}</span>" for name, percent, change in shares)
    more = "".join(f"<dt>{safe(name)}</dt><dd>{safe(value)}</dd>" for name, value in rows)
    return f'<div class="maju-mind" role="note" aria-label="{safe(head)}"><p class="levels">{levels}</p><p>{safe(did)}</p><dl>{more}</dl></div>'


def _change(change: int | None) -> str:
    if not change:
        return ""
    sign = "▲" if change > 0 else "▼"
    return f' <i class="{"good" if change > 0 else "less"}">{sign}{abs(change)}</i>'


def difference(place: str, before: str, after: str) -> str:
    return f'<div class="maju-difference"><b>{safe(place)}</b><div><del>{safe(before)}</del><ins>{safe(after)}</ins></div></div>'


def proposal(place: str, rows: Sequence[tuple[str, str]]) -> str:
    said = "".join(f'<p><span class="maju-quiet">{safe(name)}</span> {safe(words)}</p>' for name, words in rows)
    return f'<div class="maju-proposal"><b>{safe(place)}</b>{said}</div>'
