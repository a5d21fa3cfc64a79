"""What Maju does while it is killed. Each piece of work acknowledges through `told` what a person would have been told is done, and nothing else."""

import json
from collections.abc import Callable
from time import monotonic, sleep
from typing import Any

from assistant.access.directory import TERMINAL
from assistant.assembly import Engine
from assistant.domain.people import LOCAL_PERSON, Person, Role
from assistant.domain.review import STEP, Review
from assistant.domain.roleplay import RolePlay
from assistant.domain.words import DIMENSIONS
from assistant.playbooks import Upload
from assistant.ports import ChatModel
from assistant.practice.room import Words
from assistant.scoring.asking_again import AGAIN
from tests.resilience.model import Away, Back
from tests.resilience.points import Work

Told = Callable[..., None]
"""(what, *facts): written to whoever watches before it returns."""
WAIT_S = 120.0
SEED = 7
SCENARIO = "cloud-phone-cx-lead"
LINES = (
    "안녕하세요 실장님, 시간 내 주셔서 감사해요. 요즘 콜센터에서 제일 신경 쓰이는 게 어떤 건지 여쭤봐도 될까요?",
    "그러셨군요. 여름에 전화가 몰리면 상담사분들이 많이 힘드시겠어요. 놓치는 전화는 하루에 몇 통쯤 되나요?",
)
TALKS = 60
"""Conversations in a file: more than one batch."""


def does(work: Work, engine: Engine, told: Told, number: int) -> None:
    """`number`: of this kill, so that nothing is done twice under one name."""
    WORKS[work](engine, told, number)


def turn(engine: Engine, told: Told, number: int) -> None:
    role_play = engine.room.begin(LOCAL_PERSON, SCENARIO, "ko", 2, seed=SEED)
    told("role_play", role_play.id)
    for place, line in enumerate(LINES):
        reply = engine.room.say(LOCAL_PERSON, role_play.id, Words(line, f"{number}-{place}"))
        told("said", role_play.id, f"{number}-{place}", line)
        assert reply.wait(WAIT_S)
        assert reply.fault is None
        told("answered", role_play.id, engine.room.role_play(LOCAL_PERSON, role_play.id).turns[-1].text)


def document(number: int) -> str:
    """No two alike, and each passage with words that stand nowhere else."""
    parts = [
        f"## 항목 {number}-{part}\n\n{number}번 안내서의 {part}번째 단계 담당은 나래{number}다{part}팀입니다. 접수는 평일에만 받습니다."
        for part in range(6)
    ]
    return f"# 안내서 {number}\n\n" + "\n\n".join(parts)


def upload(engine: Engine, told: Told, number: int) -> None:
    taken = engine.shelf.take(LOCAL_PERSON, Upload(f"안내서-{number}.md", document(number).encode()))
    told("taken", f"안내서-{number}", taken.version.digest)
    engine.shelf.read_taken(taken)
    told("readable", f"안내서-{number}")
    engine.shelf.approval.approve(LOCAL_PERSON, taken.version.id)
    told("approved", f"안내서-{number}")


def removal(engine: Engine, told: Told, number: int) -> None:
    upload(engine, told, number)
    told("removing", f"안내서-{number}")
    engine.shelf.remove(LOCAL_PERSON, f"안내서-{number}")
    told("removed", f"안내서-{number}")


def rebuild(engine: Engine, told: Told, number: int) -> None:
    upload(engine, told, number)
    engine.shelf.rebuild()


def talks(engine: Engine, told: Told, number: int) -> None:
    content = "\n".join(json.dumps(_talk(number, one), ensure_ascii=False) for one in range(TALKS)).encode()
    engine.real_talks.take(LOCAL_PERSON, f"통화-{number}.jsonl", content, lambda done, of: None)
    told("talks", f"통화-{number}.jsonl", TALKS)
    until_scored(engine)


def _talk(number: int, one: int) -> dict[str, Any]:
    said = [("buyer", f"{one}번 문의예요. 비용이 걱정돼요."), ("rep", "그러시군요. 어떤 비용이 제일 걱정되세요?"), ("buyer", "매달 나가는 돈이요.")]
    return {"id": f"{number}-{one}", "language": "ko", "turns": [{"speaker": who, "text": text} for who, text in said]}


def until_scored(engine: Engine) -> None:
    """Until no conversation waits."""
    engine.real_talks.wake()
    with engine.real_talks._lock:
        thread = engine.real_talks._thread
    if thread:
        thread.join(WAIT_S)


def finished(engine: Engine, number: int, person: Person | None = None) -> RolePlay:
    actor = person.actor() if person else LOCAL_PERSON
    role_play = engine.room.begin(actor, SCENARIO, "ko", 2, seed=SEED)
    assert engine.room.say(actor, role_play.id, Words(LINES[0], f"{number}-0")).wait(WAIT_S)
    return engine.room.finish(actor, role_play.id)


def scorecard(engine: Engine, told: Told, number: int) -> None:
    role_play = finished(engine, number)
    told("finished", role_play.id)
    engine.scorer.of_role_play(LOCAL_PERSON, role_play.id)
    told("scored", role_play.id)


def judging(engine: Engine, told: Told, number: int) -> None:
    """The model is away when the talk is scored, and back when the worker asks it again."""
    asked_by(engine, Away())
    role_play = finished(engine, number)
    engine.scorer.of_role_play(LOCAL_PERSON, role_play.id)
    told("owed", role_play.id)
    asked_by(engine, Back())
    until_judged(engine, role_play.id)
    told("judged", role_play.id)


def until_judged(engine: Engine, role_play_id: str) -> None:
    """By this thread or by the worker, whoever comes first."""
    until = monotonic() + WAIT_S
    while engine.judging_later.waits(role_play_id) and monotonic() < until:
        if not engine.judging_later.run():
            sleep(0.05)


def asked_by(engine: Engine, model: ChatModel) -> None:
    """From now on scorecards are judged by this model, and what it owes is asked for at once."""
    engine.scorer._chat = model
    engine.judging_later._score = engine.scorer.scored_again
    engine.judging_later._now = lambda: engine.now() + AGAIN


def reflection(engine: Engine, told: Told, number: int) -> None:
    role_play = finished(engine, number)
    assert engine.reflecting.asked(LOCAL_PERSON, role_play)
    engine.reflecting.guess(LOCAL_PERSON, role_play.id, "warm", 60)
    told("guessed", role_play.id)
    engine.reflecting.answer(LOCAL_PERSON, role_play.id, "went_well", f"{number}번째 생각")
    told("reflected", role_play.id, f"{number}번째 생각")


def comment(engine: Engine, told: Told, number: int) -> None:
    trainer, role_play = _shared(engine, number)
    made = engine.desk.comment(trainer.actor(), role_play.id, 1, f"{number}번째 코멘트")
    told("commented", role_play.id, made.id)


def review(engine: Engine, told: Told, number: int) -> None:
    """Scored, kept blind, one score overridden, closed; the page keeps every step at once."""
    trainer, role_play = _shared(engine, number)
    actor, desk = trainer.actor(), engine.desk
    for points, dimension in enumerate(DIMENSIONS, 10):
        told("reviewed", role_play.id, trainer.id, shown(desk.score(actor, role_play.id, dimension, points * STEP)))
    told("reviewed", role_play.id, trainer.id, shown(desk.keep_blind(actor, role_play.id)))
    told("reviewed", role_play.id, trainer.id, shown(desk.override(actor, role_play.id, "warm", 90, f"{number}번째 이유예요.")))
    told("reviewed", role_play.id, trainer.id, shown(desk.close(actor, role_play.id, "done", f"{number}번째 숙제")))


def shown(one: Review) -> dict[str, Any]:
    """What the trainer sees of their review."""
    overrides = {dimension: [made.value, made.reason] for dimension, made in one.overrides.items()}
    return {"scores": dict(one.scores), "blind": one.blind_at is not None, "overrides": overrides, "closed": one.closed, "follow_up": one.follow_up}


def _shared(engine: Engine, number: int) -> tuple[Person, RolePlay]:
    """A trainer, and a rep's role-play that is shared with the team."""
    rep, trainer = _person(engine, f"rep{number}", "rep"), _person(engine, f"trainer{number}", "trainer")
    role_play = finished(engine, number, rep)
    engine.role_plays.share(role_play.id, rep.teams, engine.now())
    return trainer, role_play


def _person(engine: Engine, name: str, role: Role) -> Person:
    return engine.directory.invite(TERMINAL, f"{name}@hangyeol.kr", name, [role], ["영업 1팀"])


WORKS: dict[Work, Callable[[Engine, Told, int], None]] = {
    "turn": turn,
    "upload": upload,
    "removal": removal,
    "rebuild": rebuild,
    "talks": talks,
    "scorecard": scorecard,
    "judging": judging,
    "comment": comment,
    "review": review,
    "reflection": reflection,
}
REHEARSED: tuple[Work, ...] = ("turn", "talks", "scorecard", "judging", "comment", "review", "reflection")
"""Those that need no index."""
