"""What a person is told when the buyer's reply did not come: what happened, what is safe, what to do."""

from assistant.domain.words import Text
from assistant.errors import PROVIDER_FAULTS

_OWN_FAULTS = {
    "not_kept": (
        "답을 저장하지 못했어요. 디스크 공간과 데이터 폴더를 확인해 주세요.",
        "The answer could not be kept. Check disk space and the data folder.",
    ),
    "own_fault": ("답을 만드는 중에 문제가 생겼어요.", "Something went wrong while the answer was made."),
}
_SAFE = ("하신 말씀은 저장되어 있어요. '다시 시도'를 누르면 이어져요.", "What you said is kept. Press 'Try again' to go on.")


def what_happened(fault: str) -> Text:
    """The fault alone, for where there is no button to press."""
    return Text(*(PROVIDER_FAULTS.get(fault) or _OWN_FAULTS.get(fault, _OWN_FAULTS["own_fault"])))


def fault_sentence(fault: str) -> Text:
    """What happened, then what is safe and what to do."""
    happened = what_happened(fault)
    return Text(f"{happened.ko} {_SAFE[0]}", f"{happened.en} {_SAFE[1]}")
