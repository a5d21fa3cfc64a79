"""Every line this buyer has for what a move says: the scenario's own, and those any buyer of their manner would say. Pure."""

from collections.abc import Iterator

from assistant.domain.roleplay import Move
from assistant.domain.scenario import Scenario
from assistant.domain.words import Language, Lines
from assistant.practice.taking_up import taking_up
from assistant.practice.wordings import Wordings


def kin_texts(move: Move, scenario: Scenario, language: Language) -> tuple[str, ...]:
    """Every line of the scenario for what the move says."""
    lines, buyer = scenario.lines, scenario.buyer
    pools = [scenario.fact(fact).lines for fact in (*move.tell, *move.volunteer)]
    pools += [scenario.objection(move.objection).lines] if move.objection else []
    pools += [scenario.objection(move.settle).settled] if move.settle else []
    pools += [scenario.plain_answer(move.plain).lines] if move.plain else []
    pools += [one.lines for one in buyer.curiosities if one.id == move.ask]
    by_kind: dict[str, tuple[Lines, ...]] = {
        "deflect": (lines.deflect, lines.unforeseen), "clarify": (lines.unforeseen, lines.deflect), "bored": (lines.bored,), "stall": (lines.stall,),
        "not_now": (lines.not_now,), "agree": (lines.accept,), "leave": (lines.leave, lines.not_now), "warn": (lines.bored,),
    }  # fmt: skip
    return tuple(line for pool in (*pools, *by_kind.get(move.kind, ())) for line in pool.in_(language))


def general_lines(move: Move, scenario: Scenario, language: Language, wordings: Wordings) -> tuple[str, ...]:
    """Every general wording for it: of the reaction, of what leads up to what is added, of what stands in for the scenario's own lines."""
    lines = [line for slot in dict.fromkeys(_slots(move)) if slot for line in wordings.of(slot, scenario.buyer.manner)]
    return tuple(line for line in taking_up(lines, move.about, language) if "{" not in line)


def _slots(move: Move) -> Iterator[str]:
    yield from (move.react, move.bridge, move.instead)
    yield {"deflect": "deflect", "clarify": "unforeseen", "bored": "bored", "stall": "stall", "agree": "agreed"}.get(move.kind, "")
    if len(move.tell) + bool(move.plain) > 1:
        yield "besides"
    if move.plain or move.react in {"recall", "say_again"}:
        yield "told_before"
    if move.because == "out_of_patience":
        yield "time_up"
