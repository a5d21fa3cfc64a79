"""Real conversations in a list, and what was hidden in a file."""

from collections.abc import Sequence

from ui.markup import safe


def entry(title: str, under: str, facts: Sequence[str]) -> str:
    """`under`: how it begins; `facts`: short ones, the first the most telling."""
    shown = "".join(f"<span{' class=first' if at == 0 else ''}>{safe(one)}</span>" for at, one in enumerate(facts))
    quoted = f'<span class="of">{safe(under)}</span>' if under else ""
    return f'<div class="maju-person"><div><b>{safe(title)}</b>{quoted}<p class="maju-facts">{shown}</p></div></div>'


def lines(said: Sequence[tuple[str, str]]) -> str:
    """The first words of a conversation: (who, text)."""
    return '<div class="maju-said">' + "".join(f"<p><b>{safe(who)}</b> {safe(text)}</p>" for who, text in said) + "</div>"
