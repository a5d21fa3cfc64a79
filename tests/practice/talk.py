"""Builders: turns as perception would hear them, and a small scenario, so that a test reads like its conversation."""

from pathlib import Path
from random import Random

from assistant.domain.heard import Act, Heard, NextStep, Question, QuestionForm, Sign
from assistant.domain.roleplay import Level, Mind
from assistant.domain.scenario import Scenario
from assistant.practice.mind import Decision, decide
from assistant.scenarios import read_scenario

SCENARIOS = Path(__file__).parents[2] / "knowledge" / "scenarios"
SAID = "지금 드리는 말씀은 그냥 좀 길게 드리는 말씀이에요"


def scenario(name: str = "cloud-phone-cx-lead") -> Scenario:
    return read_scenario(SCENARIOS / f"{name}.yaml")


def did(*acts: Act, text: str = SAID, topics: tuple[str, ...] = ()) -> Heard:
    return Heard(text, tuple(Sign(act, 0, len(text)) for act in acts), topics=topics)


def asks(*topics: str, form: QuestionForm = "open", also: tuple[Act, ...] = (), follow_up: bool = False) -> Heard:
    question = Question(0, len(SAID), form, follow_up, topics)
    return Heard(SAID, tuple(Sign(act, 0, len(SAID)) for act in ("question", *also)), (question,), topics)


def proposes(date: str | None = "화요일 오후 2시", also: tuple[Act, ...] = ()) -> Heard:
    return Heard(SAID, tuple(Sign(act, 0, len(SAID)) for act in ("next_step", *also)), next_step=NextStep("방문", "제가", date))


def after(mind: Mind, heard: Heard, level: Level = 2, seed: int = 1, of: Scenario | None = None) -> Decision:
    return decide(mind, of or scenario(), level, "ko", heard, Random(seed))
