"""A whole buyer's turn: perceive, decide, stage, voice, guard. Reads nothing and writes nothing but what it is given."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from time import monotonic

from assistant.domain.playbook import Found
from assistant.domain.roleplay import BuyerRecord, Cited, Mind, Move, PlayedTurn, RolePlay
from assistant.domain.scenario import Scenario
from assistant.domain.words import Language
from assistant.language.surface import letters_of
from assistant.perception import hear
from assistant.ports import ChatModel
from assistant.practice.embedded_voice import speak
from assistant.practice.mind import at_first, decide
from assistant.practice.model_voice import Staged, voiced
from assistant.practice.wordings import Wordings, wordings_for
from assistant.prompt_file import PromptFile, read_prompt

MOST_PASSAGES = 3
HEADING_CHARS = 22

Retrieve = Callable[[str, Scenario, Sequence[str]], list[Found]]
"""(the rep's words, the scenario, playbook version ids) -> passages that fit, best first; empty when nothing does."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """A finished turn: what was said and how it came about."""

    text: str
    record: BuyerRecord
    move: Move


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

    def greeting(self, scenario: Scenario, role_play: RolePlay) -> Spoken:
        """The first words, from the scenario in either voice: nothing has been said yet that a model could answer."""
        mind = at_first(scenario, role_play.level)
        move = Move("greet")
        dice = _dice(role_play, mind)
        lines = speak(move, mind, scenario, role_play.language, self._wordings(scenario, role_play.language), (), dice)
        return Spoken(" ".join(lines), BuyerRecord(mind, move, (), "embedded"), move)

    def reply(self, scenario: Scenario, role_play: RolePlay, show: Callable[[str], None]) -> Spoken:
        """The answer to the last turn of the role-play, which is the rep's; `show` gets each sentence the moment it may be seen.
        Raises ProviderError when a model was asked and did not answer."""
        began = monotonic()
        language, words = role_play.language, role_play.turns[-1].text
        before = next((turn.text for turn in reversed(role_play.turns[:-1]) if turn.speaker == "buyer"), None)
        mind = role_play.mind() or at_first(scenario, role_play.level)
        heard = hear(words, before, scenario.topics, language)
        dice = _dice(role_play, mind)
        decision = decide(mind, scenario, role_play.level, language, heard, dice)
        passages = self._retrieve(words, scenario, role_play.playbooks)[:MOST_PASSAGES]
        gist = speak(
            decision.move,
            decision.mind,
            scenario,
            language,
            self._wordings(scenario, language),
            [turn.text for turn in role_play.turns if turn.speaker == "buyer"],
            dice,
            _heading(passages, role_play.turns),
        )
        voice = _Voiced(show, began)
        if self.chat is None:
            for sentence in gist:
                voice.say(sentence)
        else:
            reply = Staged(decision.move, decision.mind, scenario, language, role_play.turns, tuple(gist), tuple(passages))
            voice.replaced += voiced(self.chat, self._prompts[language], reply, voice.say)
        record = BuyerRecord(
            decision.mind,
            decision.move,
            decision.felt,
            self.chat.name if self.chat else "embedded",
            self._prompts[language].version if self.chat else None,
            tuple(_cited(one) for one in passages),
            tuple(voice.replaced),
            round(voice.first_s, 3),
            round(monotonic() - began, 3),
        )
        return Spoken(" ".join(voice.said), record, decision.move)

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


def _dice(role_play: RolePlay, mind: Mind) -> Random:
    return Random(f"{role_play.seed}:{role_play.scenario}:{role_play.language}:{mind.turn}")


def _heading(passages: Sequence[Found], turns: Sequence[PlayedTurn]) -> str | None:
    """A section of the playbook the buyer may ask about: a short title that has not come up yet."""
    talked = letters_of(" ".join(turn.text for turn in turns))
    titles = [one.passage.section.rsplit(" > ", 1)[-1].strip() for one in passages]
    return next((title for title in titles if 2 < len(title) <= HEADING_CHARS and letters_of(title) not in talked and title.isprintable()), None)


def _cited(found: Found) -> Cited:
    passage = found.passage
    return Cited(passage.id, passage.playbook, passage.version, passage.section, passage.page)
