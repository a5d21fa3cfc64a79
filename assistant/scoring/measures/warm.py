"""WARM: does the rep take in what the buyer feels and doubts, ask on, and keep the floor of respect? (design: measurement 2)"""

import re
from collections import Counter
from collections.abc import Iterator
from statistics import fmean

from assistant.domain.heard import LISTENING
from assistant.domain.words import Language
from assistant.language.analysis import analyse
from assistant.language.meaning import likely, meant_in_contempt
from assistant.language.phrases import found, has
from assistant.language.surface import Span
from assistant.scoring.length import words_in
from assistant.scoring.measures.acknowledging import taken_in
from assistant.scoring.measures.seen import Measured, Seen, mean_of
from assistant.scoring.talk import Exchange, Talk, quote
from assistant.scoring.tone import tone_of
from assistant.scoring.wording import wording

SOCIAL = (
    "thanks", "apology", "empathy", "care", "acknowledges", "affect", "polite_form", "praise", "formula", "feels_with", "wishes", "opens_gently",
)  # fmt: skip
SOOTHING = ("apology", "empathy", "care", "feels_with")
SOCIAL_FREE = 1.0
SOCIAL_SHARE = 0.3
MOST_QUESTIONS_A_TURN = 2
MOST_QUESTION_ONLY_TURNS = 3
TELLS = 0.4
"""From this share of a turn's words on, the turn tells."""
TELLS_FROM, TELLS_WHOLLY = 0.2, 0.6
"""Shares between which a turn tells more and more, so that one word more or less changes little."""
FEELS: dict[Language, tuple[str, ...]] = {"en": ("empathy", "care", "feels_with"), "ko": ("empathy", "wishes", "feels_with")}
"""A sentence that feels with somebody tells nothing, whatever else is in it."""
NOTHING_FOLLOWED = 0.3
"""What a turn without a follow-up question weighs in the score of that turn: not every turn has to ask."""
TAKES_IN = 0.9
"""How surely a sentence takes in what was said, by what it means, to tell nothing."""
SHORTEST_TELLING = 4
IMPERSONAL_FROM: dict[Language, int] = {"en": 10, "ko": 5}
"""Words (in Korean units of 2.7 letters) from which on a sentence about neither the buyer nor the rep explains something."""
NOT_TOLD = frozenset({"시", "으시", "겠"})
"""Endings that honour the buyer or promise or guess: not information."""
BLAMED = 0.1
"""For blame, for 반말, which can be a dialect, and for what may be an insult; only one in so many words is 0."""
INSULTS_SURELY = 0.4
"""How likely what its words mean makes it an insult, for a sentence in such words to be one for sure."""
PRESSED = 0.4
"""For pressure and bare commands."""
BELITTLES_FROM, BELITTLES_SURELY = 0.5, 0.85
"""How likely a sentence without such words must belittle the buyer to cost something, more the likelier it is, and to be quoted for it."""
_OF_ONESELF = re.compile(r"^(?!.*\byou)(?=.*\b(?:i|we|our|us|my|me)\b)|저희|제가|저는|저도|드릴|드려|드립", re.IGNORECASE)
"""Belittles nobody: it is about the rep's own side alone."""
SHORT_INSULT: dict[Language, int] = {"en": 70, "ko": 40}
"""Characters up to which a sentence is looked at for that: who belittles is brief."""
PHASES_FROM = 6
SELF_REFERENCES_FROM = 3


def tone(talk: Talk) -> Measured | None:
    """How warm the words themselves are, 0-1: named words, endings and phrase classes with fitted weights, whatever the occasion.
    Strategy classes after Danescu-Niculescu-Mizil et al. 2013 (politeness) and Yeomans et al. 2020 (receptiveness); weights argued
    and fitted, see tests/benchmarks/fit.py. Grade B."""
    return mean_of(_toned(talk))


def _toned(talk: Talk) -> Iterator[Seen]:
    """Thanks, apologies and sympathy count the first few times, sympathy without an occasion once: said in every turn they are a tic and no warmth.
    So is a sentence said before."""
    times: Counter[str] = Counter()
    enough = SOCIAL_FREE + SOCIAL_SHARE * len(talk.exchanges)
    for one in talk.exchanges:
        calls = one.occasion is None or one.occasion.wants_acknowledgement
        spent = frozenset(name for name in SOCIAL if times[name] >= (enough if calls or name not in SOOTHING else SOCIAL_FREE))
        value = min((tone_of(text, talk.language, spent) for text in {one.own, one.fresh}), key=lambda tone: tone.share)
        times.update(name.removeprefix("list:") for name in wording(one.text, talk.language) if name.startswith("list:"))
        words = value.quote if value.quote in {quote(one.text, span) for span in one.points} else None
        yield Seen(one.rep.index, value.share, words, None if words is None else "+" if value.share >= 0.5 else "-")


def tell_share(talk: Talk) -> Measured | None:
    """Share of rep turns that press or give information or advice nobody asked for; after a question telling is an answer, unless it evades.
    AnnoMI: AUC .907 for session quality from gold labels, .871 offline (design: measurement 2.2), grade B."""
    return mean_of(_told(one) for one in talk.exchanges) if talk.buyer_turns else None


def _told(one: Exchange) -> Seen:
    if one.occasion and one.occasion.asks and (one.answers or not _walks_around(one)):
        return Seen(one.rep.index, 0.0)
    share, first = telling(one)
    tells = share >= TELLS
    told = min(1.0, max(0.0, (share - TELLS_FROM) / (TELLS_WHOLLY - TELLS_FROM)))
    return Seen(one.rep.index, told, first if tells else None, "-" if tells else None)


def _walks_around(one: Exchange) -> bool:
    """It presses or puts off; sympathy that fits anything, said first, changes nothing."""
    if one.heard.did("evasion", "pressure"):
        return True
    gushes = one.heard.did("empathy", "apology") and not any(one.gives_back(span) for span in one.said)
    return gushes and not one.heard.did("question", "next_step") and not has("admits", one.text, one.language)


def telling(one: Exchange) -> tuple[float, str | None]:
    """(share of the words that tell among those that tell or listen, the first sentence that tells). What does neither (a greeting, a formula, a
    sentence said before) hides nothing and is not counted."""
    asks = frozenset[int]() if one.volley else one.asking
    pushed = one.starts("claim", "pitch", "reference", "price", "discount", "pressure")
    kind = one.starts("reflection", "empathy", "next_step", "thanks", "apology")
    told, listened, first = 0, 0, None
    for start, end in one.said:
        sentence = one.own[start:end]
        length = words_in(sentence, one.language)
        feels = (start in kind and start not in pushed) or any(has(name, sentence, one.language) for name in FEELS[one.language])
        takes_in = start not in pushed and start not in asks and taken_in(one, (start, end)) >= TAKES_IN
        if not (start in asks or feels or takes_in) and (start in pushed or _tells(sentence, length, one)):
            told += length
            first = first or quote(one.text, (start, end))
        elif start in asks or takes_in or one.gives_back((start, end)):
            listened += length
    every = told + listened
    return (told / every, first) if every and told >= SHORTEST_TELLING else (0.0, None)


def _tells(sentence: str, length: int, one: Exchange) -> bool:
    if has("advice", sentence, one.language):
        return True
    if length < SHORTEST_TELLING or any(has(name, sentence, one.language) for name in ("follows_you", "formula")):
        return False
    return has("informs", sentence, one.language) or (length >= IMPERSONAL_FROM[one.language] and _impersonal(sentence, one.language))


def _impersonal(sentence: str, language: Language) -> bool:
    """About neither the buyer nor what the rep will do, in whatever speech level."""
    if has("self_i", sentence, language):
        return False
    return language == "en" or not any(token.tag == "EP" and token.form in NOT_TOLD for token in analyse(sentence, "ko").tokens)


def follow_up(talk: Talk) -> Measured | None:
    """Follow-up questions per rep turn that had something to follow up: questions that build on what was just said. Three questions in one turn or a
    row of turns that only ask are an interrogation and count half. Huang et al. 2017: follow-ups drive liking, grade B."""
    seen = tuple(_followed(talk))
    return Measured(fmean(one.value for one in seen), seen) if seen else None


def _followed(talk: Talk) -> Iterator[Seen]:
    row = 0
    for one in talk.exchanges:
        taken = min(
            (sign.start for sign in one.heard.signs if sign.act in LISTENING and one.gives_back((sign.start, sign.end))), default=len(one.text)
        )
        following = [question for question in one.asked if question.follow_up or taken < question.start]
        row = row + 1 if one.heard.questions and len(one.heard.questions) == len(one.said) else 0
        if one.before is None:
            continue
        if not following:
            yield Seen(one.rep.index, 0.0, weight=NOTHING_FOLLOWED)
            continue
        pressed = len(one.heard.questions) > MOST_QUESTIONS_A_TURN or row > MOST_QUESTION_ONLY_TURNS
        words = quote(one.text, (following[0].start, following[0].end))
        yield Seen(one.rep.index, 0.0 if one.volley else 0.5 if pressed else 1.0, words, "-" if pressed else "+")


RECEPTIVE: dict[str, float] = {
    "agreement": 0.256, "acknowledges": 0.249, "subjective": 0.051, "hedge": 0.039, "affect": 0.030,
    "because": -0.004, "limiter": -0.058, "negation": -0.074,
}  # fmt: skip
"""Weights per occurrence from the LASSO shipped with the politeness package (MIT); Korean lists are mapped by hand (design: measurement 2.5)."""
MOST_COUNTED = 2
GRANTED = ("agreement", "acknowledges")
GRANTED_IN = 2


def receptiveness(talk: Talk) -> Measured | None:
    """How receptive the reply to an objection is: agreement and acknowledgement before argument, few negations. Model score, about -0.5 to 1.
    Yeomans et al. 2020; explains about 13 % of rated receptiveness, so one component. Only on objection turns. Grade B."""
    return mean_of(_received(one) for one in talk.exchanges if one.occasion and one.occasion.objection)


def _received(one: Exchange) -> Seen:
    hits = {name: list(found(name, one.fresh, one.language)) for name in RECEPTIVE}
    for name in GRANTED:
        hits[name] = [span for span in hits[name] if _grants(one, span[0])]
    score = sum(weight * min(MOST_COUNTED, len(hits[name])) for name, weight in RECEPTIVE.items())
    good = hits["agreement"] or hits["acknowledges"]
    if score > 0 and good:
        return Seen(one.rep.index, score, _sentence_around(one, good[0][0]), "+")
    return Seen(one.rep.index, score, one.plain_point, "-" if score < 0 and not one.heard.did(*LISTENING) else None)


def _grants(one: Exchange, at: int) -> bool:
    """Agreement counts where it comes first, and 'I completely understand' only with a word of what was understood."""
    early = [span for span in one.said[:GRANTED_IN] if span[0] <= at < span[1]]
    return any(one.gives_back(span) or not has("empty_ack", one.text[slice(*span)], one.language) for span in early)


def politeness_floor(talk: Talk) -> Measured | None:
    """Share of rep turns without contempt, blame, pressure or bare commands. A floor: no credit for more politeness than that, and none for
    formal over
    polite endings (TyDiP Korean: 반말 -.18, blaming 왜 -.30, 합쇼체 +.03; design: measurement 2.4). Grade B."""
    return mean_of(_floored(one) for one in talk.exchanges)


def _floored(one: Exchange) -> Seen:
    rude, blames = one.quoted("contempt"), _first(one, "blame_wh")
    if rude or blames:
        surely = rude and has("contempt", rude, one.language) and meant_in_contempt(rude, one.language) >= INSULTS_SURELY
        return Seen(one.rep.index, 0.0 if surely else BLAMED, rude or blames, "-")
    hard = one.quoted("pressure") or (None if has("softener", one.text, one.language) else _first(one, "imperative"))
    if hard:
        return Seen(one.rep.index, PRESSED, hard, "-")
    short = [span for span in one.said if span[1] - span[0] <= SHORT_INSULT[one.language] and not _OF_ONESELF.search(one.text[slice(*span)])]
    chance, span = max(((likely("insults", one.text[slice(*span)]), span) for span in short), default=(0.0, (0, 0)))
    less = (1 - PRESSED) * min(1.0, max(0.0, (chance - BELITTLES_FROM) / (1 - BELITTLES_FROM)))
    return Seen(one.rep.index, 1.0 - less, *((quote(one.text, span), "-") if chance >= BELITTLES_SURELY else (None, None)))


def phase_fit(talk: Talk) -> Measured | None:
    """Warm words at the ends, reasons and figures in the middle: half the difference of each, -1 to 1; formulas are neither. Needs six rep turns.
    Packard, Li & Berger 2023 (two firms, 23,958 moments), grade A."""
    if len(talk.exchanges) < PHASES_FROM:
        return None
    ends = [one for one in talk.exchanges if one.phase != "middle"]
    middle = [one for one in talk.exchanges if one.phase == "middle"]
    if not ends or not middle:
        return None
    fit = 0.5 * (_share(ends, "affect") - _share(middle, "affect")) + 0.5 * (_share(middle, "cognitive") - _share(ends, "cognitive"))
    warm = [Seen(one.rep.index, 1.0, quote(one.text, span), "+") for one in ends for span in one.points if _says("affect", span, one)]
    return Measured(fit, tuple(warm[:1] + warm[-1:] if len(warm) > 1 else warm))


def ownership(talk: Talk) -> Measured | None:
    """'I' among the rep's self-references outside questions, 0-1: somebody owns what is promised. Korean drops pronouns, so sentences
    nobody owns (처리될
    예정입니다) count
    against it. Packard, Moore & McFerran 2018: 'I' over 'we' raises satisfaction and purchase, grade A in English; Korean mapping is a
    design choice."""
    seen: list[Seen] = []
    for one in talk.exchanges:
        for name, value in (("self_i", 1.0), ("self_we", 0.0), *((("agentless", 0.0),) if talk.language == "ko" else ())):
            for start, _ in found(name, one.fresh, talk.language):
                if any(asked.start <= start < asked.end for asked in one.heard.questions) or _gushes(one, start):
                    continue
                seen.append(Seen(one.rep.index, value, _sentence_around(one, start), "+" if value else "-"))
    return mean_of(seen, SELF_REFERENCES_FROM)


def _gushes(one: Exchange, at: int) -> bool:
    """Sympathy that names nothing of what was said: nobody owns anything by it."""
    return any(sign.act == "empathy" and sign.start <= at < sign.end and not one.gives_back((sign.start, sign.end)) for sign in one.heard.signs)


def _share(exchanges: list[Exchange], name: str) -> float:
    return fmean(_says(name, span, one) for one in exchanges for span in one.said or ((0, len(one.text)),))


def _says(name: str, span: Span, one: Exchange) -> bool:
    words = one.text[slice(*span)]
    return has(name, words, one.language) and not (has("formula", words, one.language) or has("template", words, one.language))


def _first(one: Exchange, name: str) -> str | None:
    start = next((span[0] for span in found(name, one.text, one.language)), None)
    return None if start is None else _sentence_around(one, start)


def _sentence_around(one: Exchange, at: int) -> str:
    span = next((span for span in one.said if span[0] <= at < span[1]), (0, len(one.text)))
    return quote(one.text, span)
