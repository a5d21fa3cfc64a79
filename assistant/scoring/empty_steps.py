"""Next steps with nothing in them: 'let's do something next week'. They are heard as the steps they are, and as nothing else."""

from collections.abc import Sequence
from dataclasses import replace

from assistant.domain.buyer import Topic
from assistant.domain.heard import Act, Heard
from assistant.domain.words import Language
from assistant.language.dates import concrete_dates
from assistant.language.phrases import covers, has
from assistant.language.surface import Span, blanked
from assistant.perception import hear

BESIDE: frozenset[Act] = frozenset({"next_step", "acknowledgement", "answer"})
"""What such a sentence is heard as; one that does anything else has something in it."""


def heard_in(text: str, before: str | None, topics: Sequence[Topic], language: Language) -> Heard:
    """What the turn did. An empty step neither takes in the buyer's words nor answers them, though one of them may come back in it, and makes no
    answer or appointment of what stands beside it."""
    heard = hear(text, before, topics, language, by_words=True)
    beside = {(sign.start, sign.end) for sign in heard.signs if sign.act in BESIDE}
    empty = {span for span in beside if _is_empty(text, span, heard, language)}
    if not empty:
        return heard
    rest = hear(blanked(text, empty), before, topics, language, by_words=True)
    signs = {*rest.signs, *(sign for sign in heard.signs if sign.act == "next_step" and (sign.start, sign.end) in empty)}
    ordered = tuple(sorted(signs, key=lambda sign: (sign.start, sign.end, sign.act)))
    return replace(rest, text=text, signs=ordered, next_step=rest.next_step or heard.next_step)


def _is_empty(text: str, span: Span, heard: Heard, language: Language) -> bool:
    words = text[slice(*span)]
    if not has("vague_step", words, language) or any(one.start == span[0] and one.act not in BESIDE for one in heard.signs):
        return False
    return all(covers("wide_date", words[start:end], language) for start, end in concrete_dates(words, language))
