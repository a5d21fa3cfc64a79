"""A mapping as a file gave it -> a Transcript, or a TranscriptError that names the field and what was expected. Unknown keys are ignored."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Any

from assistant.domain.conversation import MOST_CHARACTERS
from assistant.domain.transcript import Transcript, Turn, Typing
from assistant.domain.words import Language, Speaker
from assistant.errors import TranscriptError
from assistant.language.analysis import language_of

_SPEAKERS: dict[str, Speaker] = {"rep": "rep", "buyer": "buyer"}
_LANGUAGES: dict[str, Language] = {"ko": "ko", "en": "en"}


def transcript_of(raw: object) -> Transcript:
    """The conversation in a decoded JSON object. Raises TranscriptError."""
    if not isinstance(raw, Mapping):
        raise _expected("(conversation)", "an object with turns", "turns가 있는 객체")
    turns = raw.get("turns")
    if not isinstance(turns, list) or not turns:
        raise _expected("turns", "a list of at least one turn", "한 개 이상의 발화 목록")
    checked = tuple(_turn(index, one) for index, one in enumerate(turns))
    if not any(turn.text.strip() for turn in checked):
        raise _expected("turns", "at least one turn with words in it", "글자가 있는 발화 한 개 이상")
    return Transcript(id_of(raw), checked, _language(raw.get("language"), checked), _scenario(raw.get("scenario")))


def id_of(raw: object) -> str | None:
    """The id of a conversation, good or bad; numbers become text."""
    found = raw.get("id") if isinstance(raw, Mapping) else None
    return cleaned(str(found)) if isinstance(found, str | int | float) and not isinstance(found, bool) else None


def cleaned(text: str) -> str:
    """Half surrogates (emoji cut in two by an exporter) cannot be written as UTF-8, so each becomes one replacement character."""
    return "".join("\ufffd" if "\ud800" <= char <= "\udfff" else char for char in text) if not text.isprintable() else text


def moment(text: str) -> datetime:
    """ISO 8601, a blank for the T allowed; a time without zone is UTC. Raises ValueError."""
    found = datetime.fromisoformat(text.strip())
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def language_in(turns: tuple[Turn, ...]) -> Language:
    """The language of the rep's words, or of all words when the rep said none."""
    said = "\n".join(turn.text for turn in turns if turn.speaker == "rep")
    return language_of(said if said.strip() else "\n".join(turn.text for turn in turns))


def _turn(index: int, raw: object) -> Turn:
    where = f"turns[{index}]"
    if not isinstance(raw, Mapping):
        raise _expected(where, "an object with speaker and text", "speaker와 text가 있는 객체")
    speaker = raw.get("speaker")
    known = _SPEAKERS.get(speaker.strip().casefold()) if isinstance(speaker, str) else None
    if known is None:
        raise _expected(f"{where}.speaker", "'rep' or 'buyer'", "'rep' 또는 'buyer'")
    text = raw.get("text")
    if not isinstance(text, str):
        raise _expected(f"{where}.text", "text", "문자열")
    if len(text) > MOST_CHARACTERS:
        raise _expected(f"{where}.text", f"at most {MOST_CHARACTERS:,} characters", f"{MOST_CHARACTERS:,}자 이하")
    return Turn(index, known, cleaned(text), _time(f"{where}.sent_at", raw.get("sent_at")), _typing(f"{where}.typing", raw.get("typing")))


def _time(where: str, raw: object) -> datetime | None:
    if raw is None or raw == "":
        return None
    return _tried(lambda: moment(raw if isinstance(raw, str) else ""), where, "a time such as 2026-11-22T09:00:00Z", "2026-11-22T09:00:00Z 같은 시각")


def _typing(where: str, raw: object) -> Typing | None:
    if raw is None:
        return None
    if not isinstance(raw, Mapping):
        raise _expected(where, "an object", "객체")
    pasted = raw.get("pasted_chars") or 0
    if not isinstance(pasted, int) or pasted < 0:
        raise _expected(f"{where}.pasted_chars", "a count", "0 이상의 정수")
    return Typing(_time(f"{where}.shown_at", raw.get("shown_at")), _time(f"{where}.first_key_at", raw.get("first_key_at")), pasted)


def _language(raw: Any, turns: tuple[Turn, ...]) -> Language:
    if raw is None or raw == "":
        return language_in(turns)
    known = _LANGUAGES.get(raw.strip().casefold().split("-")[0].split("_")[0]) if isinstance(raw, str) else None
    if known is None:
        raise _expected("language", "'ko' or 'en'", "'ko' 또는 'en'")
    return known


def _scenario(raw: object) -> str | None:
    if raw is None or isinstance(raw, str):
        return raw
    raise _expected("scenario", "a scenario's id", "시나리오 id")


def _tried(read: Callable[[], datetime], where: str, en: str, ko: str) -> datetime:
    try:
        return read()
    except ValueError as error:
        raise _expected(where, en, ko) from error


def _expected(field: str, en: str, ko: str) -> TranscriptError:
    return TranscriptError(ko=f"{field} 항목을 고쳐 주세요. 필요한 것: {ko}.", en=f"{field}: expected {en}.")
