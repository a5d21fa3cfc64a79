"""FAST: answers first, thinks neither too long nor not at all, and moves on: who does what by when. (design: measurement 4)

Reading and typing time are taken out by generous norms, so that slow typists lose nothing.
"""

from collections.abc import Iterator
from math import ceil
from statistics import median

from assistant.domain.words import Language
from assistant.language.dates import concrete_dates
from assistant.language.phrases import covers, has
from assistant.perception import hear
from assistant.scoring.answered import SOFT, answering
from assistant.scoring.length import words_in
from assistant.scoring.measures.seen import Measured, Seen, mean_of
from assistant.scoring.talk import Exchange, Talk, quote

READ_PER_S: dict[Language, float] = {"en": 175 / 60, "ko": 120 / 60}
"""Words (eojeol) a second, the slow end: English 175-300 wpm; Korean silent reading 121-202 eojeol a minute."""
READ_AT_MOST_PER_S: dict[Language, float] = {"en": 500 / 60, "ko": 400 / 60}
"""Nobody reads faster than this: a reply sooner than that was not read for."""
TYPE_PER_S: dict[Language, float] = {"en": 3.0, "ko": 2.3}
"""Characters a second: English 36 wpm on a phone; Korean 140 characters a minute."""
LEAST_TOLD_S = 2.0
"""Where typing was not clocked, less thinking than this cannot be told from fast typing."""
ANOTHER_SITTING_S = 1800.0
LONG_S = 45.0
"""Thinking longer than this is quoted."""
LONG_TURN = 60
"""Buyer's words from which on a reply may take as long as one to an objection."""
MUCH_SAID = 20
"""Words of a reply of which half is to be seen what can be seen of one without end."""
SHARE_FROM = 3
LONGEST: dict[Language, int] = {"en": 90, "ko": 85}
"""Words (in Korean units of 2.7 letters, so 230 letters) a turn without a question may have."""


def think_time(talk: Talk) -> Measured | None:
    """Seconds of thinking after ordinary buyer turns: 3/4 median, 1/4 ninetieth percentile, reading and typing taken out. Templeton et al. 2022 and
    Gnewuch et al. 2018: quick is connected, instant is not read; norms are a design choice (design: measurement 4.1). Grade C."""
    return _typical(_thought(one) for one in talk.exchanges if not _hard(one))


def think_time_hard(talk: Talk) -> Measured | None:
    """The same after objections, worries and long turns, where a pause is respect: top performers pause about 1.5 s
    after an objection, others 0.3 s (Gong, 67,149 calls). Grade C."""
    return _typical(_thought(one) for one in talk.exchanges if _hard(one))


def _hard(one: Exchange) -> bool:
    if one.occasion is None or one.before is None:
        return False
    return one.occasion.wants_acknowledgement or words_in(one.before.text, one.language) >= LONG_TURN


def _thought(one: Exchange) -> Seen | None:
    seconds = _seconds(one)
    if seconds is None:
        return None
    late = seconds > LONG_S or seconds < 0
    return Seen(one.rep.index, seconds, one.point if late else None, "-" if late else None)


def _seconds(one: Exchange) -> float | None:
    """Thinking time in seconds; at least 0 unless the reply came sooner than anybody could have read, then -1. None without clocks, and where the
    composer was watched and no key was seen: nobody knows when that reply was begun."""
    if one.before is None:
        return None
    length = words_in(one.before.text, one.language)
    typing = one.rep.typing
    if typing and typing.first_key_at is None:
        return None
    if typing and typing.shown_at and typing.first_key_at:
        spent, typed = (typing.first_key_at - typing.shown_at).total_seconds(), 0.0
    elif one.before.sent_at and one.rep.sent_at and not _whole_minutes(one):
        spent = (one.rep.sent_at - one.before.sent_at).total_seconds()
        typed = max(0, len(one.text) - (typing.pasted_chars if typing else 0)) / TYPE_PER_S[one.language]
    else:
        return None
    if spent < 0 or spent > ANOTHER_SITTING_S:
        return None
    if spent < length / READ_AT_MOST_PER_S[one.language]:
        return -1.0
    thought = spent - length / READ_PER_S[one.language] - typed
    return max(0.0, thought) if typing and typing.first_key_at else max(LEAST_TOLD_S, thought)


def _whole_minutes(one: Exchange) -> bool:
    """Exports that write no seconds cannot tell thinking from typing."""
    times = (one.before.sent_at if one.before else None, one.rep.sent_at)
    return all(time is not None and time.second == 0 and time.microsecond == 0 for time in times)


def _typical(thought: Iterator[Seen | None]) -> Measured | None:
    seen = tuple(one for one in thought if one is not None)
    if not seen:
        return None
    seconds = sorted(one.value for one in seen)
    return Measured(0.75 * median(seconds) + 0.25 * seconds[ceil(0.9 * len(seconds)) - 1], seen)


def answer_first(talk: Talk) -> Measured | None:
    """Share of the buyer's questions whose reply begins with the answer, or says when it will come; half for an answer further down. One sentence of
    acknowledgement may stand before it where the buyer worried. Face-valid, effect not published (design: measurement 4.2). Grade D."""
    return mean_of(_answered(one) for one in talk.exchanges if one.occasion and one.occasion.asks)


def _answered(one: Exchange) -> Seen:
    promised = _promises(one) and _says_when(one)
    words = quote(one.text, (one.answers[0].start, one.answers[0].end)) if one.answers else one.point
    early = [answering(one, sign) for sign in one.answers if sign.start < _first_words_end(one)]
    if promised or early:
        return Seen(one.rep.index, 1.0 if promised else max(0.5, *early), words, "+")
    if one.answers or _promises(one):
        return Seen(one.rep.index, 0.5, one.plain_point, "-")
    return Seen(one.rep.index, 0.0, one.plain_point, "-")


def _first_words_end(one: Exchange) -> int:
    """Where the sentences end that may hold the answer: the first with a point, and one more for kind words before it."""
    starts = [span for span in one.said if one.point is None or span[0] >= one.text.find(one.point)]
    kind = bool(starts) and any(sign.start == starts[0][0] and sign.act in SOFT for sign in one.heard.signs)
    allowed = 2 if kind else 1
    return starts[min(allowed, len(starts)) - 1][1] if starts else len(one.text)


def _promises(one: Exchange) -> bool:
    """The rep says that it must be found out, and does not put the buyer off with that."""
    return has("admits", one.text, one.language) and not one.heard.did("evasion")


def _says_when(one: Exchange) -> bool:
    """Names a day in words that promise something: 'next week or so' does not."""
    words = (one.text[slice(*span)] for span in one.said)
    return any(
        not has("vague_step", text, one.language)
        and any(not covers("wide_date", text[a:b], one.language) for a, b in concrete_dates(text, one.language))
        for text in words
    )


def unanswered(talk: Talk) -> Measured | None:
    """Share of the buyer's questions that were answered neither at once nor in the next reply, nor promised.
    Answering is part of uptake (design: measurement 4.2). Grade D."""
    asked = [(one, following) for one, following in _with_next(talk) if one.occasion and one.occasion.asks]
    return mean_of(_left_open(one, following) for one, following in asked)


def _with_next(talk: Talk) -> Iterator[tuple[Exchange, Exchange | None]]:
    return zip(talk.exchanges, (*talk.exchanges[1:], None), strict=False)


def _left_open(one: Exchange, following: Exchange | None) -> Seen:
    late = following is not None and following.before is not None and _answers_late(one, following)
    if late or _promises(one):
        return Seen(one.rep.index, 0.0)
    given = max((answering(one, sign) for sign in one.answers), default=0.0)
    return Seen(one.rep.index, 1.0 - given, None if given else one.plain_point, None if given else "-")


def _answers_late(one: Exchange, following: Exchange) -> bool:
    """The next reply answers the question of the turn before."""
    assert one.before is not None
    if following.occasion and following.occasion.asks:
        return False
    signs = hear(following.own, one.before.text, (), one.language, by_words=True).signs
    given = (following.own[sign.start : sign.end] for sign in signs if sign.act == "answer")
    return any(not has("vague_step", words, one.language) for words in given) and not following.heard.did("pitch")


def talk_share(talk: Talk) -> Measured | None:
    """The rep's share of everything said, 0-1, by characters without spaces in Korean and words in English.
    Vendor figures: top performers 43:57 (25,537 calls), correlational, spoken, US. Grade C. Needs three exchanges."""
    if len([one for one in talk.exchanges if one.before]) < SHARE_FROM:
        return None
    rep = sum(words_in(one.text, talk.language) for one in talk.exchanges)
    buyer = sum(words_in(turn.text, talk.language) for turn in talk.buyer_turns)
    if rep + buyer == 0:
        return None
    longest = max(talk.exchanges, key=lambda one: len(one.text))
    share = rep / (rep + buyer)
    return Measured(share, (Seen(longest.rep.index, share, longest.point, "-"),) if share > 0.6 else ())


def monologue(talk: Talk) -> Measured | None:
    """Share of rep turns of more than 90 words (250 Korean characters) without a question. Vendor figures on monologues, grade C."""
    return mean_of(Seen(one.rep.index, 1.0, one.point, "-") if _long(one) else Seen(one.rep.index, 0.0) for one in talk.exchanges)


def _long(one: Exchange) -> bool:
    return not one.heard.questions and words_in(one.text, one.language) > LONGEST[one.language]


def soothing(talk: Talk) -> Measured | None:
    """After a worry or objection: apologies and sympathy beyond the first, as a share of the reply's words. Solving satisfies, relational work
    crowds it out (Marinova, Singh & Singh 2018). The more words, the more there is to see; only where the buyer surely worried. Grade B."""
    calling = (one for one in talk.exchanges if one.occasion and one.occasion.wants_acknowledgement and one.occasion.sure == 1)
    return mean_of(_soothed(one) for one in calling if one.said)


def _soothed(one: Exchange) -> Seen:
    soft = one.starts("apology", "empathy")
    spans = [span for span in one.said if span[0] in soft]
    length = words_in(one.text, one.language) or 1
    share = sum(words_in(one.text[slice(*span)], one.language) for span in spans[1:]) / length
    words = quote(one.text, spans[-1]) if share > 0 else None
    return Seen(one.rep.index, share, words, "-" if share > 1 / 3 else None, 1 - 2 ** (-length / MUCH_SAID))
