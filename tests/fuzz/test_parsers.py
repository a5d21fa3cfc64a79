"""Whatever bytes and letters come in: what cannot be read is refused with Maju's own error, and nothing else ever comes out of a parser.

`MAJU_FUZZ=5000 pytest tests/fuzz` tries that many examples each; the test run a few dozen.
"""

import json
import os
from contextlib import suppress
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assistant.domain.words import LANGUAGES, Language
from assistant.errors import DocumentError, ScenarioError, TranscriptError
from assistant.language.personal import masked
from assistant.language.sentences import sentences
from assistant.llm.forms import filled
from assistant.llm.thinking import answer_of
from assistant.perception import hear
from assistant.practice.stream import whole_sentences
from assistant.readers.formats import FORMATS, reader_of
from assistant.scenarios.files import checked, told, values_of
from assistant.scoring.transcripts import Unusable, read_dialogues
from tests.practice.talk import SCENARIOS, scenario
from ui.door.asked import local
from ui.door.cookie import secret_in
from ui.door.gate import is_open

EXAMPLES = int(os.environ.get("MAJU_FUZZ", "40"))
often = settings(max_examples=EXAMPLES, suppress_health_check=list(HealthCheck))
ODD = st.characters(codec="utf-8") | st.sampled_from(
    "\x00\x1b\u200b\u202e\ufeff\u115f가각힣ㄱㅏᄀ​﹏①㉠\U0001f469‍\r\n\t\"'<>&|=;:,{}[]()\\/%$#@!?.~`*_-"
)
WORDS = st.text(ODD, max_size=400)
HERE = scenario()
DAY = "--------------- 2024년 1월 5일 금요일 ---------------"
KAKAO = f"친구 님과 카카오톡 대화\n저장한 날짜 : 2024-01-05 15:10:00\n\n{DAY}\n[{{who}}] [오후 3:10] {{text}}\n"
TEXTS = ("md", "txt", "html", "csv")


@st.composite
def bytes_of_talks(draw: st.DrawFn) -> bytes:
    """Nonsense, and what nearly is a file of conversations."""
    text = draw(WORDS)
    whole = {"id": draw(WORDS), "language": draw(st.sampled_from(["ko", "en", "xx"])), "turns": draw(_TURNS)}
    return draw(
        st.sampled_from(
            [
                draw(st.binary(max_size=400)),
                text.encode("utf-16"),
                json.dumps(whole).encode(),
                (json.dumps(whole) + "\n" + text).encode(),
                KAKAO.format(who=draw(WORDS), text=text).encode(),
                f"speaker,text\n{text}\nrep,{text}\n".encode(),
                f"Rep: {text}\nBuyer: {draw(WORDS)}".encode(),
            ]
        )
    )


_VALUE = st.none() | st.booleans() | st.integers() | st.floats() | WORDS
_TURNS = (
    st.lists(st.dictionaries(st.sampled_from(["speaker", "text", "at", "other"]), _VALUE | st.sampled_from(["rep", "buyer"])), max_size=5) | _VALUE
)


@often
@given(bytes_of_talks(), st.sampled_from([".json", ".jsonl", ".csv", ".txt"]))
def test_files_of_conversations(content: bytes, suffix: str) -> None:
    with suppress(TranscriptError):
        for one in read_dialogues(f"talk{suffix}", BytesIO(content)):
            assert one.error.ko if isinstance(one, Unusable) else one.names


@often
@given(st.binary(max_size=600) | WORDS.map(str.encode), st.sampled_from(TEXTS))
def test_documents_of_text(tmp_path_factory: pytest.TempPathFactory, content: bytes, suffix: str) -> None:
    path = tmp_path_factory.getbasetemp() / f"fuzz.{suffix}"
    path.write_bytes(content)
    one = next(one for one in FORMATS if f".{suffix}" in one.suffixes)
    with suppress(DocumentError):
        assert all(section.text.strip() for section in reader_of(one)(path).sections)


@often
@given(st.data())
def test_scenario_files(data: st.DataObject) -> None:
    raw = (SCENARIOS / "cloud-phone-cx-lead.yaml").read_bytes()
    at = data.draw(st.integers(0, len(raw)))
    content = data.draw(
        st.sampled_from([raw[:at] + data.draw(st.binary(max_size=30)) + raw[at + data.draw(st.integers(0, 40)) :], data.draw(WORDS).encode()])
    )
    with suppress(ScenarioError):
        made, problems = checked(values_of("fuzz.yaml", content))
        assert told("fuzz.yaml", problems).en if problems else made


@often
@given(WORDS, st.none() | WORDS, st.sampled_from(LANGUAGES))
def test_what_a_rep_says_is_heard(text: str, before: str | None, language: Language) -> None:
    heard = hear(text, before, HERE.topics, language)
    assert all(0 <= sign.start <= sign.end <= len(text) for sign in heard.signs)
    spans = sentences(text, language)
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert [one for one in spans if one in sorted(spans)] == list(spans)
    assert len(masked(text)) == len(text)


@often
@given(WORDS, st.lists(st.integers(0, 400), max_size=20))
def test_a_stream_cut_anywhere_says_the_same(text: str, cuts: list[int]) -> None:
    edges = sorted({0, len(text), *(one for one in cuts if one < len(text))})
    pieces = [text[a:b] for a, b in pairwise(edges)]
    assert "".join("".join(whole_sentences(pieces)).split()) == "".join("".join(whole_sentences([text])).split())


@often
@given(WORDS | (_VALUE | st.lists(_VALUE) | st.dictionaries(WORDS, _VALUE | st.lists(_VALUE))).map(json.dumps))
def test_what_a_model_fills_in(text: str) -> None:
    form = {"type": "object", "required": ["items"], "properties": {"items": {"type": "array"}}}
    found = filled(text, form)
    assert found is None or isinstance(found["items"], list)
    assert isinstance(answer_of(text), str)


@often
@given(WORDS)
def test_addresses_and_cookies(text: str) -> None:
    assert isinstance(secret_in(text), str)
    there = local(text)
    assert there.startswith("/")
    assert not there.startswith("//")
    assert not urlsplit(there).netloc
    assert not (is_open(text) and (".." in text or "//" in text))


@often
@given(WORDS, st.sampled_from([".json", ".jsonl", ".csv", ".txt", ".yaml", ""]))
def test_commands_end_with_a_sentence(tmp_path_factory: pytest.TempPathFactory, text: str, suffix: str) -> None:
    from typer.testing import CliRunner

    from assistant.cli.app import app
    from assistant.errors import MajuError

    path: Path = tmp_path_factory.getbasetemp() / f"fuzz-command{suffix}"
    path.write_bytes(text.encode())
    for arguments in (["scenario", "check", str(path)], ["playbook", text, str(path)], [text], ["score", text]):
        ended = CliRunner().invoke(app, arguments)
        assert ended.exception is None or isinstance(ended.exception, SystemExit | MajuError), (arguments, ended.exception)
