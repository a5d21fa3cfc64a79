"""WARM, its heart: are worries and objections taken up before anything is explained? (design: measurement 2.1)"""

from collections.abc import Iterator
from dataclasses import replace

from assistant.domain.heard import Act, Sign
from assistant.language.meaning import likely
from assistant.language.phrases import found, has
from assistant.language.surface import Span
from assistant.scoring.length import words_in
from assistant.scoring.measures.seen import Measured, Seen, mean_of
from assistant.scoring.talk import Exchange, Talk, content_within, quote
from assistant.scoring.uptake import parroted

RECEIVING = ("follows_you", "acknowledges", "agreement", "said_by_buyer")
SHORT_ECHO = 5
MOSTLY = 0.4
"""Share of its content words that a short echo takes from the buyer."""
NO_ECHO: tuple[Act, ...] = ("question", "claim", "pitch", "price", "discount", "next_step", "pressure", "contempt", "evasion")
SELLS: tuple[Act, ...] = ("discount", "pressure", "contempt", "evasion")
"""Whatever words it is said in, this stays with nobody."""
SAID_BACK = 2
FOLLOWS_FROM = 2
"""Content words without which it is a nod ('아, 그러시군요')."""
FOLLOWED = 0.8
"""For staying with the buyer without naming it in the buyer's words."""
TAKEN_FROM, TAKEN_SURELY = 0.4, 0.75
"""How likely a sentence must take in what was said, for any credit and for all of it, where no word shows it."""
LEAST_MEANT = 0.2
SHOWN_FROM = 0.5
TAKES_NOTHING = ("dismisses", "empty_ack", "vague_step", "vague_time", "formula", "greeting", "thanks", "apology", "blame_wh")
GENERAL = 0.2
"""For sympathy in words that name nothing of what was said."""
GENERAL_FREE = 2
ARGUES = ("informs", "yes_but", "blame_wh", "empty_ack", "guarantee", "dismisses")
ARGUES_ALONE = ("advice", "negation")
YES_BUT = 0.5
"""For 'it's hard, but you have to'."""
FORMULA_ONLY = 0.35
"""Credit for an acknowledgement that takes up nothing of what was said ('충분히 이해합니다')."""


def acknowledgement(talk: Talk) -> Measured | None:
    """Share of the buyer's worries and objections that the rep takes up in the first two sentences. Only where there was something to acknowledge,
    so that gushing earns nothing; words that fit any worry earn little, and a straight answer to a question is no lack of it.
    EPITOME's ER and IP (Sharma et al. 2020), grade B."""
    return mean_of(_taken_up(talk))


def _taken_up(talk: Talk) -> Iterator[Seen]:
    """What would fit any worry counts twice in a conversation, then no more."""
    general = 0
    for one in talk.exchanges:
        gushes = any(sign.act == "empathy" for sign in one.heard.signs) and not _to_the_point(one)
        general += gushes
        if one.occasion is None or not one.occasion.wants_acknowledgement:
            continue
        seen = seen_surely(_acknowledged(one), one.occasion.sure)
        if gushes and seen.effect == "+":
            enough = general > GENERAL_FREE
            seen = replace(seen, value=0.0, quote=None, effect=None) if enough else replace(seen, value=GENERAL)
        if seen.effect == "+" or not one.answers_straight:
            yield seen


def seen_surely(seen: Seen, sure: float) -> Seen:
    """Counted as much as there surely was something to take up; nobody is shown to have missed what may have been none."""
    missed = seen.effect == "-" and sure < SHOWN_FROM
    return replace(seen, weight=sure, quote=None, effect=None) if missed else replace(seen, weight=sure)


def _to_the_point(one: Exchange) -> bool:
    """One of the first two sentences holds a word of the buyer's."""
    return any(one.gives_back(span) for span in one.said[:2])


def _acknowledged(one: Exchange) -> Seen:
    early = one.said[:2]
    end = early[-1][1] if early else len(one.text)
    taken = [sign for sign in one.heard.signs if sign.start < end and _takes_up(one, sign)]
    if one.before and parroted(one.before.text, one.text, one.language) and (one.own == one.text or not taken):
        return Seen(one.rep.index, 0.0, one.point, "-")
    if taken:
        words = one.text[taken[0].start : taken[0].end]
        if has("yes_but", words, one.language):
            return Seen(one.rep.index, YES_BUT, quote(one.text, (taken[0].start, taken[0].end)), "-")
        return Seen(one.rep.index, 1.0, quote(one.text, (taken[0].start, taken[0].end)), "+")
    sells = one.starts(*SELLS)
    for span in (span for span in early if span[0] not in sells):
        words = one.text[slice(*span)]
        if _stays_with(one, span) and not _argues(words, one) and len(content_within(one.text, span, one.language)) >= FOLLOWS_FROM:
            return Seen(one.rep.index, FOLLOWED, quote(one.text, span), "+")
    meant, span = max(((taken_in(one, span), span) for span in early), default=(0.0, (0, 0)))
    if meant >= LEAST_MEANT:
        return Seen(one.rep.index, FOLLOWED * meant, quote(one.text, span), "+")
    opening = one.text[:end]
    if has("empty_ack", opening, one.language) or has("acknowledges", opening, one.language) or has("agreement", opening, one.language):
        return Seen(one.rep.index, FORMULA_ONLY, one.point or one.sentence(), "-")
    return Seen(one.rep.index, 0.0, one.point, "-")


def taken_in(one: Exchange, span: Span) -> float:
    """How surely a statement takes in what the buyer said though no word shows it, 0-1; by what it means. Not what would fit any worry, what was said
    before and what only copies."""
    words = one.text[slice(*span)]
    acts = {sign.act for sign in one.heard.signs if sign.start == span[0]}
    if (
        acts.intersection(NO_ECHO)
        or ("empathy" in acts and not one.gives_back(span))
        or any(has(name, words, one.language) for name in TAKES_NOTHING)
    ):
        return 0.0
    if span[0] in one.repeats or not one.own[slice(*span)].strip() or len(content_within(one.text, span, one.language)) < FOLLOWS_FROM:
        return 0.0
    return min(1.0, max(0.0, (likely("receives", words) - TAKEN_FROM) / (TAKEN_SURELY - TAKEN_FROM)))


def _stays_with(one: Exchange, span: tuple[int, int]) -> bool:
    """Speaks of what the buyer is going through, or says two of their words back in a statement that claims nothing."""
    words = one.text[slice(*span)]
    if (has("stays_with", words, one.language) and span[0] not in one.asking) or has("follows_you", words, one.language) or _feels(words, one):
        return True
    other = one.starts(*NO_ECHO)
    return span[0] not in other and len(set(one.heard.echoed) & set(content_within(one.text, span, one.language))) >= SAID_BACK


def _feels(words: str, one: Exchange) -> bool:
    """A 'sorry' alone may only be an apology."""
    apologies = list(found("apology", words, one.language))
    return any(all(end <= at or until <= start for at, until in apologies) for start, end in found("feels_with", words, one.language))


def _argues(words: str, one: Exchange) -> bool:
    """What stays with the buyer may hold a 'not' or a 'must': 'that's not something one watches easily'."""
    names = ARGUES if has("stays_with", words, one.language) else (*ARGUES, *ARGUES_ALONE)
    return any(has(name, words, one.language) for name in names)


def _takes_up(one: Exchange, sign: Sign) -> bool:
    """Feeling or meaning given back; or the buyer's word in a short echo or with a sign that it was received, and not only said again in an
    argument."""
    words = one.text[sign.start : sign.end]
    if has("dismisses", words, one.language):
        return False
    if sign.act in ("empathy", "reflection"):
        return True
    said = set(content_within(one.text, (sign.start, sign.end), one.language))
    mostly = len(said & set(one.heard.echoed)) >= MOSTLY * len(said)
    short = words_in(words, one.language) <= SHORT_ECHO and mostly and not has("negation", words, one.language)
    return sign.act == "acknowledgement" and (short or any(has(name, words, one.language) for name in RECEIVING))
