"""What can go wrong, in words for people.

    MajuError
    ├── InputError        what was given cannot be used (exit status 2)
    │   ├── ScenarioError     a scenario file: file, field, what was expected
    │   ├── DocumentError     a playbook file that cannot be read
    │   ├── TranscriptError   a conversation that cannot be scored
    │   └── Overtaken         somebody has changed the same thing meanwhile
    ├── NotFound          no such role-play, playbook, scenario (exit status 2)
    ├── StoreError        the database cannot be read or written (exit status 2)
    ├── RecordsError      a learning record store did not take what it was told
    └── ProviderError     a model that was asked did not answer (exit status 3)

Each carries one sentence per language that says what happened and what to do.
"""


class MajuError(Exception):
    """`ko`, `en`: one clear sentence in each language."""

    def __init__(self, *, ko: str, en: str) -> None:
        super().__init__(en)
        self.ko = ko
        self.en = en

    def in_(self, language: str) -> str:
        return self.ko if language == "ko" else self.en


class InputError(MajuError):
    """What was given cannot be used."""


class ScenarioError(InputError):
    """A scenario file is not as it should be."""


class DocumentError(InputError):
    """A playbook file cannot be read."""


class TranscriptError(InputError):
    """A conversation cannot be scored."""


class Overtaken(InputError):
    """Somebody has changed the same thing since it was last looked at: nothing was written over."""


class NotFound(InputError):
    """There is no such thing."""


class NotAllowed(InputError):
    """The policy does not let this person do this."""

    def __init__(self) -> None:
        super().__init__(
            ko="이 일을 할 권한이 없어요. 필요하면 관리자에게 부탁해 주세요.", en="You are not allowed to do this. Ask an admin if you need it."
        )


class StoreError(MajuError):
    """The database cannot be read or written: locked, read-only, full, damaged, out of reach. What was asked was not done."""


class ProviderError(MajuError):
    """A model that was asked did not answer. `fault` is a short id for records: 'timeout', 'rate_limited', 'unfinished', 'refused', ..."""

    def __init__(self, fault: str, *, ko: str, en: str) -> None:
        super().__init__(ko=ko, en=en)
        self.fault = fault


PROVIDER_FAULTS: dict[str, tuple[str, str]] = {
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
    "resting": (
        "모델이 거듭 답하지 않아 잠시 쉬게 하고 있어요. 곧 다시 물어볼게요.",
        "The model has failed repeatedly, so it is left alone for a moment and asked again soon.",
    ),
    "over_budget": (
        "이번 달에 모델에 쓰기로 한 예산이 다 되어 모델에게 묻지 않았어요.",
        "This month's budget for the model is used up, so it was not asked.",
    ),
    "unreachable": (
        "모델 서버에 연결하지 못했어요. 주소와 네트워크를 확인해 주세요.",
        "The model's server cannot be reached. Check the address and the network.",
    ),
}
"""fault id -> what happened, in Korean and in English."""


def provider_error(fault: str) -> ProviderError:
    ko, en = PROVIDER_FAULTS[fault]
    return ProviderError(fault, ko=ko, en=en)


class RecordsError(MajuError):
    """A learning record store did not take statements. `refused`: it said that these are wrong, so sending them again together is in vain."""

    def __init__(self, *, ko: str, en: str, refused: bool) -> None:
        super().__init__(ko=ko, en=en)
        self.refused = refused
