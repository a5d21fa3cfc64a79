"""Playbooks in a list, passages that were found, sections as they were read."""

from collections.abc import Sequence

from assistant.playbooks.versions import Piece
from ui.markup import safe


def playbook(name: str, state: str, state_words: str, about: Sequence[str], below: str) -> str:
    facts = "".join(f"<span>{safe(one)}</span>" for one in about)
    under = f'<p class="maju-quiet">{safe(below)}</p>' if below else ""
    badge = f'<span class="maju-state {safe(state)}">{safe(state_words)}</span>' if state_words else ""
    return f'<div class="maju-playbook"><p class="name"><b>{safe(name)}</b>{badge}</p><p class="maju-facts">{facts}</p>{under}</div>'


def result(text: str, where: str, fit: str, reason: str) -> str:
    """A passage that was found, where it stands, how well it fits and why."""
    facts = f'<p class="maju-facts"><span>{safe(where)}</span><span>{safe(fit)}</span></p>'
    return f'<article class="maju-result"><p>{safe(text)}</p>{facts}<p class="maju-why">{safe(reason)}</p></article>'


def read_section(head: str, text: str) -> str:
    return f'<section class="maju-section read"><h2>{safe(head)}</h2><p>{safe(text)}</p></section>'


def hidden(kind: str, place: str, text: str) -> str:
    """Words that nobody sees in the document, with how they are hidden and where."""
    where = f" · {safe(place)}" if place else ""
    return f'<article class="maju-result hidden"><p>{safe(text)}</p><p class="maju-facts"><span><b>{safe(kind)}</b>{where}</span></p></article>'


def change(place: str, before: Sequence[Piece], after: Sequence[Piece], nothing: str) -> str:
    """A line before and after, the words that differ marked; `nothing`: where it does not stand."""
    sides = f"<del>{_pieces(before, nothing)}</del><ins>{_pieces(after, nothing)}</ins>"
    return f'<div class="maju-difference"><b>{safe(place)}</b><div>{sides}</div></div>'


def _pieces(pieces: Sequence[Piece], nothing: str) -> str:
    if not pieces:
        return f'<span class="maju-quiet">{safe(nothing)}</span>'
    return "".join(safe(one.words) if one.kept else f"<mark>{safe(one.words)}</mark>" for one in pieces)


def mark(kind: str, words: str, about: Sequence[str]) -> str:
    facts = "".join(f"<span>{safe(one)}</span>" for one in about)
    return f'<div class="maju-playbook"><p><b>{safe(kind)}</b></p><p>{safe(words)}</p><p class="maju-facts">{facts}</p></div>'


def silent(name: str, said: str, lines: Sequence[tuple[str, str]]) -> str:
    """A deal, how much of it the playbooks answer, and what they do not: (kind, words)."""
    rows = "".join(f"<li><b>{safe(kind)}</b> {safe(words)}</li>" for kind, words in lines)
    missing = f'<ul class="maju-list">{rows}</ul>' if rows else ""
    return f'<section class="maju-section"><h2>{safe(name)}</h2><p>{safe(said)}</p>{missing}</section>'


def pair(head: str, sides: Sequence[tuple[str, str, tuple[int, int] | None]]) -> str:
    """Two passages side by side: (where, words, the span of the number that is meant)."""
    shown = "".join(f'<div><p class="maju-quiet">{safe(where)}</p><p>{_with_number(words, at)}</p></div>' for where, words, at in sides)
    return f'<div class="maju-difference pair"><b>{safe(head)}</b><div>{shown}</div></div>'


def _with_number(words: str, at: tuple[int, int] | None) -> str:
    if at is None:
        return safe(words)
    return f"{safe(words[: at[0]])}<mark>{safe(words[slice(*at)])}</mark>{safe(words[at[1] :])}"
