"""One strength and one thing to try, each with a quote. More would overload exactly those who need it (Luo et al. 2021; design: measurement 7.4)."""

from collections.abc import Iterator

from assistant.domain.scorecard import Strength, TryNext
from assistant.language.phrases import has
from assistant.scoring.combine import Counted
from assistant.scoring.measures import Seen
from assistant.scoring.measures.professional import VALUE_ACTS
from assistant.scoring.rewrites import rewritten
from assistant.scoring.talk import Exchange, Talk, has_number
from assistant.scoring.wordings import wordings

GOOD = 0.6
"""Credit from which on a measure can be a strength."""
IMPROVABLE = 0.75
"""Credit below which a measure can be worked on."""
BY_QUESTION = frozenset({"depth", "discovery", "coverage"})
GENERAL = frozenset({"think_time", "think_time_hard", "tone", "politeness_floor", "unanswered", "soothing", "monologue", "talk_share"})
"""True of so many turns that there are better things to praise."""
READY = frozenset({"follow_up", "acknowledgement", "answer_first", "next_step", "perspective", "objection_handling", "justification"})
"""What a rep can do differently in the very next turn comes before what takes a whole conversation."""
WRONG = "contradicted"
"""A claim that does not hold comes before everything else."""
LOW_IS_GOOD = frozenset({"tell_share", "formula_share", "unanswered", "monologue", "soothing", "overclaim", "contradicted", "deictic_share"})


def strength(talk: Talk, measures: tuple[Counted, ...]) -> Strength | None:
    """The measure that earned most and has words to show for it that are good in every respect; None when there are none."""
    spoiled = {(seen.turn, seen.quote) for one in measures for seen in one.measured.seen if seen.effect == "-"}
    bad = {one.rep.index for one in talk.exchanges if one.heard.did("evasion", "contempt", "pressure")}
    by_turn = {one.rep.index: one for one in talk.exchanges}
    for one in sorted((one for one in measures if one.credit >= GOOD), key=_earned):
        shown = [
            seen
            for seen in one.measured.seen
            if seen.effect == "+" and seen.quote and seen.turn not in bad and (seen.turn, seen.quote) not in spoiled
            if fits(one.row.name, seen, by_turn[seen.turn], talk)
        ]
        if shown:
            seen = max(shown, key=lambda seen: (seen.value, len(seen.quote or ""), -seen.turn))
            return Strength(seen.turn, seen.quote or "", wordings(talk.language).measures[one.row.name].why, one.row.name)
    return None


def _earned(one: Counted) -> tuple[float, str]:
    return -(1.5 if one.row.name in READY else 0.5 if one.row.name in GENERAL else 1.0) * one.weight * one.credit, one.row.name


def fits(measure: str, seen: Seen, one: Exchange, talk: Talk) -> bool:
    """The sentence that explains the strength is true of this quote."""
    words = seen.quote or ""
    if measure == "tone":
        return not any(
            words.startswith(one.text[sign.start : sign.end]) for sign in one.heard.signs if sign.act in ("next_step", "question", "claim")
        )
    if measure == "answer_first":
        return has_number(words, talk.language) or has("yes_start", words, talk.language) or one.echoes_question(words)
    if measure == "fact_reuse":
        return has_number(words, talk.language) or one.heard.did("justification")
    if measure == "discovery":
        return not any(other.heard.did(*VALUE_ACTS) for other in talk.exchanges[: one.place + 1])
    return True


def try_next(talk: Talk, measures: tuple[Counted, ...], praised: Strength | None = None) -> TryNext | None:
    """What the playbook contradicts before everything else; then the measure with most to gain, those first that the next turn can change, with
    a line this rep could have said instead. Never the words that were praised."""
    words = wordings(talk.language)
    for one in sorted((one for one in measures if one.credit < IMPROVABLE), key=_to_gain):
        said = words.measures[one.row.name]
        for seen, exchange in _weak(talk, one) if said.rewrite else ():
            if praised and (seen.turn, seen.quote) == (praised.turn, praised.quote):
                continue
            line = rewritten(said.rewrite, talk, exchange, seen.quote or "", words) if said.rewrite else None
            if line:
                return TryNext(seen.turn, seen.quote or "", line, said.rule, measure=one.row.name)
    return None


def _to_gain(one: Counted) -> tuple[bool, float, str]:
    ready = 1.5 if one.row.name in READY else 1.0
    return one.row.name != WRONG, -ready * one.weight * (1 - one.credit), one.row.name


def _weak(talk: Talk, one: Counted) -> Iterator[tuple[Seen, Exchange]]:
    """The moments that cost, worst first; where something is missing altogether, the rep turn without a question after the buyer's longest."""
    by_turn = {exchange.rep.index: exchange for exchange in talk.exchanges}
    for seen in sorted((seen for seen in one.measured.seen if seen.effect == "-" and seen.quote), key=lambda seen: (_severity(one, seen), seen.turn)):
        yield seen, by_turn[seen.turn]
    replies = [exchange for exchange in talk.exchanges if exchange.before]
    missing = [exchange for exchange in replies if not exchange.asked] or replies
    if missing and one.row.name in READY | BY_QUESTION:
        exchange = max(missing, key=lambda one: (len(one.before.text) if one.before else 0, -one.place))
        yield Seen(exchange.rep.index, 0.0, exchange.closing_point or exchange.sentence(), "-"), exchange


def _severity(one: Counted, seen: Seen) -> float:
    """Smaller is worse. Shares that should be low are worse when high."""
    return -seen.value if one.row.name in LOW_IS_GOOD else seen.value
