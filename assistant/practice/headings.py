"""A section of the playbook the buyer may ask about by its title. Pure.

A title is somebody's text in the buyer's mouth, so it must read like one: a name for something, not an instruction to whoever reads it.
"""

import re
import unicodedata
from collections.abc import Sequence

from assistant.domain.playbook import Found
from assistant.domain.roleplay import PlayedTurn
from assistant.domain.words import Language
from assistant.language.analysis import analyse
from assistant.language.legible import disguised
from assistant.language.phrases import has
from assistant.language.surface import letters_of

HEADING_CHARS = 22
NO_TITLE = ("break_game", "off_topic", "tells_the_judge", "recites", "frame", "thinks_aloud", "agrees_to_it", "offers_help")
"""Lists of `knowledge/language` none of which a title may match."""
_MARKS = frozenset('{}[]<>=`"“”*#|\\:!?;$')
"""In a document's title they are rare, in an injected line they are not; a quotation mark would end the quotation."""
_LETTERS: dict[Language, re.Pattern[str]] = {"ko": re.compile(r"[가-힣A-Za-z]"), "en": re.compile(r"[A-Za-zÀ-ÿ]")}
_LEET = re.compile(r"[A-Za-z]\d[A-Za-z]")
_IN_PIECES = re.compile(r"(?<!\w)\w[^\w\s]\w[^\w\s]\w(?!\w)")
"""A word whose letters are set apart."""


def heading(passages: Sequence[Found], turns: Sequence[PlayedTurn], language: Language) -> str | None:
    """A short title that has not come up yet."""
    talked = letters_of(" ".join(turn.text for turn in turns))
    titles = (one.passage.heading.strip() for one in passages)
    new = (title for title in titles if 2 < len(title) <= HEADING_CHARS and letters_of(title) not in talked)
    return next((title for title in new if is_title(title, language)), None)


def is_title(text: str, language: Language) -> bool:
    letters = letters_of(text)
    pieced = disguised(text, language) or _IN_PIECES.search(text) or _LEET.search(text)
    marked = pieced or _MARKS & set(unicodedata.normalize("NFKC", text))
    odd = not text.isprintable() or not (text[0].isalnum() or text[0] in "'‘(") or marked
    foreign = any(char.isalpha() and not _LETTERS[language].match(char) for char in letters)
    if not letters or odd or foreign or any(has(name, text, language) for name in NO_TITLE):
        return False
    return not _is_said(text, language)


def _is_said(text: str, language: Language) -> bool:
    """Whether it is a sentence said to somebody: a Korean one ends in a verb, an English one speaks of you or me."""
    tokens = [token for token in analyse(text, language).tokens if not token.tag.startswith("S") or token.tag in {"SL", "SN"}]
    if language == "ko":
        return not tokens or tokens[-1].tag.split("-")[0] in {"EF", "EC", "VV", "VX"}
    return any(token.form.lower() in {"you", "your", "yourself", "me", "my", "i", "please"} for token in tokens)
