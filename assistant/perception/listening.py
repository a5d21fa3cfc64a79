"""Whether a sentence takes in what the buyer said: acknowledgement, empathy, reflection, justification."""

from assistant.language.analysis import analyse
from assistant.perception.echo import meaning
from assistant.perception.sentence import Sentence

FRAGMENT = 4
"""Content words up to which a verbless sentence that says the buyer's word back is an echo ('열다섯 명이나요', 'two days!')."""


def acknowledges(one: Sentence) -> bool:
    """It names what the buyer said and receives it. A formula names nothing; a reason for a proposal is a justification."""
    if one.before is None or not one.echoed or justifies(one) or one.has("contempt", "pressure", "step_verb"):
        return False
    if reflects(one):
        return True
    return any(_receives(part) for part in one.clauses() if part.echoed)


def _receives(part: Sentence) -> bool:
    if _is_fragment(part):
        return True
    if part.is_question or part.says("competitor", "guarantee", "product", "price_word", "reference"):
        return part.has("receives_firmly") and not part.is_question
    return part.has("ack_frame", "receives_firmly")


def _is_fragment(part: Sentence) -> bool:
    """A few of the buyer's words said back with no verb of one's own."""
    analysis = analyse(part.text, part.language)
    if len(meaning(part.text, part.language)) > FRAGMENT or part.has("open_words", "narrow_words"):
        return False
    if part.language == "en":
        return len(analysis.tokens) <= FRAGMENT and not part.has("question_start")
    return not any(token.tag.startswith(("VV", "VA", "XSV", "XSA", "VX")) for token in analysis.tokens) and not part.has("topic_mark")


def empathises(one: Sentence) -> bool:
    """It says how that must feel. Feeling words in a question about them do not."""
    if one.has("contempt", "pressure"):
        return False
    return any(part.has("empathy") and not part.has("no_empathy") for part in one.clauses())


def reflects(one: Sentence) -> bool:
    """It puts what the buyer said or meant in other words."""
    if one.before is None or one.has("contempt", "pressure"):
        return False
    return one.has("reflection_firm") or (one.has("reflection") and bool(one.echoed))


def justifies(one: Sentence) -> bool:
    """The buyer's own reason, and what follows from it for the proposal."""
    if one.before is None or one.is_question or one.has("pressure", "contempt"):
        return False
    return one.has("because_you") and one.has("proposal") and (bool(one.echoed) or one.has("said_by_buyer"))
