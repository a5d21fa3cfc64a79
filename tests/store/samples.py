"""Builders of what the store keeps, so that a test names only what it is about."""

from datetime import UTC, datetime, timedelta
from typing import Any

from pydantic import TypeAdapter

from assistant.domain.playbook import Passage, PlaybookVersion
from assistant.domain.roleplay import BuyerRecord, Cited, Ending, Mind, Move, PlayedTurn, RolePlay
from assistant.domain.scenario import Scenario
from assistant.domain.scorecard import Evidence, MadeBy, Measure, Score, Scorecard, Strength, TryNext, TurnScore
from assistant.domain.transcript import Typing

BEGAN = datetime(2026, 11, 22, 9, 0, 0, 123456, tzinfo=UTC)


def a_scenario(title: str = "클라우드 전화 제안") -> Scenario:
    text = {"ko": "내용", "en": "content"}
    lines = {"ko": ["네."], "en": ["Yes."]}
    deal: dict[str, Any] = dict.fromkeys(("product", "seller", "summary", "price_how", "stage"), text)
    deal |= {"price_low_won": 30_000_000, "price_high_won": 90_000_000, "may_offer": lines, "minutes": 20, "keywords": lines}
    buyer: dict[str, Any] = dict.fromkeys(("name", "role", "company", "character"), text)
    buyer |= {"manner": "brisk", "speech_level": "polite", "knows": lines, "does_not_know": lines, "mood": "neutral"}
    buyer |= {"trust": 0.3, "patience": 0.8, "colour": "#336699", "curiosities": []}
    fact: dict[str, Any] = {
        "id": "calls",
        "kind": "pain",
        "topics": ["volume"],
        "ask": "open",
        "trust": 0.4,
        "summary": text,
        "lines": lines,
        "tells": lines,
    }
    moves = dict.fromkeys(("opening", "deflect", "unforeseen", "bored", "stall", "accept", "not_now", "leave"), lines)
    whole: dict[str, Any] = {
        "id": "cloud-phone",
        "title": {"ko": title, "en": "A cloud phone"},
        "deal": deal,
        "buyer": buyer,
        "facts": [fact],
        "lines": moves,
    }
    whole |= {"briefing": {"situation": text, "goal": text, "known": lines}, "topics": [{"id": "volume", "name": text, "cues": lines}]}
    whole |= {"objections": [], "discovery": [], "agreement": {"next_step": text, "trust": 0.6, "facts_found": 1, "settled": []}}
    return TypeAdapter(Scenario).validate_python(whole | {"version": "abc123"})


def a_record() -> BuyerRecord:
    mind = Mind(0.1 + 0.2, 0.75, "guarded", turn=1, pressed=(("price", 2, 3),), met=(("price", "number"),))
    cited = Cited("p1", "가격표", 2, "요금 > 기본료", 3)
    move = Move("object", tell=("calls",), objection="price")
    return BuyerRecord(mind=mind, move=move, felt=(), voice="embedded", cited=(cited,), first_s=0.21, total_s=1.5)


def a_greeting() -> PlayedTurn:
    return PlayedTurn(0, "buyer", "안녕하세요, 앉으시죠.", BEGAN, record=a_record())


def a_role_play(role_play_id: str = "r1", **changes: Any) -> RolePlay:
    values: dict[str, Any] = {
        "id": role_play_id,
        "rep": "local",
        "scenario": "cloud-phone",
        "scenario_version": "abc123",
        "language": "ko",
        "level": 2,
        "seed": 2**40 + 7,
        "began_at": BEGAN,
        "playbooks": ("v1", "v2"),
        "turns": (a_greeting(),),
    }
    return RolePlay(**values | changes)


def rep_says(text: str = "요즘 콜센터는 어떠세요?", client_id: str | None = "c1", index: int = 1) -> PlayedTurn:
    typing = Typing(BEGAN + timedelta(seconds=3), BEGAN + timedelta(seconds=9), 4)
    return PlayedTurn(index, "rep", text, BEGAN + timedelta(seconds=30), client_id, typing)


def buyer_says(text: str = "바쁩니다.", index: int = 2) -> PlayedTurn:
    return PlayedTurn(index, "buyer", text, BEGAN + timedelta(seconds=33), record=a_record())


def finished() -> Ending:
    return Ending("rep", "open", "rep_finished", BEGAN + timedelta(minutes=9))


def leaving() -> Ending:
    return Ending("buyer", "walked_away", "patience", BEGAN + timedelta(minutes=5))


def a_scorecard(value: float = 71.25) -> Scorecard:
    return Scorecard(
        id="r1",
        language="ko",
        scores={"warm": Score(value, 60.1, 80.9, ""), "fast": Score(None, None, None, "시간이 없어요")},
        turns=(TurnScore(1, 64.0, value, None, 55.0, 0.93),),
        measures=(Measure("tell_share", "warm", 1 / 3, "share of rep turns"),),
        evidence=(Evidence("warm", "acknowledgement", 1, "고생 많으셨겠어요", "+"),),
        strength=Strength(1, "고생 많으셨겠어요", "먼저 알아줬어요"),
        try_next=TryNext(3, "가격은요", "어떤 기준으로 보세요?", "open_question"),
        made_by=MadeBy("measured", "default@1a2b3c4d", "0.1.0", prompts={"judge": "9f"}),
    )


def a_version(version_id: str = "v1", name: str = "가격표", version: int = 1, **changes: Any) -> PlaybookVersion:
    values: dict[str, Any] = {"state": "waiting", "file_name": f"{name}.md", "digest": "d" * 64, "added_at": BEGAN, "added_by": "local"}
    return PlaybookVersion(id=version_id, name=name, version=version, **values | changes)


def a_passage(passage_id: str, playbook: str = "가격표", version: int = 1, text: str = "기본료는 월 3만 원입니다.") -> Passage:
    return Passage(passage_id, playbook, version, "요금 > 기본료", 3, text)
