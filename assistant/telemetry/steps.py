"""What Maju does, as spans and metrics. Without an endpoint (OTEL_EXPORTER_OTLP_ENDPOINT) they cost microseconds and go nowhere.

A turn is one trace: keep, then perceive, decide, retrieve, voice with a guard for every sentence, commit. Attributes are ids, counts and names of
parts; no attribute ever holds what anybody said.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import copy_context
from functools import partial
from typing import ParamSpec, TypeVar

from opentelemetry import metrics, trace

P = ParamSpec("P")
T = TypeVar("T")
Value = str | int | float | bool
ENDPOINTS = ("OTEL_EXPORTER_OTLP_ENDPOINT", "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "OTEL_EXPORTER_OTLP_METRICS_ENDPOINT")

_TRACER = trace.get_tracer("maju")
_METER = metrics.get_meter("maju")
_TURN_S = _METER.create_histogram("maju.turn.duration", "s", "From the rep's words kept to the buyer's turn kept")
_FIRST_S = _METER.create_histogram("maju.turn.first_sentence", "s", "From the start of the reply to the first sentence that may be seen")
_FAULTS = _METER.create_counter("maju.turn.faults", "1", "Replies that did not come, by what went wrong")
_TOKENS = _METER.create_counter("maju.model.tokens", "1", "Tokens of calls to a model, by direction and what they were for")


@contextmanager
def step(name: str, **attributes: Value | None) -> Iterator[None]:
    """A part of what is under way. An error that leaves it marks it failed by its kind alone: the words of an error may quote somebody."""
    told = {f"maju.{key}": value for key, value in attributes.items() if value is not None}
    with _TRACER.start_as_current_span(name, attributes=told, record_exception=False, set_status_on_exception=False) as span:
        try:
            yield
        except Exception as error:
            span.set_status(trace.StatusCode.ERROR, type(error).__name__)
            raise


def carried(work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> Callable[[], T]:
    """The call as part of what is under way here, for another thread."""
    return partial(copy_context().run, partial(work, *args, **kwargs))


def note_turn(voice: str, first_s: float, total_s: float) -> None:
    _TURN_S.record(total_s, {"voice": voice})
    _FIRST_S.record(first_s, {"voice": voice})


def note_fault(fault: str) -> None:
    _FAULTS.add(1, {"fault": fault})


def note_tokens(tokens_in: int, tokens_out: int, purpose: str, model: str) -> None:
    for direction, count in (("in", tokens_in), ("out", tokens_out)):
        _TOKENS.add(count, {"direction": direction, "for": purpose, "model": model})


def configured() -> bool:
    """Whether somebody wants to be told."""
    return any(os.environ.get(name) for name in ENDPOINTS) and os.environ.get("OTEL_SDK_DISABLED", "").lower() != "true"


@contextmanager
def sending() -> Iterator[None]:
    """Traces and metrics go to the endpoint that is configured, by OTLP over gRPC, until the block ends; without one nothing goes anywhere.
    Every other OTEL_ variable is OpenTelemetry's own."""
    if not configured():
        yield
        return
    from opentelemetry.exporter.otlp.proto.grpc.metric_exporter import OTLPMetricExporter
    from opentelemetry.exporter.otlp.proto.grpc.trace_exporter import OTLPSpanExporter
    from opentelemetry.sdk.metrics import MeterProvider
    from opentelemetry.sdk.metrics.export import PeriodicExportingMetricReader
    from opentelemetry.sdk.resources import SERVICE_NAME, Resource
    from opentelemetry.sdk.trace import TracerProvider
    from opentelemetry.sdk.trace.export import BatchSpanProcessor

    resource = Resource.create({SERVICE_NAME: os.environ.get("OTEL_SERVICE_NAME") or "maju"})
    traces = TracerProvider(resource=resource)
    traces.add_span_processor(BatchSpanProcessor(OTLPSpanExporter()))
    meters = MeterProvider([PeriodicExportingMetricReader(OTLPMetricExporter())], resource=resource)
    trace.set_tracer_provider(traces)
    metrics.set_meter_provider(meters)
    try:
        yield
    finally:
        traces.shutdown()
        meters.shutdown()
