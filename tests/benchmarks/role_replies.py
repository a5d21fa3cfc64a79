"""Good and bad replies of a model to what was staged, in all eight deals: what of them reaches the screen.

    python -m tests.benchmarks.role_replies [dev|held|unseen] [--language ko|en] [--list]

Each case of `role/*_replies` holds a talk, the move decided on and its gist; they stand in the file, so that a change of the buyer's mind
does not change what is measured. A bad reply got through when any sentence of what stands in [[...]] was shown. A good one was blocked when
any of it was replaced, cut when one remark before or after what was staged was left out and the rest is the model's own, given a fact when the
embedded voice told what the model had left out. `--list` shows the dev cases that went wrong; the others, which taught the guard nothing, are
never shown: `held` is the first such set, `unseen` the second, written when the guard knew the first one's figures.
"""

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, get_args

import yaml

from assistant.domain.roleplay import Move, PlayedTurn
from assistant.domain.scenario import Scenario
from assistant.domain.words import Language
from assistant.language.surface import squeezed
from assistant.ports import Message
from assistant.practice.doubt import DOUBTED, RAN_ON
from assistant.practice.mind import at_first
from assistant.practice.model_voice import Staged, voiced
from assistant.practice.own_lines import general_lines
from assistant.practice.sentences import sentences
from assistant.practice.wordings import wordings_for
from assistant.prompt_file import read_prompt
from assistant.scenarios import read_scenario
from tests.benchmarks.figures import ROOT
from tests.benchmarks.role import LINES, Rate


class Reciter:
    """A model that says one thing."""

    name = "reciter"

    def __init__(self, text: str) -> None:
        self._text = text

    def stream(self, messages: Sequence[Message]) -> Iterator[str]:
        yield from (self._text[at : at + 5] for at in range(0, len(self._text), 5))


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one reply. `kind`: 'good' or what is bad about it."""

    case: int
    kind: str
    say: str
    shown: str
    replaced: tuple[str, ...]

    @property
    def through(self) -> bool:
        inside = self.say.split("[[", 1)[1].rsplit("]]", 1)[0]
        shown = {squeezed(one).strip(".,!?") for one in sentences(self.shown)}
        return any(squeezed(one).strip(".,!?") in shown for one in sentences(inside)) or squeezed(inside) in squeezed(self.shown)

    @property
    def helped(self) -> bool:
        """Whether the embedded voice said some of it."""
        own = squeezed(self.say)
        return any(squeezed(one).strip(".,!?") not in own for one in sentences(self.shown))

    @property
    def blocked(self) -> bool:
        reasons = set(self.replaced) - {RAN_ON}
        return bool(reasons - {DOUBTED}) or (bool(reasons) and self.helped)

    @property
    def completed(self) -> bool:
        """Whether it told a fact that the model had left out."""
        return not self.blocked and self.helped

    @property
    def cut(self) -> bool:
        return bool(self.replaced) and not self.blocked


def cases(which: str, language: Language) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = yaml.safe_load((LINES / f"{which}_replies.{language}.yaml").read_text(encoding="utf-8"))
    return found


def staged_case(case: dict[str, Any], scenario: Scenario, language: Language) -> Staged:
    told: dict[str, Any] = {name: tuple(value) if isinstance(value, list) else value for name, value in case["move"].items()}
    now = datetime(2026, 1, 5, tzinfo=UTC)
    turns = tuple(PlayedTurn(at, "rep" if at % 2 else "buyer", text, now) for at, text in enumerate(case["talk"]))
    mind = at_first(scenario, 2)
    move, wordings = Move(**told), wordings_for(ROOT / "knowledge" / "voice", scenario, language)
    general = general_lines(move, scenario, language, wordings)
    return Staged(move, mind, scenario, language, turns, tuple(sentences(case["gist"])), general=general)


def outcomes(which: str, language: Language, only: Sequence[int] | None = None) -> Iterator[Outcome]:
    prompt = read_prompt(ROOT / "prompts" / f"buyer.{language}.md")
    for number, case in enumerate(cases(which, language)):
        if only is not None and number not in only:
            continue
        scenario = read_scenario(ROOT / "knowledge" / "scenarios" / f"{case['deal']}.yaml")
        staged = staged_case(case, scenario, language)
        for kind, say in [*(("good", one) for one in case["good"]), *((one["kind"], one["say"]) for one in case["bad"])]:
            shown: list[str] = []
            replaced = voiced(Reciter(say.replace("[[", "").replace("]]", "")).stream, prompt, staged, shown.append)
            yield Outcome(number, kind, say, " ".join(shown), tuple(replaced))


def table(found: Sequence[Outcome]) -> None:
    good = [one for one in found if one.kind == "good"]
    bad = [one for one in found if one.kind != "good"]
    print(f"  bad replies that got through     {Rate(sum(one.through for one in bad), len(bad))}")
    print(f"  good replies blocked             {Rate(sum(one.blocked for one in good), len(good))}")
    print(f"  good replies, a remark left out  {Rate(sum(one.cut for one in good), len(good))}")
    through, tried = Counter(one.kind for one in bad if one.through), Counter(one.kind for one in bad)
    print(f"  good replies given a fact        {Rate(sum(one.completed for one in good), len(good))}")
    print("  through, by kind: " + ", ".join(f"{kind} {through[kind]}/{tried[kind]}" for kind in sorted(tried)))


def listed(found: Sequence[Outcome]) -> None:
    for one in found:
        if (one.kind != "good" and one.through) or (one.kind == "good" and (one.blocked or one.cut)):
            print(f"    {one.case} {one.kind} {','.join(one.replaced)}: {one.say}")


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("which", choices=("dev", "held", "unseen"), nargs="?", default="unseen")
    options.add_argument("--language", choices=get_args(Language))
    options.add_argument("--list", action="store_true")
    given = options.parse_args()
    for language in [given.language] if given.language else get_args(Language):
        print(language, given.which)
        found = list(outcomes(given.which, language))
        table(found)
        if given.list and given.which == "dev":
            listed(found)


if __name__ == "__main__":
    main()
