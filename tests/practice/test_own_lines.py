"""Which lines a buyer has for a move, and that a model may say any of them."""

from datetime import UTC, datetime

import pytest

from assistant.domain.roleplay import Move, PlayedTurn
from assistant.domain.words import LANGUAGES, Language
from assistant.practice.mind import at_first
from assistant.practice.model_voice import Staged, voiced
from assistant.practice.own_lines import general_lines
from assistant.practice.sentences import sentences
from assistant.practice.wordings import wordings_for
from assistant.prompt_file import read_prompt
from tests.benchmarks.role_replies import Reciter
from tests.practice.talk import SCENARIOS, scenario

DEAL = scenario()
KNOWLEDGE = SCENARIOS.parent


def general(move: Move, language: Language) -> tuple[str, ...]:
    return general_lines(move, DEAL, language, wordings_for(KNOWLEDGE / "voice", DEAL, language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_model_may_react_in_any_of_the_buyers_words_for_it(language: Language) -> None:
    """Also in those that would be a yes, an offer or a farewell from anybody else."""
    prompt = read_prompt(KNOWLEDGE.parent / "prompts" / f"buyer.{language}.md")
    move = Move("react", react="figure_mended")
    lines = general(move, language)
    turns = (PlayedTurn(0, "rep", "…", datetime(2026, 1, 5, tzinfo=UTC)),)
    for line in lines:
        shown: list[str] = []
        staged = Staged(move, at_first(DEAL, 2), DEAL, language, turns, tuple(sentences(lines[0])), general=lines)
        assert voiced(Reciter(line).stream, prompt, staged, shown.append) == []
        assert " ".join(shown) == line


@pytest.mark.parametrize(
    ("move", "slot"),
    [
        (Move("tell", react="asked", tell=("answer_rate",)), "asked"),
        (Move("object", bridge="but", objection=DEAL.objections[0].id), "but"),
        (Move("deflect"), "deflect"),
        (Move("clarify"), "unforeseen"),
        (Move("agree"), "agreed"),
        (Move("tell", tell=("answer_rate", DEAL.facts[0].id)), "besides"),
        (Move("not_now", because="out_of_patience"), "time_up"),
    ],
)
def test_the_lines_are_those_of_the_moves_own_pools(move: Move, slot: str) -> None:
    own = wordings_for(KNOWLEDGE / "voice", DEAL, "en").of(slot, DEAL.buyer.manner)
    assert {line for line in own if "{" not in line} <= set(general(move, "en"))


def test_nothing_is_agreed_to_in_a_move_that_does_not_agree() -> None:
    agreed = set(wordings_for(KNOWLEDGE / "voice", DEAL, "en").of("agreed", DEAL.buyer.manner))
    assert not agreed & set(general(Move("deflect", react="asked"), "en"))
