"""WARM: where something is hard for the buyer, does the rep show feeling for it? (design: measurement 2.1)"""

from collections.abc import Iterator

from assistant.language.meaning import likely
from assistant.language.surface import Span
from assistant.scoring.measures.acknowledging import SELLS
from assistant.scoring.measures.seen import Measured, Seen, mean_of
from assistant.scoring.shapes import Floor
from assistant.scoring.talk import Exchange, Talk, quote

FELT = Floor(kind="floor", none=0.4, full=0.8)
"""Credit by how likely a sentence is to comfort."""
TROUBLED_FROM, NAMED_FROM = 0.4, 0.2
"""How likely a turn that calls for nothing tells of something hard, for comfort to count there, and for comfort with a word of the buyer's in it."""
GENERAL = 0.8
"""Share of the credit for comfort that names nothing of what was said: it would fit any worry."""
GENERAL_FREE = 1
"""How often such comfort counts in a conversation."""


def sympathy(talk: Talk) -> Measured | None:
    """Share of the buyer's worries and objections at which the rep feels with them, wishes them well or stands by them, told by what the sentences
    mean. `acknowledgement` asks beside it whether it was understood: one can be had without the other. What would fit any worry counts once in a
    conversation, and less. EPITOME's emotional reactions (Sharma et al. 2020), grade B."""
    return mean_of(_felt(talk))


def _felt(talk: Talk) -> Iterator[Seen]:
    general = 0
    for one in talk.exchanges:
        if one.occasion is None:
            continue
        value, span = _comfort(one)
        names = one.gives_back(span)
        if value and not names:
            general += 1
            value *= GENERAL if general <= GENERAL_FREE else 0.0
        called = one.occasion.wants_acknowledgement
        if called or (value and one.occasion.troubled >= (NAMED_FROM if names else TROUBLED_FROM)):
            words = quote(one.text, span) if value == 1 else None
            yield Seen(one.rep.index, value, words, "+" if words else None, one.occasion.sure if called else one.occasion.troubled)


def _comfort(one: Exchange) -> tuple[float, Span]:
    """(credit for the sentence of the reply that most likely comforts, 0-1, that sentence); what sells or was said before does not."""
    silent, feels = one.starts(*SELLS) | one.repeats, one.starts("empathy")
    chances = (
        (1.0 if span[0] in feels and one.gives_back(span) else likely("comforts", one.text[slice(*span)]), span)
        for span in one.said
        if span[0] not in silent
    )
    chance, span = max(chances, default=(0.0, (0, 0)))
    return FELT.credit(chance), span
