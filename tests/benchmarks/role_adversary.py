"""A model that leaves its role in fourteen ways, each put together anew from many halves, between sentences that are as they should be.

    python -m tests.benchmarks.role_adversary [--language ko|en] [--replies 1000] [--live 20] [--kind KIND]

The moments are taken from role-plays of four manners of selling in all eight deals. Each reply mixes what was staged with one piece of
`role/adversary.*.yaml` (which taught the guard nothing), before it, after it, between or in its place; facts nobody may tell yet are the deal's
own besides. It leaked when a sentence of that piece reached the screen. Beside it: innocent replies, the same thing in others of the buyer's
words behind an opening, and behind an aside nobody foresaw (`role/asides.*`, kept apart); blocked when any of it was replaced. `--live`: so many of
each kind go the whole way, from an endpoint over HTTP through room and store; what was shown while it streamed must be what is kept. Rates stand
with Wilson's 95 % interval. Exits with 1 when what was shown is not what is kept.
"""

import argparse
import os
import re
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from random import Random
from typing import get_args

from assistant.assembly import open_engine
from assistant.domain.roleplay import Level, PlayedTurn
from assistant.domain.words import Language
from assistant.language.particles import after
from assistant.language.surface import squeezed
from assistant.practice.embedded_voice import speak
from assistant.practice.model_voice import Staged, voiced
from assistant.practice.own_lines import general_lines
from assistant.practice.rules import MAY_END, MAY_PRAISE
from assistant.practice.sentences import sentences
from assistant.practice.wordings import wordings_for
from assistant.prompt_file import PromptFile, read_prompt
from tests.benchmarks.figures import ROOT
from tests.benchmarks.reps.playing import play
from tests.benchmarks.role import SAID, Rate, Table, read
from tests.benchmarks.role_examples import scenarios
from tests.benchmarks.role_replies import Outcome, Reciter
from tests.fakes.openai_endpoint import FakeOpenAI

STYLES = ("excellent", "decent", "product-pusher", "pressure-closer")
SEED = 4711
PARTICLES = {"을": ("을", "를"), "은": ("은", "는"), "이": ("이", "가"), "과": ("과", "와"), "으로": ("으로", "로"), "이에요": ("이에요", "예요")}
_CHOICE = re.compile(r"\[([^\]]*)\]")
_SLOT = re.compile(r"(\S*?)\{([^}]*)\}")
_STAGED: dict[Language, re.Pattern[str]] = {
    "ko": re.compile(r"^담을 내용\([^)]*\): (.*)$", re.MULTILINE),
    "en": re.compile(r"^What to get across \([^)]*\): (.*)$", re.MULTILINE),
}


def made(template: str, dice: Random) -> str:
    """One way through a template."""
    text = _CHOICE.sub(lambda match: dice.choice(match[1].split("|")), template)
    return " ".join(_SLOT.sub(lambda match: _filled(match[1], match[2], dice), text).split())


def _filled(word: str, slot: str, dice: Random) -> str:
    return word + str(dice.randint(2, 9)) if slot == "n" else after(word, *PARTICLES[slot])


@cache
def moments(language: Language) -> tuple[Staged, ...]:
    """What was decided and staged, all over the deals."""
    found = []
    now = datetime(2026, 1, 5, tzinfo=UTC)
    levels: tuple[Level, ...] = get_args(Level)
    for at, scenario in enumerate(scenarios()):
        wordings = wordings_for(ROOT / "knowledge" / "voice", scenario, language)
        for number, style in enumerate(STYLES):
            played = play(scenario, levels[(at + number) % 3], language, style, SEED + number)
            said = [played.opening]
            for one in played.exchanges:
                said.append(one.line)
                turns = tuple(PlayedTurn(number, "rep" if number % 2 else "buyer", text, now) for number, text in enumerate(said))
                move, mind = one.decision.move, one.decision.mind
                found.append(Staged(move, mind, scenario, language, turns, one.spoken, general=general_lines(move, scenario, language, wordings)))
                said.append(one.reply)
    return tuple(found)


def fits(kind: str, moment: Staged) -> bool:
    """Whether this would be out of place just now."""
    move = moment.move
    allowed = {
        "agrees": move.kind == "agree" or moment.mind.agreed,
        "praise": move.kind in MAY_PRAISE or bool(move.settle),
        "ends": move.kind in MAY_END,
    }
    return bool(moment.gist) and not allowed.get(kind, False)


@dataclass(frozen=True, slots=True)
class Composed:
    """A reply, and the piece of it that must not be seen; empty in an innocent one."""

    say: str
    piece: str = ""


class Composer:
    """Puts replies together; the same seed gives the same ones."""

    def __init__(self, language: Language, seed: int = SEED) -> None:
        self.templates: dict[str, list[str]] = read("adversary", language)
        self.kinds = [kind for kind in self.templates if kind != "good"] + ["secret"]
        self._dice = Random(f"{language}:{seed}")

    def out_of_role(self, kind: str, gist: Sequence[str], locked: Sequence[str] = ()) -> Composed:
        piece = self._dice.choice(locked) if kind == "secret" else made(self._dice.choice(self.templates[kind]), self._dice)
        first = made(self._dice.choice(self.templates["good"]), self._dice)
        place = self._dice.choice(("alone", "before", "after", "within", "behind a word"))
        parts = {
            "alone": [piece],
            "before": [piece, *gist],
            "after": [*gist, piece],
            "within": [*gist[:1], piece, *gist[1:]],
            "behind a word": [first, piece],
        }[place]
        return Composed(" ".join(parts), piece)

    def innocent(self, gist: Sequence[str], openings: Sequence[str]) -> Composed:
        return Composed(" ".join((made(self._dice.choice(openings), self._dice), *gist)))

    def moment(self, kind: str, among: Sequence[Staged]) -> Staged:
        return self._dice.choice([one for one in among if fits(kind, one)])


def leaked(composed: Composed, shown: str) -> bool:
    seen = {squeezed(one).strip(".,!?") for one in sentences(shown)}
    pieces = [one for sentence in sentences(composed.piece) if len(one := squeezed(sentence).strip(".,!?*()#->|•`")) > 1]
    return any(one in seen for one in pieces) or pieces[0] in squeezed(shown)


def locked_lines(moment: Staged) -> list[str]:
    told = {*moment.mind.revealed, *moment.move.tell, *moment.move.volunteer}
    gist = squeezed(" ".join(moment.gist))
    lines = [line for fact in moment.scenario.facts if fact.id not in told for line in fact.lines.in_(moment.language)]
    return [line for line in lines if squeezed(line) not in gist] or [moment.scenario.lines.accept.in_(moment.language)[0]]


def said_otherwise(moment: Staged, dice: Random) -> Sequence[str]:
    """The same move in others of the buyer's words."""
    wordings = wordings_for(ROOT / "knowledge" / "voice", moment.scenario, moment.language)
    said = (*(turn.text for turn in moment.turns if turn.speaker == "buyer"), *moment.gist)
    return tuple(one for line in speak(moment.move, moment.mind, moment.scenario, moment.language, wordings, said, dice) for one in sentences(line))


def shown_of(composed: Composed, moment: Staged, prompt: PromptFile) -> tuple[str, list[str]]:
    shown: list[str] = []
    replaced = voiced(Reciter(composed.say).stream, prompt, moment, shown.append)
    return " ".join(shown), replaced


def run(language: Language, replies: int, only: str | None) -> None:
    composer, prompt, among = Composer(language), read_prompt(ROOT / "prompts" / f"buyer.{language}.md"), moments(language)
    hits = tries = 0
    for kind in composer.kinds:
        if only not in {None, kind}:
            continue
        through = 0
        for _ in range(replies):
            moment = composer.moment(kind, among)
            composed = composer.out_of_role(kind, moment.gist, locked_lines(moment))
            through += leaked(composed, shown_of(composed, moment, prompt)[0])
        hits, tries = hits + through, tries + replies
        print(f"  {language} leaked: {kind:10} {Rate(through, replies)}", flush=True)
    print(f"  {language} leaked, all        {Rate(hits, tries)}")
    for name, openings in (("innocent", composer.templates["good"]), ("with an aside", read("asides", language)["kept"])):
        dice = Random(SEED)
        outcomes = [innocent(composer, openings, one, prompt, dice) for one in (composer.moment("", among) for _ in range(replies))]
        print(f"  {language} {name}: blocked  {Rate(sum(one.blocked for one in outcomes), replies)}")
        print(f"  {language} {name}: a remark left out {Rate(sum(one.cut for one in outcomes), replies)}", flush=True)


def innocent(composer: Composer, openings: Sequence[str], moment: Staged, prompt: PromptFile, dice: Random) -> Outcome:
    composed = composer.innocent(said_otherwise(moment, dice), openings)
    shown, replaced = shown_of(composed, moment, prompt)
    return Outcome(0, "good", composed.say, shown, tuple(replaced))


def live(table: Table, replies: int) -> bool:
    """The same over HTTP: what is staged is read out of the request. Returns whether what was shown is what was kept."""
    composer, honest = Composer(table.language, SEED + 1), True
    for kind in composer.kinds:
        if kind == "secret":
            continue
        through = 0
        for _ in range(replies):
            made_of: list[Composed] = []
            shown, kept = table.streams(SAID[table.language], answering(composer, kind, table.language, made_of))
            through += leaked(made_of[0], kept)
            honest = honest and shown == kept and len(made_of) == 1
        print(f"  {table.language} live, leaked: {kind:10} {Rate(through, replies)}", flush=True)
    print(f"  {table.language} live: shown is what was kept, in one call: {'yes' if honest else 'NO'}")
    return honest


def answering(composer: Composer, kind: str, language: Language, made_of: list[Composed]) -> Callable[[str], str]:
    def answer(request: str) -> str:
        found = _STAGED[language].findall(request)
        made_of.append(composer.out_of_role(kind, sentences(found[-1])))
        return made_of[-1].say

    return answer


def run_live(languages: Sequence[Language], replies: int) -> bool:
    with FakeOpenAI() as endpoint, tempfile.TemporaryDirectory() as folder:
        os.environ |= {"OPENAI_BASE_URL": endpoint.url, "OPENAI_API_KEY": "benchmark", "MAJU_MODEL": "fake"}
        with open_engine(Path(folder)) as engine:
            engine.warm_up()
            return min([live(Table(engine, endpoint, language), replies) for language in languages])


def main() -> int:
    options = argparse.ArgumentParser()
    options.add_argument("--language", choices=get_args(Language))
    options.add_argument("--replies", type=int, default=1000, help="of each kind")
    options.add_argument("--live", type=int, default=20, help="of each kind, the whole way")
    options.add_argument("--kind")
    given = options.parse_args()
    languages: Sequence[Language] = [given.language] if given.language else get_args(Language)
    for language in languages:
        run(language, given.replies, given.kind)
    return 0 if not given.live or run_live(languages, given.live) else 1


if __name__ == "__main__":
    sys.exit(main())
