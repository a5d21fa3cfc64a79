"""What a sentence tells: claims, prices, discounts, other customers, and the product that nobody asked about."""

from assistant.domain.words import Language
from assistant.language.dates import time_expressions
from assistant.language.numbers import MONEY, Quantity, quantities
from assistant.perception.listening import acknowledges, empathises, reasons, reflects
from assistant.perception.sentence import Sentence

FEW = 4
"""Below this a number word is a way of speaking ('한 번에', 'one thing')."""
_NO_FIGURE = ("small_talk", "step_verb", "discount", "disclosure", "step_promise")
NO_EFFECT = MONEY | {"metre"}
"""Units a figure of effect does not come in."""


def figures(words: str, language: Language, heard: str = "") -> bool:
    """Figures that say something stand in them: not 'number one', 'all three', '100 %' or what was `heard` from the buyer."""
    known = {one.value for one in quantities(heard, language)}
    every = (one for one in quantities(words, language) if one.value not in known and (one.value, one.unit) != (100, "%"))
    return any(one.value >= FEW or one.unit not in ("number", "piece") for one in every)


def claims(one: Sentence) -> bool:
    """A figure of effect, a guarantee, a superlative, a comparison with competitors, in the rep's own name."""
    if one.is_question or reflects(one) or one.insults or one.has("small_talk") or (one.presses and not one.says("superlative")):
        return False
    if one.says("guarantee", "superlative") or (one.says("competitor") and not one.has("evasion")):
        return not (acknowledges(one) or empathises(one))
    if reasons(one) or acknowledges(one) or one.has("step_verb", "discount"):
        return False
    return one.says("improvement") and any(number.unit not in NO_EFFECT for number in _own_numbers(one))


def counts(one: Sentence) -> bool:
    """A figure of the rep's own, told unasked, that is neither a price, an appointment, a case, a confidence nor the buyer's."""
    if one.is_question or one.before is None or one.presses or one.insults or one.has(*_NO_FIGURE):
        return False
    if reasons(one) or acknowledges(one) or empathises(one) or reflects(one) or prices(one, False):
        return False
    when = time_expressions(one.text, one.language)
    own = [number for number in _own_numbers(one) if not any(time.start <= number.start < time.end for time in when)]
    return one.has("fraction") or any(number.unit not in MONEY and (number.value >= FEW or number.unit == "%") for number in own)


def prices(one: Sentence, price_asked: bool) -> bool:
    """What the offer costs or how it is paid. A number the buyer said is theirs; a bare number counts when the price was asked."""
    if one.presses:
        return False
    own = _own_numbers(one)
    if any(number.unit in MONEY for number in own) and not one.has("said_by_buyer", "money_beside"):
        return True
    if one.is_question:
        return False
    return (one.says("pay_terms") and not one.has("money_beside")) or (
        price_asked and any(number.unit == "number" and number.value >= 50 for number in own)
    )


def refers(one: Sentence) -> bool:
    """Another customer's case, or a contact to one."""
    return one.says("reference") and not one.is_question and not (one.presses or one.insults)


def discounts(one: Sentence) -> bool:
    """It gives something away; what is paid for being late is a promise kept, not a price lowered."""
    return one.says("discount") and not one.has("late_penalty") and not acknowledges(one) and not reasons(one) and not one.insults


def pitches(one: Sentence) -> bool:
    """It tells about the product. Whether anyone asked is not this function's business."""
    if one.is_question or one.presses or one.insults:
        return False
    if one.has("step_verb", "greeting", "discount", "thanks", "apology", "disclosure", "empty_promise"):
        return False
    if refers(one) or reasons(one) or acknowledges(one) or empathises(one) or reflects(one):
        return False
    return one.says("product")


def _own_numbers(one: Sentence) -> tuple[Quantity, ...]:
    known = {number.value for number in quantities(one.before or "", one.language)}
    return tuple(number for number in quantities(one.text, one.language) if number.value not in known)
