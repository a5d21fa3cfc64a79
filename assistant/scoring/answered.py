"""Where a reply gives what the buyer asked for, and how surely."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from assistant.domain.heard import Act, Sign
from assistant.language.dates import time_expressions
from assistant.language.meaning import likely
from assistant.language.numbers import quantities
from assistant.language.phrases import has
from assistant.perception.telling import figures

if TYPE_CHECKING:
    from assistant.scoring.talk import Exchange

SOCIAL: frozenset[Act] = frozenset({"greeting", "thanks", "farewell", "small_talk", "apology"})
SOFT: frozenset[Act] = SOCIAL | {"empathy", "reflection", "acknowledgement"}
NO_ANSWER: frozenset[Act] = SOFT | {"question", "next_step", "pressure", "contempt", "boilerplate", "discount"}
BESIDE = ("says_nothing", "dodges", "superlative", "vague_step", "vague_time", "step_invites", "step_promise", "formula", "evasion", "guarantee")
BESIDE_AT, ANSWERS_AT = 0.2, 0.7
"""How likely a sentence must be an answer, for any credit and for all of it."""
ANSWERS_FROM = 0.3
ANSWERS_AMONG = 2
"""So many of the first sentences with a point may answer where no kind of thing was heard that was asked for."""


def answers_of(one: "Exchange") -> tuple[Sign, ...]:
    """Where the rep gives what was asked for: kind words or a next step that come instead are none, nor is just anything said further down."""
    soft = one.starts(*SOFT)
    steps = one.starts("next_step")
    given = (sign for sign in one.heard.signs if sign.act == "answer" and (sign.start not in soft or _informs(one, sign)))
    given = (sign for sign in given if not _puts_off(one, sign) and not _said_anyway(one, sign))
    given = (sign for sign in given if _anchored(one, sign) or one.text.find(one.plain_point or "\n") == sign.start)
    given = (sign for sign in given if sign.start not in steps or _replies(one, one.text[sign.start : sign.end]))
    heard = tuple(sign for sign in given if answering(one, sign) >= ANSWERS_FROM)
    known = {sign.start for sign in heard}
    return tuple(sorted((*heard, *(sign for sign in _answers_by_meaning(one) if sign.start not in known)), key=lambda sign: sign.start))


def _answers_by_meaning(one: "Exchange") -> Iterator[Sign]:
    """Where no kind of thing was heard that was asked for: the first sentences with a point that surely answer something."""
    if not (one.occasion and one.occasion.asks):
        return
    other = one.starts(*NO_ANSWER)
    for start, end in one.points[:ANSWERS_AMONG]:
        words = one.own[start:end]
        beside = start in other or not words.strip() or any(has(name, words, one.language) for name in BESIDE)
        if not beside and likely("answers", words) >= ANSWERS_AT:
            yield Sign("answer", start, end)


def answering(one: "Exchange", sign: Sign) -> float:
    """How surely an answer gives what was asked for, 0-1: a figure, a time, a yes or no, a reason do; else it is told by meaning from praise that
    only stands in an answer's place."""
    words = one.text[sign.start : sign.end]
    if _informs(one, sign) or has("because", words, one.language) or has("admits", words, one.language):
        return 1.0
    return min(1.0, max(0.0, (likely("answers", words) - BESIDE_AT) / (ANSWERS_AT - BESIDE_AT)))


def _replies(one: "Exchange", words: str) -> bool:
    """Of a sentence that may be a next step: 'on a Saturday morning' promises nothing of somebody's."""
    if has("yes_start", words, one.language) or one.echoes_question(words):
        return True
    return not any(has(name, words, one.language) for name in ("step_owner", "first_person_ending", "step_promise", "step_invites"))


def _puts_off(one: "Exchange", sign: Sign) -> bool:
    words = one.text[sign.start : sign.end]
    if any(has(name, words, one.language) for name in ("vague_step", "apology", "formula")):
        return True
    if has("vague_time", words, one.language) and not quantities(words, one.language):
        return True
    if has("says_nothing", words, one.language) and not (_figures(one, words) or has("yes_start", words, one.language)):
        return True
    return (
        (has("dodges", words, one.language) or has("superlative", words, one.language))
        and not figures(words, one.language)
        and not has("yes_start", words, one.language)
    )


def _figures(one: "Exchange", words: str) -> bool:
    """A number of the rep's own that is not how long the firm has been there."""
    heard = {number.value for number in quantities(one.before.text, one.language)} if one.before else set()
    return any(number.value not in heard and number.unit != "year" for number in quantities(words, one.language))


def _anchored(one: "Exchange", sign: Sign) -> bool:
    words = one.text[sign.start : sign.end]
    return _informs(one, sign) or one.echoes_question(words) or has("because", words, one.language) or has("admits", words, one.language)


def _said_anyway(one: "Exchange", sign: Sign) -> bool:
    """Said before, to something else."""
    return sign.start in one.repeats and not one.echoes_question(one.text[sign.start : sign.end])


def _informs(one: "Exchange", sign: Sign) -> bool:
    words = one.text[sign.start : sign.end]
    greets = sign.start in one.starts("greeting")
    told = bool(quantities(words, one.language) or time_expressions(words, one.language))
    return (has("yes_start", words, one.language) and not greets) or (told and not _feels(one, sign))


def _feels(one: "Exchange", sign: Sign) -> bool:
    return sign.start in one.starts("empathy", "reflection") or any(
        has(name, one.text[sign.start : sign.end], one.language) for name in ("acknowledges", "follows_you")
    )
