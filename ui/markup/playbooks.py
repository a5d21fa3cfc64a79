"""Playbooks in a list, passages that were found, sections as they were read."""

from collections.abc import Sequence

from assistant.playbooks.versions import Piece
from ui.markup import safe


def playbook(name: str, state: str, state_words: str, about: Sequence[str], below: str) -> str:
    facts = "".join(f"<span>{safe(one)}</span>" for one in about)
    under = f'<p class="maju-quiet">{safe(below)}</p>' if below else ""
    return (
        f'<div class="maju-playbook"><p class="name"><b>{safe(name)}</b><span class="maju-state {safe(state)}">{safe(state_words)}</span></p>'
        f'<p class="maju-facts">{facts}</p>{under}</div>'
    )


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
