"""Does a redo tell a better try from the same again? Poor manners of selling are advised, and go back to the moment of the advice for three turns.

    python -m tests.benchmarks.redo [--quick]

Once an excellent rep takes over there, once the same manner goes on in other words. Printed: how often the verdict on the advised measure says
better, same, less, or that nothing called for it. The first row should say better much more often than the second.
"""

import sys
from collections import Counter
from random import Random

from assistant.domain.roleplay import Branch
from assistant.domain.scenario import Scenario
from assistant.domain.scorecard import Verdict
from assistant.domain.transcript import Transcript, Turn
from assistant.domain.words import LANGUAGES, Language
from assistant.scenarios import Library
from assistant.scoring import read_rubric, score
from assistant.scoring.redone import redone
from assistant.scoring.rubric import Rubric
from assistant.scoring.talk import talk_of
from assistant.settings import HOME
from tests.benchmarks.reps.playing import Played, play
from tests.benchmarks.reps.styles import STYLES, Style
from tests.benchmarks.reps.talk import Part, Talk

POOR = ("decent", "hesitant", "product-pusher", "script-reader")
TURNS = 3
VERDICTS: tuple[Verdict, ...] = ("better", "same", "worse", "unseen")
AGAIN = "again"
"""The manner under which a redo is played; put into the table of manners for as long as it lasts."""


def transcript(played: Played, most: int | None = None) -> Transcript:
    """`most`: exchanges."""
    turns = [Turn(0, "buyer", played.opening)]
    for one in played.exchanges[:most]:
        turns += [Turn(len(turns), "rep", one.line), Turn(len(turns) + 1, "buyer", one.reply)]
    return Transcript(None, tuple(turns), played.language, played.scenario.id)


def taken_over(first: Style, then: Style, at: int, other_words: bool) -> Style:
    """The first manner's own talk up to its turn `at`, word for word; from there on the other's, or its own with other dice."""

    def speaks(talk: Talk) -> list[Part]:
        if talk.turn == at and other_words:
            talk.dice = Random(f"again {at}")
        return (first if talk.turn < at else then)(talk)

    return speaks


def verdict(scenario: Scenario, language: Language, style: str, then: str, rubric: Rubric) -> Verdict | None:
    """None where nothing was advised."""
    first = play(scenario, 2, language, style, 1)
    tried = score(transcript(first), rubric=rubric, scenario=scenario).try_next
    if tried is None:
        return None
    at = tried.turn // 2
    STYLES[AGAIN] = taken_over(STYLES[style], STYLES[then], at, other_words=then == style)
    try:
        second = play(scenario, 2, language, AGAIN, 1)
    finally:
        del STYLES[AGAIN]
    assert [one.line for one in second.exchanges[:at]] == [one.line for one in first.exchanges[:at]]
    before, after = (talk_of(one, language, scenario) for one in (transcript(first), transcript(second, at + TURNS)))
    found = redone(before, after, Branch("first", tried.turn, TURNS, tried.measure), rubric)
    return found.verdict if found else None


def main() -> None:
    rubric = read_rubric(HOME / "knowledge" / "rubrics" / "default.yaml")
    deals = Library(HOME / "knowledge" / "scenarios").all()[: 3 if "--quick" in sys.argv else None]
    for language in LANGUAGES:
        for name, other in (("an excellent rep takes over", "excellent"), ("the same manner, other words", None)):
            found = Counter(one for deal in deals for style in POOR if (one := verdict(deal, language, style, other or style, rubric)) is not None)
            shares = "  ".join(f"{one} {found[one] / found.total():4.0%}" for one in VERDICTS)
            print(f"{language}  {name:30} {shares}  of {found.total()}")


if __name__ == "__main__":
    main()
