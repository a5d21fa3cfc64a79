"""Role-plays and their turns in SQL. Every question of who came first is decided under the role-play's lock."""

import hashlib
from collections.abc import Collection
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import chain

from sqlalchemy import Column, ColumnElement, Connection, RowMapping, Select, and_, delete, func, insert, select, update

from assistant.domain.roleplay import Branch, Ending, Mind, PlayedTurn, RolePlay, Voice
from assistant.domain.scenario import Scenario
from assistant.errors import InputError
from assistant.store.columns import in_json
from assistant.store.database import Database
from assistant.store.lookup import at_a_time, locked, no_role_play
from assistant.store.memory import note_uses
from assistant.store.tables import role_plays, scenario_copies, shares, swaps, turns

PLAYED = role_plays.c.id.not_in(select(swaps.c.role_play))
"""Those the rep played: swapped sides are watched."""
_AS_THEY_ARE = (
    "id", "rep", "scenario", "scenario_version", "language", "level", "seed", "began_at", "playbooks", "fault", "setting", "follows", "days_later",
    "mode", "time_limit_s", "attempt", "attempts", "voice", "assignment",
)  # fmt: skip
"""What stands in the table as it stands in a role-play."""


class SqlRolePlays:
    def __init__(self, database: Database) -> None:
        self._database = database

    def begin(self, role_play: RolePlay, scenario: Scenario) -> None:
        with self._database.writing() as connection:
            known = connection.execute(select(role_plays.c.rep).where(role_plays.c.id == role_play.id)).scalar()
            if known is not None:
                if known != role_play.rep:
                    raise InputError(ko="같은 번호의 롤플레이가 이미 있어요.", en="There is already a role-play with this id.")
                return
            put(connection, role_play, scenario)

    def get(self, role_play_id: str) -> RolePlay:
        with self._database.reading() as connection:
            return _whole(connection, role_play_id)

    def scenario_of(self, role_play_id: str) -> Scenario:
        query = select(scenario_copies.c.body).join(role_plays, role_plays.c.scenario_copy == scenario_copies.c.digest)
        with self._database.reading() as connection:
            found: Scenario | None = connection.execute(query.where(role_plays.c.id == role_play_id)).scalar()
        if found is None:
            raise no_role_play(role_play_id)
        return found

    def of_rep(self, rep: str) -> tuple[RolePlay, ...]:
        return listed(self._database, select(role_plays).where(role_plays.c.rep == rep, PLAYED))

    def all(self) -> tuple[RolePlay, ...]:
        """Newest first, without their turns' records."""
        return listed(self._database, select(role_plays).where(PLAYED))

    def heads(self) -> tuple[RolePlay, ...]:
        return self._heads(select(role_plays).where(PLAYED))

    def heads_shared_with(self, teams: Collection[str]) -> tuple[RolePlay, ...]:
        shared = select(shares.c.role_play).where(shares.c.team.in_(list(teams)))
        return self._heads(select(role_plays).where(role_plays.c.id.in_(shared), PLAYED))

    def last_minds(self, role_play_ids: Collection[str]) -> dict[str, Mind]:
        found: dict[str, Mind] = {}
        with self._database.reading() as connection:
            for some in at_a_time(role_play_ids):
                told = (turns.c.role_play.in_(some), turns.c.record.is_not(None))
                last = select(turns.c.role_play, func.max(turns.c.turn_index).label("at")).where(*told).group_by(turns.c.role_play).subquery()
                its = (turns.c.role_play == last.c.role_play, turns.c.turn_index == last.c.at)
                for row in connection.execute(select(turns.c.role_play, turns.c.record).join(last, and_(*its))):
                    found[row.role_play] = row.record.mind
        return found

    def _heads(self, query: Select[*tuple[object, ...]]) -> tuple[RolePlay, ...]:
        with self._database.reading() as connection:
            rows = connection.execute(_newest_first(query)).mappings().all()
            shared = _shared(connection, query.with_only_columns(role_plays.c.id))
        return tuple(_role_play(row, [], shared.get(row["id"], frozenset())) for row in rows)

    def these(self, role_play_ids: Collection[str]) -> tuple[RolePlay, ...]:
        return self._among(role_plays.c.id, role_play_ids)

    def shared_with(self, teams: Collection[str]) -> tuple[RolePlay, ...]:
        shared = select(shares.c.role_play).where(shares.c.team.in_(list(teams)))
        return listed(self._database, select(role_plays).where(role_plays.c.id.in_(shared), PLAYED))

    def of_assignments(self, assignment_ids: Collection[str], rep: str | None = None) -> tuple[RolePlay, ...]:
        return self._among(role_plays.c.assignment, assignment_ids, *(() if rep is None else (role_plays.c.rep == rep,)))

    def _among(self, column: "Column[str]", keys: Collection[str], *which: ColumnElement[bool]) -> tuple[RolePlay, ...]:
        found = (listed(self._database, select(role_plays).where(column.in_(some), PLAYED, *which)) for some in at_a_time(keys))
        return tuple(sorted(chain.from_iterable(found), key=lambda one: (one.began_at, one.id), reverse=True))

    def share(self, role_play_id: str, teams: Collection[str], at: datetime) -> RolePlay:
        with self._database.writing_beside() as connection:
            locked(connection, role_play_id)
            connection.execute(delete(shares).where(shares.c.role_play == role_play_id))
            if teams:
                connection.execute(insert(shares), [{"role_play": role_play_id, "team": team, "at": at} for team in sorted(teams)])
            return _whole(connection, role_play_id)

    def add_rep_turn(self, role_play_id: str, turn: PlayedTurn) -> PlayedTurn:
        """The turn takes the next index, whatever index it came with."""
        with self._database.writing_beside() as connection:
            role_play = locked(connection, role_play_id)
            stored = _same_click(connection, role_play_id, turn.client_id)
            if stored is not None:
                return stored
            if role_play["ended_by"] is not None:
                raise InputError(ko="이미 끝난 롤플레이예요. 새로 시작해 주세요.", en="This role-play has ended. Start a new one.")
            _refuse_late(role_play, turn)
            last, speaker = _last(connection, role_play_id)
            if speaker == "rep":
                raise InputError(
                    ko="상대가 아직 답하지 않았어요. 답을 들은 뒤에 이어서 말해 주세요.",
                    en="The buyer has not answered yet. Go on when the reply is there.",
                )
            kept = replace(turn, index=last + 1)
            connection.execute(insert(turns).values(_turn_row(role_play_id, kept)))
            connection.execute(update(role_plays).where(role_plays.c.id == role_play_id).values(fault=None))
        return kept

    def add_buyer_turn(self, role_play_id: str, turn: PlayedTurn, ending: Ending | None) -> bool:
        """A reply answers the rep turn just before its own index: one that comes after the talk has gone on is not written."""
        with self._database.writing_beside() as connection:
            role_play = locked(connection, role_play_id)
            last, speaker = _last(connection, role_play_id)
            if role_play["ended_by"] is not None or speaker != "rep" or turn.index != last + 1:
                return False
            connection.execute(insert(turns).values(_turn_row(role_play_id, turn)))
            cited = turn.record.cited if turn.record else ()
            note_uses(connection, role_play_id, "buyer", [one.passage_id for one in cited], turn.sent_at)
            now = {"fault": None} | (_ending_row(ending) if ending else {})
            connection.execute(update(role_plays).where(role_plays.c.id == role_play_id).values(now))
            if ending:
                _share_at_end(connection, role_play, ending)
        return True

    def note_fault(self, role_play_id: str, fault: str) -> None:
        """Nothing is noted when the reply has come after all."""
        with self._database.writing_beside() as connection:
            role_play = locked(connection, role_play_id)
            if role_play["ended_by"] is None and _last(connection, role_play_id)[1] == "rep":
                connection.execute(update(role_plays).where(role_plays.c.id == role_play_id).values(fault=fault))

    def speak_with(self, role_play_id: str, voice: Voice) -> RolePlay:
        with self._database.writing_beside() as connection:
            locked(connection, role_play_id)
            connection.execute(update(role_plays).where(role_plays.c.id == role_play_id).values(voice=voice))
            return _whole(connection, role_play_id)

    def end(self, role_play_id: str, ending: Ending) -> RolePlay:
        with self._database.writing_beside() as connection:
            role_play = locked(connection, role_play_id)
            if role_play["ended_by"] is None:
                connection.execute(update(role_plays).where(role_plays.c.id == role_play_id).values(_ending_row(ending)))
                _share_at_end(connection, role_play, ending)
            return _whole(connection, role_play_id)


def _share_at_end(connection: Connection, role_play: RowMapping, ending: Ending) -> None:
    """In the transaction that ends it: nobody who was told about sharing is left with a talk that was not, and the other way round."""
    teams = sorted(role_play["share_at_end"] or ())
    if teams:
        connection.execute(insert(shares), [{"role_play": role_play["id"], "team": team, "at": ending.at} for team in teams])


def _refuse_late(role_play: RowMapping, turn: PlayedTurn) -> None:
    limit_s = role_play["time_limit_s"]
    if limit_s is not None and turn.sent_at >= role_play["began_at"] + timedelta(seconds=limit_s):
        raise InputError(ko="시간이 다 되었어요. 이 말은 보내지 않았어요.", en="Time is up. This was not sent.")


def put(connection: Connection, role_play: RolePlay, scenario: Scenario) -> None:
    """A new role-play with its turns and a frozen copy of its scenario."""
    row = _row(role_play) | {"scenario_copy": _keep(connection, scenario)}
    connection.execute(insert(role_plays).values(row))
    if role_play.turns:
        connection.execute(insert(turns), [_turn_row(role_play.id, turn) for turn in role_play.turns])


def listed(database: Database, query: Select[*tuple[object, ...]]) -> tuple[RolePlay, ...]:
    """The role-plays of a query, newest first, without their turns' records."""
    chosen = query.with_only_columns(role_plays.c.id)
    columns = [column for column in turns.c if column is not turns.c.record]
    said = select(*columns).where(turns.c.role_play.in_(chosen)).order_by(turns.c.role_play, turns.c.turn_index)
    with database.reading() as connection:
        rows = connection.execute(_newest_first(query)).mappings().all()
        turn_rows = connection.execute(said).mappings().all()
        shared = _shared(connection, chosen)
    by_role_play: dict[str, list[PlayedTurn]] = {}
    for row in turn_rows:
        by_role_play.setdefault(row["role_play"], []).append(_turn(row))
    return tuple(_role_play(row, by_role_play.get(row["id"], []), shared.get(row["id"], frozenset())) for row in rows)


def _shared(connection: Connection, role_play_ids: Select[*tuple[object, ...]]) -> dict[str, frozenset[str]]:
    """role-play -> the teams it is shared with, where it is shared at all."""
    found: dict[str, frozenset[str]] = {}
    for role_play, team in connection.execute(select(shares.c.role_play, shares.c.team).where(shares.c.role_play.in_(role_play_ids))):
        found[role_play] = found.get(role_play, frozenset()) | {team}
    return found


def _newest_first(query: Select[*tuple[object, ...]]) -> Select[*tuple[object, ...]]:
    return query.order_by(role_plays.c.began_at.desc(), role_plays.c.id.desc())


def _keep(connection: Connection, scenario: Scenario) -> str:
    """The scenario's frozen copy, one per content; returns its digest."""
    digest = hashlib.sha256(in_json(Scenario, scenario)).hexdigest()
    if connection.execute(select(scenario_copies.c.digest).where(scenario_copies.c.digest == digest)).scalar() is None:
        connection.execute(insert(scenario_copies).values(digest=digest, body=scenario))
    return digest


def _same_click(connection: Connection, role_play_id: str, client_id: str | None) -> PlayedTurn | None:
    if client_id is None:
        return None
    query = select(turns).where(turns.c.role_play == role_play_id, turns.c.client_id == client_id)
    row = connection.execute(query).mappings().one_or_none()
    return None if row is None else _turn(row)


def _last(connection: Connection, role_play_id: str) -> tuple[int, str | None]:
    """Index and speaker of the last turn; (-1, None) before the first."""
    newest = select(func.max(turns.c.turn_index)).where(turns.c.role_play == role_play_id).scalar_subquery()
    query = select(turns.c.turn_index, turns.c.speaker).where(turns.c.role_play == role_play_id, turns.c.turn_index == newest)
    row = connection.execute(query).one_or_none()
    return (-1, None) if row is None else (row.turn_index, row.speaker)


def _whole(connection: Connection, role_play_id: str) -> RolePlay:
    row = connection.execute(select(role_plays).where(role_plays.c.id == role_play_id)).mappings().one_or_none()
    if row is None:
        raise no_role_play(role_play_id)
    said = select(turns).where(turns.c.role_play == role_play_id).order_by(turns.c.turn_index)
    shared = _shared(connection, select(role_plays.c.id).where(role_plays.c.id == role_play_id))
    return _role_play(row, [_turn(one) for one in connection.execute(said).mappings()], shared.get(role_play_id, frozenset()))


def _row(role_play: RolePlay) -> dict[str, object]:
    branch = _branch_row(role_play.branch) if role_play.branch else {}
    as_they_are = {name: getattr(role_play, name) for name in _AS_THEY_ARE} | {"share_at_end": role_play.share_at_end or None}
    return as_they_are | (_ending_row(role_play.ended) if role_play.ended else {}) | branch


def _branch_row(branch: Branch) -> dict[str, object]:
    return {"branch_of": branch.of, "branch_turn": branch.turn, "branch_turns": branch.turns, "branch_measure": branch.measure}


def _ending_row(ending: Ending) -> dict[str, object]:
    return {"ended_by": ending.by, "outcome": ending.outcome, "ended_why": ending.why, "ended_at": ending.at}


def _turn_row(role_play_id: str, turn: PlayedTurn) -> dict[str, object]:
    names = ("speaker", "text", "sent_at", "client_id", "typing", "record", "person")
    return {"role_play": role_play_id, "turn_index": turn.index} | {name: getattr(turn, name) for name in names}


def _turn(row: RowMapping) -> PlayedTurn:
    return PlayedTurn(
        index=row["turn_index"],
        speaker=row["speaker"],
        text=row["text"],
        sent_at=row["sent_at"],
        client_id=row["client_id"],
        typing=row["typing"],
        record=row.get("record"),
        person=row["person"],
    )


def _role_play(row: RowMapping, said: list[PlayedTurn], shared: frozenset[str]) -> RolePlay:
    ended = Ending(row["ended_by"], row["outcome"], row["ended_why"], row["ended_at"]) if row["ended_by"] else None
    branch = Branch(row["branch_of"], row["branch_turn"], row["branch_turns"], row["branch_measure"]) if row["branch_of"] else None
    promised = row["share_at_end"] or frozenset()
    as_they_are = {name: row[name] for name in _AS_THEY_ARE}
    return RolePlay(**as_they_are, turns=tuple(said), ended=ended, branch=branch, shared=shared, share_at_end=promised)
