"""HUMAN: could the reply only have been written to this buyer, now? Specific, built on what was said, owned, no formula. (design: measurement 3)

It is not 'sounds unlike a machine': detectors of machine text are unfair to second-language writers and are not used.
"""

from collections.abc import Iterator

from assistant.domain.words import Language
from assistant.language.analysis import Analysis, Token, analysed_part
from assistant.language.formulas import formulas
from assistant.language.numbers import quantities
from assistant.language.phrases import found, has, known
from assistant.language.surface import Span, blanked
from assistant.scoring.checks import required_spans
from assistant.scoring.concreteness import specificity_of
from assistant.scoring.copies import without_copies
from assistant.scoring.length import words_in
from assistant.scoring.measures.seen import Measured, Seen, mean_of
from assistant.scoring.particulars import particulars
from assistant.scoring.repeats import Repeats
from assistant.scoring.talk import Exchange, Talk, content_within, quote
from assistant.scoring.uptake import UPTAKE_FROM, parroted, uptake_of

SHORT_COPY = 6
"""Words of the buyer's in whole sentences that one may say back and build on them."""
PARTICULARS_FROM = 3
QUESTIONS_ASKED_FROM = 3
DEICTIC_FROM = 3
SPOKEN_FROM = 3
MIRRORS_FREE = 1
MIRRORED = 0.5
"""Share of a sentence's content words that are the buyer's."""


def uptake(talk: Talk) -> Measured | None:
    """How far the reply builds on what was just said, 0-1. Only where the buyer said at least five words. Parroting is capped; words that press
    build nothing.
    Demszky et al. 2021; idf overlap rho .507 with experts, nine-feature ridge .55 (design: measurement 3.5), grade B."""
    return mean_of(_took_up(one) for one in talk.exchanges if one.before and words_in(one.before.text, talk.language) >= UPTAKE_FROM[talk.language])


def _took_up(one: Exchange) -> Seen:
    assert one.before is not None
    pressing = one.starts("pressure")
    texts = {one.own, one.fresh, without_copies(one.own, one.before.text, SHORT_COPY, one.language)[0]}
    texts.add(blanked(one.own, [span for span in one.said if span[0] in pressing]))
    value = min(uptake_of(one.before.text, text, one.language) for text in texts)
    best = max((span for span in one.points if span[0] not in pressing), key=lambda span: _echoed(one, span), default=(0, 0))
    if value >= 0.6 and _echoed(one, best):
        return Seen(one.rep.index, value, quote(one.text, best), "+")
    return Seen(one.rep.index, value, one.point, "-") if value <= 0.35 else Seen(one.rep.index, value)


def _echoed(one: Exchange, span: tuple[int, int]) -> int:
    return len(set(one.heard.echoed) & set(content_within(one.text, span, one.language)))


def fact_reuse(talk: Talk) -> Measured | None:
    """Share of the buyer's particulars (numbers, names, words few people use) that come back in a rep turn later than the reply: the rep remembers.
    Needs three particulars. Proxy of listening (design: measurement 3.1), grade B."""
    facts: dict[str, int] = {}
    reused: dict[str, Seen] = {}
    for one in talk.exchanges:
        said = particulars(one.own, talk.language)
        for fact in sorted(said & facts.keys()):
            if facts[fact] < one.place and fact not in reused:
                reused[fact] = Seen(one.rep.index, 1.0, _sentence_with(one, fact), "+")
        if one.before:
            for fact in particulars(one.before.text, talk.language) - said:
                facts.setdefault(fact, one.place)
            for fact in particulars(one.before.text, talk.language) & said:
                facts.setdefault(fact, one.place)
    if len(facts) < PARTICULARS_FROM:
        return None
    return Measured(len(reused) / len(facts), tuple(reused.values()))


def _sentence_with(one: Exchange, fact: str) -> str:
    for span in one.said:
        sentence = one.text[slice(*span)]
        if fact in content_within(one.text, span, one.language) or any(f"{n.value:g} {n.unit}" == fact for n in quantities(sentence, one.language)):
            return quote(one.text, span)
    return one.sentence()


def formula_share(talk: Talk) -> Measured | None:
    """Share of the rep's words in formulas, in what the rep has said before word for word, or in sentences that only hand the buyer's words back
    with the ending that does so ('…하시는군요'), from the second on; one greeting and one closing formula are free, and so is wording that a manager
    has marked as required by law. A turn without a word of the rep's own shows nothing.
    Low information, not bad manners: scripts cost in customised encounters (Victorino et al. 2013), grade B."""
    return mean_of(_formulaic(talk))


def _formulaic(talk: Talk) -> Iterator[Seen]:
    said, mirrored = Repeats(talk.language), 0
    free = {"opening": 1, "closing": 1, "middle": 0} if len(talk.exchanges) > 1 else {"opening": 0, "closing": 0, "middle": 0}
    for one in talk.exchanges:
        if not one.own.strip():
            continue
        spans = list(formulas(one.own, talk.language)) + list(found("template", one.own, talk.language))
        spans += found("officialese", one.own, talk.language)
        required = required_spans(one.own, talk.marks, talk.language)
        spans = _but_required(spans, required)
        spans.sort()
        if spans and free[one.phase]:
            free[one.phase] -= 1
            spans = spans[1:]
        mirrors = [span for span in one.said if _mirrors(one, span)]
        spans += mirrors[max(0, MIRRORS_FREE - mirrored) :]
        mirrored += len(mirrors)
        spans = _but_required(spans + list(said.of_turn(one.own)), required)
        covered = _covered(spans)
        again = _covered([span for span in one.said if span[0] in one.repeats]) - covered - _covered(list(required))
        every = sum(not char.isspace() and at not in again for at, char in enumerate(one.own)) or 1
        share = min(1.0, sum(not one.own[at].isspace() for at in covered) / every)
        shown = next((span for span in spans if not has("greeting", one.text[slice(*span)], one.language)), None)
        yield Seen(one.rep.index, share, quote(one.text, shown) if shown else None, "-" if shown else None)


def _mirrors(one: Exchange, span: Span) -> bool:
    """'6명이 필요하신데 현재 3명이시군요': what was just heard, with nothing to it."""
    words = content_within(one.text, span, one.language)
    echoed = set(one.heard.echoed)
    said_back = known("hands_back", one.language) and has("hands_back", one.text[slice(*span)], one.language)
    return said_back and sum(word in echoed for word in words) >= MIRRORED * max(1, len(words))


def _but_required(spans: list[Span], required: tuple[Span, ...]) -> list[Span]:
    return [span for span in spans if not any(start < span[1] and span[0] < end for start, end in required)]


def _covered(spans: list[tuple[int, int]]) -> set[int]:
    return {at for start, end in spans for at in range(start, end)}


def concreteness(talk: Talk) -> Measured | None:
    """How concrete and specific English wording is, 0-1: things named, numbers, examples, against 'it', 'things', 'stuff'.
    Packard & Berger 2021 (two firms, five studies), grade A for concreteness; the weights are fitted on rated feedback."""
    if talk.language != "en":
        return None
    return mean_of(_concrete(one) for one in talk.exchanges if words_in(one.text, "en") >= UPTAKE_FROM["en"])


def _concrete(one: Exchange) -> Seen:
    """Half as much to see in a turn of fifteen words as in a long one."""
    value, length = specificity_of(one.text, "en"), words_in(one.text, "en")
    return Seen(one.rep.index, value, one.point, "+" if value >= 0.7 else "-" if value <= 0.3 else None, 1 - 2 ** (-length / 15))


def deictic_share(talk: Talk) -> Measured | None:
    """Korean: '그거, 해당 부분, 관련 사항' among those and the named things taken over from the buyer. No Korean concreteness norm is large enough
    (design: measurement 3.1). Needs three of them. Grade D."""
    if talk.language != "ko":
        return None
    seen: list[Seen] = []
    for one in talk.exchanges:
        pointed = list(found("deictic", one.text, "ko"))
        seen += [Seen(one.rep.index, 1.0, quote(one.text, _around(one, start)), "-") for start, _ in pointed]
        if not (one.before and parroted(one.before.text, one.text, "ko")):
            seen += [Seen(one.rep.index, 0.0) for _ in one.heard.echoed]
    return mean_of(seen, DEICTIC_FROM)


def spoken(talk: Talk) -> Measured | None:
    """Share of the sentences that speak to somebody, formal or polite or plain, and do not only note something down ('확인함', '처리 예정',
    'Snowfall detected.') or talk as offices and machines do ('initiating', 'as per').
    Informal, personal speech is part of the conversational human voice (Liebrecht et al. 2021; design: measurement 3.8), grade B."""
    return mean_of(seen for one in talk.exchanges for seen in _spoken_sentences(one))


def _spoken_sentences(one: Exchange) -> Iterator[Seen]:
    sentences = [analysed_part(one.text, *span, one.language) for span in one.said]
    shreds = [_is_shred(sentence) for sentence in sentences]
    for span, sentence, shred in zip(one.said, sentences, shreds, strict=True):
        shredded = shred and sum(shreds) >= SHREDS_FROM
        if words_in(sentence.text, one.language) < SPOKEN_FROM and not shredded:
            continue
        speaks = not shredded and speaks_to_somebody(sentence)
        weight = AS_PEOPLE_DO[one.language] if speaks else 1.0
        yield Seen(one.rep.index, float(speaks), None if speaks else quote(one.text, span), None if speaks else "-", weight)


def perspective(talk: Talk) -> Measured | None:
    """Open questions about reasons, feelings, the decision and other people, per ten rep turns, but what every script asks; guesses at the buyer's
    mind count against it.
    Asking raises accuracy, imagining does not (Eyal, Steffel & Epley 2018, 25 experiments), grade B. Needs three exchanges."""
    if len(talk.exchanges) < QUESTIONS_ASKED_FROM:
        return None
    seen: list[Seen] = []
    for one in talk.exchanges:
        for asked in one.asked:
            words = one.text[asked.start : asked.end]
            if asked.form == "open" and has("asks_perspective", words, talk.language) and not has("stock_question", words, talk.language):
                seen.append(Seen(one.rep.index, 1.0, quote(one.text, (asked.start, asked.end)), "+"))
        for start, _ in list(found("mind_reading", one.text, talk.language))[:1]:
            seen.append(Seen(one.rep.index, -1.0, quote(one.text, _around(one, start)), "-"))
    return Measured(10 * sum(one.value for one in seen) / len(talk.exchanges), tuple(seen))


def speaks_to_somebody(said: Analysis) -> bool:
    """English by its small words and phrases, or where it is short for something and no report ('half eight, Monday', not 'visit scheduled');
    Korean by its last word: 요, 니다, 죠, 네, 어, 는데, 겠다 … do; 다, 음, 기 and a bare noun do not."""
    sentence = said.text
    if said.language == "en":
        speaks = "?" in sentence or has("somebody_speaks", sentence, "en") or _is_short_for_something(sentence)
        return speaks and not has("officialese", sentence, "en")
    if "?" in sentence:
        return True
    words = _words_of(said)
    if not words or not (words[-1].tag in {"EF", "EC", "IC"} or words[-1].form == "요"):
        return False
    ending = words[-1].form
    if len(words) > 1 and words[-2].form in WONDERED_AT:
        return True
    return ending not in WRITTEN and not (ending.endswith("다") and not ending.endswith("니다"))


def _is_short_for_something(sentence: str) -> bool:
    """English without a verb as people answer, with an article, a number or a small word; not as one reports or notes down."""
    return has("with_article", sentence, "en") or (has("with_small_words", sentence, "en") and not has("reported", sentence, "en"))


def _is_shred(said: Analysis) -> bool:
    """A Korean sentence of a word or two that stops at a particle or a noun ('나는. 고양이.'), and no call, answer or question."""
    sentence = said.text
    if said.language == "en" or "?" in sentence or words_in(sentence, "ko") > SHRED_MOST:
        return False
    words = _words_of(said)
    return bool(words) and words[-1].tag.startswith(("J", "NN")) and not has("reacts", sentence, "ko") and not has("greeting", sentence, "ko")


def _words_of(said: Analysis) -> list[Token]:
    return [token for token in said.tokens if not token.tag.startswith(("S", "W", "Z"))]


WRITTEN = frozenset({"ᆷ", "음", "기", "ᆯ것", "을것"})
WONDERED_AT = frozenset({"겠", "싶", "좋"})
"""Before a plain -다 they make it an exclamation: 맛있겠다, 가고 싶다."""
AS_PEOPLE_DO: dict[Language, float] = {"ko": 1.0, "en": 0.2}
"""What a sentence that speaks weighs in the score of its turn: in English nearly all do, and that is nothing to praise."""
SHREDS_FROM = 2
SHRED_MOST = 2


def _around(one: Exchange, at: int) -> tuple[int, int]:
    return next((span for span in one.said if span[0] <= at < span[1]), (0, len(one.text)))
