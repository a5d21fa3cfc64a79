"""What a person is told when the buyer's reply did not come: what happened, what is safe, what to do."""

from assistant.domain.words import Text

_SAFE_KO = "하신 말씀은 저장되어 있어요. '다시 시도'를 누르면 이어집니다."
_SAFE_EN = "What you said is kept. Press 'Try again' to go on."
_WHAT = {
    "timeout": ("모델이 제시간에 답을 끝내지 못했어요.", "The model did not finish in time."),
    "silence": ("모델이 답을 시작하지 않았어요.", "The model did not begin to answer."),
    "stalled": ("모델이 답하다가 멈췄어요.", "The model stopped in the middle of its answer."),
    "unfinished": ("모델의 답이 중간에 끊겼어요.", "The model's answer broke off."),
    "refused": ("모델이 답하기를 거절했어요.", "The model refused to answer."),
    "content_filter": ("모델 제공자의 필터가 답을 막았어요.", "The provider's filter blocked the answer."),
    "rate_limited": ("모델 사용량 한도에 걸렸어요. 잠시 뒤가 좋아요.", "The model's rate limit was reached; a moment later works better."),
    "server_error": ("모델 서버에 문제가 생겼어요.", "The model's server had a problem."),
    "reset": ("모델과의 연결이 끊겼어요.", "The connection to the model was cut."),
    "auth": ("모델 서버가 키를 받아들이지 않았어요. OPENAI_API_KEY를 확인해 주세요.",
             "The model's server did not accept the key. Check OPENAI_API_KEY."),
    "not_found": ("그 이름의 모델이 없어요. MAJU_MODEL을 확인해 주세요.", "There is no model of that name. Check MAJU_MODEL."),
    "html": ("그 주소는 모델 서버가 아닌 것 같아요. OPENAI_BASE_URL을 확인해 주세요.", "That address is no model server. Check OPENAI_BASE_URL."),
    "unreachable": ("모델 서버에 닿지 않아요. 주소와 네트워크를 확인해 주세요.",
                    "The model's server cannot be reached. Check the address and the network."),
    "bad_reply": ("모델이 알아볼 수 없는 답을 보냈어요.", "The model sent an answer that cannot be read."),
    "not_kept": ("답을 저장하지 못했어요. 디스크 공간과 데이터 폴더를 확인해 주세요.",
                 "The answer could not be kept. Check disk space and the data folder."),
}  # fmt: skip
_ANYTHING = ("답을 만드는 중에 문제가 생겼어요.", "Something went wrong while the answer was made.")


def fault_sentence(fault: str) -> Text:
    """What happened, in one sentence, then what is safe and what to do."""
    ko, en = _WHAT.get(fault, _ANYTHING)
    return Text(f"{ko} {_SAFE_KO}", f"{en} {_SAFE_EN}")
