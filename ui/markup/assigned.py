"""What is asked of an attempt, and how it came out, line by line. Pure."""

from collections.abc import Sequence

from ui.markup import safe


def checks(rows: Sequence[tuple[str, str, str]]) -> str:
    """(sign, what, how it came out)."""
    return '<ul class="maju-checks">' + "".join(_check(*row) for row in rows) + "</ul>"


def _check(sign: str, what: str, came_out: str) -> str:
    after = f'<span class="of">{safe(came_out)}</span>' if came_out else ""
    return f'<li><span class="sign" aria-hidden="true">{safe(sign)}</span><span>{safe(what)}{after}</span></li>'


def standings(rows: Sequence[tuple[str, str, str]]) -> str:
    """People by name: how far each has come, and how it came out."""
    return '<dl class="maju-terms">' + "".join(_standing(*row) for row in rows) + "</dl>"


def _standing(name: str, how: str, result: str) -> str:
    more = f'<dd class="more">{safe(result)}</dd>' if result else ""
    return f"<div><dt>{safe(name)}</dt><dd>{safe(how)}</dd>{more}</div>"
