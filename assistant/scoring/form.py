"""A scorecard as the JSON of the contract."""

from dataclasses import asdict
from typing import Any

from assistant.domain.scorecard import Scorecard
from assistant.domain.transcript import Transcript, Turn


def scorecard_json(scorecard: Scorecard) -> dict[str, Any]:
    """Numbers rounded to what they are sure of; keys in the contract's order. `passage` and `judge_failed` only when there is one."""
    made_by = asdict(scorecard.made_by)
    failed = made_by["judge_failed"]
    return {
        "id": scorecard.id,
        "language": scorecard.language,
        "scores": {name: _rounded(one, 1) for name, one in scorecard.scores.items()},
        "turns": [_rounded(one, 4) for one in scorecard.turns],
        "measures": [_rounded(one, 4) for one in scorecard.measures],
        "evidence": [_flat(one) for one in scorecard.evidence],
        "strength": _advice(asdict(scorecard.strength)) if scorecard.strength else None,
        "try_next": _advice(asdict(scorecard.try_next)) if scorecard.try_next else None,
        "made_by": {key: made_by[key] for key in ("scorer", "rubric", "model", "prompts", "version")} | ({"judge_failed": failed} if failed else {}),
    }


def _advice(parts: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in parts.items() if value is not None and name != "measure"}


def transcript_json(transcript: Transcript) -> dict[str, Any]:
    """The contract's transcript, without what is not known."""
    rest = {"language": transcript.language, "scenario": transcript.scenario}
    return {"id": transcript.id} | {key: value for key, value in rest.items() if value} | {"turns": [_turn(turn) for turn in transcript.turns]}


def _turn(turn: Turn) -> dict[str, Any]:
    form: dict[str, Any] = {"speaker": turn.speaker, "text": turn.text}
    if turn.sent_at:
        form["sent_at"] = turn.sent_at.isoformat()
    if turn.typing:
        times = {"shown_at": turn.typing.shown_at, "first_key_at": turn.typing.first_key_at}
        form["typing"] = {key: at.isoformat() for key, at in times.items() if at} | {"pasted_chars": turn.typing.pasted_chars}
    return form


def _rounded(one: object, digits: int) -> dict[str, Any]:
    return {name: round(value, digits) if isinstance(value, float) else value for name, value in _flat(one).items()}


def _flat(one: Any) -> dict[str, Any]:
    """A dataclass of plain values; `asdict` copies them deeply, at twenty times the time."""
    return {name: getattr(one, name) for name in type(one).__slots__}
