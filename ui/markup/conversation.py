"""Turns of a conversation as the room shows them."""

from collections.abc import Sequence

from assistant.domain.roleplay import Cited, PlayedTurn
from assistant.domain.scenario import Buyer
from assistant.domain.words import Language, Speaker
from ui.markup import safe
from ui.markup.people import face


def talk(turns: Sequence[str]) -> str:
    """`turns` are markup already."""
    return '<div class="maju-talk">' + "".join(turns) + "</div>"


def spoken(text: str, speaker: Speaker, buyer: Buyer, language: Language, who: str, index: int | None = None, under: str = "") -> str:
    """One turn, of plain text. See `turn`."""
    return turn(safe(text), speaker, buyer, language, who, index, under)


def turn(words: str, speaker: Speaker, buyer: Buyer, language: Language, who: str, index: int | None = None, under: str = "") -> str:
    """`words`: markup. `language`: the screen's. `who`: for screen readers. `index`: what links jump to. `under`: markup below the words."""
    anchor = "" if index is None else f' id="turn-{index}"'
    portrait = face(buyer, language, "small") if speaker == "buyer" else ""
    body = f'<p><span class="maju-hidden">{safe(who)}: </span>{words}</p>'
    return f'<article class="maju-turn {speaker}"{anchor}>{portrait}<div class="line">{body}{under}</div></article>'


def cited(label: str, places: Sequence[str]) -> str:
    """A quiet line naming the passages a turn was grounded in."""
    return f'<small class="maju-cited">{safe(label)}: {safe("; ".join(places))}</small>' if places else ""


def places(turn: PlayedTurn, page: str) -> tuple[str, ...]:
    """Where the turn's passages stand: 'file › section, p. 3'. `page` has a place for {page}. Each place once."""
    found = turn.record.cited if turn.record else ()
    return tuple(dict.fromkeys(_place(one, page) for one in found))


def _place(one: Cited, page: str) -> str:
    """A document's own title, which mostly repeats its file name, is left out."""
    path = one.section.split(" > ") if one.section else []
    headings = path[1:] if path and _bare(path[0]) == _bare(one.playbook) else path
    where = " › ".join((one.playbook, *headings))
    return where if one.page is None else f"{where}, {page.format(page=one.page)}"


def _bare(name: str) -> str:
    return "".join(character for character in name.casefold() if character.isalnum())
