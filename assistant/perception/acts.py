"""The table of acts: for each, the rule that says which sentences do it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from assistant.domain.heard import Act, NextStep, Sign
from assistant.domain.words import Language
from assistant.language.formulas import formulas
from assistant.language.numbers import quantities
from assistant.language.speech_level import speech_levels
from assistant.perception.answers import answering
from assistant.perception.next_step import step_sentences
from assistant.perception.sentence import Sentence, meaning


@dataclass(frozen=True, slots=True)
class Moment:
    """The turn as a whole, as the rules see it."""

    text: str
    said: tuple[Sentence, ...]
    before: str | None
    asked: bool
    step: NextStep | None
    language: Language


def acts(text: str, said: tuple[Sentence, ...], before: str | None, asked: bool, step: NextStep | None, language: Language) -> Iterator[Sign]:
    """Every act with the sentence that did it."""
    now = Moment(text, said, before, asked, step, language)
    for act, rule in RULES.items():
        for one in said:
            if rule(one, now):
                yield Sign(act, one.start, one.end)
    yield from _answers(now)
    yield from (Sign("boilerplate", start, end) for start, end in formulas(text, language))
    if language == "ko":
        yield from _plain_speech(now)


def _cue(*names: str) -> Callable[[Sentence, Moment], bool]:
    return lambda one, now: one.has(*names)


def _acknowledges(one: Sentence, now: Moment) -> bool:
    if one.is_question and not one.has("reflection"):
        return False
    return bool(one.echoed) and one.has("ack_frame") and not one.has("contempt", "pressure")


def _empathises(one: Sentence, now: Moment) -> bool:
    return one.has("empathy") and not one.has("contempt", "pressure")


def _reflects(one: Sentence, now: Moment) -> bool:
    return now.before is not None and one.has("reflection") and bool(one.echoed)


def _claims(one: Sentence, now: Moment) -> bool:
    if one.is_question or one.has("pressure", "contempt"):
        return False
    counted = one.has("improvement") and bool(quantities(one.text, now.language)) and not one.has("step_verb")
    return counted or one.has("guarantee", "superlative", "competitor")


def _prices(one: Sentence, now: Moment) -> bool:
    amounts = [number for number in quantities(one.text, now.language) if number.unit in {"won", "dollar"}]
    known = {number.value for number in quantities(now.before or "", now.language)}
    named = any(number.value not in known for number in amounts)
    return named or (not one.is_question and one.has("price_word") and not one.echoed)


def _justifies(one: Sentence, now: Moment) -> bool:
    if one.is_question or now.before is None or one.has("pressure", "contempt"):
        return False
    return one.has("because_you") and len(meaning(one.text, now.language)) >= 3


def _pitches(one: Sentence, now: Moment) -> bool:
    if now.asked or one.is_question or one.has("step_verb", "pressure", "contempt", "reference", "because_you", "greeting"):
        return False
    return one.has("product")


def _steps(one: Sentence, now: Moment) -> bool:
    return now.step is not None and one in step_sentences(now.said)


def _off_topic(one: Sentence, now: Moment) -> bool:
    return one.has("off_topic") and not one.has("break_game")


RULES: dict[Act, Callable[[Sentence, Moment], bool]] = {
    "greeting": _cue("greeting"),
    "thanks": _cue("thanks"),
    "apology": _cue("apology"),
    "farewell": _cue("farewell"),
    "small_talk": _cue("small_talk"),
    "question": lambda one, now: one.is_question,
    "acknowledgement": _acknowledges,
    "empathy": _empathises,
    "reflection": _reflects,
    "disclosure": _cue("disclosure"),
    "claim": _claims,
    "reference": lambda one, now: one.has("reference") and not one.is_question,
    "price": _prices,
    "discount": lambda one, now: one.has("discount"),
    "justification": _justifies,
    "pitch": _pitches,
    "next_step": _steps,
    "pressure": _cue("pressure"),
    "contempt": _cue("contempt"),
    "off_topic": _off_topic,
    "break_game": _cue("break_game"),
}


def _answers(now: Moment) -> Iterator[Sign]:
    if not now.asked:
        return
    answers = answering(now.said, now.before, now.language)
    if answers:
        yield from (Sign("answer", one.start, one.end) for one in answers)
        return
    if any(one.has("admits") for one in now.said):
        return
    dodging = next((one for one in now.said if one.has("evasion")), now.said[0] if now.said else None)
    if dodging:
        yield Sign("evasion", dodging.start, dodging.end)


def _plain_speech(now: Moment) -> Iterator[Sign]:
    """반말 to a buyer who is polite, unless the sentence is only the rep talking to themselves."""
    levels = [one for one in speech_levels(now.text) if one.level]
    plain = [one for one in levels if one.level == "plain"]
    if plain and len(plain) * 2 > len(levels):
        yield from (Sign("contempt", one.start, one.end) for one in plain)
