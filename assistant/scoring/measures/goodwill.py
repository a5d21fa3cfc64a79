"""WARM where interests meet: does the rep see to what the other needs, or press an own need? (design: measurement 2)"""

from collections.abc import Iterator

from assistant.language.phrases import found
from assistant.scoring.measures.seen import Measured, Seen, mean_of
from assistant.scoring.talk import Exchange, Talk, quote


def goodwill(talk: Talk) -> Measured | None:
    """Share of giving among giving and claiming, 0-1: 'you choose first, would that suit you' against 'I need, final offer, not my problem'.
    Only replies that do one or the other; 'twenty per cent off if you sign today' gives nothing. Prosocial strategies go with a partner's
    satisfaction and liking, selfish ones against them (Chawla et al. 2021, CaSiNo, 1,030 negotiations), grade B."""
    return mean_of(_given(talk))


def _given(talk: Talk) -> Iterator[Seen]:
    for one in (one for one in talk.exchanges if one.before):
        gives, claims = (list(found(name, one.fresh, one.language)) for name in ("gives", "claims_for_self"))
        pressed = [(sign.start, sign.end) for sign in one.heard.signs if sign.act == "pressure"]
        gives = [span for span in gives if not any(start <= span[0] < end for start, end in pressed)]
        if gives or claims:
            value = len(gives) / (len(gives) + len(claims))
            words = _sentence(one, (gives or claims)[0][0]) if value in (0.0, 1.0) else None
            yield Seen(one.rep.index, value, words, None if words is None else "+" if gives else "-")


def _sentence(one: Exchange, at: int) -> str | None:
    span = next((span for span in one.points if span[0] <= at < span[1]), None)
    return quote(one.text, span) if span else None
