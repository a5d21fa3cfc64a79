"""The good rep of swapped sides against the real buyer: does the talk come to a next step, without pressure and without repeating itself?

    python -m tests.benchmarks.good_rep [--seeds N] [--scenario ID] [--level N] [--language ko|en] [--show N]

Offline and reproducible, through the real ears, mind and voice. `--show` prints conversations instead of the table.
"""

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import product
from statistics import median

from assistant.domain.roleplay import Level, PlayedTurn, RolePlay
from assistant.domain.scenario import Scenario
from assistant.domain.words import LANGUAGES, Language
from assistant.language.analysis import warm_up
from assistant.language.surface import letters_of
from assistant.perception import hear
from assistant.practice.buyer import Buyer
from assistant.practice.endings import ended_by
from assistant.practice.good_rep import good_line
from assistant.practice.repertoire import repertoire
from assistant.practice.sentences import sentences
from assistant.practice.sides import MOST_TURNS
from assistant.settings import HOME
from tests.benchmarks.buyer import scenarios

SEEDS = 3
NOW = datetime(2026, 11, 2, 9, tzinfo=UTC)
KNOWLEDGE = HOME / "knowledge"


@dataclass(frozen=True, slots=True)
class Played:
    scenario: Scenario
    role_play: RolePlay

    @property
    def committed(self) -> bool:
        mind = self.role_play.mind()
        return mind is not None and mind.agreed

    @property
    def lines(self) -> tuple[str, ...]:
        return tuple(turn.text for turn in self.role_play.turns if turn.speaker == "rep")

    def pressed(self) -> list[str]:
        """The rep's turns in which the buyer would hear pressure or contempt."""
        turns, language = self.role_play.turns, self.role_play.language
        pairs = [(turns[at - 1].text, turn.text) for at, turn in enumerate(turns) if turn.speaker == "rep"]
        return [said for before, said in pairs if hear(said, before, self.scenario.topics, language).did("pressure", "contempt", "discount")]

    def repeated(self) -> list[str]:
        said = [letters_of(sentence) for line in self.lines for sentence in sentences(line)]
        return sorted({sentence for sentence in said if said.count(sentence) > 1})


def play(scenario: Scenario, language: Language, level: Level, seed: int) -> Played:
    """One talk of the good rep with this buyer, to the next step, the buyer's leaving or the last turn."""
    lines = repertoire(KNOWLEDGE / "good_reps", scenario, language)
    if lines is None:
        raise ValueError(f"no good rep for {scenario.id}")
    buyer = Buyer(HOME / "prompts", KNOWLEDGE / "voice", lambda *_: [], None)
    role_play = RolePlay("1", "rep", scenario.id, scenario.version, language, level, seed, NOW)
    greeting = buyer.greeting(scenario, role_play)
    role_play = replace(role_play, turns=(PlayedTurn(0, "buyer", greeting.text, NOW, record=greeting.record),))
    for number in range(1, MOST_TURNS + 1):
        said = PlayedTurn(len(role_play.turns), "rep", good_line(lines, scenario, role_play.turns, seed).text, NOW)
        role_play = replace(role_play, turns=(*role_play.turns, said))
        spoken = buyer.reply(scenario, role_play, lambda _: None)
        answer = PlayedTurn(len(role_play.turns), "buyer", spoken.text, NOW, record=spoken.record)
        role_play = replace(role_play, turns=(*role_play.turns, answer))
        if spoken.record.mind.agreed or ended_by(spoken.move, spoken.record.mind, number):
            break
    return Played(scenario, role_play)


def played(deals: Sequence[Scenario], languages: Sequence[Language], levels: Sequence[Level], seeds: Sequence[int]) -> Iterator[Played]:
    warm_up()
    for deal, language, level, seed in product(deals, languages, levels, seeds):
        yield play(deal, language, level, seed)


def table(plays: Sequence[Played]) -> str:
    """One line a deal and language, then all of them."""
    keys = sorted({(one.scenario.id, one.role_play.language) for one in plays})
    rows = [
        (f"{deal} {language}", [one for one in plays if (one.scenario.id, one.role_play.language) == (deal, language)]) for deal, language in keys
    ]
    return "\n".join(_row(name, some) for name, some in [*rows, ("all", list(plays))])


def _row(name: str, plays: Sequence[Played]) -> str:
    share = sum(one.committed for one in plays) / len(plays)
    turns = median(len(one.lines) for one in plays)
    pressed, repeated = sum(len(one.pressed()) for one in plays), sum(len(one.repeated()) for one in plays)
    return f"{name:<34} next step {share:>4.0%} of {len(plays)}   turns {turns:>4g}   pressed {pressed}   repeated {repeated}"


def conversation(one: Played) -> str:
    lines = [f"=== {one.scenario.id} {one.role_play.language} level {one.role_play.level} seed {one.role_play.seed}"]
    for turn in one.role_play.turns:
        lines.append(f"{turn.speaker[0].upper()}  {turn.text}")
        if turn.record:
            mind, move = turn.record.mind, turn.record.move
            felt = " ".join(why.why for why in turn.record.felt)
            lines.append(f"   [{move.kind} {move.because} {move.objection or ''} trust {mind.trust:.2f} patience {mind.patience:.2f} | {felt}]")
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--seeds", type=int, default=SEEDS)
    parser.add_argument("--scenario")
    parser.add_argument("--level", type=int, choices=(1, 2, 3), default=2)
    parser.add_argument("--language", choices=LANGUAGES)
    parser.add_argument("--show", type=int, default=0)
    parser.add_argument("--pressed", action="store_true", help="the turns in which the buyer would hear pressure")
    options = parser.parse_args()
    languages = (options.language,) if options.language else LANGUAGES
    plays = list(played(scenarios(options.scenario), languages, (options.level,), range(options.seeds)))
    if options.pressed:
        print("\n".join(line for one in plays for line in one.pressed()))
    print("\n\n".join(map(conversation, plays[: options.show])) if options.show else table(plays))


if __name__ == "__main__":
    main()
