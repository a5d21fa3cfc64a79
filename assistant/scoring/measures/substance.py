"""PROFESSIONAL: whether what the rep says can be held on to. (design: measurement 5)"""

from collections.abc import Iterator

from assistant.language.phrases import has
from assistant.language.rarity import rarity
from assistant.language.surface import Span
from assistant.scoring.answered import SOFT
from assistant.scoring.measures.seen import Measured, Seen, mean_of
from assistant.scoring.particulars import particulars, with_what_was_told
from assistant.scoring.talk import Exchange, Talk, content_within, quote

SAYS = 2
"""Content words from which on a sentence states something ('그러시군요' does not)."""
RARE = 0.55
"""Rarity of a word from which on it is about something ('slate', not 'side')."""
UNSURE = 0.5
"""What a figure or a reason is worth that the rep is not sure of."""
NOTHING = ("says_nothing", "guarantee", "superlative", "formula", "template")


def substance(talk: Talk) -> Measured | None:
    """Share of the turns that state something to the buyer's words which give a figure of the rep's own, a reason, a condition or an honest limit
    ('that's not my trade', 'until I've measured I can't say'), and no bare promise; half where they are not sure of it. Knowledge that fits this
    buyer is what sells most (Verbeke, Dietz & Verwaal 2011, meta-analysis, beta .28), and to admit a limit is part of it (design: measurement 5.1).
    What is recited in a turn that has nothing to do with the buyer earns nothing. Grade B."""
    return mean_of(_stated(talk))


def _stated(talk: Talk) -> Iterator[Seen]:
    for one, told in with_what_was_told(talk):
        aside = one.asking | one.starts(*SOFT, "next_step") | one.repeats
        stated = [span for span in one.points if span[0] not in aside and _states(one, span)]
        if not stated:
            continue
        pressing = one.starts("pressure", "contempt")
        held = ((_holds(one, span), span) for span in stated if span[0] not in pressing) if _to_the_buyer(one, stated, told) else ()
        value, span = max(held, key=lambda each: each[0], default=(0.0, stated[0]))
        yield Seen(one.rep.index, value, quote(one.text, span), "+" if value == 1 else "-" if value == 0 else None)


def _to_the_buyer(one: Exchange, stated: list[Span], told: frozenset[str]) -> bool:
    """What is stated answers them, or the turn holds something of what they said, now or before. `told`: the buyer's particulars up to here."""
    answers = one.starts("answer")
    return any(span[0] in answers for span in stated) or bool(one.heard.echoed or told & particulars(one.own, one.language))


def _states(one: Exchange, span: Span) -> bool:
    """It says something about something: 'I can see why you're careful' does not, wherever the sentence before it ends."""
    return len(content_within(one.own, span, one.language)) >= SAYS and (_says_what(one, span) or one.own_figures(span))


def _says_what(one: Exchange, span: Span) -> bool:
    return any(len(word) > 1 and rarity(word, one.language) >= RARE for word in content_within(one.own, span, one.language))


def _holds(one: Exchange, span: Span) -> float:
    words, language = one.own[slice(*span)], one.language
    if any(has(name, words, language) for name in NOTHING):
        return 0.0
    says_what = _says_what(one, span)
    if says_what and has("limits", words, language):
        return 1.0
    stands = one.own_figures(span) or (says_what and has("conditions", words, language))
    return (UNSURE if has("unsure", words, language) else 1.0) if stands and not has("evasion", words, language) else 0.0
