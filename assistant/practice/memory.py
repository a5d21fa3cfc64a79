"""What the buyer remembers of the rep's own words: what was picked up, guaranteed, taken back or said before. Pure."""

import re
from dataclasses import replace
from functools import lru_cache
from zlib import crc32

from assistant.domain.buyer import Fact
from assistant.domain.heard import LISTENING, Act, Heard, Question
from assistant.domain.roleplay import Mind
from assistant.domain.scenario import Scenario
from assistant.domain.words import LANGUAGES, Language
from assistant.language.analysis import language_of
from assistant.language.anybody import asks
from assistant.language.asking import says, sought
from assistant.language.dates import time_expressions
from assistant.language.numbers import quantities
from assistant.language.phrases import has
from assistant.language.surface import letters_of

SUBSTANCE: tuple[Act, ...] = ("claim", "reference", "price", "justification", "answer", "pitch")
"""What tells the buyer something of one's own."""
FORMALITIES: tuple[Act, ...] = ("greeting", "thanks", "apology", "farewell", "boilerplate", "next_step")
ECHO_TAKES_IN = 2
"""Words of the buyer's that must come back for a turn to count as listening when no form of words says so."""
BARE_QUESTION: dict[Language, int] = {"ko": 24, "en": 40}
"""Characters up to which a question for doubts holds nothing else."""
LETTERS_TO_REPEAT = 12
"""Shorter sentences ('네, 알겠습니다') may be said as often as one likes."""
_SENTENCE = re.compile(r"(?:[^.!?…\n]|(?<=\d)\.(?=\d)|(?<=Mr)\.|(?<=Ms)\.|(?<=Dr)\.)+")


def picked_up(heard: Heard, mind: Mind, scenario: Scenario, language: Language) -> tuple[str, ...]:
    """Told facts the rep comes back to for the first time, naming what makes them that fact: a number, a name, a word."""
    fresh = [scenario.fact(fact_id) for fact_id in mind.revealed if fact_id not in mind.picked_up]
    return tuple(fact.id for fact in fresh if names(heard.text, fact, language))


def names(text: str, fact: Fact, language: Language) -> bool:
    flat = "".join(text.split()).casefold()
    numbers = {(one.value, one.unit) for one in quantities(text, language)}
    words, values = _telling(fact, language)
    return any(word in flat for word in words) or bool(values & numbers)


@lru_cache(maxsize=2048)
def _telling(fact: Fact, language: Language) -> tuple[tuple[str, ...], frozenset[tuple[float, str]]]:
    """Telling words without spaces, and telling quantities. A bare day of the week tells nothing: any appointment has one."""
    tells = [tell for tell in fact.tells.in_(language) if any(map(str.isdigit, tell)) or not time_expressions(tell, language)]
    values = frozenset((one.value, one.unit) for tell in tells for one in quantities(tell, language) if one.unit != "number" or one.value >= 100)
    return tuple("".join(tell.split()).casefold() for tell in tells), values


def takes_in(heard: Heard, mind: Mind, scenario: Scenario, language: Language) -> bool:
    """Whether the turn shows that the buyer was listened to: it says so, or their own words come back in it."""
    return heard.did(*LISTENING) or echoes(heard) or bool(picked_up(heard, mind, scenario, language))


def echoes(heard: Heard) -> bool:
    """The buyer's words come back, and not because the brochure uses them too."""
    return len(heard.echoed) >= ECHO_TAKES_IN and not heard.did("pitch")


def ties_in(heard: Heard, mind: Mind, scenario: Scenario, language: Language) -> bool:
    """Whether what is offered is tied to what the buyer told: the reason is given, or a told fact stands in the same breath as the offer."""
    if heard.did("justification"):
        return True
    own = own_words(heard, mind, scenario, language)
    offers = [heard.text[start:end] for start, end in own if signed(heard, (start, end), "claim", "price")]
    offers += [heard.text] if heard.next_step else []
    return any(names(offer, scenario.fact(fact_id), language) for offer in offers for fact_id in mind.revealed)


def own_words(heard: Heard, mind: Mind, scenario: Scenario, language: Language) -> tuple[tuple[int, int], ...]:
    """The sentences (start, end) in which the rep tells something: no question, no formality, and not what the buyer said given back."""
    told = [scenario.fact(fact_id) for fact_id in mind.revealed]
    own = []
    for start, end in _sentences(heard.text):
        asked = any(question.start < end and start < question.end for question in heard.questions)
        if not asked and not signed(heard, (start, end), *LISTENING, *FORMALITIES) and not _gives_back(heard.text[start:end], told, language):
            own.append((start, end))
    return tuple(own)


def _gives_back(sentence: str, told: list[Fact], language: Language) -> bool:
    """It names a told fact, and no figure but the fact's own."""
    named = [fact for fact in told if names(sentence, fact, language)]
    known = {value for fact in named for value, _ in _telling(fact, language)[1]}
    return bool(named) and all(one.value in known for one in quantities(sentence, language) if one.unit != "number" or one.value >= 100)


def signed(heard: Heard, span: tuple[int, int], *acts: Act) -> bool:
    """Whether one of these acts was done in the span."""
    return any(sign.act in acts and sign.start < span[1] and span[0] < sign.end for sign in heard.signs)


def guarantees(heard: Heard, mind: Mind, scenario: Scenario, language: Language) -> bool:
    """A promise without a condition, in nothing but the rep's own name."""
    own = own_words(heard, mind, scenario, language)
    promised = (heard.text[start:end] for start, end in own if signed(heard, (start, end), "claim"))
    return not heard.did("reference") and any(has("guarantee", said, language) for said in promised)


def takes_back(heard: Heard, mind: Mind) -> bool:
    """Hedges on what was guaranteed before."""
    return heard.did("evasion") and not heard.did("answer") and bool(set(heard.topics) & set(mind.promised))


def doubtful(heard: Heard, mind: Mind) -> bool:
    """A harsh or pressing word in a turn that otherwise listens gets the benefit of the doubt, once."""
    listens = heard.did("acknowledgement", "reflection", "justification") or echoes(heard)
    return listens and not mind.doubted and not (heard.did("pressure") and heard.did("contempt"))


def own_number(heard: Heard, mind: Mind, scenario: Scenario, language: Language) -> bool:
    """A figure of the rep's own."""
    echoed = {(one.value, one.unit) for word in heard.echoed for one in quantities(word, language)}
    said = (one for start, end in own_words(heard, mind, scenario, language) for one in quantities(heard.text[start:end], language))
    return any((one.value, one.unit) not in echoed for one in said)


def repeats(heard: Heard, mind: Mind) -> bool:
    """Most of what the rep tells was told before in the same words."""
    told = _digests(heard)
    return bool(told) and sum(digest in mind.rep_said for digest in told) * 2 > len(told)


def questions(heard: Heard) -> tuple[Question, ...]:
    """What the rep asks about; 'shall we meet on Tuesday?' is a proposal, 'have you had lunch?' a courtesy."""
    return tuple(one for one in asked(heard) if not courteous(one, heard))


def asked(heard: Heard) -> tuple[Question, ...]:
    """What waits for an answer, courtesies included; 'what do you think?' after a price waits for a word on the price."""
    return tuple(one for one in heard.questions if not (_proposing(one, heard) or _asks_reaction(one, heard) or _requests(one, heard)))


def _asks_reaction(one: Question, heard: Heard) -> bool:
    """It asks what the buyer makes of what the turn has just told."""
    words = heard.text[one.start : one.end]
    language = language_of(words)
    if says("asks_reaction", words, language):
        return True
    return not one.topics and heard.did(*SUBSTANCE) and asks("opinion", words, language)


def asks_reaction(heard: Heard) -> bool:
    return any(_asks_reaction(one, heard) for one in heard.questions)


def requests(heard: Heard) -> bool:
    return any(_requests(one, heard) for one in heard.questions)


def _requests(one: Question, heard: Heard) -> bool:
    """It asks for something to be allowed or done ('would you let me sit with them for a day?'), and wants to know nothing."""
    words = heard.text[one.start : one.end]
    language = language_of(words)
    return one.form != "choice" and says("requests", words, language) and sought(words, language).kind == "whether"


def courteous(question: Question, heard: Heard) -> bool:
    """Small talk put as a question: how one is, the weather, something of no account. 'What do you do at weekends?' wants to know,
    and so does 'what is your longest run on a freezing morning?'."""
    if not signed(heard, (question.start, question.end), "small_talk"):
        return False
    of_the_deal = question.form == "open" and bool(question.topics)
    weather = _is_called("weather", question, heard) and not of_the_deal
    return weather or _is_called("pleasantry", question, heard) or (question.form != "open" and not question.topics)


def is_pleasantry(question: Question, heard: Heard) -> bool:
    """How one is, or the weather."""
    return _is_called("weather", question, heard) or _is_called("pleasantry", question, heard)


def asks_how_one_is(question: Question, heard: Heard) -> bool:
    return signed(heard, (question.start, question.end), "small_talk") and _is_called("pleasantry", question, heard)


def _is_called(name: str, question: Question, heard: Heard) -> bool:
    return any(has(name, heard.text[question.start : question.end], one) for one in LANGUAGES)


def says_something(heard: Heard) -> bool:
    """Whether there is more to the turn than its questions."""
    return any(not any(one.start < end and start < one.end for one in heard.questions) for start, end in _sentences(heard.text))


def asks_what_is_wrong(heard: Heard, language: Language) -> bool:
    """Asks for the buyer's doubts, about nothing in particular: 'what is holding you back?'."""
    asked = [heard.text[one.start : one.end] for one in heard.questions if not one.topics or one.end - one.start <= BARE_QUESTION[language]]
    return any(has("asks_doubts", one, language) for one in asked)


def _proposing(question: Question, heard: Heard) -> bool:
    """It stands where a next step was heard, and is no open question about something: 'what should such a meeting bring?'."""
    dated = heard.next_step is not None and heard.next_step.date is not None
    return signed(heard, (question.start, question.end), "next_step") and (dated or question.form != "open" or not question.topics)


def proposes(heard: Heard) -> bool:
    """Whether a next step is put to the buyer. "I'll come back to that", on the way to a question, is none; nor is "so we meet today",
    in a greeting."""
    step = heard.next_step
    if step is None or (heard.did("greeting") and not step.owner and not heard.questions):
        return False
    return step.date is not None or not questions(heard)


def remembering(mind: Mind, scenario: Scenario, language: Language, heard: Heard) -> Mind:
    """The mind with this turn's words in it; `mind` as it was before the turn."""
    guarantee = guarantees(heard, mind, scenario, language)
    closed = bool(heard.questions) and all(one.form in {"closed", "choice"} for one in heard.questions)
    listening = takes_in(heard, mind, scenario, language)
    return replace(
        mind,
        picked_up=(*mind.picked_up, *picked_up(heard, mind, scenario, language)),
        promised=tuple(dict.fromkeys((*mind.promised, *(heard.topics if guarantee else ())))),
        guarantees=mind.guarantees + guarantee,
        discounts=mind.discounts + heard.did("discount"),
        closed_run=mind.closed_run + 1 if closed and not listening else 0,
        rep_said=tuple(dict.fromkeys((*mind.rep_said, *_digests(heard)))),
        acknowledged=listening,
        doubted=mind.doubted or (heard.did("pressure", "contempt") and doubtful(heard, mind)),
    )


def _digests(heard: Heard) -> tuple[str, ...]:
    asked = [(question.start, question.end) for question in heard.questions]
    spans = [(start, end) for start, end in _sentences(heard.text) if not any(a < end and start < b for a, b in asked)]
    told = [letters_of(heard.text[start:end]) for start, end in spans]
    return tuple(f"{crc32(sentence.encode()):08x}" for sentence in told if len(sentence) >= LETTERS_TO_REPEAT)


def _sentences(text: str) -> tuple[tuple[int, int], ...]:
    return tuple(match.span() for match in _SENTENCE.finditer(text))
