"""A whole buyer's turn: perceive, decide, stage, voice, guard. Reads nothing and writes nothing but what it is given."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from time import monotonic

from assistant.domain.playbook import Found
from assistant.domain.roleplay import GATEKEEPER, BuyerRecord, Cited, Move, PlayedTurn, RolePlay
from assistant.domain.scenario import Scenario
from assistant.domain.words import Language
from assistant.language.surface import letters_of
from assistant.perception import hear
from assistant.ports import ChatModel
from assistant.practice import guard
from assistant.practice.embedded_voice import first_words, sentences, speak
from assistant.practice.following_up import earlier_call
from assistant.practice.later_wordings import later_wordings
from assistant.practice.mind import at_first
from assistant.practice.plans import Plan
from assistant.practice.settings import Scene, opening, planned, whole
from assistant.practice.stage import ALONE, Seat, persona, staged
from assistant.practice.stream import whole_sentences
from assistant.practice.wordings import Wordings, wordings_for
from assistant.prompt_file import PromptFile, read_prompt

LETTERS_TO_REPEAT = 12
"""Shorter sentences ('네, 그렇군요.') may be said as often as one likes."""
MOST_PASSAGES = 3
HEADING_CHARS = 22

PERSONAS = frozenset({"persona", "gatekeeper", "company", "later"})
"""Parts of a prompt that say who one is."""
ENDS_SO = frozenset({"agree", "leave", "not_now", "refuse", "put_through", "excuse"})
"""Moves that are not made until they are said."""

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

    def greeting(self, scenario: Scenario, role_play: RolePlay, first: RolePlay | None = None) -> Spoken:
        """The first words, from the scenario in either voice: nothing has been said yet that a model could answer.
        `first`: the call that a later one goes on from."""
        scene = self._scene(scenario, role_play, first)
        dice = _dice(role_play, at_first(scenario, role_play.level).turn)
        plan = opening(scene)
        lines = self._gist(plan, scene, dice)
        record = BuyerRecord(plan.mind, plan.move, (), "embedded", people=plan.people, gate=plan.gate)
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
        before = next((turn.text for turn in reversed(role_play.turns[:-1]) if turn.speaker == "buyer"), None)
        scene = self._scene(scenario, role_play, first)
        heard = hear(words, before, scenario.topics, language)
        dice = _dice(role_play, _turns_so_far(role_play))
        plan = planned(scene, heard, dice)
        speaks(plan.person)
        passages = [] if plan.person == GATEKEEPER else self._retrieve(words, scenario, role_play.playbooks)[:MOST_PASSAGES]
        gist = self._gist(plan, scene, dice, _heading(passages, role_play.turns))
        voice = _Voiced(show, began)
        if self.chat is None:
            for sentence in gist:
                voice.say(sentence)
        else:
            self._with_model(self.chat, voice, plan, scene, gist, passages)
        record = BuyerRecord(
            plan.mind,
            plan.move,
            plan.felt,
            self.chat.name if self.chat else "embedded",
            self._prompts[language].version if self.chat else None,
            tuple(_cited(one) for one in passages),
            tuple(voice.replaced),
            round(voice.first_s, 3),
            round(monotonic() - began, 3),
            plan.people,
            plan.gate,
        )
        return Spoken(" ".join(voice.said), record, plan.move, plan.person)

    def _with_model(self, chat: ChatModel, voice: "_Voiced", plan: Plan, scene: Scene, gist: Sequence[str], passages: Sequence[Found]) -> None:
        """One streamed call. The first sentence that may not be shown ends it; what the move still owes is said by the embedded voice."""
        view, language = plan.scenario, scene.role_play.language
        prompt = self._prompts[language]
        seat = _seat(plan, scene)
        who = persona(view, language, prompt, seat)
        turns = scene.turns()
        messages = staged(plan.move, plan.speaker, view, language, prompt, turns, gist, passages, seat)
        rules = guard.rules(
            plan.move,
            plan.speaker,
            whole(scene),
            language,
            [turn.text for turn in turns if turn.speaker == "rep"],
            who + " ".join(text for part, text in prompt.parts.items() if part not in PERSONAS),
            given=(*gist, *(one.passage.text for one in passages), *(turn.text for turn in turns), who),
        )
        earlier = {letters_of(sentence) for turn in turns if turn.speaker == "buyer" for sentence in sentences(turn.text)}
        for sentence in whole_sentences(chat.stream(messages)):
            verdict = guard.checked(sentence, rules)
            if verdict.reason:
                voice.replaced.append(verdict.reason)
                break
            letters = letters_of(verdict.sentence or "")
            if verdict.sentence and (len(letters) < LETTERS_TO_REPEAT or letters not in earlier):
                voice.say(verdict.sentence)
            if len(voice.said) >= guard.MOST_SENTENCES or sum(map(len, voice.said)) > guard.MOST_CHARS:
                break
        for sentence in _owed(plan.move, view, language, voice.said, gist, bool(voice.replaced)):
            voice.say(sentence)

    def _scene(self, scenario: Scenario, role_play: RolePlay, first: RolePlay | None) -> Scene:
        if first is None:
            return Scene(role_play, scenario)
        return Scene(role_play, scenario, first, earlier_call(first, later_wordings(self._wordings_folder, scenario, role_play.language)))

    def _gist(self, plan: Plan, scene: Scene, dice: Random, heading: str | None = None) -> tuple[str, ...]:
        """What is said, as the embedded voice says it: what comes first, then the move. Nothing said on the buyer's side is said again."""
        role_play = scene.role_play
        said = [turn.text for turn in scene.turns() if turn.speaker == "buyer"]
        spoken = first_words(plan.first, said, dice, plan.alone)
        if plan.alone:
            return spoken
        language = role_play.language
        wordings = self._wordings(plan.scenario, language)
        return (*spoken, *speak(plan.move, plan.speaker, plan.scenario, language, wordings, (*said, *spoken), dice, heading))

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


def _owed(move: Move, scenario: Scenario, language: Language, said: Sequence[str], gist: Sequence[str], cut: bool) -> Iterator[str]:
    """What the model left out and the move cannot do without: everything when it said nothing fit, else the facts it was to tell."""
    if not said:
        yield from gist
        return
    spoken = " ".join(said).casefold()
    for fact_id in (*move.tell, *move.volunteer):
        fact = scenario.fact(fact_id)
        if not any(tell.casefold() in spoken for tell in fact.tells.in_(language)):
            yield from (line for line in gist if any(tell.casefold() in line.casefold() for tell in fact.tells.in_(language)))
    if cut and (move.objection or move.ask or move.kind in ENDS_SO):
        yield gist[-1]


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


def _heading(passages: Sequence[Found], turns: Sequence[PlayedTurn]) -> str | None:
    """A section of the playbook the buyer may ask about: a short title that has not come up yet."""
    talked = letters_of(" ".join(turn.text for turn in turns))
    titles = [one.passage.section.rsplit(" > ", 1)[-1].strip() for one in passages]
    return next((title for title in titles if 2 < len(title) <= HEADING_CHARS and letters_of(title) not in talked and title.isprintable()), None)


def _cited(found: Found) -> Cited:
    passage = found.passage
    return Cited(passage.id, passage.playbook, passage.version, passage.section, passage.page)
