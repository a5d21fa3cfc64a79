"""What the rep claimed, checked against the playbook: supported, contradicted, or not spoken about. No model: numbers with units and
content words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from assistant.domain.heard import Act
from assistant.domain.playbook import Found
from assistant.domain.words import Language
from assistant.language.asking import sought
from assistant.language.dates import concrete_dates
from assistant.language.numbers import MONEY, Quantity, quantities
from assistant.language.phrases import found as phrases_found
from assistant.language.phrases import has
from assistant.language.rarity import telling as telling_words
from assistant.language.rarity import weight
from assistant.language.sentences import sentences
from assistant.scoring.talk import Exchange, Talk, quote

Verdict = Literal["supported", "contradicted", "not_found", "left_out"]
"""'left_out': a point that had to be said was not, though its subject came up."""
CLAIMING: frozenset[Act] = frozenset({"claim", "price", "reference", "discount", "pitch"})
SAME_SUBJECT = 0.5
"""Share of the claim's content words, the rarer the weightier, that a playbook line must hold to speak about the same thing."""
SURELY_SAME = 0.6
"""The same where the line would contradict: being told wrongly that one is wrong is worse than not being told."""
SUBJECT_WORDS = 2
WHOLLY = 0.6
"""Share of a short line's own content words from which on a claim is about it, whatever else the claim holds ('the fee is £30 once')."""
BESIDE = 1
"""Other words of a claim beside those of the whole line."""
_FOR = re.compile(r"(?<=..)[비료값]$")
"""What a Korean noun of money ends in: '수업료' and '수업' are about one thing."""
ROUNDED = 0.01
"""Amounts of money may be rounded by this share; shares, counts and times may not."""
COMPARABLE = 5.0
"""Numbers further apart than this factor are of different things."""
CLEARLY = 0.1
"""By how much one of several numbers must be nearer to be the one that was meant."""
WORDS_ALONE = 0.6
"""The same for a claim without numbers, where only its words can agree."""
_CLAUSE = re.compile(r"[,;|:()](?!\d)|(?<=[고며]) |(?<=지만) |\b(?:and|but|while|plus)\b")
_LASTS = re.compile(r"\d\s?(?:일|주|개월|달|시간)\s?(?:전|이내|안)")
"""Terms that look like days: '7일 전까지 무료'."""
FITS = 0.2
"""Found passages below this fit are about something else."""


@dataclass(frozen=True, slots=True)
class Check:
    """A claim of turn `turn`; `passage`: the playbook line that decided it; `corrected`: the quote with the playbook's number in its place."""

    turn: int
    quote: str
    verdict: Verdict
    passage: str | None = None
    where: str | None = None
    corrected: str | None = None


@dataclass(frozen=True, slots=True)
class _Decision:
    """What one playbook line says about a claim. `shared`: share of the claim's subject it holds; `near`: how much of what its number and the claim's
    are about is the same, 0-1; `number`, `written`: the pair that differs."""

    verdict: Verdict
    shared: float
    near: float = 0.0
    number: Quantity | None = None
    written: Quantity | None = None


@dataclass(frozen=True, slots=True)
class _Claim:
    turn: int
    text: str
    numbers: tuple[Quantity, ...]
    subject: frozenset[str]
    asked: frozenset[str]


@lru_cache(maxsize=2)
def checked_claims(talk: Talk) -> tuple[Check, ...]:
    """Every checkable claim; empty when there are no playbook passages to check against."""
    if talk.passages is None:
        return ()
    claims = list(_claims(talk))
    found = talk.passages([claim.text for claim in claims]) if claims else []
    return tuple(_check(claim, passages, talk.language) for claim, passages in zip(claims, found, strict=True))


def _claims(talk: Talk) -> Iterator[_Claim]:
    heard: set[tuple[float, str]] = set()
    for one in talk.exchanges:
        if one.before:
            heard |= {(number.value, number.unit) for number in quantities(one.before.text, talk.language)}
        yield from _claims_of(one, heard)


def _claims_of(one: Exchange, heard: set[tuple[float, str]]) -> Iterator[_Claim]:
    """Sentences that claim, with the numbers the buyer had not said first and that are no dates of a next step."""
    claiming = one.starts(*CLAIMING)
    steps = one.starts("next_step")
    for start, end in one.said:
        text = one.text[start:end]
        dates = [span for span in concrete_dates(text, one.language) if not _LASTS.search(text[slice(*span)])]
        numbers = tuple(
            number
            for number in quantities(text, one.language)
            if number.unit != "number" and (number.value, number.unit) not in heard and not any(a <= number.start < b for a, b in dates)
        )
        if start in one.asking or start in steps or not (start in claiming or numbers):
            continue
        yield _Claim(one.rep.index, quote(one.text, (start, end)), numbers, telling(text, one.language), _asked(one))


def _asked(one: Exchange) -> frozenset[str]:
    """What the buyer had asked about: a bare figure is about that."""
    if one.before is None or one.occasion is None:
        return frozenset()
    asks = [one.before.text[slice(*span)] for span in one.occasion.asks]
    return frozenset(word for text in asks for word in telling(text, one.language) & {token.lemma for token in sought(text, one.language).words})


def _check(claim: _Claim, passages: list[Found], language: Language) -> Check:
    """The line that speaks most about the same thing decides; of two that do equally, the one that agrees."""
    fitting = [one.passage for one in passages if one.score >= FITS]
    lines = [(passage.text[start:end], passage.section) for passage in fitting for start, end in sentences(passage.text, language)]
    decided = [(_decided(claim, line, language), line, section) for line, section in lines]
    if claim.asked and all(one[0].verdict == "not_found" for one in decided):
        about = replace(claim, subject=claim.subject | claim.asked)
        decided = [(_decided(about, line, language), line, section) for line, section in lines]
    if claim.asked and all(one[0].verdict == "not_found" for one in decided):
        decided = list(_only_one_of_its_kind(claim, lines, language))
    decided = sorted((one for one in decided if one[0].verdict != "not_found"), key=lambda one: _strength(one[0]), reverse=True)
    if not decided or (decided[0][0].number and _stands(decided[0][0].number, claim, [line for line, _ in lines], language)):
        return Check(claim.turn, claim.text, "not_found")
    decision, line, section = decided[0]
    clear = not any(_rivals(decision, other) for other, _, _ in decided[1:])
    return Check(claim.turn, claim.text, decision.verdict, line, section, _corrected(claim, decision, line) if clear else None)


def _only_one_of_its_kind(claim: _Claim, lines: list[tuple[str, str]], language: Language) -> Iterator[tuple[_Decision, str, str]]:
    """A single figure that answers a question is about the only one with its unit that the lines have; it contradicts that only with a word in
    common."""
    if len(claim.numbers) != 1:
        return
    number = claim.numbers[0]
    written = [(one, line, section) for line, section in lines for one in quantities(line, language) if one.unit == number.unit]
    if len(written) != 1:
        return
    one, line, section = written[0]
    low, high = sorted((abs(one.value), abs(number.value)))
    if _same(one, number):
        yield _Decision("supported", 0.0, 1.0), line, section
    elif high <= COMPARABLE * low and (claim.subject | claim.asked) & telling(line, language):
        yield _Decision("contradicted", 0.0, 1.0, number, one), line, section


def _strength(one: _Decision) -> tuple[float, float, bool]:
    return one.shared, one.near, one.verdict == "supported"


def _rivals(one: _Decision, other: _Decision) -> bool:
    """Another line has yet another number for what may be the same thing."""
    if one.written is None or other.written is None or _same(one.written, other.written):
        return False
    return other.shared >= one.shared and other.near > one.near - CLEARLY


def _stands(number: Quantity, claim: _Claim, lines: list[str], language: Language) -> bool:
    """The number that one line contradicts stands in another, about something the claim speaks of: the first meant something else."""
    return any(
        one.unit == number.unit and one.value == number.value and bool(_about(line, one, language) & claim.subject)
        for line in lines
        for one in quantities(line, language)
    )


def _corrected(claim: _Claim, decision: _Decision, line: str) -> str | None:
    """Only where a single number is wrong: its place is known, and so is what belongs there."""
    number, written = decision.number, decision.written
    if decision.verdict != "contradicted" or number is None or written is None or number.end > len(claim.text):
        return None
    return f"{claim.text[: number.start]}{line[written.start : written.end]}{claim.text[number.end :]}"


def _decided(claim: _Claim, line: str, language: Language) -> _Decision:
    shared = claim.subject & telling(line, language)
    share = weight(shared, language) / (weight(claim.subject, language) or 1.0)
    whole = weight(shared, language) >= WHOLLY * weight(telling(line, language), language) > 0
    if not whole and (len(shared) < min(SUBJECT_WORDS, len(claim.subject) or 1) or share < SAME_SUBJECT):
        return _Decision("not_found", share)
    if whole and len(claim.subject - claim.asked - shared) <= BESIDE:
        share = 1.0
    if claim.numbers:
        return _numbers_decide(claim, line, share, language)
    promises = any(has(name, claim.text, language) for name in ("guarantee", "superlative"))
    if len(shared) <= SUBJECT_WORDS or share < WORDS_ALONE or promises:
        return _Decision("not_found", share)
    return _Decision("supported" if _denies(claim.text, language) == _denies(line, language) else "contradicted", share)


def _numbers_decide(claim: _Claim, line: str, share: float, language: Language) -> _Decision:
    """Every number of the claim stands in the line, with its unit and about the same thing: supported. One such has another value: contradicted."""
    wrong: list[tuple[float, Quantity, Quantity]] = []
    near: list[float] = []
    for number in claim.numbers:
        alike = sorted(_alike(claim, number, line, language), key=lambda one: one[0], reverse=True)
        if any(_same(one, number) for _, one in alike):
            near.append(max(close for close, one in alike if _same(one, number)))
        elif alike and (len(alike) == 1 or alike[0][0] > alike[1][0] + CLEARLY):
            wrong.append((alike[0][0], number, alike[0][1]))
    if wrong and share >= SURELY_SAME:
        return _Decision("contradicted", share, *wrong[0]) if len(wrong) == 1 else _Decision("contradicted", share, wrong[0][0])
    if wrong or len(near) < len(claim.numbers):
        return _Decision("not_found", share)
    return _Decision("supported", share, min(near))


def _alike(claim: _Claim, number: Quantity, line: str, language: Language) -> Iterator[tuple[float, Quantity]]:
    """(how much of what both are about is the same, the line's number): of one unit, about the same thing, and of an order one could mistake."""
    about = _about(claim.text, number, language) & claim.subject or claim.subject
    for one in quantities(line, language):
        low, high = sorted((abs(one.value), abs(number.value)))
        words = _about(line, one, language)
        if one.unit == number.unit and words & about and high <= COMPARABLE * low:
            yield weight(words & about, language) / weight(words | about, language), one


def _same(one: Quantity, other: Quantity) -> bool:
    rounding = ROUNDED if one.unit in MONEY else 0.0
    return abs(one.value - other.value) <= rounding * max(abs(one.value), abs(other.value))


def _about(text: str, number: Quantity, language: Language) -> frozenset[str]:
    """What a number is about: the content words of its clause."""
    start = max((match.end() for match in _CLAUSE.finditer(text) if match.end() <= number.start), default=0)
    end = min((match.start() for match in _CLAUSE.finditer(text) if match.start() >= number.end), default=len(text))
    return telling(text[start:end], language)


def _denies(text: str, language: Language) -> bool:
    """An odd number of negations."""
    return sum(1 for _ in phrases_found("negation", text, language)) % 2 == 1


def telling(text: str, language: Language) -> frozenset[str]:
    """The words a text is about, whatever they cost."""
    return frozenset(_FOR.sub("", word) for word in telling_words(text, language))
