"""What an item asks and what each of its values looks like, in the words that the judge is given: a trainer scores by the same."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from assistant.domain.items import ITEMS, VALUES
from assistant.domain.words import Language
from assistant.prompt_file import read_prompt

EXAMPLE: dict[Language, str] = {"ko": " 맞는 예:", "en": " Is:"}


@dataclass(frozen=True, slots=True)
class Anchors:
    """`question`: what is asked. `values`: value -> (what earns it, an example and a counterexample)."""

    question: str
    values: Mapping[int, tuple[str, str]]


@cache
def anchors(prompts: Path, language: Language) -> dict[str, Anchors]:
    """By item, in the order of the items."""
    prompt = read_prompt(prompts / f"judge.{language}.md")
    return {item: _anchors(prompt.fill(item), language) for item in ITEMS}


def _anchors(part: str, language: Language) -> Anchors:
    question, *lines = part.splitlines()
    told = dict(line.split(": ", 1) for line in lines)
    mark = EXAMPLE[language]
    values = {value: told[str(value)].partition(mark) for value in VALUES}
    return Anchors(question, {value: (what.strip(), (cut + example).strip()) for value, (what, cut, example) in values.items()})
