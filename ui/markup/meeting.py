"""Several people on the buyer's side, as people see them."""

from collections.abc import Sequence

from assistant.domain.buyer import Buyer
from assistant.domain.words import Language
from ui.markup import safe
from ui.markup.people import face


def company(rows: Sequence[tuple[Buyer, str]], language: Language) -> str:
    """Everybody who is there, each with what is to be said of them just now ('has left'), often nothing."""
    return '<ul class="maju-company">' + "".join(_row(one, note, language) for one, note in rows) + "</ul>"


def _row(one: Buyer, note: str, language: Language) -> str:
    said = f"<em>{safe(note)}</em>" if note else ""
    name, of = safe(one.name.in_(language)), safe(one.role.in_(language))
    words = f'<div><b>{name}</b><span class="of">{of}</span>{said}</div>'
    return f'<li class="maju-person{" away" if note else ""}">{face(one, language, "small")}{words}</li>'
