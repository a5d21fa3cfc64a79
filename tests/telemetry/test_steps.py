"""A turn is one trace, and nothing in it is anybody's words. A provider can be set once a process, so each turn has its own."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from assistant.settings import HOME
from tests.browser.app import clean_environment
from tests.fakes.openai_endpoint import FakeOpenAI

TURN = """
import json, sys
from pathlib import Path
from opentelemetry import metrics, trace
from opentelemetry.sdk.metrics import MeterProvider
from opentelemetry.sdk.metrics.export import InMemoryMetricReader
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter

spans, reader, traces = InMemorySpanExporter(), InMemoryMetricReader(), TracerProvider()
traces.add_span_processor(SimpleSpanProcessor(spans))
trace.set_tracer_provider(traces)
metrics.set_meter_provider(MeterProvider([reader]))

from assistant.assembly import open_engine
from assistant.domain.people import LOCAL_PERSON
from assistant.practice.room import Words

with open_engine(Path(sys.argv[1])) as engine:
    role_play = engine.room.begin(LOCAL_PERSON, "cloud-phone-cx-lead", "ko", 2, seed=1)
    reply = engine.room.say(LOCAL_PERSON, role_play.id, Words(sys.argv[2], "one"))
    assert reply.wait(120) and reply.fault is None, reply.fault
    said = [turn.text for turn in engine.room.role_play(LOCAL_PERSON, role_play.id).turns]
traces.force_flush()
found = [
    {"name": one.name, "trace": one.context.trace_id, "span": one.context.span_id, "parent": one.parent.span_id if one.parent else None,
     "attributes": dict(one.attributes or {})}
    for one in spans.get_finished_spans()
]
names = [metric.name for resource in reader.get_metrics_data().resource_metrics for scope in resource.scope_metrics for metric in scope.metrics]
print(json.dumps({"spans": found, "metrics": names, "said": said}))
"""
WORDS = "지금 상담센터에서 가장 답답한 점이 뭔가요?"

Traced = dict[str, list[Any]]


def turn(folder: Path, **settings: str) -> Traced:
    """Spans, metrics and what was said in one turn of a process of its own."""
    environment = clean_environment(folder) | settings
    done = subprocess.run([sys.executable, "-c", TURN, str(folder / "data"), WORDS], cwd=HOME, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr[-2000:]
    found: Traced = json.loads(done.stdout.splitlines()[-1])
    return found


@pytest.fixture(scope="module")
def traced(tmp_path_factory: pytest.TempPathFactory) -> Traced:
    with FakeOpenAI(lambda body: "요즘 전화가 밀려서 힘들어요. 그래도 잘 버티고 있어요.") as endpoint:
        return turn(tmp_path_factory.mktemp("traced"), OPENAI_BASE_URL=endpoint.url, OPENAI_API_KEY="k")


def test_a_turn_is_one_trace_of_every_step(traced: Traced) -> None:
    spans = {str(one["name"]): one for one in traced["spans"]}
    assert {"turn", "keep", "reply", "perceive", "decide", "retrieve", "voice", "guard", "commit"} == spans.keys()
    assert len({one["trace"] for one in traced["spans"]}) == 1
    under = {name: next((other for other, one in spans.items() if one["span"] == spans[name]["parent"]), None) for name in spans}
    assert under == {
        "turn": None,
        "keep": "turn",
        "reply": "turn",
        "perceive": "reply",
        "decide": "reply",
        "retrieve": "reply",
        "voice": "reply",
        "guard": "voice",
        "commit": "reply",
    }


def test_a_trace_holds_nobodys_words(traced: Traced) -> None:
    attributes = json.dumps([one["attributes"] for one in traced["spans"]], ensure_ascii=False)
    assert WORDS in traced["said"]
    assert not [one for said in traced["said"] for one in str(said).split(". ") if one.strip(" .") in attributes]


def test_a_turn_is_counted(traced: Traced) -> None:
    assert {"maju.turn.duration", "maju.turn.first_sentence"} <= set(traced["metrics"])
