"""Links to files and paper, whose addresses stand beside the app."""

from collections.abc import Sequence
from urllib.parse import urlencode

from assistant.domain.words import Language
from ui.markup import safe


def address(path: str, language: Language, zone: str | None, **more: str) -> str:
    """With the language and time zone in which it is to be written."""
    query = {"language": language} | ({"zone": zone} if zone else {}) | more
    return f"{path}?{urlencode(query)}"


def paper(to: str, words: str) -> str:
    """Opens beside the page."""
    return f'<a href="{safe(to)}" target="_blank" rel="noopener">{safe(words)}</a>'


def files(parts: Sequence[str]) -> str:
    """`parts`: markup."""
    return f'<p class="maju-files">{"".join(parts)}</p>'


def download(to: str, words: str) -> str:
    return f'<a href="{safe(to)}" download>{safe(words)}</a>'


def record(rows: Sequence[Sequence[str]], head: Sequence[str]) -> str:
    """A table of plain text; on a phone each line folds."""
    top = "".join(f"<th>{safe(one)}</th>" for one in head)
    lines = "".join("<tr>" + "".join(f"<td>{safe(one)}</td>" for one in row) + "</tr>" for row in rows)
    return f'<table class="maju-record"><thead><tr>{top}</tr></thead><tbody>{lines}</tbody></table>'
