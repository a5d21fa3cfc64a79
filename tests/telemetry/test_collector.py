"""What arrives at a collector: a gRPC server that speaks OTLP and reads the messages as they came over the wire."""

import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

import grpc
import pytest
from opentelemetry.proto.collector.metrics.v1.metrics_service_pb2 import ExportMetricsServiceRequest, ExportMetricsServiceResponse
from opentelemetry.proto.collector.metrics.v1.metrics_service_pb2_grpc import MetricsServiceServicer, add_MetricsServiceServicer_to_server
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest, ExportTraceServiceResponse
from opentelemetry.proto.collector.trace.v1.trace_service_pb2_grpc import TraceServiceServicer, add_TraceServiceServicer_to_server
from opentelemetry.proto.trace.v1.trace_pb2 import Span

from assistant.settings import HOME
from tests.browser.app import clean_environment
from tests.fakes.openai_endpoint import FakeOpenAI

TURNS = """
import sys
from pathlib import Path
from assistant.assembly import open_engine
from assistant.domain.people import LOCAL_PERSON
from assistant.practice.room import Words
from assistant.telemetry import sending

with sending(), open_engine(Path(sys.argv[1])) as engine:
    role_play = engine.room.begin(LOCAL_PERSON, "cloud-phone-cx-lead", "ko", 2, seed=1)
    for number, words in enumerate(sys.argv[2:]):
        reply = engine.room.say(LOCAL_PERSON, role_play.id, Words(words, str(number)))
        assert reply.wait(120) and reply.fault is None, reply.fault
"""
SAID = ("지금 상담센터에서 가장 답답한 점이 뭔가요?", "그 일로 누가 가장 힘들어하세요?")
ANSWERED = "요즘 전화가 밀려서 힘들어요."
STEPS = {"perceive", "decide", "retrieve", "voice", "guard", "commit"}


@dataclass
class Collector(TraceServiceServicer, MetricsServiceServicer):
    """Keeps what it is sent. One Export serves both: the two services tell their requests apart by type."""

    spans: list[Span] = field(default_factory=list)
    metrics: list[str] = field(default_factory=list)
    raw: list[bytes] = field(default_factory=list)

    def Export(  # noqa: N802
        self, request: ExportTraceServiceRequest | ExportMetricsServiceRequest, context: grpc.ServicerContext
    ) -> ExportTraceServiceResponse | ExportMetricsServiceResponse:
        self.raw.append(request.SerializeToString())
        if isinstance(request, ExportTraceServiceRequest):
            self.spans += [span for resource in request.resource_spans for scope in resource.scope_spans for span in scope.spans]
            return ExportTraceServiceResponse()
        self.metrics += [one.name for resource in request.resource_metrics for scope in resource.scope_metrics for one in scope.metrics]
        return ExportMetricsServiceResponse()


@pytest.fixture(scope="module")
def collected(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Collector]:
    folder, collector = tmp_path_factory.mktemp("collected"), Collector()
    server = grpc.server(ThreadPoolExecutor(2))
    add_TraceServiceServicer_to_server(collector, server)  # type: ignore[no-untyped-call]
    add_MetricsServiceServicer_to_server(collector, server)  # type: ignore[no-untyped-call]
    port = server.add_insecure_port("127.0.0.1:0")
    server.start()
    try:
        with FakeOpenAI(lambda body: ANSWERED) as endpoint:
            settings = {"OPENAI_BASE_URL": endpoint.url, "OPENAI_API_KEY": "k", "OTEL_EXPORTER_OTLP_ENDPOINT": f"http://127.0.0.1:{port}"}
            done = subprocess.run(
                [sys.executable, "-c", TURNS, str(folder / "data"), *SAID],
                cwd=HOME,
                env=clean_environment(folder) | settings | {"no_proxy": "127.0.0.1", "NO_PROXY": "127.0.0.1"},
                capture_output=True,
                text=True,
            )
        assert done.returncode == 0, done.stderr[-2000:]
        yield collector
    finally:
        server.stop(None)


def test_each_turn_arrives_as_one_trace_of_its_steps(collected: Collector) -> None:
    turns = [one for one in collected.spans if one.name == "turn"]
    assert len(turns) == len(SAID)
    for turn in turns:
        of_it = [one for one in collected.spans if one.trace_id == turn.trace_id]
        assert {one.name for one in of_it} >= STEPS
        assert [one.name for one in of_it if not one.parent_span_id] == ["turn"]
        assert all(turn.start_time_unix_nano <= one.start_time_unix_nano <= one.end_time_unix_nano for one in of_it)
        assert {one.parent_span_id for one in of_it if one.parent_span_id} <= {one.span_id for one in of_it}


def test_the_metrics_arrive(collected: Collector) -> None:
    assert {"maju.turn.duration", "maju.turn.first_sentence", "maju.model.tokens"} <= set(collected.metrics)


def test_no_message_body_goes_over_the_wire(collected: Collector) -> None:
    sent = b"".join(collected.raw)
    assert b"maju" in sent
    for words in (*SAID, ANSWERED):
        assert not [piece for piece in (words, words[:12], words.split()[-1]) if piece.encode() in sent]
