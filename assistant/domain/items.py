"""The plain items: what the rep did, 0 to 2 or no occasion for it. A judge answers them and a trainer does, so that the two can be compared."""

from collections import defaultdict
from collections.abc import Sequence
from statistics import fmean

from assistant.domain.scorecard import JudgedItem, Scorecard
from assistant.domain.words import Dimension

ITEMS: dict[str, Dimension] = {
    "takes_up": "warm", "asks_on": "warm", "lets_talk": "warm",
    "builds_on": "human", "only_for_them": "human",
    "answers_first": "fast", "fixes_next": "fast",
    "explores": "professional", "their_reason": "professional", "grounds": "professional",
}  # fmt: skip
"""Each item's anchors and examples are the part of that name in `prompts/judge.*.md`."""
CONTROLS = {"speaks": 2, "in_verse": 0}
"""Items that count for nothing and whose answer is known: whoever reads the conversation gets them right, whoever gives one value to everything
does not."""
ASKED = (*ITEMS, *CONTROLS)
VALUES = (2, 1, 0)
MOST = 2
"""The highest value of an item."""


def verdicts(items: Sequence[JudgedItem]) -> dict[Dimension, float]:
    """0-1 of every dimension of which more items are certain than uncertain: the mean of those that are."""
    by_dimension: dict[Dimension, list[JudgedItem]] = defaultdict(list)
    for one in items:
        by_dimension[one.dimension].append(one)
    certain = {dimension: [one.value / MOST for one in found if not one.uncertain] for dimension, found in by_dimension.items()}
    return {dimension: fmean(values) for dimension, values in certain.items() if 2 * len(values) > len(by_dimension[dimension])}


def verdict_of(card: Scorecard, dimension: Dimension) -> float | None:
    """0-1 by the judge; None where none was heard or too little was certain."""
    judging = card.made_by.judging
    return verdicts(judging.items).get(dimension) if judging and card.made_by.judge_failed is None else None
