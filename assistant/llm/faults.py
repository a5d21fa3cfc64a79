"""Everything that goes wrong with a model, as a ProviderError with a fault id. The libraries say the same fault in many ways; here it has one name.

The ids: timeout, silence, stalled, unfinished, refused, content_filter, html, rate_limited, server_error, reset, auth, not_found, rejected,
bad_reply, unreachable.
"""

import logging
import traceback
from pathlib import Path

from assistant.errors import ProviderError, provider_error

LOG = logging.getLogger(__name__)
_OF_STATUS = {401: "auth", 403: "auth", 408: "timeout", 429: "rate_limited", 504: "timeout"}


def fault_of(error: BaseException, content_type: str | None) -> ProviderError:
    """`content_type`: of the answer that had begun, None when there was none."""
    return error if isinstance(error, ProviderError) else provider_error(_id(error, content_type))


def _id(error: BaseException, content_type: str | None) -> str:
    import openai

    if isinstance(error, openai.APIStatusError):
        return _of_status(error)
    if isinstance(error, openai.APIConnectionError):
        return _of_connection(error, content_type is not None)
    if isinstance(error, openai.APIError):
        return _of_words(f"{error.code} {error.message}", "server_error")
    if content_type is None and isinstance(error, UnicodeError):
        return "auth"  # a key that cannot stand in a header
    if content_type and "event-stream" in content_type and type(error) is ValueError:
        return "unfinished"  # LangChain's word for a stream with nothing in it
    if content_type and "html" in content_type:
        return "html"
    LOG.warning("a fault of a model that has no name of its own", extra={"told": _kind_and_place(error)})
    return "bad_reply"


def _kind_and_place(error: BaseException) -> dict[str, str]:
    """What it is and where it arose, without a word of what it says: that may be what somebody wrote."""
    frame = next(reversed(traceback.extract_tb(error.__traceback__)), None)
    place = f"{Path(frame.filename).name}:{frame.lineno} {frame.name}" if frame else ""
    return {"error": type(error).__qualname__, "place": place}


def _of_status(error: Exception) -> str:
    import openai

    assert isinstance(error, openai.APIStatusError)
    html = "html" in error.response.headers.get("content-type", "")
    status = error.status_code
    if status == 404:
        return "not_found" if "model" in str(error.body).lower() and not html else "html"
    if status in _OF_STATUS:
        return _OF_STATUS[status]
    if status >= 500:
        return "server_error"
    return "html" if html else _of_words(f"{error.code} {error.message}", "rejected")


def _of_words(words: str, otherwise: str) -> str:
    words = words.lower()
    if "content_filter" in words or "content management policy" in words:
        return "content_filter"
    return "rate_limited" if "rate_limit" in words or "rate limit" in words else otherwise


def _of_connection(error: BaseException, answering: bool) -> str:
    """By the transport's own error, the innermost that the libraries have wrapped."""
    import httpx2

    while error.__cause__ is not None:
        error = error.__cause__
        if isinstance(error, httpx2.ReadTimeout | httpx2.WriteTimeout):
            return "stalled" if answering else "silence"
        if isinstance(error, httpx2.ReadError | httpx2.WriteError | httpx2.CloseError | httpx2.RemoteProtocolError):
            return "reset"
        if isinstance(error, httpx2.LocalProtocolError | UnicodeError):
            return "auth"  # a key that cannot stand in a header
    return "unreachable"
