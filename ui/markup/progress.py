"""The parts of the progress page that are text: what changed, a habit, the mirror's bars, the weeks."""

from collections.abc import Sequence

from ui.markup import safe


def changed(kind: str, words: str) -> str:
    """`kind`: 'risen', 'fallen' or 'steady'; the sign before the words says it without colour."""
    sign = {"risen": "▲", "fallen": "▼"}.get(kind, "●")
    return f'<p class="maju-changed {kind}"><span aria-hidden="true">{sign}</span> {safe(words)}</p>'


def habit(words: str, sentences: Sequence[str]) -> str:
    body = " ".join(safe(one) for one in sentences)
    return f'<div class="maju-habit"><h4>“{safe(words)}”</h4><p>{body}</p></div>'


def share_bar(name: str, asks: str, percent: str, share: float, moved: str, alt: str) -> str:
    """A share of 0 to 1."""
    bar = f'<div class="maju-bar" role="img" aria-label="{safe(alt)}"><i class="value" style="width:{100 * share:.1f}%"></i></div>'
    head = f'<div class="maju-score"><h3>{safe(name)}</h3><span class="value">{safe(percent)}</span><span class="band asks">{safe(asks)}</span>'
    return f'<section class="maju-dimension">{head}<span class="band sure">{safe(moved)}</span></div>{bar}</section>'


def weeks(counts: Sequence[tuple[str, int]]) -> str:
    """A bar a week, as high as there were role-plays in it. `counts`: (what it says, how many)."""
    most = max(1, *(count for _, count in counts))
    return f'<ol class="maju-weeks">{"".join(_week(says, count, most) for says, count in counts)}</ol>'


def _week(says: str, count: int, most: int) -> str:
    bar = f'<i style="height:{100 * count / most:.0f}%"></i><span aria-hidden="true">{count or "·"}</span>'
    return f'<li title="{safe(says)}">{bar}<span class="maju-hidden">{safe(says)}</span></li>'
