"""The phrasings of phrasings.yaml do what they stand under, and innocent ones do not."""

from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest
import yaml

from assistant.domain.heard import Act
from assistant.domain.words import LANGUAGES, Language
from assistant.perception import hear

PHRASINGS = yaml.safe_load((Path(__file__).parent / "data" / "phrasings.yaml").read_text(encoding="utf-8"))
PLAIN: dict[Language, str] = {"ko": "네, 듣고 있어요.", "en": "Go on."}


def phrasings() -> Iterator[tuple[Language, str, str, str]]:
    """(language, act or not_act, the buyer's turn, the rep's)."""
    for language in LANGUAGES:
        for act, lines in PHRASINGS[language].items():
            for line in lines:
                before, _, text = line.rpartition(" | ")
                yield language, act, before or PLAIN[language], text


@pytest.mark.parametrize(("language", "act", "before", "text"), [pytest.param(*one, id=f"{one[0]} {one[1]}: {one[3]}") for one in phrasings()])
def test_a_phrasing_is_heard_for_what_it_does(language: Language, act: str, before: str, text: str) -> None:
    heard = hear(text, before, (), language)
    assert heard.did(cast(Act, act.removeprefix("not_"))) is not act.startswith("not_"), [sign.act for sign in heard.signs]
