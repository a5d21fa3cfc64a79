"""A whole buyer's turn: perceive, decide, stage, voice, guard. Reads nothing and writes nothing but what it is given."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from threading import Lock
from time import monotonic

from assistant.domain.playbook import Found
from assistant.domain.roleplay import GATEKEEPER, BuyerRecord, Cited, Move, RolePlay
from assistant.domain.scenario import Scenario
from assistant.domain.words import Language
from assistant.language import remarks
from assistant.perception import hear
from assistant.ports import ChatModel
from assistant.practice import meant
from assistant.practice.embedded_voice import first_words, speak
from assistant.practice.following_up import earlier_call
from assistant.practice.headings import heading
from assistant.practice.later_wordings import later_wordings
from assistant.practice.mind import at_first
from assistant.practice.model_voice import Staged, voiced
from assistant.practice.nearest import asked_in
from assistant.practice.own_lines import general_lines
from assistant.practice.plans import Plan
from assistant.practice.settings import Scene, opening, planned, whole
from assistant.practice.stage import ALONE, Seat
from assistant.practice.wordings import Wordings, wordings_for
from assistant.prompt_file import PromptFile, read_prompt
from assistant.telemetry import step

MOST_PASSAGES = 3
EMBEDDED = "embedded"
"""The name of the voice that needs no model."""


Retrieve = Callable[[str, Scenario, Sequence[str]], list[Found]]
"""(the rep's words, the scenario, playbook version ids) -> passages that fit, best first; empty when nothing does."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """A finished turn: what was said and how it came about."""

    text: str
    record: BuyerRecord
    move: Move
    person: str | None = None


class Buyer:
    """Plays any scenario's buyer, with a model's voice when there is one, else with the embedded voice."""

    def __init__(self, prompts: Path, wordings: Path, retrieve: Retrieve, chat: ChatModel | None) -> None:
        self._prompts: dict[Language, PromptFile] = {
            "ko": read_prompt(prompts / "buyer.ko.md"),
            "en": read_prompt(prompts / "buyer.en.md"),
        }
        self._wordings_folder = wordings
        self._retrieve = retrieve
        self.chat = chat
        self._ready: set[tuple[Scenario, Language]] = set()
        self._getting_ready = Lock()

    def is_ready(self, scenario: Scenario, language: Language) -> bool:
        return (scenario, language) in self._ready

    def get_ready(self, scenario: Scenario, language: Language) -> None:
        """What the first question put to this buyer waits for: about half a second of CPU, then kept. Who comes meanwhile waits for it and does
        not do it again."""
        if self.is_ready(scenario, language):
            return
        with self._getting_ready:
            if not self.is_ready(scenario, language):
                self._wordings(scenario, language)
                meant.read_ahead(scenario, language)
                remarks.read_ahead(language)
                self._ready.add((scenario, language))

    def greeting(self, scenario: Scenario, role_play: RolePlay, first: RolePlay | None = None) -> Spoken:
        """The first words, from the scenario in either voice: nothing has been said yet that a model could answer.
        `first`: the call that a later one goes on from."""
        scene = self._scene(scenario, role_play, first)
        dice = _dice(role_play, at_first(scenario, role_play.level).turn)
        plan = opening(scene)
        lines = self._gist(plan, scene, dice)
        record = BuyerRecord(plan.mind, plan.move, (), EMBEDDED, people=plan.people, gate=plan.gate)
        return Spoken(" ".join(lines), record, plan.move, plan.person)

    def reply(
        self,
        scenario: Scenario,
        role_play: RolePlay,
        show: Callable[[str], None],
        first: RolePlay | None = None,
        speaks: Callable[[str | None], None] = lambda person: None,
    ) -> Spoken:
        """The answer to the last turn of the role-play, which is the rep's; `show` gets each sentence the moment it may be seen, `speaks`
        before them who it is.
        Raises ProviderError when a model was asked and did not answer."""
        began = monotonic()
        language, words = role_play.language, role_play.turns[-1].text
        self.get_ready(scenario, language)
        before = next((turn.text for turn in reversed(role_play.turns[:-1]) if turn.speaker == "buyer"), None)
        scene = self._scene(scenario, role_play, first)
        with step("perceive"):
            heard = hear(words, before, scenario.topics, language)
        dice = _dice(role_play, _turns_so_far(role_play))
        with step("decide"):
            plan = planned(scene, heard, dice)
        speaks(plan.person)
        with step("retrieve"):
            passages = [] if plan.person == GATEKEEPER else self._retrieve(words, scenario, role_play.playbooks)[:MOST_PASSAGES]
        gist = self._gist(plan, scene, dice, heading(passages, role_play.turns, language), asked_in(heard))
        voice = _Voiced(show, began)
        chat = self.chat if role_play.voice == "model" else None
        with step("voice", voice=chat.name if chat else EMBEDDED):
            if chat is None:
                for sentence in gist:
                    voice.say(sentence)
            else:
                self._with_model(chat, voice, plan, scene, gist, passages)
        record = BuyerRecord(
            plan.mind,
            plan.move,
            plan.felt,
            chat.name if chat else EMBEDDED,
            self._prompts[language].version if chat else None,
            tuple(_cited(one) for one in passages),
            tuple(voice.replaced),
            round(voice.first_s, 3),
            round(monotonic() - began, 3),
            plan.people,
            plan.gate,
        )
        return Spoken(" ".join(voice.said), record, plan.move, plan.person)

    def _with_model(self, chat: ChatModel, voice: "_Voiced", plan: Plan, scene: Scene, gist: Sequence[str], passages: Sequence[Found]) -> None:
        role_play = scene.role_play
        reply = Staged(
            plan.move,
            plan.speaker,
            plan.scenario,
            role_play.language,
            scene.turns(),
            tuple(gist),
            tuple(passages),
            _seat(plan, scene),
            whole(scene),
            self._general(plan, role_play.language),
        )
        voice.replaced += voiced(chat.stream, self._prompts[role_play.language], reply, voice.say)

    def _general(self, plan: Plan, language: Language) -> tuple[str, ...]:
        """What any buyer of this manner would say for what is said, what comes first included."""
        first = (line for pool in plan.first for line in pool)
        return (*first, *general_lines(plan.move, plan.scenario, language, self._wordings(plan.scenario, language)))

    def _scene(self, scenario: Scenario, role_play: RolePlay, first: RolePlay | None) -> Scene:
        if first is None:
            return Scene(role_play, scenario)
        return Scene(role_play, scenario, first, earlier_call(first, later_wordings(self._wordings_folder, scenario, role_play.language)))

    def _gist(self, plan: Plan, scene: Scene, dice: Random, title: str | None = None, asked: Sequence[str] = ()) -> tuple[str, ...]:
        """What is said, as the embedded voice says it: what comes first, then the move. Nothing said on the buyer's side is said again.
        `asked`: the questions it answers."""
        role_play = scene.role_play
        said = [turn.text for turn in scene.turns() if turn.speaker == "buyer"]
        spoken = first_words(plan.first, said, dice, plan.alone)
        if plan.alone:
            return spoken
        language = role_play.language
        wordings = self._wordings(plan.scenario, language)
        return (*spoken, *speak(plan.move, plan.speaker, plan.scenario, language, wordings, (*said, *spoken), dice, title, asked))

    def _wordings(self, scenario: Scenario, language: Language) -> Wordings:
        return wordings_for(self._wordings_folder, scenario, language)


class _Voiced:
    """What was said so far, and when the first of it could be seen."""

    def __init__(self, show: Callable[[str], None], began: float) -> None:
        self._show = show
        self._began = began
        self.said: list[str] = []
        self.replaced: list[str] = []
        self.first_s = 0.0

    def say(self, sentence: str) -> None:
        if not self.said:
            self.first_s = monotonic() - self._began
        self.said.append(sentence)
        self._show(sentence)


def _seat(plan: Plan, scene: Scene) -> Seat:
    if plan.person == GATEKEEPER:
        return Seat(plan.person, "gatekeeper", scene.scenario)
    if plan.gate or scene.earlier:
        return Seat(None, "persona", scene.scenario, days_later=scene.role_play.days_later)
    return Seat(plan.person, "persona", scene.scenario, in_company=True) if plan.people else ALONE


def _turns_so_far(role_play: RolePlay) -> int:
    """How many turns the buyer, or whoever stands before them, has answered."""
    record = next((turn.record for turn in reversed(role_play.turns) if turn.record), None)
    if record is None:
        return 0
    return record.mind.turn + (record.gate.turn if record.gate else 0)


def _dice(role_play: RolePlay, turn: int) -> Random:
    return Random(f"{role_play.seed}:{role_play.scenario}:{role_play.language}:{turn}")


def _cited(found: Found) -> Cited:
    passage = found.passage
    return Cited(passage.id, passage.playbook, passage.version, passage.section, passage.page)
