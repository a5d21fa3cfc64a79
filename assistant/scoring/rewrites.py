"""A line the rep could have said instead, in their own speech level: the first template whose slots can all be filled honestly.

No template is better than a broken one: what the buyer said is given back only as a whole statement about their own situation, the rep's own words
only where they still fit.
"""

import hashlib
import re

from assistant.domain.words import Language
from assistant.language.analysis import analyse
from assistant.language.phrases import has
from assistant.language.questions import question_probability
from assistant.language.rarity import rarity
from assistant.language.sentences import sentences
from assistant.language.speech_level import speech_levels
from assistant.scoring.checks import checks_of
from assistant.scoring.talk import Exchange, Talk, content_of, has_number
from assistant.scoring.wordings import Register, Rewrites, Wordings

SHORT: dict[Language, int] = {"ko": 45, "en": 90}
"""Characters of the buyer's that can be given back without sounding like a transcript."""
OWN = 90
SPECIFIC = 0.6
"""Rarity from which on a word is about the buyer's own situation."""
SPECIFIC_WORDS = 2
NO_STATEMENT = 0.3
"""Probability of a question from which on a sentence is none."""
NOT_GIVEN_BACK = ("about_talk", "no_answer", "thanks", "greeting", "farewell", "small_talk", "insult", "apology", "praise", "admits")
NOT_AGAIN = ("formula", "empty_ack", "blame_wh", "guarantee", "superlative", "vague_time", "evasion", "negation", "contrast_first", "insult")
FEW_CHARACTERS = 60
_LEAD: dict[Language, re.Pattern[str]] = {
    "ko": re.compile(r"^(?:(?:네|음|아|어|저기|근데|그런데|하지만|그래도|그리고|그래서|솔직히|사실|일단)[, ]+)+"),
    "en": re.compile(r"^(?:(?:but|and|so|honestly|well|yes|yeah|no|look|frankly|plus|also)[, ]+)+", re.IGNORECASE),
}
_OURS = re.compile(r"\b(?:we|our|us|my|i)\b|\d", re.IGNORECASE)
"""A statement about somebody's own situation speaks of them, or counts something of theirs."""
_WE = re.compile(r"^(?:we)(?='|’|\s(?:will|would|can|could)\b)", re.IGNORECASE)
_PROMISES: dict[Language, re.Pattern[str]] = {
    "ko": re.compile(r"(?:게요|겠습니다|겠어요)[.!~]*$"),
    "en": re.compile(r"\bI(?:'ll|’ll| will)\b", re.IGNORECASE),
}


def rewritten(templates: Rewrites, talk: Talk, exchange: Exchange, own: str, words: Wordings) -> str | None:
    """None where no template can be filled, or where it would only say the same again."""
    said, worry = buyer_words(exchange)
    slots = {
        "said": said,
        "worry": worry,
        "own": own_words(exchange, own),
        "owned": owned(own, talk.language),
        "asked": own_question(exchange),
        "asked_on": own_question(exchange, going_on=True),
        "answer": answer(exchange, own),
        "corrected": next((check.corrected for check in checks_of(talk) if (check.turn, check.quote) == (exchange.rep.index, own)), None),
        "when": words.when[_dice(exchange.text, len(words.when))],
    }
    for template in templates.in_(register(talk)):
        if all(value or f"{{{name}}}" not in template for name, value in slots.items()):
            line = template
            for name, value in slots.items():
                line = line.replace(f"{{{name}}}", value or "")
            return None if line in exchange.text else line
    return None


def register(talk: Talk) -> Register:
    """How the rep speaks: 합쇼체 or 해요체 by the majority of endings; in English formal when nothing is contracted."""
    if talk.language == "ko":
        levels = [spoken.level for one in talk.exchanges for spoken in speech_levels(one.text)]
        return "formal" if levels.count("formal") > levels.count("polite") else "polite"
    said = " ".join(one.text for one in talk.exchanges).replace("’", "'")
    return "polite" if "'" in said or len(said) < FEW_CHARACTERS or not has("formula", said, "en") else "formal"


def buyer_words(exchange: Exchange) -> tuple[str | None, str | None]:
    """(a short statement of the buyer's about their own situation, the one that worries or objects), each None where there is none."""
    if exchange.before is None:
        return None, None
    language, text = exchange.language, exchange.before.text
    asks = exchange.occasion.asks if exchange.occasion else ()
    stated = [text[slice(*span)] for span in sentences(text, language) if not any(start < span[1] and span[0] < end for start, end in asks)]
    given = [one for one in (_LEAD[language].sub("", words).rstrip(".!…~ ") for words in stated) if _can_be_given_back(one, language)]
    felt = [one for one in given if any(has(name, one, language) for name in ("worry", "objection"))]
    worry = felt[-1] if felt else None
    said = worry or max(reversed(given), key=lambda one: _told(one, language), default=None)
    return said and _begun(said, language), worry and _begun(worry, language)


def _told(words: str, language: Language) -> float:
    """How much of the words not everybody says."""
    return sum(rarity(word, language) for word in set(content_of(words, language)))


def _can_be_given_back(words: str, language: Language) -> bool:
    """Short, polite, no question, about the buyer's own situation and not about the rep or the conversation."""
    if not words or len(words) > SHORT[language] or '"' in words or any(has(name, words, language) for name in NOT_GIVEN_BACK):
        return False
    if question_probability(words, language) >= NO_STATEMENT or not _specific(words, language):
        return False
    if language == "en":
        return _OURS.search(words) is not None and not re.search(r"\byou(?:r|'re|'ve|'ll|'d)?\b", words, re.IGNORECASE)
    honours = any(token.tag == "EP" and token.form in ("시", "으시") for token in analyse(words, "ko").tokens)
    return not honours and any(spoken.level in ("formal", "polite") for spoken in speech_levels(words))


def _specific(words: str, language: Language) -> bool:
    """Two words that not everybody says, or one of something that is counted ('직원이 80명', not 'about 80')."""
    rare = {word for word in content_of(words, language) if len(word) > 1 and not word[0].isdigit() and rarity(word, language) >= SPECIFIC}
    return len(rare) >= (1 if has_number(words, language) else SPECIFIC_WORDS)


def _begun(words: str, language: Language) -> str:
    return words[0].upper() + words[1:] if language == "en" else words


def own_words(exchange: Exchange, own: str) -> str | None:
    """The rep's own sentence, when it can stand in the better version too: it has to do with what the buyer said, and is short, whole, no formula and
    nothing else that would be worth changing."""
    if not own or len(own) > OWN or exchange.before is None or exchange.heard.did("contempt", "pressure"):
        return None
    related = set(content_of(own, exchange.language)) & set(content_of(exchange.before.text, exchange.language))
    return own if related and not any(has(name, own, exchange.language) for name in NOT_AGAIN) else None


def own_question(exchange: Exchange, going_on: bool = False) -> str | None:
    """What the rep asked in that turn, to be asked again after what was missing: their words, where they can stand there as they are.
    `going_on`: only a question that comes from what the buyer has just said; another one after their words is a change of subject."""
    found = next((one for one in exchange.asked if not going_on or one.follow_up or exchange.gives_back((one.start, one.end))), None)
    words = exchange.text[found.start : found.end].strip() if found else None
    if not words or len(words) > OWN or any(has(name, words, exchange.language) for name in NOT_AGAIN):
        return None
    return words if words[-1] in "?." else f"{words}?"


def owned(own: str, language: Language) -> str | None:
    """A promise of 'we' as a promise of 'I'."""
    if language == "en":
        return _WE.sub("I", own) if _WE.search(own) else None
    return own.replace("저희가", "제가", 1) if "저희가" in own and promises(own, language) else None


def promises(words: str, language: Language) -> bool:
    return _PROMISES[language].search(words) is not None


def answer(exchange: Exchange, own: str) -> str | None:
    """The rep's own answer, where it came later than it should have."""
    words = next((exchange.text[sign.start : sign.end].strip() for sign in exchange.answers), None)
    return words if words and words != own and len(words) <= OWN and words[-1] in ".!" else None


def _dice(text: str, sides: int) -> int:
    """The same for the same words."""
    return int(hashlib.sha256(text.encode()).hexdigest(), 16) % sides
