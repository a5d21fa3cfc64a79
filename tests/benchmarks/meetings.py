"""How true the other settings are: a table of several, a gatekeeper, a later call; every scenario that has them, both languages.

    python -m tests.benchmarks.meetings [--seeds N] [--scenario ID] [--level N] [--show SETTING]

Offline and reproducible, through the real ears, minds and voice. Beside the buyer benchmark because the settings are played turn by turn as
role-plays. `--show` prints the first conversations of a setting instead.
"""

import argparse
from collections.abc import Callable, Sequence
from itertools import product

from assistant.domain.roleplay import GATEKEEPER, Level, RolePlay
from assistant.domain.scenario import Scenario
from assistant.domain.table import face_of, person_of
from assistant.domain.words import LANGUAGES, Language
from assistant.language.analysis import warm_up
from assistant.practice.levels import LEVELS
from assistant.practice.promises import promised
from tests.benchmarks.buyer import printed, scenarios
from tests.benchmarks.reps.figures import Row
from tests.benchmarks.reps.meetings import at_the_door, played, rep

SEEDS = 2
Check = Callable[[Scenario, RolePlay], bool]
Talks = Sequence[tuple[Scenario, RolePlay]]
Case = tuple[Scenario, Level, Language, int]
Cases = Sequence[Case]


def committee_rows(cases: Cases) -> list[Row]:
    cases = [one for one in cases if one[0].committee]
    if not cases:
        return []
    to_all = [(case[0], at_table(case, "excellent", everybody=True)) for case in cases]
    to_one = [(case[0], at_table(case, "excellent", only_buyer=True)) for case in cases]
    pushers = [(case[0], at_table(case, "product-pusher")) for case in cases]
    closers = [(case[0], at_table(case, "pressure-closer")) for case in cases]
    everything = [*to_all, *to_one, *pushers, *closers]
    wrong = sum(told_anothers(deal, talk) for deal, talk in everything)
    return [
        row("table: a good rep who speaks to everybody reaches the next step", share(to_all, committed), ">= 60 %", at_least=0.6),
        row("table: the same rep, to the buyer alone", share(to_one, committed), "<= 20 %", at_most=0.2),
        row("table: product-pusher reaches it", share(pushers, committed), "<= 10 %", at_most=0.1),
        row("table: pressure-closer is left alone", share(closers, walked_away), ">= 85 %", at_least=0.85),
        row("table: everybody has spoken to the good rep", share(to_all, all_spoke), ">= 95 %", at_least=0.95),
        row("table: somebody disagreed aloud", share(to_all, disagreed), ">= 50 %", at_least=0.5),
        row("table: facts told by one whose they are not", float(wrong), "0", at_most=0.0, count=True),
        row("same sentence twice on the buyer's side", float(sum(repeats(talk) for _, talk in everything)), "0", at_most=0.0, count=True),
    ]


def gate_rows(cases: Cases) -> list[Row]:
    cases = [one for one in cases if one[0].gatekeeper]
    if not cases:
        return []

    def put_through(manner: str) -> float:
        return share([(case[0], at_gate(case, manner)) for case in cases], through)

    return [
        row("gate: says who and why, and holds on: put through", put_through("plain"), ">= 95 %", at_least=0.95),
        row("gate: product-pusher put through", put_through("product-pusher"), "<= 5 %", at_most=0.05),
        row("gate: pressure-closer put through", put_through("pressure-closer"), "<= 5 %", at_most=0.05),
        row("gate: liar put through", put_through("liar"), "0 %", at_most=0.0),
        row("gate: one-word put through", put_through("one-word"), "0 %", at_most=0.0),
    ]


def later_rows(cases: Cases) -> list[Row]:
    talks: list[tuple[Scenario, RolePlay]] = []
    opened: list[bool] = []
    guarded: list[bool] = []
    for case in cases:
        for style in ("decent", "pressure-closer"):
            first, later = called_again(case, style)
            opening = later.turns[0]
            owed = promised(first.turns, first.language)
            if owed:
                opened.append(any(one in opening.text for one in owed))
            if first.ended and first.ended.outcome == "walked_away":
                guarded.append(opening.record is not None and opening.record.mind.mood == "guarded")
            if style == "decent":
                talks.append((case[0], later))
    return [
        row("later: the opening quotes what was promised", mean(opened), "100 %", at_least=1.0),
        row("later: after they walked away it opens guarded", mean(guarded), "100 %", at_least=1.0),
        row("later: a good rep reaches the next step after a decent first call", share(talks, committed), ">= 60 %", at_least=0.6),
        row("later: facts of the first call told again as new", float(sum(told_as_new(talk) for _, talk in talks)), "0", at_most=0.0, count=True),
        row("later: something has happened meanwhile", share(talks, news), ">= 80 %", at_least=0.8),
    ]


def at_table(case: Case, style: str, everybody: bool = False, only_buyer: bool = False) -> RolePlay:
    deal, level, language, seed = case
    turns_to = tuple(one.id for one in deal.people()) if everybody else ()
    return played(deal, level, language, seed, "committee", rep(deal, language, style, seed, turns_to, only_buyer))


def at_gate(case: Case, manner: str) -> RolePlay:
    deal, level, language, seed = case
    return played(deal, level, language, seed, "gatekeeper", at_the_door(deal, language, manner, seed))


def called_again(case: Case, style: str) -> tuple[RolePlay, RolePlay]:
    """A first call in this manner, and a later one by an excellent rep."""
    deal, level, language, seed = case
    first = played(deal, level, language, seed, "alone", rep(deal, language, style, seed))
    mind = first.mind()
    says = rep(deal, language, "excellent", seed + 50, knows=mind.revealed if mind else ())
    return first, played(deal, level, language, seed + 50, "follow_up", says, first)


def committed(deal: Scenario, talk: RolePlay) -> bool:
    return talk.ended is not None and talk.ended.outcome == "committed"


def walked_away(deal: Scenario, talk: RolePlay) -> bool:
    return talk.ended is not None and talk.ended.outcome == "walked_away"


def through(deal: Scenario, talk: RolePlay) -> bool:
    return any(turn.record and turn.record.gate and turn.record.gate.through for turn in talk.turns)


def all_spoke(deal: Scenario, talk: RolePlay) -> bool:
    return {one.id for one in deal.people()} <= {turn.person for turn in talk.turns}


def disagreed(deal: Scenario, talk: RolePlay) -> bool:
    return any(turn.record and turn.record.move.kind == "differ" for turn in talk.turns)


def news(deal: Scenario, talk: RolePlay) -> bool:
    events = {one.id for one in deal.follow_up.meanwhile} if deal.follow_up else set()
    return any(turn.record and turn.record.move.ask in events for turn in talk.turns)


def told_anothers(deal: Scenario, talk: RolePlay) -> int:
    wrong = 0
    for turn in talk.turns:
        person = person_of(deal, turn.person)
        own = {fact.id for fact in (person.facts if person else deal.facts)}
        told = {*turn.record.move.tell, *turn.record.move.volunteer} if turn.record else set()
        unsaid = set(deal.committee.unsaid) if deal.committee and turn.person is None else set()
        wrong += len(told - own) + len(told & unsaid)
    return wrong


def told_as_new(talk: RolePlay) -> int:
    wrong = 0
    for turn in talk.turns:
        if turn.record and turn.record.move.because not in {"told_last_time", "says_more"}:
            again = set(turn.record.mind.told_earlier) & {*turn.record.move.tell, *turn.record.move.volunteer}
            wrong += len(again)
    return wrong


def repeats(talk: RolePlay) -> int:
    said = [turn.text for turn in talk.turns if turn.speaker == "buyer"]
    return len(said) - len(set(said))


def share(talks: Talks, holds: Check) -> float:
    return mean([holds(deal, talk) for deal, talk in talks])


def mean(values: Sequence[bool]) -> float:
    return sum(values) / len(values) if values else 1.0


def row(name: str, value: float, goal: str, at_least: float = 0.0, at_most: float = 1.0, count: bool = False) -> Row:
    figure = f"{value:.0f}" if count else f"{value:.0%}"
    return Row(name, figure, goal, (value <= at_most) if count else at_least <= value <= at_most)


def conversation(deal: Scenario, talk: RolePlay) -> str:
    ended = f"{talk.ended.outcome} {talk.ended.why}" if talk.ended else ""
    lines = [f"=== {deal.id} {talk.setting} level {talk.level} {talk.language}: {ended}"]
    for turn in talk.turns:
        name = face_of(deal, turn.person).name.in_(talk.language) if turn.speaker == "buyer" else "R"
        lines.append(f"{name}: {turn.text}")
        if turn.record:
            others = " ".join(f"{one.person} {one.mind.trust:.2f}/{one.mind.patience:.2f}" for one in turn.record.people)
            mind, move = turn.record.mind, turn.record.move
            lines.append(f"   [{move.kind} {move.because} buyer {mind.trust:.2f}/{mind.patience:.2f} {others}]")
    return "\n".join(lines)


def shown(setting: str, cases: Cases) -> str:
    case = next(one for one in cases if setting == "follow_up" or getattr(one[0], setting) is not None)
    if setting == "committee":
        return conversation(case[0], at_table(case, "excellent", everybody=True))
    return conversation(case[0], at_gate(case, "plain") if setting == GATEKEEPER else called_again(case, "decent")[1])


def main() -> None:
    options = _options()
    warm_up()
    levels: list[Level] = [options.level] if options.level else [*LEVELS]
    languages: list[Language] = [options.language] if options.language else [*LANGUAGES]
    cases = list(product(scenarios(options.scenario), levels, languages, range(options.seeds)))
    if options.show:
        print(shown(options.show, cases))
        return
    print(printed([*committee_rows(cases), *gate_rows(cases), *later_rows(cases)]))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--seeds", type=int, default=SEEDS)
    parser.add_argument("--scenario")
    parser.add_argument("--level", type=int, choices=[*LEVELS])
    parser.add_argument("--language", choices=LANGUAGES)
    parser.add_argument("--show", choices=["committee", "gatekeeper", "follow_up"])
    return parser.parse_args()


if __name__ == "__main__":
    main()
