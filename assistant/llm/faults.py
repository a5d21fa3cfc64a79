"""Everything that goes wrong with a model, as a ProviderError with a fault id. The libraries say the same fault in many ways; here it has one name.

The ids: timeout, silence, stalled, unfinished, refused, content_filter, html, rate_limited, server_error, reset, auth, not_found, rejected,
bad_reply, unreachable.
"""

from assistant.errors import ProviderError

_SAYS: dict[str, tuple[str, str]] = {
    "timeout": ("모델이 정해진 시간 안에 답을 끝내지 못했어요.", "The model did not finish its answer in time."),
    "silence": ("모델이 정해진 시간 안에 답을 시작하지 않았어요.", "The model did not begin to answer in time."),
    "stalled": ("모델이 답하다가 멈췄어요.", "The model stopped in the middle of its answer."),
    "unfinished": ("모델의 답이 끝나기 전에 끊겼어요.", "The model's answer broke off before its end."),
    "refused": ("모델이 답하기를 거절했어요.", "The model refused to answer."),
    "content_filter": ("모델 제공자의 필터가 답을 막았어요.", "The provider's filter blocked the answer."),
    "html": (
        "그 주소는 모델 서버가 아니에요. OPENAI_BASE_URL이 /v1까지 맞는지 확인해 주세요.",
        "That address is not a model endpoint. Check OPENAI_BASE_URL, up to its /v1.",
    ),
    "rate_limited": ("모델 사용량 한도에 걸렸어요. 잠시 뒤 다시 시도해 주세요.", "The model's rate limit was reached. Try again in a moment."),
    "server_error": ("모델 서버에 문제가 생겼어요. 잠시 뒤 다시 시도해 주세요.", "The model's server had a problem. Try again in a moment."),
    "reset": ("모델 서버와의 연결이 중간에 끊겼어요.", "The connection to the model's server was cut."),
    "auth": (
        "모델 서버가 키를 받아들이지 않았어요. OPENAI_API_KEY를 확인해 주세요.",
        "The model's server did not accept the key. Check OPENAI_API_KEY.",
    ),
    "not_found": ("그 이름의 모델이 없어요. 모델 이름을 확인해 주세요.", "There is no model of that name. Check the model's name."),
    "rejected": ("모델 서버가 요청을 받아들이지 않았어요.", "The model's server did not accept the request."),
    "bad_reply": ("모델이 알아볼 수 없는 답을 보냈어요.", "The model sent an answer that cannot be read."),
    "unreachable": (
        "모델 서버에 연결하지 못했어요. 주소와 네트워크를 확인해 주세요.",
        "The model's server cannot be reached. Check the address and the network.",
    ),
}
_OF_STATUS = {401: "auth", 403: "auth", 408: "timeout", 429: "rate_limited", 504: "timeout"}


def fault(fault_id: str) -> ProviderError:
    ko, en = _SAYS[fault_id]
    return ProviderError(fault_id, ko=ko, en=en)


def fault_of(error: BaseException, content_type: str | None) -> ProviderError:
    """`content_type`: of the answer that had begun, None when there was none."""
    return error if isinstance(error, ProviderError) else fault(_id(error, content_type))


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
    return "html" if content_type and "html" in content_type else "bad_reply"


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
