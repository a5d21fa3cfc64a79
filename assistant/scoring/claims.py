"""What the rep claimed, checked against the playbook: supported, contradicted, or not spoken about. No model: numbers with units and
content words."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from assistant.domain.playbook import Found
from assistant.domain.words import Language
from assistant.language.analysis import analyse
from assistant.language.dates import concrete_dates
from assistant.language.numbers import Quantity, quantities
from assistant.language.phrases import found as phrases_found
from assistant.language.sentences import sentences
from assistant.scoring.talk import Exchange, Talk, quote

Verdict = Literal["supported", "contradicted", "not_found"]
CLAIMING = frozenset({"claim", "price", "reference", "discount", "pitch"})
SAME_SUBJECT = 0.5
"""Share of the claim's content words a playbook line must hold to speak about the same thing."""
SUBJECT_WORDS = 2
SAME_NUMBER = 0.01
FITS = 0.2
"""Found passages below this fit are about something else."""


@dataclass(frozen=True, slots=True)
class Check:
    """A claim of turn `turn`; `passage`: the playbook line that decided it."""

    turn: int
    quote: str
    verdict: Verdict
    passage: str | None = None
    where: str | None = None


@dataclass(frozen=True, slots=True)
class _Claim:
    turn: int
    text: str
    numbers: tuple[Quantity, ...]
    subject: frozenset[str]


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
    asks = {question.start for question in one.heard.questions}
    claiming = {sign.start for sign in one.heard.signs if sign.act in CLAIMING}
    steps = {sign.start for sign in one.heard.signs if sign.act == "next_step"}
    for start, end in one.said:
        text = one.text[start:end]
        dates = concrete_dates(text, one.language)
        numbers = tuple(
            number
            for number in quantities(text, one.language)
            if number.unit != "number" and (number.value, number.unit) not in heard and not any(a <= number.start < b for a, b in dates)
        )
        if start in asks or start in steps or not (start in claiming or numbers):
            continue
        yield _Claim(one.rep.index, quote(one.text, (start, end)), numbers, _subject(text, one.language))


def _subject(text: str, language: Language) -> frozenset[str]:
    return frozenset(word for word in analyse(text, language).content if len(word) > 1 and not word[0].isdigit())


def _check(claim: _Claim, passages: list[Found], language: Language) -> Check:
    verdict: Check | None = None
    for one in passages:
        if one.score < FITS:
            continue
        for start, end in sentences(one.passage.text, language):
            line = one.passage.text[start:end]
            decided = _decided(claim, line, language)
            if decided == "supported":
                return Check(claim.turn, claim.text, "supported", line, one.passage.section)
            if decided == "contradicted" and verdict is None:
                verdict = Check(claim.turn, claim.text, "contradicted", line, one.passage.section)
    return verdict or Check(claim.turn, claim.text, "not_found")


def _decided(claim: _Claim, line: str, language: Language) -> Verdict:
    shared = claim.subject & _subject(line, language)
    if len(shared) < min(SUBJECT_WORDS, len(claim.subject) or 1) or len(shared) < SAME_SUBJECT * len(claim.subject):
        return "not_found"
    if claim.numbers:
        return _numbers_decide(claim, quantities(line, language))
    if len(shared) <= SUBJECT_WORDS:
        return "not_found"
    return "supported" if _denies(claim.text, language) == _denies(line, language) else "contradicted"


def _numbers_decide(claim: _Claim, written: tuple[Quantity, ...]) -> Verdict:
    """Every number of the claim stands in the line: supported. One has its unit there with another value only: contradicted."""
    verdicts = set()
    for number in claim.numbers:
        values = [other.value for other in written if other.unit == number.unit]
        if any(abs(value - number.value) <= SAME_NUMBER * max(abs(value), abs(number.value)) for value in values):
            verdicts.add("same")
        else:
            verdicts.add("other" if len(values) == 1 else "absent")
    return "supported" if verdicts == {"same"} else "contradicted" if "other" in verdicts else "not_found"


def _denies(text: str, language: Language) -> bool:
    """An odd number of negations."""
    return sum(1 for _ in phrases_found("negation", text, language)) % 2 == 1
