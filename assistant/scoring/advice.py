"""One strength and one thing to try, each with a quote. More would overload exactly those who need it (Luo et al. 2021; design: measurement 7.4)."""

from collections.abc import Callable, Iterator

from assistant.domain.heard import LISTENING
from assistant.domain.scorecard import Strength, TryNext
from assistant.language.phrases import has
from assistant.scoring.choosing import NOTHING, Candidate, Known, in_order
from assistant.scoring.combine import Counted
from assistant.scoring.length import words_in
from assistant.scoring.measures import Seen
from assistant.scoring.measures.professional import VALUE_ACTS
from assistant.scoring.rewrites import buyer_words, promises, rewritten
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
QUESTIONS = frozenset({"follow_up", "perspective", "depth", "discovery", "question_spread", "coverage"})
ONCE = frozenset({"perspective", "coverage"})
"""What a question or two in a whole talk bring."""
SOME_WORDS = 3
CONCRETE_FROM = 6
RUDE = 0.1
"""A turn of this politeness or less is what to work on before anything else but a wrong claim."""
PUSHES_FROM, PUSHES_MOSTLY = 2, 1 / 3
"""Turns with a bare promise or a push, and their share, from which on that comes next."""
SETTLED = 3.0
"""Parts of a next step from which on only the buyer's yes is missing, which no wording brings."""
WRONG = "contradicted"
"""A claim that does not hold comes before everything else."""
LOW_IS_GOOD = frozenset({"tell_share", "formula_share", "unanswered", "monologue", "soothing", "overclaim", "contradicted", "deictic_share"})


def strength(talk: Talk, measures: tuple[Counted, ...], since: int = 0) -> Strength | None:
    """The measure that earned most and has words to show for it, from turn `since` on, that are good in every respect; None when there are none."""
    spoiled = {(seen.turn, seen.quote) for one in measures for seen in one.measured.seen if seen.effect == "-"}
    bad = {one.rep.index for one in talk.exchanges if one.heard.did("evasion", "contempt", "pressure")}
    by_turn = {one.rep.index: one for one in talk.exchanges}
    for one in sorted((one for one in measures if one.credit >= GOOD), key=_earned):
        shown = [
            seen
            for seen in one.measured.seen
            if seen.effect == "+" and seen.quote and seen.turn >= since and seen.turn not in bad and (seen.turn, seen.quote) not in spoiled
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
    if measure in QUESTIONS and "?" in "".join(other.text for other in talk.exchanges) and "?" not in words:
        return False
    if measure == "discovery":
        return not any(other.heard.did(*VALUE_ACTS) for other in talk.exchanges[: one.place + 1])
    rule = FITTING.get(measure)
    return rule is None or rule(words, one)


def _kind_only(words: str, one: Exchange) -> bool:
    return not any(words.startswith(one.text[sign.start : sign.end]) for sign in one.heard.signs if sign.act in ("next_step", "question", "claim"))


def _answers(words: str, one: Exchange) -> bool:
    other = any(words.startswith(one.text[sign.start : sign.end]) for sign in one.heard.signs if sign.act in (*LISTENING, "next_step"))
    if other or words_in(words, one.language) < SOME_WORDS:
        return False
    return has_number(words, one.language) or has("yes_start", words, one.language) or one.echoes_question(words)


def _remembers(words: str, one: Exchange) -> bool:
    return has_number(words, one.language) or one.heard.did("justification")


def _names_it(words: str, one: Exchange) -> bool:
    return has_number(words, one.language) and words_in(words, one.language) >= CONCRETE_FROM


FITTING: dict[str, Callable[[str, Exchange], bool]] = {
    "tone": _kind_only,
    "answer_first": _answers,
    "fact_reuse": _remembers,
    "concreteness": _names_it,
    "overclaim": _names_it,
    "substance": lambda words, one: words_in(words, one.language) >= CONCRETE_FROM,
    "ownership": lambda words, one: promises(words, one.language),
}


def try_next(talk: Talk, measures: tuple[Counted, ...], praised: Strength | None = None, since: int = 0, known: Known = NOTHING) -> TryNext | None:
    """What the playbook contradicts before everything else, then what is rude, then promises and pushing, then what this rep can use now
    (`choosing`), with a line they could have said instead, from turn `since` on. Never the words that were praised."""
    words = wordings(talk.language)
    could_be_better = {one.row.name: one for one in measures if one.credit < IMPROVABLE and one.weight and not _settled(one)}
    weak = [could_be_better[one.measure] for one in in_order((_candidate(one, talk, known) for one in could_be_better.values()), known.earlier)]
    for one, moments in [*((one, _quiet) for one in weak), *((one, _any) for one in weak)]:
        said = words.measures[one.row.name]
        for seen, exchange in _weak(talk, one, moments) if said.rewrite else ():
            if seen.turn < since or (praised and (seen.turn, seen.quote) == (praised.turn, praised.quote)):
                continue
            line = rewritten(said.rewrite, talk, exchange, seen.quote or "", words) if said.rewrite else None
            if line:
                return TryNext(seen.turn, seen.quote or "", line, said.rule, measure=one.row.name)
    return None


def _quiet(one: Exchange) -> bool:
    """Nothing was asked or answered, so something could have been."""
    return not (one.asked or one.answers)


def _any(one: Exchange) -> bool:
    return True


def _settled(one: Counted) -> bool:
    return one.row.name == "next_step" and one.measured.value >= SETTLED


def _candidate(one: Counted, talk: Talk, known: Known) -> Candidate:
    """Where something is missing altogether it was missing all along: a third of the turns would have been enough, or one question."""
    cost = {seen.turn for seen in one.measured.seen if seen.effect == "-"}
    rude = one.row.name == "politeness_floor" and any(seen.value <= RUDE for seen in one.measured.seen)
    return Candidate(
        measure=one.row.name,
        credit=one.credit,
        weight=one.weight,
        moments=len(cost) or (1 if one.row.name in ONCE else len(talk.exchanges) // 3),
        did=any(seen.effect == "+" for seen in one.measured.seen),
        cost=sum(known.cost.get(turn, 0.0) for turn in cost),
        ready=one.row.name in READY,
        urgent=0 if one.row.name == WRONG else 1 if rude else 2 if _pushes(one, talk) else None,
    )


def _pushes(one: Counted, talk: Talk) -> bool:
    """Promises without grounds and pushing are how this rep sells: nothing else they could try would be heard."""
    bare = sum(seen.effect == "-" for seen in one.measured.seen)
    return one.row.name == "overclaim" and bare >= max(PUSHES_FROM, PUSHES_MOSTLY * len(talk.exchanges))


def _weak(talk: Talk, one: Counted, had_room: Callable[[Exchange], bool]) -> Iterator[tuple[Seen, Exchange]]:
    """The moments that cost, worst first; where something is missing altogether, the turn that had room for it after a worry of the buyer's, else
    after their longest."""
    by_turn = {exchange.rep.index: exchange for exchange in talk.exchanges}
    for seen in sorted((seen for seen in one.measured.seen if seen.effect == "-" and seen.quote), key=lambda seen: (_severity(one, seen), seen.turn)):
        yield seen, by_turn[seen.turn]
    room = [
        one for one in talk.exchanges if one.before and one.points and not (one.heard.next_step or one.heard.did("justification")) and had_room(one)
    ]
    if one.row.name in QUESTIONS:
        room = [one for one in room if one.phase != "closing"]  # nobody asks what matters once the day is set
    if room and one.row.name in READY | BY_QUESTION:
        exchange = max(room, key=lambda one: (bool(buyer_words(one)[1]), len(one.before.text) if one.before else 0, -one.place))
        yield Seen(exchange.rep.index, 0.0, exchange.closing_point, "-"), exchange


def _severity(one: Counted, seen: Seen) -> float:
    """Smaller is worse. Shares that should be low are worse when high."""
    return -seen.value if one.row.name in LOW_IS_GOOD else seen.value
