"""What one reply of a model may say and what not, from what the buyer decided and what has been said. Pure.

`assistant/practice/guard.py` holds the sentences against it.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from assistant.domain.roleplay import Mind, Move, PlayedTurn
from assistant.domain.scenario import Scenario
from assistant.domain.words import Language
from assistant.language.numbers import quantities
from assistant.language.spelt import spelt_out
from assistant.language.surface import letters_of, squeezed
from assistant.practice.likeness import Talk, talk
from assistant.practice.own_lines import kin_texts
from assistant.practice.sentences import sentences

_SENIOR = ("실장", "상무", "대표", "사장", "회장", "원장", "전무", "고객", "사모")
"""Titles a seller calls out to a buyer; a buyer calls no seller by them."""
_TITLES = (*_SENIOR, "이사", "소장", "팀장")
RESISTS = ("object", "press", "deflect", "stall", "warn")
MAY_PRAISE = ("settle", "agree")
ENDS = ("leave", "not_now", "farewell", "excuse", "refuse", "put_through")
MAY_END = (*ENDS, "warn", "agree")

_TO_JUNIORS = frozenset({"너", "네", "자네", "당신"})
_BLUNT, _HUMBLE = re.compile(r"(?<![가-힣])(?:나|내|난)(?![가-힣]{3})"), re.compile(r"(?<![가-힣])(?:저|제|전)(?:는|가|도|를|한테|\b)")
NAME = re.compile(r"\b[A-Z][a-z]{2,}\b")


@dataclass(frozen=True, slots=True)
class Rules:
    """What this reply may not do. `secrets`: words, squeezed, that give away facts locked now; `instructions`: normalised text of the
    request's own rules; `figures`: values the buyer may name, because somebody did; `talk`: what a sentence is held against."""

    language: Language
    secrets: tuple[str, ...]
    locked: str
    """Letters of the lines that would tell them, which hold more than those words,"""
    kept: frozenset[str]
    """and of each of their sentences that is no part of what is staged."""
    yes: str
    """Letters of the lines with which this buyer agrees."""
    gist: str
    own: str
    """Letters of every line the buyer has for what is staged."""
    instructions: str
    figures: frozenset[float]
    names: frozenset[str]
    pronouns: frozenset[str]
    """How a Korean buyer of this speech level calls neither themselves nor others."""
    own_title: re.Pattern[str]
    """How others address this buyer: nobody addresses themselves."""
    own_label: re.Pattern[str]
    label: re.Pattern[str]
    """'Name:' before a line, the speaker's own, and anybody else's at the table."""
    may_agree: bool
    may_praise: bool
    may_end: bool
    free: bool
    """Whether what is said is a yes or a farewell, which a likeness learnt from talk knows nothing of."""
    talk: Talk
    others: str
    """Letters of what the rep said and of what was read: nobody says it again word for word."""
    offered: frozenset[float]
    """Figures of the rep's last turn, in a turn in which the buyer is not to take anything up."""


def rules(
    move: Move,
    mind: Mind,
    scenario: Scenario,
    language: Language,
    turns: Sequence[PlayedTurn],
    gist: Sequence[str],
    instructions: str = "",
    given: Sequence[str] = (),
    table: Sequence[str] = (),
    general: Sequence[str] = (),
) -> Rules:
    """The rules for one reply. A word the rep has said is no secret any more; `given`: the other texts a figure or a name may be taken from;
    `table`: the names of all on the buyer's side, the speaker's first; `general`: what any buyer of this manner would say for the same."""
    heard = squeezed(" ".join(turn.text for turn in turns if turn.speaker == "rep"))
    open_now = {*mind.revealed, *move.tell, *move.volunteer}
    other: Language = "en" if language == "ko" else "ko"
    locked = [fact for fact in scenario.facts if fact.id not in open_now]
    tells = [squeezed(tell) for fact in locked for tell in fact.tells.in_(language)]
    tells += [flat for fact in locked for tell in fact.tells.in_(other) if len(flat := squeezed(tell)) > 2 and any(map(str.isalpha, flat))]
    agrees = move.kind == "agree" or mind.agreed
    said = tuple(turn.text for turn in turns)
    opened = (*open_texts(scenario, language, sorted(open_now)), *given)
    kin = kin_texts(move, scenario, language)
    staged_now = frozenset(_flat((one,)) for line in (*gist, *kin, *general) for one in sentences(line))
    return Rules(
        language=language,
        secrets=tuple(tell for tell in tells if tell not in heard),
        locked=_flat(line for fact in locked for line in fact.lines.in_(language)),
        kept=frozenset(_flat((one,)) for fact in locked for line in fact.lines.in_(language) for one in sentences(line)) - staged_now,
        yes=_flat(scenario.lines.accept.in_(language)),
        gist=_flat(gist),
        own=_flat((*kin, *general)),
        instructions=letters_of(instructions),
        figures=frozenset(value for text in (*gist, *said, *opened) for value in values(text, language)),
        names=frozenset(word.casefold() for text in (*gist, *said, *opened) for word in NAME.findall(text)),
        pronouns=_foreign_pronouns(scenario) if language == "ko" else frozenset(),
        own_title=_address(scenario, language),
        own_label=_label(table[:1]),
        label=_label(table[1:]),
        may_agree=agrees,
        may_praise=agrees or move.kind in MAY_PRAISE or bool(move.settle),
        may_end=move.kind in MAY_END,
        free=agrees or move.kind in ENDS,
        talk=talk(
            language,
            " ".join(gist),
            said,
            opened,
            offer_texts(scenario, language),
            bool(move.tell or move.volunteer or move.plain),
            kin,
        ),
        others=_flat((*(turn.text for turn in turns if turn.speaker == "rep"), *given)),
        offered=frozenset(values(turns[-1].text, language) if turns and move.kind in RESISTS else ()) - frozenset(values(" ".join(gist), language)),
    )


def _foreign_pronouns(scenario: Scenario) -> frozenset[str]:
    """Who calls themselves 'I' humbly in their own lines does so always."""
    own = " ".join(line for fact in scenario.facts for line in fact.lines.ko)
    return _TO_JUNIORS if len(_BLUNT.findall(own)) > len(_HUMBLE.findall(own)) else _TO_JUNIORS | {"나", "내"}


def _label(names: Sequence[str]) -> re.Pattern[str]:
    """One of the names, with a title or without, before a colon."""
    return re.compile(rf"^\W*(?:{'|'.join(map(re.escape, names))})(?: ?[^\s:：]{{1,8}})?\**\s*[:：]\s*" if names else r"(?!)", re.IGNORECASE)


def _flat(texts: Iterable[str]) -> str:
    """Their letters in one run."""
    return letters_of(squeezed(" ".join(texts)))


def values(text: str, language: Language) -> tuple[float, ...]:
    """Every figure of the text."""
    return tuple(one.value for one in quantities(spelt_out(text) if language == "en" else text, language))


def _address(scenario: Scenario, language: Language) -> re.Pattern[str]:
    name, role = scenario.buyer.name.in_(language), scenario.buyer.role.in_(language)
    if language == "en":
        return re.compile(
            rf"(?:^|, )(?:sir|ma'am|madam|doctor|chairman)\b(?=[,.!?]|$)|\b(?:mr|ms|mrs|dr)\.? {re.escape(name.split()[-1])}\b", re.IGNORECASE
        )
    own = "|".join(title for title in _TITLES if title in role) or re.escape(role)
    return re.compile(rf"(?:^|{re.escape(name)} ?|[,.!?] ?)(?:(?:{own})님|(?:{'|'.join(_SENIOR)})님(?=[,!]))")


def open_texts(scenario: Scenario, language: Language, told: Iterable[str] = ()) -> tuple[str, ...]:
    """What may be talked of at any time: who they are, what is sold, what the rep knows too, and the facts told so far."""
    deal, briefing, buyer = scenario.deal, scenario.briefing, scenario.buyer
    texts = (deal.product, deal.seller, deal.summary, deal.price_how, deal.stage, briefing.situation, briefing.goal)
    person = (buyer.name, buyer.role, buyer.company, buyer.character)
    several = (deal.may_offer, deal.keywords, briefing.known, buyer.knows, buyer.does_not_know)
    return (
        *(text.in_(language) for text in (*texts, *person)),
        *(" ".join(lines.in_(language)) for lines in several),
        *(" ".join((topic.name.in_(language), *topic.cues.in_(language))) for topic in scenario.topics),
        *(" ".join(scenario.fact(fact).lines.in_(language)) for fact in told),
    )


def offer_texts(scenario: Scenario, language: Language) -> tuple[str, ...]:
    deal = scenario.deal
    return (deal.product.in_(language), deal.summary.in_(language), deal.price_how.in_(language), *deal.may_offer.in_(language))
