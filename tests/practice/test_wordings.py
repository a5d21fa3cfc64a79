"""The voice files, held against what a listener would trip over: repeats, the wrong speech level, a particle that does not fit, a number."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from random import Random
from typing import get_args

import pytest

from assistant.domain.buyer import Manner
from assistant.domain.roleplay import Mind, Move
from assistant.domain.scenario import Scenario
from assistant.domain.words import Language
from assistant.errors import InputError
from assistant.language.speech_level import sentence_ending, speech_levels
from assistant.language.surface import letters_of
from assistant.practice.embedded_voice import speak
from assistant.practice.sentences import sentences
from assistant.practice.taking_up import taking_up
from assistant.practice.wordings import MOVES, REACTIONS, read_wordings, wordings_for
from assistant.scenarios import read_scenario

KNOWLEDGE = Path(__file__).parents[2] / "knowledge"
VOICES = ("ko-polite", "ko-formal", "en")
KOREAN = ("ko-polite", "ko-formal")
SPOKEN_OFTEN = frozenset({"heard", "unforeseen", "told_before", "pitched_again", "stall", "bored"})
SCENARIOS = tuple(sorted((KNOWLEDGE / "scenarios").glob("*.yaml")))
AFTER_ANY_CONSONANT = re.compile(r"'(?:은|는|이|가|을|를|과|와|으로|로|라|예요|이나|나|야)")
ALSO_FORMAL = ("지요", "군요")
"""'가시지요', '그렇군요': 해요체 by their form, at home in 합쇼체 talk as well."""


def slots(voice: str) -> Iterator[tuple[str, str, str]]:
    """(slot, manner or 'any', line) of a file."""
    for slot, by_manner in read_wordings(KNOWLEDGE / "voice" / f"{voice}.yaml").slots.items():
        for manner, lines in by_manner.items():
            for line in lines:
                yield slot, manner, line


def said(voice: str) -> list[str]:
    """Every line as a rep would read it, a lead joined with a tail."""
    wordings = read_wordings(KNOWLEDGE / "voice" / f"{voice}.yaml")
    language: Language = "en" if voice == "en" else "ko"
    filled = [line.replace("{heading}", "해지 절차") for slot, _, line in slots(voice) if slot not in {"lead", "tail"}]
    whole = [
        taken for line in filled for taken in taking_up([line], ("석 주", "두 주") if language == "ko" else ("three weeks", "two weeks"), language)
    ]
    joined = [f"{lead} {tail}" for manner in get_args(Manner) for lead, tail in product(wordings.of("lead", manner), wordings.of("tail", manner))]
    return [*whole, *dict.fromkeys(joined)]


def voiced(scenario: Scenario, move: Move, seed: int, heading: str | None = None) -> tuple[str, ...]:
    mind = Mind(trust=0.5, patience=0.8, mood="open", turn=3)
    return speak(move, mind, scenario, "ko", wordings_for(KNOWLEDGE / "voice", scenario, "ko"), (), Random(seed), heading)


@pytest.mark.parametrize("voice", VOICES)
def test_a_buyer_has_enough_to_say_at_every_turn(voice: str) -> None:
    wordings = read_wordings(KNOWLEDGE / "voice" / f"{voice}.yaml")
    few = {
        slot: len(wordings.slots[slot]["any"])
        for slot in (*REACTIONS, *MOVES)
        if len(wordings.slots[slot]["any"]) < (12 if slot in SPOKEN_OFTEN else 10)
    }
    assert few == {}


@pytest.mark.parametrize(
    ("voice", "manners"), [("ko-polite", get_args(Manner)), ("en", get_args(Manner)), ("ko-formal", ("warm", "sceptical", "cautious"))]
)
def test_each_manner_has_words_of_its_own(voice: str, manners: tuple[Manner, ...]) -> None:
    wordings = read_wordings(KNOWLEDGE / "voice" / f"{voice}.yaml")
    own = [slot for slot in REACTIONS if all(manner in wordings.slots[slot] for manner in manners)]
    assert len(own) == len(REACTIONS)


@pytest.mark.parametrize("voice", VOICES)
def test_no_sentence_stands_twice_in_a_file(voice: str) -> None:
    heard = Counter(letters_of(sentence) for _, _, line in slots(voice) for sentence in sentences(line))
    assert [sentence for sentence, times in heard.items() if times > 1] == []


@pytest.mark.parametrize("voice", VOICES)
def test_a_line_is_a_finished_remark_without_numbers_or_stage_directions(voice: str) -> None:
    wrong = [
        line
        for line in said(voice)
        if re.search(r"[\d*()\[\]~ㅋㅎ\U0001F300-\U0001FAFF]", line) or not re.search(r"[.?!]$", line) or len(sentences(line)) > 2
    ]
    assert wrong == []


@pytest.mark.parametrize("voice", KOREAN)
def test_a_korean_buyer_keeps_their_speech_level(voice: str) -> None:
    level = voice.removeprefix("ko-")
    slips = [
        line
        for line in said(voice)
        if any(one.level not in {None, level} for one in speech_levels(line))
        and not (level == "formal" and (sentence_ending(line) or "").endswith(ALSO_FORMAL))
    ]
    assert slips == []


@pytest.mark.parametrize("voice", KOREAN)
def test_no_particle_after_a_heading_depends_on_its_last_letter(voice: str) -> None:
    assert [line for slot, _, line in slots(voice) if slot == "curious_heading" and AFTER_ANY_CONSONANT.search(line)] == []


@pytest.mark.parametrize("voice", VOICES)
def test_every_question_about_a_heading_names_it(voice: str) -> None:
    named = {slot: "'{heading}'" in line for slot, _, line in slots(voice) if "{heading}" in line or slot == "curious_heading"}
    assert named == {"curious_heading": True}


def test_a_file_with_an_unknown_slot_is_refused_by_name(tmp_path: Path) -> None:
    text = (KNOWLEDGE / "voice" / "en.yaml").read_text(encoding="utf-8")
    (tmp_path / "en.yaml").write_text(f"{text}\nwaving:\n  any: [Hello.]\n", encoding="utf-8")
    with pytest.raises(InputError, match="waving"):
        read_wordings(tmp_path / "en.yaml")


@pytest.mark.parametrize("path", SCENARIOS, ids=lambda path: path.stem)
def test_an_unasked_fact_is_always_led_up_to(path: Path) -> None:
    scenario = read_scenario(path)
    fact = scenario.facts[0]
    lead_ins = wordings_for(KNOWLEDGE / "voice", scenario, "ko").of("by_the_way", scenario.buyer.manner)
    replies = [voiced(scenario, Move("volunteer", volunteer=(fact.id,), bridge="by_the_way", because="test"), seed) for seed in range(20)]
    assert all(reply[0] in lead_ins for reply in replies)
    assert all(any(" ".join(reply).endswith(line) for line in fact.lines.ko) for reply in replies)


def test_what_a_buyer_says_to_a_proposal_comes_before_what_else_was_asked() -> None:
    scenario = read_scenario(SCENARIOS[0])
    fact = scenario.facts[0]
    for seed in range(20):
        reply = " ".join(voiced(scenario, Move("stall", tell=(fact.id,), because="test"), seed))
        assert any(reply.startswith(line) for line in scenario.lines.stall.ko)
        assert any(reply.endswith(line) for line in fact.lines.ko)


def test_a_buyer_who_goes_on_talking_does_not_ask_first() -> None:
    scenario = read_scenario(SCENARIOS[0])
    objection = scenario.objections[0].id
    for seed in range(20):
        reply = voiced(scenario, Move("object", react="discount_early", objection=objection, because="test"), seed)
        assert not reply[0].endswith("?")


def test_an_annoyed_buyer_asks_about_no_heading() -> None:
    scenario = read_scenario(SCENARIOS[0])
    calm = [voiced(scenario, Move("react", react="reference", because="test"), seed, "해지 절차") for seed in range(10)]
    annoyed = [voiced(scenario, Move("react", react="formula", because="test"), seed, "해지 절차") for seed in range(10)]
    assert all("해지 절차" in reply[-1] for reply in calm)
    assert not any("해지 절차" in sentence for reply in annoyed for sentence in reply)
