"""`maju play`: a role-play in the terminal, by hand or from a script, and its JSON."""

import json
import sys
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Annotated, Any

import typer

from assistant.assembly import Engine, open_engine
from assistant.cli.terminal import AsJson, DataFolder, as_line, language, said
from assistant.domain.people import LOCAL_PERSON
from assistant.domain.roleplay import OUTCOME_NAMES, Level, RolePlay
from assistant.domain.scorecard import Scorecard
from assistant.domain.transcript import Transcript, Typing
from assistant.domain.words import DIMENSION_NAMES, Language
from assistant.errors import InputError, ProviderError
from assistant.practice.faults import what_happened
from assistant.practice.room import Words
from assistant.scoring.form import scorecard_json, transcript_json

CHARS_A_SECOND: dict[Language, float] = {"ko": 2.4, "en": 4.3}
"""Typing speed of a scripted rep, from the typing studies in the measurement evidence."""


class ScriptClock:
    """The time of a scripted role-play: it moves by thinking and typing, not by how fast the machine is."""

    def __init__(self) -> None:
        self.time = datetime.now(UTC).replace(microsecond=0)

    def __call__(self) -> datetime:
        return self.time

    def typed(self, text: str, think_s: float, language: Language) -> Typing:
        shown, first_key = self.time, self.time + timedelta(seconds=think_s)
        self.time = first_key + timedelta(seconds=round(len(text) / CHARS_A_SECOND[language], 1))
        return Typing(shown, first_key, 0)


def play(
    scenario: Annotated[str, typer.Argument(metavar="SCENARIO")],
    talk: Annotated[str, typer.Option("--language", metavar="ko|en")] = "",
    level: Annotated[int, typer.Option(min=1, max=3, help="1 easy, 2 ordinary, 3 hard · 난이도")] = 2,
    seed: Annotated[int | None, typer.Option(help="Same seed, same script: the same buyer · 같은 번호면 같은 상대")] = None,
    script: Annotated[Path | None, typer.Option(help='JSON lines: {"text": "…", "think_s": 4.2}')] = None,
    as_json: AsJson = False,
    data: DataFolder = None,
) -> None:
    """Practise in the terminal · 터미널에서 연습해요"""
    if talk not in {"", "ko", "en"}:
        raise InputError(ko=f"--language에는 ko나 en을 넣어 주세요: {talk}", en=f"--language must be ko or en, not {talk}")
    spoken: Language = talk or language()  # type: ignore[assignment]
    lines = _script(script) if script else None
    clock = ScriptClock() if lines is not None else None
    with open_engine(data, now=clock) as engine:
        role_play = engine.room.begin(LOCAL_PERSON, scenario, spoken, _level(level), seed)
        show = not as_json
        if show:
            print(f"{_buyer_name(engine, role_play)}: {role_play.turns[0].text}")
        fault = _scripted(engine, role_play, lines, clock, show) if lines is not None and clock else _by_hand(engine, role_play, show)
        if not fault and not engine.role_plays.get(role_play.id).ended:
            engine.room.finish(LOCAL_PERSON, role_play.id)
        _report(engine, role_play.id, fault, as_json, timed=lines is None or all(one["think_s"] is not None for one in lines))


def _level(level: int) -> Level:
    return 1 if level == 1 else 2 if level == 2 else 3


def _script(path: Path) -> list[dict[str, Any]]:
    """The rep's lines, all checked before the first is said. Raises InputError naming the line."""
    try:
        rows = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(ko=f"{path}: 스크립트를 읽을 수 없어요. UTF-8 파일인지 확인해 주세요.", en=f"{path}: the script cannot be read.") from error
    lines = []
    for number, row in enumerate(rows, 1):
        if not row.strip():
            continue
        try:
            line = json.loads(row)
            text, think_s = line["text"], line.get("think_s")
            fits = isinstance(text, str) and bool(text.strip()) and (think_s is None or (isinstance(think_s, int | float) and think_s >= 0))
        except (ValueError, KeyError, TypeError, AttributeError):
            fits = False
        if not fits:
            raise InputError(
                ko=f'{path}:{number}: {{"text": "…", "think_s": 4.2}} 형식의 JSON 한 줄로 적어 주세요.',
                en=f'{path}:{number}: expected a line of JSON such as {{"text": "…", "think_s": 4.2}}.',
            )
        lines.append({"text": text, "think_s": think_s})
    return lines


def _scripted(engine: Engine, role_play: RolePlay, lines: list[dict[str, Any]], clock: ScriptClock, show: bool) -> str | None:
    for number, line in enumerate(lines):
        typing = clock.typed(line["text"], line["think_s"], role_play.language) if line["think_s"] is not None else None
        fault = _exchange(engine, role_play, Words(line["text"], f"script-{number}", typing), show)
        if fault or engine.role_plays.get(role_play.id).ended:
            return fault
    return None


def _by_hand(engine: Engine, role_play: RolePlay, show: bool) -> str | None:
    print(said("(빈 줄을 보내거나 Ctrl-D를 누르면 끝나요)", "(an empty line or Ctrl-D ends it)"), file=sys.stderr)
    number = 0
    while True:
        shown = datetime.now(UTC)
        try:
            text = input("> ").strip()
        except EOFError:
            return None
        if not text:
            return None
        fault = _exchange(engine, role_play, Words(text, f"terminal-{number}", Typing(shown, None, 0)), show)
        number += 1
        if fault or engine.role_plays.get(role_play.id).ended:
            return fault


def _exchange(engine: Engine, role_play: RolePlay, words: Words, show: bool) -> str | None:
    """One turn and its reply; the fault id when no reply came."""
    reply = engine.room.say(LOCAL_PERSON, role_play.id, words)
    if show:
        print(f"{_buyer_name(engine, role_play)}: ", end="", flush=True)
    for sentence in reply.follow():
        if show:
            print(sentence, end=" ", flush=True)
    if show:
        print()
    return reply.fault


def _buyer_name(engine: Engine, role_play: RolePlay) -> str:
    return engine.room.scenario_of(role_play.id).buyer.name.in_(role_play.language)


def _report(engine: Engine, role_play_id: str, fault: str | None, as_json: bool, timed: bool) -> None:
    role_play = engine.role_plays.get(role_play_id)
    transcript = role_play.transcript() if timed else _without_clock(role_play.transcript())
    if as_json:
        report: dict[str, Any] = {"transcript": transcript_json(transcript), "buyer": _buyer_json(role_play), "ended": _ended_json(role_play, fault)}
        if not fault:
            report["scorecard"] = scorecard_json(engine.scorer.kept(role_play, transcript))
        print(as_line(report))
    elif not fault:
        _show(role_play, engine.scorer.kept(role_play, transcript))
    if fault:
        sentence = what_happened(fault)
        raise ProviderError(fault, ko=sentence.ko, en=sentence.en)


def _show(role_play: RolePlay, card: Scorecard) -> None:
    """How it ended, the four scores with their reasons, one strength and one thing to try."""
    if role_play.ended:
        print(f"— {OUTCOME_NAMES[role_play.ended.outcome].in_(language())}")
    for dimension, score in card.scores.items():
        value = "–" if score.value is None else str(round(score.value))
        print(f"{DIMENSION_NAMES[dimension].in_(language())} {value}  {score.reason}")
    if card.strength:
        print(said("잘한 한 가지", "One strength") + f": “{card.strength.quote}” {card.strength.why}")
    if card.try_next:
        print(said("해 볼 한 가지", "One thing to try") + f": “{card.try_next.quote}” → {card.try_next.rewrite or card.try_next.rule}")


def _without_clock(transcript: Transcript) -> Transcript:
    """A script without thinking times says nothing about speed, and what says nothing is left out."""
    return replace(transcript, turns=tuple(replace(turn, sent_at=None, typing=None) for turn in transcript.turns))


def _ended_json(role_play: RolePlay, fault: str | None) -> dict[str, str]:
    if role_play.ended is None:
        return {"by": "fault", "outcome": "open", "why": fault or ""}
    return {"by": role_play.ended.by, "outcome": role_play.ended.outcome, "why": role_play.ended.why}


def _buyer_json(role_play: RolePlay) -> list[dict[str, Any]]:
    """The buyer's mind after each of their turns; what was revealed, raised and settled in that very turn."""
    rows = []
    for turn in role_play.turns:
        if turn.record:
            mind, move = turn.record.mind, turn.record.move
            rows.append(
                {
                    "turn": turn.index,
                    "trust": mind.trust,
                    "patience": mind.patience,
                    "mood": mind.mood,
                    "move": move.kind,
                    "revealed": [*move.tell, *move.volunteer],
                    "raised": [move.objection] if move.objection else [],
                    "settled": [move.settle] if move.settle else [],
                }
            )
    return rows
