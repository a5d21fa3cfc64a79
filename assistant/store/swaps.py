"""Swapped sides in SQL: which role-plays a good rep plays, and what the person who watches would have said."""

from sqlalchemy import insert, select

from assistant.domain.good_rep import SwapTurn
from assistant.domain.roleplay import RolePlay
from assistant.domain.scenario import Scenario
from assistant.store.database import Database
from assistant.store.lookup import locked
from assistant.store.role_plays import listed, put
from assistant.store.tables import role_plays, swap_turns, swaps


class SqlSwaps:
    def __init__(self, database: Database) -> None:
        self._database = database

    def begin(self, role_play: RolePlay, scenario: Scenario) -> None:
        with self._database.writing() as connection:
            put(connection, role_play, scenario)
            connection.execute(insert(swaps).values(role_play=role_play.id))

    def has(self, role_play_id: str) -> bool:
        with self._database.reading() as connection:
            return connection.execute(select(swaps.c.role_play).where(swaps.c.role_play == role_play_id)).scalar() is not None

    def turns(self, role_play_id: str) -> tuple[SwapTurn, ...]:
        query = select(swap_turns).where(swap_turns.c.role_play == role_play_id).order_by(swap_turns.c.turn_index)
        with self._database.reading() as connection:
            return tuple(SwapTurn(row.turn_index, row.own, row.good) for row in connection.execute(query))

    def keep(self, role_play_id: str, turn: SwapTurn) -> SwapTurn:
        known = select(swap_turns).where(swap_turns.c.role_play == role_play_id, swap_turns.c.turn_index == turn.turn)
        with self._database.writing_beside() as connection:
            locked(connection, role_play_id)
            row = connection.execute(known).one_or_none()
            if row is not None:
                return SwapTurn(row.turn_index, row.own, row.good)
            connection.execute(insert(swap_turns).values(role_play=role_play_id, turn_index=turn.turn, own=turn.own, good=turn.good))
        return turn

    def of_rep(self, rep: str) -> tuple[RolePlay, ...]:
        return listed(self._database, select(role_plays).where(role_plays.c.rep == rep, role_plays.c.id.in_(select(swaps.c.role_play))))
