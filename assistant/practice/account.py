"""After the call: what the buyer was really thinking, turn by turn, worked out from what was decided when it was said. Pure.

What moved the buyer stands on their turns; the words that did it are found again by hearing the rep's turn as it was heard then. How it is
told is `assistant.practice.account_words`.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from assistant.domain.buyer import DiscoveryItem, Fact, Objection
from assistant.domain.heard import Act, Heard
from assistant.domain.roleplay import BuyerRecord, Felt, Mind, Move, PlayedTurn, RolePlay
from assistant.domain.scenario import Scenario
from assistant.domain.table import as_played
from assistant.domain.words import Language
from assistant.language.sentences import sentences
from assistant.language.surface import letters_of
from assistant.perception import hear
from assistant.practice.agreement import unmet_conditions
from assistant.practice.discovery import Found, discovered
from assistant.practice.levels import LEVELS
from assistant.practice.mind import at_first

UNSEEN = frozenset({"turn"})
"""What only time does."""
MATTERS = 0.004
"""Trust (0-1) from which on a movement is told."""
SHOWS = 0.015
"""Of a whole turn, from which on it counts as gaining or losing the buyer."""
Missing = Literal["trust", "facts", "settled", "objection", "step"]


@dataclass(frozen=True, slots=True)
class Moved:
    """What moved the buyer, by how much trust (signed), and the rep's words that did it; empty where it was something left unsaid."""

    why: str
    trust: float
    quote: str


@dataclass(frozen=True, slots=True)
class Thought:
    """One of the rep's turns as the buyer took it. `trust`, `patience`: 0-1 afterwards; `gained`: trust, signed; `moved`: the strongest first;
    `kept_back`: facts asked for and not told; `spoke`: the buyer answered, and nobody else at the table."""

    turn: int
    trust: float
    patience: float
    gained: float
    moved: tuple[Moved, ...]
    move: Move
    kept_back: tuple[str, ...] = ()
    spoke: bool = True


@dataclass(frozen=True, slots=True)
class Told:
    """A fact that was told. `turn`: the buyer's."""

    fact: Fact
    turn: int


@dataclass(frozen=True, slots=True)
class Untold:
    """A fact that never came out. `asked_too_early`: it was asked for before the buyer trusted enough."""

    fact: Fact
    asked_too_early: bool


@dataclass(frozen=True, slots=True)
class Area:
    """One item of the discovery map with everything that was told and not told of it."""

    item: DiscoveryItem
    found: Found
    told: tuple[Told, ...]
    untold: tuple[Untold, ...]


@dataclass(frozen=True, slots=True)
class Worry:
    """An objection that was voiced. `turn`: the buyer's, when it first came up; `met`: whether it was settled, and in which turn."""

    objection: Objection
    turn: int
    met: int | None


@dataclass(frozen=True, slots=True)
class Account:
    """`start`: trust and patience the buyer sat down with. `best`, `worst`: the turns that gained and lost them most, None where none did.
    `missing`: what stood between them and a next step, empty when they agreed."""

    start: Mind
    thoughts: tuple[Thought, ...]
    areas: tuple[Area, ...]
    elsewhere: tuple[Untold, ...]
    worries: tuple[Worry, ...]
    agreed: bool
    missing: tuple[Missing, ...]
    best: Thought | None
    worst: Thought | None


def account(role_play: RolePlay, scenario: Scenario) -> Account:
    """Of a role-play that has its records; one in which nothing was said gives an account without thoughts."""
    start = at_first(scenario, role_play.level)
    thoughts = tuple(_thoughts(role_play, scenario, start))
    mind = role_play.mind() or start
    played = as_played(scenario, role_play.setting)
    told = _told(role_play.turns)
    mind = replace(mind, revealed=tuple(dict.fromkeys((*mind.revealed, *told))))
    areas = _areas(played, mind, told)
    named = {fact for area in areas for fact in area.item.facts}
    loose = tuple(_untold(fact, mind) for fact in played.facts if fact.id not in named and fact.id not in mind.revealed)
    missing: tuple[Missing, ...] = () if mind.agreed else tuple(_missing(role_play.mind() or start, scenario, role_play))
    best = max(thoughts, key=lambda one: one.gained, default=None)
    worst = min(thoughts, key=lambda one: one.gained, default=None)
    return Account(
        start,
        thoughts,
        areas,
        loose,
        tuple(_worries(role_play.turns, played)),
        mind.agreed,
        missing,
        best if best and best.gained >= SHOWS else None,
        worst if worst and worst.gained <= -SHOWS else None,
    )


def _thoughts(role_play: RolePlay, scenario: Scenario, start: Mind) -> Iterable[Thought]:
    """A rep's turn, the buyer's line before it and the buyer's answer make one thought; an unanswered turn makes none."""
    before, said = start, ""
    for turn, reply in pairwise(role_play.turns):
        said = turn.text if turn.speaker == "buyer" else said
        before = turn.record.mind if turn.record else before
        if turn.speaker == "rep" and reply.record:
            heard = hear(turn.text, said or None, scenario.topics, role_play.language)
            yield _thought(turn, heard, before, reply.record, role_play.language, reply.person is None)


def _thought(turn: PlayedTurn, heard: Heard, before: Mind, record: BuyerRecord, language: Language, spoke: bool) -> Thought:
    mind, move = record.mind, record.move
    felt = sorted((one for one in record.felt if one.why not in UNSEEN and abs(one.trust) >= MATTERS), key=_strength, reverse=True)
    kept_back = tuple(fact for fact in mind.refused if fact not in before.refused and fact not in mind.revealed)
    moved = tuple(Moved(one.why, one.trust, quote(one.why, heard, language)) for one in felt)
    return Thought(turn.index, mind.trust, mind.patience, round(mind.trust - before.trust, 4), moved, move, kept_back, spoke)


def _strength(one: Felt) -> float:
    return abs(one.trust)


DOING: Mapping[str, tuple[Act, ...]] = {
    "acknowledged": ("acknowledgement",), "empathy": ("empathy",), "reflection": ("reflection",), "picked_up": ("acknowledgement", "reflection"),
    "picked_up_signal": ("acknowledgement", "justification"), "justified": ("justification",), "reference": ("reference",),
    "answered": ("answer", "claim"), "specific": ("claim", "price"), "proposed_clearly": ("next_step",), "proposed_again": ("next_step",),
    "disclosed": ("disclosure",), "courtesy": ("thanks", "apology", "greeting"), "pitched": ("pitch",), "pitched_again": ("pitch",),
    "formula": ("boilerplate",), "evaded": ("evasion",), "contradicted": ("evasion",), "overpromised": ("claim",),
    "discount_early": ("discount",), "discount_again": ("discount",), "pressure": ("pressure",), "pushed": ("pressure",),
    "contempt": ("contempt",), "sharp_word": ("contempt",), "off_topic": ("off_topic",), "break_game": ("break_game",),
    "small_talk_late": ("small_talk",),
}  # fmt: skip
"""What moved the buyer -> the acts whose words did it."""


ASKING = {"asked_open": ("open",), "asked_closed": ("closed", "choice"), "interrogated": ("closed", "choice"), "leading": ("leading",)}
LETTERS_TO_QUOTE = 4
"""Below that a question is what was left over from a cut sentence."""
LISTENED = frozenset({"acknowledged", "picked_up", "picked_up_signal"})


def quote(why: str, heard: Heard, language: Language) -> str:
    """The words of the turn that did it; empty where it was something the turn left undone."""
    if why == "one_word":
        return heard.text
    if why == "followed_up" or why in ASKING:
        asked = [one for one in heard.questions if (one.follow_up if why == "followed_up" else one.form in ASKING[why])]
        words = heard.text[asked[-1].start : asked[-1].end].strip() if asked else ""
        return words if len(letters_of(words)) >= LETTERS_TO_QUOTE else ""
    said = next((words.strip() for act in DOING.get(why, ()) for words in heard.quotes(act)), "")
    return said or (_giving_back(heard, language) if why in LISTENED else "")


def _giving_back(heard: Heard, language: Language) -> str:
    """The sentence in which most of the buyer's words came back, where no form of words says that one listened; else the first."""
    asked = {one.start for one in heard.questions}
    spans = sentences(heard.text, language)
    told = [heard.text[start:end].strip() for start, end in spans if start not in asked]
    return max(told, key=lambda said: sum(word in said for word in heard.echoed), default="")


def _told(turns: Sequence[PlayedTurn]) -> dict[str, int]:
    """Fact -> the buyer's turn it was first told in."""
    told: dict[str, int] = {}
    for turn in turns:
        for fact in (*turn.record.move.tell, *turn.record.move.volunteer) if turn.record else ():
            told.setdefault(fact, turn.index)
    return told


def _areas(scenario: Scenario, mind: Mind, told: Mapping[str, int]) -> tuple[Area, ...]:
    """What was told stands under every item it belongs to, what was not under the first."""
    areas, seen = list[Area](), set[str]()
    for finding in discovered(scenario, mind):
        facts = [scenario.fact(one) for one in finding.item.facts]
        known = tuple(Told(fact, told[fact.id]) for fact in facts if fact.id in told)
        untold = tuple(_untold(fact, mind) for fact in facts if fact.id not in mind.revealed and fact.id not in seen)
        seen |= {fact.id for fact in facts}
        areas.append(Area(finding.item, finding.found, known, untold))
    return tuple(areas)


def _untold(fact: Fact, mind: Mind) -> Untold:
    return Untold(fact, fact.id in mind.refused)


def _worries(turns: Sequence[PlayedTurn], scenario: Scenario) -> Iterable[Worry]:
    raised: dict[str, int] = {}
    met: dict[str, int] = {}
    for turn in turns:
        if turn.record and turn.record.move.objection:
            raised.setdefault(turn.record.move.objection, turn.index)
        if turn.record and turn.record.move.settle:
            met.setdefault(turn.record.move.settle, turn.index)
    return (Worry(scenario.objection(one), at, met.get(one)) for one, at in raised.items())


def _missing(mind: Mind, scenario: Scenario, role_play: RolePlay) -> Iterable[Missing]:
    unmet = unmet_conditions(mind, scenario, LEVELS[role_play.level])
    known: tuple[Missing, ...] = ("trust", "facts", "settled", "objection")
    yield from (one for one in known if one in unmet)
    if not unmet:
        yield "step"
