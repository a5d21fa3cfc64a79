"""Who is the rep and who the buyer, as far as a file tells by itself."""

from collections.abc import Mapping

from assistant.domain.conversation import Dialogue
from assistant.domain.transcript import Transcript
from assistant.domain.words import Speaker
from assistant.errors import TranscriptError
from assistant.scoring.transcripts.checked import transcript_of

_EXPORTER = frozenset({"회원님", "나", "you", "me"})
_PLAIN: dict[str, Speaker] = {
    "rep": "rep", "담당자": "rep", "영업": "rep", "영업사원": "rep", "상담원": "rep", "agent": "rep", "sales": "rep", "seller": "rep",
    "buyer": "buyer", "고객": "buyer", "구매자": "buyer", "고객님": "buyer", "customer": "buyer", "client": "buyer",
}  # fmt: skip
"""Names that say it."""


def roles_in(dialogue: Dialogue, given: Mapping[str, Speaker]) -> dict[str, Speaker] | None:
    """By what the person said, by names that say it, by the exporter's own name, by the title. None when it cannot be told."""
    names = dialogue.names
    plain = {name: _PLAIN[name.casefold()] for name in names if name.casefold() in _PLAIN}
    if len(plain) == len(names):
        return plain
    known = {name: given[name] for name in names if name in given}
    left = [name for name in names if name not in known]
    if dialogue.partner in left and len(left) == 2 - len(known):
        return known | {name: "buyer" if name == dialogue.partner else "rep" for name in left}
    if exporter := [name for name in left if name.casefold() in _EXPORTER]:
        return known | {name: "rep" if name in exporter else "buyer" for name in left}
    if len(left) == 1 and len(set(known.values())) == 1:
        return known | {left[0]: "buyer" if "rep" in known.values() else "rep"}
    return None if left else known


def resolved(dialogue: Dialogue, given: Mapping[str, Speaker]) -> Transcript:
    """Raises TranscriptError when it cannot be told who the rep is."""
    roles = roles_in(dialogue, given)
    if roles is None:
        listed = ", ".join(sorted(dialogue.names)[:6])
        raise TranscriptError(
            ko=f"누가 영업 담당자인지 알 수 없어요. '실제 대화' 화면에 올려 정하거나, 파일에서 이름을 rep과 buyer로 바꿔 주세요: {listed}",
            en=f"It cannot be told who the rep is. Upload it on the page Real conversations, or call the speakers rep and buyer: {listed}",
        )
    turns = [{"speaker": roles[one.who], "text": one.text.strip(), "sent_at": one.at.isoformat() if one.at else None} for one in dialogue.lines]
    return transcript_of({"id": dialogue.id or dialogue.partner, "turns": turns})
