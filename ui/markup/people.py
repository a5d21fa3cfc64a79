"""The buyer as people see them: a circle with their initial in their colour, name, role, company."""

import re

from assistant.domain.buyer import Buyer
from assistant.domain.words import Language
from ui.markup import safe
from ui.shown import initial

_COLOUR = re.compile(r"#[0-9a-fA-F]{3,8}")


def face(buyer: Buyer, language: Language, size: str = "") -> str:
    """`size`: 'small', 'large' or ordinary. The name stands beside it, so a screen reader need not hear the initial."""
    colour = f' style="--face:{buyer.colour}"' if _COLOUR.fullmatch(buyer.colour) else ""
    return f'<span class="maju-face {size}"{colour} aria-hidden="true">{safe(initial(buyer.name.in_(language)))}</span>'


def person(buyer: Buyer, language: Language, size: str = "") -> str:
    name, role, company = (text.in_(language) for text in (buyer.name, buyer.role, buyer.company))
    of = "\N{NO-BREAK SPACE}· ".join((company, role) if language == "ko" else (role, company))
    return f'<div class="maju-person">{face(buyer, language, size)}<div><b>{safe(name)}</b><span class="of">{safe(of)}</span></div></div>'


def stranger(name: str, size: str = "") -> str:
    """The circle of somebody of whom only the name is known."""
    return f'<span class="maju-face {size}" aria-hidden="true">{safe(initial(name))}</span>'
