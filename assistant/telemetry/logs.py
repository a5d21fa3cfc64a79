"""Logs without anybody's words: what happened is the message's own template, which stands in the code; what is put into it is written only where it
cannot be something a person said or wrote. The standard library's logging with one formatter: a library for structured logs leaves out nothing.
"""

import json
import logging
import sys
from datetime import UTC, datetime
from types import TracebackType
from typing import Any, Final, Literal, TextIO

from opentelemetry import trace

from assistant.errors import ProviderError, StoreError

LogForm = Literal["text", "json"]
LOG_FORMS: tuple[LogForm, ...] = ("text", "json")
OURS: Final = ("assistant", "ui")
OF_OTHERS: Final = 200
"""Characters of another library's template: some write their values into it, none needs more to be understood."""


class WithoutWords(logging.Formatter):
    """One line per record, as JSON or as text."""

    def __init__(self, form: LogForm) -> None:
        super().__init__()
        self._form = form

    def format(self, record: logging.LogRecord) -> str:
        fields = fields_of(record)
        if self._form == "json":
            return json.dumps(fields, ensure_ascii=False)
        first = " ".join(str(fields.pop(name)) for name in ("at", "level", "logger", "event"))
        return " ".join([first, *(f"{name}={value}" for name, value in fields.items())])


def fields_of(record: logging.LogRecord) -> dict[str, Any]:
    """What may be written of a record."""
    template = str(record.msg).replace("\n", " ")
    if not record.name.startswith(OURS):
        template = template[:OF_OTHERS]
    at = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
    fields: dict[str, Any] = {"at": at, "level": record.levelname, "logger": record.name, "event": template}
    given = record.args if isinstance(record.args, tuple) else ()
    fields |= {f"arg{place}": value for place, one in enumerate(given) if (value := harmless(one)) is not None}
    told = getattr(record, "told", None)
    if isinstance(told, dict):
        fields |= {name: value for name, one in told.items() if (value := harmless(one, an_id=True)) is not None}
    if record.exc_info and record.exc_info[1] is not None:
        fields |= {"error": harmless(record.exc_info[1]), "where": _where(record.exc_info[2])}
    span = trace.get_current_span().get_span_context()
    if span.is_valid:
        fields["trace"] = f"{span.trace_id:032x}"
    return fields


def harmless(value: object, an_id: bool = False) -> str | int | float | bool | None:
    """A value as far as it can hold nobody's words: numbers; an error's kind, and its sentence where that is always the same; ids where the caller
    says that it is one. None for everything else."""
    if isinstance(value, BaseException):
        kinds = [type(value).__name__, *([type(value.__cause__).__name__] if value.__cause__ else [])]
        named = " from ".join(kinds)
        return f"{named}: {value.en}" if isinstance(value, StoreError | ProviderError) else named
    if isinstance(value, bool | int | float) or (an_id and isinstance(value, str)):
        return value
    return None


def _where(trace_back: TracebackType | None) -> str:
    """Files and lines without the source and without values."""
    places = []
    while trace_back is not None:
        code = trace_back.tb_frame.f_code
        places.append(f"{'/'.join(code.co_filename.split('/')[-2:])}:{trace_back.tb_lineno} {code.co_name}")
        trace_back = trace_back.tb_next
    return " > ".join(places)


def log_to(stream: TextIO | None = None, form: LogForm = "text", level: int = logging.INFO) -> logging.Handler:
    """Everything logged in this process goes there (standard error) in this form; other libraries' only from warnings on. Returns the handler."""
    handler = logging.StreamHandler(stream or sys.stderr)
    handler.setFormatter(WithoutWords(form))
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(logging.WARNING)
    for name in OURS:
        logging.getLogger(name).setLevel(level)
    return handler
