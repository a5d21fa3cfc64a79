"""One strength and one thing to try, each with a quote. More would overload exactly those who need it (Luo et al. 2021; design: measurement 7.4)."""

import hashlib
from collections.abc import Iterator

from assistant.domain.scorecard import Strength, TryNext
from assistant.language.analysis import analyse
from assistant.language.phrases import has
from assistant.language.sentences import sentences
from assistant.language.speech_level import speech_levels
from assistant.scoring.combine import Counted
from assistant.scoring.measures import Seen
from assistant.scoring.rarity import rarity
from assistant.scoring.talk import Exchange, Talk, quote
from assistant.scoring.wordings import Register, Wordings, wordings

GOOD = 0.6
"""Credit from which on a measure can be a strength."""
IMPROVABLE = 0.75
"""Credit below which a measure can be worked on."""
SHORT = 60
"""Characters of the buyer's that can be quoted back without sounding like a transcript."""
OWN = 90
READY = ("follow_up", "acknowledgement", "answer_first", "next_step", "perspective", "objection_handling", "justification", "uptake")
"""What a rep can do differently in the very next turn comes before what takes a whole conversation."""


def strength(talk: Talk, measures: tuple[Counted, ...]) -> Strength | None:
    """The measure that earned most and has words to show for it."""
    best = sorted((one for one in measures if one.credit >= GOOD), key=lambda one: (-one.weight * one.credit, one.row.name))
    for one in best:
        shown = [seen for seen in one.measured.seen if seen.effect == "+" and seen.quote]
        if shown:
            seen = max(shown, key=lambda seen: (seen.value, len(seen.quote or ""), -seen.turn))
            return Strength(seen.turn, seen.quote or "", wordings(talk.language).measures[one.row.name].why)
    return None


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
    """The moments that cost, worst first; where a thing is missing altogether, the rep turn after the buyer's longest."""
    by_turn = {exchange.rep.index: exchange for exchange in talk.exchanges}
    for seen in sorted((seen for seen in one.measured.seen if seen.effect == "-" and seen.quote), key=lambda seen: (_severity(one, seen), seen.turn)):
        yield seen, by_turn[seen.turn]
    missing = [exchange for exchange in talk.exchanges if exchange.before]
    if missing:
        exchange = max(missing, key=lambda one: (len(one.before.text) if one.before else 0, -one.place))
        yield Seen(exchange.rep.index, 0.0, exchange.sentence(), "-"), exchange


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
    slots = {"said": said, "point": point or words.point, "own": own_words(exchange, own), "when": words.when[_dice(exchange.text, len(words.when))]}
    usable = [template for template in templates if all(value or f"{{{name}}}" not in template for name, value in slots.items())]
    if not usable:
        return None
    line = next((template for template in usable if "{own}" in template), usable[_dice(own + exchange.text, len(usable))])
    for name, value in slots.items():
        line = line.replace(f"{{{name}}}", value or "")
    return line


def own_words(exchange: Exchange, own: str) -> str | None:
    """The rep's own sentence, when it can stand in the better version too: short, whole, and neither rude nor a formula."""
    if len(own) > OWN or exchange.heard.did("contempt", "pressure") or has("formula", own, exchange.language):
        return None
    return own if own and not has("blame_wh", own, exchange.language) and not has("empty_ack", own, exchange.language) else None


def buyer_words(exchange: Exchange) -> str | None:
    """A short sentence of the buyer's that matters: a worry or objection first, the last one else."""
    if exchange.before is None:
        return None
    text = exchange.before.text
    spans = [span for span in sentences(text, exchange.language) if span[1] - span[0] <= SHORT]
    felt = [span for span in spans if any(has(name, text[slice(*span)], exchange.language) for name in ("worry", "objection"))]
    chosen = felt or spans
    return quote(text, chosen[-1]).rstrip(".!?…~ ") or None if chosen else None


def key_word(exchange: Exchange) -> str | None:
    """The rarest noun of the buyer's turn, as written."""
    if exchange.before is None:
        return None
    text = exchange.before.text
    nouns = [token for token in analyse(text, exchange.language).tokens if _is_noun(token.tag, token.form)]
    if not nouns:
        return None
    best = max(nouns, key=lambda token: (rarity(token.lemma, exchange.language), len(token.form), -token.start))
    return text[best.start : best.end]


def _is_noun(tag: str, form: str) -> bool:
    return (tag in {"NNG", "NNP"} and len(form) >= 2) or (tag == "W" and len(form) >= 5)


def _dice(text: str, sides: int) -> int:
    """The same for the same words."""
    return int(hashlib.sha256(text.encode()).hexdigest(), 16) % sides
