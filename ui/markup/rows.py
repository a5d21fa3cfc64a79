"""One conversation in a list: who, which deal, when, and how it stands."""

from collections.abc import Sequence

from assistant.domain.buyer import Buyer
from assistant.domain.words import Language
from ui.markup import safe
from ui.markup.people import face


def row(buyer: Buyer, language: Language, title: str, about: Sequence[str]) -> str:
    """`about`: short facts, the first the most telling."""
    first, *rest = about
    facts = f'<p class="maju-facts"><span class="first">{safe(first)}</span>' + "".join(f"<span>{safe(one)}</span>" for one in rest) + "</p>"
    name = safe(buyer.name.in_(language))
    return f'<div class="maju-person">{face(buyer, language)}<div><b>{name}</b><span class="of">{safe(title)}</span>{facts}</div></div>'
