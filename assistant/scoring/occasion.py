"""What a buyer's turn calls for: an answer, or that a worry or an objection is taken up first."""

from collections.abc import Iterator
from dataclasses import dataclass

from assistant.domain.words import Language
from assistant.language.analysis import analyse
from assistant.language.meaning import likely
from assistant.language.phrases import has
from assistant.language.questions import Asked, questions
from assistant.language.rarity import rarity
from assistant.language.sentences import sentences
from assistant.language.surface import Span

WORRIES, OBJECTIONS = ("worry", "trouble", "at_stake"), ("objection", "doubts")
SURELY_ASKS = 0.6
"""From this probability on a sentence without a question mark waits for an answer."""
TROUBLES_FROM, TROUBLES_SURELY = 0.6, 0.85
"""How likely a sentence without such words must be a worry or an objection to call for anything, and to call for it as surely as the words do."""
NEVER_SURE_AT = 0.45
OBJECTS_FROM = 0.5
TELLS: dict[Language, float] = {"ko": 0.39, "en": 0.41}
"""Rarity of a word from which on a sentence tells anything ('that is what I mean to say' does not)."""
LAST_TOLD = 2
"""Of what the buyer states the last sentences are looked at: what a reply answers."""
NO_TROUBLE = ("greeting", "thanks", "small_talk", "farewell", "accepts")
SAYS_ENOUGH: dict[Language, int] = {"en": 14, "ko": 7}
"""Characters from which on a sentence without such words can be one."""


@dataclass(frozen=True, slots=True)
class Occasion:
    """What a buyer's turn calls for. `asks`: offsets of its questions that wait for an answer. `sure`: how sure the worry or objection is, 0-1; 1
    where its words say so. `troubled`: where it calls for neither, how likely one is all the same."""

    asks: tuple[Span, ...]
    worry: bool
    objection: bool
    sure: float = 1.0
    troubled: float = 0.0

    @property
    def wants_acknowledgement(self) -> bool:
        return self.worry or self.objection


def occasion_of(text: str, language: Language) -> Occasion:
    """A plain question ('how is the fee worked out?') is no objection, whatever it is about. What no words show is told by meaning, less surely."""
    asks = tuple((one.start, one.end) for one in questions(text, language) if _waits(text[one.start : one.end], one, language))
    rest = text
    for start, end in reversed(asks):
        if _plainly_asks(text[start:end], language):
            rest = f"{rest[:start]} {rest[end:]}"
    worry, objection = (any(has(name, rest, language) for name in names) for names in (WORRIES, OBJECTIONS))
    if worry or objection:
        return Occasion(asks, worry, objection)
    chance, sentence = max(_troubles(text, language), default=(0.0, ""))
    if chance < TROUBLES_FROM:
        return Occasion(asks, worry=False, objection=False, troubled=chance)
    objects = likely("objects", sentence) >= OBJECTS_FROM
    return Occasion(asks, not objects, objects, min(1.0, (chance - NEVER_SURE_AT) / (TROUBLES_SURELY - NEVER_SURE_AT)))


def _troubles(text: str, language: Language) -> Iterator[tuple[float, str]]:
    """(how likely it is a worry or an objection, the sentence) for what the buyer states."""
    asked = {one.start for one in questions(text, language)}
    told = [text[start:end] for start, end in sentences(text, language) if start not in asked and end - start >= SAYS_ENOUGH[language]]
    for sentence in told[-LAST_TOLD:]:
        tells = any(rarity(word, language) >= TELLS[language] for word in analyse(sentence, language).content)
        if tells and not any(has(name, sentence, language) for name in NO_TROUBLE):
            yield likely("troubles", sentence), sentence


def _plainly_asks(question: str, language: Language) -> bool:
    asks, doubts = (any(has(name, question, language) for name in names) for names in (("open_words", "narrow_words"), ("worry", "negation")))
    return asks and not doubts


def _waits(question: str, one: Asked, language: Language) -> bool:
    """Not a greeting, a counter-question ('why do you ask?'), a verdict in the form of a question, or a statement that sounds like asking."""
    if one.probability < SURELY_ASKS and "?" not in question:
        return False
    return not any(has(name, question, language) for name in ("no_answer", "small_talk", "greeting", "rhetorical"))
