"""Turns of a conversation as the room shows them."""

from collections.abc import Callable, Sequence

from assistant.domain.buyer import Buyer
from assistant.domain.roleplay import Cited, PlayedTurn
from assistant.domain.words import Language, Speaker
from ui.markup import headings_of, safe
from ui.markup.people import face, stranger


def several_speak(turns: Sequence[PlayedTurn]) -> bool:
    """Whether the buyer's side needs names: not the buyer alone speaks there."""
    return any(turn.person for turn in turns)


def talk(turns: Sequence[str]) -> str:
    """`turns` are markup already."""
    return '<div class="maju-talk">' + "".join(turns) + "</div>"


def spoken(
    text: str, speaker: Speaker, buyer: Buyer, language: Language, who: str, index: int | None = None, under: str = "", named: bool = False
) -> str:
    """One turn, of plain text. See `turn`."""
    return turn(safe(text), speaker, buyer, language, who, index, under, named)


def turn(
    words: str, speaker: Speaker, buyer: Buyer, language: Language, who: str, index: int | None = None, under: str = "", named: bool = False
) -> str:
    """`words`: markup. `buyer`: who speaks on that side. `language`: the screen's. `who`: for screen readers, and for the eye too when `named`.
    `index`: what links jump to. `under`: markup below the words."""
    anchor = "" if index is None else f' id="turn-{index}"'
    portrait = face(buyer, language, "small") if speaker == "buyer" else ""
    shown = named and speaker == "buyer"
    label = f'<b class="maju-who">{safe(who)}</b>' if shown else f'<span class="maju-hidden">{safe(who)}: </span>'
    body = f"{label}<p>{words}</p>" if shown else f"<p>{label}{words}</p>"
    return f'<article class="maju-turn {speaker}"{anchor}>{portrait}<div class="line">{body}{under}</div></article>'


def real_turn(words: str, speaker: Speaker, who: str, index: int) -> str:
    """One turn of a real conversation, named on both sides. `words`: markup."""
    portrait = stranger(who, "small") if speaker == "buyer" else ""
    return (
        f'<article class="maju-turn {speaker}" id="turn-{index}">{portrait}<div class="line"><b class="maju-who">{safe(who)}</b>'
        f"<p>{words}</p></div></article>"
    )


def cited(label: str, places: Sequence[str]) -> str:
    """A quiet line naming the passages a turn was grounded in: the first, and behind it, folded, the others."""
    if not places:
        return ""
    first, *others = (safe(place) for place in places)
    line = f"{safe(label)}: {first}"
    if not others:
        return f'<small class="maju-cited">{line}</small>'
    rest = "".join(f"<li>{one}</li>" for one in others)
    return f'<details class="maju-cited"><summary><span>{line}</span> <b>+{len(others)}</b></summary><ul>{rest}</ul></details>'


def places(turn: PlayedTurn, page: str) -> tuple[str, ...]:
    """Where the turn's passages stand, each place once: 'file › section, p. 3', then 'section' for more of the same file.
    `page` has a place for {page}."""
    cited = turn.record.cited if turn.record else ()
    written: dict[str, None] = {}
    named: set[str] = set()
    for one in dict.fromkeys(sorted(cited, key=_order(cited))):
        where = place(one, page, named=one.playbook in named)
        written |= {where: None} if where else {}
        named.add(one.playbook)
    return tuple(written)


def _order(cited: Sequence[Cited]) -> Callable[[Cited], int]:
    """Files in the order they were first cited in."""
    files = list(dict.fromkeys(one.playbook for one in cited))
    return lambda one: files.index(one.playbook)


def place(one: Cited, page: str, named: bool = False) -> str:
    """Where one passage stands. `page` has a place for {page}; `named`: the file was named before."""
    path = headings_of(one.playbook, one.section)
    where = " › ".join(path if named else (one.playbook, *path))
    number = "" if one.page is None else page.format(page=one.page)
    return ", ".join(part for part in (where, number) if part)
