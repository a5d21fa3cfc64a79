"""Whether a sentence that breaks no rule is believed to be this buyer's: how likely it is, and how likely it must be for what it does and when. Pure.

Before all that was staged has been said, what says it needs little; what says something else, agrees, offers or directs needs much. After it,
only a short remark beyond doubt is let through, for it is there that models go on.
"""

import math

from assistant.language.phrases import has
from assistant.language.rarity import rarity
from assistant.practice.likeness import EVERYDAY, LISTS, beside, grounded, likeness
from assistant.practice.rules import Rules

RAN_ON = "ran_on"
"""The reason for leaving out what comes after the reply is whole: nothing was wrong with what was said before."""
DOUBTED = "not_the_buyer"
"""The reason for leaving out a sentence that breaks no rule and yet is hardly this buyer's."""
STAGED, UNSTAGED = 0.3, 0.6
"""So likely the buyer's own must a sentence be while the reply is not whole yet, one that says what was staged and one that does not,"""
ACTS_STAGED, ACTS = 0.6, 0.95
"""and one that agrees, offers, directs, praises or talks about the talk;"""
GROUNDED = 1 / 3
"""of whose words so large a share stands in some line the buyer has for it;"""
OF_ITS_OWN, STRANGE = 5, 3
"""with so many words neither staged nor said yet, so many of them nowhere in the deal, and hardly any that were staged, it is another matter
altogether, however it is put;"""
GROUNDED_YES = 0.25
"""a yes or a farewell needs no more than this, or few words of its own;"""
ADDED = 0.9
"""and so likely what a model adds when all has been said,"""
EVERYDAY_ASIDE, NOTHING_NEW = 0.65, 0.25
"""unless the words it adds are everyday ones, or it adds none;"""
ASIDE_WORDS = 2
"""always with so many content words of its own at most."""


def doubt(sentence: str, rules: Rules, whole: bool) -> str:
    """Why a sentence that breaks no rule is not believed to be this buyer's: what goes on after the reply is whole must be beyond doubt."""
    if whole:
        return "" if likeness(sentence, rules.talk, whole) >= _sure_enough(sentence, rules) else RAN_ON
    if rules.free:
        return "" if len(beside(sentence, rules.talk)) <= ASIDE_WORDS or grounded(sentence, rules.talk) >= GROUNDED_YES else DOUBTED
    return "" if likeness(sentence, rules.talk) >= _likely_enough(sentence, rules) else DOUBTED


def _likely_enough(sentence: str, rules: Rules) -> float:
    """How likely the buyer's own a sentence must be before all was said."""
    staged = grounded(sentence, rules.talk) >= GROUNDED
    own = beside(sentence, rules.talk)
    if not staged and len(own) >= OF_ITS_OWN and sum(word not in rules.talk.open for word in own) >= STRANGE:
        return math.inf
    if any(has(name, sentence, rules.language) for name in LISTS):
        return ACTS_STAGED if staged else ACTS
    return STAGED if staged else UNSTAGED


def _sure_enough(sentence: str, rules: Rules) -> float:
    """How likely the buyer's own a further remark must be: the less, the less of its own it says. One that agrees, offers, directs, praises or
    talks about the talk must be as sure as one about something new."""
    own = beside(sentence, rules.talk)
    if len(own) > ASIDE_WORDS:
        return math.inf
    new = any(rarity(word, rules.language) > EVERYDAY for word in own)
    if new or any(has(name, sentence, rules.language) for name in LISTS):
        return ADDED
    return EVERYDAY_ASIDE if own else NOTHING_NEW
