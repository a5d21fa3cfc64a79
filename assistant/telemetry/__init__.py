"""Maju seen from outside: logs without anybody's words, and OpenTelemetry's traces and metrics where an endpoint is configured."""

from assistant.telemetry.logs import LOG_FORMS, LogForm, log_to
from assistant.telemetry.steps import carried, note_fault, note_tokens, note_turn, sending, step

__all__ = ["LOG_FORMS", "LogForm", "carried", "log_to", "note_fault", "note_tokens", "note_turn", "sending", "step"]
