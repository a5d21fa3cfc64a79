"""The rubric is one file, whole and checked."""

from pathlib import Path

import pytest
import yaml

from assistant.errors import InputError
from assistant.scoring import read_rubric
from assistant.scoring.measures import MEASURES
from assistant.scoring.wordings import wordings
from tests.scoring.talks import ROOT, default_rubric

DEFAULT = ROOT / "knowledge" / "rubrics" / "default.yaml"


def test_the_version_is_the_name_and_the_content() -> None:
    name, _, digest = default_rubric().version.partition("@")
    assert name == "default"
    assert len(digest) == 8


@pytest.mark.parametrize(
    ("change", "named"),
    [
        ({"measures": {}}, "missing"),
        ({"weights": 3}, "weights"),
        ({"prior": {"human": 50}}, "a value for each"),
        ({"gate": {"dimensions": ["human"], "above": 170, "answer_first": 0.5}}, "gate.above"),
    ],
)
def test_a_rubric_that_is_not_whole_is_refused_by_file_and_field(tmp_path: Path, change: dict[str, object], named: str) -> None:
    data = yaml.safe_load(DEFAULT.read_text(encoding="utf-8")) | change
    path = tmp_path / "mine.yaml"
    path.write_text(yaml.safe_dump(data), encoding="utf-8")
    with pytest.raises(InputError) as caught:
        read_rubric(path)
    assert "mine.yaml" in caught.value.en
    assert named in caught.value.en


def test_every_measure_has_its_words_in_both_languages() -> None:
    for row in MEASURES:
        for language in ("ko", "en"):
            words = wordings(language).measures[row.name]
            assert words.rule
            assert any("가" <= char <= "힣" for char in words.why) == (language == "ko")
