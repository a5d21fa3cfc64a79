"""Whether a sentence takes in what the buyer said: acknowledgement, empathy, reflection, justification."""

import re
from functools import lru_cache

from assistant.perception.sentence import Sentence, once

NAMED = 2
"""Content words that a sentence must hold to name something by itself."""
FRAGMENT = 4
"""Content words up to which a verbless sentence that says the buyer's word back is an echo ('열다섯 명이나요', 'two days!')."""

_ENDED = re.compile(r"[.!?…]\W*$")


@once
def acknowledges(one: Sentence) -> bool:
    """It names what the buyer said and receives it. A formula names nothing; a reason for a proposal is a justification."""
    if one.before is None or (reasons(one) and one.has("because_said", "proposal")) or one.insults:
        return False
    if names_it(one):
        return True
    if not one.echoed or one.presses or (one.has("step_promise") and not one.has("receives_firmly")):
        return False
    if reflects(one) or _receives(one):
        return True
    return any(_receives(part) for part in one.clauses if part.echoed and (not one.is_question or part.has("receives_firmly")))


@once
def names_it(one: Sentence) -> bool:
    """It says back something the buyer said at any time ('…라는 말씀', '…, I understand'): the words need not be of the last turn."""
    if one.is_question or one.says("competitor", "reference") or len(one.plain_meaning) < NAMED:
        return False
    about_buyer = one.language == "en" and not one.replies and not one.has("own_side") and one.says("tells_you")
    return one.says("names_it") or about_buyer


def _receives(part: Sentence) -> bool:
    if part.replies or part.says("competitor", "guarantee", "superlative", "product", "reference"):
        return part.has("receives_firmly") and not part.is_question
    if _is_fragment(part):
        return True
    if part.is_question:
        return part.language == "ko" and part.has("receives_asking")
    return part.has("ack_frame", "receives_firmly") or (part.language == "en" and not part.has("own_side", "price_word"))


def _is_fragment(part: Sentence) -> bool:
    """A few of the buyer's words said back with no verb of one's own."""
    analysis = part.analysis
    if len(part.meaning) > FRAGMENT or part.has("open_words", "narrow_words"):
        return False
    if part.language == "en":
        return len(analysis.tokens) <= FRAGMENT and not part.has("question_start")
    return not any(token.tag.startswith(("VV", "VA", "XSV", "XSA", "VX")) for token in analysis.tokens) and not part.has("topic_mark")


@once
def empathises(one: Sentence) -> bool:
    """It says how that must feel. Feeling words in a question about them do not."""
    if one.presses or one.insults:
        return False
    return one.may_have("empathy") and any(part.has("empathy") for part in one.clauses)


@once
def reflects(one: Sentence) -> bool:
    """It puts what the buyer said or meant in other words."""
    if one.before is None or one.presses or one.replies or one.insults:
        return False
    return one.has("reflection_firm") or (one.has("reflection") and bool(one.echoed))


@once
def reasons(one: Sentence) -> bool:
    """It gives the buyer's own words as a reason ('…라고 하셨으니', 'since you said')."""
    if one.before is None or one.is_question or (one.presses or one.insults):
        return False
    return one.has("because_said") or (one.has("because_you") and (bool(one.echoed) or one.has("said_by_buyer")))


@lru_cache(maxsize=256)
def justifying(said: tuple[Sentence, ...]) -> tuple[Sentence, ...]:
    """The sentences that tie a proposal to the buyer's own reason; the proposal may come in the sentence after it."""
    pairs = zip(said, (*said[1:], None), strict=True)
    return tuple(one for one, after in pairs if _justifies(one) or (after is not None and _justifies_with(one, after)))


def _justifies(one: Sentence) -> bool:
    return reasons(one) and one.has("because_said", "proposal")


def _justifies_with(one: Sentence, after: Sentence) -> bool:
    """Where nobody typed a mark between two English sentences they may as well be one."""
    if one.language == "en" and not _ENDED.search(one.text):
        both = f"{one.text}, {after.text}"
        return _justifies(Sentence(both, 0, len(both), one.language, one.before))
    taken_in = one.before is not None and not one.is_question and not after.is_question and (reflects(one) or empathises(one))
    if taken_in and after.has("therefore") and after.has("proposal"):
        return True
    return reasons(one) and after.has("so_then") and after.has("proposal")
