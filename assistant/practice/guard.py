"""What of a model's words reaches the screen: sentence by sentence, before it is shown. Pure.

The buyer stays the buyer: no locked fact and no figure nobody gave them, no speaking for the rep, no helpful assistant, no reciting of
instructions, no thinking aloud, the rep's language and the buyer's speech level, no praise or promise they have not decided on.
How such things are put stands in `knowledge/language/guard.*.yaml`; what is decided about them stands here.
"""

import codecs
import re
from collections.abc import Callable
from dataclasses import dataclass

from assistant.domain.words import Language
from assistant.language.analysis import analyse, language_of
from assistant.language.legible import disguised
from assistant.language.numbers import MONEY, Quantity, quantities
from assistant.language.phrases import has
from assistant.language.rarity import rarity
from assistant.language.speech_level import speech_levels
from assistant.language.spelt import spelt_out
from assistant.language.surface import letters_of, squeezed, stands_in
from assistant.practice.doubt import doubt
from assistant.practice.likeness import EVERYDAY
from assistant.practice.rules import NAME, Rules, values

MOST_SENTENCES = 4
MOST_CHARS = 500
RECITED_CHARS: dict[Language, int] = {"ko": 14, "en": 24}
"""A run this long of the instructions' own letters is reciting them."""
WHOLE_CHARS: dict[Language, int] = {"ko": 8, "en": 14}
"""So is a sentence this long that stands in them as a whole."""
FOREIGN_WORDS = 4
"""So many words of Latin letters in a row are no brand name in a Korean sentence."""
LONG_SECRET = 5
"""Letters of a secret that no ordinary sentence holds backwards by chance."""
SMALL, SOME = 3, 10
"""'Two or three' of something is a manner of speaking, so are 'five times' and 'ten minutes'; money and shares never are."""
POWERS = (1e3, 1e4, 1e6, 1e8)
"""A thousand, 만, a million, 억: what people leave out of a figure both have before them."""
_TO_JUNIORS = ("지", "네", "군", "는군", "더군", "야지", "려나", "라니까", "다니까", "자니까", "걸", "ᆫ걸", "ᆯ걸")
"""Endings said to nobody above one, or in thought."""
_DIRECTION = re.compile(r"(?<!\*)\*(?!\*)[^*\n]{1,80}\*(?!\*)|\([^)\d\n]{1,60}\)|（[^）\d\n]{1,60}）|\[[^\]\d\n]{1,60}\]")
_MARKS = re.compile(r"[*_#`>~|]+|(?m:^\s*(?:[-•]|\d+[.)])\s+)|[\U0001F300-\U0001FAFF\u2600-\u27BF\uFE0F]+")
_MARKED_UP = re.compile(
    r"^\s*(?:#{1,6}\s|[-•>|]\s|1?\d[.)](?:\s|$))|^\s*\*\*[^*\n]{1,40}(?:\*\*\s*[:：]|[:：]\s*\*\*|\*\*\s+(?=\S))|```|(?:^|\s)#[^\W\d]\w*|^\W*(?:[가-힣]{2,8}|[A-Z][a-z]{3,})\s?[:：]\s|^\s*\|.*\|\s*$"
)
"""Headings, lists, labels, tables, code and hashtags: a document, not a chat. A word in bold alone is only made plain."""
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
_LIST_NUMBER = re.compile(r"^(?:\w{1,6},\s*)?1?\d[.)]$")
_INTERJECTION = re.compile(r"^\W*\w{1,6}[,.]\s+(?=\S)")
_BEGINS = re.compile(r"(?:^|[.?!:])[\s\"'“‘(]*(?:[A-Za-z]{1,6}[,.] +)?$")
"""After this a word begins what is said, an interjection before it included."""
_LATIN_RUN = re.compile(rf"(?:\b[a-z][a-z']*\b[\s,]+){{{FOREIGN_WORDS - 1}}}[a-z']+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Checked:
    """A sentence fit to be shown, or None and the reason why it is not."""

    sentence: str | None
    reason: str = ""


def checked(sentence: str, rules: Rules, whole: bool = False) -> Checked:
    """One sentence of the model, cleaned of stage directions and markdown, or the reason why it may not be shown. What was staged may be said
    just as it stands, in any line the buyer has for it. `whole`: everything staged has been said before it."""
    if _FOR_THE_REP.search(sentence) or rules.own_title.search(sentence):
        return Checked(None, "spoke_for_the_rep")
    if rules.label.search(sentence):
        return Checked(None, "spoke_for_another")
    if has("thinks_aloud", sentence, rules.language):
        return Checked(None, "thought_aloud")
    if has("recites", sentence, rules.language):
        return Checked(None, "recited_instructions")
    if _MARKED_UP.search(sentence):
        return Checked(None, "marked_up")
    clean = " ".join(_MARKS.sub("", _DIRECTION.sub("", rules.own_label.sub("", _OWN_LABEL.sub("", sentence)))).split()).strip('"“” ')
    if not letters_of(clean) or _LIST_NUMBER.search(clean):
        return Checked(None, "")
    if _staged(clean, rules):
        return Checked(clean)
    reason = next((reason for reason, breaks in _BREAKS if breaks(clean, rules)), "") or doubt(clean, rules, whole)
    return Checked(None, reason) if reason else Checked(clean)


def _staged(sentence: str, rules: Rules) -> bool:
    letters = letters_of(squeezed(sentence))
    return len(letters) >= WHOLE_CHARS[rules.language] and (letters in rules.gist or letters in rules.own)


def recites(letters: str, instructions: str, language: Language) -> bool:
    """Whether a long enough run of the sentence, or a short sentence as a whole, stands in the instructions word for word."""
    if len(letters) >= WHOLE_CHARS[language] and letters in instructions:
        return True
    run = RECITED_CHARS[language]
    return any(letters[start : start + run] in instructions for start in range(len(letters) - run + 1))


def _gives_away(sentence: str, rules: Rules) -> bool:
    """A longer one also backwards, or with every letter moved on by thirteen."""
    if letters_of(squeezed(_INTERJECTION.sub("", sentence))) in rules.kept:
        return True
    flat = squeezed(sentence)
    turned = (flat[::-1], codecs.encode(flat, "rot13"))
    if any(stands_in(secret, sentence) or (len(secret) >= LONG_SECRET and any(secret in said for said in turned)) for secret in rules.secrets):
        return True
    return any(_stands_in(said, rules.locked, rules) for said in (flat, *turned))


def _agrees(sentence: str, rules: Rules) -> bool:
    return has("agrees_to_it", sentence, rules.language) or _stands_in(squeezed(sentence), rules.yes, rules)


def _stands_in(flat: str, text: str, rules: Rules) -> bool:
    """Whether it is, word for word, what is not to be said now, and not what is."""
    letters = letters_of(flat)
    return recites(letters, text, rules.language) and not recites(letters, rules.gist, rules.language)


def _repeats(sentence: str, rules: Rules) -> bool:
    """Somebody else's sentence as a whole: the rep's own, or one that was only read. A short one may be said by anybody, but for an order."""
    letters = letters_of(squeezed(sentence))
    if letters not in rules.others:
        return False
    return len(letters) >= WHOLE_CHARS[rules.language] or has("break_game", sentence, rules.language)


def _recites(sentence: str, rules: Rules) -> bool:
    """Also backwards, or with every letter moved on by thirteen."""
    letters = letters_of(squeezed(sentence))
    return any(recites(said, rules.instructions, rules.language) for said in (letters, letters[::-1], codecs.encode(letters, "rot13")))


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
    said = [token for token in analyse(sentence, "ko").tokens if not token.tag.startswith("S")]
    last = said[-1] if said else None
    if last is not None and last.tag in {"EF", "EC"} and (last.form in _TO_JUNIORS or (last.form == "나" and said[-2].form == "겠")):
        return True
    clipped = last is not None and (last.tag == "ETN" or (sentence.endswith("?") and last.tag == "EF" and last.form.endswith("데")))
    if clipped or any(token.tag == "NP" and token.form in rules.pronouns for token in said):
        return True
    trails_off = last is not None and last.form == "라" and len(said) > 1 and said[-2].tag == "VCP"
    spoken = speech_levels(sentence)
    return bool(spoken) and spoken[-1].level == "plain" and not trails_off


def _invents(sentence: str, rules: Rules) -> bool:
    """A figure that neither the buyer's decision nor anybody's words hold."""
    said = quantities(spelt_out(sentence) if rules.language == "en" else sentence, rules.language)
    return any(not _given(one, rules) and one.value > _manner_of_speaking(one) for one in said)


def _given(one: Quantity, rules: Rules) -> bool:
    """Also in short: '85' for 85 million."""
    short = one.unit == "number" and one.value > SOME
    return one.value in rules.figures or (short and any(one.value * power in rules.figures for power in POWERS))


def _manner_of_speaking(one: Quantity) -> float:
    """Up to how many of this are no figure: 'two or three', 'five times', 'ten minutes'."""
    return 0 if one.unit in MONEY | {"%"} else SOME if one.unit in {"minute", "hour", "times", "piece"} else SMALL


def _takes_up(sentence: str, rules: Rules) -> bool:
    """A figure of the rep's offer, said again without a word of resistance."""
    offered = any(value > SMALL and value in rules.offered for value in values(sentence, rules.language))
    return offered and not sentence.endswith("?") and not has("refuses", sentence, rules.language)


def _names_somebody(sentence: str, rules: Rules) -> bool:
    """A name in Latin letters that nobody has given."""
    if rules.language == "ko":
        return False
    inside = [match.group() for match in NAME.finditer(sentence) if not _BEGINS.search(sentence[: match.start()])]
    return any(name.casefold() not in rules.names and not has("named_freely", name, "en") and _unknown(name) for name in inside)


def _unknown(name: str) -> bool:
    words = analyse(name, "en").content
    return bool(words) and all(rarity(word, "en") > EVERYDAY for word in words)


def _listed(name: str) -> Callable[[str, Rules], bool]:
    return lambda sentence, rules: has(name, sentence, rules.language)


_BREAKS: tuple[tuple[str, Callable[[str, Rules], bool]], ...] = (
    ("locked_fact", _gives_away),
    ("recited_instructions", _recites),
    ("unreadable", lambda sentence, rules: disguised(sentence, rules.language)),
    ("said_by_another", _repeats),
    ("other_language", _other_language),
    ("offered_help", _listed("offers_help")),
    ("left_the_role", _listed("frame")),
    ("service_talk", _listed("service_talk")),
    ("agreed_unasked", lambda sentence, rules: not rules.may_agree and _agrees(sentence, rules)),
    ("agreed_unasked", _takes_up),
    ("ended_unasked", lambda sentence, rules: not rules.may_end and has("leaves", sentence, rules.language)),
    ("praised", lambda sentence, rules: not rules.may_praise and has("praises", sentence, rules.language)),
    ("wrong_speech_level", _wrong_level),
    ("invented_figure", _invents),
    ("invented_name", _names_somebody),
)
"""Reason and check, the gravest first."""
