"""Questions that few answers fit, whatever lies near: about the buyer's own life, what has become of somebody, whether something is in writing,
since when. Pure."""

from assistant.domain.buyer import Fact, FactKind
from assistant.domain.words import Language
from assistant.language.asking import says
from assistant.practice.lasting import asks_since, tells_since
from assistant.practice.meant import Meant
from assistant.practice.pointed import kind_of

NO_SINCE = "no_since"
"""The pool of remarks for 'since when?' where nothing the buyer knows says it."""
NOT_WRITTEN = "no_writing"
"""The same for whether something is written down, which a fact is told by no more than by anything else."""
OWN: frozenset[FactKind] = frozenset({"signal", "personal"})
"""Kinds of fact that are about the buyer's own life."""
SURE, SURELY_OWN = 1.0, 3.0
"""Log-odds from which on a plain answer, and one of those facts, is what a question about it asks for."""
AS_IN_AN_EXAMPLE, AS_OF_PAPER, AS_OF_THEM = 0.85, 0.8, 0.6
"""How like an example, -1 to 1, a question about the buyer's own life or about what is written is that is put as it is, and one that asks what has
become of somebody."""


def narrowed(likely: tuple[Meant, ...], words: str, language: Language) -> tuple[tuple[Meant, ...], str]:
    """What a question may still be meant to ask for, and the pool of remarks for when it is none of it; an empty pool for any other question."""
    if says("own_life", words, language):
        return tuple(one for one in likely if _of_ones_life(one, words, language)), "own_life"
    if says("asks_now", words, language):
        return tuple(one for one in likely if one.like >= AS_OF_THEM), "where_now"
    if kind_of(words, language) == "whether" and says("asks_written", words, language):
        return tuple(one for one in likely if one.like >= AS_OF_PAPER), NOT_WRITTEN
    if asks_since(words, language):
        return tuple(one for one in likely if tells_since(one.one, language)), NO_SINCE
    return likely, ""


def _of_ones_life(one: Meant, words: str, language: Language) -> bool:
    """Whether it surely is what a question about the buyer's own life asks for; another's age is not theirs."""
    if isinstance(one.one, Fact):
        return one.one.kind in OWN and one.sure >= SURELY_OWN
    return one.like >= AS_IN_AN_EXAMPLE or (one.sure >= SURE and kind_of(words, language) != "age")
