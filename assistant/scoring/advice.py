"""One strength and one thing to try, each with a quote. More would overload exactly those who need it (Luo et al. 2021; design: measurement 7.4)."""

import hashlib
from collections.abc import Iterator

from assistant.domain.scorecard import Strength, TryNext
from assistant.language.phrases import has
from assistant.language.sentences import sentences
from assistant.language.speech_level import speech_levels
from assistant.scoring import key_words
from assistant.scoring.combine import Counted
from assistant.scoring.measures import Seen
from assistant.scoring.talk import Exchange, Talk, quote
from assistant.scoring.wordings import Register, Wordings, wordings

GOOD = 0.6
"""Credit from which on a measure can be a strength."""
IMPROVABLE = 0.75
"""Credit below which a measure can be worked on."""
SHORT = 60
"""Characters of the buyer's that can be quoted back without sounding like a transcript."""
OWN = 90
NOT_AGAIN = ("formula", "empty_ack", "blame_wh", "guarantee", "superlative", "vague_time", "evasion", "negation", "contrast_first", "insult")
BY_QUESTION = frozenset({"depth", "discovery", "coverage", "question_spread"})
GENERAL = frozenset({"think_time", "think_time_hard", "tone", "politeness_floor", "unanswered", "soothing", "monologue", "talk_share"})
"""True of so many turns that there are better things to praise."""
READY = frozenset({"follow_up", "acknowledgement", "answer_first", "next_step", "perspective", "objection_handling", "justification"})
"""What a rep can do differently in the very next turn comes before what takes a whole conversation."""


def strength(talk: Talk, measures: tuple[Counted, ...]) -> Strength | None:
    """The measure that earned most and has words to show for it that are good in every respect; None when there are none."""
    best = sorted((one for one in measures if one.credit >= GOOD), key=_earned)
    spoiled = {(seen.turn, seen.quote) for one in measures for seen in one.measured.seen if seen.effect == "-"}
    bad = {one.rep.index for one in talk.exchanges if one.heard.did("evasion", "contempt", "pressure")}
    for one in best:
        shown = [seen for seen in one.measured.seen if seen.effect == "+" and seen.quote and seen.turn not in bad]
        shown = [seen for seen in shown if (seen.turn, seen.quote) not in spoiled]
        if shown:
            seen = max(shown, key=lambda seen: (seen.value, len(seen.quote or ""), -seen.turn))
            return Strength(seen.turn, seen.quote or "", wordings(talk.language).measures[one.row.name].why)
    return None


def _earned(one: Counted) -> tuple[float, str]:
    return -(1.5 if one.row.name in READY else 0.5 if one.row.name in GENERAL else 1.0) * one.weight * one.credit, one.row.name


def try_next(talk: Talk, measures: tuple[Counted, ...]) -> TryNext | None:
    """The measure with most to gain, those first that the next turn can change, with the rep's own line rewritten."""
    words = wordings(talk.language)
    for one in sorted((one for one in measures if one.credit < IMPROVABLE), key=_to_gain):
        template = words.measures[one.row.name]
        if template.rewrite is None:
            continue
        for seen, exchange in _weak(talk, one):
            rewrite = rewritten(template.rewrite.in_(register(talk)), exchange, seen.quote or "", words)
            if rewrite:
                return TryNext(seen.turn, seen.quote or "", rewrite, template.rule)
    return None


def _to_gain(one: Counted) -> tuple[float, str]:
    ready = 1.5 if one.row.name in READY else 1.0
    return -ready * one.weight * (1 - one.credit), one.row.name


def _weak(talk: Talk, one: Counted) -> Iterator[tuple[Seen, Exchange]]:
    """The moments that cost, worst first; where something is missing altogether, the rep turn without a question after the buyer's longest."""
    by_turn = {exchange.rep.index: exchange for exchange in talk.exchanges}
    for seen in sorted((seen for seen in one.measured.seen if seen.effect == "-" and seen.quote), key=lambda seen: (_severity(one, seen), seen.turn)):
        yield seen, by_turn[seen.turn]
    replies = [exchange for exchange in talk.exchanges if exchange.before]
    missing = [exchange for exchange in replies if not exchange.asked] or replies
    if missing and one.row.name in READY | BY_QUESTION:
        exchange = max(missing, key=lambda one: (len(one.before.text) if one.before else 0, -one.place))
        yield Seen(exchange.rep.index, 0.0, exchange.sentence(-1), "-"), exchange


def _severity(one: Counted, seen: Seen) -> float:
    """Smaller is worse. Shares that should be low are worse when high."""
    return -seen.value if one.row.name in LOW_IS_GOOD else seen.value


LOW_IS_GOOD = frozenset({"tell_share", "formula_share", "unanswered", "monologue", "soothing", "overclaim", "contradicted", "deictic_share"})


def register(talk: Talk) -> Register:
    """How the rep speaks: 합쇼체 or 해요체 by the majority of endings; in English formal when nothing is contracted."""
    if talk.language == "ko":
        levels = [spoken.level for one in talk.exchanges for spoken in speech_levels(one.text)]
        return "formal" if levels.count("formal") > levels.count("polite") else "polite"
    said = " ".join(one.text for one in talk.exchanges).replace("’", "'")
    return "polite" if "'" in said or len(said) < SHORT or not has("formula", said, "en") else "formal"


def rewritten(templates: tuple[str, ...], exchange: Exchange, own: str, words: Wordings) -> str | None:
    """The first template whose slots can all be filled, from an order the words themselves decide, so that two reps seldom read the same line."""
    said, point = buyer_words(exchange), key_word(exchange)
    slots = {
        "said": said,
        "point": point or words.point,
        "own": own_words(exchange, own),
        "answer": answer(exchange, own),
        "when": words.when[_dice(exchange.text, len(words.when))],
    }
    usable = [template for template in templates if all(value or f"{{{name}}}" not in template for name, value in slots.items())]
    if not usable:
        return None
    line = next((one for one in usable if "{answer}" in one or "{own}" in one), usable[_dice(own + exchange.text, len(usable))])
    for name, value in slots.items():
        line = line.replace(f"{{{name}}}", value or "")
    return line


def own_words(exchange: Exchange, own: str) -> str | None:
    """The rep's own sentence, when it can stand in the better version too: short, whole, no formula and nothing else that would be worth changing."""
    if not own or len(own) > OWN or exchange.heard.did("contempt", "pressure") or any(has(name, own, exchange.language) for name in NOT_AGAIN):
        return None
    return own


def answer(exchange: Exchange, own: str) -> str | None:
    """The rep's own answer, where it came later than it should have."""
    words = exchange.quoted("answer")
    return words if words and words != own and len(words) <= OWN else None


def buyer_words(exchange: Exchange) -> str | None:
    """A short sentence of the buyer's that matters: a worry or objection first, else the last that is no question."""
    if exchange.before is None:
        return None
    text = exchange.before.text
    spans = [span for span in sentences(text, exchange.language) if span[1] - span[0] <= SHORT]
    felt = [span for span in spans if any(has(name, text[slice(*span)], exchange.language) for name in ("worry", "objection"))]
    asks = exchange.occasion.asks if exchange.occasion else ()
    chosen = felt or [span for span in spans if not any(start < span[1] and span[0] < end for start, end in asks)]
    return quote(text, chosen[-1]).rstrip(".!?…~ ") or None if chosen else None


def key_word(exchange: Exchange) -> str | None:
    """What the buyer's turn is about, in the buyer's word."""
    if exchange.before is None:
        return None
    return key_words.key_word(exchange.before.text, exchange.language)


def _dice(text: str, sides: int) -> int:
    """The same for the same words."""
    return int(hashlib.sha256(text.encode()).hexdigest(), 16) % sides
