"""After a restart: what the server does at its start, then everything that was acknowledged looked for, and everything that is there looked at."""

import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from sqlalchemy import Select, select

from assistant.assembly import Engine
from assistant.domain.people import LOCAL_PERSON
from assistant.domain.playbook import WAS_READ, PlaybookVersion
from assistant.domain.roleplay import RolePlay
from assistant.domain.scorecard import Scorecard
from assistant.store.tables import audit, comments, playbook_versions, reviews, scorecards
from tests.resilience.model import Back
from tests.resilience.works import WAIT_S, asked_by, shown, until_judged, until_scored

Told = Sequence[Any]
Faults = list[str]


def restarted(engine: Engine, expected: Sequence[str], told: Sequence[Told]) -> Faults:
    """What is wrong. `expected`: what the embedded buyer says in a role-play of this seed that nobody killed."""
    engine._warm()
    by_kind: defaultdict[str, list[Told]] = defaultdict(list)
    for kind, *facts in told:
        by_kind[kind].append(facts)
    return [
        *_role_plays(engine, by_kind, expected),
        *_playbooks(engine, by_kind),
        *_talks(engine, by_kind),
        *_cards(engine, by_kind),
        *_reviews(engine, by_kind),
        *_record(engine),
    ]


def _role_plays(engine: Engine, told: dict[str, list[Told]], expected: Sequence[str]) -> Iterable[str]:
    there: dict[str, RolePlay] = {}
    for (role_play_id,) in told["role_play"]:
        reply = engine.room.pick_up(LOCAL_PERSON, role_play_id)
        if reply and not reply.wait(WAIT_S):
            yield f"{role_play_id}: a reply is stuck"
        role_play = there[role_play_id] = engine.room.role_play(LOCAL_PERSON, role_play_id)
        if role_play.waits_for_buyer() or role_play.fault:
            yield f"{role_play_id}: nobody answers ({role_play.fault})"
        yield from _turns(role_play, expected)
    for role_play_id, client_id, text in told["said"]:
        if [turn.text for turn in there[role_play_id].turns if turn.client_id == client_id] != [text]:
            yield f"{role_play_id}: acknowledged words are not there once: {client_id}"
    for role_play_id, text in told["answered"]:
        if [turn.text for turn in there[role_play_id].turns].count(text) != 1:
            yield f"{role_play_id}: an acknowledged reply is not there once"


def _turns(role_play: RolePlay, expected: Sequence[str]) -> Iterable[str]:
    speakers = [turn.speaker for turn in role_play.turns]
    if speakers != ["buyer", *["rep", "buyer"] * (len(speakers) // 2)]:
        yield f"{role_play.id}: turns out of order: {speakers}"
    replies = [turn.text for turn in role_play.turns if turn.speaker == "buyer"]
    if replies != list(expected[: len(replies)]):
        yield f"{role_play.id}: a reply is half or another than nobody would have disturbed"


def _playbooks(engine: Engine, told: dict[str, list[Told]]) -> Iterable[str]:
    versions = engine.shelf.versions()
    by_name = Counter(one.name for one in versions)
    removed, removing = ({name for (name,) in told[what]} for what in ("removed", "removing"))
    for name, digest in told["taken"]:
        if name in removed:
            continue
        gone_on = any(one.name == name for one in versions) or name in removing
        if by_name[name] > 1 or not gone_on:
            yield f"{name}: an acknowledged file is there {by_name[name]} times"
        if any(one.digest != digest for one in versions if one.name == name):
            yield f"{name}: another file than was given"
    yield from (f"{one.name}: a copy of it is left behind" for one in versions if (Path(tempfile.gettempdir()) / f"maju-{one.id}").exists())
    yield from (f"{one.name}: stuck as {one.state}" for one in versions if one.state not in WAS_READ)
    yield from (f"{name}: approved and not in use" for (name,) in told["approved"] if name not in removed | removing and not _in_use(versions, name))
    yield from (f"{name}: removed and there again" for name in removed if by_name[name])
    kept = engine.shelf._kept.passages([one.id for one in versions if one.state == "ready"])
    for at in range(0, len(kept), 200):
        batch = kept[at : at + 200]
        found = engine.shelf.search([one.text for one in batch], 3)
        yield from (f"{one.id}: no search finds it" for one, hits in zip(batch, found, strict=True) if one.id not in {hit.passage.id for hit in hits})


def _in_use(versions: Sequence[PlaybookVersion], name: str) -> bool:
    return any(one.name == name and one.state == "ready" for one in versions)


def _talks(engine: Engine, told: dict[str, list[Told]]) -> Iterable[str]:
    until_scored(engine)
    counts = engine.real_talks.counts(LOCAL_PERSON)
    for (file, stage), count in counts.items():
        if stage != "scored":
            yield f"{file}: {count} conversations are {stage}"
    whole = {one.name: one for one in engine.real_talks.files(LOCAL_PERSON)}
    for name, count in told["talks"]:
        there = sum(number for (file, _), number in counts.items() if file == whole[name].id)
        if there != count:
            yield f"{name}: {there} of {count} conversations"


def _cards(engine: Engine, told: dict[str, list[Told]]) -> Iterable[str]:
    for (role_play_id,) in (*told["finished"], *told["scored"]):
        if engine.scorer.of_role_play(LOCAL_PERSON, role_play_id).scores["human"].value is None:
            yield f"{role_play_id}: its scorecard is empty"
    if told["owed"]:
        asked_by(engine, Back())
    for (role_play_id,) in told["owed"]:
        until_judged(engine, role_play_id)
        card = engine._store.scorecards.latest(role_play_id)
        if card is None or card.made_by.judge_failed or engine.judging_later.waits(role_play_id):
            yield f"{role_play_id}: the model's part of its scorecard does not come"
        made = [one for one in _every_card(engine, role_play_id) if one.made_by.judge_failed is None]
        if len(made) != 1:
            yield f"{role_play_id}: the model's part came {len(made)} times"
    for (role_play_id,) in told["guessed"]:
        kept = engine._store.reflections.get(role_play_id)
        if kept is None or kept.guess != {"warm": 60}:
            yield f"{role_play_id}: an acknowledged guess is not there"
    for role_play_id, text in told["reflected"]:
        kept = engine._store.reflections.get(role_play_id)
        if kept is None or text not in kept.answers.values():
            yield f"{role_play_id}: an acknowledged thought is not there"


def _every_card(engine: Engine, role_play_id: str) -> Sequence[Scorecard]:
    query = select(scorecards.c.body).where(scorecards.c.role_play == role_play_id)
    with engine._store._database.reading() as connection:
        return connection.execute(query).scalars().all()


def _reviews(engine: Engine, told: dict[str, list[Told]]) -> Iterable[str]:
    for role_play_id, comment_id in told["commented"]:
        if [one.id for one in engine._store.reviews.of(role_play_id).comments].count(comment_id) != 1:
            yield f"{role_play_id}: an acknowledged comment is not there once"
    last = {(role_play_id, trainer): seen for role_play_id, trainer, seen in told["reviewed"]}
    for (role_play_id, trainer), seen in last.items():
        kept = engine._store.reviews.of(role_play_id).by(trainer)
        if kept is None or not _holds(shown(kept), seen):
            yield f"{role_play_id}: a trainer's acknowledged review is not there"


def _record(engine: Engine) -> Iterable[str]:
    """What was done and its entry in the record both stand, once, or neither."""
    things: dict[str, Select[Any]] = {
        "playbook_added": select(playbook_versions.c.id),
        "playbook_approved": select(playbook_versions.c.id).where(playbook_versions.c.approved_at.is_not(None)),
        "comment_left": select(comments.c.role_play),
        "review_scored_blind": select(reviews.c.role_play).where(reviews.c.blind_at.is_not(None)),
        "review_closed": select(reviews.c.role_play).where(reviews.c.closed_at.is_not(None)),
    }
    with engine._store._database.reading() as connection:
        for action, query in things.items():
            there = Counter(connection.execute(query).scalars())
            entered = Counter(connection.execute(select(audit.c.thing).where(audit.c.action == action)).scalars())
            wrong = {one for one in there | entered if there[one] != entered[one]}
            if action in {"playbook_added", "playbook_approved"}:  # what was removed since is in the record alone
                wrong &= set(there)
            yield from (f"{one}: {there[one]} times there, {entered[one]} times in the record as {action}" for one in wrong)


def _holds(there: Any, seen: Any) -> bool:
    """Whether all that was seen is there; a step further is no fault: the process died before it could say so."""
    if isinstance(seen, dict):
        return all(_holds(there.get(name), value) for name, value in seen.items())
    return not seen or bool(there == seen)
