"""Whether a sentence that breaks no rule is believed to be this buyer's: how likely it is, and how likely it must be for what it does and when. Pure.

Before all that was staged has been said, what says it needs little; what says something else, agrees, offers or directs needs much. After it,
only a short remark beyond doubt is let through, for it is there that models go on.
"""

import math
from collections.abc import Collection

from assistant.language.phrases import has
from assistant.language.rarity import rarity
from assistant.practice.likeness import EVERYDAY, LISTS, beside, grounded, likeness
from assistant.practice.rules import Rules
from assistant.practice.talk_sense import leaning, nearest

RAN_ON = "ran_on"
"""The reason for leaving out what comes after the reply is whole: nothing was wrong with what was said before."""
DOUBTED = "not_the_buyer"
"""The reason for leaving out a sentence that breaks no rule and yet is hardly this buyer's."""
SAYS_IT, SAYS_MUCH = 0.55, 0.4
"""So near a line the buyer has for it, a sentence says what was staged; a little less near will do,"""
GROUNDED = 1 / 3
"""where so large a share of its words stands in some such line."""
STAGED, ACTS_STAGED = 0.3, 0.6
"""So likely the buyer's own must be what says what was staged, and so likely what agrees, offers, directs, praises or talks about the talk in it."""
UNSTAGED, NEW, ACTS = 0.5, 0.9, 0.92
"""What says something else needs more, more still with over ASIDE_WORDS words of its own that are not all everyday ones, or where it does
any of that;"""
MOST_WORDS = 4
"""with more than so many of its own it is another matter altogether, however it is put;"""
YIELDS, AS_GOOD_AS = ("consents", "commits", "asks_for_action"), 0.7
"""So does what gives way, unless it refuses in the same breath or comes as near as this;"""
NEARNESS, MEANT, MEANT_ACTS = 4, 0.25, 2.0
"""and by its meaning alone, its log odds and so much for how near it comes to what was staged, it must be worth this, what acts more."""
GROUNDED_YES, MEANT_YES = 0.25, 0.75
"""A yes or a farewell needs no more than this share of words, or few of its own, and this of meaning."""
ADDED = 0.9
"""and so likely what a model adds when all has been said,"""
EVERYDAY_ASIDE, NOTHING_NEW = 0.65, 0.25
"""unless the words it adds are everyday ones, or it adds none;"""
ASIDE_WORDS = 2
"""always with so many content words of its own at most."""


def doubt(sentence: str, rules: Rules, whole: bool) -> str:
    """Why a sentence that breaks no rule is not believed to be this buyer's: what goes on after the reply is whole must be beyond doubt."""
    if whole:
        sure = _meant(sentence, rules) >= MEANT and likeness(sentence, rules.talk, whole) >= _sure_enough(sentence, rules)
        return "" if sure else RAN_ON
    if rules.free:
        few = len(beside(sentence, rules.talk)) <= ASIDE_WORDS or grounded(sentence, rules.talk) >= GROUNDED_YES
        return "" if few and _meant(sentence, rules) >= MEANT_YES else DOUBTED
    return "" if likeness(sentence, rules.talk) >= _likely_enough(sentence, rules) else DOUBTED


def _likely_enough(sentence: str, rules: Rules) -> float:
    """How likely the buyer's own a sentence must be before all was said."""
    acts = any(has(name, sentence, rules.language) for name in LISTS)
    yields = any(has(name, sentence, rules.language) for name in YIELDS) and not has("refuses", sentence, rules.language)
    near = nearest(sentence, rules.talk.lines, rules.language)
    says_it = near >= SAYS_IT or (near >= SAYS_MUCH and grounded(sentence, rules.talk) >= GROUNDED)
    if near >= AS_GOOD_AS or (says_it and not yields):
        return ACTS_STAGED if acts else STAGED
    own = beside(sentence, rules.talk)
    if len(own) > MOST_WORDS or _meant(sentence, rules) < (MEANT_ACTS if acts else MEANT):
        return math.inf
    if acts:
        return ACTS
    return UNSTAGED if len(own) <= ASIDE_WORDS or not _strange(own, rules) else NEW


def _strange(words: Collection[str], rules: Rules) -> bool:
    """Whether any of them belongs to some trade: how everybody feels needs none."""
    return any(rarity(word, rules.language) > EVERYDAY for word in words)


def _meant(sentence: str, rules: Rules) -> float:
    """What its meaning alone is worth: its log odds, and how near it comes to what was staged."""
    return leaning(sentence, rules.language) + NEARNESS * nearest(sentence, rules.talk.lines, rules.language)


def _sure_enough(sentence: str, rules: Rules) -> float:
    """How likely the buyer's own a further remark must be: the less, the less of its own it says. One that agrees, offers, directs, praises or
    talks about the talk must be as sure as one about something new."""
    own = beside(sentence, rules.talk)
    if len(own) > ASIDE_WORDS:
        return math.inf
    if _strange(own, rules) or any(has(name, sentence, rules.language) for name in LISTS):
        return ADDED
    return EVERYDAY_ASIDE if own else NOTHING_NEW
