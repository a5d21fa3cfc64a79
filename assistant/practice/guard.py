"""What of a model's words reaches the screen: sentence by sentence, before it is shown. Pure.

The buyer stays the buyer: no locked fact and no figure nobody gave them, no speaking for the rep, no helpful assistant, no reciting of
instructions, no thinking aloud, the rep's language and the buyer's speech level, no praise or promise they have not decided on.
How such things are put stands in `knowledge/language/guard.*.yaml`; what is decided about them stands here.
"""

import codecs
import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from assistant.domain.roleplay import Mind, Move
from assistant.domain.scenario import Scenario
from assistant.domain.words import Language
from assistant.language.analysis import analyse, language_of
from assistant.language.numbers import quantities
from assistant.language.phrases import has
from assistant.language.speech_level import speech_levels
from assistant.language.surface import letters_of, squeezed

MOST_SENTENCES = 4
MOST_CHARS = 500
RECITED_CHARS: dict[Language, int] = {"ko": 14, "en": 24}
"""A run this long of the instructions' own letters is reciting them."""
WHOLE_CHARS: dict[Language, int] = {"ko": 8, "en": 14}
"""So is a sentence this long that stands in them as a whole."""
FOREIGN_WORDS = 4
"""So many words of Latin letters in a row are no brand name in a Korean sentence."""
SMALL = 3
"""'Two or three' of something is a manner of speaking; money and shares never are."""
MAY_PRAISE = ("settle", "agree")
MAY_END = ("leave", "not_now", "warn", "farewell", "agree", "excuse", "refuse", "put_through")

_DIRECTION = re.compile(r"(?<!\*)\*(?!\*)[^*\n]{1,80}\*(?!\*)|\([^)\d\n]{1,60}\)|（[^）\d\n]{1,60}）|\[[^\]\d\n]{1,60}\]")
_MARKS = re.compile(r"[*_#`>~|]+|(?m:^\s*(?:[-•]|\d+[.)])\s+)|[\U0001F300-\U0001FAFF\u2600-\u27BF\uFE0F]+")
_FOR_THE_REP = re.compile(
    r"^\W*(?:(?:the )?rep|sales ?(?:person|man|rep)|seller|user|you(?: say| reply| respond)?|your (?:next line|reply|response)|me|human"
    r"|영업\s*(?:담당자?|사원|직원)?"
    r"|상담사|담당자|판매자|나|사용자|세일즈|당신)(?:\s*\([^)]*\))?\**\s*[:：]"
    r"|^\W*(?:당신은|영업\s*(?:담당자|사원|직원)(?:이|는|은)|the (?:rep|salesperson)\b|you (?:say|reply|respond|nod|smile|answer|then)\b)",
    re.IGNORECASE,
)
_OWN_LABEL = re.compile(r"^\W*(?:(?:the )?buyer|assistant|customer|구매자|고객|바이어|상대)\s*(?:\([^)]*\))?\**\s*[:：]\s*", re.IGNORECASE)
_OTHER_SCRIPT: dict[Language, re.Pattern[str]] = {
    "ko": re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]{2}|[\u0400-\u04ff\u0600-\u06ff\u0e00-\u0e7f]"),
    "en": re.compile(r"[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7a3\u0400-\u04ff\u0600-\u06ff\u0e00-\u0e7f]"),
}
_OTHER_LATIN = re.compile(
    r"[¿¡ñßãõáíóúèêçàù]|\b(?:que|pero|nosotros|porque|una|muy|gracias|estoy|tengo|precio|und|nicht|wir|ich|das|ist|mais|nous|vous|pour|avec|je|les)\b",
    re.IGNORECASE,
)
_LATIN_RUN = re.compile(rf"(?:\b[a-z][a-z']*\b[\s,]+){{{FOREIGN_WORDS - 1}}}[a-z']+", re.IGNORECASE)
_CODED = re.compile(r"[A-Za-z0-9+/=_-]{24,}|(?:\b[0-9a-f]{2}\b[\s,]*){8}|(?:\\u[0-9a-f]{4}){3}")


@dataclass(frozen=True, slots=True)
class Rules:
    """What this reply may not do. `secrets`: words, squeezed, that give away facts locked now; `instructions`: normalised text of the
    request's own rules; `figures`: values the buyer may name, because somebody did."""

    language: Language
    secrets: tuple[str, ...]
    instructions: str
    figures: frozenset[float]
    may_agree: bool
    may_praise: bool
    may_end: bool


def rules(
    move: Move, mind: Mind, scenario: Scenario, language: Language, rep_words: Iterable[str], instructions: str, given: Iterable[str] = ()
) -> Rules:
    """The rules for one reply. A word the rep has said is no secret any more; `given`: the other texts a figure may be taken from."""
    rep_words = tuple(rep_words)
    heard = squeezed(" ".join(rep_words))
    open_now = {*mind.revealed, *move.tell, *move.volunteer}
    tells = (squeezed(tell) for fact in scenario.facts if fact.id not in open_now for tell in fact.tells.in_(language))
    agrees = move.kind == "agree" or mind.agreed
    return Rules(
        language,
        tuple(tell for tell in tells if tell not in heard),
        letters_of(instructions),
        frozenset(one.value for text in (*rep_words, *given) for one in quantities(text, language)),
        agrees,
        agrees or move.kind in MAY_PRAISE or bool(move.settle),
        move.kind in MAY_END,
    )


@dataclass(frozen=True, slots=True)
class Checked:
    """A sentence fit to be shown, or None and the reason why it is not."""

    sentence: str | None
    reason: str = ""


def checked(sentence: str, rules: Rules) -> Checked:
    """One sentence of the model, cleaned of stage directions and markdown, or the reason why it may not be shown."""
    if _FOR_THE_REP.search(sentence):
        return Checked(None, "spoke_for_the_rep")
    if has("thinks_aloud", sentence, rules.language):
        return Checked(None, "thought_aloud")
    if has("recites", sentence, rules.language):
        return Checked(None, "recited_instructions")
    clean = " ".join(_MARKS.sub("", _DIRECTION.sub("", _OWN_LABEL.sub("", sentence))).split()).strip('"“” ')
    if not letters_of(clean):
        return Checked(None, "")
    reason = next((reason for reason, breaks in _BREAKS if breaks(clean, rules)), "")
    return Checked(None, reason) if reason else Checked(clean)


def recites(letters: str, instructions: str, language: Language) -> bool:
    """Whether a long enough run of the sentence, or a short sentence as a whole, stands in the instructions word for word."""
    if len(letters) >= WHOLE_CHARS[language] and letters in instructions:
        return True
    run = RECITED_CHARS[language]
    return any(letters[start : start + run] in instructions for start in range(0, len(letters) - run + 1, 2))


def _gives_away(sentence: str, rules: Rules) -> bool:
    flat = squeezed(sentence)
    return any(secret in flat for secret in rules.secrets)


def _recites(sentence: str, rules: Rules) -> bool:
    """Also backwards, or with every letter moved on by thirteen."""
    letters = letters_of(squeezed(sentence))
    return any(recites(said, rules.instructions, rules.language) for said in (letters, letters[::-1], codecs.encode(letters, "rot13")))


def _unreadable(sentence: str, rules: Rules) -> bool:
    """Code, letters of no language, single letters of Hangul or characters that show nothing: nobody chats like that."""
    loose = sum("ㄱ" <= char <= "ㆎ" and char not in "ㅋㅎㅠㅜ" for char in sentence)
    hidden = sum(unicodedata.category(char) in {"Cf", "Co"} for char in sentence)
    return bool(_CODED.search(sentence)) or loose >= 4 or hidden >= 2


def _other_language(sentence: str, rules: Rules) -> bool:
    letters = letters_of(sentence)
    if _OTHER_SCRIPT[rules.language].search(sentence):
        return True
    if rules.language == "en":
        return len(_OTHER_LATIN.findall(sentence)) >= 2 or (language_of(sentence) == "ko" and len(letters) >= 2)
    return bool(_LATIN_RUN.search(sentence)) or (len(letters) >= 4 and language_of(sentence) != "ko" and not letters.isdigit())


def _wrong_level(sentence: str, rules: Rules) -> bool:
    """A Korean buyer who drops into 반말, a clipped '-음' or an old man's '-네만' included."""
    if rules.language != "ko":
        return False
    last = next((token for token in reversed(analyse(sentence, "ko").tokens) if not token.tag.startswith("S")), None)
    clipped = last is not None and (last.tag == "ETN" or (sentence.endswith("?") and last.tag == "EF" and last.form.endswith("데")))
    return clipped or any(spoken.level == "plain" for spoken in speech_levels(sentence))


def _invents(sentence: str, rules: Rules) -> bool:
    """A figure that neither the buyer's decision nor anybody's words hold."""
    said = quantities(sentence, rules.language)
    return any(one.value not in rules.figures and (one.value > SMALL or one.unit in {"won", "dollar", "%"}) for one in said)


def _listed(name: str) -> Callable[[str, Rules], bool]:
    return lambda sentence, rules: has(name, sentence, rules.language)


_BREAKS: tuple[tuple[str, Callable[[str, Rules], bool]], ...] = (
    ("locked_fact", _gives_away),
    ("recited_instructions", _recites),
    ("unreadable", _unreadable),
    ("other_language", _other_language),
    ("offered_help", _listed("offers_help")),
    ("left_the_role", _listed("frame")),
    ("service_talk", _listed("service_talk")),
    ("agreed_unasked", lambda sentence, rules: not rules.may_agree and has("agrees_to_it", sentence, rules.language)),
    ("ended_unasked", lambda sentence, rules: not rules.may_end and has("leaves", sentence, rules.language)),
    ("praised", lambda sentence, rules: not rules.may_praise and has("praises", sentence, rules.language)),
    ("wrong_speech_level", _wrong_level),
    ("invented_figure", _invents),
)
"""Reason and check, the gravest first."""
