"""How true the buyer is: every scenario, level and language against ten manners of selling, through the real ears, mind and voice.

    python -m tests.benchmarks.buyer [--quick] [--seeds N] [--scenario ID] [--level N] [--language ko|en] [--style NAME]
                                     [--show N] [--as-meant] [--misheard FILE]

Offline and reproducible. `--show` prints conversations instead of the table; `--as-meant` gives the buyer what the rep's lines are meant to do,
to tell the mind's faults from perception's; `--misheard` writes where the two differ.
"""

import argparse
from collections.abc import Iterator, Sequence
from itertools import product
from pathlib import Path
from time import perf_counter

from assistant.domain.roleplay import Level
from assistant.domain.scenario import Scenario
from assistant.domain.words import LANGUAGES, Language
from assistant.language.analysis import warm_up
from assistant.practice.levels import LEVELS
from assistant.scenarios import read_scenario
from assistant.settings import HOME
from tests.benchmarks.reps import misheard
from tests.benchmarks.reps.figures import Row, next_step, of, rows
from tests.benchmarks.reps.playing import Played, play
from tests.benchmarks.reps.styles import STYLES

SCENARIOS = HOME / "knowledge" / "scenarios"
SEEDS = 3


def scenarios(only: str | None = None) -> list[Scenario]:
    return [read_scenario(path) for path in sorted(SCENARIOS.glob("*.yaml")) if only in {None, path.stem}]


def played(
    deals: Sequence[Scenario],
    levels: Sequence[Level],
    languages: Sequence[Language],
    styles: Sequence[str],
    seeds: Sequence[int],
    as_meant: bool = False,
) -> Iterator[Played]:
    """Every combination, one after the other."""
    warm_up()
    for deal, level, language, style, seed in product(deals, levels, languages, styles, seeds):
        yield play(deal, level, language, style, seed, as_meant)


def conversation(one: Played) -> str:
    lines = [f"=== {one.scenario.id} level {one.level} {one.language} {one.style} seed {one.seed}: {one.outcome}", f"B  {one.opening}"]
    for turn in one.exchanges:
        mind, move = turn.decision.mind, turn.decision.move
        felt = " ".join(why.why for why in turn.decision.felt)
        lines += [
            f"R  {turn.line}",
            f"B  {turn.reply}",
            f"   [{move.kind} {move.because} trust {mind.trust:.2f} patience {mind.patience:.2f} | {felt}]",
        ]
    return "\n".join(lines)


def printed(table: Sequence[Row]) -> str:
    width = max(len(row.name) for row in table)
    return "\n".join(f"{'  ' if row.holds else '! '}{row.name:<{width}}  {row.figure:<22} {row.goal}" for row in table)


def by_deal(plays: Sequence[Played]) -> str:
    """Next steps of the excellent and the decent rep, one line a scenario: level 1, 2, 3."""
    lines = []
    for deal in sorted({one.scenario.id for one in plays}):
        here = [one for one in plays if one.scenario.id == deal]
        figures = [" ".join(f"{next_step(of(here, style, levels=(level,))):>4.0%}" for level in LEVELS) for style in ("excellent", "decent")]
        lines.append(f"  {deal:<28} excellent {figures[0]}   decent {figures[1]}")
    return "\n".join(lines)


def main() -> None:
    options = _options()
    began = perf_counter()
    plays = list(
        played(
            scenarios(options.scenario),
            [options.level] if options.level else [*LEVELS],
            [options.language] if options.language else [*LANGUAGES],
            [options.style] if options.style else [*STYLES],
            range(1 if options.quick else options.seeds),
            options.as_meant,
        )
    )
    if options.misheard:
        options.misheard.write_text(misheard.report(plays), encoding="utf-8")
    if options.show:
        print("\n\n".join(map(conversation, plays[: options.show])))
        return
    turns = sum(len(one.exchanges) for one in plays)
    print(f"{len(plays)} role-plays, {turns} turns, {perf_counter() - began:.0f} s\n")
    print(printed([*rows(plays)]))
    print("\nnext step by deal, levels 1 2 3")
    print(by_deal(plays))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--quick", action="store_true", help="one seed: under a minute")
    parser.add_argument("--seeds", type=int, default=SEEDS)
    parser.add_argument("--scenario")
    parser.add_argument("--level", type=int, choices=[*LEVELS])
    parser.add_argument("--language", choices=LANGUAGES)
    parser.add_argument("--style", choices=[*STYLES])
    parser.add_argument("--show", type=int, default=0)
    parser.add_argument("--as-meant", action="store_true")
    parser.add_argument("--misheard", type=Path)
    return parser.parse_args()


if __name__ == "__main__":
    main()
