"""What of a model's words reaches the screen: sentence by sentence, before it is shown. Pure.

No locked fact, no speaking for the rep, no helpful assistant, no reciting of instructions, the rep's language, no agreeing unless the buyer
agreed, and an end in time.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from assistant.domain.roleplay import Mind, Move
from assistant.domain.scenario import Scenario
from assistant.domain.words import Language
from assistant.language.analysis import language_of
from assistant.practice.embedded_voice import normalised

MOST_SENTENCES = 4
MOST_CHARS = 500
RECITED_CHARS = 24
"""A run this long of the instructions' own letters is reciting them."""

_END = re.compile(r"[.!?…。？！]+[\"'”’)]*(?:\s+|$)|\n+")
_THOUGHT = re.compile(r"<think>.*?</think>", re.DOTALL | re.IGNORECASE)
_OPEN_THOUGHT = re.compile(r"<think>|<(?:t(?:h(?:i(?:n(?:k)?)?)?)?)?$", re.IGNORECASE)
_CERTAIN_END = re.compile(r"[^\W\d][.!?？！][\"'”’)]*\s*$|\s$")
_DIRECTION = re.compile(r"(?<!\*)\*(?!\*)[^*\n]{1,80}\*(?!\*)|\([^)\d\n]{1,60}\)|（[^）\d\n]{1,60}）|\[[^\]\d\n]{1,60}\]")
_MARKS = re.compile(r"[*_#`>~]+|^\s*(?:[-•]|\d+[.)])\s+|[\U0001F300-\U0001FAFF\u2600-\u27BF]+")
_FOR_THE_REP = re.compile(
    r"^\W*(?:rep|sales ?(?:person|rep)|seller|user|you|영업\s*(?:담당자?|사원)?|상담사|담당자|판매자|나)\s*[:：]",
    re.IGNORECASE,
)
_OWN_LABEL = re.compile(r"^\W*(?:buyer|assistant|customer|구매자|고객)\s*[:：]\s*", re.IGNORECASE)
_HELPER = re.compile(
    r"(?:무엇을|뭘|어떻게|어떤 것을)\s*도와\s*드릴|도와\s*드리겠습니다|도움이\s*필요하시면|언제든지?\s*(?:물어|문의|말씀해)\s*주"
    r"|(?:AI|인공지능|언어)\s*(?:모델|비서|어시스턴트)"
    r"|저는\s*(?:AI|인공지능)|how (?:can|may) i (?:help|assist)|happy to (?:help|assist)|glad to (?:help|assist)|let me know if you|as an ai"
    r"|(?:language|ai) model|i(?:'m| am) (?:an? )?(?:ai|assistant|chatbot)|i can(?:no|')t (?:help|assist) with",
    re.IGNORECASE,
)
_AGREES = re.compile(
    r"(?:계약|구매|도입|결정|사인)\s*(?:하겠|할게|합시다)|(?:바로|지금)\s*(?:진행|시작)\s*(?:하시죠|할게요|하겠|합시다)"
    r"|계약\s*(?:하시죠|진행)"
    r"|(?:let'?s|i(?:'ll| will)|we(?:'ll| will)) (?:sign|buy|go ahead|move forward|take it|do it)|(?:you have|it'?s) a deal"
    r"|i(?:'m| am) sold|count (?:me|us) in",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Rules:
    """What this reply may not do. `secrets`: words that give away facts locked now; `instructions`: normalised text of the request's own rules."""

    language: Language
    secrets: tuple[str, ...]
    instructions: str
    may_agree: bool


def rules(move: Move, mind: Mind, scenario: Scenario, language: Language, rep_words: Iterable[str], instructions: str) -> Rules:
    """The rules for one reply. A word the rep has said is no secret any more."""
    heard = " ".join(rep_words).casefold()
    open_now = {*mind.revealed, *move.tell, *move.volunteer}
    secrets = tuple(
        tell.casefold() for fact in scenario.facts if fact.id not in open_now for tell in fact.tells.in_(language) if tell.casefold() not in heard
    )
    return Rules(language, secrets, normalised(instructions), move.kind == "agree" or mind.agreed)


@dataclass(frozen=True, slots=True)
class Checked:
    """A sentence fit to be shown, or None and the reason why it is not."""

    sentence: str | None
    reason: str = ""


def checked(sentence: str, rules: Rules) -> Checked:
    """One sentence of the model, cleaned of stage directions and markdown, or the reason why it may not be shown."""
    if _FOR_THE_REP.search(sentence):
        return Checked(None, "spoke_for_the_rep")
    clean = " ".join(_MARKS.sub("", _DIRECTION.sub("", _OWN_LABEL.sub("", sentence))).split()).strip('"“” ')
    letters = normalised(clean)
    if not letters:
        return Checked(None, "")
    lowered = clean.casefold()
    if any(secret in lowered for secret in rules.secrets):
        return Checked(None, "locked_fact")
    if _HELPER.search(clean):
        return Checked(None, "offered_help")
    if recites(letters, rules.instructions):
        return Checked(None, "recited_instructions")
    if len(letters) >= 4 and language_of(clean) != rules.language and not letters.isdigit():
        return Checked(None, "other_language")
    if not rules.may_agree and _AGREES.search(clean):
        return Checked(None, "agreed_unasked")
    return Checked(clean)


def recites(letters: str, instructions: str) -> bool:
    """Whether a long enough run of the sentence stands in the instructions word for word."""
    starts = range(0, len(letters) - RECITED_CHARS + 1, 4)
    return any(letters[start : start + RECITED_CHARS] in instructions for start in starts)


def whole_sentences(pieces: Iterable[str]) -> Iterator[str]:
    """A stream of pieces as whole sentences, each the moment it is complete; thoughts in <think> tags are left out."""
    waiting = ""
    for piece in pieces:
        waiting = _THOUGHT.sub("", waiting + piece)
        if _OPEN_THOUGHT.search(waiting):
            continue
        while (end := _END.search(waiting)) and (end.end() < len(waiting) or _CERTAIN_END.search(waiting)):
            if sentence := waiting[: end.end()].strip():
                yield sentence
            waiting = waiting[end.end() :]
    if waiting.strip() and not _OPEN_THOUGHT.search(waiting):
        yield waiting.strip()
